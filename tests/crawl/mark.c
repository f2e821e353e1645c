/* mark.c - see mark.h. */
#include "mark.h"

#include <string.h>

/* ---- hashing ----------------------------------------------------------------------------- */

uint64_t mark_add(uint64_t hash, const void *bytes, size_t size)
{
    const unsigned char *at = bytes;

    for (size_t i = 0; i < size; i++) {
        hash = (hash ^ at[i]) * 0x100000001b3u;
    }
    return hash;
}

uint64_t mark_add_text(uint64_t hash, const char *text)
{
    return mark_add(hash, text == NULL ? "" : text, text == NULL ? 1 : strlen(text) + 1);
}

static uint64_t add_int(uint64_t hash, int value)
{
    return mark_add(hash, &value, sizeof value);
}

/* ---- the visitor ------------------------------------------------------------------------- */

/* Without clocks, without the way that led here, and without what is made from the rest. */
static AppVisitor bare(const App *app)
{
    AppVisitor visitor = app->visitor;

    visitor.active_ms = visitor.calm_ms = visitor.idle_from_ms = 0;
    visitor.sent_ms = visitor.ring_from_ms = 0;
    visitor.staff.lock_ms = visitor.staff.facts_ms = 0;
    visitor.touched = false;
    visitor.depth = 0;
    memset(visitor.history, 0, sizeof visitor.history);
    memset(visitor.focus, 0, sizeof visitor.focus);
    memset(&visitor.request, 0, sizeof visitor.request);
    memset(&visitor.story, 0, sizeof visitor.story);
    memset(&visitor.fault, 0, sizeof visitor.fault);
    return visitor;
}

/* What stands in no answer: mode, dialogs and the keyboard follow from where one stands. */
static AppVisitor values_of(const App *app)
{
    AppVisitor visitor = bare(app);

    visitor.mode = APP_MODE_NONE;
    visitor.word = visitor.picked = 0;
    visitor.idle = APP_IDLE_AWAKE;
    visitor.sending = APP_SENDING_NO;
    visitor.language = LANGUAGE_DUTCH;
    memset(&visitor.look, 0, sizeof visitor.look);
    memset(&visitor.typing, 0, sizeof visitor.typing);
    memset(&visitor.staff, 0, sizeof visitor.staff);
    return visitor;
}

bool mark_same_values(const App *a, const App *b)
{
    AppVisitor one = values_of(a), other = values_of(b);

    return memcmp(&one, &other, sizeof one) == 0;
}

bool mark_same_place(const App *a, const App *b)
{
    const AppPlace *one = app_place(a), *other = app_place(b);

    return one->screen == other->screen && one->arg == other->arg && one->page == other->page &&
           one->dutch == other->dutch;
}

bool mark_is_fresh(const App *app)
{
    AppVisitor fresh = {0};

    return memcmp(&app->visitor, &fresh, sizeof fresh) == 0;
}

static uint64_t place_of(const App *app)
{
    const AppVisitor *visitor = &app->visitor;
    const AppPlace *place = app_place(app);
    uint64_t hash = MARK_EMPTY;

    if (visitor->idle == APP_IDLE_WARNING) {
        return add_int(add_int(hash, SCREEN_COUNT), (int)visitor->mode);
    }
    hash = add_int(hash, (int)place->screen);
    hash = add_int(hash, visitor->word);
    if (visitor->word == 0) {
        hash = add_int(hash, place->arg);
        hash = add_int(hash, place->page);
        hash = add_int(hash, place->dutch);
    }
    return add_int(hash, (int)visitor->sending);
}

/* Only while the request is being filled in: elsewhere answers change nothing. */
static uint64_t facts_of(const App *app, uint64_t hash)
{
    const AppDraft *draft = &app->visitor.draft;
    const AppChild *child = &app->visitor.child;
    const char *screen = app_screen(app_place(app)->screen)->prefix;

    if (strncmp(screen, "call_", strlen("call_")) == 0) {
        hash = add_int(hash, (int)draft->how);
        hash = add_int(hash, draft->visit);
        hash = add_int(hash, (int)draft->interpreter);
    } else if (strncmp(screen, "ask_", strlen("ask_")) == 0) {
        hash = add_int(hash, child->route);
        hash = add_int(hash, child->person);
        hash = add_int(hash, child->whose);
    }
    return hash;
}

