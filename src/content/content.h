/* content.h - everything the kiosk can say: the immutable content of one compiled pack (.okp).
 * Owns all memory that its results point into, until content_close. Every Str it hands out is
 * valid UTF-8 and followed by a NUL. What it says never changes after opening; the
 * topics of a language other than Dutch are read when first asked for, so one thread at a time.
 * Never reads content/ sources, never draws, never knows the clock: dates come as arguments. */
#ifndef OKSP_CONTENT_H
#define OKSP_CONTENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "err.h"
#include "message.h"
#include "region.h"
#include "str.h"
#include "when.h"

enum {
    CONTENT_PACK_BYTES_MAX = 512 * 1024 * 1024,
    CONTENT_LANGUAGES_MAX = 16,
    CONTENT_TOPICS_MAX = 512,    /* over all audiences */
    CONTENT_SITUATIONS_MAX = 12, /* per audience */
    CONTENT_QUESTIONS_MAX = 6,   /* per situation */
    CONTENT_BLOCKS_MAX = 24,     /* per part of a topic */
    CONTENT_SPANS_MAX = 16,      /* per block */
    CONTENT_RELATED_MAX = 6,     /* per topic */
    CONTENT_WORDS_MAX = 12,      /* hard words per topic */
    CONTENT_LISTS_MAX = 64,
    CONTENT_ITEMS_MAX = 32, /* per list */
    CONTENT_FACTS_MAX = 256,
    CONTENT_GLOSSARY_MAX = 256,    /* per language */
    CONTENT_LABELS_MAX = 2048,     /* named texts per language */
    CONTENT_TEXT_BYTES_MAX = 8192, /* of any one text */
    CONTENT_ASSET_BYTES_MAX = 64 * 1024 * 1024,
    CONTENT_NAME_BYTES_MAX = 64,   /* of any id or key */
    CONTENT_QUERY_BYTES_MAX = 256, /* of a search */
    CONTENT_RESULTS_MAX = 24       /* of a search */
};

typedef struct Content Content;

/* A row of the language table; 0 is always Dutch, which every other one falls back to. */
typedef int Language;
enum { LANGUAGE_DUTCH = 0 };

/* Every interface word: content/text_keys.def names them, content/<language>/ui.yaml says them. */
typedef enum TextKey {
#define TEXT_KEY(name, key) TEXT_##name,
#include "text_keys.def"
#undef TEXT_KEY
    TEXT_COUNT
} TextKey;

typedef enum Audience { AUDIENCE_PARENT, AUDIENCE_CHILD, AUDIENCE_YOUTH, AUDIENCE_COUNT } Audience;

/* ---- opening ---------------------------------------------------------------------------- */

/* Read a whole pack into memory: opened immutable and read-only, schema not trusted, checked.
 * The caller owns the result. NULL with `err` on failure; codes: pack.missing, pack.damaged,
 * pack.foreign (not an oksp pack), pack.newer (made for a newer program), pack.too-large,
 * pack.incomplete (a table, a text or a language that must be there is not), memory.full.
 * A fallback pack opens the same way: content_is_fallback is then true and only languages, region
 * and the texts of the failure screens are in it; every other text is empty. */
Content *content_open(const char *path, Err *err);

/* Frees everything; NULL is allowed. */
void content_close(Content *content);

typedef struct ContentInfo {
    Str name;    /* "oksp voorbeeld" */
    Str org;     /* organisation id, or "*" */
    int64_t seq; /* rises with every published pack */
    Str built;   /* date of the newest source, "2026-11-21" */
    bool fallback;
} ContentInfo;
ContentInfo content_info(const Content *content);

const Region *content_region(const Content *content);

/* ---- languages -------------------------------------------------------------------------- */

