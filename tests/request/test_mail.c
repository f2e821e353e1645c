/* test_mail.c - plausible and implausible addresses. */
#include "cmocka_first.h"

#include <string.h>

#include "mail.h"

typedef struct Row {
    const char *typed;
    MailResult result;
} Row;

static void test_every_address_gets_its_result(void **state)
{
    (void)state;
    static const Row rows[] = {
        {"ouder@example.nl", MAIL_OK},
        {"  ouder@example.nl ", MAIL_OK},
        {"f.ozdemir+school@mail.example.co.uk", MAIL_OK},
        {"o'brien_1@example-2.nl", MAIL_OK},
        {"a@b.nl", MAIL_OK},
        {"A.B@EXAMPLE.NL", MAIL_OK},
        {"x@xn--bcher-kva.example", MAIL_OK},
        {"", MAIL_EMPTY},
        {"   ", MAIL_EMPTY},
        {"ouder", MAIL_NO_AT},
        {"ouder.example.nl", MAIL_NO_AT},
        {"a@b@c.nl", MAIL_NO_AT},
        {"@example.nl", MAIL_NO_NAME},
        {".a@example.nl", MAIL_NO_NAME},
        {"a.@example.nl", MAIL_NO_NAME},
        {"a..b@example.nl", MAIL_NO_NAME},
        {"a@example", MAIL_NO_DOMAIN},
        {"a@", MAIL_NO_DOMAIN},
        {"a@.nl", MAIL_NO_DOMAIN},
        {"a@example.", MAIL_NO_DOMAIN},
        {"a@example..nl", MAIL_NO_DOMAIN},
        {"a@-example.nl", MAIL_NO_DOMAIN},
        {"a@exa_mple.nl", MAIL_NO_DOMAIN},
        {"a@192.168.0.1", MAIL_NO_DOMAIN},
        {"a@example.n", MAIL_NO_DOMAIN},
        {"a b@example.nl", MAIL_UNREADABLE},
        {"a@exam ple.nl", MAIL_UNREADABLE},
        {"a,b@example.nl", MAIL_UNREADABLE},
        {"<a@example.nl>", MAIL_UNREADABLE},
        {"ouder@ex\xC3\xA9mple.nl", MAIL_UNREADABLE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char out[MAIL_BYTES_MAX] = "x";
        MailResult result = mail_read(str_of(rows[i].typed), out);
        if (result != rows[i].result) {
            fail_msg("\"%s\": %d instead of %d", rows[i].typed, (int)result, (int)rows[i].result);
        }
        Str trimmed = str_trim(str_of(rows[i].typed));
        assert_true(str_equal(str_of(out), result == MAIL_OK ? trimmed : STR("")));
    }
}

static void test_an_address_of_254_bytes_fits_and_one_more_does_not(void **state)
{
    (void)state;
    char typed[MAIL_BYTES_MAX + 1], out[MAIL_BYTES_MAX];
    memset(typed, 'a', sizeof typed);
    memcpy(typed + 1, "@", 1);
    for (size_t i = 40; i < 250; i += 40) {
        typed[i] = '.';
    }
    memcpy(typed + MAIL_BYTES_MAX - 4, ".nl", 3);
    typed[MAIL_BYTES_MAX - 1] = '\0';
    assert_int_equal(mail_read(str_of(typed), out), MAIL_OK);
    assert_int_equal(strlen(out), 254);
    typed[MAIL_BYTES_MAX - 1] = 'l';
    typed[MAIL_BYTES_MAX] = '\0';
    assert_int_equal(mail_read(str_of(typed), out), MAIL_LONG);
    assert_string_equal(out, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_address_gets_its_result),
        cmocka_unit_test(test_an_address_of_254_bytes_fits_and_one_more_does_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
