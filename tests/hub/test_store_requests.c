/* test_store_requests.c - what every backend must do with requests: facts, not calls. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "cmocka_first.h"
#include "world.h"

enum { BODY_BYTES = 1088, DAY_S = 86400 };

static const uint8_t some_body[BODY_BYTES] = {'O', 'K', 'E', '1', 1};

static int open_world(void **state)
{
    World *world = malloc(sizeof *world);
    assert_non_null(world);
    world_open(world);
    *state = world;
    return 0;
}

static int close_world(void **state)
{
    world_close(*state);
    free(*state);
    return 0;
}

static StoreOp ingest(uint8_t id, int kind)
{
    StoreOp op = {.kind = STORE_OP_INGEST, .at = WORLD_NOW_S};
    op.ingest = (StoreIngest){
        .kind = kind, .due_at = WORLD_NOW_S + DAY_S, .body = some_body, .body_size = BODY_BYTES};
    op.ingest.id.bytes[0] = id;
    return op;
}

static StoreOp event(uint8_t id, uint8_t request, int type, int64_t rev)
{
    StoreOp op = {.kind = STORE_OP_EVENT, .at = WORLD_NOW_S};
    op.event = (StoreEventOp){.type = type, .rev = rev};
    op.event.id.bytes[0] = id;
    op.event.request.bytes[0] = request;
    op.event.actor.bytes[0] = id;
    return op;
}

static StoreOpResult apply(World *world, StoreOp op)
{
    Err err = {0};
    if (!store_apply(world->hub.store, &op, 1, &err)) {
        fail_msg("%s %s", err.code, err.text);
    }
    return op.result;
}

typedef struct Seen {
    size_t live, gone;
    int64_t change, rev;
    int state;
    size_t events;
} Seen;

static bool count_request(void *context, const StoreRequest *request)
{
    Seen *seen = context;
    assert_true(request->change > seen->change);
    seen->change = request->change;
    seen->gone += request->gone;
    seen->live += !request->gone;
    if (!request->gone) {
        seen->rev = request->rev;
        seen->state = request->state;
        seen->events = request->event_count;
        assert_int_equal(request->body_size, BODY_BYTES);
        assert_memory_equal(request->body, some_body, BODY_BYTES);
    }
    return true;
}

static Seen look(World *world, int64_t since)
{
    Seen seen = {0};
    assert_true(store_requests(world->hub.store, since, count_request, &seen));
    return seen;
}

static void test_a_request_sent_twice_is_kept_once(void **state)
{
    World *world = *state;
    assert_int_equal(apply(world, ingest(1, 1)), STORE_DONE);
    assert_int_equal(apply(world, ingest(1, 1)), STORE_SAME);
    assert_int_equal(look(world, 0).live, 1);
}

static void test_a_request_twice_in_one_batch_is_kept_once(void **state)
{
    World *world = *state;
    StoreOp ops[2] = {ingest(1, 1), ingest(1, 1)};
    assert_true(store_apply(world->hub.store, ops, 2, NULL));
    assert_int_equal(ops[0].result, STORE_DONE);
    assert_int_equal(ops[1].result, STORE_SAME);
    assert_int_equal(look(world, 0).live, 1);
}

static void test_a_signal_makes_no_request(void **state)
{
    World *world = *state;
    assert_int_equal(apply(world, ingest(1, 2)), STORE_DONE);
    assert_int_equal(look(world, 0).live, 0);
}

static void test_what_was_erased_never_comes_back(void **state)
{
    World *world = *state;
    StoreOp erase = event(0, 1, 0, 0);
    erase.kind = STORE_OP_ERASE;
    apply(world, ingest(1, 1));
    int64_t before = look(world, 0).change;
    assert_int_equal(apply(world, erase), STORE_DONE);
    assert_int_equal(apply(world, erase), STORE_SAME);
    assert_int_equal(apply(world, ingest(1, 1)), STORE_GONE);
    assert_int_equal(look(world, 0).live, 0);
    assert_int_equal(look(world, before).gone, 1);
    assert_int_equal(look(world, 0).gone, 0);
}

static void test_erasing_a_stale_revision_is_a_conflict(void **state)
{
    World *world = *state;
    StoreOp erase = event(0, 1, 0, 0);
    erase.kind = STORE_OP_ERASE;
    apply(world, ingest(1, 1));
    apply(world, event(10, 1, STORE_EVENT_CLAIM, 0));
    assert_int_equal(apply(world, erase), STORE_CONFLICT);
    assert_int_equal(look(world, 0).live, 1);
    erase.event.request.bytes[0] = 99;
    assert_int_equal(apply(world, erase), STORE_MISSING);
}

/* What each event does in each state: the diagram of the protocol as a table. */
static void test_every_event_in_every_state_does_what_the_protocol_says(void **state)
{
    static const int next[3][7] = {
        /*            -   claim release attempt note close reopen */
        /* new     */ {0, 1, -1, -1, 0, -1, -1},
        /* claimed */ {0, -1, 0, 1, 1, 2, -1},
        /* closed  */ {0, -1, -1, -1, 2, -1, 1},
    };
    World *world = *state;
    uint8_t id = 1;
    for (int from = 0; from < 3; from++) {
        for (int type = 1; type <= 6; type++, id++) {
            apply(world, ingest(id, 1));
            int64_t rev = 0;
            if (from >= 1) {
                apply(world, event((uint8_t)(100 + id), id, STORE_EVENT_CLAIM, rev++));
            }
            if (from >= 2) {
                apply(world, event((uint8_t)(130 + id), id, STORE_EVENT_CLOSE, rev++));
            }
            StoreOp op = event((uint8_t)(160 + id), id, type, rev);
            assert_true(store_apply(world->hub.store, &op, 1, NULL));
            bool allowed = next[from][type] >= 0;
            assert_int_equal(op.result, allowed ? STORE_DONE : STORE_CONFLICT);
            assert_int_equal(op.event.state_now, allowed ? next[from][type] : from);
            bool moves = allowed && type != STORE_EVENT_NOTE;
            assert_int_equal(op.event.rev_now, rev + moves);
            assert_int_equal(op.event.has_assignee, op.event.state_now > 0);
        }
    }
}

