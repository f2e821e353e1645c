/* lint_screen.c - the kiosk's own screens filled with this content, at the largest text size: what
 * does not fit is a problem where the text was written. Owns the App, the Ui and the fonts while it
 * runs; no visitor is near. */
#include "lint_screen.h"

#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "text.h"
#include "walk.h"

enum { TEXTS_MAX = 64 * 1024, LABEL_BYTES_MAX = 4096, SEEN_MAX = 4096 };

/* The gated panels: 15.6 inch small, 32 inch portrait (accessibility, physical floors). */
static const Panel panels[] = {
    {1280, 800, 3.81, 900},
    {1080, 1920, 2.71, 595},
};

typedef struct ScreenText {
    Str plain;
    Place at;
} ScreenText;

typedef struct ScreenLint {
    Source *source;
    Content *content;
    TextEngine *engine;
    App *app;
    Ui *ui;
    ScreenText *texts; /* sorted, to find where a label was written */
    int text_count;
    Place seen[SEEN_MAX]; /* one problem per text is enough */
    int seen_count;
} ScreenLint;

/* ---- where a label was written ------------------------------------------------------------------
 */

static void note_text(void *context, const WalkText *text)
{
    ScreenLint *lint = context;
    if (lint->text_count < TEXTS_MAX) {
        lint->texts[lint->text_count++] = (ScreenText){text->plain, text->raw.at};
    }
}

static int by_text(const void *a, const void *b)
{
    return strcmp(((const ScreenText *)a)->plain.data, ((const ScreenText *)b)->plain.data);
}

/* Without the marks for bold and hard words, and without direction isolates. */
static void plain_label(const char *label, char out[LABEL_BYTES_MAX])
{
    char memory[LABEL_BYTES_MAX];
    Buf marks = buf_init(memory, sizeof memory);
    for (const char *c = label; *c != '\0'; c++) {
        bool mark =
            *c == TEXT_BOLD_ON || *c == TEXT_BOLD_OFF || *c == TEXT_WORD_ON || *c == TEXT_WORD_OFF;
        if (!mark) {
            buf_add_char(&marks, *c);
        }
    }
    Buf plain = buf_init(out, LABEL_BYTES_MAX);
    message_plain(buf_str(&marks), &plain);
}

static Place place_of(const ScreenLint *lint, const char *plain)
{
    ScreenText wanted = {str_of(plain), {0}};
    const ScreenText *found =
        bsearch(&wanted, lint->texts, (size_t)lint->text_count, sizeof lint->texts[0], by_text);
    return found != NULL ? found->at : (Place){lint->source->root, 0};
}

static bool is_new(ScreenLint *lint, Place at)
{
    for (int i = 0; i < lint->seen_count; i++) {
        if (lint->seen[i].line == at.line && strcmp(lint->seen[i].file, at.file) == 0) {
            return false;
        }
    }
    if (lint->seen_count < SEEN_MAX) {
        lint->seen[lint->seen_count++] = at;
    }
    return true;
}

/* ---- one screen
 * ----------------------------------------------------------------------------------- */

static UiExtent measure(void *context, const UiWords *words)
{
    static const TextDirection directions[] = {
        [DIRECTION_LTR] = TEXT_LTR, [DIRECTION_RTL] = TEXT_RTL, [DIRECTION_AUTO] = TEXT_AUTO};
    TextWish wish = {.text = words->text,
                     .lang = words->lang,
                     .size_px = words->size_px,
                     .line_px = words->line_px,
                     .spacing_x10_px = words->spacing_x10_px,
                     .width_px = words->width_px,
                     .bold = words->bold,
                     .balance = words->balance,
                     .nowrap = words->nowrap,
                     .direction = directions[words->direction]};
    TextSize size = text_measure(context, &wish);
    return (UiExtent){size.width_px, size.height_px, size.lines, size.word_px};
}

