/* gesture.c - fingers and the mouse become activations. See gesture.h. */
#include "gesture.h"

#include <stdlib.h>
#include <string.h>

#include "str.h"

void gesture_reset(Gesture *gesture)
{
    bool calm = gesture->calm;
    *gesture = (Gesture){.calm = calm, .last_ms = INT64_MIN / 2, .changed_ms = INT64_MIN / 2};
}

static GestureContact *contact_find(Gesture *gesture, int64_t id)
{
    for (int i = 0; i < GESTURE_CONTACTS_MAX; i++) {
        if (gesture->contacts[i].state != GESTURE_FREE && gesture->contacts[i].id == id)
            return &gesture->contacts[i];
    }
    return NULL;
}

static GestureContact *contact_new(Gesture *gesture)
{
    for (int i = 0; i < GESTURE_CONTACTS_MAX; i++) {
        if (gesture->contacts[i].state == GESTURE_FREE)
            return &gesture->contacts[i];
    }
    return NULL;
}

static int px_of_mm(const Ui *ui, int mm)
{
    return (int)(mm * ui->settings.theme.panel.px_per_mm + 0.5);
}

static bool is_within(int dx, int dy, int reach)
{
    return dx * dx + dy * dy <= reach * reach;
}

/* ---- the rules ------------------------------------------------------------------------------- */

/* A contact wider than 30 mm is a palm, where the device tells. */
static bool is_palm(const Ui *ui, const GestureTouch *touch)
{
    return touch->width > px_of_mm(ui, LIMIT_PALM_MM);
}

/* The first finger on a target has it; others on the same one do nothing. */
static bool is_held(const Gesture *gesture, const char *id)
{
    for (int i = 0; i < GESTURE_CONTACTS_MAX; i++) {
        const GestureContact *contact = &gesture->contacts[i];
        if (contact->state == GESTURE_HELD && strcmp(contact->node, id) == 0)
            return true;
    }
    return false;
}

/* The same target again within a moment is a bounce, not a wish. Keys rest shorter: a name has
 * double letters. */
static bool is_bounce(const Gesture *gesture, const UiNode *node, int64_t ms)
{
    int64_t rest_ms = gesture->calm ? LIMIT_SAME_TARGET_CALM_MS : LIMIT_SAME_TARGET_MS;
    if (node->box.role == ROLE_KEY && !gesture->calm)
        rest_ms = LIMIT_BOUNCE_MS;
    return strcmp(gesture->last, node->box.id) == 0 && ms - gesture->last_ms < rest_ms;
}

/* A double tap whose second half falls on the next screen: same place, just after the change. */
static bool is_holdover(const Gesture *gesture, const Ui *ui, const GestureTouch *touch)
{
    return touch->ms - gesture->changed_ms < LIMIT_HOLDOVER_MS &&
           is_within(touch->x - gesture->last_x, touch->y - gesture->last_y,
                     px_of_mm(ui, LIMIT_HOLDOVER_MM));
}

/* Where the device tells no width: three contacts begun together in the space of a palm. */
static int palm_count(const Gesture *gesture, const Ui *ui, const GestureTouch *touch)
{
    int count = 0;
    for (int i = 0; i < GESTURE_CONTACTS_MAX; i++) {
        const GestureContact *contact = &gesture->contacts[i];
        count +=
            contact->state != GESTURE_FREE && touch->ms - contact->down_ms < GESTURE_PALM_MS &&
            is_within(touch->x - contact->x, touch->y - contact->y, px_of_mm(ui, LIMIT_PALM_MM));
    }
    return count;
}

static void palm_loosen(Gesture *gesture, const Ui *ui, const GestureTouch *touch)
{
    for (int i = 0; i < GESTURE_CONTACTS_MAX; i++) {
        GestureContact *contact = &gesture->contacts[i];
        if (contact->state == GESTURE_HELD && touch->ms - contact->down_ms < GESTURE_PALM_MS &&
            is_within(touch->x - contact->x, touch->y - contact->y, px_of_mm(ui, LIMIT_PALM_MM)))
            contact->state = GESTURE_LOOSE;
    }
}

