/* content_terms.h - the search index of a pack. Inside src/content only. Owns nothing. */
#ifndef OKSP_CONTENT_TERMS_H
#define OKSP_CONTENT_TERMS_H

#include "content_data.h"
#include "pack_read.h"

/* Words and trigrams of one language, every audience, into its own arena; after the heads of topics
 * they point at. False with pack.damaged when a term is malformed, unsorted or points at no topic.
 */
bool content_terms_load(const Content *content, int language, Err *err);

#endif
