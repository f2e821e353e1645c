/* diff.c - every text of a pack under a name, sorted, and two of those side by side.
 * Owns the lists while it runs. */
#include "diff.h"

#include <stdlib.h>

#include "content_data.h"
#include "source.h"
#include "source_topic.h"

typedef struct DiffText {
    Str name, text;
} DiffText;

typedef struct DiffTexts {
    Content *content;
    Arena arena;
    DiffText *at;
    int count, room;
} DiffTexts;

enum { ROOM_FIRST = 1024, NAME_BYTES_MAX = 256 };

static void add(DiffTexts *texts, const char *name, Str text)
{
    if (text.size == 0) {
        return;
    }
    if (texts->count == texts->room) {
        int room = texts->room == 0 ? ROOM_FIRST : texts->room * 2;
        DiffText *at = realloc(texts->at, (size_t)room * sizeof *at);
        if (at == NULL) {
            return;
        }
        texts->at = at;
        texts->room = room;
    }
    texts->at[texts->count++] = (DiffText){arena_str(&texts->arena, str_of(name)), text};
}

static void add_topic(DiffTexts *texts, const LanguageData *language, const Topic *topic)
{
    char name[NAME_BYTES_MAX];
    const char *code = language->info.code.data;
    const char *audience = source_audience(topic->audience);
    snprintf(name, sizeof name, "%s/%s/%s title", code, audience, topic->id.data);
    add(texts, name, topic->title);
    snprintf(name, sizeof name, "%s/%s/%s answer", code, audience, topic->id.data);
    add(texts, name, topic->answer.text);
    for (int part = 0; part < PART_COUNT; part++) {
        for (int i = 0; i < topic->parts[part].count; i++) {
            const Block *block = &topic->parts[part].blocks[i];
            snprintf(name, sizeof name, "%s/%s/%s %s %02d", code, audience, topic->id.data,
                     source_topic_part((Part)part), i + 1);
            add(texts, name, block->text);
            snprintf(name, sizeof name, "%s/%s/%s %s %02d term", code, audience, topic->id.data,
                     source_topic_part((Part)part), i + 1);
            add(texts, name, block->term);
        }
    }
}

static void add_language(DiffTexts *texts, const LanguageData *language)
{
    char name[NAME_BYTES_MAX];
    const char *code = language->info.code.data;
    for (int i = 0; i < TEXT_COUNT; i++) {
        snprintf(name, sizeof name, "%s/ui %s", code, content_text_name((TextKey)i).data);
        add(texts, name, language->texts[i]);
    }
    for (int i = 0; i < language->label_count; i++) {
        snprintf(name, sizeof name, "%s/tree %s", code, language->labels[i].name.data);
        add(texts, name, language->labels[i].text);
    }
    for (int i = 0; i < texts->content->word_count; i++) {
        snprintf(name, sizeof name, "%s/glossary %s", code, texts->content->word_ids[i].data);
        add(texts, name, language->words[i].say);
    }
    for (int i = 0; i < texts->content->topic_count; i++) {
        if (language->topics != NULL && language->topics[i] != NULL) {
            add_topic(texts, language, language->topics[i]);
        }
    }
}

static int by_name(const void *a, const void *b)
{
    return content_data_compare(((const DiffText *)a)->name, ((const DiffText *)b)->name);
}

static bool gather(DiffTexts *texts, const char *path, Err *err)
{
    *texts = (DiffTexts){.content = content_open(path, err)};
    if (texts->content == NULL) {
        return false;
    }
    add(texts, "region name", texts->content->region.shown_name);
    add(texts, "region phone", texts->content->region.phone);
    for (int i = 0; i < texts->content->fact_count; i++) {
        char name[NAME_BYTES_MAX];
        snprintf(name, sizeof name, "fact %s", texts->content->facts[i].id.data);
        add(texts, name, texts->content->facts[i].text);
    }
    for (int i = 0; i < texts->content->language_count; i++) {
        add_language(texts, content_data_loaded(texts->content, i));
    }
    qsort(texts->at, (size_t)texts->count, sizeof texts->at[0], by_name);
    return true;
}

static void drop(DiffTexts *texts)
{
    content_close(texts->content);
    arena_free(&texts->arena);
    free(texts->at);
}

/* Which of two sorted lists has the next name: -1 only the first, 1 only the second, 0 both. */
static int next_of(const DiffTexts *before, int i, const DiffTexts *after, int j)
{
    if (i == before->count) {
        return 1;
    }
    return j == after->count ? -1 : by_name(&before->at[i], &after->at[j]);
}

static int compare(const DiffTexts *before, const DiffTexts *after, FILE *out)
{
    int changes = 0;
    for (int i = 0, j = 0; i < before->count || j < after->count;) {
        int order = next_of(before, i, after, j);
        if (order > 0) {
            fprintf(out, "+ %s: %s\n", after->at[j].name.data, after->at[j].text.data);
            changes++;
        } else if (order < 0) {
            fprintf(out, "- %s: %s\n", before->at[i].name.data, before->at[i].text.data);
            changes++;
        } else if (!str_equal(before->at[i].text, after->at[j].text)) {
            fprintf(out, "~ %s: %s -> %s\n", before->at[i].name.data, before->at[i].text.data,
                    after->at[j].text.data);
            changes++;
        }
        i += order <= 0;
        j += order >= 0;
    }
    return changes;
}

int diff_packs(const char *old_path, const char *new_path, FILE *out, Err *err)
{
    DiffTexts before = {0};
    DiffTexts after = {0};
    int changes = -1;
    if (gather(&before, old_path, err) && gather(&after, new_path, err)) {
        changes = compare(&before, &after, out);
    }
    drop(&before);
    drop(&after);
    return changes;
}
