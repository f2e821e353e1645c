/* build_topic.c - topics into rows. Owns nothing. */
#include "build_topic.h"

#include "build.h"
#include "markup.h"

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

/* Part PART_COUNT is the answer (see content_topics.c). */
typedef struct BlockPlace {
    int part, pos;
} BlockPlace;

static void put_block(const TopicWriter *writer, BlockPlace place, const SourceLine *line)
{
    Source *source = writer->source;
    MarkupFlags flags = (MarkupFlags)(MARKUP_WORDS | MARKUP_QUIET);
    SourceLine cut = *line;
    Helper helper = {STR(""), line->text.text};
    if (place.part == PART_HELPT) {
        helper = build_topic_helper(line->text.text);
        cut.text.text = helper.text;
    }
    Said head_said = {helper.head, line->text.at};
    Markup head = markup_resolve(source, writer->language, head_said, flags);
    Markup text = markup_resolve(source, writer->language, cut.text, flags);
    Markup term = markup_resolve(source, writer->language, line->term, MARKUP_QUIET);
    char hide[WHEN_DATE_BYTES] = "";
    if (text.hide_after.year != 0) {
        when_format(text.hide_after, hide);
    }
    Cell cells[] = {
        table_text(source->languages[writer->language].code.text),
        table_int(writer->topic),
        table_int(place.part),
        table_int(place.pos),
        table_int(line->kind),
        table_text(head.text),
        table_text(text.text),
        table_text(term.text),
        table_text(line->icon.text),
        table_text(line->picture.text),
        table_text(markup_spans(source, &text)),
        table_c(hide),
    };
    table_add(writer->tables, TABLE_BLOCK, cells, COUNT(cells));
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
    SourceLine answer = {.kind = BLOCK_TEXT, .text = text->answer};
    put_block(writer, (BlockPlace){PART_COUNT, 0}, &answer);
    for (int part = 0; part < PART_COUNT; part++) {
        for (int i = 0; i < text->parts[part].count; i++) {
            put_block(writer, (BlockPlace){part, i}, &text->parts[part].lines[i]);
        }
    }
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
