/* source_region.c - a region's settings, checked for completeness and range. Owns nothing. */
#include "source_region.h"

#include <string.h>

enum { RETENTION_DAYS_MAX = 90, PROMISE_DAYS_MAX = 30, ATTEMPTS_MAX = 9 };

static void put(Source *source, const char *key, Str value, Place at)
{
    const char *full = source_format(source, "region.%s", key);
    source_add_entry(source, &source->region, (Said){str_of(full), at}, (Said){value, at});
}

static void wrong(Source *source, Place at, const char *what)
{
    problem_add(source->problems, RULE_REGION_VALUE, at, "%s", what);
}

static void read_text(Source *source, const DocNode *map, const char *key, bool must)
{
    Said said = source_said(source, map, key);
    if (said.text.size == 0 && must) {
        wrong(source, said.at, source_format(source, "%s is needed", key));
    }
    put(source, key, said.text, said.at);
}

static void read_number(Source *source, const DocNode *map, const char *key, int max)
{
    Said said = source_said(source, map, key);
    int64_t value = 0;
    if (!str_to_int(said.text, 1, max, &value)) {
        wrong(source, said.at, source_format(source, "%s must be a number from 1 to %d", key, max));
    }
    put(source, key, said.text, said.at);
}

static void read_flag(Source *source, const DocNode *map, const char *key)
{
    bool yes = source_yes(source, map, key, false);
    put(source, key, yes ? STR("1") : STR("0"), map->at);
}

/* Words of a list as bits in the order of `names`. */
static void read_bits(Source *source, const DocNode *map, const char *key, const char *names)
{
    enum { WORDS_MAX = 16 };
    SaidList words = source_list(source, map, key, WORDS_MAX);
    unsigned bits = 0;
    for (int i = 0; i < words.count; i++) {
        Str rest = str_of(names);
        unsigned bit = 1;
        while (rest.size > 0 && !str_equal(str_cut(&rest, ' '), words.at[i].text)) {
            bit <<= 1;
            if (rest.size == 0) {
                bit = 0;
            }
        }
        if (bit == 0) {
            wrong(source, words.at[i].at, source_format(source, "%s: one of %s", key, names));
        }
        bits |= bit;
    }
    if (bits == 0) {
        wrong(source, map->at, source_format(source, "%s: at least one of %s", key, names));
    }
    put(source, key, str_of(source_format(source, "%u", bits)), map->at);
}

/* ---- lists ------------------------------------------------------------------------------ */

typedef Str RowFn(Source *source, const DocNode *row);

/* Each row of a list of maps becomes "region.<name>.<nn>". */
static void read_rows(Source *source, const DocNode *map, const char *key, RowFn *row_text)
{
    const DocNode *list = doc_get(map, key);
    if (list == NULL || !doc_is(source->problems, list, DOC_LIST)) {
        return;
    }
    int size = (int)strlen(key) - 1; /* closures → closure */
    int index = 0;
    for (const DocNode *row = list->first; row != NULL; row = row->next) {
        if (doc_is(source->problems, row, DOC_MAP)) {
            Str value = row_text(source, row);
            put(source, source_format(source, "%.*s.%02d", size, key, index++), value, row->at);
        }
    }
}

static Str closure_text(Source *source, const DocNode *row)
{
    doc_only(source->problems, row, "from to why");
    Said from = source_said(source, row, "from");
    Said to = source_said(source, row, "to");
    Date first;
    Date last;
    if (!when_parse(from.text, &first) || !when_parse(to.text, &last) ||
        when_days(first) > when_days(last)) {
        wrong(source, row->at, "a closure has from and to: dates, in that order");
    }
    return str_of(source_format(source, "%s %s", from.text.data, to.text.data));
}

static Str visit_text(Source *source, const DocNode *row)
{
    doc_only(source->problems, row, "day days from to place");
    Said place = source_said(source, row, "place");
    if (place.text.size == 0) {
        wrong(source, row->at, "a walk-in moment needs a place");
    }
    Str hours = source_hours(source, row);
    return str_of(source_format(source, "%s\t%s", hours.data, place.text.data));
}