/* ---- events ---------------------------------------------------------------------------------- */

static bool may_hold(const Gesture *gesture, const Ui *ui, int node, const GestureTouch *touch)
{
    if (node == UI_NONE || !ui_is_interactive(ui_node(ui, node)))
        return false;
    return !is_palm(ui, touch) && !is_held(gesture, ui_node(ui, node)->box.id) &&
           !is_bounce(gesture, ui_node(ui, node), touch->ms) && !is_holdover(gesture, ui, touch);
}

void gesture_down(Gesture *gesture, const Ui *ui, const GestureTouch *touch)
{
    GestureContact *contact = contact_find(gesture, touch->id);
    if (contact == NULL)
        contact = contact_new(gesture);
    if (contact == NULL)
        return;
    int node = ui_find_at(ui, touch->x, touch->y);
    bool holds = may_hold(gesture, ui, node, touch);
    *contact = (GestureContact){.state = holds ? GESTURE_HELD : GESTURE_LOOSE,
                                .id = touch->id,
                                .down_ms = touch->ms,
                                .x = touch->x,
                                .y = touch->y,
                                .inside = holds};
    if (holds)
        (void)str_copy(str_of(ui_node(ui, node)->box.id), contact->node, sizeof contact->node);
    if (palm_count(gesture, ui, touch) >= GESTURE_PALM_CONTACTS)
        palm_loosen(gesture, ui, touch);
}

static bool is_near_node(const Ui *ui, const GestureContact *contact, const GestureTouch *touch)
{
    int node = ui_find(ui, contact->node);
    return node != UI_NONE && ui_is_near(ui, node, touch->x, touch->y, LIMIT_TAP_SLOP_U);
}

void gesture_move(Gesture *gesture, const Ui *ui, const GestureTouch *touch)
{
    GestureContact *contact = contact_find(gesture, touch->id);
    if (contact == NULL || contact->state != GESTURE_HELD)
        return;
    if (is_palm(ui, touch))
        contact->state = GESTURE_LOOSE;
    contact->inside = is_near_node(ui, contact, touch);
}

static int activated(Gesture *gesture, const Ui *ui, const GestureContact *held,
                     const GestureTouch *touch)
{
    int node = ui_find(ui, held->node);
    if (node == UI_NONE || !ui_is_interactive(ui_node(ui, node)) || !is_near_node(ui, held, touch))
        return UI_NONE;
    (void)str_copy(str_of(held->node), gesture->last, sizeof gesture->last);
    gesture->last_ms = touch->ms;
    gesture->last_x = touch->x;
    gesture->last_y = touch->y;
    return node;
}

int gesture_up(Gesture *gesture, const Ui *ui, const GestureTouch *touch)
{
    GestureContact *contact = contact_find(gesture, touch->id);
    if (contact == NULL)
        return UI_NONE;
    GestureContact was = *contact;
    *contact = (GestureContact){.state = GESTURE_FREE};
    return was.state == GESTURE_HELD ? activated(gesture, ui, &was, touch) : UI_NONE;
}

void gesture_cancel(Gesture *gesture, int64_t id)
{
    GestureContact *contact = contact_find(gesture, id);
    if (contact != NULL)
        *contact = (GestureContact){.state = GESTURE_FREE};
}

void gesture_screen_changed(Gesture *gesture, int64_t ms)
{
    gesture->changed_ms = ms;
    for (int i = 0; i < GESTURE_CONTACTS_MAX; i++) {
        if (gesture->contacts[i].state == GESTURE_HELD)
            gesture->contacts[i].state = GESTURE_LOOSE;
    }
}

int gesture_pressed(const Gesture *gesture, const Ui *ui)
{
    for (int i = 0; i < GESTURE_CONTACTS_MAX; i++) {
        const GestureContact *contact = &gesture->contacts[i];
        if (contact->state == GESTURE_HELD && contact->inside)
            return ui_find(ui, contact->node);
    }
    return UI_NONE;
}
