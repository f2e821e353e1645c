/* lint_tree.c - what hangs together: keys with texts, tiles with labels, names with files, topics
 * with ways to reach them. Owns nothing. */
#include "lint_tree.h"

#include <string.h>
#include <unistd.h>

#include "markup.h"
#include "source_topic.h"
#include "utf8.h"

/* ---- keys --------------------------------------------------------------------------------- */

static bool is_key(Str name)
{
    for (int i = 0; i < TEXT_COUNT; i++) {
        if (str_equal(content_text_name((TextKey)i), name)) {
            return true;
        }
    }
    return false;
}

typedef struct NameSet {
    Str names[MESSAGE_ARGS_MAX];
    int count;
} NameSet;

static void add_name(void *context, Str name)
{
    NameSet *set = context;
    for (int i = 0; i < set->count; i++) {
        if (str_equal(set->names[i], name)) {
            return;
        }
    }
    if (set->count < MESSAGE_ARGS_MAX) {
        set->names[set->count++] = name;
    }
}

static bool has_name(const NameSet *set, Str name)
{
    for (int i = 0; i < set->count; i++) {
        if (str_equal(set->names[i], name)) {
            return true;
        }
    }
    return false;
}

static Str pattern_of(Source *source, int language, Said said)
{
    unsigned flags = MARKUP_PATTERN | MARKUP_QUIET;
    return markup_resolve(source, language, said, (MarkupFlags)flags).text;
}

/* The same named values in both languages; a forgotten {date} would be a promise without a date. */
static void check_values(Source *source, int language, const SourceEntry *entry)
{
    NameSet dutch = {0};
    NameSet own = {0};
    const Said *said = source_entry(&source->languages[LANGUAGE_DUTCH].ui, entry->key.text);
    if (said == NULL) {
        return;
    }
    message_is_valid(pattern_of(source, LANGUAGE_DUTCH, *said), add_name, &dutch);
    message_is_valid(pattern_of(source, language, entry->value), add_name, &own);
    bool same = dutch.count == own.count;
    for (int i = 0; same && i < dutch.count; i++) {
        same = has_name(&own, dutch.names[i]);
    }
    if (!same) {
        problem_add(source->problems, RULE_KEY_VALUES, entry->value.at,
                    "%s: not the same {values} as in Dutch", entry->key.text.data);
    }
}

void lint_tree_keys(Source *source)
{
    for (int language = 0; language < source->language_count; language++) {
        const SourceEntries *ui = &source->languages[language].ui;
        for (int i = 0; i < ui->count; i++) {
            if (!is_key(ui->at[i].key.text)) {
                problem_add(source->problems, RULE_KEY_UNKNOWN, ui->at[i].key.at,
                            "%s is not in text_keys.def", ui->at[i].key.text.data);
            } else if (language != LANGUAGE_DUTCH) {
                check_values(source, language, &ui->at[i]);
            }
        }
    }
}

/* ---- labels ------------------------------------------------------------------------------- */

static bool is_tile_list(Str id)
{
    return str_equal(id, STR("parent")) || str_equal(id, STR("child")) ||
           str_equal(id, STR("youth"));
}

static void need_label(Source *source, const SourceList *list, const SourceItem *item)
{
    const char *name = source_format(source, "%s.%s", list->id.text.data, item->id.text.data);
    if (source_entry(&source->languages[LANGUAGE_DUTCH].tree, str_of(name)) == NULL) {
        problem_add(source->problems, RULE_LABEL_MISSING, item->id.at, "nl/tree.yaml lacks %s",
                    name);
    }
}

/* Is there a tile, question, item or adviser of that name? */
static bool label_has_owner(const Source *source, Str name)
{
    Str list_id = str_cut(&name, '.');
    Str id = str_cut(&name, '.');
    if (str_equal(list_id, STR("adviser"))) {
        return true;
    }
    bool question = str_equal(list_id, STR("question"));
    for (int i = 0; i < source->list_count; i++) {
        const SourceList *list = &source->lists[i];
        if (!question && !str_equal(list->id.text, list_id)) {
            continue;
        }
        for (int j = 0; j < list->count; j++) {
            bool is_question = list->items[j].parent.size > 0;
            if (is_question == question && str_equal(list->items[j].id.text, id)) {
                return true;
            }
        }
    }
    return false;
}

