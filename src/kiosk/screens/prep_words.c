/* prep_words.c - see prep_words.h. */
#include "prep_words.h"

#include "check.h"

typedef struct PartRow {
    PrepWordsPart part;
    TextKey title, says; /* before a talk */
    const char *agree;   /* after it: a row of the list agree */
    TextKey count;
} PartRow;

static const PartRow ROWS[APP_PREP_COUNT] = {
    [APP_PREP_GOOD] = {{"good", "mood-smile", HUE_LEAF},
                       TEXT_PREP_GOOD,
                       TEXT_PREP_SAYS_GOOD,
                       NULL,
                       TEXT_PREP_COUNT_SENTENCES},
    [APP_PREP_HOME] = {{"home", "home-heart", HUE_SKY},
                       TEXT_PREP_HOME,
                       TEXT_PREP_SAYS_HOME,
                       NULL,
                       TEXT_PREP_COUNT_SENTENCES},
    [APP_PREP_DONE] = {{"done", "history", HUE_PETROL},
                       TEXT_PREP_DONE,
                       TEXT_PREP_SAYS_DONE,
                       NULL,
                       TEXT_PREP_COUNT_SENTENCES},
    [APP_PREP_WANT] = {{"want", "target-arrow", HUE_SUN},
                       TEXT_PREP_WANT,
                       TEXT_PREP_SAYS_WANT,
                       NULL,
                       TEXT_PREP_COUNT_SENTENCES},
    [APP_PREP_WITH] = {{"with", "users", HUE_LEAF},
                       TEXT_PREP_WITH,
                       TEXT_PREP_SAYS_WITH,
                       NULL,
                       TEXT_PREP_COUNT_ANSWERS},
    [APP_PREP_ASK] = {{"ask", "help-circle", HUE_PETROL},
                      TEXT_PREP_ASK,
                      TEXT_PREP_SAYS_ASK,
                      NULL,
                      TEXT_PREP_COUNT_QUESTIONS},
    [APP_PREP_SCHOOL] = {{"school", "school", HUE_SKY}, 0, 0, "school", TEXT_PREP_COUNT_AGREED},
    [APP_PREP_PARENT] = {{"parent", "user", HUE_PETROL}, 0, 0, "ouder", TEXT_PREP_COUNT_AGREED},
    [APP_PREP_CHILD] = {{"child", "mood-kid", HUE_LEAF}, 0, 0, "kind", TEXT_PREP_COUNT_AGREED},
    [APP_PREP_AGAIN] =
        {{"again", "calendar-event", HUE_SUN}, 0, 0, "wanneer", TEXT_PREP_COUNT_AGREED},
};

static const PartRow *row_of(int part)
{
    check(part >= 0 && part < APP_PREP_COUNT);
    return &ROWS[part];
}

const PrepWordsPart *prep_words_part(int part)
{
    return &row_of(part)->part;
}

const AppPrepSaid *prep_words_said(const View *view, int part)
{
    check(part >= 0 && part < APP_PREP_COUNT);
    return &view->app->visitor.prep.parts[part];
}

static const char *agree_words(const View *view, const char *id, Language language)
{
    return view_str(content_item_label(view->content, language, STR("agree"), str_of(id), STR("")));
}

const char *prep_words_title(const View *view, int part)
{
    const PartRow *row = row_of(part);

    return row->agree == NULL ? view_text(view, row->title)
                              : agree_words(view, row->agree, view->app->visitor.language);
}

const char *prep_words_says(const View *view, int part, Language language)
{
    const PartRow *row = row_of(part);

    return row->agree == NULL ? view_str(content_text(view->content, language, row->says))
                              : agree_words(view, row->agree, language);
}

const char *prep_words_lang(const View *view, Language language)
{
    return view_str(content_language(view->content, language)->code);
}

/* ---- rows -------------------------------------------------------------------------------- */

static const List *list_of(const View *view, int part)
{
    return content_list(view->content, str_of(app_prep_list(part)));
}

int prep_words_rows(const View *view, int part)
{
    const List *list = list_of(view, part);

    return list == NULL ? 0 : list->count;
}

const char *prep_words_row(const View *view, int part, int row, Language language)
{
    const List *list = list_of(view, part);

    if (list == NULL || row < 0 || row >= list->count) {
        return "";
    }
    return view_str(
        content_item_label(view->content, language, list->id, list->items[row].id, STR("")));
}

const char *prep_words_row_lang(const View *view, int part, int row, Language language)
{
    const char *shown = prep_words_row(view, part, row, language);
    const char *dutch = prep_words_row(view, part, row, LANGUAGE_DUTCH);

    return prep_words_lang(view, shown == dutch ? LANGUAGE_DUTCH : language);
}

const char *prep_words_when(const View *view, int part, Language language)
{
    return prep_words_row(view, APP_PREP_AGAIN, prep_words_said(view, part)->when - 1, language);
}

/* ---- how many ---------------------------------------------------------------------------- */

/* The one row that is chosen, or -1. */
static int only_row(const AppPrepSaid *said)
{
    int row = 0;

    if (said->chosen == 0 || (said->chosen & (said->chosen - 1)) != 0 || said->own[0] != '\0') {
        return -1;
    }
    while ((said->chosen >> row & 1U) == 0) {
        row++;
    }
    return row;
}

/* Who comes along, and when we talk again, are short enough to be said themselves. */
const char *prep_words_count(const View *view, int part)
{
    int only = only_row(prep_words_said(view, part));
    MessageArg count = message_number("count", app_prep_count(view->app, part));

    if ((part == APP_PREP_WITH || part == APP_PREP_AGAIN) && only >= 0) {
        return prep_words_row(view, part, only, view->app->visitor.language);
    }
    return view_fill(view, row_of(part)->count, &count, 1);
}