static void test_a_stale_revision_changes_nothing(void **state)
{
    World *world = *state;
    apply(world, ingest(1, 1));
    assert_int_equal(apply(world, event(10, 1, STORE_EVENT_CLAIM, 0)), STORE_DONE);
    StoreOp stale = event(11, 1, STORE_EVENT_ATTEMPT, 0);
    assert_true(store_apply(world->hub.store, &stale, 1, NULL));
    assert_int_equal(stale.result, STORE_CONFLICT);
    assert_int_equal(stale.event.rev_now, 1);
    assert_int_equal(stale.event.assignee.bytes[0], 10);
    assert_int_equal(look(world, 0).events, 1);
}

static void test_the_same_event_again_is_the_same_event(void **state)
{
    World *world = *state;
    apply(world, ingest(1, 1));
    apply(world, ingest(2, 1));
    assert_int_equal(apply(world, event(10, 1, STORE_EVENT_CLAIM, 0)), STORE_DONE);
    assert_int_equal(apply(world, event(10, 1, STORE_EVENT_CLAIM, 0)), STORE_SAME);
    assert_int_equal(apply(world, event(10, 2, STORE_EVENT_CLAIM, 0)), STORE_REFUSED);
    assert_int_equal(apply(world, event(11, 9, STORE_EVENT_CLAIM, 0)), STORE_MISSING);
    assert_int_equal(look(world, 0).live, 2);
}

static void test_a_request_holds_a_limited_number_of_events(void **state)
{
    World *world = *state;
    StoreOp ops[STORE_EVENTS_MAX + 1];
    apply(world, ingest(1, 1));
    for (int i = 0; i <= STORE_EVENTS_MAX; i++) {
        ops[i] = event(1, 1, STORE_EVENT_NOTE, 0);
        ops[i].event.id.bytes[1] = (uint8_t)(i >> 8);
        ops[i].event.id.bytes[2] = (uint8_t)i;
    }
    assert_true(store_apply(world->hub.store, ops, STORE_EVENTS_MAX + 1, NULL));
    assert_int_equal(ops[STORE_EVENTS_MAX - 1].result, STORE_DONE);
    assert_int_equal(ops[STORE_EVENTS_MAX].result, STORE_REFUSED);
    assert_int_equal(look(world, 0).events, STORE_EVENTS_MAX);
}

static void test_a_cursor_misses_nothing_and_repeats_only_what_changed(void **state)
{
    World *world = *state;
    apply(world, ingest(1, 1));
    apply(world, ingest(2, 1));
    int64_t cursor = look(world, 0).change;
    assert_int_equal(look(world, cursor).live, 0);
    apply(world, event(10, 1, STORE_EVENT_CLAIM, 0));
    Seen later = look(world, cursor);
    assert_int_equal(later.live, 1);
    assert_int_equal(later.rev, 1);
    assert_true(later.change > cursor);
    world_restart(world);
    apply(world, ingest(3, 1));
    assert_int_equal(look(world, later.change).live, 1);
}

static StoreOp retain(int64_t at)
{
    StoreOp op = {.kind = STORE_OP_RETAIN, .at = at};
    op.retain = (StoreRetain){.closed_before = at - 28 * DAY_S,
                              .received_before = at - 365 * DAY_S,
                              .signal_before = at - 730 * DAY_S,
                              .tombstone_before = at - 400 * DAY_S,
                              .rows_max = STORE_RETAIN_ROWS_MAX};
    return op;
}

