/* reading_home.c - the home of children who read, 9 to 18 years (mock-up 08r), and more questions.
 */
#include "board.h"
#include "board_pages.h"
#include "check.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"

enum { COLUMNS = 2, COLUMNS_LOW = 3, ROWS_TALL = 6, ROWS_WIDE = 4, CARDS_MAX = 24 };

/* Large letters: so many cards on a page, rather than smaller letters. */
enum { CARDS_LARGE = 6 };

enum { TALK_PLACE = 2 };

static const ThemeHue HUES[] = {HUE_SKY, HUE_SUN, HUE_PETROL, HUE_LEAF};

typedef struct ReadingCard {
    const char *id;
    const char *icon;
    ThemeHue hue;
    const char *label;
    UiAction action;
} ReadingCard;

static void card(const View *view, ReadingCard item, int span)
{
    ui_open(view->ui, (UiBox){.id = item.id,
                              .role = ROLE_BUTTON,
                              .face = FACE_CARD,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_GAP_HELP,
                              .pad = {LENGTH_GAP_CHOICES, U_GAP_TIGHT, LENGTH_TOPIC_STEP_GAP,
                                      LENGTH_GAP_CHOICES},
                              .action = item.action,
                              .span = span});
    parts_blob(view, item.icon, item.hue, LENGTH_READING_BLOB);
    ui_leaf(view->ui,
            (UiBox){.role = ROLE_TEXT, .type = TYPE_OPTION, .label = item.label, .grow = GROW});
    ui_close(view->ui);
}

/* Beside a stage lower rows of three. */
static int columns_of(const View *view)
{
    bool three = !view_is_tall(view) && view_tight(view) > 0;

    return three ? COLUMNS_LOW : COLUMNS;
}

/* ---- pages of cards ---------------------------------------------------------------------- */

typedef struct Cards {
    ReadingCard items[CARDS_MAX];
    int count;
} Cards;

static void add(Cards *cards, ReadingCard item)
{
    check(cards->count < CARDS_MAX);
    cards->items[cards->count++] = item;
}

static int per_page(const View *view, int count)
{
    int rows = view_room(view, (ViewRoom){view_is_tall(view) ? ROWS_TALL : ROWS_WIDE, 1, 1});
    bool large = view->theme->wish.text > TEXT_SIZE_120;
    int usual = large && count > CARDS_LARGE ? CARDS_LARGE : count;

    if (view_tight(view) > 0) {
        usual = rows * columns_of(view);
    }
    return board_pages_most(view, count, usual);
}

/* Under a page: the next one, or back to the first. */
static void turn(const View *view, int next)
{
    parts_button(
        view, (PartsButton){.id = view_id(view, "turn"),
                            .face = FACE_BUTTON,
                            .icon = next == 0 ? "chevron-up" : "chevron-down",
                            .label = view_text(view, next == 0 ? TEXT_PAGE_LESS : TEXT_PAGE_MORE),
                            .action = {ACT_PAGE, next}});
}

/* The cards, on pages where there is no room for all of them. The last of a page takes what is left
 * of its row. */
static void show(const View *view, const Cards *cards)
{
    int columns = columns_of(view);
    BoardPage page = board_pages_of(view, cards->count, per_page(view, cards->count));

    ui_open(view->ui, (UiBox){.axis = AXIS_GRID,
                              .columns = columns,
                              .gap = board_pages_gap(view, U_GAP),
                              .grow = GROW});
    for (int i = page.first; i < page.end; i++) {
        int over = columns - (i - page.first) % columns;
        card(view, cards->items[i], i + 1 < page.end ? 1 : over);
    }
    ui_close(view->ui);
    if (page.turns) {
        turn(view, page.next);
    }
}

static void actions(const View *view, const Cards *cards)
{
    ui_open(view->ui, (UiBox){.face = FACE_CHILD_ACTION,
                              .margin = parts_wide_reach(view),
                              .axis = AXIS_COLUMN,
                              .gap = U_GAP,
                              .grow = GROW});
    show(view, cards);
    ui_close(view->ui);
}

/* ---- the stage --------------------------------------------------------------------------- */

typedef struct Stage {
    ThemeHue hue;
    TextKey title;
    const char *lead; /* NULL = none */
    const char *picture;
    bool phone; /* reading on is offered here */
} Stage;

/* Reading on at home: only ever the public address of the support point. */
static void phone(const View *view)
{
    Str site = content_region(view->content)->site;

    if (site.size == 0 || view_tight(view) == UI_TIGHT_MAX) {
        return;
    }
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = U_L,
                              .margin = {.top = U_M, .bottom = U_L}});
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "qr"),
                              .role = ROLE_IMAGE,
                              .face = FACE_QR,
                              .picture = "qr",
                              .value = ui_format(view->ui, "https://%s", view_str(site)),
                              .w = LENGTH_HELP_QR,
                              .h = LENGTH_HELP_QR,
                              .state = STATE_SILENT});
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "phone"),
                              .role = ROLE_TEXT,
                              .type = TYPE_CHILD_TEXT_SMALL,
                              .label = view_text(view, TEXT_READING_PHONE),
                              .grow = GROW});
    ui_close(view->ui);
}

