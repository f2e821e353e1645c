/* lint_hard.c - words that need an explanation where they stand. Owns nothing. */
#include "build.h"
#include "lint_language.h"
#include "walk.h"
#include "prose.h"

typedef struct HardLint {
    Source *source;
    Prose *words;
    int explained[CONTENT_WORDS_MAX]; /* of the topic being visited */
    int explained_count;
    const WalkText *text;
} HardLint;

static bool is_explained(const HardLint *lint, int word)
{
    for (int i = 0; i < lint->explained_count; i++) {
        if (lint->explained[i] == word) {
            return true;
        }
    }
    return false;
}

/* Does a form of the word, in this language or in Dutch, stand in the text? */
static bool stands_in(const HardLint *lint, const SourceWord *word)
{
    Str plain = lint->text->plain;
    const SourceWordText *texts[] = {word->texts[LANGUAGE_DUTCH],
                                     word->texts[lint->text->language]};
    for (int i = 0; i < 2; i++) {
        if (texts[i] == NULL) {
            continue;
        }
        if (prose_find(plain, texts[i]->shown.text) >= 0) {
            return true;
        }
        for (int j = 0; j < texts[i]->forms.count; j++) {
            if (prose_find(plain, texts[i]->forms.at[j].text) >= 0) {
                return true;
            }
        }
    }
    return false;
}

static int glossary_of(const Source *source, Str word)
{
    for (int i = 0; i < source->word_count; i++) {
        const SourceWordText *dutch = source->words[i].texts[LANGUAGE_DUTCH];
        if (dutch != NULL && (prose_find(dutch->shown.text, word) == 0 ||
                              prose_find(source->words[i].id, word) == 0)) {
            return i;
        }
        for (int j = 0; dutch != NULL && j < dutch->forms.count; j++) {
            if (str_equal(dutch->forms.at[j].text, word)) {
                return i;
            }
        }
    }
    return -1;
}

static bool is_right_word(const Source *source, Str word)
{
    const SaidList *list = &source->languages[LANGUAGE_DUTCH].right_words;
    for (int i = 0; i < list->count; i++) {
        if (str_equal(list->at[i].text, word)) {
            return true;
        }
    }
    return false;
}

static void check_abbreviation(void *context, Str word)
{
    HardLint *lint = context;
    if (prose_is_abbreviation(word) && glossary_of(lint->source, word) < 0 &&
        !is_right_word(lint->source, word)) {
        problem_add(lint->source->problems, RULE_HARD_WORD, lint->text->raw.at,
                    "the abbreviation %.*s is not in the glossary", (int)word.size, word.data);
    }
}

static void check_text(void *context, const WalkText *text)
{
    HardLint *lint = context;
    if (text->kind == WALK_SHORT) {
        return;
    }
    lint->text = text;
    prose_each(lint->words, text->plain, check_abbreviation, lint);
    for (int i = 0; i < lint->source->word_count; i++) {
        const SourceWord *word = &lint->source->words[i];
        if (!is_explained(lint, i) && stands_in(lint, word)) {
            problem_add(lint->source->problems, RULE_HARD_WORD, text->raw.at,
                        "'%s' is a hard word: mark it [[%s]] or add it to words",
                        word->texts[LANGUAGE_DUTCH] ? word->texts[LANGUAGE_DUTCH]->shown.text.data
                                                    : word->id.data,
                        word->id.data);
        }
    }
}

static void count_sentences(void *context, Str sentence)
{
    *(int *)context += sentence.size > 0;
}

/* Used by a topic at all? And short enough to be read in a pop-up? */
static void check_glossary(HardLint *lint, const bool *used)
{
    enum { SAY_SENTENCES_MAX = 2 };
    for (int i = 0; i < lint->source->word_count; i++) {
        const SourceWordText *dutch = lint->source->words[i].texts[LANGUAGE_DUTCH];
        if (dutch == NULL) {
            continue;
        }
        int sentences = 0;
        prose_each_sentence(lint->words, dutch->say.text, count_sentences, &sentences);
        if (sentences > SAY_SENTENCES_MAX) {
            problem_add(lint->source->problems, RULE_WORD_SAY, dutch->say.at,
                        "%d sentences, at most %d", sentences, SAY_SENTENCES_MAX);
        }
        if (!used[i]) {
            problem_add(lint->source->problems, RULE_WORD_UNUSED, dutch->at,
                        "no topic explains '%s'", lint->source->words[i].id.data);
        }
    }
}

void lint_language_hard_words(Source *source)
{
    HardLint lint = {.source = source, .words = prose_open(STR("nl"))};
    bool used[CONTENT_GLOSSARY_MAX] = {false};
    if (lint.words == NULL) {
        return;
    }
    for (int i = 0; i < source->topic_count; i++) {
        for (int language = 0; language < source->language_count; language++) {
            const SourceText *text = source->topics[i].texts[language];
            if (text == NULL) {
                continue;
            }
            lint.explained_count = build_topic_words(source, text, lint.explained);
            for (int j = 0; j < lint.explained_count; j++) {
                used[lint.explained[j]] = true;
            }
            walk_topic(source, &source->topics[i], language, check_text, &lint);
        }
    }
    check_glossary(&lint, used);
    prose_close(lint.words);
}
