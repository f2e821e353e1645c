/* request_words.c - enum values and their words on the wire. Pure tables and lookups. */
#include "request_words.h"

#include <stddef.h>

#include "buf.h"
#include "check.h"

enum { WORDS_MAX = 6 };

/* "" stands for "not asked": it has no word. A missing row entry is NULL. */
static const char *const words[REQUEST_WORD_LIST_COUNT][WORDS_MAX] = {
    [REQUEST_WORD_LIST_WHO] = {[REQUEST_WHO_PARENT] = "parent", [REQUEST_WHO_CHILD] = "child"},
    [REQUEST_WORD_LIST_CLOCK] =
        {[REQUEST_CLOCK_OK] = "ok", [REQUEST_CLOCK_EST] = "est", [REQUEST_CLOCK_NONE] = "none"},
    [REQUEST_WORD_LIST_HOW] = {[REQUEST_HOW_NONE] = "",
                               [REQUEST_HOW_CALL] = "call",
                               [REQUEST_HOW_SMS] = "sms",
                               [REQUEST_HOW_APP] = "app",
                               [REQUEST_HOW_MAIL] = "mail",
                               [REQUEST_HOW_VIA] = "via"},
    [REQUEST_WORD_LIST_PICKUP] =
        {[REQUEST_PICKUP_NONE] = "", [REQUEST_PICKUP_ME] = "me", [REQUEST_PICKUP_ALL] = "all"},
    [REQUEST_WORD_LIST_TOLD] = {[REQUEST_TOLD_NONE] = "",
                                [REQUEST_TOLD_DATE] = "date",
                                [REQUEST_TOLD_OFFLINE] = "offline"},
    [REQUEST_WORD_LIST_SECTOR] = {[REQUEST_SECTOR_NONE] = "",
                                  [REQUEST_SECTOR_PO] = "po",
                                  [REQUEST_SECTOR_VO] = "vo",
                                  [REQUEST_SECTOR_MBO] = "mbo",
                                  [REQUEST_SECTOR_NO_SCHOOL] = "none"},
    [REQUEST_WORD_LIST_REGISTER] = {[REQUEST_REGISTER_NONE] = "",
                                    [REQUEST_REGISTER_YOUNG] = "young",
                                    [REQUEST_REGISTER_READING] = "reading"},
    [REQUEST_WORD_LIST_PART] = {[REQUEST_PART_ANY] = "any",
                                [REQUEST_PART_AM] = "am",
                                [REQUEST_PART_PM] = "pm",
                                [REQUEST_PART_EVE] = "eve"},
};

bool request_words_has(RequestWordList list, int value)
{
    check(list < REQUEST_WORD_LIST_COUNT);
    return value >= 0 && value < WORDS_MAX && words[list][value] != NULL;
}

const char *request_words_of(RequestWordList list, int value)
{
    check(request_words_has(list, value));
    return words[list][value];
}

bool request_words_find(RequestWordList list, Str word, int *value)
{
    check(list < REQUEST_WORD_LIST_COUNT);
    for (int i = 0; i < WORDS_MAX && word.size > 0; i++) {
        if (words[list][i] != NULL && str_equal(word, str_of(words[list][i]))) {
            *value = i;
            return true;
        }
    }
    return false;
}

void request_words_moment(const RequestMoment *moment, char out[REQUEST_WORDS_MOMENT_BYTES_MAX])
{
    char day[WHEN_DATE_BYTES] = "any";
    if (moment->date.year != 0) {
        when_format(moment->date, day);
    }
    Buf buf = buf_init(out, REQUEST_WORDS_MOMENT_BYTES_MAX);
    buf_add(&buf, str_of(day));
    if (moment->date.year != 0 || moment->part != REQUEST_PART_ANY) {
        buf_format(&buf, "/%s", request_words_of(REQUEST_WORD_LIST_PART, (int)moment->part));
    }
    check(!buf.overflow);
}

bool request_words_find_moment(Str word, RequestMoment *out)
{
    *out = (RequestMoment){0};
    if (str_equal(word, STR("any"))) {
        return true;
    }
    int part = 0;
    Str rest = word;
    Str day = str_cut(&rest, '/');
    if (!request_words_find(REQUEST_WORD_LIST_PART, rest, &part)) {
        return false;
    }
    out->part = (RequestPart)part;
    if (str_equal(day, STR("any"))) {
        return out->part != REQUEST_PART_ANY; /* "any/any" has the shorter form */
    }
    return when_parse(day, &out->date);
}
