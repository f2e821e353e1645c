/* lint_language.c - sentences and words against the bars of their audience. Owns nothing. */
#include "lint_language.h"

#include "walk.h"
#include "words.h"

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
    Words *words;
    int language;
    const WalkText *text; /* being visited */
    LintCounts counts;    /* of the topic being visited */
} SentenceLint;

static void add_syllables(void *context, Str word)
{
    SentenceLint *lint = context;
    lint->counts.words++;
    lint->counts.syllables += words_syllables(word);
}

static void check_sentence(void *context, Str sentence)
{
    SentenceLint *lint = context;
    int count = words_count(lint->words, sentence);
    int max = lint_language_bars(lint->text->audience)->sentence_words_max;
    if (count > max) {
        problem_add(lint->source->problems, RULE_SENTENCE_LONG, lint->text->raw.at,
                    "%d words, at most %d: %.*s", count, max,
                    (int)(sentence.size > 120 ? 120 : sentence.size), sentence.data);
    }
    lint->counts.sentences += count > 0;
    words_each(lint->words, sentence, add_syllables, lint);
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
    words_each_sentence(lint->words, without_head(text), check_sentence, lint);
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
        lint.words = words_open(source->languages[language].code.text);
        if (lint.words == NULL) {
            continue;
        }
        walk_all(source, check_outside_topics, &lint);
        for (int i = 0; i < source->topic_count; i++) {
            check_topic_means(&lint, &source->topics[i]);
        }
        words_close(lint.words);
    }
}

/* ---- banned words and register --------------------------------------------------------------- */

static bool is_question(Str text)
{
    return text.size > 0 && text.data[text.size - 1] == '?';
}

/* Children are je, parents are u. A parent's text may quote what one asks the child: a question. */
static void check_register(Source *source, const WalkText *text)
{
    static const char *const formal[] = {"u", "uw", "uzelf"};
    static const char *const close[] = {"je", "jij", "jou", "jouw", "jullie"};
    bool parent = text->audience == AUDIENCE_PARENT;
    const char *const *words = parent ? close : formal;
    int count = parent ? 5 : 3;
    bool judged = text->topic != NULL && text->language == LANGUAGE_DUTCH &&
                  (!parent || !is_question(text->plain));
    for (int i = 0; judged && i < count; i++) {
        int at = words_find(text->plain, str_of(words[i]));
        bool quoted = at > 0 && parent && words_find(text->plain, STR("vraag")) >= 0;
        if (at >= 0 && !quoted) {
            problem_add(source->problems, RULE_REGISTER, text->raw.at, "'%s' in a text for a %s",
                        words[i], source_audience(text->audience));
        }
    }
}

static void check_banned(void *context, const WalkText *text)
{
    Source *source = context;
    const SaidList *banned = &source->languages[text->language].banned[text->audience];
    for (int i = 0; i < banned->count; i++) {
        if (words_find(text->plain, banned->at[i].text) >= 0) {
            problem_add(source->problems, RULE_BANNED, text->raw.at, "we do not say '%s'",
                        banned->at[i].text.data);
        }
    }
    check_register(source, text);
}

void lint_language_banned(Source *source)
{
    walk_all(source, check_banned, source);
}
