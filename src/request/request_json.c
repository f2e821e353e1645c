/* request_json.c - a request as payload version 1 and back, by jansson. Programs that hold personal
 * data give jansson locked, wiping memory first (locked_json). Owns the JSON value between. */
#include <jansson.h>
#include <sodium.h>
#include <string.h>

#include "check.h"
#include "request.h"
#include "request_words.h"
#include "utf8.h"

enum { PAYLOAD_VERSION = 1, READ_FLAGS = JSON_REJECT_DUPLICATES };

/* ---- writing: members in the order of request.h; false when memory ran out ---- */

/* "" is "not asked" and stays out. */
static bool put_text(json_t *object, const char *member, const char *text)
{
    return text[0] == '\0' || json_object_set_new(object, member, json_string(text)) == 0;
}

static bool put_word(json_t *object, const char *member, RequestWordList list, int value)
{
    return put_text(object, member, request_words_of(list, value));
}

static bool put_answer(json_t *object, const char *member, RequestAnswer answer)
{
    return answer == REQUEST_ANSWER_NONE ||
           json_object_set_new(object, member, json_boolean(answer == REQUEST_ANSWER_YES)) == 0;
}

static bool put_date(json_t *object, const char *member, Date date)
{
    char text[WHEN_DATE_BYTES] = "";
    if (date.year != 0) {
        when_format(date, text);
    }
    return put_text(object, member, text);
}

static bool put_at(json_t *object, LocalTime at)
{
    char text[WHEN_MINUTE_BYTES] = "";
    if (at.date.year != 0) {
        when_format_minute(at, text);
    }
    return put_text(object, "at", text);
}

static bool put_moments(json_t *object, const Request *r)
{
    json_t *array = json_array();
    bool good = array != NULL;
    for (int i = 0; good && i < r->moment_count; i++) {
        char word[REQUEST_WORDS_MOMENT_BYTES_MAX];
        request_words_moment(&r->moments[i], word);
        good = json_array_append_new(array, json_string(word)) == 0;
    }
    good = good && (r->moment_count == 0 || json_object_set(object, "when", array) == 0);
    json_decref(array);
    return good;
}

static bool put_topics(json_t *object, const Request *r)
{
    json_t *array = json_array();
    bool good = array != NULL;
    for (int i = 0; good && i < r->topic_count; i++) {
        good = json_array_append_new(array, json_string(r->topics[i])) == 0;
    }
    good = good && (r->topic_count == 0 || json_object_set(object, "topic", array) == 0);
    json_decref(array);
    return good;
}

static bool put_origin(json_t *o, const Request *r)
{
    return json_object_set_new(o, "v", json_integer(PAYLOAD_VERSION)) == 0 &&
           put_text(o, "org", r->org) && put_text(o, "place", r->place) && put_at(o, r->at) &&
           put_word(o, "q", REQUEST_WORD_LIST_CLOCK, (int)r->clock) &&
           put_word(o, "who", REQUEST_WORD_LIST_WHO, (int)r->who) && put_text(o, "lang", r->lang);
}

static bool put_reach(json_t *o, const Request *r)
{
    return put_word(o, "how", REQUEST_WORD_LIST_HOW, (int)r->how) &&
           put_text(o, "phone", r->phone) && put_text(o, "mail", r->mail) &&
           put_answer(o, "voicemail", r->voicemail) &&
           put_word(o, "answer", REQUEST_WORD_LIST_PICKUP, (int)r->answer) && put_moments(o, r) &&
           put_date(o, "due", r->due) && put_word(o, "told", REQUEST_WORD_LIST_TOLD, (int)r->told);
}

static bool put_rest(json_t *o, const Request *r)
{
    return put_topics(o, r) && put_word(o, "sector", REQUEST_WORD_LIST_SECTOR, (int)r->sector) &&
           put_answer(o, "interp", r->interpreter) && put_text(o, "name", r->name) &&
           put_text(o, "name_latin", r->name_latin) && put_text(o, "note", r->note) &&
           put_text(o, "with", r->with) && put_text(o, "find", r->find) &&
           put_text(o, "say", r->say) &&
           put_word(o, "register", REQUEST_WORD_LIST_REGISTER, (int)r->child_register);
}

