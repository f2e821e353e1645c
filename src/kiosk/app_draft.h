/* app_draft.h - what a parent fills in for a callback, before it becomes a Request.
 * Owns AppDraft: plain data inside App.visitor, wiped with it.
 * Never decides what is sent: that is app_request.c alone. */
#ifndef OKSP_APP_DRAFT_H
#define OKSP_APP_DRAFT_H

#include <stdbool.h>
#include <stddef.h>

#include "request.h"

enum {
    APP_DRAFT_PHONE_POINTS_MAX = 24, /* as typed, with separators */
    APP_DRAFT_PHONE_BYTES_MAX = 4 * APP_DRAFT_PHONE_POINTS_MAX + 1,
    APP_DRAFT_DAYS_MAX = 8 /* days offered at most */
};

/* Parts of the day, as bits of AppDraft.parts. */
typedef enum AppPart {
    APP_PART_MORNING,
    APP_PART_AFTERNOON,
    APP_PART_EVENING,
    APP_PART_COUNT
} AppPart;

typedef struct AppDraft {
    unsigned about;                        /* bit per situation */
    bool about_unknown;                    /* ik weet het niet precies */
    RequestSector sector;                  /* NONE = not answered */
    RequestHow how;                        /* NONE = not answered, or visit */
    bool visit;                            /* ik kom langs: nothing personal is asked */
    char phone[APP_DRAFT_PHONE_BYTES_MAX]; /* as typed */
    char mail[MAIL_BYTES_MAX];             /* as typed */
    unsigned parts;                        /* bit per AppPart */
    bool any_part;
    unsigned days; /* bit per offered day */
    bool any_day;
    char name[REQUEST_NAME_BYTES_MAX];
    bool nameless; /* zonder naam was pressed */
    int talk;      /* row + 1 of the list of languages to talk in; 0 = that of the screen */
    RequestAnswer interpreter;
    RequestAnswer voicemail;
    RequestPickup pickup;
    char note[REQUEST_NOTE_BYTES_MAX];
} AppDraft;

#endif
