/* lint_spelling.c - each Dutch word against the dictionary and our own list.
 * Owns the hunspell handle while it runs. */
#include "lint_spelling.h"

#include <hunspell.h>
#include <string.h>
#include <unistd.h>

#include "utf8.h"
#include "walk.h"
#include "prose.h"

enum { WORD_BYTES_MAX = 200 };

typedef struct Spelling {
    Source *source;
    Hunhandle *hunspell;
    Prose *words;
    const WalkText *text;
} Spelling;

static void allow(void *context, Str word)
{
    char buffer[WORD_BYTES_MAX];
    if (str_copy(word, buffer, sizeof buffer)) {
        Hunspell_add(((Spelling *)context)->hunspell, buffer);
    }
}

static void allow_text(Spelling *spelling, Str text)
{
    prose_each(spelling->words, text, allow, spelling);
}

/* The glossary's own words, the region's names, and the editors' list. */
static void allow_own_words(Spelling *spelling)
{
    const Source *source = spelling->source;
    const SaidList *right = &source->languages[LANGUAGE_DUTCH].right_words;
    for (int i = 0; i < right->count; i++) {
        allow(spelling, right->at[i].text);
        allow_text(spelling, right->at[i].text);
    }
    for (int i = 0; i < source->word_count; i++) {
        const SourceWordText *word = source->words[i].texts[LANGUAGE_DUTCH];
        if (word != NULL) {
            allow_text(spelling, word->shown.text);
        }
        for (int j = 0; word != NULL && j < word->forms.count; j++) {
            allow_text(spelling, word->forms.at[j].text);
        }
    }
    for (int i = 0; i < source->region.count; i++) {
        allow_text(spelling, source->region.at[i].value.text);
    }
    for (int i = 0; i < source->language_count; i++) {
        allow_text(spelling, source->languages[i].name.text);
    }
}

/* Numbers are not spelt, and a name in another script is not Dutch. */
static bool is_dutch_word(Str word)
{
    enum { LATIN_LAST = 0x24F };
    for (size_t at = 0; at < word.size;) {
        uint32_t point = utf8_next(word, &at);
        bool digit = point >= '0' && point <= '9';
        bool punctuation = point >= 0x2000 && point < 0x2100;
        if (digit || (point > LATIN_LAST && !punctuation)) {
            return false;
        }
    }
    return true;
}

static void check_word(void *context, Str word)
{
    Spelling *spelling = context;
    char buffer[WORD_BYTES_MAX];
    if (!is_dutch_word(word) || prose_is_abbreviation(word) ||
        !str_copy(word, buffer, sizeof buffer)) {
        return;
    }
    if (Hunspell_spell(spelling->hunspell, buffer) == 0) {
        problem_add(spelling->source->problems, RULE_SPELLING, spelling->text->raw.at,
                    "'%s' is not in the dictionary: correct it, or add it to words.txt", buffer);
    }
}

static void check_text(void *context, const WalkText *text)
{
    Spelling *spelling = context;
    if (text->language == LANGUAGE_DUTCH) {
        spelling->text = text;
        prose_each(spelling->words, text->plain, check_word, spelling);
    }
}

void lint_spelling_all(Source *source, const char *dictionary)
{
    const char *affixes = source_format(source, "%s.aff", dictionary);
    const char *words = source_format(source, "%s.dic", dictionary);
    if (access(affixes, R_OK) != 0 || access(words, R_OK) != 0) {
        problem_add(source->problems, RULE_FILE_MISSING, (Place){words, 0},
                    "no Dutch dictionary (package hunspell-nl)");
        return;
    }
    Spelling spelling = {.source = source, .words = prose_open(STR("nl"))};
    spelling.hunspell = Hunspell_create(affixes, words);
    if (spelling.words != NULL && spelling.hunspell != NULL) {
        allow_own_words(&spelling);
        walk_all(source, check_text, &spelling);
    }
    if (spelling.hunspell != NULL) {
        Hunspell_destroy(spelling.hunspell);
    }
    prose_close(spelling.words);
}
