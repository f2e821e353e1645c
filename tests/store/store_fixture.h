/* store_fixture.h - a store in a folder of its own under /tmp, and envelopes to put into it.
 * Owns the folder; each test makes and removes one. */
#ifndef OKSP_STORE_FIXTURE_H
#define OKSP_STORE_FIXTURE_H

#include "cmocka_first.h"

#include "db.h"
#include "envelope.h"
#include "outbox.h"

enum { FIXTURE_PATH_BYTES = 64 };

typedef struct Fixture {
    char folder[FIXTURE_PATH_BYTES];
    Db *db;
} Fixture;

/* cmocka setup and teardown: a Fixture with an open store in *state. */
int store_fixture_open(void **state);
int store_fixture_close(void **state);

/* Envelope number `number`: always the same bytes for the same number and kind, never opened. */
Envelope store_fixture_envelope(unsigned number, EnvelopeKind kind);
EnvelopeId store_fixture_id(unsigned number, EnvelopeKind kind);

/* Save request `number` at running second `run_s`; must succeed. */
void store_fixture_save(Fixture *fixture, unsigned number, int64_t run_s);

/* Is that id in the batch that would be sent at `run_s`? */
bool store_fixture_is_waiting(Fixture *fixture, unsigned number, int64_t run_s);

/* Run the shell command with %s replaced by the folder. */
void store_fixture_shell(const Fixture *fixture, const char *command);

/* Run SQL on the file with the sqlite3 library, from outside. */
void store_fixture_sql(const Fixture *fixture, const char *sql);

#endif
