/* content_search.c - topics for what a visitor typed: words and their beginnings, parts of
 * compounds, words with a mistake or two, and at last the trigrams. Owns nothing, allocates
 * nothing; the question is looked at, never kept. */
#include <math.h>
#include <string.h>

#include "content_data.h"
#include "search_fold.h"
#include "utf8.h"

enum {
    QUERY_WORDS_MAX = 16,
    PART_POINTS_MIN = 4,    /* a part of a compound has at least so many letters */
    PREFIX_POINTS_MIN = 3,  /* so has the beginning of a word */
    ONE_MISTAKE_POINTS = 4, /* words of so many letters may hold one mistake */
    TWO_MISTAKES_POINTS = 8
};

/* How much a way of matching counts against the word itself. */
static const double factor_exact = 1.0;
static const double factor_prefix = 0.7;
static const double factor_part = 0.5;
static const double factor_mistake = 0.6;
static const double factor_trigram = 0.35;
static const double trigrams_shared_min = 0.45;

typedef struct Search {
    const Content *content;
    const TermTable *words, *trigrams;
    double total[CONTENT_TOPICS_MAX];   /* score per topic */
    double best[CONTENT_TOPICS_MAX];    /* of the query word being looked at */
    double matched[CONTENT_TOPICS_MAX]; /* weight of the query words found in the topic */
    double asked;                       /* weight of all query words */
} Search;

