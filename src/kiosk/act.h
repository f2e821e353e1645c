/* act.h - what the action of a node means. Screens put these in nodes, app_act carries them out.
 * Owns nothing. `arg` is always a small number: a screen, a row, a bit, a key; its meaning stands
 * beside each kind. */
#ifndef OKSP_ACT_H
#define OKSP_ACT_H

typedef enum ActKind {
    ACT_NONE,
    ACT_STOP,   /* Stop en wis */
    ACT_DONE,   /* Klaar on a done screen */
    ACT_LONGER, /* Langer on a done screen */
    ACT_STAY,   /* idle warning: I am still here */

    /* the bar and its sheets */
    ACT_BACK,     /* the inverse of what brought the visitor here */
    ACT_START,    /* the home of this mode; keeps what was filled in */
    ACT_READ,     /* Voorlezen on or off */
    ACT_GO,       /* arg = ScreenId: a screen that needs no more than its name */
    ACT_HELP,     /* the help of this mode */
    ACT_SAY,      /* say the node that was activated */
    ACT_LANGUAGE, /* arg = Language of the content */
    ACT_SIZE,     /* arg = ThemeText */
    ACT_THEME,    /* arg = ThemeLook */
    ACT_LOW,      /* arg = 1: everything at the bottom */

    /* reading */
    ACT_PARENT,     /* the left door */
    ACT_CHILD,      /* the right door */
    ACT_SITUATION,  /* arg = situation number */
    ACT_QUESTION,   /* arg = question number within the situation on the screen */
    ACT_TOPIC,      /* arg = topic number of the content */
    ACT_PAGE,       /* arg = page of this screen to show */
    ACT_DUTCH,      /* arg = 1: this topic in Dutch; 0: in the language of the screen */
    ACT_WORD,       /* arg = glossary number: open its pop-up */
    ACT_WORD_CLOSE, /* close the pop-up */
    ACT_LETTER,     /* arg = row of the list of words that stand in letters */

    /* callback */
    ACT_CALL_START,     /* begin, or go on with, a callback request */
    ACT_CALL_ABOUT,     /* arg = situation number, toggles; ACT_ARG_UNKNOWN = ik weet het niet */
    ACT_CALL_SECTOR,    /* arg = RequestSector */
    ACT_CALL_HOW,       /* arg = Channel */
    ACT_CALL_PART,      /* arg = AppPart, toggles; ACT_ARG_ANY = maakt niet uit */
    ACT_CALL_DAY,       /* arg = offered day, toggles; ACT_ARG_ANY = every day is good */
    ACT_CALL_NAMELESS,  /* zonder naam */
    ACT_CALL_LANGUAGE,  /* arg = row of the list of languages to talk in */
    ACT_CALL_INTERP,    /* arg = RequestAnswer */
    ACT_CALL_VOICEMAIL, /* arg = RequestAnswer, toggles */
    ACT_CALL_ANSWER,    /* arg = RequestPickup, toggles */
    ACT_CALL_NEXT,      /* Verder: the next step, or back to the check screen after Wijzig */
    ACT_CALL_CHANGE,    /* arg = ScreenId of the step to change */
    ACT_SEND,           /* Verstuur */
    ACT_SEND_NOT,       /* Toch niet */
    ACT_RETRY,          /* Probeer nog een keer */

    /* a talk with school */
    ACT_PREP_PART,   /* arg = AppPrepPart: open its sentences */
    ACT_PREP_SAY,    /* arg = row of the list of this part, toggles */
    ACT_PREP_WHEN,   /* arg = row of the list agree-when, toggles */
    ACT_PREP_WRITE,  /* arg = AppPrepPart: own words */
    ACT_PREP_CHANGE, /* arg = ScreenId PREP or AGREE: from a card back to its parts */

    /* children */
    ACT_PICK,         /* arg = tile on this screen, from 0 */
    ACT_PICK_GO,      /* the large check: open what is outlined */
    ACT_ASK_NEXT,     /* on from a step that was typed */
    ACT_ASK_WHOSE,    /* arg = whose phone: 1 mine, 2 of a parent, 3 of somebody else */
    ACT_ASK_NAMELESS, /* zonder naam */
    ACT_ASK_CHANGE,   /* arg = ScreenId of the step to change */
    ACT_CARD_ANEW,    /* Anders: begin the card again */

    /* colleagues */
    ACT_STAFF,       /* Medewerker on welcome */
    ACT_STAFF_DIGIT, /* arg = digit of the PIN */
    ACT_STAFF_ERASE, /* take the last digit away */
    ACT_STAFF_ENTER, /* hand the PIN in */
    ACT_STAFF_CELL,  /* arg = cell of the touch test */
    ACT_STAFF_AGAIN, /* begin the touch test anew */
    ACT_STAFF_RULER, /* arg = steps larger (smaller: negative) */

    /* an experience, and a fault in a page */
    ACT_SHARE_START,  /* begin, or go on with, an experience: of a parent or of a child */
    ACT_SHARE_MOOD,   /* arg = 1 (worst) to 5 */
    ACT_SHARE_TOPIC,  /* arg = situation number, toggles; one more = iets anders */
    ACT_SHARE_LINE,   /* arg = row of the ready sentences, toggles */
    ACT_SHARE_NEXT,   /* on to the next step, or back to the check screen after Wijzig */
    ACT_SHARE_CHANGE, /* arg = ScreenId of the step to change */
    ACT_SHARE_NOT,    /* Toch niet */
    ACT_FIX_START,    /* Klopt iets niet? about the page on the screen */
    ACT_FIX_FAULT,    /* arg = SignalFault, toggles */
    ACT_FIX_NOT,      /* Toch niet */

    /* typing */
    ACT_KEY,           /* arg = code point of the key, small */
    ACT_KEY_BACKSPACE, /* take the last sign away */
    ACT_KEY_SHIFT,     /* capitals on or off */
    ACT_KEY_LAYER,     /* arg = AppLayer */
    ACT_KEY_CLEAR,     /* empty the field */
    ACT_KEY_HIDE,      /* show or cover what was typed */
    ACT_KEY_WORD,      /* arg = number of an ending: .nl .com +31 */
    ACT_KEY_DONE,      /* Klaar of the keyboard */
    ACT_COUNT,

    ACT_FIRST_BAR = ACT_BACK,
    ACT_LAST_BAR = ACT_LOW,
    ACT_FIRST_READING = ACT_PARENT,
    ACT_LAST_READING = ACT_LETTER,
    ACT_FIRST_CALL = ACT_CALL_START,
    ACT_LAST_CALL = ACT_RETRY,
    ACT_FIRST_PREP = ACT_PREP_PART,
    ACT_LAST_PREP = ACT_PREP_CHANGE,
    ACT_FIRST_CHILD = ACT_PICK,
    ACT_LAST_CHILD = ACT_CARD_ANEW,
    ACT_FIRST_STAFF = ACT_STAFF,
    ACT_LAST_STAFF = ACT_STAFF_RULER,
    ACT_FIRST_SHARE = ACT_SHARE_START,
    ACT_LAST_SHARE = ACT_SHARE_NOT,
    ACT_FIRST_FIX = ACT_FIX_START,
    ACT_LAST_FIX = ACT_FIX_NOT,
    ACT_FIRST_TYPING = ACT_KEY,
    ACT_LAST_TYPING = ACT_KEY_DONE
} ActKind;

enum { ACT_ARG_ANY = 100, ACT_ARG_UNKNOWN = 101 };

#endif
