/* test_ui_dump.c - JSON lines, without what a visitor typed. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>
#include <jansson.h>

#include "fake.h"
#include "tile.h"
#include "ui_dump.h"

static Ui ui;

typedef struct Text {
    char data[65536];
    size_t size;
} Text;

static bool collect(void *context, const char *text, size_t size)
{
    Text *out = context;
    if (out->size + size + 1 > sizeof out->data)
        return false;
    memcpy(out->data + out->size, text, size);
    out->size += size;
    out->data[out->size] = '\0';
    return true;
}

static void test_a_dump_is_json_lines_and_veils_what_is_private(void **state)
{
    (void)state;
    static Text text;
    text = (Text){0};
    build_tile(&ui);
    assert_true(ui_dump(&ui, false, collect, &text));
    assert_null(strstr(text.data, "0612"));
    assert_non_null(strstr(text.data, "\u2022\u2022\u2022"));
    text = (Text){0};
    assert_true(ui_dump(&ui, true, collect, &text));
    assert_non_null(strstr(text.data, "0612"));
    const char *at = text.data;
    int lines = 0;
    for (; *at; lines++) {
        const char *end = strchr(at, '\n');
        json_t *line = json_loadb(at, (size_t)(end - at), 0, NULL);
        assert_non_null(line);
        if (lines > 0)
            assert_int_equal(json_array_size(json_object_get(line, "rect")), 4);
        json_decref(line);
        at = end + 1;
    }
    assert_int_equal(lines, ui.count + 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_dump_is_json_lines_and_veils_what_is_private),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
