/* word.c - what a hard word means, over the topic it stands in (mock-up 03b). */
#include "lengths.h"
#include "parts.h"
#include "screens.h"

static const Word *word_of(const View *view)
{
    return content_word(view->content, view->app->visitor.language, view->app->visitor.word - 1);
}

/* The hard word after this one in the topic, or -1: so every word of the topic can be reached. */
static int next_word(const View *view)
{
    const AppPlace *place = app_place(view->app);
    const Topic *topic;
    int now = view->app->visitor.word - 1;

    if (place->screen != SCREEN_TOPIC) {
        return -1;
    }
    topic = content_topic(view->content, view->app->visitor.language, place->arg);
    for (int i = 0; i < topic->word_count; i++) {
        if (topic->words[i] == now) {
            int next = topic->words[(i + 1) % topic->word_count];
            return next == now ? -1 : next;
        }
    }
    return topic->word_count > 0 ? topic->words[0] : -1;
}

static void head(const View *view, const char *lang)
{
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_LEAD,
                              .ink = INK_QUIET,
                              .label = view_text(view, TEXT_WORD_QUESTION)});
    ui_leaf(view->ui, (UiBox){.id = "word.title",
                              .role = ROLE_HEADING,
                              .type = TYPE_H1,
                              .label = view_str(word_of(view)->shown),
                              .lang = lang});
}

static void explanation(const View *view, const char *lang)
{
    const Word *word = word_of(view);

    ui_leaf(view->ui, (UiBox){.id = "word.say",
                              .role = ROLE_TEXT,
                              .type = TYPE_LEAD_BIG,
                              .label = view_str(word->say),
                              .lang = lang,
                              .state = STATE_LIVE});
    if (word->full.size > 0) {
        ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                                  .face = FACE_NOTE,
                                  .hue = HUE_SUN,
                                  .icon = "bulb",
                                  .label = view_str(word->full),
                                  .lang = lang});
    }
}

static void buttons(const View *view)
{
    int next = next_word(view);

    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP});
    if (next >= 0) {
        MessageArg arg = message_text(
            "word", content_word(view->content, view->app->visitor.language, next)->shown);
        parts_button(view, (PartsButton){.id = "word.next",
                                         .face = FACE_BUTTON_QUIET,
                                         .icon = "book",
                                         .label = view_fill(view, TEXT_WORD_NEXT, &arg, 1),
                                         .action = {ACT_WORD, next},
                                         .grow = GROW,
                                         .height_u = U_FLOW_H});
    }
    parts_button(view, (PartsButton){.id = "word.close",
                                     .face = FACE_BUTTON_PRIMARY,
                                     .icon = "check",
                                     .label = view_text(view, TEXT_WORD_CLEAR),
                                     .action = {ACT_WORD_CLOSE, 0},
                                     .grow = GROW,
                                     .height_u = U_FLOW_H});
    ui_close(view->ui);
}

void word_view(const View *view)
{
    const char *lang = view_str(content_language(view->content, word_of(view)->language)->code);

    ui_open(view->ui, (UiBox){.face = FACE_VEIL, .axis = AXIS_COLUMN, .justify = ALIGN_END});
    ui_open(view->ui, (UiBox){.face = FACE_DIALOG,
                              .axis = AXIS_COLUMN,
                              .gap = LENGTH_WORD_GAP,
                              .w = view_is_tall(view) ? 0 : LENGTH_WORD_WIDE_W,
                              .self = view_is_tall(view) ? ALIGN_STRETCH : ALIGN_CENTER,
                              .margin = {LENGTH_WORD_SIDE, 0, LENGTH_WORD_SIDE, LENGTH_WORD_SIDE}});
    head(view, lang);
    explanation(view, lang);
    buttons(view);
    ui_close(view->ui);
    ui_close(view->ui);
}
