/* fields.h - members of a JSON object, read by type with their limits; every fault is collected
 * with its pointer, so that one answer names them all (422 invalid).
 * Owns the list of faults. The object stays the caller's. */
#ifndef OKSP_FIELDS_H
#define OKSP_FIELDS_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "str.h"

enum { FIELDS_FAULTS_MAX = 16, FIELDS_POINTER_BYTES_MAX = 96, FIELDS_DEPTH_MAX = 8 };

/* Parse a body: one object, no duplicate members, no NUL, depth at most FIELDS_DEPTH_MAX, nothing
 * behind it. NULL otherwise. The caller owns the reference. */
json_t *fields_parse(Str body);

typedef struct Fields {
    json_t *object; /* where members are looked up */
    char at[FIELDS_POINTER_BYTES_MAX];
    json_t *faults; /* array of {pointer, detail} */
} Fields;

/* Read from `object`; fields_end() must follow. */
Fields fields_begin(json_t *object);

/* The same list of faults, for a member or an element below: at "/member", "/items/3", "/member".
 */
Fields fields_below(const Fields *parent, json_t *object, const char *member, int index);

/* True when there was no fault. Else the reference to {"errors": [...]} goes to *problem. */
bool fields_end(Fields *fields, json_t **problem);

/* Note a fault at `member` ("" = the object itself). */
void fields_fault(Fields *fields, const char *member, const char *detail);

bool fields_has(const Fields *fields, const char *member);

/* Each returns false, with a fault noted and the output untouched, when the member is missing or
 * wrong. Bytes: exactly `size` of them. */
bool fields_hex(Fields *fields, const char *member, uint8_t *out, size_t size);
bool fields_b64(Fields *fields, const char *member, uint8_t *out, size_t size);
typedef struct FieldsRange {
    int64_t min, max;
} FieldsRange;
bool fields_int(Fields *fields, const char *member, FieldsRange range, int64_t *out);

/* Text of 1 (or 0 with min 0) to max bytes, valid UTF-8, no control character except, when `lines`,
 * newline. The pointer lives as long as the object. */
typedef struct FieldsText {
    size_t bytes_min, bytes_max;
    bool lines;
} FieldsText;
const char *fields_text(Fields *fields, const char *member, FieldsText limit);

/* One of the words of a NULL-terminated list; its index, or -1. */
int fields_word(Fields *fields, const char *member, const char *const *words);

/* An array of at most count_max elements, or NULL. */
json_t *fields_array(Fields *fields, const char *member, size_t count_max);

/* An object below, or NULL. */
json_t *fields_object(Fields *fields, const char *member);

/* Is this text exactly `digits` lower-case hex digits? */
bool fields_is_hex(const char *text, size_t digits);

#endif
