/* test_calm.c - the calm look keeps its promise: four tiles on a page at most, far from each other,
 * nothing lost on the way, and what was outlined stays on the stage while pages turn. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "stage.h"

enum { TILES_MOST = 4, IDS_MAX = 32, TAPS_MAX = 10, GUTTER_U = 36 };

static const Panel *const PANELS[] = {&STAGE_PORTRAIT, &STAGE_LANDSCAPE, &STAGE_SMALL};

#define YOUNG "welcome.child", "child_entry.young", "child_entry.go"
#define READING "welcome.child", "child_entry.reading", "child_entry.go"
#define TALK "child_home.ask", "child_home.go"
#define CARD "child_home.card", "child_home.go"

/* Every screen with more than four tiles, and how to come there. The five faces of tell_mood are
 * one scale: a page with only its happy end would ask something else. */
static const char *const WALKS[][TAPS_MAX] = {
    {"welcome.parent"},
    {YOUNG},
    {READING},
    {READING, "reading_home.more"},
    {YOUNG, "child_home.feelings", "child_home.go"},
    {READING, "reading_home.feelings"},
    {YOUNG, CARD},
    {YOUNG, CARD, "card_where.klas", "card_where.go"},
    {YOUNG, CARD, "card_where.klas", "card_where.go", "card_what.moe", "card_what.go"},
    {YOUNG, TALK},
    {READING, "reading_home.more", "reading_more.tell", "tell_mood.mood.2"},
    {READING, "reading_home.more", "reading_more.tell", "tell_mood.mood.2", "tell_topic.thuis"},
};
enum { WALK_COUNT = sizeof WALKS / sizeof WALKS[0] };

static Stage stage;
static char ids[IDS_MAX][UI_ID_BYTES_MAX];
static int id_count;

static int teardown(void **state)
{
    (void)state;
    stage_close(&stage);
    return 0;
}

static void open_calm(const Panel *panel)
{
    stage_open(&stage, *panel);
    stage_act(&stage, ACT_THEME, LOOK_CALM);
}

static void walk(const char *const *taps)
{
    for (int i = 0; i < TAPS_MAX && taps[i] != NULL; i++) {
        stage_press(&stage, taps[i]);
    }
}

static bool is_tile(const UiNode *node)
{
    ThemeFace face = node->box.face;

    return ui_is_interactive(node) &&
           (face == FACE_TILE || face == FACE_CARD || face == FACE_SITUATION);
}

static void remember(const char *id)
{
    for (int i = 0; i < id_count; i++) {
        if (strcmp(ids[i], id) == 0) {
            return;
        }
    }
    assert_true(id_count < IDS_MAX);
    snprintf(ids[id_count++], sizeof ids[0], "%s", id);
}

/* Tiles of this page, the way on with them; what can be chosen is remembered. */
static int tiles_here(void)
{
    int count = 0;

    for (int i = 0; i < stage.ui->count; i++) {
        const UiNode *node = ui_node(stage.ui, i);
        if (is_tile(node)) {
            count++;
            if (node->box.action.kind != ACT_PAGE) {
                remember(node->box.id);
            }
        }
    }
    return count;
}

/* The button to a later page, or NULL on the last one. */
static const UiNode *onward(void)
{
    for (int i = 0; i < stage.ui->count; i++) {
        const UiNode *node = ui_node(stage.ui, i);
        if (ui_is_interactive(node) && node->box.action.kind == ACT_PAGE &&
            node->box.action.arg > app_place(stage.app)->page) {
            return node;
        }
    }
    return NULL;
}

/* All that can be chosen on all pages, from the first one; the most tiles that stood together. */
static int every_page(void)
{
    int most = 0;

    id_count = 0;
    for (int page = 0; page < APP_PAGES_MAX; page++) {
        int here = tiles_here();
        most = here > most ? here : most;
        if (onward() == NULL) {
            return most;
        }
        stage_act(&stage, ACT_PAGE, onward()->box.action.arg);
    }
    fail_msg("the pages of %s have no end", stage.ui->settings.screen);
    return most;
}

