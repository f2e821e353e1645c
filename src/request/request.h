/* request.h - what a visitor asks of the support point, and its sealed form (payload version 1).
 * Owns nothing: Request is plain data of fixed size, so that it can live in locked memory and be
 * wiped in one stroke. Never guesses: what was not asked is absent ("" or ..._NONE) and stays out
 * of the payload, so that the payload holds exactly what the check screen showed.
 *
 * Payload: one JSON object, UTF-8. Members (flows "Payload v1"; * = always there):
 *   v*         1
 *   org*       16 hex: the organisation          place*  32 hex: the kiosk
 *   at         "2026-11-24T14:05", Dutch local time; absent when q is none
 *   q*         quality of the clock: ok, est (estimated) or none
 *   who*       parent | child                    lang*   language to talk in, "nl", "ar", "ngt"
 *   how*       call | sms | app | mail | via     (via: through a grown-up the child chose)
 *   phone      call, sms, app: stored form of phone.h         mail   mail: the address
 *   voicemail  true | false                      answer  me | all: who may pick up
 *   when       ["any"] or of "<day>/<part>": day = 2026-11-24 or any, part = am, pm, eve or any
 *   due        "2026-11-25": the promised date   told    date | offline: what the screen promised
 *   topic      ids of the content                sector  po | vo | mbo | none (no school yet)
 *   interp     true | false: an interpreter was asked for
 *   name       first name or nickname            name_latin  the same in Latin script (latin.h)
 *   note       own words
 *   with       child. via: the person (a word of the content); call: whose phone it is
 *   find       child, via: how we reach that person: class and name, or a phone number
 *   say        child, call: what we say when somebody else picks up
 *   register   child: young | reading */
#ifndef OKSP_REQUEST_H
#define OKSP_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

#include "err.h"
#include "mail.h"
#include "phone.h"
#include "str.h"
#include "when.h"

/* Limits of what can be typed are in code points (flows.md: note <= 300); *_BYTES_MAX is the room
 * for the longest of them in UTF-8, terminator included. */
enum {
    REQUEST_NAME_POINTS_MAX = 40,
    REQUEST_NOTE_POINTS_MAX = 300,
    REQUEST_FIND_POINTS_MAX = 100,
    REQUEST_SAY_POINTS_MAX = 100,

    REQUEST_ORG_BYTES_MAX = 17,
    REQUEST_PLACE_BYTES_MAX = 33,
    REQUEST_LANG_BYTES_MAX = 9,
    REQUEST_TOPIC_BYTES_MAX = 41,
    REQUEST_WITH_BYTES_MAX = 25,
    REQUEST_NAME_BYTES_MAX = 4 * REQUEST_NAME_POINTS_MAX + 1,
    REQUEST_NAME_LATIN_BYTES_MAX = 241,
    REQUEST_NOTE_BYTES_MAX = 4 * REQUEST_NOTE_POINTS_MAX + 1,
    REQUEST_FIND_BYTES_MAX = 4 * REQUEST_FIND_POINTS_MAX + 1,
    REQUEST_SAY_BYTES_MAX = 4 * REQUEST_SAY_POINTS_MAX + 1,

    REQUEST_TOPICS_MAX = 12,
    REQUEST_MOMENTS_MAX = 32,

    REQUEST_JSON_BYTES_MAX = 8176 /* the longest payload of an envelope, and a terminator */
};

typedef enum RequestWho { REQUEST_WHO_PARENT, REQUEST_WHO_CHILD } RequestWho;

/* Can the kiosk's clock be trusted? EST: the last known time plus running time. */
typedef enum RequestClock { REQUEST_CLOCK_OK, REQUEST_CLOCK_EST, REQUEST_CLOCK_NONE } RequestClock;

/* There is no "I drop in": then nothing personal is asked and nothing is sent. */
typedef enum RequestHow {
    REQUEST_HOW_NONE,
    REQUEST_HOW_CALL,
    REQUEST_HOW_SMS,
    REQUEST_HOW_APP,
    REQUEST_HOW_MAIL,
    REQUEST_HOW_VIA
} RequestHow;

/* A question that was perhaps not asked. */
typedef enum RequestAnswer {
    REQUEST_ANSWER_NONE,
    REQUEST_ANSWER_YES,
    REQUEST_ANSWER_NO
} RequestAnswer;

