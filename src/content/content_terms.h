/* content_terms.h - the search index of a pack. Inside src/content only. Owns nothing. */
#ifndef OKSP_CONTENT_TERMS_H
#define OKSP_CONTENT_TERMS_H

#include "content_data.h"
#include "pack_read.h"

/* Words and trigrams of every language and audience; after the topics they point at. False with
 * pack.damaged when a term is malformed, unsorted or points at no topic. */
bool content_terms_load(Content *content, PackRead *pack, Err *err);

#endif
