/* keyboard.c - see keyboard.h (mock-ups 05d, 06a, 06b, 06c). */
#include "keyboard.h"

#include <string.h>

#include "keycap.h"
#include "lengths.h"
#include "utf8.h"

enum { ENDING_NL, ENDING_COM, ENDING_31, TOP_KEYS = 10 };

enum { MOBILE_DIGITS = 10 };

/* Of the accents that have no place in portrait: how many have one where the row is longer. */
enum { ACCENTS_MORE_SMALL = 4 };

/* The mark for a covered sign, U+2022. */
#define DOT "\xe2\x80\xa2"

static const uint32_t DIGITS[] = {'1', '2', '3', '4', '5', '6', '7', '8', '9', '0'};
static const uint32_t TOP[] = {'q', 'w', 'e', 'r', 't', 'y', 'u', 'i', 'o', 'p'};
static const uint32_t HOME[] = {'a', 's', 'd', 'f', 'g', 'h', 'j', 'k', 'l'};
static const uint32_t BOTTOM[] = {'z', 'x', 'c', 'v', 'b', 'n', 'm'};
static const uint32_t SIGNS[] = {'.', ',', '?', '!', ':', '(', ')', '/', '&', '+'};
static const uint32_t MAIL_SIGNS[] = {'@', '.', '-', '_'};
/* a e i o u with acute, a e with grave, e i o with diaeresis */
static const uint32_t ACCENTS[] = {0xe1, 0xe9, 0xed, 0xf3, 0xfa, 0xe0, 0xe8, 0xeb, 0xef, 0xf6};
/* u with diaeresis, e with circumflex, c with cedilla, n with tilde, s sharp, o with stroke ... */
static const uint32_t ACCENTS_MORE[] = {0xfc, 0xea, 0xe7, 0xf1, 0xe2, 0xee, 0xf4, 0xfb, 0xe4};
static const uint32_t ARABIC_1[] = {0x636, 0x635, 0x62b, 0x642, 0x641,
                                    0x63a, 0x639, 0x647, 0x62e, 0x62d};
static const uint32_t ARABIC_2[] = {0x634, 0x633, 0x64a, 0x628, 0x644,
                                    0x627, 0x62a, 0x646, 0x645, 0x643};
static const uint32_t ARABIC_3[] = {0x637, 0x638, 0x630, 0x62f, 0x632,
                                    0x631, 0x648, 0x62c, 0x629, 0x649};
static const uint32_t ARABIC_4[] = {0x621, 0x623, 0x625, 0x622, 0x624, 0x626, 0x64b};

#define ROW_OF(points) points, (int)(sizeof(points) / sizeof(points)[0])

const char *keyboard_shown(const View *view, const char *typed)
{
    char memory[sizeof DOT * REQUEST_NOTE_POINTS_MAX];
    size_t count = utf8_count(str_of(typed));
    Buf dots = buf_init(memory, sizeof memory);

    if (!view->app->visitor.typing.hidden) {
        return typed;
    }
    for (size_t i = 0; i < count; i++) {
        buf_add(&dots, STR(DOT));
    }
    return ui_format(view->ui, "%s", memory);
}

/* Ten digits that begin with 06 and nothing else: the only numbers that everybody groups alike. */
static bool is_mobile(const char *typed)
{
    size_t size = strlen(typed);

    if (size < 2 || size > MOBILE_DIGITS || memcmp(typed, "06", 2) != 0) {
        return false;
    }
    return strspn(typed, "0123456789") == size;
}

const char *keyboard_number(const View *view, const char *typed)
{
    char memory[MOBILE_DIGITS * 2];
    Buf pairs = buf_init(memory, sizeof memory);

    if (view->app->visitor.typing.hidden || !is_mobile(typed)) {
        return keyboard_shown(view, typed);
    }
    for (size_t i = 0; typed[i] != '\0'; i++) {
        buf_add(&pairs, i > 0 && i % 2 == 0 ? STR(" ") : STR(""));
        buf_add(&pairs, (Str){typed + i, 1});
    }
    typed = ui_format(view->ui, "%s", memory);
    explicit_bzero(memory, sizeof memory);
    return typed;
}

