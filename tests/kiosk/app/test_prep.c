/* test_prep.c - a talk with school: what is tapped and typed is kept while the visitor is there,
 * stands on the card in both languages, leaves through no effect, and is gone after a wipe. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "stage.h"
#include "ui_dump.h"

static const char OWN[] = "Hij lacht met Yusuf; en danst, veel.";
static const char *const TALK[APP_PREP_TALK_PARTS] = {"prep.good", "prep.home", "prep.done",
                                                      "prep.want", "prep.with", "prep.ask"};
static const char *const AGREE[APP_PREP_AGREE_PARTS] = {"agree.school", "agree.parent",
                                                        "agree.child", "agree.again"};

/* ---- walking ----------------------------------------------------------------------------- */

static void begin(Stage *stage, Panel panel, const char *language)
{
    Language found;

    stage_open(stage, panel);
    assert_true(content_language_find(stage->content, str_of(language), &found));
    stage_act(stage, ACT_LANGUAGE, found);
    stage_tap(stage, "welcome.parent");
    stage_act(stage, ACT_GO, SCREEN_PREP);
}

static int rows_of(const Stage *stage, int part)
{
    return content_list(stage->content, str_of(app_prep_list(part)))->count;
}

static void leave_part(Stage *stage)
{
    if (stage_node(stage, "prep_say.next") != NULL) {
        stage_tap(stage, "prep_say.next");
    }
    stage_tap(stage, "prep_say.ready");
}

static void type_own(Stage *stage, const char *words)
{
    stage_tap(stage, "prep_say.own");
    stage_type(stage, words);
    stage_tap(stage, "prep_type.key.done");
}

static void choose_rows(Stage *stage, const char *part, unsigned rows)
{
    stage_tap(stage, part);
    for (int row = 0; rows >> row != 0; row++) {
        if ((rows >> row & 1U) != 0) {
            stage_act(stage, ACT_PREP_SAY, row);
        }
    }
    leave_part(stage);
}

/* Everything there is, with own words as long as they can be: the fullest card. */
static void choose_all(Stage *stage, const char *const *parts, int first, int count)
{
    char words[APP_PREP_OWN_POINTS_MAX + 1];

    for (int i = 0; i < APP_PREP_OWN_POINTS_MAX; i++) {
        words[i] = i % 9 == 8 ? ' ' : 'm';
    }
    words[APP_PREP_OWN_POINTS_MAX] = '\0';
    for (int i = 0; i < count; i++) {
        stage_tap(stage, parts[i]);
        for (int row = 0; row < rows_of(stage, first + i); row++) {
            stage_act(stage, ACT_PREP_SAY, row);
        }
        type_own(stage, words);
        if (stage_node(stage, "prep_say.next") != NULL) {
            stage_tap(stage, "prep_say.next");
            stage_act(stage, ACT_PREP_WHEN, 5);
        }
        stage_tap(stage, "prep_say.ready");
    }
}

/* ---- what stands on a card --------------------------------------------------------------- */

static int count_words(const Stage *stage, const char *words)
{
    int count = 0;

    for (int i = 0; i < stage->ui->count; i++) {
        const char *label = ui_node(stage->ui, i)->box.label;
        count += label != NULL && strcmp(label, words) == 0 ? 1 : 0;
    }
    return count;
}

static const char *row_words(const Stage *stage, Language language, int part, int row)
{
    const List *list = content_list(stage->content, str_of(app_prep_list(part)));

    return content_item_label(stage->content, language, list->id, list->items[row].id, STR(""))
        .data;
}

/* How often each sentence stood on the pages so far. */
typedef struct Seen {
    int own[APP_PREP_TALK_PARTS][CONTENT_ITEMS_MAX], dutch[APP_PREP_TALK_PARTS][CONTENT_ITEMS_MAX];
} Seen;

static void look(const Stage *stage, Seen *seen)
{
    Language own = stage->app->visitor.language;

    for (int part = 0; part < APP_PREP_TALK_PARTS; part++) {
        for (int row = 0; row < rows_of(stage, part); row++) {
            seen->own[part][row] += count_words(stage, row_words(stage, own, part, row));
            seen->dutch[part][row] +=
                count_words(stage, row_words(stage, LANGUAGE_DUTCH, part, row));
        }
    }
}

