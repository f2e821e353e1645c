/* signal.c - stories, weekly counts and faults in pages as payloads, by jansson. */
#include "signal.h"

#include <jansson.h>
#include <sodium.h>
#include <string.h>

#include "check.h"
#include "request_text.h"
#include "request_words.h"

enum { PAYLOAD_VERSION = 1 };

static const char week_unknown[] = "?";

static bool are_ids(const char (*ids)[REQUEST_TOPIC_BYTES_MAX], int count, int max)
{
    if (count < 0 || count > max) {
        return false;
    }
    for (int i = 0; i < count; i++) {
        if (memchr(ids[i], '\0', sizeof ids[i]) == NULL || !request_text_is_id(ids[i])) {
            return false;
        }
    }
    return true;
}

static bool is_within_limits(const SignalStory *story)
{
    return memchr(story->text, '\0', sizeof story->text) != NULL &&
           memchr(story->lang, '\0', sizeof story->lang) != NULL &&
           memchr(story->week, '\0', sizeof story->week) != NULL &&
           request_text_is_id(story->lang) && story->mood >= 0 && story->mood <= SIGNAL_MOOD_MAX &&
           request_text_is_clean(story->text, SIGNAL_TEXT_POINTS_MAX) &&
           are_ids(story->topics, story->topic_count, REQUEST_TOPICS_MAX) &&
           are_ids(story->lines, story->line_count, SIGNAL_LINES_MAX) &&
           request_words_has(REQUEST_WORD_LIST_WHO, (int)story->who);
}

bool signal_story_is_whole(const SignalStory *story)
{
    return is_within_limits(story) &&
           (story->mood > 0 || story->line_count > 0 || story->text[0] != '\0');
}

static bool put_ids(json_t *object, const char *member, const char (*ids)[REQUEST_TOPIC_BYTES_MAX],
                    int count)
{
    json_t *array = json_array();
    bool good = array != NULL;
    for (int i = 0; i < count && good; i++) {
        good = json_array_append_new(array, json_string(ids[i])) == 0;
    }
    good = good && (count == 0 || json_object_set(object, member, array) == 0);
    json_decref(array);
    return good;
}

static bool put_text(json_t *object, const char *member, const char *text)
{
    return text[0] == '\0' || json_object_set_new(object, member, json_string(text)) == 0;
}

static json_t *head_of(const char *type, const char *week)
{
    return json_pack("{s:i,s:s,s:s}", "v", PAYLOAD_VERSION, "t", type, "week",
                     week[0] == '\0' ? week_unknown : week);
}

/* Takes `object`. */
static bool finish(json_t *object, char *out, size_t out_bytes, size_t *size, Err *err)
{
    *size = object == NULL ? 0 : json_dumpb(object, out, out_bytes, JSON_COMPACT);
    json_decref(object);
    if (*size == 0 || *size >= out_bytes) {
        sodium_memzero(out, out_bytes);
        *size = 0;
        return err_set(err, "signal.memory", "no room for the payload");
    }
    out[*size] = '\0';
    return true;
}

static json_t *story_of(const SignalStory *story)
{
    json_t *object = head_of("story", story->week);
    bool good =
        object != NULL &&
        put_text(object, "who", request_words_of(REQUEST_WORD_LIST_WHO, (int)story->who)) &&
        put_text(object, "lang", story->lang) &&
        (story->mood == 0 || json_object_set_new(object, "mood", json_integer(story->mood)) == 0) &&
        put_ids(object, "topic", story->topics, story->topic_count) &&
        put_ids(object, "line", story->lines, story->line_count) &&
        put_text(object, "text", story->text);
    if (!good) {
        json_decref(object);
    }
    return good ? object : NULL;
}

bool signal_story_to_json(const SignalStory *story, char *out, size_t out_bytes, size_t *size,
                          Err *err)
{
    check(out_bytes > 0);
    *size = 0;
    out[0] = '\0';
    if (!signal_story_is_whole(story)) {
        return err_set(err, "signal.bad", "an empty story, or one against the rules");
    }
    return finish(story_of(story), out, out_bytes, size, err);
}

bool signal_key_is_valid(Str key)
{
    if (key.size == 0 || key.size >= SIGNAL_KEY_BYTES_MAX) {
        return false;
    }
    for (size_t i = 0; i < key.size; i++) {
        char c = key.data[i];
        bool good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
        if (!good) {
            return false;
        }
    }
    return true;
}

/* ---- a fault in a page ---- */

/* In the order of SignalFault. */
static const char *const FAULTS[SIGNAL_FAULT_COUNT] = {"", "wrong", "missing", "unclear"};

bool signal_fix_is_whole(const SignalFix *fix)
{
    return memchr(fix->text, '\0', sizeof fix->text) != NULL &&
           memchr(fix->lang, '\0', sizeof fix->lang) != NULL &&
           memchr(fix->week, '\0', sizeof fix->week) != NULL &&
           memchr(fix->page, '\0', sizeof fix->page) != NULL && request_text_is_id(fix->lang) &&
           signal_key_is_valid(str_of(fix->page)) && (unsigned)fix->fault < SIGNAL_FAULT_COUNT &&
           request_text_is_clean(fix->text, SIGNAL_TEXT_POINTS_MAX) &&
           request_words_has(REQUEST_WORD_LIST_WHO, (int)fix->who) &&
           (fix->fault != SIGNAL_FAULT_NONE || fix->text[0] != '\0');
}

static json_t *fix_of(const SignalFix *fix)
{
    json_t *object = head_of("fix", fix->week);
    bool good = object != NULL &&
                put_text(object, "who", request_words_of(REQUEST_WORD_LIST_WHO, (int)fix->who)) &&
                put_text(object, "lang", fix->lang) && put_text(object, "page", fix->page) &&
                put_text(object, "choice", FAULTS[fix->fault]) &&
                put_text(object, "text", fix->text);
    if (!good) {
        json_decref(object);
    }
    return good ? object : NULL;
}

bool signal_fix_to_json(const SignalFix *fix, char *out, size_t out_bytes, size_t *size, Err *err)
{
    check(out_bytes > 0);
    *size = 0;
    out[0] = '\0';
    if (!signal_fix_is_whole(fix)) {
        return err_set(err, "signal.bad", "a fault without a page or without words");
    }
    return finish(fix_of(fix), out, out_bytes, size, err);
}

static json_t *tally_of(const SignalTally *tally)
{
    json_t *object = head_of("tally", tally->week), *counts = json_object();
    bool good = object != NULL && counts != NULL;
    for (int i = 0; i < tally->count && good; i++) {
        const SignalCount *count = &tally->counts[i];
        good = signal_key_is_valid(str_of(count->key)) && count->n > 0 &&
               json_object_set_new(counts, count->key, json_integer(count->n)) == 0;
    }
    good = good && json_object_set(object, "n", counts) == 0;
    json_decref(counts);
    if (!good) {
        json_decref(object);
    }
    return good ? object : NULL;
}

bool signal_tally_to_json(const SignalTally *tally, char *out, size_t out_bytes, size_t *size,
                          Err *err)
{
    check(out_bytes > 0);
    *size = 0;
    out[0] = '\0';
    if (tally->count < 1 || tally->count > SIGNAL_COUNTS_MAX) {
        return err_set(err, "signal.bad", "a tally of %d counts", tally->count);
    }
    return finish(tally_of(tally), out, out_bytes, size, err);
}
