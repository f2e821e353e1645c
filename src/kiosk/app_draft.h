/* app_draft.h - what a parent fills in for a callback, before it becomes a Request.
 * Owns AppDraft: plain data inside App.visitor, wiped with it.
 * Never decides what is sent: that is app_request.c alone. */
#ifndef OKSP_APP_DRAFT_H
#define OKSP_APP_DRAFT_H

#include <stdbool.h>
#include <stddef.h>

#include "region.h"

enum {
    APP_DRAFT_PHONE_MAX = 24,      /* code points, as typed with separators */
    APP_DRAFT_MAIL_MAX = 100,      /* code points */
    APP_DRAFT_NAME_MAX = 40,       /* code points */
    APP_DRAFT_NOTE_MAX = 300,      /* code points, flows.md "check" */
    APP_DRAFT_POINT_BYTES_MAX = 4, /* bytes of one code point */
    APP_DRAFT_DAYS_MAX = 8         /* days offered at most; a page shows three */
};

typedef enum AppAnswer { APP_ANSWER_NONE, APP_ANSWER_YES, APP_ANSWER_NO } AppAnswer;

/* Parts of the day, as bits of AppDraft.parts. */
typedef enum AppPart {
    APP_PART_MORNING,
    APP_PART_AFTERNOON,
    APP_PART_EVENING,
    APP_PART_COUNT
} AppPart;

typedef struct AppDraft {
    unsigned about;     /* bit per situation */
    bool about_unknown; /* ik weet het niet precies */
    int sector;         /* row of Region.sectors + 1; -1 = no school yet; 0 = not answered */
    int how;            /* Channel + 1; 0 = not answered */
    char phone[APP_DRAFT_PHONE_MAX * APP_DRAFT_POINT_BYTES_MAX + 1]; /* as typed */
    char mail[APP_DRAFT_MAIL_MAX * APP_DRAFT_POINT_BYTES_MAX + 1];
    unsigned parts; /* bit per AppPart */
    bool any_part;
    unsigned days; /* bit per offered day */
    bool any_day;
    char name[APP_DRAFT_NAME_MAX * APP_DRAFT_POINT_BYTES_MAX + 1];
    bool nameless; /* zonder naam was chosen */
    int language;  /* language to talk in: Language + 1, or one of the special rows; 0 = that
                      of the screen */
    AppAnswer interpreter;
    AppAnswer voicemail;
    AppAnswer only_me; /* wie mag opnemen: yes = alleen ik */
    char note[APP_DRAFT_NOTE_MAX * APP_DRAFT_POINT_BYTES_MAX + 1];
    bool changing; /* came from Wijzig: Verder returns to the check screen */
} AppDraft;

#endif
