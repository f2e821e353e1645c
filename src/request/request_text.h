/* request_text.h - which texts may travel in a payload. Private to this folder. */
#ifndef OKSP_REQUEST_TEXT_H
#define OKSP_REQUEST_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* An id of the content or a language: "thuiszitten", "niet-eens", "ngt". Not "". */
bool request_text_is_id(const char *text);

/* Valid UTF-8 of at most `points_max` code points without control characters; a line end is
 * allowed. "" is fine. */
bool request_text_is_clean(const char *text, size_t points_max);

#endif
