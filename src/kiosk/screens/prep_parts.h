/* prep_parts.h - the pieces that the screens of a talk with school share.
 * Owns nothing and decides nothing: every function only adds nodes. */
#ifndef OKSP_PREP_PARTS_H
#define OKSP_PREP_PARTS_H

#include "prep_words.h"

/* Lock, and: we keep nothing of this. */
void prep_parts_private(const View *view);

/* What a visitor typed; while typed words are covered a few dots, which do not tell how much it is.
 */
const char *prep_parts_typed(const View *view, const char *typed);

/* "2 zinnen" with a check, when a part has any. */
void prep_parts_chosen(const View *view, int part);

/* An arrow that says: more behind this. */
void prep_parts_chevron(const View *view);

/* Back, "1 van 2", on; nothing when there is one page. */
void prep_parts_pager(const View *view, int page, int count);

#endif
