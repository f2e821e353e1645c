/* build_index.c - words and trigrams of every topic, per language and audience. The words are cut
 * and folded by the same code that folds a visitor's question. Owns its lists while it runs. */
#include "build_index.h"

#include <stdlib.h>
#include <string.h>

#include "build.h"
#include "content_data.h"
#include "search_fold.h"
#include "walk.h"

enum {
    WEIGHT_SYNONYM = 60,
    WEIGHT_TITLE = 50,
    WEIGHT_LABEL = 50,
    WEIGHT_ANSWER = 24,
    WEIGHT_WORD = 16,
    WEIGHT_KORT = 12,
    WEIGHT_LINE = 6,
    WEIGHT_MEE = 4,
    WEIGHT_TRIGRAM_MIN = 24, /* only words that matter get trigrams */
    REPEAT_MAX = 20,         /* what repeating a word can add */
    HITS_FIRST = 4096
};

typedef struct IndexHit {
    Str term;
    int topic, weight;
} IndexHit;

typedef struct IndexHits {
    IndexHit *at;
    int count, room;
} IndexHits;

typedef struct Index {
    Source *source;
    Tables *tables;
    int language;
    Audience audience;
    int topic; /* being read */
    IndexHits words, trigrams;
} Index;

/* ---- collecting ----------------------------------------------------------------------------- */

static void add_hit(IndexHits *hits, Str term, int topic, int weight)
{
    if (hits->count == hits->room) {
        int room = hits->room == 0 ? HITS_FIRST : hits->room * 2;
        IndexHit *at = realloc(hits->at, (size_t)room * sizeof *at);
        if (at == NULL) {
            return;
        }
        hits->at = at;
        hits->room = room;
    }
    hits->at[hits->count++] = (IndexHit){term, topic, weight};
}

static void add_text(Index *index, Str text, int weight)
{
    SearchWord word;
    while (search_fold_next(&text, &word)) {
        Str folded = arena_str(&index->source->arena, search_fold_str(&word));
        add_hit(&index->words, folded, index->topic, weight);
    }
}

static void add_walked(void *context, const WalkText *text)
{
    static const int weights[] = {
        [WALK_UI] = 0,
        [WALK_LABEL] = WEIGHT_LABEL,
        [WALK_TITLE] = WEIGHT_TITLE,
        [WALK_SHORT] = WEIGHT_TITLE,
        [WALK_ANSWER] = WEIGHT_ANSWER,
        [WALK_LINE] = WEIGHT_LINE,
        [WALK_TERM] = WEIGHT_LINE,
        [WALK_SAY] = 0,
        [WALK_FULL] = 0,
    };
    int weight = weights[text->kind];
    if (text->kind == WALK_LINE && text->part == PART_KORT) {
        weight = WEIGHT_KORT;
    } else if (text->kind == WALK_LINE && text->part == PART_MEE) {
        weight = WEIGHT_MEE;
    }
    add_text(context, text->plain, weight);
}

/* Questions and list items that open the topic; a label is "question.x", "letters.x" ... */
static void add_labels(Index *index, const SourceTopic *topic)
{
    Source *source = index->source;
    for (int i = 0; i < source->list_count; i++) {
        const SourceList *list = &source->lists[i];
        for (int j = 0; j < list->count; j++) {
            const SourceItem *item = &list->items[j];
            if (!str_equal(item->topic.text, topic->id)) {
                continue;
            }
            const char *owner = item->parent.size > 0 ? "question" : list->id.text.data;
            const char *name = source_format(source, "%s.%s", owner, item->id.text.data);
            const Said *label =
                source_entry(&source->languages[index->language].tree, str_of(name));
            if (label != NULL) {
                add_text(index, label->text, WEIGHT_LABEL);
            }
        }
    }
}

static void add_words_of(Index *index, const SourceText *text)
{
    int words[CONTENT_WORDS_MAX];
    int count = build_topic_words(index->source, text, words);
    for (int i = 0; i < count; i++) {
        const SourceWordText *word = index->source->words[words[i]].texts[index->language];
        if (word != NULL) {
            add_text(index, word->shown.text, WEIGHT_WORD);
        }
    }
}

static void add_topic(Index *index, int topic)
{
    const SourceTopic *source_topic_row = &index->source->topics[topic];
    const SourceText *text = source_topic_row->texts[index->language];
    if (text == NULL) {
        return;
    }
    index->topic = topic;
    walk_topic(index->source, source_topic_row, index->language, add_walked, index);
    for (int i = 0; i < text->synonyms.count; i++) {
        add_text(index, text->synonyms.at[i].text, WEIGHT_SYNONYM);
    }
    add_labels(index, source_topic_row);
    add_words_of(index, text);
}

