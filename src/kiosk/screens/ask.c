/* ask.c - a child asks for a talk: about what, how, through whom, which group; and where to go when
 * nothing has to be sent (mock-ups 11a, 11b, 11c, 11x). */
#include "app_ask.h"
#include "board.h"
#include "board_pages.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"

enum { COLUMNS = 2, ABOUT_COLUMNS = 4, GROUP_COLUMNS = 4, PLACE_ARGS = 4 };

void ask_about_view(const View *view)
{
    int picked = view->app->visitor.picked;
    int count = board_count(view, "child-about");

    board_open(view,
               (BoardStage){
                   .title = view_text(view, TEXT_ASK_ABOUT),
                   .type = TYPE_CHILD_TITLE,
                   .picture = picked == 0 ? board_host(view, "stip-listen-ear")
                                          : board_picture(view, "child-about", picked - 1),
                   .caption = picked == 0 ? NULL : board_label(view, "child-about", picked - 1, ""),
                   .hue = HUE_SUN,
                   .step = APP_ASK_STEP_ABOUT},
               board_pages_columns(view, count, ABOUT_COLUMNS));
    board_list(view, "child-about", TYPE_TILE);
    board_rest(view, count, ABOUT_COLUMNS);
    board_close(view);
}

/* ---- how --------------------------------------------------------------------------------- */

typedef struct Route {
    ChildRoute route;
    const char *id;
    const char *picture;
    ThemeHue hue;
    TextKey text, reading;
} Route;

static const Route ROUTES[] = {
    {CHILD_ROUTE_HERE, "here", "iemand-hier-nu", HUE_PETROL, TEXT_ASK_HERE, TEXT_ASK_HERE},
    {CHILD_ROUTE_VISIT, "visit", "kom-langs", HUE_SKY, TEXT_ASK_VISIT, TEXT_ASK_VISIT},
    {CHILD_ROUTE_VIA, "via", "via-grote-mens", HUE_LEAF, TEXT_ASK_VIA, TEXT_ASK_VIA_READING},
    {CHILD_ROUTE_CALL, "call", "bel-mij", HUE_SUN, TEXT_ASK_CALL, TEXT_ASK_CALL},
};

static int route_count(const View *view)
{
    int count = 0;

    for (size_t i = 0; i < sizeof ROUTES / sizeof ROUTES[0]; i++) {
        count += app_ask_offers(view->app, view->content, ROUTES[i].route) ? 1 : 0;
    }
    return count;
}

/* No way to reach this child from here: said kindly, and the card instead. */
static void no_route(const View *view)
{
    board_open(view,
               (BoardStage){.title = view_text(view, TEXT_ASK_NONE),
                            .type = TYPE_CHILD_TITLE_SMALL,
                            .picture = board_host(view, "stip-soft-hug"),
                            .caption = view_text(view, TEXT_ASK_NONE_LEAD),
                            .hue = HUE_SKY},
               1);
    ui_open(view->ui, (UiBox){.id = "ask_how.card",
                              .role = ROLE_BUTTON,
                              .face = FACE_TILE,
                              .axis = AXIS_COLUMN,
                              .action = {ACT_GO, SCREEN_CARD_WHERE}});
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .face = FACE_PICTURE,
                              .hue = HUE_SAND,
                              .picture = "mijn-kaartje",
                              .grow = GROW,
                              .margin = {U_GAP_TIGHT, U_GAP_TIGHT, U_GAP_TIGHT, 0},
                              .state = STATE_SILENT});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .face = FACE_TILE_LABEL,
                              .type = TYPE_TILE_WIDE,
                              .label = view_text(view, TEXT_CHILD_HOME_CARD)});
    ui_close(view->ui);
    board_close(view);
}

static const Route *picked_route(const View *view)
{
    int picked = view->app->visitor.picked;

    return picked >= 1 && picked <= CHILD_ROUTE_COUNT ? &ROUTES[picked - 1] : NULL;
}

void ask_how_view(const View *view)
{
    const Route *picked = picked_route(view);

    if (route_count(view) == 0) {
        no_route(view);
        return;
    }
    board_open(view,
               (BoardStage){.title = view_text(view, TEXT_ASK_HOW),
                            .type = TYPE_CHILD_TITLE,
                            .picture = picked == NULL ? "ik-wil-praten" : picked->picture,
                            .caption = picked == NULL
                                           ? NULL
                                           : view_text(view, board_words(view, picked->text,
                                                                         picked->reading)),
                            .hue = HUE_LEAF,
                            .step = APP_ASK_STEP_HOW},
               2);
    for (size_t i = 0; i < sizeof ROUTES / sizeof ROUTES[0]; i++) {
        if (app_ask_offers(view->app, view->content, ROUTES[i].route)) {
            board_tile(view, (BoardTile){(int)ROUTES[i].route, ROUTES[i].id, ROUTES[i].picture,
                                         NULL, ROUTES[i].hue,
                                         view_text(view, board_words(view, ROUTES[i].text,
                                                                     ROUTES[i].reading)),
                                         TYPE_TILE_WIDE});
        }
    }
    board_go(view, UI_SPAN_ALL, U_CHILD_SEND_H);
    board_close(view);
}

/* ---- here, or a visit -------------------------------------------------------------------- */

