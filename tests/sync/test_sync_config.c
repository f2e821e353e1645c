/* test_sync_config.c - settings, with file and line when they are wrong; which hubs are allowed. */
#include "store_fixture.h"

#include <stdio.h>
#include <string.h>

#include "file.h"
#include "sync_config.h"
#include "sync_http.h"

static bool read_text(Fixture *fixture, const char *text, SyncConfig *config, Err *err)
{
    char path[96];
    snprintf(path, sizeof path, "%s/sync.ini", fixture->folder);
    assert_true(file_write(path, str_of(text), 0600, NULL));
    return sync_config_read(path, config, err);
}

static void test_settings_are_read_and_have_defaults(void **state)
{
    Fixture *fixture = *state;
    SyncConfig config;
    Err err = {0};
    assert_true(read_text(fixture, "", &config, &err));
    assert_string_equal(config.data_dir, "/var/lib/oksp/kiosk");
    assert_int_equal(config.cadence_s, 0);
    assert_string_equal(config.proxy, "");
    assert_true(read_text(fixture,
                          "; demo\n[sync]\ndata_dir = /x\ncadence_s = 5\nca_file = /ca.pem\n"
                          "proxy = http://p:1\n",
                          &config, &err));
    assert_string_equal(config.data_dir, "/x");
    assert_int_equal(config.cadence_s, 5);
    assert_string_equal(config.ca_file, "/ca.pem");
    assert_string_equal(config.proxy, "http://p:1");
}

static void test_a_wrong_setting_is_named_with_its_line(void **state)
{
    Fixture *fixture = *state;
    static const struct {
        const char *text, *code;
        int line;
    } rows[] = {
        {"[sync]\ncadence = 5\n", "config.unknown", 2},
        {"[kiosk]\ndata_dir = /x\n", "config.unknown", 2},
        {"[sync]\n\ncadence_s = soon\n", "config.value", 3},
        {"[sync]\ncadence_s = 0\n", "config.value", 2},
        {"[sync]\ncadence_s = 3601\n", "config.value", 2},
        {"[sync]\ndata_dir =\n", "config.value", 2},
        {"[sync]\ndata_dir /x\n", "config.syntax", 2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        SyncConfig config;
        Err err = {0};
        assert_false(read_text(fixture, rows[i].text, &config, &err));
        assert_string_equal(err.code, rows[i].code);
        assert_int_equal(err.line, rows[i].line);
        assert_non_null(strstr(err.file, "sync.ini"));
    }
}

static void test_a_missing_file_says_so(void **state)
{
    (void)state;
    SyncConfig config;
    Err err = {0};
    assert_false(sync_config_read("/nonexistent/sync.ini", &config, &err));
    assert_string_equal(err.code, "file.missing");
}

static void test_only_https_and_this_machine_are_allowed(void **state)
{
    (void)state;
    static const struct {
        const char *url;
        bool good;
    } rows[] = {
        {"https://oksp.example.nl", true},
        {"https://oksp.example.nl:8443/leiden", true},
        {"http://127.0.0.1:8080", true},
        {"http://127.0.0.1", true},
        {"http://oksp.example.nl", false},
        {"http://localhost:8080", false},
        {"http://127.0.0.2", false},
        {"http://127.0.0.1.example.nl", false},
        {"http://127.0.0.1@example.nl", false},
        {"https://user:secret@oksp.example.nl", false},
        {"https://oksp.example.nl/?a=b", false},
        {"https://oksp.example.nl/#a", false},
        {"ftp://oksp.example.nl", false},
        {"file:///etc/passwd", false},
        {"oksp.example.nl", false},
        {"", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Err err = {0};
        if (sync_http_is_allowed(rows[i].url, &err) != rows[i].good) {
            fail_msg("%s", rows[i].url);
        }
        assert_string_equal(err.code, rows[i].good ? "" : "sync.url");
    }
}

#define STORE_TEST(name)                                                                           \
    cmocka_unit_test_setup_teardown(name, store_fixture_open, store_fixture_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(test_settings_are_read_and_have_defaults),
        STORE_TEST(test_a_wrong_setting_is_named_with_its_line),
        STORE_TEST(test_a_missing_file_says_so),
        STORE_TEST(test_only_https_and_this_machine_are_allowed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