static void test_retention_erases_closed_requests_and_keeps_open_ones(void **state)
{
    World *world = *state;
    apply(world, ingest(1, 1));
    apply(world, ingest(2, 1));
    apply(world, ingest(3, 2));
    apply(world, event(10, 1, STORE_EVENT_CLAIM, 0));
    apply(world, event(11, 1, STORE_EVENT_CLOSE, 1));
    apply(world, retain(WORLD_NOW_S + 28 * DAY_S));
    assert_int_equal(look(world, 0).live, 2);
    apply(world, retain(WORLD_NOW_S + 28 * DAY_S + 1));
    assert_int_equal(look(world, 0).live, 1);
    assert_int_equal(apply(world, ingest(1, 1)), STORE_GONE);
    apply(world, retain(WORLD_NOW_S + 366 * DAY_S));
    assert_int_equal(look(world, 0).live, 0);
    assert_int_equal(apply(world, ingest(3, 2)), STORE_SAME);
    apply(world, retain(WORLD_NOW_S + 731 * DAY_S));
    assert_int_equal(apply(world, ingest(3, 2)), STORE_GONE);
}

static void test_a_tombstone_outlives_retention_by_its_own_term(void **state)
{
    World *world = *state;
    StoreOp erase = event(0, 1, 0, 0);
    erase.kind = STORE_OP_ERASE;
    apply(world, ingest(1, 1));
    apply(world, erase);
    apply(world, retain(WORLD_NOW_S + 400 * DAY_S));
    assert_int_equal(apply(world, ingest(1, 1)), STORE_GONE);
    apply(world, retain(WORLD_NOW_S + 400 * DAY_S + 1));
    assert_int_equal(apply(world, ingest(1, 1)), STORE_DONE);
}

enum { RACES = 120 };

typedef struct Claimer {
    World *world;
    pthread_mutex_t *writer;
    uint8_t who;
    int won, lost;
} Claimer;

/* Two colleagues claim the same requests at once. Reads and judging race; the writer decides. */
static void *claim_all(void *context)
{
    Claimer *me = context;
    for (int i = 0; i < RACES; i++) {
        StoreOp op = event(me->who, (uint8_t)(i + 1), STORE_EVENT_CLAIM, 0);
        op.event.id.bytes[1] = (uint8_t)i;
        pthread_mutex_lock(me->writer);
        bool applied = store_apply(me->world->hub.store, &op, 1, NULL);
        pthread_mutex_unlock(me->writer);
        assert_true(applied);
        me->won += op.result == STORE_DONE;
        me->lost += op.result == STORE_CONFLICT;
        if (op.result == STORE_CONFLICT) {
            assert_int_not_equal(op.event.assignee.bytes[0], me->who);
        }
    }
    return NULL;
}

static void test_of_two_who_claim_at_once_exactly_one_wins(void **state)
{
    World *world = *state;
    pthread_mutex_t writer = PTHREAD_MUTEX_INITIALIZER;
    Claimer claimers[2] = {{world, &writer, 201, 0, 0}, {world, &writer, 202, 0, 0}};
    pthread_t threads[2];
    for (int i = 0; i < RACES; i++) {
        apply(world, ingest((uint8_t)(i + 1), 1));
    }
    for (int i = 0; i < 2; i++) {
        assert_int_equal(pthread_create(&threads[i], NULL, claim_all, &claimers[i]), 0);
    }
    for (int i = 0; i < 2; i++) {
        pthread_join(threads[i], NULL);
    }
    assert_int_equal(claimers[0].won + claimers[1].won, RACES);
    assert_int_equal(claimers[0].lost + claimers[1].lost, RACES);
}

int main(void)
{
#define WITH_WORLD(test) cmocka_unit_test_setup_teardown(test, open_world, close_world)
    const struct CMUnitTest tests[] = {
        WITH_WORLD(test_a_request_sent_twice_is_kept_once),
        WITH_WORLD(test_a_request_twice_in_one_batch_is_kept_once),
        WITH_WORLD(test_a_signal_makes_no_request),
        WITH_WORLD(test_what_was_erased_never_comes_back),
        WITH_WORLD(test_erasing_a_stale_revision_is_a_conflict),
        WITH_WORLD(test_every_event_in_every_state_does_what_the_protocol_says),
        WITH_WORLD(test_a_stale_revision_changes_nothing),
        WITH_WORLD(test_the_same_event_again_is_the_same_event),
        WITH_WORLD(test_a_request_holds_a_limited_number_of_events),
        WITH_WORLD(test_a_cursor_misses_nothing_and_repeats_only_what_changed),
        WITH_WORLD(test_retention_erases_closed_requests_and_keeps_open_ones),
        WITH_WORLD(test_a_tombstone_outlives_retention_by_its_own_term),
        WITH_WORLD(test_of_two_who_claim_at_once_exactly_one_wins),
    };
    return cmocka_run_group_tests_name("store requests", tests, NULL, NULL);
}
