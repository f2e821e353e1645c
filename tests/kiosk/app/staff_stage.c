/* staff_stage.c - see staff_stage.h. */
#include "staff_stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* A machine on which everything is as it should be. */
MsgStaff staff_stage_well(void)
{
    return (MsgStaff){.is_enrolled = true,
                      .has_key = true,
                      .keyring_seq = 3,
                      .pack_seq = 7,
                      .keyring_issued = {2025, 11, 2},
                      .contact_s = 240,
                      .next_s = 600,
                      .has_ballast = true,
                      .disk_free_mb = 38 * 1024,
                      .disk_mb = 64 * 1024,
                      .clock = REQUEST_CLOCK_OK};
}

void staff_stage_lock(Stage *stage, int wait_s)
{
    stage_send(stage,
               (Msg){.kind = MSG_PIN, .pin = {.wait_s = wait_s, .tries = 5, .after_s = 300}});
}

void staff_stage_come_in(Stage *stage, const MsgStaff *facts)
{
    MsgPin right = {.was_checked = true, .right = true, .tries = 5, .after_s = 300};

    stage_fresh(stage);
    stage_tap(stage, "bar.staff");
    assert_int_equal(stage_effects(stage, EFFECT_PIN), 1);
    staff_stage_lock(stage, 0);
    stage_type(stage, "246810");
    stage_tap(stage, "staff_pin.enter");
    assert_int_equal(stage_effects(stage, EFFECT_PIN), 1);
    stage_send(stage, (Msg){.kind = MSG_PIN, .pin = right});
    assert_int_equal(stage_screen(stage), SCREEN_STAFF);
    assert_int_equal(stage_effects(stage, EFFECT_STAFF), 1);
    stage_send(stage, (Msg){.kind = MSG_STAFF, .staff = *facts});
}

const char *staff_stage_words(const Stage *stage, const char *id)
{
    const UiNode *node = stage_node(stage, id);

    assert_non_null(node);
    return node->box.label;
}

void staff_stage_pin(Stage *stage)
{
    stage_tap(stage, "bar.staff");
    stage_send(stage, (Msg){.kind = MSG_PIN, .pin = {.tries = 4, .after_s = 300}});
    stage_type(stage, "246");
}

void staff_stage_waiting(Stage *stage)
{
    MsgStaff facts = staff_stage_well();

    facts.is_waiting = true;
    facts.oldest_s = 2 * 3600 + 14 * 60;
    staff_stage_come_in(stage, &facts);
}
