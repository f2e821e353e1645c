/* sync_rows.c - puts sealed rows into a kiosk's store for the tests of oksp-sync, through the
 * production save: sync_rows FOLDER FIRST COUNT [signal]. Prints their ids, one a line. */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "runclock.h"
#include "store_fixture.h"

static bool save(Db *db, unsigned number, EnvelopeKind kind)
{
    Envelope envelope = store_fixture_envelope(number, kind);
    EnvelopeId id = envelope_id(envelope.bytes, envelope.size);
    OutboxNew item = {.envelope = &envelope, .flood_max = OUTBOX_ROWS_MAX};
    RunBoot boot;
    Err err = {0};
    char text[ENVELOPE_ID_TEXT_BYTES];
    if (!runclock_boot(&boot, &err) || !runclock_read(db, &boot, &item.run_s, &err) ||
        !outbox_save(db, &item, &err)) {
        fprintf(stderr, "%s %s\n", err.code, err.text);
        return false;
    }
    envelope_id_format(&id, text);
    return puts(text) >= 0;
}

int main(int count, char **values)
{
    int64_t first = 0, rows = 0;
    Err err = {0};
    if (count < 4 || !str_to_int(str_of(values[2]), 0, 1000000, &first) ||
        !str_to_int(str_of(values[3]), 0, OUTBOX_ROWS_MAX, &rows) || sodium_init() < 0) {
        return 2;
    }
    Db *db = db_open(values[1], &err);
    bool good = db != NULL;
    for (int64_t i = 0; i < rows && good; i++) {
        good = save(db, (unsigned)(first + i),
                    count > 4 ? ENVELOPE_KIND_SIGNAL : ENVELOPE_KIND_REQUEST);
    }
    db_close(db);
    return good ? 0 : 1;
}
