/* test_request.c - what may be sent, and that nothing else travels along. */
#include "cmocka_first.h"

#include <stdlib.h>
#include <string.h>

#include "request.h"

static void set(char *field, size_t bytes, const char *text)
{
    assert_true(str_copy(str_of(text), field, bytes));
}
#define SET(field, text) set((field), sizeof(field), (text))

static Request parent(void)
{
    Request r = {.at = {{2026, 11, 24}, 14, 5},
                 .how = REQUEST_HOW_CALL,
                 .due = {2026, 11, 26},
                 .told = REQUEST_TOLD_DATE};
    SET(r.org, "9b1c6c1e5f1f4c0e");
    SET(r.place, "00112233445566778899aabbccddeeff");
    SET(r.lang, "nl");
    SET(r.phone, "0612345678");
    return r;
}

static Request child(void)
{
    Request r = parent();
    r.who = REQUEST_WHO_CHILD;
    r.how = REQUEST_HOW_VIA;
    r.phone[0] = '\0';
    SET(r.with, "mentor");
    SET(r.find, "Meester Ali, groep 7");
    return r;
}

static void test_whole_requests_pass(void **state)
{
    (void)state;
    Request p = parent(), c = child();
    assert_int_equal(request_check(&p), REQUEST_FAULT_NONE);
    assert_int_equal(request_check(&c), REQUEST_FAULT_NONE);
}

static void spoil_org(Request *r)
{
    r->org[3] = 'G';
}
static void spoil_place(Request *r)
{
    r->place[31] = '\0';
}
static void spoil_at(Request *r)
{
    r->at.hour = 24;
}
static void spoil_clock(Request *r)
{
    r->clock = REQUEST_CLOCK_NONE;
}
static void spoil_lang(Request *r)
{
    r->lang[0] = '\0';
}
static void spoil_topic(Request *r)
{
    r->topic_count = 1;
}
static void spoil_topic_count(Request *r)
{
    r->topic_count = REQUEST_TOPICS_MAX + 1;
}
static void spoil_how(Request *r)
{
    r->how = REQUEST_HOW_NONE;
}
static void spoil_via(Request *r)
{
    r->how = REQUEST_HOW_VIA;
}
static void spoil_phone(Request *r)
{
    SET(r->phone, "061234567");
}
static void spoil_no_phone(Request *r)
{
    r->phone[0] = '\0';
}
static void spoil_mail(Request *r)
{
    r->how = REQUEST_HOW_MAIL;
    r->phone[0] = '\0';
    SET(r->mail, "nobody");
}
static void spoil_moment(Request *r)
{
    r->moment_count = 1;
    r->moments[0] = (RequestMoment){{2026, 2, 30}, REQUEST_PART_AM};
}
static void spoil_due(Request *r)
{
    r->due.year = 0;
}
static void spoil_name(Request *r)
{
    SET(r->name, "Jan\x01");
}
static void spoil_utf8(Request *r)
{
    SET(r->note, "\xC3(");
}
static void spoil_mail_extra(Request *r)
{
    SET(r->mail, "a@example.nl");
}
static void spoil_child_extra(Request *r)
{
    SET(r->say, "Met Sanne.");
}
static void spoil_register(Request *r)
{
    r->child_register = REQUEST_REGISTER_YOUNG;
}
static void spoil_voicemail(Request *r)
{
    r->how = REQUEST_HOW_SMS;
    r->voicemail = REQUEST_ANSWER_YES;
}
static void spoil_latin(Request *r)
{
    SET(r->name_latin, "Jan");
}
static void spoil_end(Request *r)
{
    memset(r->phone, '1', sizeof r->phone);
}

