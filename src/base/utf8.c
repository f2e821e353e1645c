/* utf8.c - UTF-8 after RFC 3629. Allocates nothing. */
#include "utf8.h"

#include "check.h"

enum {
    POINT_MAX = 0x10FFFF,
    SURROGATE_FIRST = 0xD800,
    SURROGATE_LAST = 0xDFFF,
    CONTINUATION_MASK = 0x3F,
};

/* Bytes of the sequence that starts with `lead`; 0 when no sequence starts so. */
static size_t sequence_bytes(unsigned char lead)
{
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return 2;
    }
    if ((lead & 0xF0) == 0xE0) {
        return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

static uint32_t decode(const char *data, size_t bytes)
{
    static const uint32_t lead_mask[UTF8_BYTES_MAX + 1] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    uint32_t point = (unsigned char)data[0] & lead_mask[bytes];
    for (size_t i = 1; i < bytes; i++) {
        point = point << 6 | ((unsigned char)data[i] & CONTINUATION_MASK);
    }
    return point;
}

/* Bytes of one well-formed sequence at the start of `text`, or 0. */
static size_t valid_bytes(Str text)
{
    static const uint32_t shortest[UTF8_BYTES_MAX + 1] = {0, 0, 0x80, 0x800, 0x10000};
    size_t bytes = sequence_bytes((unsigned char)text.data[0]);
    if (bytes == 0 || bytes > text.size) {
        return 0;
    }
    for (size_t i = 1; i < bytes; i++) {
        if (!is_continuation(text.data[i])) {
            return 0;
        }
    }
    uint32_t point = decode(text.data, bytes);
    bool surrogate = point >= SURROGATE_FIRST && point <= SURROGATE_LAST;
    return point < shortest[bytes] || point > POINT_MAX || surrogate ? 0 : bytes;
}

bool utf8_is_valid(Str text)
{
    while (text.size > 0) {
        size_t bytes = valid_bytes(text);
        if (bytes == 0) {
            return false;
        }
        text.data += bytes;
        text.size -= bytes;
    }
    return true;
}

uint32_t utf8_next(Str text, size_t *at)
{
    check(*at < text.size);
    size_t bytes = sequence_bytes((unsigned char)text.data[*at]);
    check(bytes > 0 && bytes <= text.size - *at);
    uint32_t point = decode(text.data + *at, bytes);
    *at += bytes;
    return point;
}

static char continuation(uint32_t point, unsigned shift)
{
    return (char)(0x80 | ((point >> shift) & CONTINUATION_MASK));
}

size_t utf8_encode(uint32_t point, char out[UTF8_BYTES_MAX])
{
    check(point <= POINT_MAX && !(point >= SURROGATE_FIRST && point <= SURROGATE_LAST));
    if (point < 0x80) {
        out[0] = (char)point;
        return 1;
    }
    if (point < 0x800) {
        out[0] = (char)(0xC0 | point >> 6);
        out[1] = continuation(point, 0);
        return 2;
    }
    if (point < 0x10000) {
        out[0] = (char)(0xE0 | point >> 12);
        out[1] = continuation(point, 6);
        out[2] = continuation(point, 0);
        return 3;
    }
    out[0] = (char)(0xF0 | point >> 18);
    out[1] = continuation(point, 12);
    out[2] = continuation(point, 6);
    out[3] = continuation(point, 0);
    return 4;
}

size_t utf8_count(Str text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.size; i++) {
        count += is_continuation(text.data[i]) ? 0 : 1;
    }
    return count;
}

size_t utf8_before_last(Str text)
{
    size_t size = text.size;
    while (size > 0 && is_continuation(text.data[size - 1])) {
        size--;
    }
    return size == 0 ? 0 : size - 1;
}
