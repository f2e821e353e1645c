/* latin.c - transliteration by ICU (UTS 35), down to plain letters: a colleague must be able to say
 * the name, not to reconstruct its spelling. Wipes its own buffers; ICU's are wiped through
 * locked_icu. */
#include "latin.h"

#include <sodium.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "check.h"
#include "utf8.h"

enum { UNITS_MAX = 512, STACK_SCRUB_BYTES = 16 * 1024 };

bool latin_is_needed(Str text)
{
    for (size_t at = 0; at < text.size;) {
        UChar32 point = (UChar32)utf8_next(text, &at);
        UErrorCode status = U_ZERO_ERROR;
        UScriptCode script = uscript_getScript(point, &status);
        if (u_isalpha(point) && script != USCRIPT_LATIN && script != USCRIPT_COMMON &&
            script != USCRIPT_INHERITED) {
            return true;
        }
    }
    return false;
}

/* `units` holds `count` of UNITS_MAX UTF-16 units and is rewritten in place. */
static bool transliterate(UChar *units, int32_t *count)
{
    static const UChar id[] = u"Any-Latin; Latin-ASCII";
    UErrorCode status = U_ZERO_ERROR;
    UTransliterator *latin = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
    if (U_FAILURE(status)) {
        return false;
    }
    int32_t limit = *count;
    utrans_transUChars(latin, units, count, UNITS_MAX, 0, &limit, &status);
    utrans_close(latin);
    return U_SUCCESS(status) && *count < UNITS_MAX;
}

static bool write_units(Str text, UChar *units, char *out, size_t out_bytes)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t count = 0, size = 0;
    u_strFromUTF8(units, UNITS_MAX, &count, text.data, (int32_t)text.size, &status);
    if (U_FAILURE(status) || count >= UNITS_MAX || !transliterate(units, &count)) {
        return false;
    }
    u_strToUTF8(out, (int32_t)out_bytes, &size, units, count, &status);
    return U_SUCCESS(status) && (size_t)size < out_bytes;
}

/* ICU keeps short strings in its own stack frames, which lay below ours. */
static __attribute__((noinline)) void scrub_stack(void)
{
    unsigned char below[STACK_SCRUB_BYTES];
    sodium_memzero(below, sizeof below);
}

bool latin_write(Str text, char *out, size_t out_bytes)
{
    check(out_bytes > 0);
    out[0] = '\0';
    if (text.size >= UNITS_MAX) {
        return false;
    }
    UChar units[UNITS_MAX];
    bool good = write_units(text, units, out, out_bytes);
    sodium_memzero(units, sizeof units);
    scrub_stack();
    if (!good) {
        sodium_memzero(out, out_bytes);
    }
    return good;
}
