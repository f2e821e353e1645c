/* ui_speech.h - what a node says, in pieces: its own words, and keys of words that content has.
 * Owns nothing. Never speaks, never chooses a voice, never knows a language. */
#ifndef OKSP_UI_SPEECH_H
#define OKSP_UI_SPEECH_H

#include "ui.h"

/* Words a program looks up in its content; the sentence order is the program's. */
typedef enum UiWordKey {
    WORD_NONE,
    WORD_BUTTON,
    WORD_CHOICE,
    WORD_FIELD,
    WORD_KEY,
    WORD_HEADING,
    WORD_IMAGE,
    WORD_SELECTED,
    WORD_NOT_SELECTED,
    WORD_DISABLED,
    WORD_EMPTY, /* a field without a value */
    WORD_ERROR,
    WORD_ON,
    WORD_POSITION, /* number of count */
    WORD_COUNT
} UiWordKey;

enum { UI_SPEECH_MAX = 48, UI_SPEECH_BYTES_MAX = 4096 };

typedef struct UiSpeechPiece {
    UiWordKey word;    /* WORD_NONE: say `text` */
    const char *text;  /* marks and isolates taken out; points into UiSpeech */
    const char *lang;  /* NULL: the screen's */
    int number, count; /* WORD_POSITION */
    int node;          /* to highlight while it is said */
    bool private;      /* never on the loudspeaker */
} UiSpeechPiece;

typedef struct UiSpeech {
    UiSpeechPiece pieces[UI_SPEECH_MAX];
    int count;
    char text[UI_SPEECH_BYTES_MAX];
    size_t used;
    bool overflow;
} UiSpeech;

/* Label first, then role, position among its sister choices, state, value, hint. A box without a
 * label says the words inside it. Nothing for silent, gone and empty nodes. */
void ui_speech(const Ui *ui, int node, UiSpeech *speech);

/* The nodes that reading aloud goes through, in reading order; returns how many. A target is one
 * entry, whatever is inside it. The bar is left out (it is read when focused). */
int ui_reading(const Ui *ui, int nodes[UI_NODES_MAX]);

#endif