static const char *place_words(const View *view)
{
    VisitMoment moment;

    if (view->app->visitor.child.route == CHILD_ROUTE_HERE + 1) {
        return view_text(view, TEXT_ASK_PLACE_HERE);
    }
    if (view->app->now.clock != REQUEST_CLOCK_OK ||
        !region_next_visit(content_region(view->content), when_local(view->app->now.utc_s),
                           &moment)) {
        return view_text(view, TEXT_ASK_PLACE_NONE);
    }
    return view_fill(view, TEXT_ASK_PLACE_VISIT,
                     (MessageArg[]){message_date("date", moment.date),
                                    message_time("from", moment.visit->hours.from_minutes),
                                    message_time("to", moment.visit->hours.to_minutes),
                                    message_text("place", moment.visit->place)},
                     PLACE_ARGS);
}

void ask_place_view(const View *view)
{
    bool here = view->app->visitor.child.route == CHILD_ROUTE_HERE + 1;

    board_open(view,
               (BoardStage){.title = view_text(view, here ? TEXT_ASK_HERE : TEXT_ASK_VISIT),
                            .type = TYPE_CHILD_TITLE,
                            .picture = here ? "iemand-hier-nu" : "kom-langs",
                            .hue = HUE_SKY},
               1);
    ui_open(view->ui, (UiBox){.face = FACE_PANEL, .axis = AXIS_COLUMN, .justify = ALIGN_CENTER});
    ui_leaf(view->ui, (UiBox){.id = "ask_place.words",
                              .role = ROLE_TEXT,
                              .type = TYPE_CHILD_TITLE_SMALL,
                              .text = ALIGN_CENTER,
                              .label = place_words(view)});
    ui_close(view->ui);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .h = U_CHILD_SEND_H});
    parts_button(view, (PartsButton){.id = "ask_place.card",
                                     .face = FACE_BUTTON,
                                     .icon = "cards",
                                     .label = view_text(view, TEXT_CHILD_HOME_CARD),
                                     .action = {ACT_GO, SCREEN_CARD_WHERE},
                                     .grow = GROW});
    ui_close(view->ui);
    board_close(view);
}

/* ---- through whom, which group ----------------------------------------------------------- */

typedef struct Who {
    AppAskWho who;
    const char *id;
    const char *picture;
    ThemeHue hue;
    TextKey text, reading;
} Who;

static const Who WHOS[] = {
    {APP_ASK_TEACHER, "teacher", "kaart-wie-juf", HUE_SUN, TEXT_ASK_TEACHER,
     TEXT_ASK_TEACHER_READING},
    {APP_ASK_PARENT, "parent", "kaart-wie-mama", HUE_CORAL, TEXT_ASK_PARENT, TEXT_ASK_PARENT},
    {APP_ASK_OTHER, "other", "kaart-wie-iemand-anders", HUE_LEAF, TEXT_ASK_OTHER, TEXT_ASK_OTHER},
};

void ask_via_view(const View *view)
{
    int picked = view->app->visitor.picked;
    const Who *who = picked >= 1 && picked <= APP_ASK_WHO_COUNT ? &WHOS[picked - 1] : NULL;
    int count = 0;
    bool beside;

    board_open(view,
               (BoardStage){
                   .title = view_text(view, board_words(view, TEXT_ASK_WHO, TEXT_ASK_WHO_READING)),
                   .type = TYPE_CHILD_TITLE,
                   .picture = who == NULL ? "via-grote-mens" : who->picture,
                   .caption = who == NULL
                                  ? NULL
                                  : view_text(view, board_words(view, who->text, who->reading)),
                   .hue = HUE_LEAF,
                   .step = APP_ASK_STEP_WHO},
               COLUMNS);
    for (size_t i = 0; i < sizeof WHOS / sizeof WHOS[0]; i++) {
        if (app_ask_offers_who(view->app, view->content, WHOS[i].who)) {
            count++;
            board_tile(
                view, (BoardTile){(int)WHOS[i].who, WHOS[i].id, WHOS[i].picture, NULL, WHOS[i].hue,
                                  view_text(view, board_words(view, WHOS[i].text, WHOS[i].reading)),
                                  TYPE_TILE_WIDE});
        }
    }
    beside = count % COLUMNS != 0;
    board_go(view, beside ? 1 : UI_SPAN_ALL, beside ? 0 : U_CHILD_GO_H);
    board_close(view);
}

static void group(const View *view, int index)
{
    AppAskGroup item = app_ask_group(view->app, index);
    MessageArg number = message_number("group", item.number);

    ui_leaf(view->ui,
            (UiBox){.id = view_id_of(view, "group", index + 1),
                    .role = ROLE_CHOICE,
                    .face = FACE_OPTION,
                    .type = TYPE_FEELING,
                    .text = ALIGN_CENTER,
                    .justify = ALIGN_CENTER,
                    .label = view_fill(view, item.text, &number, 1),
                    .action = {ACT_PICK, index},
                    .pad = {U_S, U_S, U_S, U_M},
                    .state = view->app->visitor.picked == index + 1 ? STATE_SELECTED : 0});
}

void ask_group_view(const View *view)
{
    bool few = view_is_tall(view) || view_tight(view) == 0; /* else two rows have to do */
    int columns = few ? GROUP_COLUMNS : app_ask_group_count(view->app) / 2;

    board_open(view,
               (BoardStage){.title = view_text(view, board_words(view, TEXT_ASK_GROUP_TITLE,
                                                                 TEXT_ASK_GROUP_TITLE_READING)),
                            .type = TYPE_CHILD_TITLE,
                            .picture = "kaart-waar-klas",
                            .hue = HUE_LEAF,
                            .step = APP_ASK_STEP_WHO},
               columns);
    for (int i = 0; i < app_ask_group_count(view->app); i++) {
        group(view, i);
    }
    board_go(view, UI_SPAN_ALL, U_CHILD_GO_H);
    board_close(view);
}
