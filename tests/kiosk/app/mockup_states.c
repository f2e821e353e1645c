/* mockup_states.c - see mockup_states.h. */
#include "mockup_states.h"

#include <string.h>

#include "staff_stage.h"

static void welcome(Stage *stage)
{
    (void)stage;
}

static void language(Stage *stage)
{
    stage_tap(stage, "welcome.parent");
    stage_tap(stage, "bar.language");
}

static void home(Stage *stage)
{
    stage_tap(stage, "welcome.parent");
}

static void home_large(Stage *stage)
{
    home(stage);
    stage_tap(stage, "bar.display");
    stage_act(stage, ACT_SIZE, TEXT_SIZE_175);
    stage_tap(stage, "display.done");
}

static void questions(Stage *stage)
{
    home(stage);
    stage_press(stage, "home.tile.thuis");
}

static void topic(Stage *stage)
{
    home(stage);
    stage_press(stage, "home.tile.extra-hulp");
    stage_tap(stage, "questions.opp");
}

static void word(Stage *stage)
{
    topic(stage);
    stage_act(stage, ACT_WORD, content_word_find(stage->content, STR("hoorrecht")));
}

static void about(Stage *stage)
{
    home(stage);
    stage_tap(stage, "home.call");
    stage_tap(stage, "call_about.thuis");
    stage_tap(stage, "call_about.extra-hulp");
}

static void sector(Stage *stage)
{
    about(stage);
    stage_tap(stage, "call_about.next");
    stage_tap(stage, "call_sector.po");
}

static void how(Stage *stage)
{
    sector(stage);
    stage_tap(stage, "call_sector.next");
    stage_tap(stage, "call_how.call");
}

static void number(Stage *stage)
{
    how(stage);
    stage_tap(stage, "call_how.next");
    stage_type(stage, "06 12 34 56 7");
}

static void when(Stage *stage)
{
    number(stage);
    stage_type(stage, "8");
    stage_tap(stage, "call_number.next");
    stage_tap(stage, "call_when.am");
    stage_tap(stage, "call_when.day.1");
}

static void name(Stage *stage)
{
    when(stage);
    stage_tap(stage, "call_when.next");
    stage_tap(stage, "call_name.name");
    stage_type(stage, "Amina");
    stage_tap(stage, "call_type_name.key.done");
    stage_tap(stage, "call_name.talk.ar");
    stage_tap(stage, "call_name.interpreter.yes");
}

static void check(Stage *stage)
{
    name(stage);
    stage_tap(stage, "call_name.next");
    stage_act(stage, ACT_CALL_VOICEMAIL, REQUEST_ANSWER_YES);
    stage_act(stage, ACT_CALL_ANSWER, REQUEST_PICKUP_ME);
}

static void save(Stage *stage)
{
    Msg saved = {.kind = MSG_SAVED, .saved = {"47291638", {10, 12, 0, 8}}};

    stage_act(stage, ACT_SEND, 0);
    stage_send(stage, saved);
}

static void saved(Stage *stage)
{
    check(stage);
    save(stage);
}

static void saved_offline(Stage *stage)
{
    stage_send(stage, (Msg){.kind = MSG_STATUS, .status = {.can_save = true}});
    saved(stage);
}

static void note(Stage *stage)
{
    check(stage);
    stage_act(stage, ACT_CALL_CHANGE, SCREEN_CALL_NOTE);
    stage_type(stage, "We wachten al drie maanden op extra hulp in de kl");
}

static void accents(Stage *stage)
{
    when(stage);
    stage_tap(stage, "call_when.next");
    stage_tap(stage, "call_name.name");
    stage_type(stage, "Zo");
}

static void arabic_name(Stage *stage)
{
    stage_tap(stage, "welcome.language.ar");
    accents(stage);
}

static void help(Stage *stage)
{
    home(stage);
    stage_tap(stage, "bar.help");
}

static void privacy(Stage *stage)
{
    check(stage);
    stage_act(stage, ACT_GO, SCREEN_PRIVACY);
}

static void search(Stage *stage)
{
    home(stage);
    stage_act(stage, ACT_GO, SCREEN_SEARCH);
    stage_type(stage, "hoor");
}

static void letters(Stage *stage)
{
    search(stage);
    stage_act(stage, ACT_GO, SCREEN_LETTERS);
}

static void about_us(Stage *stage)
{
    home(stage);
    stage_act(stage, ACT_GO, SCREEN_ABOUT);
}

static void did(Stage *stage)
{
    home(stage);
    stage_act(stage, ACT_GO, SCREEN_DID);
}

static void share_mood(Stage *stage)
{
    home(stage);
    stage_tap(stage, "home.share");
    stage_tap(stage, "share_mood.mood.2");
}

static void share_topic(Stage *stage)
{
    share_mood(stage);
    stage_tap(stage, "share_mood.next");
    stage_tap(stage, "share_topic.extra-hulp");
}

