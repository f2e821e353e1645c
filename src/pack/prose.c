/* prose.c - cutting text. Owns the ICU breakers of one language. */
#include "prose.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "utf8.h"

enum { LANGUAGE_BYTES_MAX = 32 };

struct Prose {
    UBreakIterator *sentences, *pieces;
};

Prose *prose_open(Str language)
{
    char code[LANGUAGE_BYTES_MAX];
    UErrorCode status = U_ZERO_ERROR;
    Prose *words = calloc(1, sizeof *words);
    if (words == NULL || !str_copy(language, code, sizeof code)) {
        free(words);
        return NULL;
    }
    words->sentences = ubrk_open(UBRK_SENTENCE, code, NULL, 0, &status);
    words->pieces = ubrk_open(UBRK_WORD, code, NULL, 0, &status);
    if (U_FAILURE(status)) {
        prose_close(words);
        return NULL;
    }
    return words;
}

void prose_close(Prose *words)
{
    if (words != NULL) {
        ubrk_close(words->sentences);
        ubrk_close(words->pieces);
        free(words);
    }
}

/* The pieces between the breaks of `breaker`; words only when asked. */
static void each(UBreakIterator *breaker, Str text, bool words_only, ProseFn *visit, void *context)
{
    UErrorCode status = U_ZERO_ERROR;
    UText *utext = utext_openUTF8(NULL, text.data, (int64_t)text.size, &status);
    ubrk_setUText(breaker, utext, &status);
    int32_t from = U_SUCCESS(status) ? ubrk_first(breaker) : UBRK_DONE;
    for (int32_t to = 0; from != UBRK_DONE; from = to) {
        to = ubrk_next(breaker);
        if (to == UBRK_DONE) {
            break;
        }
        bool is_word = ubrk_getRuleStatus(breaker) >= UBRK_WORD_NUMBER;
        if (!words_only || is_word) {
            visit(context, str_trim((Str){text.data + from, (size_t)(to - from)}));
        }
    }
    utext_close(utext);
}

void prose_each_sentence(Prose *words, Str text, ProseFn *visit, void *context)
{
    each(words->sentences, text, false, visit, context);
}

void prose_each(Prose *words, Str text, ProseFn *visit, void *context)
{
    each(words->pieces, text, true, visit, context);
}

static void add_one(void *context, Str piece)
{
    (void)piece;
    ++*(int *)context;
}

int prose_count(Prose *words, Str text)
{
    int count = 0;
    prose_each(words, text, add_one, &count);
    return count;
}

/* ---- syllables ---------------------------------------------------------------------------- */

/* Without accents, so that één counts as een; but a diaeresis starts a syllable of its own. */
static uint32_t base_letter(uint32_t point, bool *apart)
{
    static const struct {
        uint32_t from;
        char to;
        bool apart;
    } rows[] = {{0xE1, 'a', false}, {0xE0, 'a', false}, {0xE2, 'a', false}, {0xE4, 'a', true},
                {0xE9, 'e', false}, {0xE8, 'e', false}, {0xEA, 'e', false}, {0xEB, 'e', true},
                {0xED, 'i', false}, {0xEE, 'i', false}, {0xEF, 'i', true},  {0xF3, 'o', false},
                {0xF4, 'o', false}, {0xF6, 'o', true},  {0xFA, 'u', false}, {0xFC, 'u', true}};
    *apart = false;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (rows[i].from == point) {
            *apart = rows[i].apart;
            return (uint32_t)rows[i].to;
        }
    }
    return point;
}

/* Bytes of the vowel group that starts here; longest first, as Dutch spells its sounds. */
static size_t vowel_group(const char *at)
{
    static const char *const groups[] = {"aai", "ooi", "oei", "eeu", "ieu", "aa", "ee", "oo",
                                         "uu",  "ie",  "oe",  "eu",  "ui",  "ij", "ei", "ou",
                                         "au",  "a",   "e",   "o",   "u",   "i",  "y"};
    for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++) {
        size_t size = strlen(groups[i]);
        if (strncmp(at, groups[i], size) == 0) {
            return size;
        }
    }
    return 0;
}

int prose_syllables(Str word)
{
    enum { LETTERS_MAX = 128 };
    char letters[LETTERS_MAX + 1] = {0};
    size_t count = 0;
    for (size_t at = 0; at < word.size && count + 2 < LETTERS_MAX;) {
        bool apart = false;
        uint32_t point = base_letter((uint32_t)u_tolower((UChar32)utf8_next(word, &at)), &apart);
        if (apart) {
            letters[count++] = '|';
        }
        letters[count++] = point < 0x80 ? (char)point : '?';
    }
    if (prose_is_abbreviation(word)) {
        return (int)count;
    }
    int syllables = 0;
    for (size_t at = 0; at < count;) {
        size_t size = vowel_group(letters + at);
        syllables += size > 0;
        at += size > 0 ? size : 1;
    }
    return syllables > 0 ? syllables : 1;
}

bool prose_is_abbreviation(Str word)
{
    for (size_t i = 0; i < word.size; i++) {
        if (word.data[i] < 'A' || word.data[i] > 'Z') {
            return false;
        }
    }
    return word.size >= 2;
}

/* ---- finding ------------------------------------------------------------------------------ */

static bool same_letters(Str text, size_t at, Str phrase, size_t *end)
{
    for (size_t i = 0; i < phrase.size;) {
        if (at >= text.size) {
            return false;
        }
        UChar32 wanted = u_tolower((UChar32)utf8_next(phrase, &i));
        if (u_tolower((UChar32)utf8_next(text, &at)) != wanted) {
            return false;
        }
    }
    *end = at;
    return true;
}

static bool letter_at(Str text, size_t at)
{
    return at < text.size && u_isalnum((UChar32)utf8_next(text, &at));
}

int prose_find(Str text, Str phrase)
{
    bool letter_before = false;
    for (size_t at = 0; phrase.size > 0 && at < text.size;) {
        size_t end = 0;
        size_t start = at;
        if (!letter_before && same_letters(text, at, phrase, &end) && !letter_at(text, end)) {
            return (int)start;
        }
        letter_before = u_isalnum((UChar32)utf8_next(text, &at)) != 0;
    }
    return -1;
}