static void test_four_tiles_stand_on_a_page_and_none_is_lost(void **state)
{
    (void)state;
    for (size_t p = 0; p < sizeof PANELS / sizeof PANELS[0]; p++) {
        for (int w = 0; w < WALK_COUNT; w++) {
            open_calm(PANELS[p]);
            walk(WALKS[w]);
            assert_true(every_page() <= TILES_MOST);
            int calm = id_count;
            stage_act(&stage, ACT_THEME, LOOK_LIGHT);
            while (app_place(stage.app)->page > 0) {
                stage_tap(&stage, "bar.back");
            }
            (void)every_page();
            assert_true(id_count > TILES_MOST); /* else there was nothing to page */
            assert_int_equal(calm, id_count);
            stage_close(&stage);
        }
    }
    open_calm(&STAGE_PORTRAIT);
}

/* How far `other` stands beside or below `node`, in px; what overlaps neither way is a corner. */
static int apart(const UiRect *node, const UiRect *other)
{
    int x = other->x - (node->x + node->w), y = other->y - (node->y + node->h);
    bool beside = other->y < node->y + node->h && node->y < other->y + other->h;
    bool below = other->x < node->x + node->w && node->x < other->x + other->w;

    return beside && x >= 0 ? x : below && y >= 0 ? y : 1 << 20;
}

/* The narrowest gutter between two tiles of this page, in px. */
static int gutter_here(void)
{
    int least = 1 << 20;

    for (int i = 0; i < stage.ui->count; i++) {
        for (int j = 0; j < stage.ui->count && is_tile(ui_node(stage.ui, i)); j++) {
            const UiNode *other = ui_node(stage.ui, j);
            if (i != j && is_tile(other)) {
                int far = apart(&ui_node(stage.ui, i)->rect, &other->rect);
                least = far < least ? far : least;
            }
        }
    }
    return least;
}

static void test_tiles_stand_36_u_apart(void **state)
{
    (void)state;
    for (size_t p = 0; p < sizeof PANELS / sizeof PANELS[0]; p++) {
        for (int w = 0; w < WALK_COUNT; w++) {
            open_calm(PANELS[p]);
            walk(WALKS[w]);
            int wished = (int)(GUTTER_U * stage.ui->settings.theme.k);
            assert_in_range(gutter_here(), wished - 1, wished + 2);
            stage_close(&stage);
        }
    }
    open_calm(&STAGE_PORTRAIT);
}

static const char *words_of(const char *id)
{
    const UiNode *node = stage_node(&stage, id);

    assert_non_null(node);
    return node->box.label;
}

static bool is_outlined(const char *id)
{
    const UiNode *node = stage_node(&stage, id);

    return node != NULL && (node->box.state & STATE_SELECTED) != 0;
}

static void test_what_is_outlined_stays_on_the_stage_on_other_pages(void **state)
{
    static const char *const young[TAPS_MAX] = {YOUNG, "child_home.niet-fijn"};
    char title[256];

    (void)state;
    walk(young);
    snprintf(title, sizeof title, "%s", words_of("child_home.title"));
    stage_tap(&stage, "child_home.turn");
    assert_null(stage_node(&stage, "child_home.niet-fijn"));
    assert_string_equal(words_of("child_home.title"), title);
    stage_tap(&stage, "bar.back");
    assert_true(is_outlined("child_home.niet-fijn"));
    assert_string_equal(words_of("child_home.title"), title);
    stage_tap(&stage, "child_home.turn");
    stage_tap(&stage, "child_home.go");
    assert_int_equal(stage_screen(&stage), SCREEN_CHILD_STORY);
}

static void test_back_leads_to_the_page_one_came_from(void **state)
{
    static const char *const young[TAPS_MAX] = {YOUNG, "child_home.feelings", "child_home.go"};

    (void)state;
    walk(young);
    assert_int_equal(stage_screen(&stage), SCREEN_FEELINGS);
    stage_tap(&stage, "bar.back");
    assert_non_null(stage_node(&stage, "child_home.feelings"));
    assert_null(stage_node(&stage, "child_home.niet-fijn"));
    assert_false(is_outlined("child_home.feelings"));
}

static void test_stip_does_not_greet_where_he_is_not(void **state)
{
    static const char *const young[TAPS_MAX] = {YOUNG};

    (void)state;
    walk(young);
    assert_null(strstr(words_of("child_home.title"), "Stip"));
    for (int i = 0; i < stage.ui->count; i++) {
        const char *picture = ui_node(stage.ui, i)->box.picture;
        assert_true(picture == NULL || strncmp(picture, "stip", 4) != 0);
    }
    stage_act(&stage, ACT_THEME, LOOK_LIGHT);
    assert_non_null(strstr(words_of("child_home.title"), "Stip"));
}

