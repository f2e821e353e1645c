/* version.c - reading and comparing n.n.n. */
#include "version.h"

#include "store.h"

enum { PARTS = 3, PART_MAX = 9999, VERSION_BYTES_MIN = 5 };

static bool read_parts(Str text, int64_t parts[PARTS])
{
    for (int i = 0; i < PARTS; i++) {
        if (!str_to_int(str_cut(&text, '.'), 0, PART_MAX, &parts[i])) {
            return false;
        }
    }
    return text.data == NULL;
}

bool version_is_valid(Str text)
{
    int64_t parts[PARTS];
    return text.size <= STORE_APP_BYTES_MAX && read_parts(text, parts);
}

const char *version_field(Fields *fields, const char *member)
{
    FieldsText limit = {VERSION_BYTES_MIN, STORE_APP_BYTES_MAX, false};
    const char *text = fields_text(fields, member, limit);
    if (text != NULL && !version_is_valid(str_of(text))) {
        fields_fault(fields, member, "must be a version like 1.0.0");
        return NULL;
    }
    return text;
}

bool version_is_older(Str a, Str b)
{
    int64_t x[PARTS] = {0}, y[PARTS] = {0};
    if (!read_parts(a, x) || !read_parts(b, y)) {
        return false;
    }
    for (int i = 0; i < PARTS; i++) {
        if (x[i] != y[i]) {
            return x[i] < y[i];
        }
    }
    return false;
}