typedef enum RequestPickup {
    REQUEST_PICKUP_NONE,
    REQUEST_PICKUP_ME, /* only the visitor */
    REQUEST_PICKUP_ALL /* whoever answers */
} RequestPickup;

typedef enum RequestTold {
    REQUEST_TOLD_NONE,
    REQUEST_TOLD_DATE,   /* "we call you before <due>" */
    REQUEST_TOLD_OFFLINE /* the honest sentence without a date */
} RequestTold;

typedef enum RequestSector {
    REQUEST_SECTOR_NONE, /* not asked */
    REQUEST_SECTOR_PO,
    REQUEST_SECTOR_VO,
    REQUEST_SECTOR_MBO,
    REQUEST_SECTOR_NO_SCHOOL
} RequestSector;

typedef enum RequestRegister {
    REQUEST_REGISTER_NONE,
    REQUEST_REGISTER_YOUNG,
    REQUEST_REGISTER_READING
} RequestRegister;

typedef enum RequestPart {
    REQUEST_PART_ANY,
    REQUEST_PART_AM,
    REQUEST_PART_PM,
    REQUEST_PART_EVE
} RequestPart;

/* A moment at which a call is welcome. date.year 0 = any day. */
typedef struct RequestMoment {
    Date date;
    RequestPart part;
} RequestMoment;

/* All zero is an empty request of a parent. Texts are terminated UTF-8. */
typedef struct Request {
    char org[REQUEST_ORG_BYTES_MAX];
    char place[REQUEST_PLACE_BYTES_MAX];
    LocalTime at; /* year 0 = not known */
    RequestClock clock;
    RequestWho who;
    char lang[REQUEST_LANG_BYTES_MAX];
    RequestHow how;
    char phone[PHONE_BYTES_MAX]; /* stored form, made by phone_read */
    char mail[MAIL_BYTES_MAX];
    RequestAnswer voicemail;
    RequestPickup answer;
    RequestMoment moments[REQUEST_MOMENTS_MAX];
    int moment_count;
    Date due; /* year 0 = not promised */
    RequestTold told;
    char topics[REQUEST_TOPICS_MAX][REQUEST_TOPIC_BYTES_MAX];
    int topic_count;
    RequestSector sector;
    RequestAnswer interpreter;
    char name[REQUEST_NAME_BYTES_MAX];
    char name_latin[REQUEST_NAME_LATIN_BYTES_MAX];
    char note[REQUEST_NOTE_BYTES_MAX];
    char with[REQUEST_WITH_BYTES_MAX];
    char find[REQUEST_FIND_BYTES_MAX];
    char say[REQUEST_SAY_BYTES_MAX];
    RequestRegister child_register;
} Request;

/* What keeps a request from being sent; the first one found, in the order of the screens. */
typedef enum RequestFault {
    REQUEST_FAULT_NONE,
    REQUEST_FAULT_ORIGIN, /* org, place or at: not the visitor's doing */
    REQUEST_FAULT_LANG,
    REQUEST_FAULT_TOPIC,
    REQUEST_FAULT_HOW, /* no way to reach the visitor, or one this visitor cannot have */
    REQUEST_FAULT_PHONE,
    REQUEST_FAULT_MAIL,
    REQUEST_FAULT_FIND,
    REQUEST_FAULT_MOMENT,
    REQUEST_FAULT_DUE,
    REQUEST_FAULT_TEXT, /* a text that is too long, not UTF-8, or has control characters */
    REQUEST_FAULT_EXTRA /* a value that belongs to another kind of visitor or channel */
} RequestFault;

/* Every rule above at once. NONE = may be sealed. */
RequestFault request_check(const Request *request);

/* Write the payload into `out` (locked memory of the caller, REQUEST_JSON_BYTES_MAX is enough) and
 * its length without terminator into `*size`. `request` must have passed request_check; a request
 * that did not is the error request.bad. On failure `out` is wiped. */
bool request_to_json(const Request *request, char *out, size_t out_bytes, size_t *size, Err *err);

/* Read a payload back, strictly: a duplicate or unknown member, a wrong type or a request_check
 * fault is the error request.json, without a word of the content. For tests and tools. */
bool request_from_json(Str json, Request *out, Err *err);

#endif
