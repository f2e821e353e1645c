/* test_sync_wire.c - bodies that all look alike from outside, and replies read strictly. */
#include "store_fixture.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "sync_wire.h"

static SyncReport report(void)
{
    return (SyncReport){.hw = "0011223344556677",
                        .boot = "00112233",
                        .clock_quality = "ok",
                        .alarms = {"disk.low"},
                        .alarm_count = 1};
}

static void fill(OutboxBatch *batch, int count)
{
    batch->count = count;
    for (int i = 0; i < count; i++) {
        OutboxItem *item = &batch->items[i];
        item->envelope = store_fixture_envelope((unsigned)i * 3, ENVELOPE_KIND_REQUEST);
        item->id = envelope_id(item->envelope.bytes, item->envelope.size);
        item->waited_s = i % 2 == 0 ? 60 : -1;
    }
}

static void test_a_heartbeat_and_a_request_have_the_same_length(void **state)
{
    (void)state;
    static OutboxBatch batch;
    static const struct {
        int items;
        size_t bytes;
    } rows[] = {{0, 8192}, {1, 8192}, {4, 8192}, {50, 9 * 8192}};
    SyncReport head = report();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        size_t size = 0;
        fill(&batch, rows[i].items);
        char *body = sync_wire_body(&head, &batch, &size, NULL);
        assert_non_null(body);
        assert_int_equal(size, rows[i].bytes);
        assert_int_equal(strlen(body), size);
        free(body);
    }
}

static void test_every_amount_of_padding_is_right(void **state)
{
    (void)state;
    static OutboxBatch batch;
    static char alarm[SYNC_WIRE_BLOCK_BYTES + 64];
    SyncReport head = report();
    head.alarms[0] = alarm;
    fill(&batch, 0);
    for (size_t length = SYNC_WIRE_BLOCK_BYTES - 400; length < SYNC_WIRE_BLOCK_BYTES; length++) {
        memset(alarm, 'a', length);
        alarm[length] = '\0';
        size_t size = 0;
        char *body = sync_wire_body(&head, &batch, &size, NULL);
        assert_int_equal(size % SYNC_WIRE_BLOCK_BYTES, 0);
        json_t *object = json_loadb(body, size, JSON_REJECT_DUPLICATES, NULL);
        assert_non_null(object);
        json_decref(object);
        free(body);
    }
}

static void test_a_body_holds_what_the_protocol_names(void **state)
{
    (void)state;
    static OutboxBatch batch;
    SyncReport head = report();
    size_t size = 0;
    head.waiting = 3;
    fill(&batch, 2);
    char *body = sync_wire_body(&head, &batch, &size, NULL);
    json_t *object = json_loadb(body, size, JSON_REJECT_DUPLICATES, NULL);
    static const char *const members[] = {"v",    "app",   "hw",      "boot",    "store", "keyring",
                                          "pack", "depth", "refused", "disk_mb", "up_s",  "clock",
                                          "cq",   "err",   "items",   "pad"};
    assert_int_equal(json_object_size(object), sizeof members / sizeof members[0]);
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++) {
        assert_non_null(json_object_get(object, members[i]));
    }
    assert_int_equal(json_integer_value(json_object_get(object, "depth")), 3);
    const json_t *items = json_object_get(object, "items");
    assert_int_equal(json_integer_value(json_object_get(json_array_get(items, 0), "w")), 60);
    /* A signal does not tell how long it waited. */
    assert_null(json_object_get(json_array_get(items, 1), "w"));
    json_decref(object);
    free(body);
}

#define ID0 "00112233445566778899aabbccddeeff"
#define HEAD "{\"v\":1,\"time\":\"2026-11-24T13:05:12Z\",\"store\":\"0011223344556677\","
#define TAIL "\"keyring\":13,\"pack\":null,\"next_s\":600}"

