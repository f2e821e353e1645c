/* view.h - what every screen gets: where to put nodes, what to show, and the words for it.
 * Owns nothing: texts composed here live in the Ui until the next view.
 * Never composes what a visitor typed: that goes into a node as the pointer it is. Exceptions:
 * a mobile number in pairs, and a name with its Latin letters. The Ui is locked and wiped too. */
#ifndef OKSP_VIEW_H
#define OKSP_VIEW_H

#include "app.h"
#include "content.h"
#include "ui.h"

typedef struct View {
    Ui *ui;
    const App *app;
    const Content *content;
    const Theme *theme;
    const char *prefix; /* first part of the node ids: "home" */
} View;

/* A word of the interface in the visitor's language. "**" marks become UI_BOLD marks. */
const char *view_text(const View *view, TextKey key);

/* The same with named values filled in. Only values of our own content: never typed text. */
const char *view_fill(const View *view, TextKey key, const MessageArg *args, int count);

/* A Str of content as a C string ("" when empty). */
const char *view_str(Str text);

/* The language a label of the content is in: Dutch where the visitor's language lacks it. */
const char *view_label_lang(const View *view, Str list, Str id, Str part);

/* "home.call", "home.tile.3": ids of nodes on this screen. */
const char *view_id(const View *view, const char *thing);
const char *view_id_of(const View *view, const char *thing, int which);

/* How much too much stood on this screen, 0 when all of it fits (ui_tight): a screen then puts less
 * on a page, or sets it in more columns. */
int view_tight(const View *view);

/* What stands on a page where `all` fit as a rule: `step` less each time that too much was there,
 * but `least` at least. */
typedef struct ViewRoom {
    int all, step, least;
} ViewRoom;
int view_room(const View *view, ViewRoom room);

/* Is the panel taller than wide? */
bool view_is_tall(const View *view);

/* The region's phone number, isolated for right-to-left text. */
MessageArg view_phone(const View *view);

/* "maandag t/m vrijdag, 9.00 - 17.00 uur" */
const char *view_hours(const View *view);

/* "ma t/m vr, 9 - 17 uur", for narrow places. */
const char *view_hours_short(const View *view);

/* "dinsdag 25 november", in the visitor's language. */
const char *view_date(const View *view, Date date);

/* "di 25 november", for narrow places. */
const char *view_date_short(const View *view, Date date);

/* A vCard of the support point, for its QR code. */
const char *view_vcard(const View *view);

#endif