static void test_each_rule_has_its_fault(void **state)
{
    (void)state;
    static const struct {
        void (*spoil)(Request *);
        RequestFault fault;
    } rows[] = {
        {spoil_org, REQUEST_FAULT_ORIGIN},        {spoil_place, REQUEST_FAULT_ORIGIN},
        {spoil_at, REQUEST_FAULT_ORIGIN},         {spoil_clock, REQUEST_FAULT_ORIGIN},
        {spoil_lang, REQUEST_FAULT_LANG},         {spoil_topic, REQUEST_FAULT_TOPIC},
        {spoil_topic_count, REQUEST_FAULT_TOPIC}, {spoil_how, REQUEST_FAULT_HOW},
        {spoil_via, REQUEST_FAULT_HOW},           {spoil_phone, REQUEST_FAULT_PHONE},
        {spoil_no_phone, REQUEST_FAULT_PHONE},    {spoil_mail, REQUEST_FAULT_MAIL},
        {spoil_moment, REQUEST_FAULT_MOMENT},     {spoil_due, REQUEST_FAULT_DUE},
        {spoil_name, REQUEST_FAULT_TEXT},         {spoil_utf8, REQUEST_FAULT_TEXT},
        {spoil_mail_extra, REQUEST_FAULT_EXTRA},  {spoil_child_extra, REQUEST_FAULT_EXTRA},
        {spoil_register, REQUEST_FAULT_EXTRA},    {spoil_voicemail, REQUEST_FAULT_EXTRA},
        {spoil_latin, REQUEST_FAULT_EXTRA},       {spoil_end, REQUEST_FAULT_TEXT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Request r = parent();
        rows[i].spoil(&r);
        RequestFault fault = request_check(&r);
        if (fault != rows[i].fault) {
            fail_msg("row %zu: fault %d instead of %d", i, (int)fault, (int)rows[i].fault);
        }
    }
}

static void test_a_child_without_a_way_to_be_reached_is_never_sent(void **state)
{
    (void)state;
    static const RequestHow never[] = {REQUEST_HOW_NONE, REQUEST_HOW_MAIL, REQUEST_HOW_SMS,
                                       REQUEST_HOW_APP};
    for (size_t i = 0; i < sizeof never / sizeof never[0]; i++) {
        Request r = child();
        r.how = never[i];
        assert_int_equal(request_check(&r), REQUEST_FAULT_HOW);
    }
    Request r = child();
    r.find[0] = '\0';
    assert_int_equal(request_check(&r), REQUEST_FAULT_FIND);
    r = child();
    r.with[0] = '\0';
    assert_int_equal(request_check(&r), REQUEST_FAULT_FIND);
    r = child();
    r.how = REQUEST_HOW_CALL;
    r.find[0] = '\0';
    assert_int_equal(request_check(&r), REQUEST_FAULT_PHONE);
}

static void fill_points(char *text, size_t points)
{
    for (size_t i = 0; i < points; i++) {
        memcpy(text + 4 * i, "\xF0\x9F\x98\x80", 4);
    }
    text[4 * points] = '\0';
}

static void test_three_hundred_characters_of_any_kind_fit_and_one_more_does_not(void **state)
{
    (void)state;
    Request r = parent();
    char json[REQUEST_JSON_BYTES_MAX];
    size_t size = 0;
    Err err = {0};
    fill_points(r.note, REQUEST_NOTE_POINTS_MAX);
    assert_int_equal(request_check(&r), REQUEST_FAULT_NONE);
    assert_true(request_to_json(&r, json, sizeof json, &size, &err));
    memset(r.note, 'x', REQUEST_NOTE_POINTS_MAX + 1);
    r.note[REQUEST_NOTE_POINTS_MAX + 1] = '\0';
    assert_int_equal(request_check(&r), REQUEST_FAULT_TEXT);
}

static void fill_everything(Request *r)
{
    *r = child();
    r->how = REQUEST_HOW_CALL;
    r->find[0] = '\0';
    SET(r->phone, "+123456789012345");
    r->voicemail = REQUEST_ANSWER_NO;
    r->answer = REQUEST_PICKUP_ALL;
    r->interpreter = REQUEST_ANSWER_YES;
    r->sector = REQUEST_SECTOR_NO_SCHOOL;
    r->child_register = REQUEST_REGISTER_READING;
    for (; r->moment_count < REQUEST_MOMENTS_MAX; r->moment_count++) {
        r->moments[r->moment_count] = (RequestMoment){{2026, 11, 25}, REQUEST_PART_EVE};
    }
    for (; r->topic_count < REQUEST_TOPICS_MAX; r->topic_count++) {
        memset(r->topics[r->topic_count], 'a', REQUEST_TOPIC_BYTES_MAX - 1);
    }
    memset(r->note, '"', REQUEST_NOTE_POINTS_MAX); /* doubles in JSON */
    memset(r->say, '\\', REQUEST_SAY_POINTS_MAX);
    fill_points(r->name, REQUEST_NAME_POINTS_MAX);
    memset(r->name_latin, 'x', REQUEST_NAME_LATIN_BYTES_MAX - 1);
}

static void test_the_longest_request_fits_an_envelope_and_comes_back_whole(void **state)
{
    (void)state;
    Request r, back;
    char json[REQUEST_JSON_BYTES_MAX];
    size_t size = 0;
    Err err = {0};
    fill_everything(&r);
    assert_true(request_to_json(&r, json, sizeof json, &size, &err));
    assert_true(size < 8176);
    assert_true(request_from_json((Str){json, size}, &back, &err));
    assert_string_equal(back.note, r.note);
    assert_string_equal(back.say, r.say);
    assert_string_equal(back.name, r.name);
    assert_int_equal(back.moment_count, REQUEST_MOMENTS_MAX);
    assert_int_equal(back.answer, REQUEST_PICKUP_ALL);
    assert_int_equal(back.child_register, REQUEST_REGISTER_READING);
}

static void test_what_was_not_asked_is_absent(void **state)
{
    (void)state;
    Request r = parent();
    char json[REQUEST_JSON_BYTES_MAX];
    size_t size = 0;
    Err err = {0};
    assert_true(request_to_json(&r, json, sizeof json, &size, &err));
    assert_string_equal(json, "{\"v\":1,\"org\":\"9b1c6c1e5f1f4c0e\","
                              "\"place\":\"00112233445566778899aabbccddeeff\","
                              "\"at\":\"2026-11-24T14:05\",\"q\":\"ok\",\"who\":\"parent\","
                              "\"lang\":\"nl\",\"how\":\"call\",\"phone\":\"0612345678\","
                              "\"due\":\"2026-11-26\",\"told\":\"date\"}");
}

static void test_a_request_against_the_rules_is_not_written(void **state)
{
    (void)state;
    Request r = parent();
    char json[REQUEST_JSON_BYTES_MAX] = "old";
    size_t size = 9;
    Err err = {0};
    r.how = REQUEST_HOW_NONE;
    assert_false(request_to_json(&r, json, sizeof json, &size, &err));
    assert_string_equal(err.code, "request.bad");
    assert_string_equal(json, "");
    assert_int_equal(size, 0);
    r = parent();
    err_clear(&err);
    assert_false(request_to_json(&r, json, 100, &size, &err));
    assert_string_equal(err.code, "request.memory");
    assert_int_equal(json[50], 0);
}

static void test_a_payload_is_read_strictly(void **state)
{
    (void)state;
#define HEAD                                                                                       \
    "\"org\":\"9b1c6c1e5f1f4c0e\",\"place\":\"00112233445566778899aabbccddeeff\","                 \
    "\"who\":\"parent\",\"lang\":\"nl\",\"how\":\"sms\",\"phone\":\"0612345678\""
    static const struct {
        const char *json;
        bool good;
    } rows[] = {
        {"{\"v\":1,\"q\":\"none\"," HEAD "}", true},
        {"{\"v\":1,\"q\":\"none\",\"when\":[\"any/am\",\"2026-11-25/any\",\"any\"]," HEAD "}",
         true},
        {"{\"v\":2,\"q\":\"none\"," HEAD "}", false},
        {"{\"v\":\"1\",\"q\":\"none\"," HEAD "}", false},
        {"{\"q\":\"none\"," HEAD "}", false},
        {"{\"v\":1," HEAD "}", false},
        {"{\"v\":1,\"q\":\"none\",\"new\":1," HEAD "}", false},
        {"{\"v\":1,\"q\":\"none\",\"lang\":\"nl\"," HEAD "}", false},
        {"{\"v\":1,\"q\":\"none\",\"note\":\"\"," HEAD "}", false},
        {"{\"v\":1,\"q\":\"none\",\"note\":7," HEAD "}", false},
        {"{\"v\":1,\"q\":\"none\",\"interp\":\"yes\"," HEAD "}", false},
        {"{\"v\":1,\"q\":\"none\",\"when\":[]," HEAD "}", false},
        {"{\"v\":1,\"q\":\"none\",\"when\":[\"any/any\"]," HEAD "}", false},
        {"{\"v\":1,\"q\":\"none\",\"when\":[\"monday\"]," HEAD "}", false},
        {"{\"v\":1,\"q\":\"none\",\"when\":\"any\"," HEAD "}", false},
        {"{\"v\":1,\"q\":\"ok\",\"at\":\"2026-11-24 14:05\"," HEAD "}", false},
        {"{\"v\":1,\"q\":\"ok\",\"at\":\"2026-11-24T14:5\"," HEAD "}", false},
        {"{\"v\":1,\"q\":\"none\",\"topic\":[\"a\\u0000b\"]," HEAD "}", false},
        {"{\"v\":1,\"q\":\"none\"," HEAD "} ", true},
        {"{\"v\":1,\"q\":\"none\"," HEAD "}x", false},
        {"[]", false},
        {"", false},
        {"null", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Request r;
        Err err = {0};
        bool good = request_from_json(str_of(rows[i].json), &r, &err);
        if (good != rows[i].good) {
            fail_msg("row %zu: %s", i, rows[i].json);
        }
        assert_string_equal(err.code, good ? "" : "request.json");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole_requests_pass),
        cmocka_unit_test(test_each_rule_has_its_fault),
        cmocka_unit_test(test_a_child_without_a_way_to_be_reached_is_never_sent),
        cmocka_unit_test(test_three_hundred_characters_of_any_kind_fit_and_one_more_does_not),
        cmocka_unit_test(test_the_longest_request_fits_an_envelope_and_comes_back_whole),
        cmocka_unit_test(test_what_was_not_asked_is_absent),
        cmocka_unit_test(test_a_request_against_the_rules_is_not_written),
        cmocka_unit_test(test_a_payload_is_read_strictly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
