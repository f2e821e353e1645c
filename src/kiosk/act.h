/* act.h - what the action of a node means. Screens put these in nodes, app_update carries them out.
 * Owns nothing. `arg` is always a small number: a screen, a row, a bit, a key; its meaning stands
 * beside each kind. */
#ifndef OKSP_ACT_H
#define OKSP_ACT_H

typedef enum ActKind {
    ACT_NONE,
    /* the bar */
    ACT_BACK,  /* the inverse of what brought the visitor here */
    ACT_START, /* the home of this mode; keeps what was filled in */
    ACT_STOP,  /* Stop en wis */
    ACT_READ,  /* Voorlezen on or off */
    ACT_GO,    /* arg = ScreenId: a screen that needs no more than its name */
    ACT_SAY,   /* arg = number of a text to say; the focused node says itself */
    ACT_STAY,  /* idle warning: I am still here */
    ACT_HELP,  /* the help of this mode */
    /* sheets */
    ACT_LANGUAGE, /* arg = language number of the content */
    ACT_SIZE,     /* arg = text size 0-3 */
    ACT_THEME,    /* arg = theme 0-2 */
    ACT_LOW,      /* arg = 1: everything at the bottom */
    /* reading */
    ACT_PARENT,    /* the left door */
    ACT_CHILD,     /* the right door */
    ACT_SITUATION, /* arg = situation number */
    ACT_QUESTION,  /* arg = question number within the situation */
    ACT_TOPIC,     /* arg = topic number of the content */
    ACT_PAGE,      /* arg = page to show of a long screen */
    ACT_WORD,      /* arg = glossary number: open its pop-up */
    ACT_WORD_CLOSE,
    /* callback */
    ACT_CALL_START,     /* begin, or go on with, a callback request */
    ACT_CALL_ABOUT,     /* arg = situation number, toggles; ACT_ARG_UNKNOWN = "ik weet het niet" */
    ACT_CALL_SECTOR,    /* arg = RequestSector */
    ACT_CALL_HOW,       /* arg = RequestHow */
    ACT_CALL_PART,      /* arg = part of the day 0-2, toggles; ACT_ARG_ANY = maakt niet uit */
    ACT_CALL_DAY,       /* arg = offered day number, toggles; ACT_ARG_ANY = every day is good */
    ACT_CALL_NAMELESS,  /* zonder naam */
    ACT_CALL_LANGUAGE,  /* arg = spoken language number; see app_draft.h */
    ACT_CALL_INTERP,    /* arg = 1 yes, 0 no */
    ACT_CALL_VOICEMAIL, /* arg = 1 yes, 0 no */
    ACT_CALL_ANSWER,    /* arg = 0 only me, 1 everybody */
    ACT_CALL_NEXT,      /* Verder: the next step, or back to the check screen after Wijzig */
    ACT_CALL_CHANGE,    /* arg = ScreenId of the step to change */
    ACT_SEND,           /* Verstuur */
    ACT_SEND_NOT,       /* Toch niet */
    ACT_RETRY,          /* Probeer nog een keer */
    ACT_LONGER,         /* Langer */
    ACT_DONE,           /* Klaar on a done screen */
    /* typing */
    ACT_FIELD, /* arg = AppField: type in this field */
    ACT_KEY,   /* arg = code point of a key */
    ACT_KEY_BACKSPACE,
    ACT_KEY_SHIFT,
    ACT_KEY_LAYER, /* arg = KeysLayer */
    ACT_KEY_CLEAR,
    ACT_KEY_HIDE, /* show or cover the digits of a number */
    ACT_KEY_WORD, /* arg = number of a suggested word */
    ACT_KEY_DONE  /* Klaar of the keyboard */
} ActKind;

enum { ACT_ARG_ANY = 100, ACT_ARG_UNKNOWN = 101 };

#endif
