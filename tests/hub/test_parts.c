/* test_parts.c - the pure parts: policy and due date, retention, codes, versions, settings file. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sodium.h>

#include "cmocka_first.h"
#include "code.h"
#include "hub_config.h"
#include "policy.h"
#include "rates.h"
#include "retention.h"
#include "version.h"

enum { DAY_S = 86400, HOUR_S = 3600 };

static int64_t utc(const char *date, int hour)
{
    Date day;
    assert_true(when_parse(str_of(date), &day));
    return when_days(day) * DAY_S + hour * HOUR_S;
}

static void test_a_request_is_due_at_five_on_the_second_working_day(void **state)
{
    static const struct {
        const char *from;
        int from_hour; /* UTC */
        const char *due;
        int due_hour; /* UTC: 16 in winter, 15 in summer */
    } rows[] = {
        {"2026-11-24", 10, "2026-11-26", 16}, /* Tuesday */
        {"2026-11-26", 10, "2026-11-30", 16}, /* Thursday, over the weekend */
        {"2026-11-28", 10, "2026-12-01", 16}, /* Saturday */
        {"2026-11-24", 23, "2026-11-27", 16}, /* already Wednesday in Leiden */
        {"2026-12-23", 10, "2026-12-28", 16}, /* 24 is open, 25 and 26 are Christmas */
        {"2026-07-01", 10, "2026-07-03", 15}, /* summer time */
        {"2026-03-27", 10, "2026-03-31", 15}, /* the clocks change in between */
    };
    (void)state;
    Policy policy = policy_default();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(policy_due(&policy, utc(rows[i].from, rows[i].from_hour)),
                         utc(rows[i].due, rows[i].due_hour));
    }
}

static void test_a_policy_is_kept_as_it_was_given(void **state)
{
    static const char given[] = "{\"retention_days\":60,\"promise_days\":3,\"next_s\":30,"
                                "\"weekdays\":[1,2,4],\"closures\":[{\"from\":\"2026-12-24\","
                                "\"to\":\"2026-12-31\"}]}";
    (void)state;
    Policy policy = policy_parse(given);
    json_t *json = policy_json(&policy);
    char *text = json_dumps(json, JSON_COMPACT);
    Policy again = policy_parse(text);
    assert_int_equal(policy.retention_days, 60);
    assert_int_equal(again.calendar.weekdays, 0x0b);
    assert_int_equal(again.calendar.closure_count, 1);
    assert_int_equal(again.promise_days, 3);
    assert_int_equal(again.next_s, 30);
    free(text);
    json_decref(json);
    assert_int_equal(policy_parse("").retention_days, 28);
    assert_int_equal(policy_parse("{\"retention_days\":91}").retention_days, 28);
}

static void test_retention_is_never_longer_than_ninety_days(void **state)
{
    (void)state;
    Policy policy = policy_default();
    StoreRetain plan = retention_plan(&policy, utc("2026-11-24", 0));
    assert_int_equal(plan.closed_before, utc("2026-10-27", 0));
    assert_int_equal(plan.received_before, utc("2025-11-24", 0));
    assert_int_equal(plan.tombstone_before, utc("2025-10-20", 0));
    policy.retention_days = 5000;
    plan = retention_plan(&policy, utc("2026-11-24", 0));
    assert_int_equal(plan.closed_before, utc("2026-08-26", 0));
    policy.retention_days = 0;
    plan = retention_plan(&policy, utc("2026-11-24", 0));
    assert_int_equal(plan.closed_before, utc("2026-08-26", 0));
}

static void test_a_code_reads_back_as_itself_and_no_other(void **state)
{
    (void)state;
    for (int i = 0; i < 200; i++) {
        char text[CODE_TEXT_BYTES];
        StoreHash made, read, other;
        code_make(text, &made);
        assert_int_equal(strlen(text), CODE_TEXT_BYTES - 1);
        assert_true(code_read(str_of(text), &read));
        assert_memory_equal(&made, &read, sizeof made);
        text[0] = text[0] == '2' ? '3' : '2';
        assert_true(code_read(str_of(text), &other));
        assert_memory_not_equal(&made, &other, sizeof made);
    }
    StoreHash none;
    assert_false(code_read(STR(""), &none));
    assert_false(code_read(STR("0000-0000-0000-0000-000"), &none));
    assert_false(code_read(STR("0000-0000-0000-0000-00000"), &none));
    assert_false(code_read(STR("0000-0000-0000-0000-000U"), &none));
}