static void stage(const View *view, Stage item)
{
    int side_u = view_is_tall(view) ? U_3XL : U_XXL;

    board_stage_open(view, item.hue, LENGTH_SHARE_SIDE);
    ui_open(view->ui,
            (UiBox){.axis = AXIS_COLUMN, .grow = GROW, .pad = {side_u, side_u, side_u, 0}});
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "title"),
                              .role = ROLE_HEADING,
                              .type = TYPE_CHILD_TITLE_BIG,
                              .label = view_text(view, item.title)});
    if (item.lead != NULL) {
        ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                                  .type = TYPE_CHILD_TEXT_SMALL,
                                  .label = item.lead,
                                  .margin = {.top = U_M}});
    }
    ui_leaf(
        view->ui,
        (UiBox){.role = ROLE_IMAGE, .picture = item.picture, .grow = GROW, .state = STATE_SILENT});
    if (item.phone) {
        phone(view);
    }
    ui_close(view->ui);
    ui_close(view->ui);
}

static const char *situation_label(const View *view, const Situation *situation)
{
    return view_str(content_item_label(view->content, view->app->visitor.language, STR("youth"),
                                       situation->id, STR("")));
}

static ThemeHue hue_of(int index)
{
    return HUES[index % (int)(sizeof HUES / sizeof HUES[0])];
}

static void questions(const View *view, Cards *cards, int count)
{
    for (int i = 0; i < count; i++) {
        const Situation *situation = content_situation(view->content, AUDIENCE_YOUTH, i);
        add(cards, (ReadingCard){ui_format(view->ui, "reading_home.%s", view_str(situation->id)),
                                 view_str(situation->icon),
                                 hue_of(i),
                                 situation_label(view, situation),
                                 {ACT_PICK, i}});
    }
}

/* In calm there is little on a page: asking for a talk is on the first one, as for young children.
 */
static void talk_forward(const View *view, Cards *cards, int talk)
{
    ReadingCard card = cards->items[talk];

    if (view->theme->wish.look != LOOK_CALM || talk <= TALK_PLACE) {
        return;
    }
    for (int i = talk; i > TALK_PLACE; i--) {
        cards->items[i] = cards->items[i - 1];
    }
    cards->items[TALK_PLACE] = card;
}

void reading_home_view(const View *view)
{
    int count = content_situation_count(view->content, AUDIENCE_YOUTH);
    Cards cards = {0};

    questions(view, &cards, count);
    add(&cards, (ReadingCard){"reading_home.feelings",
                              "mood-smile",
                              HUE_PLUM,
                              view_text(view, TEXT_CHILD_HOME_FEELINGS),
                              {ACT_PICK, count + APP_CHILD_FEELINGS}});
    add(&cards, (ReadingCard){"reading_home.card",
                              "cards",
                              HUE_SUN,
                              view_text(view, TEXT_CHILD_HOME_CARD),
                              {ACT_PICK, count + APP_CHILD_CARD}});
    add(&cards, (ReadingCard){"reading_home.ask",
                              "messages",
                              HUE_CORAL,
                              view_text(view, TEXT_ASK_HOME),
                              {ACT_PICK, count + APP_CHILD_TALK}});
    add(&cards, (ReadingCard){"reading_home.more",
                              "help-circle",
                              HUE_CORAL,
                              view_text(view, TEXT_READING_MORE),
                              {ACT_GO, SCREEN_READING_MORE}});
    talk_forward(view, &cards, count + APP_CHILD_TALK);
    parts_body(view);
    stage(view, (Stage){HUE_SKY, TEXT_READING_TITLE, view_text(view, TEXT_READING_LEAD), "jongeren",
                        false});
    actions(view, &cards);
    ui_close(view->ui);
}

void reading_more_view(const View *view)
{
    const List *list = content_list(view->content, STR("youth-more"));
    Cards cards = {0};

    for (int i = 0; list != NULL && i < list->count; i++) {
        add(&cards,
            (ReadingCard){ui_format(view->ui, "reading_more.%s", view_str(list->items[i].id)),
                          view_str(list->items[i].icon),
                          hue_of(i),
                          board_label(view, "youth-more", i, ""),
                          {ACT_PICK, i}});
    }
    if (view->app->status.can_save) {
        add(&cards, (ReadingCard){"reading_more.tell",
                                  "mood-heart",
                                  HUE_PLUM,
                                  view_text(view, TEXT_TELL_HOME),
                                  {ACT_SHARE_START, 0}});
    }
    parts_body(view);
    stage(view, (Stage){HUE_SUN, TEXT_READING_MORE, NULL, "mensen-tiener", true});
    actions(view, &cards);
    ui_close(view->ui);
}
