/* shown.c - see shown.h. */
#include "shown.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>
#include <sodium.h>

#include "signal.h"

enum { JOINED_MAX = 3, TEXT_BYTES = 4096, LOOK_MS = 5000, TRIES = 3 };

/* ---- cells ----------------------------------------------------------------------------------- */

static ShownColumn *column_of(ShownSide *side, const char *name)
{
    for (int i = 0; i < side->count; i++) {
        if (strcmp(side->columns[i].name, name) == 0) {
            return &side->columns[i];
        }
    }
    assert_true(side->count < SHOWN_COLUMNS_MAX);
    ShownColumn *column = &side->columns[side->count++];
    snprintf(column->name, sizeof column->name, "%s", name);
    return column;
}

static void cell_set(Shown *shown, ShownSide *side, const char *name, const char *text)
{
    ShownColumn *column = column_of(side, name);

    assert_null(column->cells[shown->rows]);
    column->cells[shown->rows] = strdup(text);
    assert_non_null(column->cells[shown->rows]);
}

void shown_open(Shown *shown)
{
    memset(shown, 0, sizeof *shown);
    crypto_box_keypair(shown->pair.public_key, shown->pair.secret_key);
}

static void side_close(ShownSide *side, int rows)
{
    for (int i = 0; i < side->count; i++) {
        for (int row = 0; row < rows; row++) {
            free(side->columns[i].cells[row]);
        }
    }
}

void shown_close(Shown *shown)
{
    side_close(&shown->nodes, shown->rows + 1);
    side_close(&shown->members, shown->rows + 1);
    memset(shown, 0, sizeof *shown);
}

/* ---- what the nodes show --------------------------------------------------------------------- */

/* A number is shown as it was typed and sealed in its stored form: the same number. */
static const char *normal(const char *label, char phone[PHONE_BYTES_MAX])
{
    return phone_read(str_of(label), phone) == PHONE_OK ? phone : label;
}

static const char *or_none(const char *text)
{
    return text == NULL ? "" : text;
}

/* Nodes without an id are counted from the last one that has one. */
static void nodes_add(Shown *shown, const Ui *ui)
{
    const char *last = "";
    int nameless = 0;

    for (int i = 0; i < ui->count; i++) {
        const UiBox *box = &ui_node(ui, i)->box;
        char name[SHOWN_NAME_BYTES], text[TEXT_BYTES], phone[PHONE_BYTES_MAX];
        bool has_id = box->id != NULL && box->id[0] != '\0';
        last = has_id ? box->id : last;
        nameless = has_id ? 0 : nameless + 1;
        snprintf(name, sizeof name, nameless == 0 ? "%s" : "%s+%d", last, nameless);
        snprintf(text, sizeof text, "%s|%s|%s|%s%s", normal(or_none(box->label), phone),
                 or_none(box->value), or_none(box->picture), or_none(box->icon),
                 (box->state & STATE_SELECTED) != 0 ? "|chosen" : "");
        cell_set(shown, &shown->nodes, name, text);
    }
}

/* ---- what is sealed -------------------------------------------------------------------------- */

static bool write_json(const AppVisitor *visitor, char *json, size_t *size)
{
    switch (visitor->post) {
    case APP_POST_REQUEST:
        return request_to_json(&visitor->request, json, REQUEST_JSON_BYTES_MAX, size, NULL);
    case APP_POST_STORY:
        return signal_story_to_json(&visitor->story, json, REQUEST_JSON_BYTES_MAX, size, NULL);
    case APP_POST_FIX:
        return signal_fix_to_json(&visitor->fault, json, REQUEST_JSON_BYTES_MAX, size, NULL);
    }
    return false;
}

/* As the shell seals it, and as a colleague opens it. */
static json_t *opened(const Shown *shown, const AppVisitor *visitor)
{
    static char json[REQUEST_JSON_BYTES_MAX], back[ENVELOPE_PAYLOAD_BYTES_MAX + 1];
    Envelope envelope;
    EnvelopeKey key;
    EnvelopeKind kind =
        visitor->post == APP_POST_REQUEST ? ENVELOPE_KIND_REQUEST : ENVELOPE_KIND_SIGNAL;
    size_t size = 0;

    memcpy(key.public_key, shown->pair.public_key, sizeof key.public_key);
    assert_true(write_json(visitor, json, &size));
    assert_true(envelope_seal(kind, (Str){json, size}, &key, &envelope, NULL));
    assert_int_equal(envelope_open(&envelope, &shown->pair, back, &size), ENVELOPE_FAULT_NONE);
    return json_loads(back, JSON_REJECT_DUPLICATES, NULL);
}

static void members_add(Shown *shown, json_t *payload)
{
    const char *name;
    json_t *value;

    assert_non_null(payload);
    json_object_foreach(payload, name, value)
    {
        char *text = json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT | JSON_SORT_KEYS);
        cell_set(shown, &shown->members, name, text);
        free(text);
    }
    json_decref(payload);
}

