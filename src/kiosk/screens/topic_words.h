/* topic_words.h - the words of a block of a topic, with marks for what is bold and for hard words.
 * Owns nothing. Never measures: topic_pages does. */
#ifndef OKSP_TOPIC_WORDS_H
#define OKSP_TOPIC_WORDS_H

#include "buf.h"
#include "view.h"

enum { TOPIC_WORDS_BYTES_MAX = 2048 };

/* The words of a block of `part`; the name of a helper stands on a line of its own. */
const char *topic_words(const View *view, Part part, const Block *block);

/* The same, into `buf` of TOPIC_WORDS_BYTES_MAX. */
void topic_words_write(Part part, const Block *block, Buf *buf);

/* The first hard word of a block, or -1. */
int topic_words_hard(const Block *block);

#endif
