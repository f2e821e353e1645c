/* source_topic.c - finding topic files and reading their front matter. Owns nothing. */
#include "source_topic.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "source_markdown.h"

const char *source_topic_part(Part part)
{
    static const char *const names[PART_COUNT] = {"kort", "stappen", "helpt",
                                                  "doen", "mee",     "verhaal"};
    return names[part];
}

/* ---- one file --------------------------------------------------------------------------- */

/* Cut the text between the first two --- lines; *body and *body_line get what follows. */
static bool cut_front(Str text, Str *front, Str *body, int *body_line)
{
    Str rest = text;
    if (!str_equal(str_trim(str_cut(&rest, '\n')), STR("---"))) {
        return false;
    }
    front->data = rest.data;
    *body_line = 2;
    while (rest.size > 0) {
        const char *start = rest.data;
        Str line = str_cut(&rest, '\n');
        (*body_line)++;
        if (str_equal(str_trim(line), STR("---"))) {
            front->size = (size_t)(start - front->data);
            *body = rest.data == NULL ? STR("") : rest;
            return true;
        }
    }
    return false;
}

static void read_front(Source *source, const DocNode *map, SourceText *text)
{
    doc_only(source->problems, map,
             "title short answer icon picture law related words synonyms letter reviewed_by");
    text->title = source_said(source, map, "title");
    text->short_title = source_said(source, map, "short");
    text->answer = source_said(source, map, "answer");
    text->icon = source_said(source, map, "icon");
    text->picture = source_said(source, map, "picture");
    text->law = source_said(source, map, "law");
    text->letter = source_said(source, map, "letter");
    text->reviewed_by = source_said(source, map, "reviewed_by");
    text->related = source_list(source, map, "related", CONTENT_RELATED_MAX);
    text->words = source_list(source, map, "words", CONTENT_WORDS_MAX);
    text->synonyms = source_list(source, map, "synonyms", SOURCE_SYNONYMS_MAX);
    source_yes(source, map, "law", false);
    source_yes(source, map, "letter", false);
    if (text->title.text.size == 0 || text->answer.text.size == 0) {
        problem_add(source->problems, RULE_MD_FRONT, map->at, "title and answer are needed");
    }
    if (text->short_title.text.size == 0) {
        text->short_title = text->title;
    }
}

SourceText *source_topic_read(Source *source, SourceFile file)
{
    Str front = STR("");
    Str body = STR("");
    int body_line = 0;
    if (!cut_front(file.text, &front, &body, &body_line)) {
        problem_add(source->problems, RULE_MD_FRONT, (Place){file.name, 1},
                    "the file must start with front matter between two --- lines");
        return NULL;
    }
    DocInput input = {file.name, front, 2};
    const DocNode *map = doc_parse(&source->arena, source->problems, input);
    if (map == NULL || !doc_is(source->problems, map, DOC_MAP)) {
        return NULL;
    }
    SourceText *text = arena_alloc(&source->arena, 1, sizeof *text);
    if (text != NULL) {
        text->file = file.name;
        read_front(source, map, text);
        source_markdown_read(source, (DocInput){file.name, body, body_line}, text);
    }
    return text;
}

/* ---- all files -------------------------------------------------------------------------- */

static SourceTopic *topic_of(Source *source, Audience audience, Str id)
{
    for (int i = 0; i < source->topic_count; i++) {
        if (source->topics[i].audience == audience && str_equal(source->topics[i].id, id)) {
            return &source->topics[i];
        }
    }
    if (source->topic_count == CONTENT_TOPICS_MAX) {
        return NULL;
    }
    SourceTopic *topic = &source->topics[source->topic_count++];
    topic->audience = audience;
    topic->id = id;
    return topic;
}

static void read_file(Source *source, Audience audience, int language, const char *name)
{
    const char *relative =
        source_format(source, "%s/%s/%s", source->languages[language].code.text.data,
                      source_audience(audience), name);
    SourceFile file = source_file(source, relative, true);
    Str id = {name, strlen(name) - strlen(".md")};
    id = arena_str(&source->arena, id);
    if (!source_id(source, id, (Place){file.name, 0})) {
        return;
    }
    SourceText *text = source_topic_read(source, file);
    SourceTopic *topic = text == NULL ? NULL : topic_of(source, audience, id);
    if (text != NULL && topic == NULL) {
        problem_add(source->problems, RULE_LIMIT, (Place){file.name, 0}, "too many topics");
    } else if (topic != NULL) {
        topic->texts[language] = text;
    }
}

static int is_topic_file(const struct dirent *entry)
{
    Str name = str_of(entry->d_name);
    return name.data[0] != '.' && str_ends_with(name, STR(".md"));
}

/* strcmp, not the locale's order: the pack must not depend on who builds it. */
static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static void read_folder(Source *source, Audience audience, int language)
{
    char path[SOURCE_PATH_BYTES_MAX];
    Buf buf = buf_init(path, sizeof path);
    buf_format(&buf, "%s/%s/%s", source->root, source->languages[language].code.text.data,
               source_audience(audience));
    struct dirent **names = NULL;
    int count = buf.overflow ? -1 : scandir(path, &names, is_topic_file, by_name);
    for (int i = 0; i < count; i++) {
        read_file(source, audience, language, names[i]->d_name);
        free(names[i]);
    }
    free(names);
}

static int by_audience_and_id(const void *a, const void *b)
{
    const SourceTopic *first = a;
    const SourceTopic *second = b;
    int order = (int)first->audience - (int)second->audience;
    return order != 0 ? order : strcmp(first->id.data, second->id.data);
}

static void check_dutch(Source *source, SourceTopic *topic)
{
    for (int i = 1; i < source->language_count; i++) {
        if (topic->texts[LANGUAGE_DUTCH] == NULL && topic->texts[i] != NULL) {
            problem_add(source->problems, RULE_TOPIC_DUTCH, (Place){topic->texts[i]->file, 0},
                        "there is no Dutch %s/%s.md", source_audience(topic->audience),
                        topic->id.data);
        }
    }
}

void source_topic_read_all(Source *source)
{
    for (int language = 0; language < source->language_count; language++) {
        for (int audience = 0; audience < AUDIENCE_COUNT; audience++) {
            read_folder(source, (Audience)audience, language);
        }
    }
    qsort(source->topics, (size_t)source->topic_count, sizeof source->topics[0],
          by_audience_and_id);
    for (int i = 0; i < source->topic_count; i++) {
        check_dutch(source, &source->topics[i]);
    }
}
