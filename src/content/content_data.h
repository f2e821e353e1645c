/* content_data.h - how content lies in memory. Inside src/content only.
 * Owns nothing itself: a Content owns one arena in which everything here lies. */
#ifndef OKSP_CONTENT_DATA_H
#define OKSP_CONTENT_DATA_H

#include "arena.h"
#include "content.h"
#include "pack_read.h"

enum {
    CONTENT_DATA_HIT_BYTES = 3 /* topic low, topic high, weight: one posting of the search */
};

typedef struct Label {
    Str name, text;
} Label;

/* Postings of one word or trigram: CONTENT_DATA_HIT_BYTES each. */
typedef struct Term {
    Str term;
    Str hits;
    uint64_t letters; /* of a word: see search_fold.h */
    int points;       /* code points of the term */
} Term;

/* Sorted by bytes of the term. */
typedef struct TermTable {
    Term *terms;
    int count;
} TermTable;

/* Texts and glossary of every language are read when the pack opens; the topics and the search
 * index of a language other than Dutch when somebody first asks for them, so that more languages do
 * not slow the start. `loaded`, `topics` and the tables change then, and nothing else ever does. */
typedef struct LanguageData {
    bool loaded;
    Arena arena; /* of what is read later */
    LanguageInfo info;
    MessageLocale *locale;
    Str texts[TEXT_COUNT]; /* data NULL = missing */
    Label *labels;         /* sorted by name */
    int label_count;
    Topic **topics; /* by topic index; NULL = missing, Dutch stands there */
    Word *words;    /* by glossary index; id.data NULL = missing */
    TermTable search_words[AUDIENCE_COUNT];
    TermTable search_trigrams[AUDIENCE_COUNT];
} LanguageData;

typedef struct TopicHead {
    Audience audience;
    Str id, icon, picture;
    bool is_law, is_letter;
    int related[CONTENT_RELATED_MAX];
    int related_count;
} TopicHead;

typedef struct Asset {
    Str name, data;
} Asset;

struct Content {
    Arena arena;
    PackRead *pack; /* open as long as a language may still be read */
    ContentInfo info;
    Region region;
    LanguageData *languages;
    int language_count;
    Situation situations[AUDIENCE_COUNT][CONTENT_SITUATIONS_MAX];
    int situation_count[AUDIENCE_COUNT];
    List lists[CONTENT_LISTS_MAX];
    int list_count;
    TopicHead *topics;
    int topic_count;
    Str *word_ids;
    int word_count;
    Fact *facts; /* sorted by id */
    int fact_count;
    Asset *assets; /* sorted by name */
    int asset_count;
};

/* A language with its topics and index, read now if they were not yet. When they cannot be read the
 * language has none, and Dutch stands there. */
LanguageData *content_data_loaded(const Content *content, Language language);

/* The row of a language code, or -1. */
int content_data_language(const Content *content, Str code);

/* Index of `term` in a table, or where it would stand (then *found is false). */
int content_data_find(const TermTable *table, Str term, bool *found);

/* -1, 0, 1 as the bytes of a compare with those of b. */
int content_data_compare(Str a, Str b);

#endif