static void test_only_the_whole_reply_counts(void **state)
{
    (void)state;
    static const struct {
        const char *json;
        bool good;
    } rows[] = {
        {HEAD "\"ack\":[],\"refuse\":[]," TAIL, true},
        {HEAD "\"ack\":[\"" ID0 "\"],\"refuse\":[]," TAIL, true},
        {HEAD "\"ack\":[],\"refuse\":[{\"id\":\"" ID0 "\",\"reason\":\"magic\"}]," TAIL, true},
        {HEAD "\"ack\":[],\"refuse\":[],\"new\":1," TAIL, true}, /* a later version may say more */
        {HEAD "\"ack\":[\"11112233445566778899aabbccddeeff\"],\"refuse\":[]," TAIL, false},
        {HEAD "\"ack\":[\"00112233445566778899AABBCCDDEEFF\"],\"refuse\":[]," TAIL, false},
        {HEAD "\"ack\":[7],\"refuse\":[]," TAIL, false},
        {HEAD "\"ack\":{},\"refuse\":[]," TAIL, false},
        {HEAD "\"refuse\":[]," TAIL, false},
        {HEAD "\"ack\":[]," TAIL, false},
        {HEAD "\"ack\":[],\"refuse\":[{\"id\":\"" ID0 "\"}]," TAIL, false},
        {HEAD "\"ack\":[],\"refuse\":[],\"keyring\":-1,\"next_s\":600}", false},
        {HEAD "\"ack\":[],\"refuse\":[],\"keyring\":1}", false},
        {HEAD "\"ack\":[],\"refuse\":[],\"ack\":[]," TAIL, false},
        {"{\"v\":2,\"time\":\"2026-11-24T13:05:12Z\",\"store\":\"0011223344556677\",\"ack\":[],"
         "\"refuse\":[]," TAIL,
         false},
        {"{\"v\":1,\"time\":\"now\",\"store\":\"0011223344556677\",\"ack\":[],\"refuse\":[]," TAIL,
         false},
        {"{\"v\":1,\"time\":\"2026-11-24T13:05:12Z\",\"store\":\"\",\"ack\":[],\"refuse\":[]," TAIL,
         false},
        {"<html><body>Welkom op ons wifi-netwerk</body></html>", false},
        {"{\"success\":true}", false},
        {"", false},
        {HEAD "\"ack\":[\"" ID0 "\"],\"refuse\":[],", false},
    };
    static OutboxBatch sent;
    sent.count = 1;
    assert_true(envelope_id_parse(STR(ID0), &sent.items[0].id));
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        SyncReply reply;
        Err err = {0};
        bool good = sync_wire_read(str_of(rows[i].json), &sent, &reply, &err);
        if (good != rows[i].good) {
            fail_msg("row %zu: %s", i, rows[i].json);
        }
        assert_string_equal(err.code, good ? "" : "sync.reply");
        assert_true(good || reply.acknowledged_count == 0);
    }
}

static void test_times_are_read_and_written_in_one_form(void **state)
{
    (void)state;
    char text[SYNC_WIRE_TIME_BYTES];
    int64_t utc_s = 0;
    assert_true(sync_wire_parse_time(STR("2026-11-24T13:05:12Z"), &utc_s));
    assert_int_equal(utc_s, 1795525512);
    sync_wire_format_time(utc_s, text);
    assert_string_equal(text, "2026-11-24T13:05:12Z");
    static const char *const bad[] = {"2026-11-24T13:05:12",  "2026-11-24 13:05:12Z",
                                      "2026-11-31T13:05:12Z", "2026-11-24T24:05:12Z",
                                      "2026-11-24T13:05:12+", ""};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_false(sync_wire_parse_time(str_of(bad[i]), &utc_s));
    }
}

static void test_an_enrolment_string_is_read_strictly(void **state)
{
    (void)state;
#define CODE ".K7M4-4PXQ-9T2B-0RWZ-5HCD."
#define FP "cdfc330719038e89d6a237310c852952"
    static const struct {
        const char *text;
        bool good;
    } rows[] = {
        {"OKSP1.aHR0cHM6Ly9va3NwLmV4YW1wbGUubmw" CODE FP, true},
        {" OKSP1.aHR0cHM6Ly9va3NwLmV4YW1wbGUubmwv" CODE FP "\n", true}, /* slash at the end */
        {"OKSP2.aHR0cHM6Ly9va3NwLmV4YW1wbGUubmw" CODE FP, false},
        {"OKSP1.aHR0cHM6Ly9va3NwLmV4YW1wbGUubmw=" CODE FP, false},
        {"OKSP1.aHR0cHM6Ly9va3NwLmV4YW1wbGUubmw.." FP, false},
        {"OKSP1.." CODE FP, false},
        {"OKSP1.aHR0cHM6Ly9va3NwLmV4YW1wbGUubmw" CODE "cdfc", false},
        {"OKSP1.aHR0cHM6Ly9va3NwLmV4YW1wbGUubmw" CODE FP "00", false},
        {"OKSP1", false},
        {"", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        SyncEnrolString string;
        Err err = {0};
        bool good = sync_wire_read_enrol_string(str_of(rows[i].text), &string, &err);
        assert_int_equal(good, rows[i].good);
        assert_string_equal(err.code, good ? "" : "enrol.string");
        if (good) {
            assert_string_equal(string.url, "https://oksp.example.nl");
            assert_string_equal(string.code, "K7M4-4PXQ-9T2B-0RWZ-5HCD");
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_heartbeat_and_a_request_have_the_same_length),
        cmocka_unit_test(test_every_amount_of_padding_is_right),
        cmocka_unit_test(test_a_body_holds_what_the_protocol_names),
        cmocka_unit_test(test_only_the_whole_reply_counts),
        cmocka_unit_test(test_times_are_read_and_written_in_one_form),
        cmocka_unit_test(test_an_enrolment_string_is_read_strictly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