/* A look at the screen, then a tap; the clock stays as good as it was. */
static void tap(Stage *stage, const char *id)
{
    const UiNode *node = stage_node(stage, id);
    Msg tick = {.kind = MSG_TICK, .tick = stage->app->now};

    assert_true(node != NULL && ui_is_interactive(node));
    Msg act = {.kind = MSG_ACT, .act = {node->box.action.kind, node->box.action.arg}};
    tick.tick.run_ms += LOOK_MS;
    app_update(stage->app, stage->content, tick, &stage->effects);
    app_update(stage->app, stage->content, act, &stage->effects);
}

void shown_add(Shown *shown, Stage *stage, const char *send)
{
    assert_true(shown->rows + 1 < SHOWN_ROWS_MAX);
    app_view(stage->ui, stage->app, stage->content);
    nodes_add(shown, stage->ui);
    for (int i = 0; i < TRIES && stage->app->visitor.sending == APP_SENDING_NO; i++) {
        tap(stage, send);
    }
    if (stage_effects(stage, EFFECT_SAVE) != 1) {
        fail_msg("visit %d: %s asks for nothing to be saved", shown->rows, send);
    }
    members_add(shown, opened(shown, &stage->app->visitor));
    shown->languages[shown->rows] = stage->app->visitor.language;
    shown->rows++;
}

/* ---- both directions ------------------------------------------------------------------------- */

static bool same(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* The first two rows in which `told` differs although `teller` does not; false when there are none.
 * Rows are compared with the first that shows the same. */
static bool differs(const Shown *shown, const ShownColumn *teller, const ShownColumn *told,
                    int rows[2])
{
    for (int row = 1; row < shown->rows; row++) {
        int first = 0;
        while (!same(teller->cells[first], teller->cells[row])) {
            first++;
        }
        if (!same(told->cells[first], told->cells[row])) {
            rows[0] = first;
            rows[1] = row;
            return true;
        }
    }
    return false;
}

static int value_count(const Shown *shown, const ShownColumn *column)
{
    int count = 0;

    for (int row = 0; row < shown->rows; row++) {
        int first = 0;
        while (!same(column->cells[first], column->cells[row])) {
            first++;
        }
        count += first == row ? 1 : 0;
    }
    return count;
}

static const char *else_of(const ShownElse *elses, int count, const char *member)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(elses[i].member, member) == 0) {
            return elses[i].why;
        }
    }
    return NULL;
}

/* Rows whose member differs from that of the first row in which the node shows the same. */
static int conflict_count(const Shown *shown, const ShownColumn *node, const ShownColumn *member)
{
    int count = 0;

    for (int row = 1; row < shown->rows; row++) {
        int first = 0;
        while (!same(node->cells[first], node->cells[row])) {
            first++;
        }
        count += same(member->cells[first], member->cells[row]) ? 0 : 1;
    }
    return count;
}

/* No node tells the member: name the one that comes nearest, and two visits it cannot tell apart.
 */
static void member_fail(const Shown *shown, const ShownColumn *member)
{
    const ShownColumn *nearest = NULL;
    int least = shown->rows, rows[2] = {0, 0};

    for (int i = 0; i < shown->nodes.count; i++) {
        int count = conflict_count(shown, &shown->nodes.columns[i], member);
        if (nearest == NULL || count < least) {
            nearest = &shown->nodes.columns[i];
            least = count;
        }
    }
    (void)differs(shown, nearest, member, rows);
    fail_msg("the payload holds %s, and no node tells which: %s and %s both show '%s' in %s",
             member->name, or_none(member->cells[rows[0]]), or_none(member->cells[rows[1]]),
             or_none(nearest->cells[rows[0]]), nearest->name);
}

/* Up to three columns (NULL = none), and the language of the screen, read as one. */
static ShownColumn *joined(const Shown *shown, const ShownColumn *const columns[JOINED_MAX])
{
    static ShownColumn both;

    for (int row = 0; row < shown->rows; row++) {
        char text[JOINED_MAX * TEXT_BYTES];
        int used = snprintf(text, sizeof text, "%d", shown->languages[row]);
        for (int i = 0; i < JOINED_MAX && columns[i] != NULL; i++) {
            used += snprintf(text + used, sizeof text - (size_t)used, " %s",
                             or_none(columns[i]->cells[row]));
        }
        free(both.cells[row]);
        both.cells[row] = strdup(text);
    }
    return &both;
}

static void joined_free(const Shown *shown)
{
    ShownColumn *both = joined(shown, (const ShownColumn *[JOINED_MAX]){NULL});

    for (int row = 0; row < SHOWN_ROWS_MAX; row++) {
        free(both->cells[row]);
        both->cells[row] = NULL;
    }
}

