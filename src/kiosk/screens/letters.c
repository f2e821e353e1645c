/* letters.c - "Ik heb een brief gekregen": the words that stand in letters, eight on a page
 * (mock-up 04e). */
#include "lengths.h"
#include "parts.h"
#include "screens.h"

enum { CARDS = 8, CARDS_FEW = 6, CARDS_FEWEST = 4 };

static Str label_of(const View *view, Str id, Str part)
{
    return content_item_label(view->content, view->app->visitor.language, STR("letters"), id, part);
}

static void card(const View *view, const ListItem *item, int row)
{
    ui_open(view->ui, (UiBox){.id = ui_format(view->ui, "letters.%s", view_str(item->id)),
                              .role = ROLE_BUTTON,
                              .face = FACE_CARD,
                              .axis = AXIS_COLUMN,
                              .justify = ALIGN_CENTER,
                              .gap = UI_ZERO,
                              .action = {ACT_LETTER, row}});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_H2,
                              .label = view_str(label_of(view, item->id, STR(""))),
                              .lang = view_label_lang(view, STR("letters"), item->id, STR(""))});
    ui_leaf(view->ui,
            (UiBox){.role = ROLE_TEXT,
                    .type = TYPE_NOTE,
                    .ink = INK_QUIET,
                    .label = view_str(label_of(view, item->id, STR("hint"))),
                    .lang = view_label_lang(view, STR("letters"), item->id, STR("hint"))});
    ui_close(view->ui);
}

static void note(const View *view)
{
    parts_note(view, HUE_SUN, "calendar-event", view_text(view, TEXT_LETTERS_NOTE));
}

/* In landscape the note about dates stands beside the words, which have all of the height. */
static void head(const View *view)
{
    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .axis = view_is_tall(view) ? AXIS_ROW : AXIS_COLUMN,
                              .align = view_is_tall(view) ? ALIGN_CENTER : ALIGN_STRETCH,
                              .grow = view_is_tall(view) ? 0 : LENGTH_SHARE_SIDE,
                              .gap = LENGTH_HEAD_GAP,
                              .min_h = parts_read_height(view)});
    parts_blob(view, "mail-opened", HUE_SKY, U_BLOB_TOPIC);
    ui_leaf(view->ui, (UiBox){.role = ROLE_HEADING,
                              .type = TYPE_H1,
                              .label = view_text(view, TEXT_LETTERS_TITLE),
                              .grow = view_is_tall(view) ? GROW : 0});
    if (!view_is_tall(view)) {
        note(view);
    }
    parts_side_picture(view, "stip-think-rest");
    ui_close(view->ui);
}

static void foot(const View *view, int page, int pages)
{
    int next = page + 1 < pages ? page + 1 : 0;

    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP});
    if (pages > 1) {
        parts_button(view, (PartsButton){.id = "letters.more",
                                         .face = FACE_BUTTON,
                                         .icon = "chevron-down",
                                         .label = view_text(view, TEXT_LETTERS_MORE),
                                         .action = {ACT_PAGE, next},
                                         .grow = GROW,
                                         .height_u = LENGTH_IDLE_STOP_H});
    }
    if (view->app->status.can_save) {
        parts_button(view, (PartsButton){.id = "letters.call",
                                         .face = FACE_BUTTON_CALL,
                                         .type = TYPE_BUTTON_SMALL,
                                         .icon = "phone-call",
                                         .label = view_text(view, TEXT_LETTERS_CALL),
                                         .action = {ACT_CALL_START, 0},
                                         .grow = LENGTH_SHARE_SHARE,
                                         .height_u = LENGTH_IDLE_STOP_H});
    }
    ui_close(view->ui);
}

static int cards_on_page(const View *view)
{
    bool small = view->theme->layout == LAYOUT_SMALL;
    bool large = view->theme->wish.text > TEXT_SIZE_120;
    int cards = small && large ? CARDS_FEWEST : small || large ? CARDS_FEW : CARDS;

    return view_room(view, (ViewRoom){cards, 2, 2});
}

void letters_view(const View *view)
{
    const List *list = content_list(view->content, STR("letters"));
    int count = list == NULL ? 0 : list->count;
    int cards = cards_on_page(view);
    int pages = (count + cards - 1) / cards;
    int page = app_place(view->app)->page < pages ? app_place(view->app)->page : 0;

    parts_body(view);
    head(view);
    parts_action(view, LENGTH_TOP_ABOUT, U_GAP);
    ui_open(view->ui, (UiBox){.axis = AXIS_GRID, .columns = 2, .gap = U_GAP, .grow = GROW});
    for (int i = page * cards; i < count && i < (page + 1) * cards; i++) {
        card(view, &list->items[i], i);
    }
    ui_close(view->ui);
    if (view_is_tall(view)) {
        note(view);
    }
    foot(view, page, pages);
    ui_close(view->ui);
    ui_close(view->ui);
}