static void test_versions_are_compared_by_number(void **state)
{
    (void)state;
    assert_true(version_is_older(STR("1.9.0"), STR("1.10.0")));
    assert_true(version_is_older(STR("0.9.9"), STR("1.0.0")));
    assert_false(version_is_older(STR("1.0.0"), STR("1.0.0")));
    assert_false(version_is_older(STR("2.0.0"), STR("1.9.9")));
    static const char *const bad[] = {"", "1", "1.0", "1.0.0.0", "1.0.x", "-1.0.0", "1..0", "1.0."};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_false(version_is_valid(str_of(bad[i])));
    }
}

static bool read_config(const char *text, HubConfig *out, Err *err)
{
    char path[] = "/tmp/oksp-conf-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), strlen(text));
    close(fd);
    bool read = hub_config_read(path, out, err);
    unlink(path);
    return read;
}

static void test_a_settings_file_is_read(void **state)
{
    HubConfig config;
    (void)state;
    assert_true(read_config("[hub]\nlisten = 127.0.0.1:9000\ndata_dir = /srv/oksp\n"
                            "inbox_dir = /usr/share/oksp/inbox ; a note\ncadence_s = 5\n"
                            "app_min = 1.2.3\n",
                            &config, NULL));
    assert_int_equal(config.port, 9000);
    assert_string_equal(config.database, "/srv/oksp/hub.db");
    assert_string_equal(config.inbox_dir, "/usr/share/oksp/inbox");
    assert_int_equal(config.cadence_s, 5);
    assert_string_equal(config.app_min, "1.2.3");
    assert_true(read_config("[hub]\nlisten = unix:/run/oksp/hub.sock\ndatabase = /d/x.db\n",
                            &config, NULL));
    assert_int_equal(config.listen, HUB_LISTEN_UNIX);
    assert_string_equal(config.socket_path, "/run/oksp/hub.sock");
    assert_string_equal(config.database, "/d/x.db");
}

static void test_a_wrong_setting_is_named_with_its_line(void **state)
{
    static const struct {
        const char *text, *code;
        int line;
    } rows[] = {
        {"[hub]\nlisten = 0.0.0.0:80\n", "config.value", 2},
        {"[hub]\nlisten = 127.0.0.1:99999\n", "config.value", 2},
        {"[hub]\nlisten = unix:\n", "config.value", 2},
        {"[hub]\n\ncolour = blue\n", "config.unknown", 3},
        {"[hup]\nlisten = 127.0.0.1:80\n", "config.unknown", 2},
        {"[hub]\ncadence_s = 4\n", "config.value", 2},
        {"[hub]\napp_min = 1.2\n", "config.value", 2},
        {"[hub]\njust words\n", "config.syntax", 2},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        HubConfig config;
        Err err = {0};
        assert_false(read_config(rows[i].text, &config, &err));
        assert_string_equal(err.code, rows[i].code);
        assert_int_equal(err.line, rows[i].line);
    }
    HubConfig config;
    assert_false(hub_config_read("/nonexistent.ini", &config, NULL));
}

static void test_other_callers_do_not_end_the_back_off_of_one(void **state)
{
    Rates *rates = rates_new();
    char who[16];
    (void)state;
    for (int i = 0; i < 6; i++) {
        rates_failed(rates, STR("victim@example.nl"), 1000);
    }
    assert_int_equal(rates_wait(rates, STR("victim@example.nl"), 1000), 32);
    for (int i = 0; i < 2000; i++) {
        snprintf(who, sizeof who, "%d", i);
        assert_int_equal(rates_take(rates, RATES_SOURCE, str_of(who), 1000), 0);
    }
    assert_int_equal(rates_wait(rates, STR("victim@example.nl"), 1000), 32);
    rates_free(rates);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_request_is_due_at_five_on_the_second_working_day),
        cmocka_unit_test(test_a_policy_is_kept_as_it_was_given),
        cmocka_unit_test(test_retention_is_never_longer_than_ninety_days),
        cmocka_unit_test(test_a_code_reads_back_as_itself_and_no_other),
        cmocka_unit_test(test_versions_are_compared_by_number),
        cmocka_unit_test(test_a_settings_file_is_read),
        cmocka_unit_test(test_a_wrong_setting_is_named_with_its_line),
        cmocka_unit_test(test_other_callers_do_not_end_the_back_off_of_one),
    };
    return sodium_init() < 0 ? 1 : cmocka_run_group_tests_name("parts", tests, NULL, NULL);
}
