/* store_fixture.c - folders and envelopes for the tests of the store. */
#include "store_fixture.h"

#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"

enum { COMMAND_BYTES_MAX = 512 };

int store_fixture_open(void **state)
{
    Fixture *fixture = calloc(1, sizeof *fixture);
    Err err = {0};
    assert_non_null(fixture);
    assert_true(sodium_init() >= 0);
    snprintf(fixture->folder, sizeof fixture->folder, "%s", "/tmp/oksp-store-XXXXXX");
    assert_non_null(mkdtemp(fixture->folder));
    fixture->db = db_open(fixture->folder, &err);
    if (fixture->db == NULL) {
        fail_msg("%s: %s", err.code, err.text);
    }
    *state = fixture;
    return 0;
}

int store_fixture_close(void **state)
{
    Fixture *fixture = *state;
    db_close(fixture->db);
    store_fixture_shell(fixture, "rm -rf %s");
    free(fixture);
    return 0;
}

Envelope store_fixture_envelope(unsigned number, EnvelopeKind kind)
{
    Envelope envelope = {.size = ENVELOPE_BYTES_MIN + ENVELOPE_BLOCK_BYTES * (size_t)(number % 3)};
    unsigned char seed[randombytes_SEEDBYTES] = {0};
    memcpy(seed, &number, sizeof number);
    seed[31] = (unsigned char)kind;
    randombytes_buf_deterministic(envelope.bytes, envelope.size, seed);
    memcpy(envelope.bytes, "OKE1", 4);
    envelope.bytes[4] = (unsigned char)kind;
    memset(envelope.bytes + 5, 0, 3);
    return envelope;
}

EnvelopeId store_fixture_id(unsigned number, EnvelopeKind kind)
{
    Envelope envelope = store_fixture_envelope(number, kind);
    return envelope_id(envelope.bytes, envelope.size);
}

void store_fixture_save(Fixture *fixture, unsigned number, int64_t run_s)
{
    Envelope envelope = store_fixture_envelope(number, ENVELOPE_KIND_REQUEST);
    OutboxNew item = {.envelope = &envelope, .run_s = run_s, .flood_max = OUTBOX_ROWS_MAX};
    Err err = {0};
    if (!outbox_save(fixture->db, &item, &err)) {
        fail_msg("%s: %s", err.code, err.text);
    }
}

bool store_fixture_is_waiting(Fixture *fixture, unsigned number, int64_t run_s)
{
    static OutboxBatch batch;
    EnvelopeId id = store_fixture_id(number, ENVELOPE_KIND_REQUEST);
    OutboxQuery query = {run_s, OUTBOX_BATCH_ITEMS_MAX};
    Err err = {0};
    assert_true(outbox_next_batch(fixture->db, &query, &batch, &err));
    for (int i = 0; i < batch.count; i++) {
        if (memcmp(batch.items[i].id.bytes, id.bytes, sizeof id.bytes) == 0) {
            return true;
        }
    }
    return false;
}

void store_fixture_shell(const Fixture *fixture, const char *command)
{
    char line[COMMAND_BYTES_MAX];
    const char *rest = command;
    Buf buf = buf_init(line, sizeof line);
    for (const char *here = strstr(rest, "%s"); here != NULL; here = strstr(rest, "%s")) {
        buf_add(&buf, (Str){rest, (size_t)(here - rest)});
        buf_add(&buf, str_of(fixture->folder));
        rest = here + 2;
    }
    buf_add(&buf, str_of(rest));
    assert_false(buf.overflow);
    assert_int_equal(system(line), 0);
}

void store_fixture_sql(const Fixture *fixture, const char *sql)
{
    char path[COMMAND_BYTES_MAX];
    sqlite3 *outside = NULL;
    snprintf(path, sizeof path, "%s/kiosk.db", fixture->folder);
    assert_int_equal(sqlite3_open(path, &outside), SQLITE_OK);
    assert_int_equal(sqlite3_exec(outside, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(outside);
}
