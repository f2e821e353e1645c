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
    bool welcome = app_place(app)->screen == SCREEN_WELCOME && !is_failing(content);
    return welcome && welcome_has_scene(app) ? FACE_SCENE : FACE_PAPER;
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

/* A piece at the end of a column, or at its beginning where the bar stands at the top. */
static void open_beside(const View *view, UiBox box)
{
    box.axis = AXIS_COLUMN;
    box.state = view->theme->bar_at_top ? STATE_FIRST : 0;
    ui_open(view->ui, box);
}

/* The band that keeps 15 mm round the exit free. */
static void band(const View *view)
{
    open_beside(view, (UiBox){.gap = UI_GAP_ROUND_EXIT});
    ui_leaf(view->ui, (UiBox){0});
    ui_leaf(view->ui, (UiBox){0});
    ui_close(view->ui);
}

/* Under a keyboard bar, band and keys are one tray: no round corners between them. */
static void bar(const View *view)
{
    bool tray = !view->theme->bar_at_top && has_keyboard(view->ui);

    open_beside(view, (UiBox){.face = tray ? FACE_SAND : FACE_NONE});
    parts_bar(view);
    ui_close(view->ui);
}

static void screen(const View *view)
{
    if (is_warned(view->app)) {
        idle_view(view);
    } else {
        VIEWS[app_place(view->app)->screen](view);
    }
}

/* What stands beside the bar: the screen, and over it a dialog. Never over the bar, however high
 * that has become: Stop en wis stays above all. */
static void beside_bar(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_LAYER, .grow = GROW});
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN});
    screen(view);
    band(view);
    ui_close(view->ui);
    layers(view);
    ui_close(view->ui);
}

static void build(Ui *ui, const App *app, const Content *content)
{
    UiSettings settings = settings_of(app, content);
    View view = {ui, app, content, &settings.theme, settings.screen};

    settings.tight = ui_tight(ui, &settings);
    ui_begin(ui, &settings);
    ui_open(ui,
            (UiBox){.id = settings.screen, .axis = AXIS_COLUMN, .face = ground_of(app, content)});
    if (is_failing(content)) {
        fail_view(&view);
    } else {
        beside_bar(&view);
        bar(&view);
    }
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