void lint_tree_labels(Source *source)
{
    for (int i = 0; i < source->list_count; i++) {
        const SourceList *list = &source->lists[i];
        for (int j = 0; j < list->count; j++) {
            if (list->items[j].parent.size == 0) {
                need_label(source, list, &list->items[j]);
            }
        }
    }
    for (int language = 0; language < source->language_count; language++) {
        const SourceEntries *tree = &source->languages[language].tree;
        for (int i = 0; i < tree->count; i++) {
            if (!label_has_owner(source, tree->at[i].key.text)) {
                problem_add(source->problems, RULE_LABEL_UNUSED, tree->at[i].key.at,
                            "nothing in topics.yaml is called %s", tree->at[i].key.text.data);
            }
        }
    }
}

/* ---- icons and pictures -------------------------------------------------------------------- */

static void need_file(Source *source, Rule rule, const char *folder, const Said *name)
{
    if (name->text.size == 0) {
        return;
    }
    const char *path = source_format(source, "%s/%s.svg", folder, name->text.data);
    if (strchr(name->text.data, '/') != NULL || access(path, R_OK) != 0) {
        problem_add(source->problems, rule, name->at, "there is no %s", path);
    }
}

static void check_text_pictures(Source *source, const char *assets, const SourceText *text)
{
    const char *icons = source_format(source, "%s/icons", assets);
    const char *pictures = source_format(source, "%s/illustrations/light", assets);
    if (text->icon.text.size == 0) {
        problem_add(source->problems, RULE_ICON, (Place){text->file, 1}, "a topic needs an icon");
    }
    need_file(source, RULE_ICON, icons, &text->icon);
    need_file(source, RULE_PICTURE, pictures, &text->picture);
    for (int part = 0; part < PART_COUNT; part++) {
        for (int i = 0; i < text->parts[part].count; i++) {
            need_file(source, RULE_ICON, icons, &text->parts[part].lines[i].icon);
            need_file(source, RULE_PICTURE, pictures, &text->parts[part].lines[i].picture);
        }
    }
}

/* The third value of an adviser's row in the pack table is the picture. */
static void check_adviser_pictures(Source *source, const char *pictures)
{
    for (int i = 0; i < source->region.count; i++) {
        Str row = source->region.at[i].value.text;
        if (str_starts_with(source->region.at[i].key.text, STR("region.adviser."))) {
            str_cut(&row, '\t');
            str_cut(&row, '\t');
            Str name = arena_str(&source->arena, str_cut(&row, '\t'));
            Said picture = {name, source->region.at[i].value.at};
            need_file(source, RULE_PICTURE, pictures, &picture);
        }
    }
}

void lint_tree_pictures(Source *source, const char *assets)
{
    const char *icons = source_format(source, "%s/icons", assets);
    const char *pictures = source_format(source, "%s/illustrations/light", assets);
    check_adviser_pictures(source, pictures);
    for (int i = 0; i < source->list_count; i++) {
        for (int j = 0; j < source->lists[i].count; j++) {
            need_file(source, RULE_ICON, icons, &source->lists[i].items[j].icon);
            need_file(source, RULE_PICTURE, pictures, &source->lists[i].items[j].picture);
        }
    }
    for (int i = 0; i < source->topic_count; i++) {
        if (source->topics[i].texts[LANGUAGE_DUTCH] != NULL) {
            check_text_pictures(source, assets, source->topics[i].texts[LANGUAGE_DUTCH]);
        }
    }
}

/* ---- reachability --------------------------------------------------------------------------- */

static void mark_list(const Source *source, const SourceList *list, bool *reached)
{
    for (int i = 0; i < list->count; i++) {
        for (int audience = 0; audience < AUDIENCE_COUNT; audience++) {
            bool fits = !is_tile_list(list->id.text) ||
                        str_equal(list->id.text, str_of(source_audience((Audience)audience)));
            Str topic = list->items[i].topic.text;
            int index =
                fits && topic.size > 0 ? source_topic(source, (Audience)audience, topic) : -1;
            if (index >= 0) {
                reached[index] = true;
            }
        }
    }
}

static bool mark_related(const Source *source, bool *reached)
{
    bool more = false;
    for (int i = 0; i < source->topic_count; i++) {
        const SourceText *text = source->topics[i].texts[LANGUAGE_DUTCH];
        for (int j = 0; reached[i] && text != NULL && j < text->related.count; j++) {
            int index = source_topic(source, source->topics[i].audience, text->related.at[j].text);
            more = more || (index >= 0 && !reached[index]);
            if (index >= 0) {
                reached[index] = true;
            }
        }
    }
    return more;
}

