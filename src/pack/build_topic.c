/* build_topic.c - topics into rows. Owns nothing. */
#include "build_topic.h"

#include <stdlib.h>

#include "build.h"
#include "markup.h"
#include "pack_read.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

typedef struct TopicWriter {
    Source *source;
    Tables *tables;
    int topic, language;
} TopicWriter;

/* ---- hard words of a topic ---------------------------------------------------------------- */

static int add_word(int *words, int count, int word)
{
    for (int i = 0; i < count; i++) {
        if (words[i] == word) {
            return count;
        }
    }
    if (word >= 0 && count < CONTENT_WORDS_MAX) {
        words[count++] = word;
    }
    return count;
}

static int add_marked(Source *source, Said said, int *words, int count)
{
    MarkupFlags flags = (MarkupFlags)(MARKUP_WORDS | MARKUP_QUIET);
    Markup markup = markup_resolve(source, LANGUAGE_DUTCH, said, flags);
    for (int i = 0; i < markup.span_count; i++) {
        if (markup.spans[i].kind == SPAN_WORD) {
            count = add_word(words, count, markup.spans[i].word);
        }
    }
    return count;
}

int build_topic_words(Source *source, const SourceText *text, int *out)
{
    int count = 0;
    for (int i = 0; i < text->words.count; i++) {
        count = add_word(out, count, source_word(source, text->words.at[i].text));
    }
    count = add_marked(source, text->answer, out, count);
    for (int part = 0; part < PART_COUNT; part++) {
        for (int i = 0; i < text->parts[part].count; i++) {
            count = add_marked(source, text->parts[part].lines[i].text, out, count);
        }
    }
    return count;
}

/* ---- lines -------------------------------------------------------------------------------- */

Helper build_topic_helper(Str line)
{
    enum { HEAD_BYTES_MAX = 80 };
    for (size_t i = 1; i + 2 < line.size && i < HEAD_BYTES_MAX; i++) {
        if (line.data[i] == ':' && line.data[i + 1] == ' ') {
            return (Helper){{line.data, i}, {line.data + i + 2, line.size - i - 2}};
        }
    }
    return (Helper){STR(""), line};
}

/* Part PART_COUNT is the answer (pack_read.h). */
static void put_line(const TopicWriter *writer, int part, const SourceLine *line, Buf *out)
{
    Source *source = writer->source;
    MarkupFlags flags = (MarkupFlags)(MARKUP_WORDS | MARKUP_QUIET);
    SourceLine cut = *line;
    Helper helper = {STR(""), line->text.text};
    if (part == PART_HELPT) {
        helper = build_topic_helper(line->text.text);
        cut.text.text = helper.text;
    }
    Markup head =
        markup_resolve(source, writer->language, (Said){helper.head, line->text.at}, flags);
    Markup text = markup_resolve(source, writer->language, cut.text, flags);
    Markup term = markup_resolve(source, writer->language, line->term, MARKUP_QUIET);
    char hide[WHEN_DATE_BYTES] = "";
    if (text.hide_after.year != 0) {
        when_format(text.hide_after, hide);
    }
    Str fields[PACK_FIELD_COUNT] = {
        [PACK_FIELD_PART] = str_of(source_format(source, "%d", part)),
        [PACK_FIELD_KIND] = str_of(source_format(source, "%d", (int)line->kind)),
        [PACK_FIELD_HEAD] = head.text,
        [PACK_FIELD_TEXT] = text.text,
        [PACK_FIELD_TERM] = term.text,
        [PACK_FIELD_ICON] = line->icon.text,
        [PACK_FIELD_PICTURE] = line->picture.text,
        [PACK_FIELD_SPANS] = markup_spans(source, &text),
        [PACK_FIELD_HIDE] = str_of(hide),
    };
    for (int i = 0; i < PACK_FIELD_COUNT; i++) {
        buf_add(out, fields[i]);
        buf_add_char(out, i + 1 < PACK_FIELD_COUNT ? PACK_READ_FIELD : PACK_READ_LINE);
    }
}

static void put_lines(const TopicWriter *writer, const SourceText *text)
{
    char *memory = malloc(PACK_READ_LINES_BYTES_MAX);
    if (memory == NULL) {
        return;
    }
    Buf out = buf_init(memory, PACK_READ_LINES_BYTES_MAX);
    SourceLine answer = {.kind = BLOCK_TEXT, .text = text->answer};
    put_line(writer, PART_COUNT, &answer, &out);
    for (int part = 0; part < PART_COUNT; part++) {
        for (int i = 0; i < text->parts[part].count; i++) {
            put_line(writer, part, &text->parts[part].lines[i], &out);
        }
    }
    if (out.size > 0) {
        out.size--; /* no separator behind the last line */
    }
    Cell cells[] = {table_int(writer->topic * CONTENT_LANGUAGES_MAX + writer->language),
                    table_text(writer->source->languages[writer->language].code.text),
                    table_int(writer->topic), table_text(buf_str(&out))};
    table_add(writer->tables, TABLE_BLOCK, cells, COUNT(cells));
    free(memory);
}

static void put_text(const TopicWriter *writer, const SourceText *text)
{
    Source *source = writer->source;
    int words[CONTENT_WORDS_MAX];
    int count = build_topic_words(source, text, words);
    const char *list = "";
    for (int i = 0; i < count; i++) {
        list = source_format(source, "%s%s%d", list, i > 0 ? " " : "", words[i]);
    }
    Cell cells[] = {table_text(source->languages[writer->language].code.text),
                    table_int(writer->topic),
                    table_text(text->title.text),
                    table_text(text->short_title.text),
                    table_c(list),
                    table_text(text->reviewed_by.text)};
    table_add(writer->tables, TABLE_TOPIC_TEXT, cells, COUNT(cells));
    put_lines(writer, text);
}

/* ---- heads -------------------------------------------------------------------------------- */

/* What does not depend on the language comes from the Dutch file. */
static void put_head(Source *source, Tables *tables, int index)
{
    const SourceTopic *topic = &source->topics[index];
    const SourceText *dutch = topic->texts[LANGUAGE_DUTCH];
    const char *related = "";
    int count = 0;
    for (int i = 0; i < dutch->related.count; i++) {
        int other = source_topic(source, topic->audience, dutch->related.at[i].text);
        if (other >= 0) {
            related = source_format(source, "%s%s%d", related, count++ > 0 ? " " : "", other);
        }
    }
    Cell cells[] = {table_int(index),
                    table_int(topic->audience),
                    table_text(topic->id),
                    table_text(dutch->icon.text),
                    table_text(dutch->picture.text),
                    table_int(str_equal(dutch->law.text, STR("yes"))),
                    table_int(str_equal(dutch->letter.text, STR("yes"))),
                    table_c(related)};
    table_add(tables, TABLE_TOPIC, cells, COUNT(cells));
}

void build_topic_write(Source *source, Tables *tables)
{
    for (int i = 0; i < source->topic_count; i++) {
        put_head(source, tables, i);
        for (int language = 0; language < source->language_count; language++) {
            TopicWriter writer = {source, tables, i, language};
            if (source->topics[i].texts[language] != NULL) {
                put_text(&writer, source->topics[i].texts[language]);
            }
        }
    }
}
