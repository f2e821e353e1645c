/* mail.h - is this plausibly an e-mail address? Only sending mail can tell for sure.
 * Owns nothing. */
#ifndef OKSP_MAIL_H
#define OKSP_MAIL_H

#include "str.h"

/* RFC 5321: 254 bytes, and a terminator. */
enum { MAIL_BYTES_MAX = 255 };

typedef enum MailResult {
    MAIL_OK,
    MAIL_EMPTY,
    MAIL_NO_AT,      /* no @, or more than one */
    MAIL_NO_NAME,    /* nothing usable before the @ */
    MAIL_NO_DOMAIN,  /* no name with a dot behind the @ */
    MAIL_UNREADABLE, /* a space inside, or a sign that no address has */
    MAIL_LONG
} MailResult;

/* Read `typed` (spaces around it do not count) into `out`; "" unless MAIL_OK. */
MailResult mail_read(Str typed, char out[MAIL_BYTES_MAX]);

#endif
