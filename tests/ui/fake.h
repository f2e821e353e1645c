/* fake.h - a screen of known size and letters of known width: half an em each, words break at
 * spaces. Every letter can be counted on the fingers. */
#ifndef OKSP_FAKE_H
#define OKSP_FAKE_H

#include <string.h>

#include "ui.h"

enum { FAKE_ACTION = 7 };

static inline int fake_word_px(const char *text, int letter_px, size_t *size)
{
    *size = strcspn(text, " \n");
    return (int)*size * letter_px;
}

static inline UiExtent fake_measure(void *context, const UiWords *words)
{
    int letter = words->size_px / 2, x = 0;
    UiExtent extent = {.lines = 1};
    (void)context;
    for (const char *c = words->text; *c;) {
        size_t size;
        int w = fake_word_px(c, letter, &size);
        if (w > extent.word_px)
            extent.word_px = w;
        bool wrap =
            words->width_px > 0 && !words->nowrap && x > 0 && x + letter + w > words->width_px;
        if (wrap) {
            extent.lines++;
            x = 0;
        }
        x += (x > 0 ? letter : 0) + w;
        if (x > extent.width_px)
            extent.width_px = x;
        c += size;
        if (*c == '\n') {
            extent.lines++;
            x = 0;
        }
        c += *c ? 1 : 0;
    }
    extent.height_px = extent.lines * words->line_px;
    return extent;
}

static inline UiSettings fake_settings(void)
{
    Panel panel = {1080, 1920, 2.71, 595};
    return (UiSettings){.screen = "test",
                        .lang = "nl",
                        .theme = theme_scale(&panel, (ThemeWish){0}),
                        .measure = fake_measure};
}

static inline UiBox fake_button(const char *id, const char *label)
{
    return (UiBox){.id = id,
                   .role = ROLE_BUTTON,
                   .face = FACE_BUTTON,
                   .label = label,
                   .action = {FAKE_ACTION, 0}};
}

#endif
