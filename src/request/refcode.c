/* refcode.c - code and pictures of a receipt. Pure functions of an id. */
#include "refcode.h"

#include <stdint.h>
#include <stdio.h>

#include "check.h"

enum {
    DIGITS = 7,
    ID_BYTES_OF_CODE = 8,
    PICTURES_AT = 8, /* id byte */
    CODE_DIGITS = 8,
    GROUP_DIGITS = 4,
};

static const uint64_t code_modulus = 10000000;

/* H. M. Damm's quasigroup of order 10 (2004): its check digit finds every single wrong digit and
 * every swap of neighbours. */
static const unsigned char damm_table[10][10] = {
    {0, 3, 1, 7, 5, 9, 8, 6, 4, 2}, {7, 0, 9, 2, 1, 5, 4, 8, 6, 3}, {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
    {1, 7, 5, 0, 9, 8, 3, 4, 2, 6}, {6, 1, 2, 3, 0, 4, 5, 9, 7, 8}, {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
    {5, 8, 6, 9, 7, 2, 0, 1, 3, 4}, {8, 9, 4, 5, 3, 6, 2, 0, 1, 7}, {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
    {2, 5, 8, 1, 4, 3, 6, 7, 9, 0},
};

static unsigned damm(const char *digits, size_t count)
{
    unsigned state = 0;
    for (size_t i = 0; i < count; i++) {
        check(digits[i] >= '0' && digits[i] <= '9');
        state = damm_table[state][digits[i] - '0'];
    }
    return state;
}

void refcode_of(const EnvelopeId *id, char out[REFCODE_BYTES])
{
    uint64_t value = 0;
    for (size_t i = 0; i < ID_BYTES_OF_CODE; i++) {
        value = value << 8 | id->bytes[i];
    }
    value %= code_modulus;
    for (size_t i = DIGITS; i > 0; i--) {
        out[i - 1] = (char)('0' + value % 10);
        value /= 10;
    }
    out[DIGITS] = (char)('0' + damm(out, DIGITS));
    out[DIGITS + 1] = '\0';
}

void refcode_show(const char code[REFCODE_BYTES], char out[REFCODE_SHOWN_BYTES])
{
    snprintf(out, REFCODE_SHOWN_BYTES, "%.4s %.4s", code, code + GROUP_DIGITS);
}

bool refcode_is_valid(Str text)
{
    char digits[CODE_DIGITS];
    size_t count = 0;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (c == ' ') {
            continue;
        }
        if (c < '0' || c > '9' || count == CODE_DIGITS) {
            return false;
        }
        digits[count++] = c;
    }
    return count == CODE_DIGITS && damm(digits, count) == 0;
}

void refcode_pictures(const EnvelopeId *id, unsigned char out[REFCODE_PICTURES])
{
    for (size_t i = 0; i < REFCODE_PICTURES; i++) {
        unsigned char byte = id->bytes[PICTURES_AT + i / 2];
        out[i] = i % 2 == 0 ? byte >> 4 : byte & 0x0F;
    }
}

const char *refcode_picture(unsigned number)
{
    static const char *const names[REFCODE_PICTURE_KINDS] = {
#define PICTURE(nibble, name) [nibble] = #name,
#include "pictures.def"
#undef PICTURE
    };
    check(number < REFCODE_PICTURE_KINDS);
    return names[number];
}
