/* ui_work.h - what the files of ui/ share while a screen is being laid out; not for other folders.
 * Order: natural widths (leaves up), widths (root down), heights (leaves up), places (root down),
 * words, mirror, hit rectangles, overflow. All of it in px. */
#ifndef OKSP_UI_WORK_H
#define OKSP_UI_WORK_H

#include "ui.h"

int ui_px(const Ui *ui, int u);
/* For a length of this node: the bar keeps the panel's scale when a screen shrinks. */
int ui_px_of(const Ui *ui, const UiNode *node, int u);
bool ui_has_children(const UiNode *node);
bool ui_draws_label(const UiNode *node);
int ui_floor_px(const Ui *ui, const UiNode *node); /* 20 mm and the like; 0 for what is no target */

/* Padding and margins of both sides together, and gaps. */
int ui_pad_w(const Ui *ui, const UiNode *node);
int ui_pad_h(const Ui *ui, const UiNode *node);
int ui_margin_w(const Ui *ui, const UiNode *node);
int ui_margin_h(const Ui *ui, const UiNode *node);
int ui_gap(const Ui *ui, const UiNode *node);
int ui_row_gap(const Ui *ui, const UiNode *node);
UiRect ui_inner(const Ui *ui, const UiNode *node);

/* One row of a grid, from child `first` on: how many children it takes, where the next row starts,
 * and the fixed height in u that one of them wishes (0 = none). */
typedef struct UiGridRow {
    int first, next, fixed_u, want_h;
} UiGridRow;
UiGridRow ui_grid_row(const Ui *ui, const UiNode *grid, int first);
int ui_columns(const UiNode *grid);
int ui_span(const UiNode *grid, const UiNode *child);

/* One line of a wrap. */
typedef struct UiWrapLine {
    int next, height;
} UiWrapLine;
UiWrapLine ui_wrap_line(const Ui *ui, const UiNode *wrap, int first, int inner_w);

/* Share `space` among items that grow, none under its floor; what is left over by rounding goes to
 * the last. base[i] (the padding, as in CSS) comes before the share. size[i] is set for items with
 * share[i] > 0. Returns what could not be given (< 0 when
 * the floors take more than there is). */
enum { UI_ITEMS_MAX = 96 };
typedef struct UiShares {
    int count;
    int share[UI_ITEMS_MAX], base[UI_ITEMS_MAX], floor[UI_ITEMS_MAX], most[UI_ITEMS_MAX],
        size[UI_ITEMS_MAX];
} UiShares;
int ui_share(UiShares *items, int space);

void ui_leaf_natural(Ui *ui, UiNode *node);
int ui_leaf_height(Ui *ui, UiNode *node, int inner_w);
void ui_leaf_place(Ui *ui, UiNode *node);

void ui_flow_natural(Ui *ui);
void ui_flow_widths(Ui *ui);
void ui_flow_heights(Ui *ui);
void ui_place_all(Ui *ui);
void ui_fit(Ui *ui); /* all of the above, as large as fits */
void ui_mirror(Ui *ui);
void ui_hits(Ui *ui);
void ui_overflow(Ui *ui);

#endif
