/* test_store.c - the store as a file: store id, audit chain, full, damaged, backed up. */
#include <sqlite3.h>
#include <stdio.h>
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

static StoreOp heartbeat(int64_t at, const char *fresh)
{
    StoreOp op = {.kind = STORE_OP_HEARTBEAT, .at = at};
    op.heartbeat = (StoreHeartbeat){.fresh = fresh, .gap_max_s = 90};
    return op;
}

static void expect_store_id(World *world, const char *want)
{
    char id[STORE_META_BYTES_MAX + 1];
    assert_true(store_meta(world->hub.store, "store_id", id, NULL));
    assert_string_equal(id, want);
}

static void test_a_gap_in_the_heartbeat_makes_a_new_store_id(void **state)
{
    World *world = *state;
    expect_store_id(world, "00112233aabbccdd");
    apply(world, heartbeat(WORLD_NOW_S + 90, "1111111111111111"));
    expect_store_id(world, "00112233aabbccdd");
    apply(world, heartbeat(WORLD_NOW_S + 181, "2222222222222222"));
    expect_store_id(world, "2222222222222222");
    /* From the future: the clock, or the disk, went back. */
    apply(world, heartbeat(WORLD_NOW_S, "3333333333333333"));
    expect_store_id(world, "3333333333333333");
}

static StoreOp noted(const char *action)
{
    StoreOp op = {.kind = STORE_OP_NOTHING, .at = WORLD_NOW_S, .audit = {.action = action}};
    return op;
}

/* Change the file behind the program's back; the store is closed afterwards. */
static void edit_file(World *world, const char *sql)
{
    sqlite3 *db = NULL;
    store_close(world->hub.store);
    world->hub.store = NULL;
    assert_int_equal(sqlite3_open(world->database, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void tamper(World *world, const char *sql)
{
    StoreOptions options = {world->database, false, 0};
    edit_file(world, sql);
    world->hub.store = store_open(&options, NULL);
    assert_non_null(world->hub.store);
}

static void test_a_changed_audit_row_is_found_by_its_number(void **state)
{
    World *world = *state;
    int64_t broken = 0, rows = 0;
    for (int i = 0; i < 4; i++) {
        apply(world, noted("test.action"));
    }
    assert_true(store_audit_check(world->hub.store, &broken, &rows));
    assert_int_equal(broken, 0);
    assert_int_equal(rows, 5);
    tamper(world, "UPDATE audit SET subject = 'x' WHERE seq = 3");
    assert_true(store_audit_check(world->hub.store, &broken, &rows));
    assert_int_equal(broken, 3);
    tamper(world, "DELETE FROM audit WHERE seq = 3");
    assert_true(store_audit_check(world->hub.store, &broken, &rows));
    assert_int_equal(broken, 4);
}

static void test_an_operation_that_was_refused_leaves_no_audit_row(void **state)
{
    World *world = *state;
    int64_t broken = 0, before = 0, after = 0;
    StoreOp op = event(10, 77, STORE_EVENT_CLAIM, 0);
    op.audit.action = "request.claim";
    store_audit_check(world->hub.store, &broken, &before);
    assert_int_equal(apply(world, op), STORE_MISSING);
    store_audit_check(world->hub.store, &broken, &after);
    assert_int_equal(after, before);
}

static void test_a_full_disk_writes_nothing_and_the_store_stays_whole(void **state)
{
    World *world = *state;
    world->db_pages_max = 60;
    world_restart(world);
    Err err = {0};
    size_t kept = 0;
    StoreOp op = ingest(0, 1);
    for (int i = 1; i < 1000 && err.code[0] == '\0'; i++) {
        op.ingest.id.bytes[0] = (uint8_t)i;
        op.ingest.id.bytes[1] = (uint8_t)(i >> 8);
        kept += store_apply(world->hub.store, &op, 1, &err);
    }
    assert_string_equal(err.code, "store.full");
    assert_true(kept > 5);
    assert_int_equal(look(world, 0).live, kept);
    StoreOp both[2] = {event(9, 1, STORE_EVENT_NOTE, 0), op};
    assert_false(store_apply(world->hub.store, both, 2, NULL));
    assert_int_equal(look(world, 0).events, 0);
    /* Room again: the same bytes go in. */
    world->db_pages_max = 0;
    world_restart(world);
    assert_int_equal(apply(world, op), STORE_DONE);
    assert_int_equal(look(world, 0).live, kept + 1);
}

static void test_a_damaged_or_newer_database_is_refused_with_a_reason(void **state)
{
    World *world = *state;
    Err err = {0};
    StoreOptions options = {world->database, false, 0};
    edit_file(world, "UPDATE migration SET version = 99");
    world->hub.store = store_open(&options, &err);
    assert_null(world->hub.store);
    assert_string_equal(err.code, "store.schema");
    FILE *file = fopen(world->database, "r+b");
    assert_non_null(file);
    for (int i = 0; i < 4096; i++) {
        fputc(0x5a, file);
    }
    fclose(file);
    err_clear(&err);
    world->hub.store = store_open(&options, &err);
    assert_null(world->hub.store);
    assert_true(strcmp(err.code, "store.corrupt") == 0 || strcmp(err.code, "store.open") == 0);
}

static void test_a_missing_database_says_so(void **state)
{
    (void)state;
    Err err = {0};
    StoreOptions options = {"/nonexistent/hub.db", false, 0};
    assert_null(store_open(&options, &err));
    assert_string_equal(err.code, "store.missing");
}

static void test_a_backup_holds_everything_and_replaces_nothing(void **state)
{
    World *world = *state;
    char path[WORLD_PATH_BYTES + 8];
    Err err = {0};
    apply(world, ingest(1, 1));
    snprintf(path, sizeof path, "%s/copy", world->folder);
    assert_true(store_backup(world->hub.store, path, &err));
    assert_false(store_backup(world->hub.store, path, &err));
    StoreOptions options = {path, false, 0};
    Store *copy = store_open(&options, NULL);
    assert_non_null(copy);
    assert_int_equal(store_change_head(copy), store_change_head(world->hub.store));
    store_close(copy);
}

int main(void)
{
#define WITH_WORLD(test) cmocka_unit_test_setup_teardown(test, open_world, close_world)
    const struct CMUnitTest tests[] = {
        WITH_WORLD(test_a_gap_in_the_heartbeat_makes_a_new_store_id),
        WITH_WORLD(test_a_changed_audit_row_is_found_by_its_number),
        WITH_WORLD(test_an_operation_that_was_refused_leaves_no_audit_row),
        WITH_WORLD(test_a_full_disk_writes_nothing_and_the_store_stays_whole),
        WITH_WORLD(test_a_damaged_or_newer_database_is_refused_with_a_reason),
        cmocka_unit_test(test_a_missing_database_says_so),
        WITH_WORLD(test_a_backup_holds_everything_and_replaces_nothing),
    };
    return cmocka_run_group_tests_name("store", tests, NULL, NULL);
}
