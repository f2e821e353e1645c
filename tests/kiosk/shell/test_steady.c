/* test_steady.c - in a frame in which nothing new appears our own code asks the heap for nothing:
 * no leak can grow there, and nothing can be slow one day because memory is scattered. Counted by
 * the address sanitizer, which sees every allocation; those of ICU, which copies a calendar for
 * each date it words and frees it at once, are told apart by who called, and printed. */
#include <dlfcn.h>
#include <execinfo.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <SDL.h>
#include <cmocka.h>

#include "kiosk.h"
#include "script.h"

#if !defined(__SANITIZE_ADDRESS__)
#error "this test counts with the address sanitizer: build the debug preset"
#endif

extern int __sanitizer_install_malloc_and_free_hooks(void (*allocated)(const volatile void *,
                                                                       size_t),
                                                     void (*freed)(const volatile void *));

enum {
    PANEL_W = 540,
    PANEL_H = 960,
    WARM_ROUNDS = 3,
    ROUNDS = 20,
    FRAMES = 16,
    HOOK_FRAMES = 2,
    REMOVE_FDS = 8
};

/* Only the thread that draws: the disk thread may do as it likes. */
static _Thread_local bool counting;
static _Thread_local int of_ours, of_libraries;

static bool is_in(const void *frame, const char *library)
{
    Dl_info place = {0};
    return dladdr(frame, &place) != 0 && strstr(place.dli_fname, library) != NULL;
}

/* Did a library ask, and not we? Above our own hook stands the sanitizer, and above it who asked.
 */
static bool is_of_library(void *const *frames, int count)
{
    int i = HOOK_FRAMES;
    while (i < count && (is_in(frames[i], "libasan.") || is_in(frames[i], "libc.")))
        i++;
    return i < count && is_in(frames[i], ".so");
}

static void on_allocated(const volatile void *memory, size_t bytes)
{
    void *frames[FRAMES];
    (void)memory;
    (void)bytes;
    if (!counting)
        return;
    counting = false;
    if (is_of_library(frames, backtrace(frames, FRAMES)))
        of_libraries++;
    else
        of_ours++;
    counting = true;
}

static void on_freed(const volatile void *memory)
{
    (void)memory;
}

static void no_bell(void *context)
{
    (void)context;
}

typedef struct Place {
    char folder[64];
    Settings settings;
    Kiosk *kiosk;
} Place;

static int open_kiosk(void **state)
{
    static Place place;
    Err err = {0};
    KioskSetup setup = {
        .settings = &place.settings, .width_px = PANEL_W, .height_px = PANEL_H, .bell = no_bell};
    (void)snprintf(place.folder, sizeof place.folder, "/tmp/oksp-steady-XXXXXX");
    if (mkdtemp(place.folder) == NULL)
        return 1;
    settings_default(&place.settings);
    (void)str_copy(str_of(place.folder), place.settings.data_dir, SETTINGS_PATH_BYTES_MAX);
    (void)str_copy(STR("assets"), place.settings.asset_dir, SETTINGS_PATH_BYTES_MAX);
    (void)str_copy(STR(OKSP_BINARY_DIR "/share/oksp.okp"), place.settings.pack,
                   SETTINGS_PATH_BYTES_MAX);
    place.settings.px_per_mm = 1.35;
    place.settings.mount_bottom_mm = 595;
    place.kiosk = kiosk_open(&setup, &err);
    *state = &place;
    return place.kiosk == NULL;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *at)
{
    (void)info;
    (void)kind;
    (void)at;
    return remove(path);
}

static int close_kiosk(void **state)
{
    Place *place = *state;
    kiosk_close(place->kiosk);
    (void)nftw(place->folder, remove_one, REMOVE_FDS, FTW_DEPTH | FTW_PHYS);
    return 0;
}

static void frame(Kiosk *kiosk, Msg msg)
{
    UiRect dirty[UI_DIRTY_MAX];
    kiosk_send(kiosk, msg);
    (void)kiosk_show(kiosk, dirty);
}

/* The focus ring walks over the screen and back: pixels change, words and pictures do not. */
static void walk(Kiosk *kiosk)
{
    Msg first = {.kind = MSG_FOCUS}, none = {.kind = MSG_FOCUS};
    for (int i = 0; i < kiosk->ui->count; i++) {
        if (kiosk->ui->nodes[i].box.action.kind == 0)
            continue;
        (void)str_copy(str_of(kiosk->ui->nodes[i].box.id), first.id, sizeof first.id);
        frame(kiosk, first);
    }
    frame(kiosk, none);
    frame(kiosk, (Msg){.kind = MSG_NONE});
}

static void count_on(Kiosk *kiosk)
{
    for (int i = 0; i < WARM_ROUNDS; i++)
        walk(kiosk);
    of_ours = of_libraries = 0;
    counting = true;
    for (int i = 0; i < ROUNDS; i++)
        walk(kiosk);
    counting = false;
}

static void story(Kiosk *kiosk, const char *text)
{
    Err err = {0};
    Script script = {.name = "story", .rest = str_of(text)};
    if (script_play(&script, kiosk, &err) != SCRIPT_DONE)
        fail_msg("line %d: %s", err.line, err.text);
}

static void test_a_steady_frame_allocates_nothing(void **state)
{
    static const char *const stories[] = {"expect welcome.parent\n", "tap welcome.parent\n",
                                          "tap bar.display\n", "tap bar.stop\ntap welcome.child\n"};
    Place *place = *state;
    for (size_t i = 0; i < sizeof stories / sizeof stories[0]; i++) {
        story(place->kiosk, stories[i]);
        count_on(place->kiosk);
        print_message("screen %d, %d walks: %d allocations of ours, %d of libraries\n",
                      (int)app_place(place->kiosk->app)->screen, ROUNDS, of_ours, of_libraries);
        assert_int_equal(of_ours, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_steady_frame_allocates_nothing, open_kiosk,
                                        close_kiosk),
    };
    __sanitizer_install_malloc_and_free_hooks(on_allocated, on_freed);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
