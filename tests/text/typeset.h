/* typeset.h - the engine and a layout for the tests of text; each test program has its own. */
#ifndef OKSP_TYPESET_H
#define OKSP_TYPESET_H

#include "text.h"

extern TextEngine *engine;
extern TextLayout layout;

/* Setup and teardown of a cmocka group. */
int typeset_open(void **state);
int typeset_close(void **state);

/* 32 px letters in lines of 46 px. */
TextWish wish(const char *text, const char *lang, int width_px);
void lay_out(TextWish wished);

/* The runs of a line from the left, with bars between them. */
const char *line_text(int line);

#endif
