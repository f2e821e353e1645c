/* request.c - the rules of a request. Pure; changes nothing. */
#include "request.h"

#include <string.h>

#include "check.h"
#include "request_text.h"
#include "request_words.h"

enum { ORG_DIGITS = 16, PLACE_DIGITS = 32 };

static bool is_hex(const char *text, size_t digits)
{
    if (strlen(text) != digits) {
        return false;
    }
    return strspn(text, "0123456789abcdef") == digits;
}

static bool is_terminated(const char *text, size_t bytes)
{
    return memchr(text, '\0', bytes) != NULL;
}

/* All arrays end in a NUL before anything else looks at them. */
static bool all_terminated(const Request *r)
{
    for (int i = 0; i < r->topic_count; i++) {
        if (!is_terminated(r->topics[i], sizeof r->topics[i])) {
            return false;
        }
    }
    return is_terminated(r->org, sizeof r->org) && is_terminated(r->place, sizeof r->place) &&
           is_terminated(r->lang, sizeof r->lang) && is_terminated(r->phone, sizeof r->phone) &&
           is_terminated(r->mail, sizeof r->mail) && is_terminated(r->name, sizeof r->name) &&
           is_terminated(r->name_latin, sizeof r->name_latin) &&
           is_terminated(r->note, sizeof r->note) && is_terminated(r->with, sizeof r->with) &&
           is_terminated(r->find, sizeof r->find) && is_terminated(r->say, sizeof r->say);
}

static bool is_date(Date date)
{
    if (date.year < 1 || date.year > 9999 || date.month < 1 || date.month > 12) {
        return false;
    }
    Date back = when_date(when_days(date));
    return back.year == date.year && back.month == date.month && back.day == date.day;
}

static bool is_at(const Request *r)
{
    bool known = r->at.date.year != 0;
    if (known != (r->clock != REQUEST_CLOCK_NONE)) {
        return false;
    }
    return !known || (is_date(r->at.date) && r->at.hour >= 0 && r->at.hour < 24 &&
                      r->at.minute >= 0 && r->at.minute < 60);
}

static RequestFault check_origin(const Request *r)
{
    bool enums = request_words_has(REQUEST_WORD_LIST_WHO, (int)r->who) &&
                 request_words_has(REQUEST_WORD_LIST_CLOCK, (int)r->clock);
    if (!enums || !is_hex(r->org, ORG_DIGITS) || !is_hex(r->place, PLACE_DIGITS) || !is_at(r)) {
        return REQUEST_FAULT_ORIGIN;
    }
    return request_text_is_id(r->lang) ? REQUEST_FAULT_NONE : REQUEST_FAULT_LANG;
}

static RequestFault check_topics(const Request *r)
{
    for (int i = 0; i < r->topic_count; i++) {
        if (!request_text_is_id(r->topics[i])) {
            return REQUEST_FAULT_TOPIC;
        }
    }
    bool sector = request_words_has(REQUEST_WORD_LIST_SECTOR, (int)r->sector);
    return sector ? REQUEST_FAULT_NONE : REQUEST_FAULT_TOPIC;
}

static bool is_by_phone(RequestHow how)
{
    return how == REQUEST_HOW_CALL || how == REQUEST_HOW_SMS || how == REQUEST_HOW_APP;
}

/* A child reaches us by phone or through somebody; a parent never through somebody. */
static bool is_how_of(const Request *r)
{
    if (!request_words_has(REQUEST_WORD_LIST_HOW, (int)r->how) || r->how == REQUEST_HOW_NONE) {
        return false;
    }
    if (r->who == REQUEST_WHO_CHILD) {
        return r->how == REQUEST_HOW_CALL || r->how == REQUEST_HOW_VIA;
    }
    return r->how != REQUEST_HOW_VIA;
}

static RequestFault check_reach(const Request *r)
{
    if (!is_how_of(r)) {
        return REQUEST_FAULT_HOW;
    }
    if (is_by_phone(r->how) && !phone_is_stored(str_of(r->phone))) {
        return REQUEST_FAULT_PHONE;
    }
    char mail[MAIL_BYTES_MAX];
    if (r->how == REQUEST_HOW_MAIL &&
        (mail_read(str_of(r->mail), mail) != MAIL_OK || strcmp(mail, r->mail) != 0)) {
        explicit_bzero(mail, sizeof mail);
        return REQUEST_FAULT_MAIL;
    }
    explicit_bzero(mail, sizeof mail);
    if (r->how == REQUEST_HOW_VIA && (r->find[0] == '\0' || !request_text_is_id(r->with))) {
        return REQUEST_FAULT_FIND;
    }
    return REQUEST_FAULT_NONE;
}

