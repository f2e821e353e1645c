/* content_terms.c - the search index from the pack into Content. Owns nothing: the bytes lie in the
 * content's arena, terms point into them. */
#include "content_terms.h"

#include "search_fold.h"
#include "utf8.h"

static bool damaged(Err *err)
{
    return err_set(err, "pack.damaged", "the pack holds a search index that cannot be right");
}

typedef struct SearchLoad {
    const Content *content;
    LanguageData *language;
    bool trigrams;
} SearchLoad;

/* What is left of a table of terms (pack_read.h); `at` moves through it. */
typedef struct TermBytes {
    const unsigned char *at;
    size_t left;
} TermBytes;

static bool take_bytes(TermBytes *bytes, size_t size, Str *out)
{
    if (size > bytes->left) {
        return false;
    }
    *out = (Str){(const char *)bytes->at, size};
    bytes->at += size;
    bytes->left -= size;
    return true;
}

static bool hits_are_right(const Content *content, Str hits)
{
    for (size_t i = 0; i < hits.size; i += CONTENT_DATA_HIT_BYTES) {
        int topic = (unsigned char)hits.data[i] | (unsigned char)hits.data[i + 1] << 8;
        if (topic >= content->topic_count) {
            return false;
        }
    }
    return true;
}

static bool next_term(const Content *content, TermBytes *bytes, Term *term)
{
    Str size;
    Str hits;
    if (!take_bytes(bytes, 1, &size) ||
        !take_bytes(bytes, (unsigned char)size.data[0], &term->term) ||
        !take_bytes(bytes, 2, &hits) || term->term.size == 0 || !utf8_is_valid(term->term)) {
        return false;
    }
    size_t count = (size_t)((unsigned char)hits.data[0] | (unsigned char)hits.data[1] << 8);
    term->letters = search_fold_letters(term->term);
    term->points = (int)utf8_count(term->term);
    return take_bytes(bytes, count * CONTENT_DATA_HIT_BYTES, &term->hits) &&
           hits_are_right(content, term->hits);
}

/* The terms of one language and audience; they point into one copy of the row. */
static bool load_table(const SearchLoad *load, Str row, TermTable *table)
{
    enum { TERM_BYTES_MIN = 4 };
    Arena *arena = &load->language->arena;
    Str kept = arena_str(arena, row);
    TermBytes bytes = {(const unsigned char *)kept.data, kept.size};
    table->terms = arena_alloc(arena, kept.size / TERM_BYTES_MIN + 1, sizeof *table->terms);
    while (table->terms != NULL && bytes.left > 0) {
        Term *term = &table->terms[table->count];
        if (!next_term(load->content, &bytes, term) ||
            (table->count > 0 && content_data_compare(term[-1].term, term->term) >= 0)) {
            return false;
        }
        table->count++;
    }
    return table->terms != NULL;
}

static bool take_terms(void *context, const PackRow *row, Err *err)
{
    const SearchLoad *load = context;
    int audience = pack_read_int(row, 0, 0, AUDIENCE_COUNT - 1);
    LanguageData *data = load->language;
    TermTable *table =
        load->trigrams ? &data->search_trigrams[audience] : &data->search_words[audience];
    return (table->terms == NULL && load_table(load, pack_read_bytes(row, 1), table)) ||
           damaged(err);
}

static bool load_kind(const Content *content, int language, bool trigrams, Err *err)
{
    SearchLoad load = {content, &content->languages[language], trigrams};
    PackAsk ask = {trigrams ? PACK_QUERY_TRIGRAM : PACK_QUERY_WORD, load.language->info.code};
    return pack_read_rows(content->pack, ask, take_terms, &load, err);
}

bool content_terms_load(const Content *content, int language, Err *err)
{
    return load_kind(content, language, false, err) && load_kind(content, language, true, err);
}
