/* source.c - reading files of content/ and the small readers that all parts share.
 * Owns the Source. */
#include "source.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "source_language.h"
#include "source_region.h"
#include "source_topic.h"
#include "source_tree.h"
#include "utf8.h"

const char *source_audience(Audience audience)
{
    static const char *const names[AUDIENCE_COUNT] = {"parent", "child", "youth"};
    return names[audience];
}

const char *source_format(Source *source, const char *format, ...)
{
    char text[SOURCE_PATH_BYTES_MAX];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    return arena_str(&source->arena, str_of(text)).data;
}

/* ---- files ------------------------------------------------------------------------------ */

/* Control characters would reach the screen; U+FEFF at the start is what Windows editors add. */
static bool is_clean(Str text, int *line)
{
    *line = 1;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        *line += c == '\n';
        if ((c < ' ' && c != '\n' && c != '\t' && c != '\r') || c == 0x7f) {
            return false;
        }
    }
    *line = 0;
    return utf8_is_valid(text);
}

/* Without a byte order mark and with plain line ends. */
static Str tidy_text(Arena *arena, Str text)
{
    static const char mark[] = "\xEF\xBB\xBF";
    if (str_starts_with(text, str_of(mark))) {
        text = (Str){text.data + 3, text.size - 3};
    }
    char *copy = arena_alloc(arena, text.size + 1, 1);
    size_t size = 0;
    for (size_t i = 0; copy != NULL && i < text.size; i++) {
        if (text.data[i] != '\r') {
            copy[size++] = text.data[i];
        }
    }
    return copy == NULL ? STR("") : (Str){copy, size};
}

SourceFile source_file(Source *source, const char *relative, bool must)
{
    return source_file_at(source, source_format(source, "%s/%s", source->root, relative), must);
}

SourceFile source_file_at(Source *source, const char *path, bool must)
{
    SourceFile file = {.name = path, .text = STR("")};
    Err err = {0};
    size_t size = 0;
    char *data = file_read(file.name, SOURCE_FILE_BYTES_MAX, &size, &err);
    if (data == NULL) {
        if (must) {
            problem_add(source->problems, RULE_FILE_MISSING, (Place){file.name, 0}, "%s", err.text);
        }
        return file;
    }
    int line = 0;
    file.found = true;
    if (is_clean((Str){data, size}, &line)) {
        file.text = tidy_text(&source->arena, (Str){data, size});
    } else {
        problem_add(source->problems, RULE_FILE_UTF8, (Place){file.name, line},
                    "not UTF-8, or a control character");
    }
    free(data);
    return file;
}

DocNode *source_yaml(Source *source, const char *relative, bool must)
{
    return source_yaml_at(source, source_format(source, "%s/%s", source->root, relative), must);
}

DocNode *source_yaml_at(Source *source, const char *path, bool must)
{
    SourceFile file = source_file_at(source, path, must);
    DocInput input = {file.name, file.text, 1};
    return file.found ? doc_parse(&source->arena, source->problems, input) : NULL;
}

/* ---- values ----------------------------------------------------------------------------- */

Said source_said(Source *source, const DocNode *map, const char *key)
{
    const DocNode *node = doc_get(map, key);
    if (node == NULL || !doc_is(source->problems, node, DOC_TEXT)) {
        return (Said){STR(""), map == NULL ? (Place){source->root, 0} : map->at};
    }
    return (Said){str_trim(node->text), node->at};
}

SaidList source_list(Source *source, const DocNode *map, const char *key, int max)
{
    const DocNode *list = doc_get(map, key);
    SaidList out = {0};
    bool empty = list != NULL && list->kind == DOC_TEXT && list->text.size == 0;
    if (list == NULL || empty || !doc_is(source->problems, list, DOC_LIST)) {
        return out;
    }
    int count = doc_count(list);
    if (count > max) {
        problem_add(source->problems, RULE_LIMIT, list->at, "%s: %d, at most %d", key, count, max);
        count = max;
    }
    out.at = arena_alloc(&source->arena, (size_t)count + 1, sizeof(Said));
    for (const DocNode *node = list->first; out.count < count && node != NULL; node = node->next) {
        if (doc_is(source->problems, node, DOC_TEXT)) {
            out.at[out.count++] = (Said){str_trim(node->text), node->at};
        }
    }
    return out;
}

bool source_yes(Source *source, const DocNode *map, const char *key, bool otherwise)
{
    Said said = source_said(source, map, key);
    if (str_equal(said.text, STR("yes")) || str_equal(said.text, STR("true"))) {
        return true;
    }
    bool no = str_equal(said.text, STR("no")) || str_equal(said.text, STR("false"));
    if (said.text.size > 0 && !no) {
        problem_add(source->problems, RULE_YAML_SHAPE, said.at, "%s: yes or no", key);
    }
    return said.text.size > 0 ? false : otherwise;
}

