/* report.c - counting. Owns nothing. */
#include "report.h"

typedef struct Coverage {
    int texts, labels, topics, words, reviewed;
} Coverage;

static Coverage coverage_of(const Source *source, int language)
{
    Coverage coverage = {.texts = source->languages[language].ui.count,
                         .labels = source->languages[language].tree.count};
    for (int i = 0; i < source->topic_count; i++) {
        const SourceText *text = source->topics[i].texts[language];
        coverage.topics += text != NULL;
        coverage.reviewed += text != NULL && text->reviewed_by.text.size > 0;
    }
    for (int i = 0; i < source->word_count; i++) {
        coverage.words += source->words[i].texts[language] != NULL;
    }
    return coverage;
}

void report_coverage(const Source *source, FILE *out)
{
    Coverage all = source->language_count > 0 ? coverage_of(source, LANGUAGE_DUTCH) : (Coverage){0};
    fprintf(out, "%-4s %12s %12s %12s %12s %12s  %s\n", "", "interface", "labels", "topics",
            "hard words", "reviewed", "interface reviewed by");
    for (int i = 0; i < source->language_count; i++) {
        const SourceLanguage *language = &source->languages[i];
        Coverage one = coverage_of(source, i);
        bool reviewed = language->reviewed_by.text.size > 0;
        fprintf(out, "%-4s %5d of %3d %5d of %3d %5d of %3d %5d of %3d %5d of %3d  %s\n",
                language->code.text.data, one.texts, TEXT_COUNT, one.labels, all.labels, one.topics,
                all.topics, one.words, all.words, one.reviewed, one.topics,
                reviewed ? language->reviewed_by.text.data : "nobody");
    }
}

static int count_audience(const Source *source, Audience audience)
{
    int count = 0;
    for (int i = 0; i < source->topic_count; i++) {
        count += source->topics[i].audience == audience;
    }
    return count;
}

void report_counts(const Source *source, const Problems *problems, FILE *out)
{
    fprintf(out,
            "%d languages, %d topics (%d parent, %d child, %d youth), %d hard words, %d facts\n",
            source->language_count, source->topic_count, count_audience(source, AUDIENCE_PARENT),
            count_audience(source, AUDIENCE_CHILD), count_audience(source, AUDIENCE_YOUTH),
            source->word_count, source->fact_count);
    fprintf(out, "%d structural problems, %d errors, %d notes\n",
            problems->levels[RULE_LEVEL_STRUCTURE], problems->levels[RULE_LEVEL_ERROR],
            problems->levels[RULE_LEVEL_NOTE]);
}
