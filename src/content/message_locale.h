/* message_locale.h - what ICU knows of one language, behind a narrow door. For message.c only.
 * Never receives a text that a visitor typed. */
#ifndef OKSP_MESSAGE_LOCALE_H
#define OKSP_MESSAGE_LOCALE_H

#include "message.h"

typedef enum MessageLocaleDate {
    MESSAGE_LOCALE_DAY,           /* "dinsdag 25 november" */
    MESSAGE_LOCALE_DAY_SHORT,     /* "di 25 november" */
    MESSAGE_LOCALE_YEAR,          /* "25 november 2026" */
    MESSAGE_LOCALE_WEEKDAY,       /* "dinsdag" */
    MESSAGE_LOCALE_WEEKDAY_SHORT, /* "di" */
    MESSAGE_LOCALE_DATE_COUNT
} MessageLocaleDate;

/* Each appends to `out`; when ICU lacks a language its root rules are used, and when ICU fails
 * altogether a plain form (2026-11-25, a digit string) stands there: never nothing. */
void message_locale_date(MessageLocale *locale, MessageLocaleDate form, Date date, Buf *out);
void message_locale_number(MessageLocale *locale, int64_t number, Buf *out);
void message_locale_time(MessageLocale *locale, int minutes, Buf *out);
/* "9" on the hour, else as message_locale_time. */
void message_locale_hour(MessageLocale *locale, int minutes, Buf *out);
void message_locale_list(MessageLocale *locale, const Str *list, int count, Buf *out);

/* CLDR plural keyword of a number: zero one two few many other. Static text. */
Str message_locale_plural(MessageLocale *locale, int64_t number);

#endif
