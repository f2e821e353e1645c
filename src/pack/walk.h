/* walk.h - every text a visitor can meet, one by one, as it will be read: facts filled in, marks
 * and direction isolates taken out. Owns nothing. */
#ifndef OKSP_WALK_H
#define OKSP_WALK_H

#include "source.h"

typedef enum WalkKind {
    WALK_UI,
    WALK_LABEL,
    WALK_TITLE,
    WALK_SHORT,
    WALK_ANSWER,
    WALK_LINE,
    WALK_TERM,
    WALK_SAY,
    WALK_FULL
} WalkKind;

typedef struct WalkText {
    WalkKind kind;
    int language;
    Audience audience;        /* parent for what belongs to nobody in particular */
    Said raw;                 /* as written */
    Str plain;                /* as read */
    const SourceTopic *topic; /* NULL outside topics */
    const SourceText *text;
    Part part; /* WALK_LINE and WALK_TERM */
} WalkText;

typedef void WalkFn(void *context, const WalkText *text);

/* All of them, in the order of the files. */
void walk_all(Source *source, WalkFn *visit, void *context);

/* Only those of one topic in one language. */
void walk_topic(Source *source, const SourceTopic *topic, int language, WalkFn *visit,
                void *context);

#endif
