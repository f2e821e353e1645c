/* message_locale.c - dates, numbers, plurals and lists through ICU's C interface.
 * Owns the ICU objects of one language; opens each when it is first needed. */
#include "message_locale.h"

#include <stdlib.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/ulistformatter.h>
#include <unicode/unum.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

enum { LOCALE_BYTES_MAX = 64, UNITS_MAX = 1024, HOUR_MINUTES = 60, WORD_UNITS_MAX = 16 };

struct MessageLocale {
    char code[LOCALE_BYTES_MAX];
    bool dots; /* Dutch writes 9.00, others 9:00 */
    UDateFormat *dates[MESSAGE_LOCALE_DATE_COUNT];
    UNumberFormat *numbers;
    UPluralRules *plurals;
    UListFormatter *lists;
};

MessageLocale *message_open(Str code)
{
    MessageLocale *locale = calloc(1, sizeof *locale);
    if (locale == NULL) {
        return NULL;
    }
    Buf name = buf_init(locale->code, sizeof locale->code);
    buf_add(&name, code);
    buf_add(&name, STR("@numbers=latn"));
    locale->dots = str_equal(code, STR("nl"));
    return locale;
}

void message_close(MessageLocale *locale)
{
    if (locale == NULL) {
        return;
    }
    for (int i = 0; i < MESSAGE_LOCALE_DATE_COUNT; i++) {
        udat_close(locale->dates[i]);
    }
    unum_close(locale->numbers);
    uplrules_close(locale->plurals);
    ulistfmt_close(locale->lists);
    free(locale);
}

static bool put_units(Buf *out, const UChar *units, int32_t count)
{
    char text[UNITS_MAX * 3];
    int32_t bytes = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8(text, (int32_t)sizeof text, &bytes, units, count, &status);
    if (U_FAILURE(status)) {
        return false;
    }
    buf_add(out, (Str){text, (size_t)bytes});
    return true;
}

/* The language's own order and words for the fields we ask for. */
static UDateFormat *open_date(const MessageLocale *locale, MessageLocaleDate form)
{
    static const char *const skeletons[] = {"EEEEdMMMM", "EEEdMMMM", "dMMMMyyyy", "EEEE", "EEE"};
    UChar skeleton[WORD_UNITS_MAX];
    UChar pattern[UNITS_MAX];
    UErrorCode status = U_ZERO_ERROR;
    u_uastrcpy(skeleton, skeletons[form]);
    UDateTimePatternGenerator *generator = udatpg_open(locale->code, &status);
    int32_t size = udatpg_getBestPattern(generator, skeleton, -1, pattern, UNITS_MAX, &status);
    udatpg_close(generator);
    static const UChar utc[] = {'U', 'T', 'C', 0};
    UDateFormat *format =
        udat_open(UDAT_PATTERN, UDAT_PATTERN, locale->code, utc, -1, pattern, size, &status);
    return U_SUCCESS(status) ? format : NULL;
}

void message_locale_date(MessageLocale *locale, MessageLocaleDate form, Date date, Buf *out)
{
    static const double day_ms = 86400000.0;
    if (locale->dates[form] == NULL) {
        locale->dates[form] = open_date(locale, form);
    }
    UErrorCode status = locale->dates[form] == NULL ? U_INTERNAL_PROGRAM_ERROR : U_ZERO_ERROR;
    UChar units[UNITS_MAX];
    double when = (double)when_days(date) * day_ms;
    int32_t size = udat_format(locale->dates[form], when, units, UNITS_MAX, NULL, &status);
    if (U_FAILURE(status) || !put_units(out, units, size)) {
        char plain[WHEN_DATE_BYTES];
        when_format(date, plain);
        buf_add(out, str_of(plain));
    }
}

void message_locale_number(MessageLocale *locale, int64_t number, Buf *out)
{
    UErrorCode status = U_ZERO_ERROR;
    if (locale->numbers == NULL) {
        locale->numbers = unum_open(UNUM_DECIMAL, NULL, 0, locale->code, NULL, &status);
    }
    UChar units[UNITS_MAX];
    int32_t size = unum_formatInt64(locale->numbers, number, units, UNITS_MAX, NULL, &status);
    if (U_FAILURE(status) || !put_units(out, units, size)) {
        buf_format(out, "%lld", (long long)number);
    }
}

void message_locale_time(MessageLocale *locale, int minutes, Buf *out)
{
    buf_format(out, "%d%c%02d", minutes / HOUR_MINUTES, locale->dots ? '.' : ':',
               minutes % HOUR_MINUTES);
}

void message_locale_hour(MessageLocale *locale, int minutes, Buf *out)
{
    if (minutes % HOUR_MINUTES == 0) {
        buf_format(out, "%d", minutes / HOUR_MINUTES);
    } else {
        message_locale_time(locale, minutes, out);
    }
}

Str message_locale_plural(MessageLocale *locale, int64_t number)
{
    static const char *const words[] = {"zero", "one", "two", "few", "many"};
    UErrorCode status = U_ZERO_ERROR;
    if (locale->plurals == NULL) {
        locale->plurals = uplrules_open(locale->code, &status);
    }
    UChar units[WORD_UNITS_MAX];
    int32_t size = uplrules_select(locale->plurals, (double)number, units, WORD_UNITS_MAX, &status);
    for (size_t i = 0; U_SUCCESS(status) && i < sizeof words / sizeof words[0]; i++) {
        UChar word[WORD_UNITS_MAX];
        u_uastrcpy(word, words[i]);
        if (size == u_strlen(word) && u_memcmp(word, units, size) == 0) {
            return str_of(words[i]);
        }
    }
    return STR("other");
}

/* The texts one after another in `units`; false when they do not fit. */
static bool gather(const Str *list, int count, UChar *units, const UChar **at, int32_t *sizes)
{
    int32_t used = 0;
    for (int i = 0; i < count; i++) {
        UErrorCode status = U_ZERO_ERROR;
        u_strFromUTF8(units + used, UNITS_MAX - used, &sizes[i], list[i].data,
                      (int32_t)list[i].size, &status);
        if (U_FAILURE(status)) {
            return false;
        }
        at[i] = units + used;
        used += sizes[i];
    }
    return true;
}

static bool join_by_rule(MessageLocale *locale, const Str *list, int count, Buf *out)
{
    UErrorCode status = U_ZERO_ERROR;
    if (locale->lists == NULL) {
        locale->lists = ulistfmt_open(locale->code, &status);
    }
    UChar units[UNITS_MAX];
    UChar joined[UNITS_MAX];
    const UChar *at[MESSAGE_LIST_MAX];
    int32_t sizes[MESSAGE_LIST_MAX];
    if (U_FAILURE(status) || count > MESSAGE_LIST_MAX || !gather(list, count, units, at, sizes)) {
        return false;
    }
    int32_t size = ulistfmt_format(locale->lists, at, sizes, count, joined, UNITS_MAX, &status);
    return U_SUCCESS(status) && put_units(out, joined, size);
}

void message_locale_list(MessageLocale *locale, const Str *list, int count, Buf *out)
{
    if (count > 0 && join_by_rule(locale, list, count, out)) {
        return;
    }
    for (int i = 0; i < count; i++) {
        buf_add(out, i > 0 ? STR(", ") : STR(""));
        buf_add(out, list[i]);
    }
}
