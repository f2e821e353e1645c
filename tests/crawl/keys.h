/* keys.h - what the crawl types into each field: what leads on, and what is answered kindly.
 * Owns the table. A field that is not in it gets a sentence. */
#ifndef OKSP_CRAWL_KEYS_H
#define OKSP_CRAWL_KEYS_H

#include "app.h"

/* The texts for a field, ended by NULL; the first is one that leads on. */
const char *const *keys_for(AppField field);

/* The same for the PIN of colleagues, which is no field of a visitor. */
extern const char *const KEYS_PIN[];

#endif