Mark mark_of(const App *app)
{
    AppVisitor visitor = bare(app);
    const AppPlace *place = app_place(app);
    Mark mark = {.place = place_of(app)};

    mark.bytes = mark_add(MARK_EMPTY, &visitor, sizeof visitor);
    mark.bytes = mark_add(mark.bytes, &mark.place, sizeof mark.place);
    mark.bytes = add_int(mark.bytes, app->status.flooded);
    mark.bytes = add_int(add_int(mark.bytes, (int)place->screen), place->arg);
    mark.bytes = add_int(add_int(mark.bytes, place->page), place->dutch);
    mark.facts = facts_of(app, mark.place);
    return mark;
}

/* ---- the screen -------------------------------------------------------------------------- */

static bool is_private(const UiNode *node)
{
    return (node->box.state & STATE_PRIVATE) != 0;
}

static uint64_t add_action(uint64_t hash, const UiNode *node)
{
    enum { SEEN = STATE_DISABLED | STATE_ERROR | STATE_GONE };

    if (!ui_is_target(node)) {
        return hash;
    }
    hash = mark_add_text(hash, node->box.id);
    hash = add_int(hash, node->box.action.kind);
    hash = add_int(hash, node->box.action.arg);
    return add_int(hash, (int)(node->box.state & SEEN));
}

static uint64_t add_words(uint64_t hash, const UiNode *node)
{
    bool counts = !is_private(node) && node->box.role != ROLE_KEY;

    return counts ? mark_add_text(hash, node->shown) : hash;
}

/* How many are selected: none, one or several; and which, when it is one and that is asked. */
static uint64_t add_selected(uint64_t hash, const Ui *ui, bool which)
{
    int count = 0, last = UI_NONE;

    for (int i = 0; i < ui->count; i++) {
        if (ui->nodes[i].box.state & STATE_SELECTED) {
            last = i;
            count++;
        }
    }
    hash = add_int(hash, count > 1 ? 2 : count);
    return which && count == 1 ? add_int(hash, last) : hash;
}

static uint64_t add_actions(uint64_t hash, const Ui *ui)
{
    for (int i = 0; i < ui->count; i++) {
        hash = add_action(hash, &ui->nodes[i]);
    }
    return hash;
}

uint64_t mark_actions(const Ui *ui, const App *app)
{
    bool dialog = app->visitor.word != 0;

    return dialog ? MARK_EMPTY : add_selected(add_actions(MARK_EMPTY, ui), ui, true);
}

uint64_t mark_words(const Ui *ui, const App *app)
{
    if (app->visitor.word != 0) {
        return MARK_EMPTY;
    }
    uint64_t hash = add_selected(add_actions(MARK_EMPTY, ui), ui, false);
    for (int i = 0; i < ui->count; i++) {
        hash = add_words(hash, &ui->nodes[i]);
    }
    return hash;
}

uint64_t mark_shape(const Ui *ui, const App *app)
{
    uint64_t hash = mark_add_text(add_int(MARK_EMPTY, app->visitor.word != 0), ui->settings.screen);
    int last = ACT_NONE;

    for (int i = 0; i < ui->count; i++) {
        const UiNode *node = &ui->nodes[i];
        bool counts = ui_is_target(node) && node->box.action.kind != last;
        hash = counts ? add_int(hash, node->box.action.kind) : hash;
        hash = counts ? add_int(hash, (int)(node->box.state & STATE_DISABLED)) : hash;
        last = ui_is_target(node) ? node->box.action.kind : last;
    }
    return hash;
}

uint64_t mark_nodes(const Ui *ui)
{
    uint64_t hash = MARK_EMPTY;

    for (int i = 0; i < ui->count; i++) {
        hash = add_words(add_action(hash, &ui->nodes[i]), &ui->nodes[i]);
        hash = mark_add(hash, &ui->nodes[i].rect, sizeof(UiRect));
    }
    return hash;
}