static void look_at_every_page(Stage *stage, Seen *seen)
{
    look(stage, seen);
    while (stage_node(stage, "prep_card.more") != NULL &&
           ui_is_interactive(stage_node(stage, "prep_card.more"))) {
        stage_tap(stage, "prep_card.more");
        look(stage, seen);
    }
}

static void test_every_chosen_sentence_stands_once_in_each_language(void **state)
{
    static const char *const languages[] = {"nl", "ar"};

    (void)state;
    for (int i = 0; i < 2; i++) {
        Stage stage;
        Seen seen = {0};
        begin(&stage, STAGE_PORTRAIT, languages[i]);
        choose_all(&stage, TALK, 0, APP_PREP_TALK_PARTS);
        stage_tap(&stage, "prep.make");
        look_at_every_page(&stage, &seen);
        for (int part = 0; part < APP_PREP_TALK_PARTS; part++) {
            for (int row = 0; row < rows_of(&stage, part); row++) {
                int chosen = (int)(stage.app->visitor.prep.parts[part].chosen >> row & 1U);
                assert_int_equal(seen.own[part][row], chosen);
                assert_int_equal(seen.dutch[part][row], chosen);
            }
        }
        stage_close(&stage);
    }
}

static void test_own_words_stand_as_typed_and_say_nobody_translated_them(void **state)
{
    Stage stage;
    Language arabic;
    const UiNode *typed;

    (void)state;
    begin(&stage, STAGE_PORTRAIT, "ar");
    assert_true(content_language_find(stage.content, STR("ar"), &arabic));
    stage_tap(&stage, "prep.good");
    type_own(&stage, OWN);
    stage_tap(&stage, "prep_say.ready");
    stage_tap(&stage, "prep.make");
    typed = stage_node(&stage, "prep_card.good");
    assert_non_null(typed);
    assert_string_equal(typed->box.label, OWN);
    assert_true((typed->box.state & STATE_PRIVATE) != 0);
    assert_int_equal(ui_words(stage.ui, ui_find(stage.ui, "prep_card.good")).direction,
                     DIRECTION_AUTO); /* Dutch words on an Arabic screen keep their full stop */
    assert_int_equal(
        count_words(&stage,
                    content_text(stage.content, LANGUAGE_DUTCH, TEXT_PREP_CARD_OWN_FOREIGN).data),
        1);
    assert_int_equal(
        count_words(&stage, content_text(stage.content, arabic, TEXT_PREP_CARD_OWN_FOREIGN).data),
        1);
    stage_close(&stage);
}

static void test_what_was_agreed_stands_with_its_moment(void **state)
{
    Stage stage;

    (void)state;
    begin(&stage, STAGE_PORTRAIT, "nl");
    stage_tap(&stage, "prep.after");
    stage_tap(&stage, "agree.school");
    stage_tap(&stage, "prep_say.hulp");
    stage_tap(&stage, "prep_say.next");
    stage_tap(&stage, "prep_say.twee");
    stage_tap(&stage, "prep_say.ready");
    assert_int_equal(stage_screen(&stage), SCREEN_AGREE);
    stage_tap(&stage, "agree.make");
    assert_int_equal(count_words(&stage, "School regelt extra hulp."), 1);
    assert_int_equal(count_words(&stage, "binnen 2 weken"), 1);
    stage_tap(&stage, "agree_card.change");
    assert_int_equal(stage_screen(&stage), SCREEN_AGREE);
    stage_close(&stage);
}

/* ---- choosing ---------------------------------------------------------------------------- */

static void test_going_alone_goes_with_nobody_else(void **state)
{
    Stage stage;

    (void)state;
    begin(&stage, STAGE_PORTRAIT, "nl");
    stage_tap(&stage, "prep.with");
    stage_tap(&stage, "prep_say.familie");
    stage_tap(&stage, "prep_say.tolk");
    assert_int_equal(app_prep_count(stage.app, APP_PREP_WITH), 2);
    stage_tap(&stage, "prep_say.alleen");
    assert_int_equal(app_prep_count(stage.app, APP_PREP_WITH), 1);
    stage_tap(&stage, "prep_say.familie");
    assert_int_equal(app_prep_count(stage.app, APP_PREP_WITH), 1);
    assert_true((stage_node(&stage, "prep_say.familie")->box.state & STATE_SELECTED) != 0);
    stage_tap(&stage, "prep_say.familie");
    assert_int_equal(app_prep_count(stage.app, APP_PREP_WITH), 0);
    stage_close(&stage);
}

