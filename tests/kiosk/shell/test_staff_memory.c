/* test_staff_memory.c - what stays of a PIN in the memory of the running kiosk: neither its digits
 * nor anything that hashing it left on a stack. The test holds the digits and those remains only
 * masked, so that it does not find itself. */
#include "staff_place.h"

#include <limits.h>
#include <pthread.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "harden.h"
#include "own_memory.h"

/* ---- the digits ----------------------------------------------------------------------------- */

static bool is_pin_at(void *context, const unsigned char *at)
{
    const Place *place = context;

    for (int i = 0; i < STAFF_PLACE_DIGITS; i++) {
        if ((at[i] ^ STAFF_PLACE_MASK) != place->masked[i]) {
            return false;
        }
    }
    return true;
}

static long pins_in_memory(Place *place)
{
    return own_memory_count(&(OwnMemoryLook){is_pin_at, place, STAFF_PLACE_DIGITS, 1});
}

static void test_the_pin_is_nowhere_in_memory_after_it_was_judged(void **state)
{
    Place *place = *state;

    staff_place_begin(place);
    staff_place_pin(place);
    for (int i = 0; i < STAFF_PLACE_DIGITS; i++) {
        staff_place_act(place, ACT_STAFF_DIGIT, (place->masked[i] ^ STAFF_PLACE_MASK) - '0');
    }
    assert_true(pins_in_memory(place) > 0); /* the search finds what is there */
    staff_place_act(place, ACT_STAFF_ENTER, 0);
    staff_place_until(place, staff_place_is_judged);
    assert_int_equal(staff_place_screen(place), SCREEN_STAFF);
    assert_int_equal(pins_in_memory(place), 0);
    staff_place_act(place, ACT_STOP, 0);
    assert_int_equal(pins_in_memory(place), 0);
}

/* ---- what hashing leaves on a stack ---------------------------------------------------------- */

enum {
    SAMPLE_BYTES = 256 * 1024,
    WORDS_MAX = 1024,
    WORDS_LEAST = 64,
    SLOTS = 4096,
    HIGH_BITS = 48
};
static const uint64_t WORD_MASK = 0xa5c3965a3c69f00dU;

/* Words that were on the stack after hashing this PIN, each time in the same place; masked. */
typedef struct Remains {
    uint64_t slots[SLOTS]; /* 0 = free */
    bool known[SLOTS];     /* stands in the memory of a kiosk where nobody typed a PIN */
    int count;
    bool learning; /* matches are marked as known */
} Remains;

static uint64_t *slot_of(Remains *remains, uint64_t masked)
{
    uint64_t at = (masked ^ masked >> 31) % SLOTS;

    while (remains->slots[at] != 0 && remains->slots[at] != masked) {
        at = (at + 1) % SLOTS;
    }
    return &remains->slots[at];
}

static bool is_remains_at(void *context, const unsigned char *at)
{
    Remains *remains = context;
    uint64_t word = 0;

    memcpy(&word, at, sizeof word);
    uint64_t *slot = slot_of(remains, word ^ WORD_MASK);
    bool *known = &remains->known[slot - remains->slots];
    if (*slot == 0 || *known) {
        return false;
    }
    *known = remains->learning;
    return true;
}

static long remains_in_memory(Remains *remains)
{
    return own_memory_count(
        &(OwnMemoryLook){is_remains_at, remains, sizeof(uint64_t), sizeof(uint64_t)});
}

/* As the kiosk judges it (pincheck.c), without what comes after. */
static __attribute__((noinline)) void hash_once(const Place *place)
{
    char *pin = sodium_malloc(STAFF_PLACE_DIGITS + 1);

    assert_non_null(pin);
    for (int i = 0; i < STAFF_PLACE_DIGITS; i++) {
        pin[i] = (char)(place->masked[i] ^ STAFF_PLACE_MASK);
    }
    pin[STAFF_PLACE_DIGITS] = '\0';
    assert_int_equal(crypto_pwhash_str_verify(place->settings.pin_hash, pin, STAFF_PLACE_DIGITS),
                     0);
    sodium_free(pin);
}

static void *hash_in_thread(void *place)
{
    hash_once(place);
    return NULL;
}

/* A stack on which the PIN was hashed, and nothing else was done. */
static uint64_t *sample_make(Place *place)
{
    pthread_attr_t attributes;
    pthread_t thread;
    uint64_t *stack = aligned_alloc(SAMPLE_BYTES, SAMPLE_BYTES);

    assert_non_null(stack);
    memset(stack, 0, SAMPLE_BYTES);
    assert_int_equal(pthread_attr_init(&attributes), 0);
    assert_int_equal(pthread_attr_setstack(&attributes, stack, SAMPLE_BYTES), 0);
    assert_int_equal(pthread_create(&thread, &attributes, hash_in_thread, place), 0);
    assert_int_equal(pthread_join(thread, NULL), 0);
    (void)pthread_attr_destroy(&attributes);
    return stack;
}

static void sample_free(uint64_t *stack)
{
    sodium_memzero(stack, SAMPLE_BYTES);
    free(stack);
}

/* Equal on two stacks: no address, and nothing of chance. */
static void remains_learn(Remains *remains, Place *place)
{
    uint64_t *a = sample_make(place), *b = sample_make(place);

    for (size_t i = 0; i < SAMPLE_BYTES / sizeof *a && remains->count < WORDS_MAX; i++) {
        bool address = a[i] >> HIGH_BITS == 0 || ~a[i] >> HIGH_BITS == 0;
        uint64_t *slot = slot_of(remains, a[i] ^ WORD_MASK);
        if (a[i] == b[i] && !address && *slot == 0) {
            *slot = a[i] ^ WORD_MASK;
            remains->count++;
        }
    }
    sample_free(a);
    sample_free(b);
    harden_scrub_stack();
}

/* The words of this very stack while they were compared, and what is always there. */
static void remains_forget_known(Remains *remains)
{
    remains->learning = true;
    remains->count -= (int)remains_in_memory(remains);
    remains->learning = false;
}

static void test_what_hashing_a_pin_leaves_on_the_stack_is_gone_after_it_was_judged(void **state)
{
    static Remains remains;
    Place *place = *state;

    memset(&remains, 0, sizeof remains);
    staff_place_begin(place);
    staff_place_pin(place);
    remains_learn(&remains, place);
    remains_forget_known(&remains);
    assert_in_range(remains.count, WORDS_LEAST, WORDS_MAX);
    hash_once(place);
    assert_in_range(remains_in_memory(&remains), WORDS_LEAST, LONG_MAX); /* it finds what is left */
    harden_scrub_stack();
    assert_int_equal(remains_in_memory(&remains), 0);
    staff_place_hand_in(place, true);
    staff_place_until(place, staff_place_is_judged);
    assert_int_equal(staff_place_screen(place), SCREEN_STAFF);
    assert_int_equal(remains_in_memory(&remains), 0);
    print_message("%d words that hashing leaves, none of them after judging\n", remains.count);
}

int main(void)
{
#define STAFF_TEST(name) cmocka_unit_test_setup_teardown(name, staff_place_open, staff_place_close)
    const struct CMUnitTest tests[] = {
        STAFF_TEST(test_the_pin_is_nowhere_in_memory_after_it_was_judged),
        STAFF_TEST(test_what_hashing_a_pin_leaves_on_the_stack_is_gone_after_it_was_judged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