bool source_id(Source *source, Str id, Place at)
{
    bool ok = id.size > 0 && id.size <= SOURCE_ID_BYTES_MAX && id.data[0] != '-' &&
              id.data[id.size - 1] != '-';
    for (size_t i = 0; ok && i < id.size; i++) {
        char c = id.data[i];
        ok = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }
    if (!ok) {
        problem_add(source->problems, RULE_ID_FORM, at, "'%.*s' is not an id", (int)id.size,
                    id.data);
    }
    return ok;
}

void source_add_entry(Source *source, SourceEntries *entries, Said key, Said value)
{
    enum { ROOM_FIRST = 64 };
    if (entries->count == entries->room) {
        int room = entries->room == 0 ? ROOM_FIRST : entries->room * 2;
        SourceEntry *at = arena_alloc(&source->arena, (size_t)room, sizeof *at);
        if (at == NULL) {
            return;
        }
        if (entries->count > 0) {
            memcpy(at, entries->at, (size_t)entries->count * sizeof *at);
        }
        entries->at = at;
        entries->room = room;
    }
    entries->at[entries->count++] = (SourceEntry){key, value};
}

const Said *source_entry(const SourceEntries *entries, Str key)
{
    for (int i = 0; i < entries->count; i++) {
        if (str_equal(entries->at[i].key.text, key)) {
            return &entries->at[i].value;
        }
    }
    return NULL;
}

/* ---- hours ------------------------------------------------------------------------------ */

static int weekday(Source *source, Str name, Place at)
{
    static const char *const names[] = {"ma", "di", "wo", "do", "vr", "za", "zo"};
    for (int i = 0; i < 7; i++) {
        if (str_equal(name, str_of(names[i]))) {
            return 1 << i;
        }
    }
    problem_add(source->problems, RULE_YAML_SHAPE, at, "'%s' is not a day: ma di wo do vr za zo",
                name.data);
    return 0;
}

/* "09:00" in minutes; -1 with a problem. */
static int minutes(Source *source, Said said)
{
    enum { HOUR_MINUTES = 60, HOURS = 24 };
    Str rest = said.text;
    int64_t hour = 0;
    int64_t minute = 0;
    if (str_to_int(str_cut(&rest, ':'), 0, HOURS, &hour) &&
        str_to_int(rest, 0, HOUR_MINUTES - 1, &minute) && hour * HOUR_MINUTES + minute <= 1440) {
        return (int)(hour * HOUR_MINUTES + minute);
    }
    problem_add(source->problems, RULE_YAML_SHAPE, said.at, "a time is written \"09:00\"");
    return -1;
}

Str source_hours(Source *source, const DocNode *map)
{
    int days = 0;
    Said one = source_said(source, map, "day");
    SaidList list = source_list(source, map, "days", 7);
    if (one.text.size > 0) {
        days = weekday(source, one.text, one.at);
    }
    for (int i = 0; i < list.count; i++) {
        days |= weekday(source, list.at[i].text, list.at[i].at);
    }
    int from = minutes(source, source_said(source, map, "from"));
    int to = minutes(source, source_said(source, map, "to"));
    if (days == 0 || from < 0 || to <= from) {
        problem_add(source->problems, RULE_REGION_VALUE, map->at, "days, from and to are needed");
        return STR("");
    }
    return str_of(source_format(source, "%d %d %d", days, from, to));
}

/* ---- finding ---------------------------------------------------------------------------- */

int source_topic(const Source *source, Audience audience, Str id)
{
    for (int i = 0; i < source->topic_count; i++) {
        if (source->topics[i].audience == audience && str_equal(source->topics[i].id, id)) {
            return i;
        }
    }
    return audience == AUDIENCE_YOUTH ? source_topic(source, AUDIENCE_CHILD, id) : -1;
}

int source_word(const Source *source, Str id)
{
    for (int i = 0; i < source->word_count; i++) {
        if (str_equal(source->words[i].id, id)) {
            return i;
        }
    }
    return -1;
}

const SourceFact *source_fact(const Source *source, Str id)
{
    for (int i = 0; i < source->fact_count; i++) {
        if (str_equal(source->facts[i].id, id)) {
            return &source->facts[i];
        }
    }
    return NULL;
}

/* ---- everything ------------------------------------------------------------------------- */

Source *source_open(const char *root, const char *region_file, Problems *problems)
{
    Source *source = calloc(1, sizeof *source);
    if (source == NULL) {
        return NULL;
    }
    source->problems = problems;
    source->root = arena_str(&source->arena, str_of(root)).data;
    source_language_read_all(source);
    source_language_read_facts(source);
    source_region_read(source, region_file);
    source_topic_read_all(source);
    source_tree_read(source);
    return source;
}

void source_close(Source *source)
{
    if (source != NULL) {
        arena_free(&source->arena);
        free(source);
    }
}