static void test_the_next_talk_is_at_one_moment(void **state)
{
    Stage stage;

    (void)state;
    begin(&stage, STAGE_PORTRAIT, "nl");
    stage_tap(&stage, "prep.after");
    stage_tap(&stage, "agree.again");
    stage_tap(&stage, "prep_say.week");
    stage_tap(&stage, "prep_say.zes");
    assert_int_equal(app_prep_count(stage.app, APP_PREP_AGAIN), 1);
    assert_true((stage_node(&stage, "prep_say.zes")->box.state & STATE_SELECTED) != 0);
    stage_close(&stage);
}

static void test_a_card_waits_for_a_sentence(void **state)
{
    Stage stage;

    (void)state;
    begin(&stage, STAGE_PORTRAIT, "nl");
    assert_true((stage_node(&stage, "prep.make")->box.state & STATE_DISABLED) != 0);
    choose_rows(&stage, "prep.home", 1);
    assert_false((stage_node(&stage, "prep.make")->box.state & STATE_DISABLED) != 0);
    stage_close(&stage);
}

static void test_a_number_from_elsewhere_is_not_taken(void **state)
{
    static const int kinds[] = {ACT_PREP_PART, ACT_PREP_SAY, ACT_PREP_WHEN, ACT_PREP_WRITE,
                                ACT_PREP_CHANGE};
    static const int args[] = {-1, 31, 32, 1000, SCREEN_COUNT};
    AppPrep before;
    Stage stage;

    (void)state;
    begin(&stage, STAGE_PORTRAIT, "nl");
    stage_tap(&stage, "prep.good");
    before = stage.app->visitor.prep;
    for (int i = 0; i < 5; i++) {
        for (int j = 0; j < 5; j++) {
            stage_act(&stage, kinds[i], args[j]);
            assert_int_equal(stage_screen(&stage), SCREEN_PREP_SAY);
            assert_memory_equal(&stage.app->visitor.prep, &before, sizeof before);
        }
    }
    stage_close(&stage);
}

/* ---- keeping and forgetting -------------------------------------------------------------- */

static void test_back_and_start_keep_every_answer(void **state)
{
    AppPrep before;
    Stage stage;

    (void)state;
    begin(&stage, STAGE_PORTRAIT, "nl");
    choose_rows(&stage, "prep.good", 5);
    stage_tap(&stage, "prep.ask");
    stage_tap(&stage, "prep_say.wie");
    type_own(&stage, OWN);
    stage_tap(&stage, "prep_say.ready");
    stage_tap(&stage, "prep.make");
    stage_tap(&stage, "prep_card.take");
    before = stage.app->visitor.prep;
    stage_tap(&stage, "bar.back");
    assert_int_equal(stage_screen(&stage), SCREEN_PREP_CARD);
    stage_tap(&stage, "bar.back");
    assert_int_equal(stage_screen(&stage), SCREEN_PREP);
    stage_tap(&stage, "bar.start");
    stage_act(&stage, ACT_GO, SCREEN_PREP);
    assert_memory_equal(&stage.app->visitor.prep, &before, sizeof before);
    assert_non_null(stage_node(&stage, "prep.ask"));
    stage_close(&stage);
}

static bool holds(const void *memory, size_t bytes, const char *words)
{
    return memmem(memory, bytes, words, strlen(words)) != NULL;
}

/* The whole flow with words in every part, message by message: never an effect that could let
 * anything out, and the request that would be sealed stays empty. */
static void test_nothing_is_sealed_stored_or_counted(void **state)
{
    static const EffectKind out[] = {EFFECT_SAVE, EFFECT_COUNT, EFFECT_STAFF, EFFECT_PIN};
    Request none;
    Stage stage;

    (void)state;
    begin(&stage, STAGE_PORTRAIT, "nl");
    none = stage.app->visitor.request;
    for (int part = 0; part < APP_PREP_COUNT; part++) {
        stage_act(&stage, ACT_PREP_PART, part);
        for (int kind = ACT_FIRST_PREP; kind <= ACT_LAST_PREP; kind++) {
            stage_act(&stage, kind, kind == ACT_PREP_WRITE ? part : 0);
            for (int i = 0; i < 4; i++) {
                assert_int_equal(stage_effects(&stage, out[i]), 0);
            }
        }
        stage_act(&stage, ACT_PREP_WRITE, part);
        stage_type(&stage, OWN);
        assert_int_equal(stage.effects.count, 0);
        stage_tap(&stage, "prep_type.key.done");
        stage_act(&stage, ACT_PREP_CHANGE, SCREEN_PREP);
    }
    stage_act(&stage, ACT_GO, SCREEN_PREP_CARD);
    stage_act(&stage, ACT_GO, SCREEN_PREP_TAKE);
    assert_memory_equal(&stage.app->visitor.request, &none, sizeof none);
    assert_true(holds(stage.app, sizeof *stage.app, OWN));
    stage_close(&stage);
}