static void share_say(Stage *stage)
{
    share_topic(stage);
    stage_tap(stage, "share_topic.next");
    stage_tap(stage, "share_say.wachten");
    stage_tap(stage, "share_say.wie-helpt");
}

static void share_done(Stage *stage)
{
    share_say(stage);
    stage_tap(stage, "share_say.next");
    stage_wait(stage, APP_CALM_REST_MS);
    save(stage);
}

static void idle(Stage *stage)
{
    check(stage);
    stage_wait(stage, APP_IDLE_FORM_S * 1000LL);
    stage_wait(stage, APP_IDLE_WARN_S * 1000LL / 3);
}

static void cannot_save(Stage *stage)
{
    check(stage);
    stage_act(stage, ACT_SEND, 0);
    stage_send(stage, (Msg){.kind = MSG_SAVE_FAILED, .error = "store.full"});
}

static void not_enrolled(Stage *stage)
{
    stage_send(stage, (Msg){.kind = MSG_STATUS});
    home(stage);
}

static void child_entry(Stage *stage)
{
    stage_tap(stage, "welcome.child");
}

static void child_help(Stage *stage)
{
    child_entry(stage);
    stage_tap(stage, "bar.help");
}

static void young(Stage *stage)
{
    child_entry(stage);
    stage_tap(stage, "child_entry.young");
    stage_tap(stage, "child_entry.go");
}

static void young_home(Stage *stage)
{
    young(stage);
    stage_press(stage, "child_home.zeggen");
}

static void reading_home(Stage *stage)
{
    child_entry(stage);
    stage_tap(stage, "child_entry.reading");
    stage_tap(stage, "child_entry.go");
}

static void story(Stage *stage)
{
    young_home(stage);
    stage_press(stage, "child_home.go");
    stage_tap(stage, "child_story.panel.1");
}

static void feelings(Stage *stage)
{
    young(stage);
    stage_press(stage, "child_home.feelings");
    stage_press(stage, "child_home.go");
    stage_press(stage, "feelings.boos");
}

static void feeling(Stage *stage)
{
    feelings(stage);
    stage_press(stage, "feelings.go");
    stage_tap(stage, "feeling.breathe");
}

static void breathe(Stage *stage)
{
    feeling(stage);
    stage_tap(stage, "feeling.go");
}

static void card_where(Stage *stage)
{
    young(stage);
    stage_press(stage, "child_home.card");
    stage_press(stage, "child_home.go");
    stage_press(stage, "card_where.plein");
}

static void card_what(Stage *stage)
{
    card_where(stage);
    stage_press(stage, "card_where.go");
    stage_press(stage, "card_what.gepest");
}

static void card_who(Stage *stage)
{
    card_what(stage);
    stage_press(stage, "card_what.go");
    stage_press(stage, "card_who.juf");
}

static void card(Stage *stage)
{
    card_who(stage);
    stage_press(stage, "card_who.go");
}

static void ask_about(Stage *stage)
{
    young(stage);
    stage_press(stage, "child_home.ask");
    stage_press(stage, "child_home.go");
    stage_press(stage, "ask_about.gepest");
}

static void ask_how(Stage *stage)
{
    ask_about(stage);
    stage_press(stage, "ask_about.go");
    stage_tap(stage, "ask_how.via");
}

static void ask_call(Stage *stage)
{
    ask_how(stage);
    stage_tap(stage, "ask_how.call");
    stage_tap(stage, "ask_how.go");
    stage_tap(stage, "ask_number.whose.1");
    stage_type(stage, "06 12 34 56 78");
}

static void ask_via(Stage *stage)
{
    stage->app->setup.at_school = true;
    ask_how(stage);
    stage_tap(stage, "ask_how.go");
    stage_tap(stage, "ask_via.teacher");
}

static void ask_group(Stage *stage)
{
    ask_via(stage);
    stage_tap(stage, "ask_via.go");
    stage_type(stage, "juf Els");
    stage_tap(stage, "ask_person.key.done");
    stage_tap(stage, "ask_group.group.6");
}

static void ask_name(Stage *stage)
{
    ask_group(stage);
    stage_tap(stage, "ask_group.go");
    stage_type(stage, "Noor");
}

static void ask_check(Stage *stage)
{
    ask_name(stage);
    stage_tap(stage, "ask_name.go");
}

static void ask_done(Stage *stage)
{
    Msg saved = {.kind = MSG_SAVED, .saved = {"47291638", {10, 12, 0, 8}}};

    ask_check(stage);
    stage_wait(stage, APP_CALM_REST_MS);
    stage_tap(stage, "ask_check.send");
    stage_send(stage, saved);
}

static void ask_none(Stage *stage)
{
    stage->app->setup.staffed = false;
    stage_send(stage, (Msg){.kind = MSG_STATUS});
    ((Region *)content_region(stage->content))->visit_count = 0;
    ask_about(stage);
    stage_press(stage, "ask_about.go");
}

static void display(Stage *stage)
{
    home(stage);
    stage_tap(stage, "bar.display");
}

static void arabic_home(Stage *stage)
{
    stage_tap(stage, "welcome.language.ar");
    home(stage);
}

