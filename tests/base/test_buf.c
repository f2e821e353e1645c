/* test_buf.c - text built piece by piece. */
#include "cmocka_first.h"

#include "buf.h"

static void test_pieces_are_joined_and_terminated(void **state)
{
    (void)state;
    char memory[16];
    Buf buf = buf_init(memory, sizeof memory);
    buf_add(&buf, STR("een"));
    buf_add_char(&buf, '-');
    buf_format(&buf, "%d", 42);
    assert_string_equal(memory, "een-42");
    assert_int_equal(buf_str(&buf).size, 6);
    assert_false(buf.overflow);
}

static void test_a_full_buffer_keeps_a_whole_prefix_without_holes(void **state)
{
    (void)state;
    char memory[6];
    Buf buf = buf_init(memory, sizeof memory);
    buf_add(&buf, STR("abc"));
    buf_add(&buf, STR("def")); /* one too many */
    assert_true(buf.overflow);
    assert_string_equal(memory, "abc");
    buf_add(&buf, STR("g")); /* would fit, but then something is missing in between */
    buf_format(&buf, "h");
    assert_string_equal(memory, "abc");
}

static void test_a_number_that_does_not_fit_leaves_nothing_of_itself(void **state)
{
    (void)state;
    char memory[4];
    Buf buf = buf_init(memory, sizeof memory);
    buf_add(&buf, STR("a"));
    buf_format(&buf, "%d", 123);
    assert_true(buf.overflow);
    assert_string_equal(memory, "a");
}

static void test_exactly_full_is_not_an_overflow(void **state)
{
    (void)state;
    char memory[4];
    Buf buf = buf_init(memory, sizeof memory);
    buf_format(&buf, "%s", "abc");
    assert_false(buf.overflow);
    buf_add(&buf, STR(""));
    assert_false(buf.overflow);
    assert_string_equal(memory, "abc");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pieces_are_joined_and_terminated),
        cmocka_unit_test(test_a_full_buffer_keeps_a_whole_prefix_without_holes),
        cmocka_unit_test(test_a_number_that_does_not_fit_leaves_nothing_of_itself),
        cmocka_unit_test(test_exactly_full_is_not_an_overflow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
