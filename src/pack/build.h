/* build.h - from source to pack: one file that the kiosk reads. Owns nothing. */
#ifndef OKSP_BUILD_H
#define OKSP_BUILD_H

#include "source.h"

typedef struct BuildOptions {
    const char *output;
    const char *fallback; /* NULL = none */
    int64_t seq;
    const char *org;   /* NULL = what region.yaml says */
    bool draft;        /* missing interface texts do not stop: their key stands there, to be seen */
    const char *built; /* date; NULL = the newest verified_on of the facts */
} BuildOptions;

/* Resolve everything once so that problems of structure show (ref.*, mark, text.*). */
void build_check(Source *source);

/* Write the pack and the fallback pack. The source must have no structural problem. */
bool build_write(Source *source, const BuildOptions *options, Err *err);

/* Belongs this interface key into the fallback pack? */
bool build_is_fallback_key(Str key);

/* Glossary indices of the hard words that a topic explains in a language: those of its front matter
 * and those marked in its text; at most CONTENT_WORDS_MAX. */
int build_topic_words(Source *source, const SourceText *text, int *out);

#endif