static void member_print(const Shown *shown, const ShownColumn *member, const char *first,
                         const char *second)
{
    printf("  %-10s %3d values, shown by %s%s%s\n", member->name, value_count(shown, member), first,
           second[0] == '\0' ? "" : " and ", second);
}

/* "before Tuesday" stands in the row of the moments, or of the address: two nodes together. */
static bool is_shown_by_two(const Shown *shown, const ShownColumn *member)
{
    const ShownColumn *columns = shown->nodes.columns;
    int rows[2];

    for (int i = 0; i < shown->nodes.count; i++) {
        for (int j = 0; j < i; j++) {
            if (!differs(shown,
                         joined(shown, (const ShownColumn *[JOINED_MAX]){&columns[i], &columns[j]}),
                         member, rows)) {
                member_print(shown, member, columns[i].name, columns[j].name);
                return true;
            }
        }
    }
    return false;
}

static void member_compare(const Shown *shown, const ShownColumn *member)
{
    int rows[2];

    for (int i = 0; i < shown->nodes.count; i++) {
        if (!differs(shown, &shown->nodes.columns[i], member, rows)) {
            member_print(shown, member, shown->nodes.columns[i].name, "");
            return;
        }
    }
    if (!is_shown_by_two(shown, member)) {
        member_fail(shown, member);
    }
}

/* Is the node told by one member, or by two or three together ("before Tuesday" is how and due)? In
 * each language of the screen it has other words. */
static bool is_told(const Shown *shown, const ShownColumn *node, int rows[2])
{
    const ShownSide *members = &shown->members;
    const ShownColumn *all = members->columns;

    for (int size = 1; size <= JOINED_MAX; size++) {
        for (int i = 0; i < members->count; i++) {
            for (int j = size > 1 ? 0 : i; j <= (size > 1 ? i - 1 : i); j++) {
                for (int k = size > 2 ? 0 : j; k <= (size > 2 ? j - 1 : j); k++) {
                    const ShownColumn *told[JOINED_MAX] = {&all[i], &all[j], &all[k]};
                    if (!differs(shown, joined(shown, told), node, rows)) {
                        return true;
                    }
                }
            }
        }
    }
    return false;
}

static void nodes_compare(const Shown *shown)
{
    int rows[2] = {0, 0}, told = 0;

    for (int i = 0; i < shown->nodes.count; i++) {
        const ShownColumn *node = &shown->nodes.columns[i];
        if (!is_told(shown, node, rows)) {
            fail_msg("%s shows what no member holds: '%s' or '%s'", node->name,
                     or_none(node->cells[rows[0]]), or_none(node->cells[rows[1]]));
        }
        told += value_count(shown, node) > 1 ? 1 : 0;
    }
    joined_free(shown);
    printf("  %d visits; %d nodes, %d of them change, each with one to three members\n",
           shown->rows, shown->nodes.count, told);
}

static bool is_member(const Shown *shown, const char *name)
{
    for (int i = 0; i < shown->members.count; i++) {
        if (strcmp(shown->members.columns[i].name, name) == 0) {
            return true;
        }
    }
    return false;
}

void shown_compare(const Shown *shown, const ShownElse *elses, int else_count)
{
    for (int i = 0; i < else_count; i++) {
        if (!is_member(shown, elses[i].member)) {
            fail_msg("%s is named as not of the visitor, and is not sealed", elses[i].member);
        }
    }
    for (int i = 0; i < shown->members.count; i++) {
        const ShownColumn *member = &shown->members.columns[i];
        const char *why = else_of(elses, else_count, member->name);
        if (why == NULL) {
            member_compare(shown, member);
        } else {
            printf("  %-10s not of the visitor: %s\n", member->name, why);
        }
    }
    nodes_compare(shown);
}

void shown_literal(const Shown *shown, const char *name)
{
    int seen = 0;

    for (int i = 0; i < shown->members.count; i++) {
        const ShownColumn *member = &shown->members.columns[i];
        for (int row = 0; strcmp(member->name, name) == 0 && row < shown->rows; row++) {
            char words[TEXT_BYTES];
            bool found = member->cells[row] == NULL;
            snprintf(words, sizeof words, "%s", found ? "" : member->cells[row] + 1);
            words[found ? 0 : strlen(words) - 1] = '\0';
            for (int n = 0; n < shown->nodes.count && !found; n++) {
                const char *text = shown->nodes.columns[n].cells[row];
                found = text != NULL && strstr(text, words) != NULL;
            }
            if (!found) {
                fail_msg("%s is sealed as '%s' and stands nowhere on the screen", name, words);
            }
            seen += member->cells[row] != NULL ? 1 : 0;
        }
    }
    assert_true(seen > 0);
    printf("  %-10s word for word, %d times\n", name, seen);
}
