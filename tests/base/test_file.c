/* test_file.c - whole files with a limit, replaced durably. */
#include "cmocka_first.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file.h"

static char folder[64];
static char path[96];

static int make_folder(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "%s", "/tmp/oksp-file-XXXXXX");
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/data", folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    unlink(path);
    return rmdir(folder);
}

static void test_what_is_written_is_read_back_with_its_mode(void **state)
{
    (void)state;
    Err err = {0};
    umask(0077);
    assert_true(file_write(path, STR("een\0twee"), 0640, &err));
    struct stat info;
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
    size_t size = 0;
    char *data = file_read(path, 8, &size, &err);
    assert_non_null(data);
    assert_int_equal(size, 8);
    assert_memory_equal(data, "een\0twee", 9);
    free(data);
}

static void test_writing_replaces_the_old_content_and_leaves_no_other_file(void **state)
{
    (void)state;
    Err err = {0};
    assert_true(file_write(path, STR("a long first content"), 0600, &err));
    assert_true(file_write(path, STR("b"), 0600, &err));
    size_t size = 0;
    char *data = file_read(path, 100, &size, &err);
    assert_string_equal(data, "b");
    free(data);
    char beside[128];
    snprintf(beside, sizeof beside, "%s.new", path);
    assert_int_not_equal(access(beside, F_OK), 0);
}

static void test_a_file_over_the_limit_is_an_error_with_its_code(void **state)
{
    (void)state;
    Err err = {0};
    assert_true(file_write(path, STR("12345"), 0600, &err));
    size_t size = 9;
    assert_null(file_read(path, 4, &size, &err));
    assert_string_equal(err.code, "file.too-large");
    assert_int_equal(size, 0);
}

static void test_a_missing_file_and_a_folder_are_errors(void **state)
{
    (void)state;
    Err err = {0};
    size_t size = 0;
    assert_null(file_read("/nonexistent/x", 10, &size, &err));
    assert_string_equal(err.code, "file.missing");
    err_clear(&err);
    assert_null(file_read(folder, 10, &size, &err));
    assert_string_equal(err.code, "file.read");
    err_clear(&err);
    assert_false(file_write("/nonexistent/x", STR("a"), 0600, &err));
    assert_string_equal(err.code, "file.write");
}

static void test_a_file_whose_size_is_not_known_is_read_too(void **state)
{
    (void)state;
    Err err = {0};
    size_t size = 0;
    char *data = file_read("/proc/self/status", 65536, &size, &err);
    assert_non_null(data);
    assert_true(size > 100);
    assert_int_equal(data[size], '\0');
    free(data);
    assert_null(file_read("/proc/self/status", 16, &size, &err));
    assert_string_equal(err.code, "file.too-large");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_written_is_read_back_with_its_mode),
        cmocka_unit_test(test_writing_replaces_the_old_content_and_leaves_no_other_file),
        cmocka_unit_test(test_a_file_over_the_limit_is_an_error_with_its_code),
        cmocka_unit_test(test_a_missing_file_and_a_folder_are_errors),
        cmocka_unit_test(test_a_file_whose_size_is_not_known_is_read_too),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