static void report(ScreenLint *lint, const UiNode *node)
{
    char plain[LABEL_BYTES_MAX];
    plain_label(node->shown == NULL ? "" : node->shown, plain);
    Place at = place_of(lint, plain);
    if (is_new(lint, at)) {
        const Panel *panel = &lint->app->setup.panel;
        problem_add(lint->source->problems, RULE_OVERFLOW, at,
                    "%s on the screen %s (%d x %d, largest text, %s): %.80s",
                    node->truncated ? "is cut off" : "stands outside its box",
                    app_screen(app_place(lint->app)->screen)->prefix, panel->width_px,
                    panel->height_px,
                    content_language(lint->content, lint->app->visitor.language)->code.data, plain);
    }
}

static void show(ScreenLint *lint, AppPlace place)
{
    lint->app->visitor.history[0] = place;
    lint->app->visitor.depth = 0;
    app_view(lint->ui, lint->app, lint->content);
    for (int i = 0; i < lint->ui->count; i++) {
        const UiNode *node = ui_node(lint->ui, i);
        if (node->truncated || (node->outside && node->shown != NULL)) {
            report(lint, node);
        }
    }
}

/* ---- all screens ---- */

/* Does the screen have a button for this page? */
static bool leads_to_page(const Ui *ui, int page)
{
    for (int i = 0; i < ui->count; i++) {
        const UiAction *action = &ui_node(ui, i)->box.action;
        if (action->kind == ACT_PAGE && action->arg == page) {
            return true;
        }
    }
    return false;
}

static void show_pages(ScreenLint *lint, AppPlace place)
{
    for (place.page = 0; place.page < APP_PAGES_MAX; place.page++) {
        show(lint, place);
        if (!leads_to_page(lint->ui, place.page + 1)) {
            return;
        }
    }
    problem_add(lint->source->problems, RULE_OVERFLOW, (Place){lint->source->root, 0},
                "%s has more than %d pages at the largest text size",
                app_screen(place.screen)->prefix, APP_PAGES_MAX);
}

static void show_screens(ScreenLint *lint, const ScreenId *screens, int count)
{
    for (int i = 0; i < count; i++) {
        show_pages(lint, (AppPlace){.screen = screens[i]});
    }
}

static void show_topics(ScreenLint *lint, Audience audience)
{
    for (int i = 0; i < content_topic_count(lint->content); i++) {
        const Topic *topic = content_topic(lint->content, LANGUAGE_DUTCH, i);
        bool story = topic->audience == audience && audience == AUDIENCE_CHILD;
        int pictures = story ? topic->parts[PART_VERHAAL].count : 0;
        if (topic->audience == audience && pictures == 0) {
            show_pages(lint, (AppPlace){.screen = SCREEN_TOPIC, .arg = i});
        }
        for (int j = 0; j < pictures; j++) {
            lint->app->visitor.picked = j + 1;
            show(lint, (AppPlace){.screen = SCREEN_CHILD_STORY, .arg = i});
        }
    }
    lint->app->visitor.picked = 0;
}

/* The pop-ups of hard words lie over a topic. */
static void show_words(ScreenLint *lint)
{
    for (int i = 0; i < content_word_count(lint->content); i++) {
        lint->app->visitor.word = i + 1;
        show(lint, (AppPlace){.screen = SCREEN_TOPIC, .arg = 0});
    }
    lint->app->visitor.word = 0;
}

static void show_parent(ScreenLint *lint)
{
    static const ScreenId screens[] = {SCREEN_WELCOME,    SCREEN_LANGUAGE,    SCREEN_DISPLAY,
                                       SCREEN_HOME,       SCREEN_SEARCH,      SCREEN_LETTERS,
                                       SCREEN_ABOUT,      SCREEN_ABOUT_MORE,  SCREEN_DID,
                                       SCREEN_HELP,       SCREEN_PRIVACY,     SCREEN_CALL_HOW,
                                       SCREEN_CALL_ABOUT, SCREEN_CALL_SECTOR, SCREEN_CALL_NUMBER,
                                       SCREEN_CALL_NAME,  SCREEN_CALL_WHEN,   SCREEN_NOT_ENROLLED};
    lint->app->visitor.mode = APP_MODE_PARENT;
    show_screens(lint, screens, (int)(sizeof screens / sizeof screens[0]));
    for (int i = 0; i < content_situation_count(lint->content, AUDIENCE_PARENT); i++) {
        show_pages(lint, (AppPlace){.screen = SCREEN_QUESTIONS, .arg = i});
    }
    show_topics(lint, AUDIENCE_PARENT);
    if (content_topic_count(lint->content) > 0) {
        show_words(lint);
    }
}