/* Youth searches its own topics and those that only the child folder has. */
static bool is_searched(const Index *index, int topic)
{
    const SourceTopic *row = &index->source->topics[topic];
    return row->audience == index->audience ||
           (index->audience == AUDIENCE_YOUTH && row->audience == AUDIENCE_CHILD &&
            source_topic(index->source, AUDIENCE_YOUTH, row->id) == topic);
}

/* ---- writing -------------------------------------------------------------------------------- */

static int by_term(const void *a, const void *b)
{
    const IndexHit *first = a;
    const IndexHit *second = b;
    int order = content_data_compare(first->term, second->term);
    if (order == 0) {
        order = first->topic - second->topic;
    }
    return order != 0 ? order : second->weight - first->weight;
}

/* One hit per term and topic: the heaviest, a little heavier for every repetition. */
static void merge(IndexHits *hits)
{
    int kept = 0;
    if (hits->count == 0) {
        return;
    }
    qsort(hits->at, (size_t)hits->count, sizeof hits->at[0], by_term);
    for (int i = 0; i < hits->count; i++) {
        IndexHit *last = kept > 0 ? &hits->at[kept - 1] : NULL;
        bool same = last != NULL && last->topic == hits->at[i].topic &&
                    str_equal(last->term, hits->at[i].term);
        if (!same) {
            hits->at[kept++] = hits->at[i];
        } else {
            last->weight += last->weight < WEIGHT_SYNONYM + REPEAT_MAX ? 1 : 0;
        }
    }
    hits->count = kept;
}

static void add_trigrams(Index *index)
{
    for (int i = 0; i < index->words.count; i++) {
        const IndexHit *hit = &index->words.at[i];
        SearchTrigram trigrams[SEARCH_FOLD_TRIGRAMS_MAX];
        int count =
            hit->weight >= WEIGHT_TRIGRAM_MIN ? search_fold_trigrams(hit->term, trigrams) : 0;
        for (int j = 0; j < count; j++) {
            Str text = {trigrams[j].text, trigrams[j].size};
            add_hit(&index->trigrams, arena_str(&index->source->arena, text), hit->topic,
                    hit->weight);
        }
    }
    merge(&index->trigrams);
}

/* From here on the hits of one term: its length, itself, how many hits, the hits (pack_read.h).
 * Returns the index behind them. */
static int put_term(const IndexHits *hits, int from, char *out, size_t *size)
{
    Str term = hits->at[from].term;
    int to = from;
    while (to < hits->count && str_equal(hits->at[to].term, term)) {
        to++;
    }
    out[(*size)++] = (char)term.size;
    memcpy(out + *size, term.data, term.size);
    *size += term.size;
    out[(*size)++] = (char)((to - from) & 0xff);
    out[(*size)++] = (char)((to - from) >> 8);
    for (int i = from; i < to; i++) {
        out[(*size)++] = (char)(hits->at[i].topic & 0xff);
        out[(*size)++] = (char)(hits->at[i].topic >> 8);
        out[(*size)++] = (char)hits->at[i].weight;
    }
    return to;
}

static void put_table(Index *index, Table table, const IndexHits *hits)
{
    enum { TERM_BYTES_MAX = SEARCH_FOLD_WORD_BYTES_MAX + 3 + CONTENT_DATA_HIT_BYTES };
    char *bytes = malloc((size_t)hits->count * TERM_BYTES_MAX + 1);
    size_t size = 0;
    for (int i = 0; bytes != NULL && i < hits->count;) {
        i = put_term(hits, i, bytes, &size);
    }
    Cell cells[] = {
        table_int(index->language * AUDIENCE_COUNT + (int)index->audience),
        table_text(index->source->languages[index->language].code.text),
        table_int(index->audience),
        table_bytes((Str){bytes, size}),
    };
    if (size > 0) {
        table_add(index->tables, table, cells, 4);
    }
    free(bytes);
}

static void write_one(Index *index)
{
    for (int i = 0; i < index->source->topic_count; i++) {
        if (is_searched(index, i)) {
            add_topic(index, i);
        }
    }
    merge(&index->words);
    add_trigrams(index);
    put_table(index, TABLE_SEARCH_WORD, &index->words);
    put_table(index, TABLE_SEARCH_TRI, &index->trigrams);
    free(index->words.at);
    free(index->trigrams.at);
}

bool build_index_write(Source *source, Tables *tables, Err *err)
{
    for (int language = 0; language < source->language_count; language++) {
        for (int audience = 0; audience < AUDIENCE_COUNT; audience++) {
            Index index = {.source = source,
                           .tables = tables,
                           .language = language,
                           .audience = (Audience)audience};
            write_one(&index);
        }
    }
    return !source->arena.full || err_set(err, "memory.full", "no memory for the search index");
}