void keyboard_field_button(const View *view, const char *id, const char *icon, TextKey words,
                           UiAction action)
{
    keycap_icon(view,
                (UiBox){.id = view_id(view, id),
                        .role = ROLE_BUTTON,
                        .face = FACE_BLOB_ROUND,
                        .hue = HUE_SAND,
                        .icon = icon,
                        .label = view_text(view, words),
                        .action = action,
                        .w = U_SAY,
                        .h = U_SAY},
                LENGTH_ICON_NOTE);
}

void keyboard_field_clear(const View *view)
{
    if (view->app->visitor.typing.hidden) {
        keyboard_field_button(view, "reveal", "eye", TEXT_KEY_REVEAL, (UiAction){ACT_KEY_HIDE, 0});
    } else {
        keyboard_field_button(view, "clear", "x", TEXT_KEY_CLEAR, (UiAction){ACT_KEY_CLEAR, 0});
    }
}

void keyboard_reveal(const View *view)
{
    if (!view->app->visitor.typing.hidden) {
        return;
    }
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "reveal"),
                              .role = ROLE_BUTTON,
                              .face = FACE_LINK,
                              .icon = "eye",
                              .label = view_text(view, TEXT_CHECK_REVEAL),
                              .action = {ACT_KEY_HIDE, 0}});
}

/* ---- the number pad ---------------------------------------------------------------------- */

static void digit(const View *view, int value)
{
    ui_leaf(view->ui, (UiBox){.id = view_id_of(view, "key", value),
                              .role = ROLE_KEY,
                              .face = FACE_PAD,
                              .label = ui_format(view->ui, "%d", value),
                              .action = {ACT_KEY, '0' + value},
                              .state = STATE_LTR});
}

void keyboard_pad(const View *view)
{
    enum { LAST_ROW = 9, COLUMNS = 3 };

    ui_open(view->ui, (UiBox){.axis = AXIS_GRID,
                              .columns = COLUMNS,
                              .gap = U_GAP_TILE,
                              .grow = GROW,
                              .margin = {.start = view_is_tall(view) ? LENGTH_PAD_SIDE : 0,
                                         .end = view_is_tall(view) ? LENGTH_PAD_SIDE : 0},
                              .state = STATE_LTR});
    for (int i = 1; i <= LAST_ROW; i++) {
        digit(view, i);
    }
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "key.plus31"),
                              .role = ROLE_KEY,
                              .face = FACE_PAD_QUIET,
                              .label = "+31",
                              .action = {ACT_KEY_WORD, ENDING_31},
                              .state = STATE_LTR});
    digit(view, 0);
    keycap_icon(view,
                (UiBox){.id = view_id(view, "key.backspace"),
                        .role = ROLE_KEY,
                        .face = FACE_PAD_QUIET,
                        .icon = "backspace",
                        .label = view_text(view, TEXT_KEY_BACKSPACE),
                        .action = {ACT_KEY_BACKSPACE, 0}},
                U_ICON_PAD);
    ui_close(view->ui);
}

/* ---- rows of letters ---------------------------------------------------------------------- */

static void row_open(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .justify = ALIGN_CENTER, .gap = U_GAP_TIGHT});
}

static void letters(const View *view, const uint32_t *points, int count)
{
    for (int i = 0; i < count; i++) {
        keycap_letter(view, points[i]);
    }
}

static void row(const View *view, const uint32_t *points, int count)
{
    row_open(view);
    letters(view, points, count);
    ui_close(view->ui);
}

static bool is_arabic(const View *view)
{
    const LanguageInfo *language = content_language(view->content, view->app->visitor.language);

    return str_equal(language->code, STR("ar"));
}

/* ---- whole keyboards --------------------------------------------------------------------- */

static void latin_letters(const View *view)
{
    row(view, ROW_OF(TOP));
    row(view, ROW_OF(HOME));
    row_open(view);
    keycap_shift(view);
    letters(view, ROW_OF(BOTTOM));
    keycap_backspace(view, U_KEY_BACKSPACE_W);
    ui_close(view->ui);
}

/* The key at the start of the lowest row: other letters than those that stand there now. */
static void latin_switch(const View *view)
{
    bool accents = view->app->visitor.typing.layer == APP_LAYER_ACCENTS, arabic = is_arabic(view);
    TextKey text = arabic ? TEXT_KEY_LETTERS : accents ? TEXT_KEY_DIGITS : TEXT_KEY_ACCENTS;

    keycap_layer(view, text, arabic || accents ? APP_LAYER_LETTERS : APP_LAYER_ACCENTS,
                 U_KEY_ACCENT_W);
}