/* An anxious child does not have to search for it. */
static void test_asking_for_a_talk_is_on_the_first_page(void **state)
{
    static const char *const young[TAPS_MAX] = {YOUNG}, *const reading[TAPS_MAX] = {READING};

    (void)state;
    walk(young);
    stage_tap(&stage, "child_home.ask");
    stage_tap(&stage, "child_home.go");
    assert_int_equal(stage_screen(&stage), SCREEN_ASK_ABOUT);
    stage_fresh(&stage);
    stage_act(&stage, ACT_THEME, LOOK_CALM);
    walk(reading);
    stage_tap(&stage, "reading_home.ask");
    assert_int_equal(stage_screen(&stage), SCREEN_ASK_ABOUT);
}

static void test_the_last_page_leads_to_the_first(void **state)
{
    static const char *const feelings[TAPS_MAX] = {YOUNG, "child_home.feelings", "child_home.go"};

    (void)state;
    walk(feelings);
    (void)every_page();
    assert_int_equal(stage_node(&stage, "feelings.turn")->box.action.arg, 0);
    stage_tap(&stage, "feelings.turn");
    assert_non_null(stage_node(&stage, "feelings.blij"));
}

static void test_a_page_that_another_look_does_not_have_is_the_first(void **state)
{
    static const char *const parent[TAPS_MAX] = {"welcome.parent", "home.more"};

    (void)state;
    walk(parent);
    assert_null(stage_node(&stage, "home.tile.zorgen"));
    stage_tap(&stage, "bar.display");
    stage_act(&stage, ACT_THEME, LOOK_LIGHT);
    stage_tap(&stage, "display.done");
    assert_non_null(stage_node(&stage, "home.tile.zorgen"));
    assert_null(stage_node(&stage, "home.less"));
    stage_act(&stage, ACT_THEME, LOOK_CALM);
    stage_act(&stage, ACT_PAGE, APP_PAGES_MAX); /* turned in a look with more pages than this one */
    assert_non_null(stage_node(&stage, "home.tile.zorgen"));
}

static int setup(void **state)
{
    (void)state;
    open_calm(&STAGE_PORTRAIT);
    return 0;
}

static bool has_face(ThemeFace face)
{
    for (int i = 0; i < stage.ui->count; i++) {
        if (ui_node(stage.ui, i)->box.face == face) {
            return true;
        }
    }
    return false;
}

static void test_welcome_is_paper_and_two_doors(void **state)
{
    static const ThemeLook plain[] = {LOOK_CALM, LOOK_HC};

    (void)state;
    stage_open(&stage, STAGE_PORTRAIT);
    stage_fresh(&stage);
    assert_true(has_face(FACE_SCENE) && has_face(FACE_BUBBLE_START));
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++) {
        stage_act(&stage, ACT_THEME, (int)plain[i]);
        assert_false(has_face(FACE_SCENE) || has_face(FACE_BUBBLE_START));
        assert_non_null(stage_node(&stage, "welcome.parent"));
        assert_non_null(stage_node(&stage, "welcome.child"));
    }
}

static void test_large_words_never_lie_over_the_sun(void **state)
{
    (void)state;
    stage_open(&stage, STAGE_LANDSCAPE);
    stage_fresh(&stage);
    assert_true(has_face(FACE_SCENE));
    stage_act(&stage, ACT_SIZE, TEXT_SIZE_175);
    assert_false(has_face(FACE_SCENE));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_four_tiles_stand_on_a_page_and_none_is_lost, teardown),
        cmocka_unit_test_teardown(test_tiles_stand_36_u_apart, teardown),
        cmocka_unit_test_teardown(test_welcome_is_paper_and_two_doors, teardown),
        cmocka_unit_test_teardown(test_large_words_never_lie_over_the_sun, teardown),
        TEST(test_what_is_outlined_stays_on_the_stage_on_other_pages),
        TEST(test_back_leads_to_the_page_one_came_from),
        TEST(test_stip_does_not_greet_where_he_is_not),
        TEST(test_asking_for_a_talk_is_on_the_first_page),
        TEST(test_the_last_page_leads_to_the_first),
        TEST(test_a_page_that_another_look_does_not_have_is_the_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
