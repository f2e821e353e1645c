/* refcode.h - what a visitor takes home: eight digits and four pictures, made from the id.
 * Owns the frozen order of the pictures (pictures.def). Never proof of identity: it helps to find
 * a request and to greet. */
#ifndef OKSP_REFCODE_H
#define OKSP_REFCODE_H

#include <stdbool.h>

#include "envelope.h"
#include "str.h"

enum {
    REFCODE_BYTES = 9,        /* "20837595" */
    REFCODE_SHOWN_BYTES = 10, /* "2083 7595" */
    REFCODE_PICTURES = 4,
    REFCODE_PICTURE_KINDS = 16
};

/* Seven digits of the first eight id bytes (big-endian, modulo 10^7) and a Damm check digit. */
void refcode_of(const EnvelopeId *id, char out[REFCODE_BYTES]);

/* With a space in the middle, as it is shown and said. */
void refcode_show(const char code[REFCODE_BYTES], char out[REFCODE_SHOWN_BYTES]);

/* Eight digits, however spaced, whose check digit fits: finds every single wrong digit and every
 * swap of neighbours. */
bool refcode_is_valid(Str text);

/* The four nibbles of id bytes 8 and 9, high one first. */
void refcode_pictures(const EnvelopeId *id, unsigned char out[REFCODE_PICTURES]);

/* "appel" ... "zon": the name of the picture, as its file is called. */
const char *refcode_picture(unsigned number);

#endif
