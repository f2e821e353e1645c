/* content_topics.c - topics, their titles and their lines, from the pack into Content.
 * Owns nothing: everything goes into the content's arena. */
#include "content_load.h"

typedef struct TopicLoad {
    const Content *content;
    LanguageData *data; /* of the language being read */
    int language;
    Block *blocks; /* of one topic, one after another, so that a part is a slice */
    int used;
    Span spans[CONTENT_SPANS_MAX]; /* of the block being read */
} TopicLoad;

/* Part of a topic as stored; the answer is a block of its own before the parts. */
enum { STORED_ANSWER = PART_COUNT };

static bool damaged(Err *err, const char *what)
{
    return err_set(err, "pack.damaged", "the pack holds %s that cannot be right", what);
}

static Str keep(Arena *arena, const PackRow *row, int column)
{
    return arena_str(arena, pack_read_text(row, column));
}

/* Every text is a text, also when the pack has no row for it. */
static Block empty_block(void)
{
    Str none = STR("");
    return (Block){.head = none, .text = none, .term = none, .icon = none, .picture = none};
}

/* Numbers joined by spaces, each below `limit`; -1 when it is anything else or too many. */
static int numbers(Str text, int limit, int *out, int max)
{
    int count = 0;
    while (text.size > 0) {
        int64_t value = 0;
        if (count == max || !str_to_int(str_cut(&text, ' '), 0, limit - 1, &value)) {
            return -1;
        }
        out[count++] = (int)value;
    }
    return count;
}

static bool take_head(void *context, const PackRow *row, Err *err)
{
    Content *content = context;
    Arena *arena = &content->arena;
    if (content->topic_count == CONTENT_TOPICS_MAX) {
        return damaged(err, "too many topics");
    }
    TopicHead *head = &content->topics[content->topic_count++];
    head->audience = (Audience)pack_read_int(row, 0, 0, AUDIENCE_COUNT - 1);
    head->id = keep(arena, row, 1);
    head->icon = keep(arena, row, 2);
    head->picture = keep(arena, row, 3);
    head->is_law = pack_read_int(row, 4, 0, 1) == 1;
    head->is_letter = pack_read_int(row, 5, 0, 1) == 1;
    head->related_count =
        numbers(pack_read_text(row, 6), CONTENT_TOPICS_MAX, head->related, CONTENT_RELATED_MAX);
    return head->related_count >= 0 || damaged(err, "related topics");
}

static bool related_exist(const Content *content, Err *err)
{
    for (int i = 0; i < content->topic_count; i++) {
        for (int j = 0; j < content->topics[i].related_count; j++) {
            if (content->topics[i].related[j] >= content->topic_count) {
                return damaged(err, "related topics");
            }
        }
    }
    return true;
}

/* The topic of a row, when there can be one. */
static int row_topic(const TopicLoad *load, const PackRow *row)
{
    return pack_read_int(row, 0, 0, load->content->topic_count - 1);
}

static Topic *new_topic(const TopicLoad *load, int index)
{
    const TopicHead *head = &load->content->topics[index];
    Topic *topic = arena_alloc(&load->data->arena, 1, sizeof *topic);
    if (topic == NULL) {
        return NULL;
    }
    *topic = (Topic){.id = head->id,
                     .audience = head->audience,
                     .icon = head->icon,
                     .picture = head->picture,
                     .is_law = head->is_law,
                     .answer = empty_block(),
                     .language = load->language,
                     .related_count = head->related_count};
    for (int i = 0; i < head->related_count; i++) {
        topic->related[i] = head->related[i];
    }
    return topic;
}

static bool take_title(void *context, const PackRow *row, Err *err)
{
    const TopicLoad *load = context;
    Arena *arena = &load->data->arena;
    int index = row_topic(load, row);
    Topic *topic = load->content->topic_count == 0 ? NULL : new_topic(load, index);
    if (topic == NULL) {
        return damaged(err, "a topic");
    }
    topic->title = keep(arena, row, 1);
    topic->short_title = keep(arena, row, 2);
    topic->reviewed_by = keep(arena, row, 4);
    topic->word_count =
        numbers(pack_read_text(row, 3), load->content->word_count, topic->words, CONTENT_WORDS_MAX);
    load->data->topics[index] = topic;
    return topic->word_count >= 0 || damaged(err, "hard words of a topic");
}

/* "w 12 9 3;b 0 5": a word span from byte 12 of 9 bytes about word 3; a strong span. */
static bool one_span(Str text, const Content *content, Span *span)
{
    int64_t from = 0;
    int64_t size = 0;
    int64_t word = 0;
    Str kind = str_cut(&text, ' ');
    bool is_word = str_equal(kind, STR("w"));
    if (!is_word && !str_equal(kind, STR("b"))) {
        return false;
    }
    bool ok = str_to_int(str_cut(&text, ' '), 0, CONTENT_TEXT_BYTES_MAX, &from) &&
              str_to_int(str_cut(&text, ' '), 1, CONTENT_TEXT_BYTES_MAX, &size) &&
              (!is_word || str_to_int(text, 0, content->word_count - 1, &word));
    *span = (Span){is_word ? SPAN_WORD : SPAN_STRONG, (int)from, (int)size, (int)word};
    return ok;
}

/* Cutting between two characters only: what points inside one would tear it apart. */
static bool is_cut(Str text, int at)
{
    return at >= 0 && (size_t)at <= text.size &&
           ((size_t)at == text.size || ((unsigned char)text.data[at] & 0xC0) != 0x80);
}

