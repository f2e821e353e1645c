/* lint_facts.c - what can age. Owns nothing. */
#include "lint_facts.h"

#include <stdlib.h>

#include "markup.h"
#include "walk.h"
#include "prose.h"

/* ---- use --------------------------------------------------------------------------------------
 */

typedef struct FactUse {
    Source *source;
    bool used[CONTENT_FACTS_MAX];
} FactUse;

static void note_use(void *context, const WalkText *text)
{
    FactUse *use = context;
    unsigned flags = MARKUP_WORDS | MARKUP_PATTERN | MARKUP_QUIET;
    Markup markup = markup_resolve(use->source, text->language, text->raw, (MarkupFlags)flags);
    for (int i = 0; i < markup.fact_count; i++) {
        const SourceFact *fact = &use->source->facts[markup.facts[i]];
        use->used[markup.facts[i]] = true;
        if (str_equal(fact->confidence.text, STR("unsure"))) {
            problem_add(use->source->problems, RULE_FACT_UNSURE, text->raw.at,
                        "we are not sure of '%s': leave it out until it is confirmed",
                        fact->id.data);
        }
    }
}

static void note_list_values(FactUse *use)
{
    for (int i = 0; i < use->source->list_count; i++) {
        const SourceList *list = &use->source->lists[i];
        for (int j = 0; j < list->count; j++) {
            const SourceFact *fact = source_fact(use->source, list->items[j].value.text);
            if (fact != NULL) {
                use->used[fact - use->source->facts] = true;
            }
        }
    }
}

/* Phones may be asked for by a screen; facts we are not sure of wait to be confirmed. */
static bool must_be_used(const SourceFact *fact)
{
    return !fact->is_phone && !str_equal(fact->confidence.text, STR("unsure"));
}

static bool is_overdue(const SourceFact *fact, Date today)
{
    return when_days(fact->review_by) < when_days(today);
}

void lint_facts_all(Source *source, Date today)
{
    FactUse use = {.source = source};
    walk_all(source, note_use, &use);
    note_list_values(&use);
    for (int i = 0; i < source->fact_count; i++) {
        const SourceFact *fact = &source->facts[i];
        if (!use.used[i] && must_be_used(fact)) {
            problem_add(source->problems, RULE_FACT_UNUSED, fact->at, "nothing uses '%s'",
                        fact->id.data);
        }
        if (use.used[i] && is_overdue(fact, today)) {
            char date[WHEN_DATE_BYTES];
            when_format(fact->review_by, date);
            problem_add(source->problems, RULE_FACT_OVERDUE, fact->at,
                        "'%s' should have been reviewed by %s", fact->id.data, date);
        }
    }
}

/* ---- phone numbers ------------------------------------------------------------------------------
 */

/* Bytes of a run of digits with single spaces or hyphens between; *digits counts them. */
static size_t digit_run(Str text, int *digits)
{
    size_t size = 0;
    size_t end = 0;
    *digits = 0;
    while (size < text.size) {
        char c = text.data[size];
        bool separator = c == '-' || c == ' ' || c == '/';
        if (c >= '0' && c <= '9') {
            ++*digits;
            end = size + 1;
        } else if (!separator || (size > 0 && (text.data[size - 1] == ' '))) {
            break;
        }
        size++;
    }
    return end;
}

static bool looks_like_phone(Str run, int digits)
{
    enum { PHONE_DIGITS_MIN = 7 };
    Date date;
    bool short_number =
        str_equal(run, STR("112")) || str_equal(run, STR("113")) || str_equal(run, STR("116111"));
    bool free_number =
        run.size > 4 && (str_starts_with(run, STR("0800")) || str_starts_with(run, STR("0900")));
    return !when_parse(run, &date) && (short_number || free_number || digits >= PHONE_DIGITS_MIN);
}

/* 113.nl is the name of a site. */
static bool is_site(Str rest)
{
    return rest.size > 1 && rest.data[0] == '.' && rest.data[1] >= 'a' && rest.data[1] <= 'z';
}

static void check_phone(void *context, const WalkText *text)
{
    Source *source = context;
    Str raw = text->raw.text;
    for (size_t at = 0; at < raw.size;) {
        if (raw.data[at] < '0' || raw.data[at] > '9') {
            at++;
            continue;
        }
        int digits = 0;
        Str run = {raw.data + at, digit_run((Str){raw.data + at, raw.size - at}, &digits)};
        Str rest = {run.data + run.size, raw.size - at - run.size};
        if (looks_like_phone(run, digits) && !is_site(rest)) {
            problem_add(source->problems, RULE_PHONE_LOOSE, text->raw.at,
                        "the number %.*s belongs in facts.yaml or region.yaml", (int)run.size,
                        run.data);
        }
        at += run.size;
    }
}

void lint_facts_phones(Source *source)
{
    walk_all(source, check_phone, source);
}

/* ---- check --due
 * --------------------------------------------------------------------------------- */

static int by_review(const void *a, const void *b)
{
    const SourceFact *first = *(const SourceFact *const *)a;
    const SourceFact *second = *(const SourceFact *const *)b;
    int64_t order = when_days(first->review_by) - when_days(second->review_by);
    if (order == 0) {
        return first < second ? -1 : first > second;
    }
    return order < 0 ? -1 : 1;
}

int lint_facts_due(const Source *source, Date today)
{
    int due = 0;
    for (int i = 0; i < source->fact_count; i++) {
        due += is_overdue(&source->facts[i], today);
    }
    return due;
}

void lint_facts_print_due(const Source *source, Date today, FILE *out)
{
    const SourceFact *facts[CONTENT_FACTS_MAX];
    for (int i = 0; i < source->fact_count; i++) {
        facts[i] = &source->facts[i];
    }
    qsort(facts, (size_t)source->fact_count, sizeof facts[0], by_review);
    fprintf(out, "%-10s %-7s %-7s %-28s %s\n", "review by", "", "sure?", "fact", "source");
    for (int i = 0; i < source->fact_count; i++) {
        char date[WHEN_DATE_BYTES];
        when_format(facts[i]->review_by, date);
        fprintf(out, "%-10s %-7s %-7s %-28s %s\n", date,
                is_overdue(facts[i], today) ? "OVERDUE" : "", facts[i]->confidence.text.data,
                facts[i]->id.data, facts[i]->source.text.data);
    }
    fprintf(out, "%d facts, %d overdue\n", source->fact_count, lint_facts_due(source, today));
}