typedef struct LanguageInfo {
    Str code;        /* BCP 47, "nl", also the ICU locale */
    Str own_name;    /* "العربية" */
    Str hello;       /* the greeting on the welcome screen, in that language */
    Str font;        /* name in the font table of text/: andika, noto-arabic ... */
    Str voice;       /* espeak-ng voice name; empty = none */
    Str reviewed_by; /* of its ui.yaml; empty = nobody did, and the kiosk says so */
    bool rtl;
    bool on_welcome; /* one of the choices on the welcome screen; the others behind "Meer talen" */
} LanguageInfo;

int content_language_count(const Content *content);
const LanguageInfo *content_language(const Content *content, Language language);

/* The row of a code; LANGUAGE_DUTCH and false when the pack does not have it. */
bool content_language_find(const Content *content, Str code, Language *out);

/* ---- texts ------------------------------------------------------------------------------ */

/* An interface text as it stands (a pattern, when it has arguments). Falls back to Dutch. */
Str content_text(const Content *content, Language language, TextKey key);

/* The same as a finished sentence: arguments by name, formatted for the language the text is in. */
bool content_format(const Content *content, Language language, TextKey key, MessageArgs args,
                    Buf *out);

/* The rules of a language for message_format and message_value. Owned by the content. */
MessageLocale *content_locale(const Content *content, Language language);

/* Append the opening hours of the region's phone: "maandag t/m vrijdag, 9.00 - 17.00 uur", by the
 * texts hours.row, hours.days and hours.and. */
void content_hours(const Content *content, Language language, const Hours *hours, int count,
                   Buf *out);

/* The same as short as it can be read: "ma t/m vr, 9 - 17 uur", by hours.short. */
void content_hours_short(const Content *content, Language language, const Hours *hours, int count,
                         Buf *out);

/* True when the language lacks this text, so that Dutch stands there instead: the screen says so
 * and speaks it with a Dutch voice. */
bool content_text_is_dutch(const Content *content, Language language, TextKey key);

/* The key as content wrote it ("home.call"): for node ids, logs and tests. */
Str content_text_name(TextKey key);

/* A label of content/<language>/tree.yaml by name: "parent.zorgen", "question.naar-huis",
 * "letters.opp", "letters.opp.hint". Dutch when the language lacks it; empty when Dutch does. */
Str content_label(const Content *content, Language language, Str name);

/* The same of "<list>.<id>" or "<list>.<id>.<part>" (part may be empty), without building it. */
Str content_item_label(const Content *content, Language language, Str list, Str id, Str part);

/* ---- the tree --------------------------------------------------------------------------- */

/* A question under a situation. `topic` is an index for content_topic. */
typedef struct Question {
    Str id;
    int topic;
} Question;

/* A tile of a home screen, in order. One question: the tile opens that topic at once.
 * Its title is the label "<audience>.<id>" (parent.zorgen), its second line "<audience>.<id>.hint".
 * A question's text is the label "question.<id>" (hint: "question.<id>.hint"), and when that is
 * empty the topic's title and answer; content_question_text does that. */
typedef struct Situation {
    Str id, picture, icon;
    Question questions[CONTENT_QUESTIONS_MAX];
    int question_count;
} Situation;

int content_situation_count(const Content *content, Audience audience);
const Situation *content_situation(const Content *content, Audience audience, int index);
Str content_question_text(const Content *content, Language language, const Question *question);

/* A named list of choices that are content, not code: letters, feelings, experience sentences,
 * questions for a talk ... Its label is "<list>.<id>". */
typedef struct ListItem {
    Str id, picture, icon;
    int topic; /* -1 = none */
    Str value; /* free word for the program, such as the fact id of a help line */
} ListItem;

typedef struct List {
    Str id;
    const ListItem *items;
    int count;
} List;

/* NULL when the pack has no list of that id. */
const List *content_list(const Content *content, Str id);

/* ---- topics ----------------------------------------------------------------------------- */

typedef enum Part {
    PART_KORT,    /* "In het kort": at most three points */
    PART_STAPPEN, /* "Zo gaat het": steps with terms */
    PART_HELPT,   /* "Wie helpt?" */
    PART_DOEN,    /* "Wat kunt u nu doen?" */
    PART_MEE,     /* take-home text */
    PART_VERHAAL, /* pictures of a story, for children */
    PART_COUNT
} Part;

