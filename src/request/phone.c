/* phone.c - from what a visitor typed to the stored form of a number. Pure functions; digits of all
 * scripts come from Unicode's own table in ICU. */
#include "phone.h"

#include <sodium.h>
#include <string.h>
#include <unicode/uchar.h>

#include "utf8.h"

enum {
    DIGITS_MAX = PHONE_BYTES_MAX - 1,
    DUTCH_DIGITS = 10,       /* 0 and nine more */
    DUTCH_ABROAD_DIGITS = 9, /* behind +31 */
    PLUS_DIGITS_MIN = 9,     /* behind the plus (pattern of the design) */
    PLUS_DIGITS_MAX = 15,    /* E.164 */
    ZEROS_DIGITS_MIN = 7,    /* behind 00 */
    ZEROS_DIGITS_MAX = 13,
    SHORT_NUMBER_DIGITS_MAX = 6, /* 112, 14020, 116111 */
    POINT_FULLWIDTH_PLUS = 0xFF0B,
};

/* Collected so far; `text` is "+"? and ASCII digits. It grows past the longest good number by one,
 * so that "too long" is seen. */
typedef struct Typed {
    char text[DIGITS_MAX + 2];
    size_t size;
    bool too_long;
} Typed;

static bool is_separator(uint32_t point)
{
    if (point == '-' || point == '.' || point == '/' || point == '(' || point == ')') {
        return true;
    }
    if (u_isUWhiteSpace((UChar32)point)) {
        return true;
    }
    int8_t type = u_charType((UChar32)point);
    /* Cf: the marks that keep a number left to right inside Arabic; U+2212 is a minus sign. */
    return type == U_DASH_PUNCTUATION || type == U_FORMAT_CHAR || point == 0x2212;
}

static void append(Typed *typed, char c)
{
    if (typed->size + 1 >= sizeof typed->text) {
        typed->too_long = true;
        return;
    }
    typed->text[typed->size++] = c;
    typed->text[typed->size] = '\0';
}

/* Drop the "(0)" that people put behind the country: it is only dialled inside the country. */
static size_t skip_trunk_zero(Str text, size_t at, const Typed *typed)
{
    static const Str zero = {"(0)", 3};
    bool abroad = typed->text[0] == '+' || strncmp(typed->text, "00", 2) == 0;
    Str rest = {text.data + at, text.size - at};
    return abroad && str_starts_with(rest, zero) ? at + zero.size : at;
}

static bool collect(Str text, Typed *typed)
{
    size_t at = 0;
    while (at < text.size) {
        size_t skipped = skip_trunk_zero(text, at, typed);
        if (skipped != at) {
            at = skipped;
            continue;
        }
        uint32_t point = utf8_next(text, &at);
        int digit = u_charDigitValue((UChar32)point);
        if (digit >= 0) {
            append(typed, (char)('0' + digit));
        } else if ((point == '+' || point == POINT_FULLWIDTH_PLUS) && typed->size == 0) {
            append(typed, '+');
        } else if (!is_separator(point)) {
            return false;
        }
    }
    return true;
}

static bool starts_with_any(Str text, const char *const *prefixes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_starts_with(text, str_of(prefixes[i]))) {
            return true;
        }
    }
    return false;
}

static PhoneResult by_count(size_t count, size_t min, size_t max)
{
    if (count < min) {
        return PHONE_SHORT;
    }
    return count > max ? PHONE_LONG : PHONE_OK;
}

/* Numbers that answer but cannot be called back. Lengths differ, so they come first. */
static PhoneResult special(Str text)
{
    static const char *const emergency[] = {"112", "113", "144", "911"};
    static const char *const service[] = {"0800", "0900", "0906", "0909"};
    static const char *const short_service[] = {"14", "18", "116", "12"};
    for (size_t i = 0; i < sizeof emergency / sizeof emergency[0]; i++) {
        if (str_equal(text, str_of(emergency[i]))) {
            return PHONE_EMERGENCY;
        }
    }
    if (starts_with_any(text, service, sizeof service / sizeof service[0])) {
        return PHONE_SERVICE;
    }
    bool is_short = text.size >= 3 && text.size <= SHORT_NUMBER_DIGITS_MAX;
    if (is_short &&
        starts_with_any(text, short_service, sizeof short_service / sizeof short_service[0])) {
        return PHONE_SERVICE;
    }
    return PHONE_OK;
}

/* Behind +31 or 0031: nine digits, the first not a zero, and not a service number either. */
static PhoneResult dutch_abroad(Str rest)
{
    static const char *const service[] = {"800", "900", "906", "909"};
    if (starts_with_any(rest, service, sizeof service / sizeof service[0])) {
        return PHONE_SERVICE;
    }
    PhoneResult result = by_count(rest.size, DUTCH_ABROAD_DIGITS, DUTCH_ABROAD_DIGITS);
    return result == PHONE_OK && rest.data[0] == '0' ? PHONE_UNREADABLE : result;
}

static PhoneResult abroad(Str rest, size_t min, size_t max)
{
    if (str_starts_with(rest, STR("31"))) {
        return dutch_abroad((Str){rest.data + 2, rest.size - 2});
    }
    return by_count(rest.size, min, max);
}

static PhoneResult judge(Str text)
{
    PhoneResult result = special(text);
    if (result != PHONE_OK) {
        return result;
    }
    if (text.data[0] == '+') {
        return abroad((Str){text.data + 1, text.size - 1}, PLUS_DIGITS_MIN, PLUS_DIGITS_MAX);
    }
    if (str_starts_with(text, STR("00"))) {
        return abroad((Str){text.data + 2, text.size - 2}, ZEROS_DIGITS_MIN, ZEROS_DIGITS_MAX);
    }
    if (text.data[0] != '0') {
        /* Without an area code nobody can call back; digits are missing in front. */
        return text.size < DUTCH_DIGITS ? PHONE_SHORT : PHONE_UNREADABLE;
    }
    return by_count(text.size, DUTCH_DIGITS, DUTCH_DIGITS);
}

static PhoneResult read_typed(Str text, Typed *typed)
{
    if (!collect(text, typed)) {
        return PHONE_UNREADABLE;
    }
    if (typed->size == 0) {
        return PHONE_EMPTY;
    }
    PhoneResult result = judge((Str){typed->text, typed->size});
    return result == PHONE_OK && typed->too_long ? PHONE_LONG : result;
}

PhoneResult phone_read(Str text, char out[PHONE_BYTES_MAX])
{
    Typed typed = {0};
    out[0] = '\0';
    PhoneResult result = read_typed(text, &typed);
    if (result == PHONE_OK && !str_copy((Str){typed.text, typed.size}, out, PHONE_BYTES_MAX)) {
        result = PHONE_LONG;
    }
    sodium_memzero(&typed, sizeof typed);
    return result;
}

static bool all_digits(Str text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9') {
            return false;
        }
    }
    return true;
}

static bool count_within(size_t count, size_t min, size_t max)
{
    return count >= min && count <= max;
}

bool phone_is_stored(Str stored)
{
    bool plus = str_starts_with(stored, STR("+"));
    Str digits = plus ? (Str){stored.data + 1, stored.size - 1} : stored;
    if (digits.size == 0 || !all_digits(digits)) {
        return false;
    }
    if (plus) {
        return count_within(digits.size, PLUS_DIGITS_MIN, PLUS_DIGITS_MAX);
    }
    if (str_starts_with(digits, STR("00"))) {
        return count_within(digits.size - 2, ZEROS_DIGITS_MIN, ZEROS_DIGITS_MAX);
    }
    return digits.data[0] == '0' && digits.size == DUTCH_DIGITS;
}
