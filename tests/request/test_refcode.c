/* test_refcode.c - the code finds every wrong digit and every swap of neighbours. */
#include "cmocka_first.h"

#include <stdio.h>
#include <string.h>

#include "refcode.h"

static EnvelopeId id_of(unsigned seed)
{
    EnvelopeId id;
    for (size_t i = 0; i < sizeof id.bytes; i++) {
        seed = seed * 1103515245u + 12345u;
        id.bytes[i] = (unsigned char)(seed >> 16);
    }
    return id;
}

static void test_every_wrong_digit_and_every_swap_is_found(void **state)
{
    (void)state;
    for (unsigned seed = 0; seed < 500; seed++) {
        EnvelopeId id = id_of(seed);
        char code[REFCODE_BYTES];
        refcode_of(&id, code);
        assert_true(refcode_is_valid(str_of(code)));
        for (size_t i = 0; i < 8; i++) {
            char wrong[REFCODE_BYTES];
            for (char digit = '0'; digit <= '9'; digit++) {
                memcpy(wrong, code, sizeof wrong);
                wrong[i] = digit;
                assert_int_equal(refcode_is_valid(str_of(wrong)), digit == code[i]);
            }
            if (i < 7 && code[i] != code[i + 1]) {
                memcpy(wrong, code, sizeof wrong);
                wrong[i] = code[i + 1];
                wrong[i + 1] = code[i];
                assert_false(refcode_is_valid(str_of(wrong)));
            }
        }
    }
}

static void test_spaces_do_not_matter_and_other_signs_do(void **state)
{
    (void)state;
    assert_true(refcode_is_valid(STR("2083 7595")));
    assert_true(refcode_is_valid(STR("20837595")));
    assert_true(refcode_is_valid(STR(" 20 83 75 95 ")));
    assert_false(refcode_is_valid(STR("2083-7595")));
    assert_false(refcode_is_valid(STR("2083759")));
    assert_false(refcode_is_valid(STR("208375950")));
    assert_false(refcode_is_valid(STR("")));
}

static void test_the_example_of_the_design(void **state)
{
    (void)state;
    EnvelopeId id;
    char code[REFCODE_BYTES], shown[REFCODE_SHOWN_BYTES];
    assert_true(envelope_id_parse(STR("8132cdfd3a9de8af5c48db5e633a293d"), &id));
    refcode_of(&id, code);
    refcode_show(code, shown);
    assert_string_equal(shown, "2083 7595");
}

static void test_the_order_of_the_pictures_is_frozen(void **state)
{
    (void)state;
    static const char *const order[REFCODE_PICTURE_KINDS] = {
        "appel",   "auto",    "bal",  "beker", "bloem", "boom",    "fiets", "huis",
        "paraplu", "sleutel", "ster", "stoel", "vis",   "vlinder", "wolk",  "zon"};
    for (unsigned i = 0; i < REFCODE_PICTURE_KINDS; i++) {
        assert_string_equal(refcode_picture(i), order[i]);
    }
    EnvelopeId id = {.bytes = {[8] = 0x0F, [9] = 0xA1}};
    unsigned char pictures[REFCODE_PICTURES];
    refcode_pictures(&id, pictures);
    static const unsigned char expected[REFCODE_PICTURES] = {0, 15, 10, 1};
    assert_memory_equal(pictures, expected, sizeof expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_wrong_digit_and_every_swap_is_found),
        cmocka_unit_test(test_spaces_do_not_matter_and_other_signs_do),
        cmocka_unit_test(test_the_example_of_the_design),
        cmocka_unit_test(test_the_order_of_the_pictures_is_frozen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