void lint_tree_reach(Source *source)
{
    bool reached[CONTENT_TOPICS_MAX] = {false};
    for (int i = 0; i < source->list_count; i++) {
        mark_list(source, &source->lists[i], reached);
    }
    while (mark_related(source, reached)) {
    }
    for (int i = 0; i < source->topic_count; i++) {
        if (!reached[i] && source->topics[i].texts[LANGUAGE_DUTCH] != NULL) {
            problem_add(source->problems, RULE_UNREACHABLE,
                        (Place){source->topics[i].texts[LANGUAGE_DUTCH]->file, 1},
                        "no tile, list or related topic leads here");
        }
    }
}

/* ---- parts ---------------------------------------------------------------------------------- */

enum { KORT_POINTS_MAX = 3, SHORT_POINTS_MAX = 16, STORY_PICTURES_MAX = 4 };

static void need_part(Source *source, const SourceText *text, Part part)
{
    if (text->parts[part].count == 0) {
        problem_add(source->problems, RULE_PART_MISSING, (Place){text->file, 1}, "## %s is missing",
                    source_topic_part(part));
    }
}

static void check_story(Source *source, Audience audience, const SourceText *text)
{
    const SourcePart *story = &text->parts[PART_VERHAAL];
    /* A young child sees them all at once; older ones read them page by page. */
    if (audience == AUDIENCE_CHILD && story->count > STORY_PICTURES_MAX) {
        problem_add(source->problems, RULE_PART_SHAPE, story->lines[STORY_PICTURES_MAX].text.at,
                    "a story has at most %d pictures", STORY_PICTURES_MAX);
    }
    for (int i = 0; i < story->count; i++) {
        if (story->lines[i].picture.text.size == 0) {
            problem_add(source->problems, RULE_PART_SHAPE, story->lines[i].text.at,
                        "a step of a story has a {picture: ...}");
        }
    }
}

static void check_parts(Source *source, const SourceTopic *topic, const SourceText *text)
{
    if (topic->audience == AUDIENCE_PARENT) {
        need_part(source, text, PART_KORT);
        need_part(source, text, PART_HELPT);
        need_part(source, text, PART_DOEN);
    } else if (text->parts[PART_VERHAAL].count == 0) {
        need_part(source, text, PART_KORT);
    }
    if (text->parts[PART_KORT].count > KORT_POINTS_MAX) {
        problem_add(source->problems, RULE_PART_SHAPE,
                    text->parts[PART_KORT].lines[KORT_POINTS_MAX].text.at,
                    "## kort has at most %d points", KORT_POINTS_MAX);
    }
    check_story(source, topic->audience, text);
    if (utf8_count(text->short_title.text) > SHORT_POINTS_MAX) {
        problem_add(source->problems, RULE_SHORT_LONG, text->short_title.at,
                    "'%s' has more than %d characters: give a short title",
                    text->short_title.text.data, SHORT_POINTS_MAX);
    }
}

void lint_tree_parts(Source *source)
{
    for (int i = 0; i < source->topic_count; i++) {
        for (int language = 0; language < source->language_count; language++) {
            const SourceText *text = source->topics[i].texts[language];
            if (text != NULL) {
                check_parts(source, &source->topics[i], text);
            }
        }
    }
}

/* ---- translations --------------------------------------------------------------------------- */

static void note_review(Source *source, const SourceText *text)
{
    if (text->reviewed_by.text.size == 0) {
        problem_add(source->problems, RULE_REVIEW, (Place){text->file, 1},
                    "nobody is named in reviewed_by");
    }
}

void lint_tree_translations(Source *source)
{
    for (int language = 0; language < source->language_count; language++) {
        const char *code = source->languages[language].code.text.data;
        for (int i = 0; i < TEXT_COUNT; i++) {
            Str key = content_text_name((TextKey)i);
            if (source_entry(&source->languages[language].ui, key) == NULL) {
                const char *file = source_format(source, "%s/%s/ui.yaml", source->root, code);
                problem_add(source->problems, RULE_UNTRANSLATED, (Place){file, 0}, "%s is missing",
                            key.data);
            }
        }
        for (int i = 0; i < source->topic_count; i++) {
            const SourceTopic *topic = &source->topics[i];
            if (topic->texts[language] != NULL) {
                note_review(source, topic->texts[language]);
            } else if (topic->texts[LANGUAGE_DUTCH] != NULL) {
                problem_add(source->problems, RULE_UNTRANSLATED,
                            (Place){topic->texts[LANGUAGE_DUTCH]->file, 0}, "not in %s", code);
            }
        }
    }
}
