/* check_words.h - the sealed Request in words: what the check screen says, and nothing else.
 * Owns nothing. Reads the Request only, so that what is shown is what is sealed; the one exception
 * is the number, which is shown as it was typed (its stored form is made from the same text). */
#ifndef OKSP_CHECK_WORDS_H
#define OKSP_CHECK_WORDS_H

#include "view.h"

/* "Mijn kind zit thuis · Extra hulp op school" */
const char *check_words_about(const View *view, const Request *request);
const char *check_words_sector(const View *view, const Request *request);

/* "Dinsdag 25 november, ochtend", "Maakt niet uit, uiterlijk ..." */
const char *check_words_when(const View *view, const Request *request);

/* "Wij bellen", "Wij mailen, uiterlijk dinsdag 25 november" */
const char *check_words_reach(const View *view, const Request *request);

/* The name as typed; with its Latin form behind it when the script is another. */
const char *check_words_name(const View *view, const Request *request);

/* The language, and what happens about an interpreter. */
const char *check_words_language(const View *view, const Request *request);

#endif