/* json_dumpb gives the length it wants, also when that is too much. */
static bool dump(const json_t *object, char *out, size_t out_bytes, size_t *size)
{
    *size = json_dumpb(object, out, out_bytes, JSON_COMPACT);
    if (*size == 0 || *size >= out_bytes) {
        return false;
    }
    out[*size] = '\0';
    return true;
}

bool request_to_json(const Request *request, char *out, size_t out_bytes, size_t *size, Err *err)
{
    check(out_bytes > 0);
    *size = 0;
    out[0] = '\0';
    RequestFault fault = request_check(request);
    if (fault != REQUEST_FAULT_NONE) {
        return err_set(err, "request.bad", "rule %d", (int)fault);
    }
    json_t *object = json_object();
    bool good = object != NULL && put_origin(object, request) && put_reach(object, request) &&
                put_rest(object, request) && dump(object, out, out_bytes, size);
    json_decref(object);
    if (!good) {
        sodium_memzero(out, out_bytes);
        *size = 0;
        return err_set(err, "request.memory", "no room for the payload");
    }
    return true;
}

/* ---- reading: every member is known, has its type, and is used once ---- */

typedef struct Reader {
    const json_t *object;
    size_t used; /* members that were looked at and there */
    bool good;
} Reader;

static const json_t *member(Reader *reader, const char *name)
{
    const json_t *value = json_object_get(reader->object, name);
    reader->used += value == NULL ? 0 : 1;
    return value;
}

/* An empty text is refused: absent means "not asked". */
static void get_text(Reader *reader, const char *name, char *out, size_t out_bytes)
{
    const json_t *value = member(reader, name);
    if (value == NULL) {
        return;
    }
    Str text = {json_string_value(value), json_string_length(value)};
    reader->good = reader->good && text.size > 0 && memchr(text.data, '\0', text.size) == NULL &&
                   str_copy(text, out, out_bytes);
}

static int get_word(Reader *reader, const char *name, RequestWordList list)
{
    const json_t *value = member(reader, name);
    int number = 0;
    if (value != NULL) {
        Str text = {json_string_value(value), json_string_length(value)};
        reader->good = reader->good && request_words_find(list, text, &number);
    }
    return number;
}

static RequestAnswer get_answer(Reader *reader, const char *name)
{
    const json_t *value = member(reader, name);
    if (value == NULL) {
        return REQUEST_ANSWER_NONE;
    }
    reader->good = reader->good && json_is_boolean(value);
    return json_is_true(value) ? REQUEST_ANSWER_YES : REQUEST_ANSWER_NO;
}

static Date get_date(Reader *reader, const char *name)
{
    const json_t *value = member(reader, name);
    Date date = {0};
    if (value != NULL) {
        Str text = {json_string_value(value), json_string_length(value)};
        reader->good = reader->good && when_parse(text, &date);
    }
    return date;
}

/* "2026-11-24T14:05" */
static LocalTime get_at(Reader *reader)
{
    const json_t *value = member(reader, "at");
    LocalTime at = {0};
    if (value == NULL) {
        return at;
    }
    int64_t hour = 0, minute = 0;
    Str text = {json_string_value(value), json_string_length(value)};
    Str date = str_cut(&text, 'T');
    Str hours = str_cut(&text, ':');
    reader->good = reader->good && when_parse(date, &at.date) && hours.size == 2 &&
                   text.size == 2 && str_to_int(hours, 0, 23, &hour) &&
                   str_to_int(text, 0, 59, &minute);
    at.hour = (int)hour;
    at.minute = (int)minute;
    return at;
}

/* The texts of an array of 1 to `max`; 0 when it is absent. */
static int get_count(Reader *reader, const json_t *array, int max)
{
    if (array == NULL) {
        return 0;
    }
    size_t count = json_array_size(array);
    reader->good = reader->good && count > 0 && count <= (size_t)max;
    return reader->good ? (int)count : 0;
}