static void test_after_stop_no_typed_word_stays_in_app(void **state)
{
    Stage stage;
    App *fresh = calloc(1, sizeof *fresh);

    (void)state;
    stage_open(&stage, STAGE_PORTRAIT);
    *fresh = *stage.app;
    stage_tap(&stage, "welcome.parent");
    stage_act(&stage, ACT_GO, SCREEN_PREP);
    choose_all(&stage, TALK, 0, APP_PREP_TALK_PARTS);
    stage_tap(&stage, "prep.after");
    choose_all(&stage, AGREE, APP_PREP_TALK_PARTS, APP_PREP_AGREE_PARTS);
    assert_true(holds(stage.app, sizeof *stage.app, "mmmmmmmm "));
    stage_tap(&stage, "agree.make");
    stage_tap(&stage, "bar.stop");
    assert_int_equal(stage_screen(&stage), SCREEN_WELCOME);
    assert_false(holds(stage.app, sizeof *stage.app, "mmmmmmmm"));
    assert_memory_equal(&stage.app->visitor.prep, &fresh->visitor.prep, sizeof(AppPrep));
    stage_close(&stage);
    free(fresh);
}

/* ---- covered after the idle warning ------------------------------------------------------ */

static const char *code_on_screen(const Stage *stage)
{
    return stage_node(stage, "prep_take.qr")->box.value;
}

static void test_typed_words_are_covered_after_the_warning(void **state)
{
    Stage stage;

    (void)state;
    begin(&stage, STAGE_PORTRAIT, "nl");
    stage_tap(&stage, "prep.ask");
    stage_tap(&stage, "prep_say.wie");
    type_own(&stage, "Wie belt Yusuf?");
    stage_tap(&stage, "prep_say.ready");
    stage_tap(&stage, "prep.make");
    assert_string_equal(stage_node(&stage, "prep_card.ask")->box.label, "Wie belt Yusuf?");
    stage_wait(&stage, APP_IDLE_FORM_S * 1000LL);
    stage_act(&stage, ACT_STAY, 0);
    assert_null(strstr(stage_node(&stage, "prep_card.ask")->box.label, "Yusuf"));
    stage_tap(&stage, "prep_card.take");
    assert_non_null(strstr(code_on_screen(&stage), "Wie is onze vaste persoon?"));
    assert_null(strstr(code_on_screen(&stage), "Yusuf"));
    stage_tap(&stage, "prep_take.reveal");
    assert_non_null(strstr(code_on_screen(&stage), "Wie belt Yusuf?"));
    stage_close(&stage);
}

/* ---- entries ----------------------------------------------------------------------------- */

static void test_every_topic_of_parents_and_its_own_topic_lead_here(void **state)
{
    Stage stage;

    (void)state;
    stage_open(&stage, STAGE_PORTRAIT);
    stage_tap(&stage, "welcome.parent");
    for (int i = 0; i < content_topic_count(stage.content); i++) {
        if (content_topic(stage.content, LANGUAGE_DUTCH, i)->audience != AUDIENCE_PARENT) {
            continue;
        }
        stage_act(&stage, ACT_TOPIC, i);
        stage_tap(&stage, "topic.prepare");
        assert_int_equal(stage_screen(&stage), SCREEN_PREP);
        stage_tap(&stage, "bar.back");
        assert_int_equal(stage_screen(&stage), SCREEN_TOPIC);
        stage_tap(&stage, "bar.back");
    }
    stage_close(&stage);
}

static void test_large_letters_still_lead_here(void **state)
{
    static const Panel *const panels[] = {&STAGE_PORTRAIT, &STAGE_LANDSCAPE, &STAGE_SMALL};

    (void)state;
    for (int i = 0; i < 3; i++) {
        Stage stage;
        stage_open(&stage, *panels[i]);
        stage_tap(&stage, "welcome.parent");
        stage_act(&stage, ACT_SIZE, TEXT_SIZE_175);
        stage_act(&stage, ACT_TOPIC,
                  content_topic_find(stage.content, AUDIENCE_PARENT, STR("gesprek-voorbereiden")));
        stage_tap(&stage, "topic.prepare");
        assert_int_equal(stage_screen(&stage), SCREEN_PREP);
        stage_close(&stage);
    }
}