static void arabic_check(Stage *stage)
{
    stage_tap(stage, "welcome.language.ar");
    check(stage);
}

static void prepare(Stage *stage)
{
    home(stage);
    stage_press(stage, "home.tile.extra-hulp");
    stage_tap(stage, "questions.opp");
    stage_act(stage, ACT_GO, SCREEN_PREP); /* large letters leave its button to its own topic */
}

static void prepare_part(Stage *stage, const char *part, unsigned rows)
{
    stage_tap(stage, part);
    for (int row = 0; rows >> row != 0; row++) {
        if ((rows >> row & 1U) != 0) {
            stage_act(stage, ACT_PREP_SAY, row);
        }
    }
    stage_tap(stage, "prep_say.ready");
}

static void prepared(Stage *stage)
{
    prepare(stage);
    prepare_part(stage, "prep.good", 3);
    prepare_part(stage, "prep.home", 1);
    prepare_part(stage, "prep.want", 7);
    prepare_part(stage, "prep.with", 2);
    prepare_part(stage, "prep.ask", 15);
}

static void arabic_card(Stage *stage)
{
    stage_tap(stage, "welcome.language.ar");
    prepare(stage);
    prepare_part(stage, "prep.good", 1);
    prepare_part(stage, "prep.home", 1);
    prepare_part(stage, "prep.want", 1);
    prepare_part(stage, "prep.ask", 16);
    stage_tap(stage, "prep.make");
}

static void taken(Stage *stage)
{
    prepared(stage);
    stage_tap(stage, "prep.make");
    stage_tap(stage, "prep_card.take");
}

const MockupState MOCKUP_STATES[] = {
    {"04-prepare-talk-portrait", prepared},
    {"04c-talk-card-bilingual-portrait", arabic_card},
    {"04d-talk-qr-portrait", taken},
    {"01-welcome-portrait", welcome},
    {"19a-language-sheet-portrait", language},
    {"19b-display-sheet-portrait", display},
    {"02-parent-home-portrait", home},
    {"02-parent-home-portrait-xl-text", home_large},
    {"02b-situation-questions-portrait", questions},
    {"03-topic-portrait", topic},
    {"03b-hard-word-portrait", word},
    {"04b-search-portrait", search},
    {"04e-letter-words-portrait", letters},
    {"05a-callback-about-portrait", about},
    {"05b-callback-sector-portrait", sector},
    {"05c-callback-how-portrait", how},
    {"05d-callback-number-portrait", number},
    {"05e-callback-when-portrait", when},
    {"05f-callback-name-language-portrait", name},
    {"05g-callback-check-portrait", check},
    {"05h-callback-saved-portrait", saved},
    {"05h-callback-saved-offline-portrait", saved_offline},
    {"06a-keyboard-note-portrait", note},
    {"06b-keyboard-arabic-portrait", arabic_name},
    {"06c-keyboard-accents-portrait", accents},
    {"H-parent-help-portrait", help},
    {"P-privacy-parent-portrait", privacy},
    {"A-about-us-portrait", about_us},
    {"W-what-we-did-portrait", did},
    {"07a-share-feeling-portrait", share_mood},
    {"07b-share-topic-portrait", share_topic},
    {"07c-share-sentence-portrait", share_say},
    {"07d-share-done-portrait", share_done},
    {"13-idle-portrait", idle},
    {"F-cannot-save-portrait", cannot_save},
    {"N-not-enrolled-portrait", not_enrolled},
    {"08a-child-entry-portrait", child_entry},
    {"08-child-home-empty-portrait", young},
    {"08-child-home-portrait", young_home},
    {"08r-reading-home-portrait", reading_home},
    {"09a-child-feelings-portrait", feelings},
    {"09b-child-feeling-angry-portrait", feeling},
    {"09c-child-breathe-portrait", breathe},
    {"10-child-story-portrait", story},
    {"K1-words-where-portrait", card_where},
    {"K2-words-what-portrait", card_what},
    {"K3-words-who-portrait", card_who},
    {"K4-my-card-portrait", card},
    {"11a-child-talk-about-portrait", ask_about},
    {"11b-child-talk-how-portrait", ask_how},
    {"11c-child-talk-call-portrait", ask_call},
    {"11c-child-talk-via-portrait", ask_group},
    {"11d-child-talk-name-portrait", ask_name},
    {"11e-child-talk-check-portrait", ask_check},
    {"11f-child-talk-done-portrait", ask_done},
    {"11x-child-no-route-portrait", ask_none},
    {"12-child-help-portrait", child_help},
    {"17a-staff-pin-portrait", staff_stage_pin},
    {"17b-staff-status-portrait", staff_stage_waiting},
    {"14a-arabic-parent-home-portrait", arabic_home},
    {"14b-arabic-callback-check-portrait", arabic_check},
};
const int MOCKUP_STATE_COUNT = (int)(sizeof MOCKUP_STATES / sizeof MOCKUP_STATES[0]);