static void show_child(ScreenLint *lint)
{
    static const ScreenId young[] = {SCREEN_CHILD_ENTRY, SCREEN_CHILD_HOME, SCREEN_FEELINGS,
                                     SCREEN_BREATHE,     SCREEN_CARD_WHERE, SCREEN_CARD_WHAT,
                                     SCREEN_CARD_WHO,    SCREEN_CARD,       SCREEN_CHILD_HELP};
    static const ScreenId reading[] = {SCREEN_READING_HOME, SCREEN_READING_MORE, SCREEN_FEELINGS,
                                       SCREEN_CHILD_HELP};
    const List *feelings = content_list(lint->content, STR("feelings"));
    lint->app->visitor.mode = APP_MODE_YOUNG;
    show_screens(lint, young, (int)(sizeof young / sizeof young[0]));
    for (int i = 0; feelings != NULL && i < feelings->count; i++) {
        show(lint, (AppPlace){.screen = SCREEN_FEELING, .arg = i});
    }
    show_topics(lint, AUDIENCE_CHILD);
    lint->app->visitor.mode = APP_MODE_READING;
    show_screens(lint, reading, (int)(sizeof reading / sizeof reading[0]));
    show_topics(lint, AUDIENCE_YOUTH);
}

static void show_panel(ScreenLint *lint, const Panel *panel)
{
    enum { NOON_S = 12 * 3600, DAY = 20000 };
    AppSetup setup = {.panel = *panel,
                      .measure = measure,
                      .measure_context = lint->engine,
                      .staffed = true,
                      .audio = true};
    app_init(lint->app, &setup);
    lint->app->status.can_save = true;
    lint->app->now.utc_s = (int64_t)DAY * 24 * 3600 + NOON_S;
    for (int language = 0; language < content_language_count(lint->content); language++) {
        lint->app->visitor.language = language;
        lint->app->visitor.look.size = TEXT_SIZE_175;
        show_parent(lint);
        show_child(lint);
    }
}

static bool open_all(ScreenLint *lint, const char *pack, const char *fonts, Err *err)
{
    lint->content = content_open(pack, err);
    lint->engine = lint->content == NULL ? NULL : text_open(fonts, err);
    lint->app = calloc(1, sizeof *lint->app);
    lint->ui = calloc(1, sizeof *lint->ui);
    lint->texts = calloc(TEXTS_MAX, sizeof *lint->texts);
    return lint->engine != NULL && lint->app != NULL && lint->ui != NULL && lint->texts != NULL;
}

static void close_all(ScreenLint *lint)
{
    free(lint->texts);
    free(lint->ui);
    free(lint->app);
    text_close(lint->engine);
    content_close(lint->content);
    free(lint);
}

void lint_screen_overflow(Source *source, const char *pack, const char *fonts)
{
    Err err = {0};
    ScreenLint *lint = calloc(1, sizeof *lint);
    if (lint == NULL) {
        return;
    }
    lint->source = source;
    if (open_all(lint, pack, fonts, &err)) {
        walk_all(source, note_text, lint);
        qsort(lint->texts, (size_t)lint->text_count, sizeof lint->texts[0], by_text);
        for (size_t i = 0; i < sizeof panels / sizeof panels[0]; i++) {
            show_panel(lint, &panels[i]);
        }
    } else {
        problem_add(source->problems, RULE_FILE_MISSING, (Place){pack, 0}, "%s", err.text);
    }
    close_all(lint);
}
