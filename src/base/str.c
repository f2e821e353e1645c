/* str.c - slices of text. Allocates nothing and never writes to what a slice points at. */
#include "str.h"

#include <string.h>

Str str_of(const char *text)
{
    return (Str){text, text == NULL ? 0 : strlen(text)};
}

bool str_equal(Str a, Str b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

bool str_starts_with(Str text, Str prefix)
{
    return text.size >= prefix.size && str_equal((Str){text.data, prefix.size}, prefix);
}

bool str_ends_with(Str text, Str suffix)
{
    if (text.size < suffix.size || suffix.size == 0) {
        return suffix.size == 0;
    }
    return str_equal((Str){text.data + (text.size - suffix.size), suffix.size}, suffix);
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

Str str_trim(Str text)
{
    while (text.size > 0 && is_space(text.data[0])) {
        text.data++;
        text.size--;
    }
    while (text.size > 0 && is_space(text.data[text.size - 1])) {
        text.size--;
    }
    return text;
}

bool str_is_ascii(Str text)
{
    for (size_t i = 0; i < text.size; i++) {
        if ((unsigned char)text.data[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

Str str_cut(Str *rest, char separator)
{
    Str whole = *rest;
    const char *found = whole.size == 0 ? NULL : memchr(whole.data, separator, whole.size);
    if (found == NULL) {
        *rest = (Str){NULL, 0};
        return whole;
    }
    size_t before = (size_t)(found - whole.data);
    *rest = (Str){found + 1, whole.size - before - 1};
    return (Str){whole.data, before};
}

/* Accumulate downwards: the negative range is the wider one, so that INT64_MIN is readable too. */
static bool to_negative(Str digits, int64_t *out)
{
    int64_t value = 0;
    for (size_t i = 0; i < digits.size; i++) {
        char c = digits.data[i];
        if (c < '0' || c > '9') {
            return false;
        }
        if (__builtin_mul_overflow(value, (int64_t)10, &value) ||
            __builtin_sub_overflow(value, (int64_t)(c - '0'), &value)) {
            return false;
        }
    }
    *out = value;
    return true;
}

bool str_to_int(Str text, int64_t min, int64_t max, int64_t *out)
{
    bool minus = text.size > 0 && text.data[0] == '-';
    Str digits = minus ? (Str){text.data + 1, text.size - 1} : text;
    int64_t value = 0;
    if (digits.size == 0 || !to_negative(digits, &value)) {
        return false;
    }
    if (!minus && __builtin_sub_overflow((int64_t)0, value, &value)) {
        return false;
    }
    if (value < min || value > max) {
        return false;
    }
    *out = value;
    return true;
}

bool str_copy(Str text, char *buffer, size_t buffer_bytes)
{
    if (buffer_bytes == 0) {
        return false;
    }
    if (text.size >= buffer_bytes) {
        buffer[0] = '\0';
        return false;
    }
    if (text.size > 0) {
        memcpy(buffer, text.data, text.size);
    }
    buffer[text.size] = '\0';
    return true;
}
