/* script.c - visitor stories. See script.h. */
#include "script.h"

#include <SDL.h>
#include <SDL_image.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "act.h"
#include "input.h"
#include "str.h"
#include "ui_dump.h"
#include "utf8.h"

enum {
    ANSWER_WAIT_MS = 10000, /* of a disk on a machine with much other work; only a failure lasts */
    ANSWER_STEP_MS = 10,
    PAGES_MAX = 8,
    BETWEEN_TAPS_S = 1, /* longer than any guard against bounces */
    OFFLINE_S = 2 * 24 * 3600,
    WAIT_S_MAX = 366 * 24 * 3600,
    BYTE = 0xff
};

/* One command with what stands behind it. */
typedef struct Step {
    Kiosk *kiosk;
    char rest[SCRIPT_LINE_BYTES_MAX];
    Err *err;
} Step;

static bool fails(Step *step, const char *what)
{
    return err_set(step->err, "script.failed", "%s: %s", what, step->rest);
}

/* Do what is due and paint, as the window would; the disk's answers wait for an expectation. */
static void settle(Kiosk *kiosk)
{
    UiRect dirty[UI_DIRTY_MAX];
    if (kiosk_wait_ms(kiosk) == 0)
        kiosk_send(kiosk, (Msg){.kind = MSG_TICK});
    (void)kiosk_take_wiped(kiosk);
    (void)kiosk_show(kiosk, dirty);
}

/* ---- doing
 * ---------------------------------------------------------------------------------------- */

static bool do_tap(Step *step)
{
    Kiosk *kiosk = step->kiosk;
    int node = ui_find(kiosk->ui, step->rest);
    if (node == UI_NONE)
        return fails(step, "there is no node");
    const UiRect *rect = &ui_node(kiosk->ui, node)->rect;
    watch_skip(&kiosk->watch, BETWEEN_TAPS_S);
    GestureTouch touch = {
        .id = GESTURE_MOUSE, .x = rect->x + rect->w / 2, .y = rect->y + rect->h / 2};
    touch.ms = watch_run_ms(&kiosk->watch);
    if (kiosk->ui->settings.show_focus)
        kiosk_send(kiosk, (Msg){.kind = MSG_FOCUS});
    gesture_down(&kiosk->gesture, kiosk->ui, &touch);
    int hit = gesture_up(&kiosk->gesture, kiosk->ui, &touch);
    if (hit == UI_NONE || strcmp(ui_node(kiosk->ui, hit)->box.id, step->rest) != 0)
        return fails(step, "a tap there does not activate");
    kiosk_activate(kiosk, hit);
    return true;
}

/* The button that leads furthest on among the pages of this screen, or UI_NONE. */
static int page_turner(const Ui *ui)
{
    int found = UI_NONE;
    for (int i = 0; i < ui->count; i++) {
        const UiBox *box = &ui_node(ui, i)->box;
        bool turns = box->action.kind == ACT_PAGE && (box->state & STATE_DISABLED) == 0;
        if (turns && (found == UI_NONE || box->action.arg > ui_node(ui, found)->box.action.arg))
            found = i;
    }
    return found;
}

static bool do_find(Step *step)
{
    Kiosk *kiosk = step->kiosk;
    for (int page = 0; page < PAGES_MAX; page++) {
        int turner = page_turner(kiosk->ui);
        if (ui_find(kiosk->ui, step->rest) != UI_NONE)
            return true;
        if (turner == UI_NONE)
            break;
        watch_skip(&kiosk->watch, BETWEEN_TAPS_S);
        kiosk_activate(kiosk, turner);
        settle(kiosk);
    }
    return fails(step, "this is on no page");
}

static bool do_type(Step *step)
{
    watch_skip(&step->kiosk->watch, BETWEEN_TAPS_S);
    Str all = str_of(step->rest);
    for (size_t at = 0, from = 0; at < all.size; from = at) { /* letter by letter, as keys come */
        char letter[UTF8_BYTES_MAX + 1] = "";
        (void)utf8_next(all, &at);
        memcpy(letter, all.data + from, at - from);
        input_text(step->kiosk, letter);
    }
    return true;
}

static bool do_key(Step *step)
{
    static const struct {
        const char *name;
        SDL_Keycode key;
        bool shift;
    } keys[] = {{"tab", SDLK_TAB, false},       {"back-tab", SDLK_TAB, true},
                {"left", SDLK_LEFT, false},     {"right", SDLK_RIGHT, false},
                {"up", SDLK_UP, false},         {"down", SDLK_DOWN, false},
                {"enter", SDLK_RETURN, false},  {"space", SDLK_SPACE, false},
                {"escape", SDLK_ESCAPE, false}, {"backspace", SDLK_BACKSPACE, false},
                {"help", SDLK_HELP, false}};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        if (strcmp(keys[i].name, step->rest) == 0) {
            input_key(step->kiosk, keys[i].key, keys[i].shift, false);
            return true;
        }
    }
    return fails(step, "there is no key");
}

