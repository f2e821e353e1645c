/* typeset.c - see typeset.h. */
#include "typeset.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

TextEngine *engine;
TextLayout layout;

int typeset_open(void **state)
{
    (void)state;
    Err err = {0};
    engine = text_open(OKSP_SOURCE_DIR "/assets/fonts", &err);
    return engine ? 0 : -1;
}

int typeset_close(void **state)
{
    (void)state;
    text_close(engine);
    return 0;
}

TextWish wish(const char *text, const char *lang, int width_px)
{
    return (TextWish){
        .text = text, .lang = lang, .size_px = 32, .line_px = 46, .width_px = width_px};
}

void lay_out(TextWish wished)
{
    text_layout(engine, &wished, &layout);
}

const char *line_text(int line)
{
    static char text[TEXT_BYTES_MAX];
    size_t used = 0;
    int last_x = -1;
    for (int i = 0; i < layout.run_count; i++) {
        const TextRun *run = &layout.runs[i];
        if (run->line != line)
            continue;
        assert_true(run->box.x >= last_x); /* runs are in visual order */
        last_x = run->box.x;
        used += (size_t)snprintf(text + used, sizeof text - used, "%s%.*s", used ? "|" : "",
                                 run->to - run->from, layout.text + run->from);
    }
    return used ? text : "";
}