static Str sector_text(Source *source, const DocNode *row)
{
    doc_only(source->problems, row, "id phone");
    Said id = source_said(source, row, "id");
    source_id(source, id.text, id.at);
    return str_of(
        source_format(source, "%s\t%s", id.text.data, source_said(source, row, "phone").text.data));
}

static Str adviser_text(Source *source, const DocNode *row)
{
    doc_only(source->problems, row, "id name picture languages child");
    Said id = source_said(source, row, "id");
    Said name = source_said(source, row, "name");
    SaidList languages = source_list(source, row, "languages", REGION_WORDS_MAX);
    const char *codes = "";
    for (int i = 0; i < languages.count; i++) {
        codes = source_format(source, "%s%s%s", codes, i > 0 ? " " : "", languages.at[i].text.data);
    }
    source_id(source, id.text, id.at);
    if (name.text.size == 0) {
        wrong(source, row->at, "an adviser needs a name");
    }
    return str_of(source_format(source, "%s\t%s\t%s\t%d\t%s", id.text.data, name.text.data,
                                source_said(source, row, "picture").text.data,
                                source_yes(source, row, "child", false), codes));
}

static void read_hours(Source *source, const DocNode *map)
{
    const DocNode *list = doc_get(map, "hours");
    Str all = STR("");
    for (const DocNode *row = list == NULL ? NULL : list->first; row != NULL; row = row->next) {
        Str one = source_hours(source, row);
        all = str_of(source_format(source, "%s%s%s", all.data, all.size > 0 ? ";" : "", one.data));
    }
    if (all.size == 0) {
        wrong(source, map->at, "hours are needed: when is the phone answered?");
    }
    put(source, "hours", all, map->at);
}

static void read_fg(Source *source, const DocNode *map)
{
    const DocNode *fg = doc_get(map, "fg");
    if (fg != NULL && doc_is(source->problems, fg, DOC_MAP)) {
        doc_only(source->problems, fg, "name mail phone");
    }
    static const char *const keys[] = {"name", "mail", "phone"};
    for (int i = 0; i < 3; i++) {
        Said said = source_said(source, fg, keys[i]);
        put(source, source_format(source, "fg_%s", keys[i]), said.text, said.at);
    }
}

static void read_call_days(Source *source, const DocNode *map)
{
    read_bits(source, map, "call_days", "ma di wo do vr za zo");
}

void source_region_read(Source *source, const char *file)
{
    const DocNode *map = file == NULL
                             ? source_yaml(source, "region.yaml", true)
                             : source_yaml_at(source, source_format(source, "%s", file), true);
    if (map == NULL || !doc_is(source->problems, map, DOC_MAP)) {
        return;
    }
    doc_only(source->problems, map,
             "name region organisation org phone mail site hours closures call_days"
             " promise_workdays call_attempts retention_days fg channels child_routes staffed"
             " visits sectors interpreter sign_interpreter advisers");
    static const char *const needed[] = {"name", "region", "organisation", "org", "phone"};
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) {
        read_text(source, map, needed[i], true);
    }
    read_text(source, map, "mail", false);
    read_text(source, map, "site", false);
    read_hours(source, map);
    read_call_days(source, map);
    read_number(source, map, "promise_workdays", PROMISE_DAYS_MAX);
    read_number(source, map, "call_attempts", ATTEMPTS_MAX);
    read_number(source, map, "retention_days", RETENTION_DAYS_MAX);
    read_bits(source, map, "channels", "call sms app mail visit");
    read_bits(source, map, "child_routes", "here visit via call");
    read_flag(source, map, "staffed");
    read_flag(source, map, "interpreter");
    read_flag(source, map, "sign_interpreter");
    read_fg(source, map);
    read_rows(source, map, "closures", closure_text);
    read_rows(source, map, "visits", visit_text);
    read_rows(source, map, "sectors", sector_text);
    read_rows(source, map, "advisers", adviser_text);
}
