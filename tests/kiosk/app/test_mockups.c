/* test_mockups.c - each screen beside its mock-up: every box of the drawing has a node within 8 u,
 * and every node that can be pressed has a box. What differs stands, with its reason, in
 * tests/mockups/deviations.csv; a row there that nothing needs fails too. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "mockup_states.h"
#include "ui_dump.h"

enum { NEAR_U = 8, ROWS_MAX = 512, FIELD_BYTES_MAX = 192, LINE_BYTES_MAX = 512 };

/* screen,what,which,reason: what is the kind of box in the drawing, or "node" for a node of ours;
 * which is the beginning of its words or its id, "*" for every one of that kind. */
typedef struct Row {
    char screen[FIELD_BYTES_MAX], what[FIELD_BYTES_MAX], which[FIELD_BYTES_MAX];
    bool used;
} Row;

static Row rows[ROWS_MAX];
static int row_count;
static int faults;

static void read_rows(void)
{
    FILE *file = fopen(OKSP_SOURCE_DIR "/tests/mockups/deviations.csv", "r");
    char line[LINE_BYTES_MAX];

    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));
    while (fgets(line, sizeof line, file) != NULL && row_count < ROWS_MAX) {
        Str rest = str_of(line);
        Row *row = &rows[row_count++];
        assert_true(str_copy(str_cut(&rest, ','), row->screen, sizeof row->screen));
        assert_true(str_copy(str_cut(&rest, ','), row->what, sizeof row->what));
        assert_true(str_copy(str_cut(&rest, ','), row->which, sizeof row->which));
        assert_true(str_trim(rest).size > 10); /* a reason */
    }
    fclose(file);
}

static bool is_listed(const char *screen, const char *what, const char *which)
{
    for (int i = 0; i < row_count; i++) {
        bool all = strcmp(rows[i].which, "*") == 0;
        if (strcmp(rows[i].screen, screen) == 0 && strcmp(rows[i].what, what) == 0 &&
            (all || str_starts_with(str_of(which), str_of(rows[i].which)))) {
            rows[i].used = true;
            return true;
        }
    }
    return false;
}

static int number(const json_t *item, const char *name)
{
    return (int)json_number_value(json_object_get(item, name));
}

static UiRect box_of(const json_t *item)
{
    return (UiRect){number(item, "x"), number(item, "y"), number(item, "w"), number(item, "h")};
}

static int apart(UiRect a, UiRect b)
{
    int most = abs(a.x - b.x);

    most = abs(a.y - b.y) > most ? abs(a.y - b.y) : most;
    most = abs(a.w - b.w) > most ? abs(a.w - b.w) : most;
    return abs(a.h - b.h) > most ? abs(a.h - b.h) : most;
}

/* Kinds of boxes that are laid out; words inside them (fs, text) are not compared. */
static bool is_compared(const char *kind)
{
    static const char *const kinds[] = {
        "rd",   "h1",   "h2",    "ac", "card", "btn", "chip", "bi",     "bar2", "key", "field",
        "door", "rowl", "panel", "kt", "kgo",  "say", "blob", "bubble", "tag",  "kb",  "stage"};

    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (strcmp(kinds[i], kind) == 0) {
            return true;
        }
    }
    return false;
}

static int nearest_node(const Ui *ui, UiRect box)
{
    int best = 1 << 20;

    for (int i = 0; i < ui->count; i++) {
        int distance = apart(ui_node(ui, i)->rect, box);
        best = distance < best ? distance : best;
    }
    return best;
}

static void compare_boxes(const char *name, const Ui *ui, const json_t *items)
{
    size_t index;
    json_t *item;

    json_array_foreach(items, index, item)
    {
        const char *kind = json_string_value(json_object_get(item, "t"));
        const char *words = json_string_value(json_object_get(item, "s"));
        int distance = is_compared(kind) ? nearest_node(ui, box_of(item)) : 0;
        if (distance > NEAR_U && !is_listed(name, kind, words)) {
            print_error("%s,%s,%s: %d u away\n", name, kind, words, distance);
            faults++;
        }
    }
}

static bool has_box(UiRect rect, const json_t *items)
{
    size_t index;
    json_t *item;

    json_array_foreach(items, index, item)
    {
        if (apart(rect, box_of(item)) <= NEAR_U) {
            return true;
        }
    }
    return false;
}

static void compare_nodes(const char *name, const Ui *ui, const json_t *items)
{
    for (int i = 0; i < ui->count; i++) {
        const UiNode *node = ui_node(ui, i);
        if (ui_is_target(node) && !has_box(node->rect, items) &&
            !is_listed(name, "node", node->box.id)) {
            print_error("%s,node,%s: no such box in the drawing\n", name, node->box.id);
            faults++;
        }
    }
}

/* The drawings show a region with four ways to be reached and three desks. */
static void as_drawn(Stage *stage)
{
    Region *region = (Region *)content_region(stage->content);

    region->channels |= 1U << CHANNEL_SMS;
    region->sectors[2] = (Sector){.id = STR("mbo"), .phone = STR("")};
    region->sector_count = 3;
}

static void compare(const MockupState *state)
{
    char path[LINE_BYTES_MAX];
    json_error_t error;
    json_t *drawing;
    Stage stage;

    snprintf(path, sizeof path, OKSP_SOURCE_DIR "/tests/mockups/boxes/%s.json", state->name);
    drawing = json_load_file(path, 0, &error);
    assert_non_null(drawing);
    stage_open(&stage, STAGE_PORTRAIT);
    as_drawn(&stage);
    state->go(&stage);
    compare_boxes(state->name, stage.ui, json_object_get(drawing, "items"));
    compare_nodes(state->name, stage.ui, json_object_get(drawing, "items"));
    stage_close(&stage);
    json_decref(drawing);
}

static void test_every_box_of_the_drawings_has_its_node(void **state)
{
    (void)state;
    read_rows();
    for (int i = 0; i < MOCKUP_STATE_COUNT; i++) {
        compare(&MOCKUP_STATES[i]);
    }
    for (int i = 0; i < row_count; i++) {
        if (!rows[i].used) {
            print_error("deviations.csv: nothing needs %s,%s,%s\n", rows[i].screen, rows[i].what,
                        rows[i].which);
            faults++;
        }
    }
    assert_int_equal(faults, 0);
}

static void test_a_moved_box_is_found(void **state)
{
    UiRect drawn = {24, 236, 509, 257};
    UiRect moved = {24, 245, 509, 257};

    (void)state;
    assert_true(apart(drawn, drawn) <= NEAR_U);
    assert_true(apart(drawn, moved) > NEAR_U);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_box_of_the_drawings_has_its_node),
        cmocka_unit_test(test_a_moved_box_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