/* Ten, and as many more as the row has room for: another row would move every key. */
static void accent_row(const View *view)
{
    bool small = view->theme->layout == LAYOUT_SMALL;
    int all = (int)(sizeof ACCENTS_MORE / sizeof ACCENTS_MORE[0]);
    int more = !keycap_is_wide(view) ? 0 : small ? ACCENTS_MORE_SMALL : all;
    int width_u = more > 0 ? LENGTH_KEY_ACCENT_W : U_KEY_W;

    row_open(view);
    for (int i = 0; i < TOP_KEYS; i++) {
        keycap_letter_of(view, ACCENTS[i], width_u);
    }
    for (int i = 0; i < more; i++) {
        keycap_letter_of(view, ACCENTS_MORE[i], width_u);
    }
    ui_close(view->ui);
}

static void latin(const View *view)
{
    bool accents = view->app->visitor.typing.layer == APP_LAYER_ACCENTS;

    if (accents) {
        accent_row(view);
    } else {
        row(view, ROW_OF(DIGITS));
    }
    latin_letters(view);
    row_open(view);
    latin_switch(view);
    keycap_letter(view, '-');
    keycap_letter(view, accents ? '\'' : '.');
    keycap_space(view, U_KEY_SPACE_W);
    keycap_done(view, U_KEY_DONE_W);
    ui_close(view->ui);
}

static void address(const View *view)
{
    row(view, ROW_OF(DIGITS));
    row(view, ROW_OF(TOP));
    row(view, ROW_OF(HOME));
    row_open(view);
    letters(view, ROW_OF(BOTTOM));
    keycap_backspace(view, U_KEY_BACKSPACE_W);
    ui_close(view->ui);
    row_open(view);
    letters(view, ROW_OF(MAIL_SIGNS));
    keycap_function(view, "key.nl", ".nl", (UiAction){ACT_KEY_WORD, ENDING_NL}, LENGTH_KEY_LAYER_W);
    keycap_function(view, "key.com", ".com", (UiAction){ACT_KEY_WORD, ENDING_COM},
                    LENGTH_KEY_LAYER_W);
    keycap_done(view, U_KEY_DONE_W);
    ui_close(view->ui);
}

static void arabic_foot(const View *view, TextKey other, AppLayer layer)
{
    row_open(view);
    keycap_layer(view, TEXT_KEY_LATIN, APP_LAYER_LATIN, U_KEY_ACCENT_W);
    keycap_function(view, "key.other", view_text(view, other),
                    (UiAction){ACT_KEY_LAYER, (int)layer}, LENGTH_KEY_LAYER_W);
    keycap_space(view, LENGTH_KEY_SPACE_ARABIC_W);
    keycap_done(view, LENGTH_KEY_DONE_ARABIC_W);
    ui_close(view->ui);
}

static void arabic(const View *view)
{
    row(view, ROW_OF(ARABIC_1));
    row(view, ROW_OF(ARABIC_2));
    row(view, ROW_OF(ARABIC_3));
    row_open(view);
    letters(view, ROW_OF(ARABIC_4));
    keycap_backspace(view, LENGTH_KEY_BACKSPACE_ARABIC_W);
    ui_close(view->ui);
    arabic_foot(view, TEXT_KEY_DIGITS, APP_LAYER_DIGITS);
}

static void arabic_digits(const View *view)
{
    row(view, ROW_OF(DIGITS));
    row(view, ROW_OF(SIGNS));
    row_open(view);
    keycap_letter(view, '-');
    keycap_letter(view, '@');
    keycap_backspace(view, LENGTH_KEY_BACKSPACE_ARABIC_W);
    ui_close(view->ui);
    arabic_foot(view, TEXT_KEY_LETTERS, APP_LAYER_LETTERS);
}

void keyboard_letters(const View *view)
{
    const AppTyping *typing = &view->app->visitor.typing;
    bool own =
        is_arabic(view) && typing->field != APP_FIELD_MAIL && typing->layer != APP_LAYER_LATIN;

    ui_open(view->ui,
            (UiBox){.face = FACE_KEYBOARD, .axis = AXIS_COLUMN, .state = own ? 0 : STATE_LTR});
    if (typing->field == APP_FIELD_MAIL) {
        address(view);
    } else if (own && typing->layer == APP_LAYER_DIGITS) {
        arabic_digits(view);
    } else if (own) {
        arabic(view);
    } else {
        latin(view);
    }
    ui_close(view->ui);
}
