/* test_locked.c - the pool is locked, reused, and wiped; jansson leaves nothing behind in it. */
#include "cmocka_first.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "locked.h"
#include "request.h"

#if defined(__SANITIZE_ADDRESS__) /* gcc */
#define WITH_ADDRESS_SANITIZER
#elif defined(__has_feature) /* clang */
#if __has_feature(address_sanitizer)
#define WITH_ADDRESS_SANITIZER
#endif
#endif

static unsigned char *pool_first; /* start of the first block: the pool never moves */

static void test_blocks_do_not_overlap_and_come_back(void **state)
{
    (void)state;
    enum { COUNT = 200 };
    unsigned char *blocks[COUNT];
    size_t before = locked_used();
    for (size_t i = 0; i < COUNT; i++) {
        size_t bytes = 1 + i * 7;
        blocks[i] = locked_alloc(bytes);
        assert_non_null(blocks[i]);
        assert_int_equal((uintptr_t)blocks[i] % 16, 0);
        memset(blocks[i], (int)i, bytes);
    }
    for (size_t i = 0; i < COUNT; i++) {
        assert_int_equal(blocks[i][0], (unsigned char)i);
        assert_int_equal(blocks[i][i * 7], (unsigned char)i);
    }
    for (size_t i = 0; i < COUNT; i += 2) {
        locked_free(blocks[i]);
    }
    for (size_t i = 1; i < COUNT; i += 2) {
        locked_free(blocks[i]);
    }
    assert_int_equal(locked_used(), before);
    locked_free(NULL);
}

static void test_the_whole_pool_can_be_had_again_after_it_was_in_pieces(void **state)
{
    (void)state;
    void *most = locked_alloc(LOCKED_POOL_BYTES - 64);
    assert_non_null(most);
    assert_null(locked_alloc(1024));
    locked_free(most);
    assert_null(locked_alloc(LOCKED_POOL_BYTES + 1));
}

static void test_a_freed_block_is_wiped(void **state)
{
    (void)state;
    unsigned char *block = locked_alloc(100);
    memset(block, 0xAB, 100);
    pool_first = block;
    locked_free(block);
    for (size_t i = 0; i < 100; i++) {
        assert_int_equal(block[i], 0); /* the pool stays mapped */
    }
}

/* What the kernel says of the mapping that holds `address`. */
typedef struct Mapping {
    long locked_kb;
    bool is_kept_out_of_core;
} Mapping;

static Mapping mapping_of(const void *address)
{
    Mapping mapping = {0};
    FILE *maps = fopen("/proc/self/smaps", "r");
    char line[512];
    bool inside = false;
    assert_non_null(maps);
    while (fgets(line, sizeof line, maps) != NULL) {
        unsigned long from = 0, to = 0;
        if (sscanf(line, "%lx-%lx ", &from, &to) == 2) {
            inside = (unsigned long)address >= from && (unsigned long)address < to;
        } else if (inside && strncmp(line, "Locked:", 7) == 0) {
            mapping.locked_kb = strtol(line + 7, NULL, 10);
        } else if (inside && strncmp(line, "VmFlags:", 8) == 0) {
            mapping.is_kept_out_of_core = strstr(line, " dd ") != NULL;
        }
    }
    fclose(maps);
    return mapping;
}

static void test_the_pool_is_locked_and_kept_out_of_core_dumps(void **state)
{
    (void)state;
    void *block = locked_alloc(16);
    Mapping mapping = mapping_of(block);
    assert_true(mapping.is_kept_out_of_core);
#ifndef WITH_ADDRESS_SANITIZER
    /* The address sanitizer turns mlock into nothing; the release build is where it counts. */
    assert_true(mapping.locked_kb > 0);
#endif
    locked_free(block);
}

static void fill(Request *request)
{
    *request = (Request){.clock = REQUEST_CLOCK_NONE, .how = REQUEST_HOW_CALL};
    assert_true(str_copy(STR("9b1c6c1e5f1f4c0e"), request->org, sizeof request->org));
    assert_true(
        str_copy(STR("00112233445566778899aabbccddeeff"), request->place, sizeof request->place));
    assert_true(str_copy(STR("nl"), request->lang, sizeof request->lang));
    assert_true(str_copy(STR("0698765432"), request->phone, sizeof request->phone));
    assert_true(str_copy(STR("Kanarie-in-de-mijn"), request->name, sizeof request->name));
}

static void test_jansson_works_in_the_pool_and_leaves_no_word_there(void **state)
{
    (void)state;
    static const char canary[] = "Kanarie-in-de-mijn";
    Err err = {0};
    Request request, again;
    char json[REQUEST_JSON_BYTES_MAX];
    size_t size = 0;
    assert_true(locked_json(&err));
    size_t before = locked_used();
    fill(&request);
    assert_true(request_to_json(&request, json, sizeof json, &size, &err));
    assert_non_null(strstr(json, canary));
    assert_true(request_from_json((Str){json, size}, &again, &err));
    assert_string_equal(again.name, canary);
    assert_int_equal(locked_used(), before);
    assert_non_null(pool_first);
    assert_null(memmem(pool_first, LOCKED_POOL_BYTES - 64, canary, sizeof canary - 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_freed_block_is_wiped),
        cmocka_unit_test(test_blocks_do_not_overlap_and_come_back),
        cmocka_unit_test(test_the_whole_pool_can_be_had_again_after_it_was_in_pieces),
        cmocka_unit_test(test_the_pool_is_locked_and_kept_out_of_core_dumps),
        cmocka_unit_test(test_jansson_works_in_the_pool_and_leaves_no_word_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