static void test_the_card_leads_to_a_callback(void **state)
{
    Stage stage;

    (void)state;
    begin(&stage, STAGE_PORTRAIT, "nl");
    choose_rows(&stage, "prep.home", 1);
    stage_tap(&stage, "prep.make");
    stage_tap(&stage, "prep_card.call");
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_ABOUT);
    stage_tap(&stage, "bar.back");
    assert_int_equal(stage_screen(&stage), SCREEN_PREP_CARD);
    stage_send(&stage, (Msg){.kind = MSG_STATUS, .status = {.can_save = false}});
    assert_null(stage_node(&stage, "prep_card.call"));
    stage_close(&stage);
}

/* ---- every form -------------------------------------------------------------------------- */

typedef struct Way {
    const Panel *panel;
    ThemeText size;
    ThemeLook look;
    const char *language;
    bool low;
} Way;

static int faults;

static void judge(const Stage *stage, const Way *way, const char *when)
{
    UiFinding findings[UI_FINDINGS_MAX];
    int count = ui_check(stage->ui, findings);

    for (int i = 0; i < count; i++) {
        const UiNode *node = ui_node(stage->ui, findings[i].node);
        print_error("%s %s %dx%d size %d look %d %s%s: %s %s [%s]\n", stage->ui->settings.screen,
                    when, way->panel->width_px, way->panel->height_px, (int)way->size,
                    (int)way->look, way->language, way->low ? " low" : "",
                    ui_fault_word(findings[i].fault), node->box.id == NULL ? "-" : node->box.id,
                    node->box.label == NULL ? "" : node->box.label);
        faults++;
    }
}

/* Every page of the screen that is open. */
static void judge_pages(Stage *stage, const Way *way, const char *when)
{
    for (int page = 0; page <= APP_PAGES_MAX; page++) {
        char id[UI_ID_BYTES_MAX];
        const UiNode *more;
        judge(stage, way, when);
        snprintf(id, sizeof id, "%s.more", stage->ui->settings.screen);
        more = stage_node(stage, id);
        if (more == NULL || !ui_is_interactive(more) || more->box.action.arg <= page) {
            return;
        }
        stage_tap(stage, id);
    }
    fail_msg("%s has no last page", stage->ui->settings.screen);
}

static void judge_part(Stage *stage, const Way *way, int part, const char *when)
{
    stage_act(stage, ACT_PREP_PART, part);
    judge_pages(stage, way, when);
    if (stage_node(stage, "prep_say.next") != NULL) {
        stage_tap(stage, "prep_say.next");
        judge(stage, way, when);
    }
    stage_act(stage, ACT_PREP_WRITE, part);
    judge(stage, way, when);
    stage_act(stage, ACT_BACK, 0);
    stage_act(stage, ACT_PREP_CHANGE, part < APP_PREP_TALK_PARTS ? SCREEN_PREP : SCREEN_AGREE);
}

static void judge_all(Stage *stage, const Way *way, const char *when)
{
    stage_act(stage, ACT_START, 0);
    stage_act(stage, ACT_GO, SCREEN_PREP);
    judge(stage, way, when);
    for (int part = 0; part < APP_PREP_TALK_PARTS; part++) {
        judge_part(stage, way, part, when);
    }
    stage_act(stage, ACT_GO, SCREEN_PREP_CARD);
    judge_pages(stage, way, when);
    stage_act(stage, ACT_GO, SCREEN_PREP_TAKE);
    judge(stage, way, when);
    stage_act(stage, ACT_START, 0);
    stage_act(stage, ACT_GO, SCREEN_AGREE);
    judge(stage, way, when);
    for (int part = APP_PREP_TALK_PARTS; part < APP_PREP_COUNT; part++) {
        judge_part(stage, way, part, when);
    }
    stage_act(stage, ACT_GO, SCREEN_AGREE_CARD);
    judge_pages(stage, way, when);
}