static Str text_at(const json_t *array, int i)
{
    const json_t *value = json_array_get(array, (size_t)i);
    return (Str){json_string_value(value), json_string_length(value)};
}

static void get_moments(Reader *reader, Request *out)
{
    const json_t *array = member(reader, "when");
    out->moment_count = get_count(reader, array, REQUEST_MOMENTS_MAX);
    for (int i = 0; i < out->moment_count; i++) {
        reader->good =
            reader->good && request_words_find_moment(text_at(array, i), &out->moments[i]);
    }
}

static void get_topics(Reader *reader, Request *out)
{
    const json_t *array = member(reader, "topic");
    out->topic_count = get_count(reader, array, REQUEST_TOPICS_MAX);
    for (int i = 0; i < out->topic_count; i++) {
        Str text = text_at(array, i);
        reader->good = reader->good && text.data != NULL &&
                       memchr(text.data, '\0', text.size) == NULL &&
                       str_copy(text, out->topics[i], sizeof out->topics[i]);
    }
}

static void get_texts(Reader *reader, Request *out)
{
    get_text(reader, "org", out->org, sizeof out->org);
    get_text(reader, "place", out->place, sizeof out->place);
    get_text(reader, "lang", out->lang, sizeof out->lang);
    get_text(reader, "phone", out->phone, sizeof out->phone);
    get_text(reader, "mail", out->mail, sizeof out->mail);
    get_text(reader, "name", out->name, sizeof out->name);
    get_text(reader, "name_latin", out->name_latin, sizeof out->name_latin);
    get_text(reader, "note", out->note, sizeof out->note);
    get_text(reader, "with", out->with, sizeof out->with);
    get_text(reader, "find", out->find, sizeof out->find);
    get_text(reader, "say", out->say, sizeof out->say);
}

static void get_words(Reader *reader, Request *out)
{
    out->clock = (RequestClock)get_word(reader, "q", REQUEST_WORD_LIST_CLOCK);
    out->who = (RequestWho)get_word(reader, "who", REQUEST_WORD_LIST_WHO);
    out->how = (RequestHow)get_word(reader, "how", REQUEST_WORD_LIST_HOW);
    out->answer = (RequestPickup)get_word(reader, "answer", REQUEST_WORD_LIST_PICKUP);
    out->told = (RequestTold)get_word(reader, "told", REQUEST_WORD_LIST_TOLD);
    out->sector = (RequestSector)get_word(reader, "sector", REQUEST_WORD_LIST_SECTOR);
    out->child_register = (RequestRegister)get_word(reader, "register", REQUEST_WORD_LIST_REGISTER);
    out->voicemail = get_answer(reader, "voicemail");
    out->interpreter = get_answer(reader, "interp");
}

static bool read_object(const json_t *object, Request *out)
{
    Reader reader = {.object = object, .good = json_is_object(object)};
    const json_t *version = member(&reader, "v");
    reader.good = reader.good && json_is_integer(version) &&
                  json_integer_value(version) == PAYLOAD_VERSION &&
                  json_object_get(object, "q") != NULL && json_object_get(object, "who") != NULL;
    get_texts(&reader, out);
    get_words(&reader, out);
    out->at = get_at(&reader);
    out->due = get_date(&reader, "due");
    get_moments(&reader, out);
    get_topics(&reader, out);
    return reader.good && reader.used == json_object_size(object);
}

bool request_from_json(Str json, Request *out, Err *err)
{
    sodium_memzero(out, sizeof *out);
    json_t *object = json_loadb(json.data, json.size, READ_FLAGS, NULL);
    bool good =
        object != NULL && read_object(object, out) && request_check(out) == REQUEST_FAULT_NONE;
    json_decref(object);
    if (!good) {
        sodium_memzero(out, sizeof *out);
        return err_set(err, "request.json", "not a payload of version 1");
    }
    return true;
}
