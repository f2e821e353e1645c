/* lint_language.c - sentences and words against the bars of their audience. Owns nothing. */
#include "lint_language.h"

#include "walk.h"
#include "prose.h"

const LintBars *lint_language_bars(Audience audience)
{
    static const LintBars bars[AUDIENCE_COUNT] = {
        [AUDIENCE_PARENT] = {15, 100, 70},
        [AUDIENCE_CHILD] = {10, 70, 80},
        [AUDIENCE_YOUTH] = {12, 80, 80},
    };
    return &bars[audience];
}

int lint_language_readability(const LintCounts *counts)
{
    static const double start = 206.84;
    static const double per_sentence = 0.93;
    static const double per_word = 77.0;
    if (counts->sentences == 0 || counts->words == 0) {
        return (int)start;
    }
    double sentence = (double)counts->words / counts->sentences;
    double word = (double)counts->syllables / counts->words;
    double score = start - per_sentence * sentence - per_word * word;
    return (int)(score + (score < 0 ? -0.5 : 0.5));
}

/* ---- sentences and readability -------------------------------------------------------------- */

typedef struct SentenceLint {
    Source *source;
    Prose *words;
    int language;
    const WalkText *text; /* being visited */
    LintCounts counts;    /* of the topic being visited */
} SentenceLint;

static void add_syllables(void *context, Str word)
{
    SentenceLint *lint = context;
    lint->counts.words++;
    lint->counts.syllables += prose_syllables(word);
}

static void check_sentence(void *context, Str sentence)
{
    SentenceLint *lint = context;
    int count = prose_count(lint->words, sentence);
    int max = lint_language_bars(lint->text->audience)->sentence_words_max;
    if (count > max) {
        problem_add(lint->source->problems, RULE_SENTENCE_LONG, lint->text->raw.at,
                    "%d words, at most %d: %.*s", count, max,
                    (int)(sentence.size > 120 ? 120 : sentence.size), sentence.data);
    }
    lint->counts.sentences += count > 0;
    prose_each(lint->words, sentence, add_syllables, lint);
}

/* In ## helpt the name of who helps is a line of its own, not part of the sentence. */
static Str without_head(const WalkText *text)
{
    if (text->kind != WALK_LINE || text->part != PART_HELPT) {
        return text->plain;
    }
    for (size_t i = 0; i + 2 < text->plain.size; i++) {
        if (text->plain.data[i] == ':' && text->plain.data[i + 1] == ' ') {
            return (Str){text->plain.data + i + 2, text->plain.size - i - 2};
        }
    }
    return text->plain;
}

static void check_text(void *context, const WalkText *text)
{
    SentenceLint *lint = context;
    if (text->language != lint->language || text->kind == WALK_TERM || text->kind == WALK_SHORT) {
        return;
    }
    lint->text = text;
    prose_each_sentence(lint->words, without_head(text), check_sentence, lint);
}

/* Topics only: their means; single labels have no mean worth judging. */
static void check_topic_means(SentenceLint *lint, const SourceTopic *topic)
{
    enum { WORDS_MIN = 30 };
    const SourceText *text = topic->texts[lint->language];
    lint->counts = (LintCounts){0};
    walk_topic(lint->source, topic, lint->language, check_text, lint);
    if (text == NULL || lint->counts.words < WORDS_MIN) {
        return;
    }
    const LintBars *bars = lint_language_bars(topic->audience);
    int mean_x10 = lint->counts.words * 10 / lint->counts.sentences;
    if (mean_x10 > bars->mean_words_x10_max) {
        problem_add(lint->source->problems, RULE_SENTENCE_MEAN, (Place){text->file, 1},
                    "%d.%d words per sentence, at most %d.%d", mean_x10 / 10, mean_x10 % 10,
                    bars->mean_words_x10_max / 10, bars->mean_words_x10_max % 10);
    }
    int score = lint_language_readability(&lint->counts);
    if (lint->language == LANGUAGE_DUTCH && score < bars->readability_min) {
        problem_add(lint->source->problems, RULE_READABILITY, (Place){text->file, 1},
                    "Flesch-Douma %d, at least %d (%d words, %d sentences, %d syllables)", score,
                    bars->readability_min, lint->counts.words, lint->counts.sentences,
                    lint->counts.syllables);
    }
}

static void check_outside_topics(void *context, const WalkText *text)
{
    if (text->topic == NULL) {
        check_text(context, text);
    }
}

void lint_language_sentences(Source *source)
{
    for (int language = 0; language < source->language_count; language++) {
        SentenceLint lint = {.source = source, .language = language};
        lint.words = prose_open(source->languages[language].code.text);
        if (lint.words == NULL) {
            continue;
        }
        walk_all(source, check_outside_topics, &lint);
        for (int i = 0; i < source->topic_count; i++) {
            check_topic_means(&lint, &source->topics[i]);
        }
        prose_close(lint.words);
    }
}

/* ---- banned words and register --------------------------------------------------------------- */

/* What the register of one sentence must not have. */
typedef struct RegisterLint {
    Source *source;
    const WalkText *text;
} RegisterLint;

/* A question, or words between quotes: what a parent may ask a child, and a child a mentor. */
static bool is_quoted(Str sentence)
{
    static const char *const quotes[] = {"\xE2\x80\x98", "\xE2\x80\x9C", "'", "\""};
    for (size_t i = 0; i < sizeof quotes / sizeof quotes[0]; i++) {
        for (size_t at = 0; at < sentence.size; at++) {
            Str rest = {sentence.data + at, sentence.size - at};
            bool opens = at == 0 || sentence.data[at - 1] == ' ';
            if (opens && str_starts_with(rest, str_of(quotes[i]))) {
                return true;
            }
        }
    }
    bool told = prose_find(sentence, STR("zeg")) >= 0 || prose_find(sentence, STR("vraag")) >= 0;
    return told || (sentence.size > 0 && sentence.data[sentence.size - 1] == '?');
}

/* Children are je, parents are u. */
static void check_register(void *context, Str sentence)
{
    static const char *const words[2][5] = {{"u", "uw", "uzelf", NULL, NULL},
                                            {"je", "jij", "jou", "jouw", "jullie"}};
    const RegisterLint *lint = context;
    bool parent = lint->text->audience == AUDIENCE_PARENT;
    for (int i = 0; i < 5 && words[parent][i] != NULL && !is_quoted(sentence); i++) {
        if (prose_find(sentence, str_of(words[parent][i])) >= 0) {
            problem_add(lint->source->problems, RULE_REGISTER, lint->text->raw.at,
                        "'%s' in a text for a %s", words[parent][i],
                        source_audience(lint->text->audience));
        }
    }
}

typedef struct BannedLint {
    Source *source;
    Prose *words;
} BannedLint;

static void check_banned(void *context, const WalkText *text)
{
    BannedLint *lint = context;
    const SaidList *banned = &lint->source->languages[text->language].banned[text->audience];
    for (int i = 0; i < banned->count; i++) {
        if (prose_find(text->plain, banned->at[i].text) >= 0) {
            problem_add(lint->source->problems, RULE_BANNED, text->raw.at, "we do not say '%s'",
                        banned->at[i].text.data);
        }
    }
    if (text->topic != NULL && text->language == LANGUAGE_DUTCH) {
        RegisterLint sentence = {lint->source, text};
        prose_each_sentence(lint->words, text->plain, check_register, &sentence);
    }
}

void lint_language_banned(Source *source)
{
    BannedLint lint = {source, prose_open(STR("nl"))};
    if (lint.words != NULL) {
        walk_all(source, check_banned, &lint);
    }
    prose_close(lint.words);
}