static void play(const Way *way)
{
    Stage stage;

    begin(&stage, *way->panel, way->language);
    stage_act(&stage, ACT_SIZE, (int)way->size);
    stage_act(&stage, ACT_THEME, (int)way->look);
    stage_act(&stage, ACT_LOW, way->low ? 1 : 0);
    judge_all(&stage, way, "empty");
    stage_act(&stage, ACT_START, 0);
    stage_act(&stage, ACT_GO, SCREEN_PREP);
    choose_rows(&stage, "prep.good", 3);
    choose_rows(&stage, "prep.with", 2);
    choose_rows(&stage, "prep.ask", 16);
    judge_all(&stage, way, "some");
    stage_act(&stage, ACT_START, 0);
    stage_act(&stage, ACT_GO, SCREEN_PREP);
    choose_all(&stage, TALK, 0, APP_PREP_TALK_PARTS);
    stage_act(&stage, ACT_GO, SCREEN_AGREE);
    choose_all(&stage, AGREE, APP_PREP_TALK_PARTS, APP_PREP_AGREE_PARTS);
    judge_all(&stage, way, "full");
    stage_close(&stage);
}

static void test_covered_words_fit_too(void **state)
{
    static const Way way = {&STAGE_SMALL, TEXT_SIZE_175, LOOK_LIGHT, "nl", false};
    Stage stage;

    (void)state;
    begin(&stage, *way.panel, way.language);
    stage_act(&stage, ACT_SIZE, (int)way.size);
    choose_all(&stage, TALK, 0, APP_PREP_TALK_PARTS);
    stage_wait(&stage, APP_IDLE_FORM_S * 1000LL);
    stage_act(&stage, ACT_STAY, 0);
    judge_all(&stage, &way, "covered");
    stage_close(&stage);
    assert_int_equal(faults, 0);
}

static void test_every_screen_fits_in_every_form(void **state)
{
    static const Way ways[] = {
        {&STAGE_PORTRAIT, TEXT_SIZE_100, LOOK_LIGHT, "nl", false},
        {&STAGE_PORTRAIT, TEXT_SIZE_100, LOOK_CALM, "ar", false},
        {&STAGE_PORTRAIT, TEXT_SIZE_120, LOOK_HC, "ar", true},
        {&STAGE_PORTRAIT, TEXT_SIZE_145, LOOK_LIGHT, "nl", true},
        {&STAGE_PORTRAIT, TEXT_SIZE_175, LOOK_HC, "nl", false},
        {&STAGE_PORTRAIT, TEXT_SIZE_175, LOOK_LIGHT, "ar", false},
        {&STAGE_LANDSCAPE, TEXT_SIZE_100, LOOK_LIGHT, "nl", false},
        {&STAGE_LANDSCAPE, TEXT_SIZE_120, LOOK_CALM, "ar", true},
        {&STAGE_LANDSCAPE, TEXT_SIZE_145, LOOK_HC, "ar", false},
        {&STAGE_LANDSCAPE, TEXT_SIZE_175, LOOK_LIGHT, "nl", false},
        {&STAGE_SMALL, TEXT_SIZE_100, LOOK_LIGHT, "ar", false},
        {&STAGE_SMALL, TEXT_SIZE_120, LOOK_HC, "nl", false},
        {&STAGE_SMALL, TEXT_SIZE_145, LOOK_CALM, "nl", false},
        {&STAGE_SMALL, TEXT_SIZE_175, LOOK_LIGHT, "nl", false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        play(&ways[i]);
    }
    assert_int_equal(faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_chosen_sentence_stands_once_in_each_language),
        cmocka_unit_test(test_own_words_stand_as_typed_and_say_nobody_translated_them),
        cmocka_unit_test(test_what_was_agreed_stands_with_its_moment),
        cmocka_unit_test(test_going_alone_goes_with_nobody_else),
        cmocka_unit_test(test_the_next_talk_is_at_one_moment),
        cmocka_unit_test(test_a_card_waits_for_a_sentence),
        cmocka_unit_test(test_a_number_from_elsewhere_is_not_taken),
        cmocka_unit_test(test_back_and_start_keep_every_answer),
        cmocka_unit_test(test_nothing_is_sealed_stored_or_counted),
        cmocka_unit_test(test_after_stop_no_typed_word_stays_in_app),
        cmocka_unit_test(test_typed_words_are_covered_after_the_warning),
        cmocka_unit_test(test_every_topic_of_parents_and_its_own_topic_lead_here),
        cmocka_unit_test(test_large_letters_still_lead_here),
        cmocka_unit_test(test_the_card_leads_to_a_callback),
        cmocka_unit_test(test_covered_words_fit_too),
        cmocka_unit_test(test_every_screen_fits_in_every_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
