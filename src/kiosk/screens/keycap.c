/* keycap.c - see keycap.h. */
#include "keycap.h"

#include "lengths.h"
#include "utf8.h"

enum { ROWS = 5 };

bool keycap_is_wide(const View *view)
{
    AppField field = view->app->visitor.typing.field;
    bool shares = field == APP_FIELD_SEARCH || field == APP_FIELD_CHILD_NAME;

    return !view_is_tall(view) && !shares;
}

bool keycap_are_all(const View *view)
{
    return view->theme->layout == LAYOUT_SMALL && view->theme->wish.text == TEXT_SIZE_175;
}

/* Keys take the width of a wide panel where the keyboard has all of it. */
static int key_w(const View *view, int drawn_u)
{
    return keycap_is_wide(view) ? drawn_u * LENGTH_KEY_WIDE_PERCENT / GROW : drawn_u;
}

/* On a wide panel keys are lower: what was typed stands above them, and a child reaches the highest
 * row. The same on every screen and for every text, so that no key moves under a finger. */
static int key_h(const View *view)
{
    const Theme *theme = view->theme;
    int above_u = theme->reach_u > LENGTH_KEYS_ABOVE ? theme->reach_u : LENGTH_KEYS_ABOVE;
    int gaps_u = U_GAP_TIGHT * (ROWS - 1);
    int wide_u = (theme->height_u - above_u - LENGTH_KEYS_BAR - gaps_u) / ROWS;

    if (view_is_tall(view)) {
        return U_KEY_H;
    }
    return wide_u < theme->key_min_u ? theme->key_min_u : wide_u;
}

/* ---- single keys ------------------------------------------------------------------------- */

/* A box with an icon whose words are only spoken. */
void keycap_icon(const View *view, UiBox box, int icon_u)
{
    const char *icon = box.icon;
    ThemeInk ink = box.state & STATE_SELECTED ? INK_ON_PETROL : INK_TEXT;

    box.icon = NULL;
    box.axis = AXIS_ROW;
    box.align = ALIGN_CENTER;
    box.justify = ALIGN_CENTER;
    ui_open(view->ui, box);
    ui_icon(view->ui, icon, icon_u, ink);
    ui_close(view->ui);
}

static const char *point_text(const View *view, uint32_t point)
{
    char bytes[UTF8_BYTES_MAX + 1] = {0};

    (void)utf8_encode(point, bytes);
    return ui_format(view->ui, "%s", bytes);
}

static const char *key_id(const View *view, uint32_t point)
{
    bool plain = (point >= 'a' && point <= 'z') || (point >= '0' && point <= '9');

    return plain ? ui_format(view->ui, "%s.key.%c", view->prefix, (char)point)
                 : ui_format(view->ui, "%s.key.u%x", view->prefix, point);
}

void keycap_letter_of(const View *view, uint32_t point, int width_u)
{
    uint32_t typed = app_typing_case(&view->app->visitor.typing, point);

    ui_leaf(view->ui, (UiBox){.id = key_id(view, point),
                              .role = ROLE_KEY,
                              .face = FACE_KEY,
                              .label = point_text(view, typed),
                              .action = {ACT_KEY, (int)point},
                              .w = width_u,
                              .min_h = key_h(view)});
}

void keycap_letter(const View *view, uint32_t point)
{
    keycap_letter_of(view, point, key_w(view, U_KEY_W));
}

void keycap_function(const View *view, const char *id, const char *label, UiAction action,
                     int width_u)
{
    ui_leaf(view->ui, (UiBox){.id = view_id(view, id),
                              .role = ROLE_KEY,
                              .face = FACE_KEY_FUNCTION,
                              .label = label,
                              .action = action,
                              .w = key_w(view, width_u),
                              .min_h = key_h(view)});
}

void keycap_shift(const View *view)
{
    keycap_icon(view,
                (UiBox){.id = view_id(view, "key.shift"),
                        .role = ROLE_KEY,
                        .face = FACE_KEY_FUNCTION,
                        .icon = "arrow-big-up",
                        .label = view_text(view, TEXT_KEY_SHIFT),
                        .action = {ACT_KEY_SHIFT, 0},
                        .state = view->app->visitor.typing.shift ? STATE_SELECTED : 0,
                        .w = key_w(view, U_KEY_W),
                        .min_h = key_h(view)},
                U_ICON_BAR);
}

void keycap_backspace(const View *view, int width_u)
{
    keycap_icon(view,
                (UiBox){.id = view_id(view, "key.backspace"),
                        .role = ROLE_KEY,
                        .face = FACE_KEY_FUNCTION,
                        .icon = "backspace",
                        .label = view_text(view, TEXT_KEY_BACKSPACE),
                        .action = {ACT_KEY_BACKSPACE, 0},
                        .w = key_w(view, width_u),
                        .min_h = key_h(view)},
                U_ICON_BAR);
}

void keycap_space(const View *view, int width_u)
{
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "key.space"),
                              .role = ROLE_KEY,
                              .face = FACE_KEY,
                              .type = TYPE_KEY,
                              .label = view_text(view, TEXT_KEY_SPACE),
                              .action = {ACT_KEY, ' '},
                              .w = key_w(view, width_u),
                              .min_h = key_h(view)});
}

/* Klaar of an empty search would show nothing, and a grown-up without a name cannot be found. */
static bool has_nothing_to_do(const View *view)
{
    const AppVisitor *visitor = &view->app->visitor;

    switch ((int)visitor->typing.field) {
    case APP_FIELD_SEARCH: return str_trim(str_of(visitor->query)).size == 0;
    case APP_FIELD_ADULT: return visitor->child.adult[0] == '\0';
    }
    return false;
}

/* The address is a step of its own: its Klaar is Verder. The other fields lead back. */
void keycap_done(const View *view, int width_u)
{
    AppField field = view->app->visitor.typing.field;
    int kind = field == APP_FIELD_MAIL                                     ? ACT_CALL_NEXT
               : field == APP_FIELD_ADULT || field == APP_FIELD_CHILD_NAME ? ACT_ASK_NEXT
                                                                           : ACT_KEY_DONE;

    ui_leaf(view->ui, (UiBox){.id = view_id(view, "key.done"),
                              .role = ROLE_KEY,
                              .face = FACE_KEY_DONE,
                              .label = view_text(view, TEXT_KEY_DONE),
                              .action = {kind, 0},
                              .w = key_w(view, width_u),
                              .min_h = key_h(view),
                              .state = has_nothing_to_do(view) ? STATE_DISABLED : 0});
}

void keycap_layer(const View *view, TextKey text, AppLayer layer, int width_u)
{
    keycap_function(view, "key.layer", view_text(view, text), (UiAction){ACT_KEY_LAYER, (int)layer},
                    width_u);
}
