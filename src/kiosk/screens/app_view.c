/* app_view.c - from App to nodes: ground, body, bar, and what lies over them (app_view of app.h).
 */
#include "app.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"

typedef void ViewFn(const View *view);

static ViewFn *const VIEWS[SCREEN_COUNT] = {
#define SCREEN(name, lower, home, idle, back) [SCREEN_##name] = lower##_view,
#include "screens.def"
#undef SCREEN
};

static bool is_warned(const App *app)
{
    return app->visitor.idle == APP_IDLE_WARNING;
}

static bool is_failing(const Content *content)
{
    return content_info(content).fallback;
}

static ThemeFace ground_of(const App *app, const Content *content)
{
    if (is_warned(app)) {
        return FACE_SAND;
    }
    bool scene = app_place(app)->screen == SCREEN_WELCOME && !is_failing(content);
    return scene ? FACE_SCENE : FACE_PAPER;
}

static const char *prefix_of(const App *app, const Content *content)
{
    if (is_failing(content)) {
        return "fail";
    }
    return is_warned(app) ? "idle" : app_screen(app_place(app)->screen)->prefix;
}

static UiSettings settings_of(const App *app, const Content *content)
{
    const LanguageInfo *language = content_language(content, app->visitor.language);

    return (UiSettings){.screen = prefix_of(app, content),
                        .lang = view_str(language->code),
                        .rtl = language->rtl,
                        .theme = app_theme(app),
                        .about = app_place(app)->arg,
                        .focus = app->visitor.focus[0] == '\0' ? NULL : app->visitor.focus,
                        .show_focus = app->visitor.focus[0] != '\0',
                        .measure = app->setup.measure,
                        .measure_context = app->setup.measure_context};
}

/* What lies over the screen. The veil of the idle warning hides everything, so it is no layer. */
static void layers(const View *view)
{
    const AppVisitor *visitor = &view->app->visitor;

    if (is_warned(view->app)) {
        return;
    }
    if (visitor->word != 0) {
        word_view(view);
    }
    if (visitor->sending == APP_SENDING_SLOW) {
        saving_view(view);
    }
}

static bool has_keyboard(const Ui *ui)
{
    for (int i = 0; i < ui->count; i++) {
        if (ui->nodes[i].box.face == FACE_KEYBOARD) {
            return true;
        }
    }
    return false;
}

/* The bar, and the band that keeps 15 mm round the exit free. Under a keyboard bar, band and keys
 * are one tray: no round corners between them. */
static void bar(const View *view)
{
    bool top = view->theme->bar_at_top, tray = !top && has_keyboard(view->ui);

    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .face = tray ? FACE_SAND : FACE_NONE,
                              .gap = UI_GAP_ROUND_EXIT,
                              .state = top ? STATE_FIRST : 0});
    ui_leaf(view->ui, (UiBox){0});
    parts_bar(view);
    ui_close(view->ui);
}

static void screen(const View *view)
{
    if (is_failing(view->content)) {
        fail_view(view);
        return;
    }
    if (is_warned(view->app)) {
        idle_view(view);
    } else {
        VIEWS[app_place(view->app)->screen](view);
    }
    bar(view);
}

static void build(Ui *ui, const App *app, const Content *content)
{
    UiSettings settings = settings_of(app, content);
    View view = {ui, app, content, &settings.theme, settings.screen};

    settings.tight = ui_tight(ui, &settings);
    ui_begin(ui, &settings);
    ui_open(ui,
            (UiBox){.id = settings.screen, .axis = AXIS_LAYER, .face = ground_of(app, content)});
    ui_open(ui, (UiBox){.axis = AXIS_COLUMN});
    screen(&view);
    ui_close(ui);
    layers(&view);
    ui_close(ui);
    ui_end(ui);
}

void app_view(Ui *ui, const App *app, const Content *content)
{
    for (int tight = 0; tight <= UI_TIGHT_MAX; tight++) {
        build(ui, app, content);
        if (!ui_tighten(ui)) {
            return;
        }
    }
}
