/* mail.c - a plausibility check after the everyday part of RFC 5321: unquoted names, host names.
 * Owns nothing. */
#include "mail.h"

#include <stdbool.h>
#include <string.h>

enum { LOCAL_BYTES_MAX = 64, LABEL_BYTES_MAX = 63 };

static bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* "atext" of RFC 5322 and the dot. */
static bool is_local_sign(char c)
{
    return is_letter_or_digit(c) || (c != '\0' && strchr(".!#$%&'*+-/=?^_`{|}~", c) != NULL);
}

static bool is_mail_sign(char c)
{
    return is_local_sign(c) || c == '@';
}

static bool has_empty_piece(Str dotted)
{
    while (dotted.data != NULL) {
        if (str_cut(&dotted, '.').size == 0) {
            return true;
        }
    }
    return false;
}

static bool is_label(Str label)
{
    if (label.size == 0 || label.size > LABEL_BYTES_MAX || label.data[0] == '-' ||
        label.data[label.size - 1] == '-') {
        return false;
    }
    for (size_t i = 0; i < label.size; i++) {
        if (!is_letter_or_digit(label.data[i]) && label.data[i] != '-') {
            return false;
        }
    }
    return true;
}

/* At least two labels, and the last one is not a number ("192.168.0.1", "name@mail.1"). */
static bool is_domain(Str domain)
{
    int count = 0;
    Str label = {NULL, 0};
    while (domain.data != NULL) {
        label = str_cut(&domain, '.');
        if (!is_label(label)) {
            return false;
        }
        count++;
    }
    bool number = label.size < 2 || (label.data[0] >= '0' && label.data[0] <= '9');
    return count >= 2 && !number;
}

static MailResult judge(Str text)
{
    if (text.size == 0) {
        return MAIL_EMPTY;
    }
    if (text.size >= MAIL_BYTES_MAX) {
        return MAIL_LONG;
    }
    for (size_t i = 0; i < text.size; i++) {
        if (!is_mail_sign(text.data[i])) {
            return MAIL_UNREADABLE;
        }
    }
    Str domain = text;
    Str local = str_cut(&domain, '@');
    if (domain.data == NULL || memchr(domain.data, '@', domain.size) != NULL) {
        return MAIL_NO_AT;
    }
    if (local.size == 0 || local.size > LOCAL_BYTES_MAX || has_empty_piece(local)) {
        return MAIL_NO_NAME;
    }
    return is_domain(domain) ? MAIL_OK : MAIL_NO_DOMAIN;
}

MailResult mail_read(Str typed, char out[MAIL_BYTES_MAX])
{
    Str text = str_trim(typed);
    MailResult result = judge(text);
    (void)str_copy(result == MAIL_OK ? text : (Str){NULL, 0}, out, MAIL_BYTES_MAX);
    return result;
}