/* Time passes in the steps in which the kiosk itself wants to wake. */
static bool do_wait(Step *step)
{
    int64_t seconds = 0;
    Kiosk *kiosk = step->kiosk;
    if (!str_to_int(str_of(step->rest), 0, WAIT_S_MAX, &seconds))
        return fails(step, "not a number of seconds");
    for (int64_t i = 0; i < seconds; i++) {
        watch_skip(&kiosk->watch, 1);
        if (kiosk_wait_ms(kiosk) == 0)
            kiosk_send(kiosk, (Msg){.kind = MSG_TICK});
    }
    return true;
}

static bool contact_set(Kiosk *kiosk, int64_t ago_s)
{
    Msg msg = {.kind = MSG_STATUS, .status = kiosk->app->status};
    msg.status.last_contact_s = watch_utc_s(&kiosk->watch) - ago_s;
    kiosk_send(kiosk, msg);
    return true;
}

static bool do_offline(Step *step)
{
    return contact_set(step->kiosk, OFFLINE_S);
}

static bool do_online(Step *step)
{
    return contact_set(step->kiosk, 0);
}

/* ---- expecting
 * ------------------------------------------------------------------------------------ */

static bool words_are(const UiNode *node, const char *wanted)
{
    const char *texts[] = {node->box.label, node->box.value, node->shown};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (texts[i] != NULL && strcmp(texts[i], wanted) == 0)
            return true;
    }
    return false;
}

static bool is_there(const Kiosk *kiosk, const char *id, const char *words)
{
    int node = ui_find(kiosk->ui, id);
    return node != UI_NONE && (words == NULL || words_are(ui_node(kiosk->ui, node), words));
}

/* Cut `home.call "Bel mij terug"` in two; NULL when there are no words. */
static const char *words_cut(char *rest)
{
    char *quote = strchr(rest, '"');
    if (quote == NULL)
        return NULL;
    char *end = strrchr(quote + 1, '"');
    if (end != NULL)
        *end = '\0';
    *quote = '\0';
    for (size_t size = strlen(rest); size > 0 && rest[size - 1] == ' '; size--)
        rest[size - 1] = '\0';
    return quote + 1;
}

static bool wait_for(Step *step, const char *words, bool there)
{
    const struct timespec rest = {.tv_nsec = ANSWER_STEP_MS * 1000000L};
    Watch real; /* that of the kiosk stands still */
    watch_start(&real);
    for (;;) {
        kiosk_answers(step->kiosk);
        settle(step->kiosk);
        if (is_there(step->kiosk, step->rest, words) == there)
            return true;
        if (watch_run_ms(&real) >= ANSWER_WAIT_MS)
            return false;
        (void)nanosleep(&rest, NULL);
    }
}

static const char *found_words(const Kiosk *kiosk, const char *id)
{
    int node = ui_find(kiosk->ui, id);
    if (node == UI_NONE)
        return "nothing";
    const UiNode *found = ui_node(kiosk->ui, node);
    const char *words = found->box.value != NULL ? found->box.value : found->box.label;
    return words == NULL ? "no words" : words;
}

static bool do_expect(Step *step)
{
    const char *words = words_cut(step->rest);
    if (wait_for(step, words, true))
        return true;
    return err_set(step->err, "script.failed", "on %s, %s must be \"%s\" but there is \"%s\"",
                   step->kiosk->ui->settings.screen, step->rest, words == NULL ? "there" : words,
                   found_words(step->kiosk, step->rest));
}

static bool do_expect_not(Step *step)
{
    return wait_for(step, NULL, false) || fails(step, "this must not be there");
}

static bool do_expect_focus(Step *step)
{
    const Ui *ui = step->kiosk->ui;
    settle(step->kiosk);
    return (ui->focused != UI_NONE && strcmp(ui_node(ui, ui->focused)->box.id, step->rest) == 0) ||
           fails(step, "this does not have the focus");
}

/* ---- showing
 * -------------------------------------------------------------------------------------- */

static bool dump_write(void *context, const char *text, size_t size)
{
    return fwrite(text, 1, size, context) == size;
}

