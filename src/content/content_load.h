/* content_load.h - from the rows of a pack to Content. Inside src/content only. Owns nothing. */
#ifndef OKSP_CONTENT_LOAD_H
#define OKSP_CONTENT_LOAD_H

#include "content_data.h"
#include "pack_read.h"

/* Fill `content` (zeroed but for `pack`) from its open pack; false with `err` set. What was loaded
 * until then is in its arenas either way. */
bool content_load(Content *content, Err *err);

/* Empty texts everywhere, so that a setting the pack lacks reads as "". */
void content_load_defaults(Content *content);

/* One row of the pack table: a setting of the pack, a language or a value of the region. */
bool content_load_setting(Content *content, Str key, Str value, Err *err);

/* "31 540 1020": weekdays, minutes from, minutes to; several joined by ';'. Returns the count, or
 * -1 when the text is not of that form or has more than `max`. */
int content_load_hours(Str text, Hours *hours, int max);

/* The heads of the topics, which have no language. */
bool content_load_heads(Content *content, PackRead *pack, Err *err);

/* Titles and lines of one language into its own arena; heads and glossary come first. */
bool content_load_topics(const Content *content, int language, Err *err);

#endif