static bool is_moment(const RequestMoment *moment)
{
    bool part = request_words_has(REQUEST_WORD_LIST_PART, (int)moment->part);
    return part && (moment->date.year == 0 || is_date(moment->date));
}

static RequestFault check_moments(const Request *r)
{
    for (int i = 0; i < r->moment_count; i++) {
        if (!is_moment(&r->moments[i])) {
            return REQUEST_FAULT_MOMENT;
        }
    }
    bool told = request_words_has(REQUEST_WORD_LIST_TOLD, (int)r->told);
    bool has_due = r->due.year != 0;
    /* "We call before ..." without a date, or a date nobody was told, is our mistake. */
    if (!told || (has_due && !is_date(r->due)) || (r->told == REQUEST_TOLD_DATE && !has_due)) {
        return REQUEST_FAULT_DUE;
    }
    return REQUEST_FAULT_NONE;
}

static RequestFault check_texts(const Request *r)
{
    bool good = request_text_is_clean(r->name, REQUEST_NAME_POINTS_MAX) &&
                request_text_is_clean(r->name_latin, REQUEST_NAME_LATIN_BYTES_MAX) &&
                request_text_is_clean(r->note, REQUEST_NOTE_POINTS_MAX) &&
                request_text_is_clean(r->find, REQUEST_FIND_POINTS_MAX) &&
                request_text_is_clean(r->say, REQUEST_SAY_POINTS_MAX) &&
                (r->with[0] == '\0' || request_text_is_id(r->with));
    return good ? REQUEST_FAULT_NONE : REQUEST_FAULT_TEXT;
}

static bool has_child_values(const Request *r)
{
    return r->with[0] != '\0' || r->find[0] != '\0' || r->say[0] != '\0' ||
           r->child_register != REQUEST_REGISTER_NONE;
}

/* A value of a road not taken (a number typed before "e-mail" was chosen) must not travel along:
 * the check screen did not show it. */
static RequestFault check_extras(const Request *r)
{
    bool enums = request_words_has(REQUEST_WORD_LIST_PICKUP, (int)r->answer) &&
                 request_words_has(REQUEST_WORD_LIST_REGISTER, (int)r->child_register) &&
                 r->voicemail <= REQUEST_ANSWER_NO && r->interpreter <= REQUEST_ANSWER_NO;
    bool phone_extra = !is_by_phone(r->how) && r->phone[0] != '\0';
    bool mail_extra = r->how != REQUEST_HOW_MAIL && r->mail[0] != '\0';
    bool call_extra = r->how != REQUEST_HOW_CALL &&
                      (r->voicemail != REQUEST_ANSWER_NONE || r->answer != REQUEST_PICKUP_NONE);
    bool via_extra = r->how != REQUEST_HOW_VIA && r->find[0] != '\0';
    bool child_extra = r->who != REQUEST_WHO_CHILD && has_child_values(r);
    bool latin_extra = r->name[0] == '\0' && r->name_latin[0] != '\0';
    bool extra = phone_extra || mail_extra || call_extra || via_extra || child_extra || latin_extra;
    return enums && !extra ? REQUEST_FAULT_NONE : REQUEST_FAULT_EXTRA;
}

static RequestFault check_counts(const Request *r)
{
    if (r->topic_count < 0 || r->topic_count > REQUEST_TOPICS_MAX) {
        return REQUEST_FAULT_TOPIC;
    }
    if (r->moment_count < 0 || r->moment_count > REQUEST_MOMENTS_MAX) {
        return REQUEST_FAULT_MOMENT;
    }
    return all_terminated(r) ? REQUEST_FAULT_NONE : REQUEST_FAULT_TEXT;
}

RequestFault request_check(const Request *request)
{
    typedef RequestFault (*Rule)(const Request *);
    static const Rule rules[] = {check_counts,  check_origin, check_topics, check_reach,
                                 check_moments, check_texts,  check_extras};
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        RequestFault fault = rules[i](request);
        if (fault != REQUEST_FAULT_NONE) {
            return fault;
        }
    }
    return REQUEST_FAULT_NONE;
}