static int read_spans(TopicLoad *load, Str text, Str spans)
{
    int count = 0;
    int last_end = 0;
    while (spans.size > 0) {
        Span *span = &load->spans[count];
        if (count == CONTENT_SPANS_MAX || !one_span(str_cut(&spans, ';'), load->content, span) ||
            span->from_bytes < last_end || !is_cut(text, span->from_bytes) ||
            !is_cut(text, span->from_bytes + span->size_bytes)) {
            return -1;
        }
        last_end = span->from_bytes + span->size_bytes;
        count++;
    }
    return count;
}

static bool keep_spans(TopicLoad *load, Block *block, Str spans)
{
    int count = read_spans(load, block->text, spans);
    if (count <= 0) {
        return count == 0;
    }
    Span *kept = arena_alloc(&load->data->arena, (size_t)count, sizeof(Span));
    for (int i = 0; kept != NULL && i < count; i++) {
        kept[i] = load->spans[i];
    }
    block->spans = kept;
    block->span_count = kept == NULL ? 0 : count;
    return kept != NULL;
}

static bool add_to_topic(TopicLoad *load, Topic *topic, int part, Block *block)
{
    if (part == STORED_ANSWER) {
        topic->answer = *block;
        return true;
    }
    TopicPart *slice = &topic->parts[part];
    if (slice->count == CONTENT_BLOCKS_MAX) {
        return false;
    }
    load->blocks[load->used] = *block;
    if (slice->count == 0) {
        slice->blocks = &load->blocks[load->used];
    } else if (slice->blocks + slice->count != &load->blocks[load->used]) {
        return false; /* lines of one part must follow each other */
    }
    slice->count++;
    load->used++;
    return true;
}

/* Cut a field out of our copy of the row and end it there: no copy per field. */
static Str take_field(Str *line)
{
    Str field = str_cut(line, PACK_READ_FIELD);
    ((char *)field.data)[field.size] = '\0';
    return field;
}

/* One line of a topic: PACK_FIELD_COUNT fields that point into the arena. */
static bool add_line(TopicLoad *load, Topic *topic, Str line)
{
    Str fields[PACK_FIELD_COUNT];
    int64_t part = 0;
    int64_t kind = 0;
    for (int i = 0; i < PACK_FIELD_COUNT; i++) {
        if (line.data == NULL) {
            return false;
        }
        fields[i] = take_field(&line);
    }
    Str hide = fields[PACK_FIELD_HIDE];
    Block block = {.head = fields[PACK_FIELD_HEAD],
                   .text = fields[PACK_FIELD_TEXT],
                   .term = fields[PACK_FIELD_TERM],
                   .icon = fields[PACK_FIELD_ICON],
                   .picture = fields[PACK_FIELD_PICTURE]};
    bool ok = line.data == NULL && str_to_int(fields[PACK_FIELD_PART], 0, STORED_ANSWER, &part) &&
              str_to_int(fields[PACK_FIELD_KIND], 0, BLOCK_STEP, &kind) &&
              (hide.size == 0 || when_parse(hide, &block.hide_after));
    block.kind = (BlockKind)kind;
    return ok && keep_spans(load, &block, fields[PACK_FIELD_SPANS]) &&
           add_to_topic(load, topic, (int)part, &block);
}

static int count_lines(Str lines)
{
    int count = 0;
    while (lines.size > 0) {
        str_cut(&lines, PACK_READ_LINE);
        count++;
    }
    return count;
}

static bool take_lines(void *context, const PackRow *row, Err *err)
{
    TopicLoad *load = context;
    Arena *arena = &load->data->arena;
    int index = row_topic(load, row);
    Str lines = arena_str(arena, pack_read_lines(row, 1));
    Topic *topic = load->content->topic_count == 0 ? NULL : load->data->topics[index];
    load->used = 0;
    load->blocks = arena_alloc(arena, (size_t)count_lines(lines) + 1, sizeof *load->blocks);
    bool ok = topic != NULL && load->blocks != NULL;
    while (ok && lines.size > 0) {
        ok = add_line(load, topic, str_cut(&lines, PACK_READ_LINE));
    }
    return ok || damaged(err, "lines of a topic");
}

static bool dutch_is_whole(const Content *content, Err *err)
{
    for (int i = 0; i < content->topic_count; i++) {
        const Topic *topic = content->languages[LANGUAGE_DUTCH].topics[i];
        if (topic == NULL || topic->title.size == 0 || topic->answer.text.size == 0) {
            return err_set(err, "pack.incomplete", "the topic %s is not there in Dutch",
                           content->topics[i].id.data);
        }
    }
    return true;
}

bool content_load_heads(Content *content, PackRead *pack, Err *err)
{
    content->topics = arena_alloc(&content->arena, CONTENT_TOPICS_MAX, sizeof(TopicHead));
    if (content->topics == NULL) {
        return err_set(err, "memory.full", "no memory for the topics");
    }
    return pack_read_rows(pack, (PackAsk){PACK_QUERY_TOPIC, STR("")}, take_head, content, err) &&
           related_exist(content, err);
}

bool content_load_topics(const Content *content, int language, Err *err)
{
    LanguageData *data = &content->languages[language];
    TopicLoad load = {.content = content, .data = data, .language = language};
    data->topics = arena_alloc(&data->arena, CONTENT_TOPICS_MAX, sizeof(Topic *));
    if (data->topics == NULL) {
        return err_set(err, "memory.full", "no memory for the topics");
    }
    PackAsk titles = {PACK_QUERY_TITLE, data->info.code};
    PackAsk blocks = {PACK_QUERY_BLOCK, data->info.code};
    return pack_read_rows(content->pack, titles, take_title, &load, err) &&
           pack_read_rows(content->pack, blocks, take_lines, &load, err) &&
           (language != LANGUAGE_DUTCH || dutch_is_whole(content, err));
}