bool script_dump(const Kiosk *kiosk, const char *path, Err *err)
{
    bool to_stdout = strcmp(path, "-") == 0;
    FILE *file = to_stdout ? stdout : fopen(path, "w");
    if (file == NULL)
        return err_set(err, "script.failed", "%s cannot be written", path);
    bool written = ui_dump(kiosk->ui, true, dump_write, file);
    written = (to_stdout ? fflush(file) : fclose(file)) == 0 && written;
    return written || err_set(err, "script.failed", "%s cannot be written", path);
}

static bool do_dump(Step *step)
{
    return script_dump(step->kiosk, step->rest, step->err);
}

/* Three bytes a pixel after a short head: the fastest to write and to read back. */
static bool plain_write(const Canvas *canvas, const char *path)
{
    FILE *file = fopen(path, "wb");
    if (file == NULL)
        return false;
    (void)fprintf(file, "P6\n%d %d\n255\n", canvas->width, canvas->height);
    for (int i = 0; i < canvas->width * canvas->height; i++) {
        uint32_t pixel = canvas->pixels[i];
        (void)putc_unlocked((int)(pixel >> 16 & BYTE), file);
        (void)putc_unlocked((int)(pixel >> 8 & BYTE), file);
        (void)putc_unlocked((int)(pixel & BYTE), file);
    }
    bool good = ferror(file) == 0;
    return fclose(file) == 0 && good;
}

static bool packed_write(const Canvas *canvas, const char *path)
{
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormatFrom(
        canvas->pixels, canvas->width, canvas->height, 32,
        canvas->width * (int)sizeof *canvas->pixels, SDL_PIXELFORMAT_RGB888);
    bool saved = surface != NULL && IMG_SavePNG(surface, path) == 0;
    SDL_FreeSurface(surface);
    return saved;
}

static bool do_shot(Step *step)
{
    const Canvas *canvas = paint_canvas(step->kiosk->paint);
    const char *kind = strrchr(step->rest, '.');
    bool plain = kind != NULL && strcmp(kind, ".ppm") == 0;
    bool saved = plain ? plain_write(canvas, step->rest) : packed_write(canvas, step->rest);
    return saved || fails(step, "this cannot be written");
}

/* ---- playing
 * -------------------------------------------------------------------------------------- */

static bool step_do(const char *name, Step *step)
{
    static const struct {
        const char *name;
        bool (*play)(Step *step);
        bool only_looks; /* the screen stays as it is, however long looking takes */
    } steps[] = {{"tap", do_tap, false},
                 {"find", do_find, false},
                 {"type", do_type, false},
                 {"key", do_key, false},
                 {"wait", do_wait, false},
                 {"expect", do_expect, false},
                 {"expect-not", do_expect_not, false},
                 {"expect-focus", do_expect_focus, false},
                 {"offline", do_offline, false},
                 {"online", do_online, false},
                 {"dump", do_dump, true},
                 {"shot", do_shot, true}};
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        if (strcmp(steps[i].name, name) == 0) {
            bool played = steps[i].play(step);
            if (!steps[i].only_looks)
                settle(step->kiosk);
            return played;
        }
    }
    return err_set(step->err, "script.failed", "%s is not a command", name);
}

static ScriptEnd line_play(Script *script, Str line, Kiosk *kiosk, Err *err)
{
    char name[SCRIPT_LINE_BYTES_MAX] = "";
    Step step = {.kiosk = kiosk};
    Err why = {0};
    step.err = &why;
    Str rest = line;
    Str word = str_cut(&rest, ' ');
    bool fits =
        str_copy(word, name, sizeof name) && str_copy(str_trim(rest), step.rest, sizeof step.rest);
    if (str_equal(word, STR("kill")))
        return SCRIPT_KILLED;
    if (fits && step_do(name, &step))
        return SCRIPT_DONE;
    err_at(err, "script.failed", script->name, script->line, "%s", fits ? why.text : "too long");
    return SCRIPT_FAILED;
}

static ScriptEnd lines_play(Script *script, Kiosk *kiosk, Err *err)
{
    settle(kiosk);
    while (script->rest.size > 0) {
        Str line = str_trim(str_cut(&script->rest, '\n'));
        script->line++;
        if (line.size == 0 || line.data[0] == '#')
            continue;
        ScriptEnd end = line_play(script, line, kiosk, err);
        if (end != SCRIPT_DONE)
            return end;
    }
    return SCRIPT_DONE;
}

ScriptEnd script_play(Script *script, Kiosk *kiosk, Err *err)
{
    watch_hold(&kiosk->watch);
    ScriptEnd end = lines_play(script, kiosk, err);
    watch_go(&kiosk->watch);
    return end;
}