typedef enum BlockKind { BLOCK_TEXT, BLOCK_POINT, BLOCK_STEP } BlockKind;

typedef enum SpanKind { SPAN_STRONG, SPAN_WORD } SpanKind;

/* A piece of a block's text. SPAN_WORD: `word` is an index for content_word. */
typedef struct Span {
    SpanKind kind;
    int from_bytes, size_bytes;
    int word;
} Span;

typedef struct Block {
    BlockKind kind;
    Str head; /* PART_HELPT: who, from "Who: does what"; empty in other parts */
    Str text; /* markers taken out, facts and region values filled in */
    Str term; /* "binnen 6 weken na de start"; empty = none */
    Str icon, picture;
    const Span *spans;
    int span_count;
    Date
        hide_after; /* year 0 = never; else not shown after this day: a phone number in it is due */
} Block;

typedef struct TopicPart {
    const Block *blocks;
    int count;
} TopicPart;

/* A topic in one language. */
typedef struct Topic {
    Str id;
    Audience audience;
    Str title, short_title;
    Block answer; /* one or two sentences; may hold hard words */
    Str icon, picture;
    TopicPart parts[PART_COUNT];
    int related[CONTENT_RELATED_MAX]; /* topics */
    int related_count;
    int words[CONTENT_WORDS_MAX]; /* glossary entries */
    int word_count;
    Str reviewed_by;   /* empty = nobody checked it: the kiosk says so */
    bool is_law;       /* states rights or terms: unreviewed keeps the Dutch text one tap away */
    Language language; /* of the words: LANGUAGE_DUTCH when the asked language lacks the topic */
} Topic;

int content_topic_count(const Content *content);

/* Never NULL for an index below the count. */
const Topic *content_topic(const Content *content, Language language, int index);

/* The index of a topic, or -1. Youth also finds what only the child folder has. */
int content_topic_find(const Content *content, Audience audience, Str id);

/* May this block be shown today? (A phone number past its review date may not.) */
bool content_block_is_shown(const Block *block, Date today);

/* ---- hard words and facts --------------------------------------------------------------- */

/* say: one or two sentences for the pop-up; full: more, may be empty. */
typedef struct Word {
    Str id, shown, say, full;
    Language language;
} Word;

int content_word_count(const Content *content);
const Word *content_word(const Content *content, Language language, int index);
int content_word_find(const Content *content, Str id);

/* A fact that can age. A phone fact carries its number and hours for the help screens. */
typedef struct Fact {
    Str id;
    Str text; /* in Dutch, or the number as shown: "0800-0432" */
    bool is_phone;
    bool keep;                     /* shown even past review_by (112) */
    Hours hours[REGION_HOURS_MAX]; /* phone only; none = always open */
    int hours_count;
    Date verified_on, review_by;
} Fact;

/* NULL when unknown. */
const Fact *content_fact(const Content *content, Str id);
bool content_fact_is_shown(const Fact *fact, Date today);

/* Is the line answered at `at`? Holidays do not close help lines. */
bool content_fact_is_open(const Fact *fact, LocalTime at);

/* ---- pictures and search ---------------------------------------------------------------- */

/* Bytes of an asset carried by the pack ("adviser/samira.png"); empty when it is not in it. */
Str content_asset(const Content *content, Str name);

typedef struct ContentHit {
    int topic;
    int score;   /* higher is better */
    bool letter; /* found as a word that stands in letters */
} ContentHit;

/* Topics for what a visitor typed, best first; returns how many were put in `hits` (≤ max). Finds
 * whole words, beginnings of words, synonyms, and by trigrams misspellings and parts of compounds.
 * Looks in the language and, when that finds nothing, in Dutch. Allocates nothing. */
int content_search(const Content *content, Language language, Audience audience, Str query,
                   ContentHit *hits, int max);

#endif
