/* source.h - the content as written: every text with the place where it stands.
 * Owns all of it in one arena, until source_close. Reads content/, judges only its form; what the
 * words mean is for check_*.c. */
#ifndef OKSP_SOURCE_H
#define OKSP_SOURCE_H

#include "content.h"
#include "doc.h"
#include "problem.h"

enum {
    SOURCE_FILE_BYTES_MAX = 1024 * 1024,
    SOURCE_FILES_MAX = 8192,
    SOURCE_PATH_BYTES_MAX = 1024,
    SOURCE_SYNONYMS_MAX = 64,
    SOURCE_BANNED_MAX = 512,
    SOURCE_ID_BYTES_MAX = 63
};

/* Bold in a line, until markup.c takes it out: U+0002 on, U+0003 off. */
#define SOURCE_BOLD_ON '\x02'
#define SOURCE_BOLD_OFF '\x03'

typedef struct Said {
    Str text;
    Place at;
} Said;

typedef struct SaidList {
    Said *at;
    int count;
} SaidList;

typedef struct SourceEntry {
    Said key, value;
} SourceEntry;

typedef struct SourceEntries {
    SourceEntry *at;
    int count;
    int room;
} SourceEntries;

typedef struct SourceLine {
    BlockKind kind;
    Said text, term, icon, picture; /* text: without the attributes, with bold marks */
} SourceLine;

typedef struct SourcePart {
    SourceLine *lines;
    int count;
    Place at; /* of its heading; line 0 = the part is not there */
} SourcePart;

/* One file: a topic in a language. */
typedef struct SourceText {
    const char *file;
    Said title, short_title, answer, reviewed_by, icon, picture, law, letter;
    SaidList related, words, synonyms;
    SourcePart parts[PART_COUNT];
} SourceText;

typedef struct SourceTopic {
    Audience audience;
    Str id;
    SourceText *texts[CONTENT_LANGUAGES_MAX]; /* NULL = not in that language */
} SourceTopic;

typedef struct SourceWordText {
    Place at;
    Said shown, say, full;
    SaidList forms;
} SourceWordText;

typedef struct SourceWord {
    Str id;
    SourceWordText *texts[CONTENT_LANGUAGES_MAX];
} SourceWord;

typedef struct SourceFact {
    Str id;
    Place at;
    bool is_phone, keep;
    Said texts[CONTENT_LANGUAGES_MAX]; /* a phone number is the same in each */
    Said source, confidence;
    Date verified_on, review_by;
    Str hours; /* as content_load_hours reads it */
} SourceFact;

typedef struct SourceLanguage {
    Said code, name, hello, font, voice, reviewed_by;
    bool rtl, welcome;
    Place at;
    SourceEntries ui, tree;
    SaidList banned[AUDIENCE_COUNT];
    SaidList right_words; /* words.txt */
} SourceLanguage;

/* A tile, a question (parent is a tile's id) or an item of a list. */
typedef struct SourceItem {
    Said id, picture, icon, topic, value;
    Str parent;
} SourceItem;

typedef struct SourceList {
    Said id;
    SourceItem *items;
    int count;
} SourceList;

typedef struct Source {
    Arena arena;
    Problems *problems;
    const char *root;
    SourceLanguage languages[CONTENT_LANGUAGES_MAX];
    int language_count;
    SourceTopic topics[CONTENT_TOPICS_MAX]; /* by audience, then id */
    int topic_count;
    SourceWord words[CONTENT_GLOSSARY_MAX]; /* by id */
    int word_count;
    SourceFact facts[CONTENT_FACTS_MAX]; /* by id */
    int fact_count;
    SourceList lists[CONTENT_LISTS_MAX]; /* parent, child, youth, then the others by id */
    int list_count;
    SourceEntries region; /* rows for the pack table: "region.phone" ... */
} Source;

/* Read everything under `root`; `region_file` NULL = root/region.yaml. Problems are added to
 * `problems`, which must outlive the source. NULL only when memory is full. */
Source *source_open(const char *root, const char *region_file, Problems *problems);
void source_close(Source *source);

/* NULL or -1 when there is none. */
int source_topic(const Source *source, Audience audience, Str id);
int source_word(const Source *source, Str id);
const SourceFact *source_fact(const Source *source, Str id);
const Said *source_entry(const SourceEntries *entries, Str key);
const char *source_audience(Audience audience);

/* ---- for the files that read a part of the source ---------------------------------------- */

/* The text of a file, or an empty Str with a problem (or without one when it may be missing). */
typedef struct SourceFile {
    const char *name; /* as shown in problems: "content/nl/ui.yaml" */
    Str text;
    bool found;
} SourceFile;
SourceFile source_file(Source *source, const char *relative, bool must);
DocNode *source_yaml(Source *source, const char *relative, bool must);

/* The same for a path that does not start at the root; `path` must live as long as the source. */
SourceFile source_file_at(Source *source, const char *path, bool must);
DocNode *source_yaml_at(Source *source, const char *path, bool must);

/* A text of a map, with its place; empty (and the place of the map) when it is not there. */
Said source_said(Source *source, const DocNode *map, const char *key);
SaidList source_list(Source *source, const DocNode *map, const char *key, int max);
bool source_yes(Source *source, const DocNode *map, const char *key, bool otherwise);

/* Is this an id? If not, a problem. */
bool source_id(Source *source, Str id, Place at);

/* A path or a text in the arena. */
const char *source_format(Source *source, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

void source_add_entry(Source *source, SourceEntries *entries, Said key, Said value);

/* Weekdays and minutes of a map {days|day, from, to} as "31 540 1020"; empty with a problem. */
Str source_hours(Source *source, const DocNode *map);

#endif
