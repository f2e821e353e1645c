/* message.h - a sentence of content with values filled in: ICU MessageFormat with named arguments.
 * Understands {name}, {name, plural, =0 {..} one {..} other {..}}, {name, select, a {..} other
 * {..}} and # inside a plural; quoting with ' as in ICU. Plural rules, dates, numbers and lists
 * come from ICU in the language of the text.
 * Owns nothing. Never hands a text argument to ICU: what a visitor typed stays in the caller's
 * locked memory and in `out`, and is copied nowhere else. */
#ifndef OKSP_MESSAGE_H
#define OKSP_MESSAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "str.h"
#include "when.h"

enum {
    MESSAGE_ARGS_MAX = 8,
    MESSAGE_NAME_BYTES_MAX = 32,
    MESSAGE_DEPTH_MAX = 4,   /* plural within select within ... */
    MESSAGE_LIST_MAX = 16,   /* texts in one list */
    MESSAGE_BYTES_MAX = 4096 /* of one pattern */
};

typedef enum MessageKind {
    MESSAGE_TEXT,   /* a word of our own content; also the value of a select */
    MESSAGE_TYPED,  /* text a visitor typed: isolated with U+2068 ... U+2069 (first strong) */
    MESSAGE_CODE,   /* phone number, mail address, code: U+2066 ... U+2069, always left to right */
    MESSAGE_NUMBER, /* also the value of a plural */
    MESSAGE_DATE,   /* "dinsdag 25 november" */
    MESSAGE_DATE_SHORT,    /* "di 25 november" */
    MESSAGE_DATE_YEAR,     /* "25 november 2026" */
    MESSAGE_WEEKDAY,       /* "dinsdag" */
    MESSAGE_WEEKDAY_SHORT, /* "di" */
    MESSAGE_TIME,          /* minutes after midnight: "9.00" in Dutch, isolated */
    MESSAGE_HOUR,          /* the same, but "9" on the hour */
    MESSAGE_LIST           /* "a, b en c" of `list` */
} MessageKind;

/* One named argument; only the field of its kind is read. */
typedef struct MessageArg {
    const char *name;
    MessageKind kind;
    Str text;
    int64_t number; /* MESSAGE_NUMBER, and minutes for MESSAGE_TIME and _HOUR */
    Date date;
    const Str *list;
    int list_count;
} MessageArg;

/* Short ways to write an argument. */
MessageArg message_text(const char *name, Str text);
MessageArg message_typed(const char *name, Str text);
MessageArg message_code(const char *name, Str text);
MessageArg message_number(const char *name, int64_t number);
MessageArg message_date(const char *name, Date date);
MessageArg message_time(const char *name, int minutes);
MessageArg message_hour(const char *name, int minutes);
MessageArg message_list(const char *name, const Str *list, int count);

typedef struct MessageArgs {
    const MessageArg *at;
    int count;
} MessageArgs;

/* The rules of one language: dates, numbers, plurals, lists. Opened parts are kept, so that a
 * sentence costs microseconds; one thread at a time. */
typedef struct MessageLocale MessageLocale;

/* `code` is a BCP 47 language ("nl", "ar"). Digits are always 0-9, as on a telephone. The caller
 * closes it; NULL when memory is full. */
MessageLocale *message_open(Str code);
void message_close(MessageLocale *locale);

/* Append `pattern` with its arguments to `out`. False when the pattern is broken, names an argument
 * that is not given, or `out` is too small; `out` then holds what was written until there.
 * `oksp-pack check` refuses broken patterns, so a kiosk never meets one from a checked pack. */
bool message_format(MessageLocale *locale, Str pattern, MessageArgs args, Buf *out);

/* Append one value the way a message would. */
void message_value(MessageLocale *locale, const MessageArg *arg, Buf *out);

/* Is the pattern well formed? Calls `found` for each argument name it uses (may be NULL). */
typedef void MessageNameFn(void *context, Str name);
bool message_is_valid(Str pattern, MessageNameFn *found, void *context);

/* Append `text` without the direction isolates (U+2066 to U+2069): for QR codes and for speech. */
void message_plain(Str text, Buf *out);

#endif
