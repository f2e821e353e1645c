/* test_settings.c - kiosk.ini: what is read, and that every mistake names its line. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "settings.h"

/* Read `text` as a file. */
static bool settings_of(const char *text, Settings *settings, Err *err)
{
    char path[] = "oksp-settings-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, text, strlen(text)), (ssize_t)strlen(text));
    close(file);
    settings_default(settings);
    bool read = settings_read(path, settings, err);
    unlink(path);
    return read;
}

static void test_a_whole_file_is_read(void **state)
{
    (void)state;
    Settings settings;
    Err err = {0};
    assert_true(settings_of("; a kiosk\n[kiosk]\ndata_dir = /srv/k\npack=/srv/p.okp\n"
                            "[panel]\nwidth_px = 1080\nheight_px = 1920\ndiagonal_inch = 32\n"
                            "mount_bottom_mm = 595\n[place]\nstaffed = yes\nat_school = no\n",
                            &settings, &err));
    assert_string_equal(settings.data_dir, "/srv/k");
    assert_string_equal(settings.pack, "/srv/p.okp");
    assert_int_equal(settings.mount_bottom_mm, 595);
    assert_true(settings.staffed && !settings.at_school);
    assert_true(fabs(settings.px_per_mm - hypot(1080, 1920) / (32 * 25.4)) < 1e-9);
}

static void test_a_measured_scale_beats_the_diagonal(void **state)
{
    (void)state;
    Settings settings;
    assert_true(settings_of("[panel]\nwidth_px=1080\nheight_px=1920\npx_per_mm = 2.5\n"
                            "diagonal_inch = 32\n",
                            &settings, NULL));
    assert_true(fabs(settings.px_per_mm - 2.5) < 1e-9);
}

static void test_every_mistake_names_its_line(void **state)
{
    (void)state;
    const struct {
        const char *text, *code;
        int line;
    } rows[] = {
        {"[kiosk]\ndata_dir = /a\nnonsense\n", "settings.line", 3},
        {"[kiosk]\ncolour = red\n", "settings.name", 2},
        {"[panel]\nstaffed = yes\n", "settings.name", 2},
        {"[place]\n\nstaffed = maybe\n", "settings.value", 3},
        {"[panel]\nwidth_px = 100\n", "settings.value", 2},
        {"[panel]\nwidth_px = 1080px\n", "settings.value", 2},
        {"[panel]\npx_per_mm = 0\n", "settings.value", 2},
        {"[panel]\npx_per_mm = nan\n", "settings.value", 2},
        {"[panel]\nmount_bottom_mm = -1\n", "settings.value", 2},
        {"[staff]\npin_hash = 1234\n", "settings.value", 2},
        {"[kiosk]\npack =\n", "settings.value", 2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Settings settings;
        Err err = {0};
        assert_false(settings_of(rows[i].text, &settings, &err));
        assert_string_equal(err.code, rows[i].code);
        assert_int_equal(err.line, rows[i].line);
    }
}

static void test_a_file_that_is_not_there_is_named(void **state)
{
    (void)state;
    Settings settings;
    Err err = {0};
    settings_default(&settings);
    assert_false(settings_read("no/such/kiosk.ini", &settings, &err));
    assert_string_equal(err.code, "settings.missing");
    assert_string_equal(err.file, "no/such/kiosk.ini");
}

static void test_the_example_of_the_package_is_a_good_file(void **state)
{
    (void)state;
    Settings settings;
    Err err = {0};
    settings_default(&settings);
    assert_true(settings_read("deploy/kiosk/kiosk.ini", &settings, &err));
    assert_int_equal(settings.height_px, 1920);
}

static void test_without_a_file_the_source_tree_is_found(void **state)
{
    (void)state;
    Settings settings;
    settings_default(&settings);
    assert_string_equal(settings.data_dir, "/var/lib/oksp/kiosk");
    assert_false(settings.allow_dumps);
    if (strncmp(OKSP_BINARY_DIR, OKSP_SOURCE_DIR, strlen(OKSP_SOURCE_DIR)) == 0)
        assert_string_equal(settings.asset_dir, OKSP_SOURCE_DIR "/assets");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_whole_file_is_read),
        cmocka_unit_test(test_a_measured_scale_beats_the_diagonal),
        cmocka_unit_test(test_every_mistake_names_its_line),
        cmocka_unit_test(test_a_file_that_is_not_there_is_named),
        cmocka_unit_test(test_the_example_of_the_package_is_a_good_file),
        cmocka_unit_test(test_without_a_file_the_source_tree_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