int content_data_find(const TermTable *table, Str term, bool *found)
{
    int low = 0;
    int high = table->count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (content_data_compare(table->terms[middle].term, term) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    *found = low < table->count && content_data_compare(table->terms[low].term, term) == 0;
    return low;
}

/* ---- postings ------------------------------------------------------------------------------ */

static int hit_count(const Term *term)
{
    return (int)(term->hits.size / CONTENT_DATA_HIT_BYTES);
}

static int hit_topic(const Term *term, int index)
{
    const unsigned char *hit =
        (const unsigned char *)term->hits.data + (size_t)index * CONTENT_DATA_HIT_BYTES;
    return hit[0] | hit[1] << 8;
}

static int hit_weight(const Term *term, int index)
{
    return (unsigned char)term->hits.data[(size_t)index * CONTENT_DATA_HIT_BYTES + 2];
}

/* Rare words tell more: a word in every topic tells nothing. */
static double rarity(const Search *search, const Term *term)
{
    return log(1.0 + (double)search->content->topic_count / (hit_count(term) + 1));
}

static void add_hits(Search *search, const Term *term, double factor)
{
    double rare = rarity(search, term);
    for (int i = 0; i < hit_count(term); i++) {
        double score = rare * factor * hit_weight(term, i);
        int topic = hit_topic(term, i);
        if (score > search->best[topic]) {
            search->best[topic] = score;
        }
    }
}

/* ---- one word ------------------------------------------------------------------------------ */

static int mistakes_allowed(const SearchWord *word)
{
    if (word->points < ONE_MISTAKE_POINTS) {
        return 0;
    }
    return word->points < TWO_MISTAKES_POINTS ? 1 : 2;
}

static bool contains(Str text, Str part)
{
    return memmem(text.data, text.size, part.data, part.size) != NULL;
}

/* How a term of the index fits the word that was typed; 0 = not at all. */
static double fit(const SearchWord *word, const Term *term)
{
    Str typed = search_fold_str(word);
    bool inside = (word->letters & ~term->letters) == 0;
    bool around = (term->letters & ~word->letters) == 0;
    if (inside && around && str_equal(typed, term->term)) {
        return factor_exact;
    }
    if (inside && word->points >= PREFIX_POINTS_MIN && str_starts_with(term->term, typed)) {
        return factor_prefix;
    }
    int few = __builtin_popcountll(word->letters ^ term->letters);
    int allowed = mistakes_allowed(word);
    if (allowed > 0 && few <= allowed * 2) {
        int mistakes = search_fold_mistakes(typed, term->term, allowed);
        if (mistakes <= allowed) {
            return factor_mistake / mistakes;
        }
    }
    if (inside && word->points > PART_POINTS_MIN && contains(term->term, typed)) {
        return factor_part;
    }
    if (around && term->points > PART_POINTS_MIN && contains(typed, term->term)) {
        return factor_part;
    }
    return 0;
}

/* Every term of the index is looked at; the letters it has refuse nearly all of them at once. */
static bool match_words(Search *search, const SearchWord *word)
{
    bool any = false;
    bool exact = false;
    content_data_find(search->words, search_fold_str(word), &exact);
    for (int i = 0; i < search->words->count; i++) {
        const Term *term = &search->words->terms[i];
        double factor = fit(word, term);
        bool guess = factor > 0 && factor < factor_exact;
        if (guess && exact) {
            factor /= 2; /* the word exists as typed: what resembles it is less likely meant */
        }
        if (factor > 0) {
            add_hits(search, term, factor);
            any = true;
        }
    }
    return any;
}

/* The last resort: topics that share many trigrams with the word. */
static void match_trigrams(Search *search, const SearchWord *word)
{
    SearchTrigram trigrams[SEARCH_FOLD_TRIGRAMS_MAX];
    double shared[CONTENT_TOPICS_MAX] = {0};
    double score[CONTENT_TOPICS_MAX] = {0};
    int count = search_fold_trigrams(search_fold_str(word), trigrams);
    for (int i = 0; i < count; i++) {
        bool found = false;
        Str text = {trigrams[i].text, trigrams[i].size};
        int index = content_data_find(search->trigrams, text, &found);
        const Term *term = found ? &search->trigrams->terms[index] : NULL;
        for (int j = 0; found && j < hit_count(term); j++) {
            shared[hit_topic(term, j)] += 1;
            score[hit_topic(term, j)] += rarity(search, term) * hit_weight(term, j);
        }
    }
    for (int i = 0; i < search->content->topic_count && count > 0; i++) {
        if (shared[i] / count >= trigrams_shared_min) {
            search->best[i] = factor_trigram * score[i] / count;
        }
    }
}

/* What telling the word is, found or not: as rare as it is in the index. */
static double word_rarity(const Search *search, const SearchWord *word)
{
    bool found = false;
    int index = content_data_find(search->words, search_fold_str(word), &found);
    Term unknown = {0};
    return rarity(search, found ? &search->words->terms[index] : &unknown);
}

static void add_word(Search *search, const SearchWord *word, double share)
{
    memset(search->best, 0, sizeof search->best);
    if (!match_words(search, word)) {
        match_trigrams(search, word);
    }
    double asked = word_rarity(search, word) * share;
    search->asked += asked;
    for (int i = 0; i < search->content->topic_count; i++) {
        if (search->best[i] > 0) {
            search->total[i] += search->best[i] * share;
            search->matched[i] += asked;
        }
    }
}

/* ---- the question --------------------------------------------------------------------------- */

/* "leerlingen vervoer" is also looked for as one word. */
static bool join(const SearchWord *first, const SearchWord *second, SearchWord *out)
{
    if (first->size + second->size >= SEARCH_FOLD_WORD_BYTES_MAX) {
        return false;
    }
    *out = *first;
    memcpy(out->text + out->size, second->text, second->size + 1);
    out->size += second->size;
    out->points += second->points;
    out->letters |= second->letters;
    return true;
}

static int cut_query(Str query, SearchWord words[QUERY_WORDS_MAX])
{
    int count = 0;
    while (count < QUERY_WORDS_MAX && search_fold_next(&query, &words[count])) {
        count++;
    }
    return count;
}

static void run(Search *search, Str query)
{
    SearchWord words[QUERY_WORDS_MAX];
    int count = cut_query(query, words);
    for (int i = 0; i < count; i++) {
        add_word(search, &words[i], 1.0);
    }
    for (int i = 0; i + 1 < count; i++) {
        SearchWord joined;
        bool exact = false;
        if (join(&words[i], &words[i + 1], &joined)) {
            content_data_find(search->words, search_fold_str(&joined), &exact);
        }
        if (exact) {
            add_word(search, &joined, 1.0);
        }
        explicit_bzero(&joined, sizeof joined);
    }
    explicit_bzero(words, sizeof words);
}

/* A topic in which more of the question is found comes first. */
static int final_score(const Search *search, int topic)
{
    static const double base = 0.3;
    if (search->total[topic] <= 0 || search->asked <= 0) {
        return 0;
    }
    double covered = search->matched[topic] / search->asked;
    return 1 + (int)(search->total[topic] * (base + (1 - base) * covered));
}

/* Insertion into a short sorted list; equal scores keep the order of the pack. */
static int insert(ContentHit *hits, int count, int max, ContentHit hit)
{
    int at = count < max ? count : max;
    while (at > 0 && hits[at - 1].score < hit.score) {
        at--;
    }
    if (at >= max) {
        return count;
    }
    int last = count < max ? count : max - 1;
    for (int i = last; i > at; i--) {
        hits[i] = hits[i - 1];
    }
    hits[at] = hit;
    return last + 1;
}

static int search_language(const Content *content, Language language, Audience audience, Str query,
                           ContentHit *hits, int max)
{
    const LanguageData *data = content_data_loaded(content, language);
    Search search = {.content = content,
                     .words = &data->search_words[audience],
                     .trigrams = &data->search_trigrams[audience]};
    int count = 0;
    run(&search, query);
    int best = 0;
    for (int i = 0; i < content->topic_count; i++) {
        int score = final_score(&search, i);
        best = score > best ? score : best;
    }
    enum { SHARE_OF_BEST = 6 }; /* what scores less than a sixth of the best only distracts */
    for (int i = 0; i < content->topic_count; i++) {
        int score = final_score(&search, i);
        if (score > 0 && score > best / SHARE_OF_BEST) {
            ContentHit hit = {i, score, content->topics[i].is_letter};
            count = insert(hits, count, max, hit);
        }
    }
    return count;
}

int content_search(const Content *content, Language language, Audience audience, Str query,
                   ContentHit *hits, int max)
{
    if (query.size > CONTENT_QUERY_BYTES_MAX || !utf8_is_valid(query) || max <= 0 || language < 0 ||
        language >= content->language_count) {
        return 0;
    }
    int count = search_language(content, language, audience, query, hits, max);
    if (count == 0 && language != LANGUAGE_DUTCH) {
        count = search_language(content, LANGUAGE_DUTCH, audience, query, hits, max);
    }
    return count;
}
