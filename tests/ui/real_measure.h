/* real_measure.h - the text engine as the measure of ui, for tests without a window. */
#ifndef OKSP_REAL_MEASURE_H
#define OKSP_REAL_MEASURE_H

#include "text.h"
#include "ui.h"

static inline TextWish real_wish(const UiWords *words)
{
    return (TextWish){
        .text = words->text,
        .lang = words->lang,
        .size_px = words->size_px,
        .line_px = words->line_px,
        .spacing_x10_px = words->spacing_x10_px,
        .width_px = words->width_px,
        .bold = words->bold,
        .balance = words->balance,
        .nowrap = words->nowrap,
        .private = words->private,
        .direction = words->direction == DIRECTION_LTR   ? TEXT_LTR
                     : words->direction == DIRECTION_RTL ? TEXT_RTL
                                                         : TEXT_AUTO,
    };
}

static inline UiExtent real_measure(void *engine, const UiWords *words)
{
    TextWish wish = real_wish(words);
    TextSize size = text_measure(engine, &wish);
    return (UiExtent){size.width_px, size.height_px, size.lines, size.word_px};
}

#endif
