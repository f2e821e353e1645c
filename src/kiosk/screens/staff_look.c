/* staff_look.c - what only eyes and ears can judge: sound, colours, letters. */
#include "parts.h"
#include "screens.h"
#include "staff.h"

enum { COLUMNS_COLOURS = 2, COLUMNS_COLOURS_WIDE = 3, COLUMNS_LETTERS_WIDE = 3 };

static void head(const View *view, TextKey title, TextKey lead)
{
    parts_body(view);
    staff_title(view, title, view_text(view, lead));
    parts_action(view, U_L, U_GAP);
}

static void close(const View *view)
{
    ui_close(view->ui);
    ui_close(view->ui);
}

/* Speech comes later: until then there is nothing to hear, and this says so. */
void staff_sound_view(const View *view)
{
    bool on = view->app->setup.audio;

    head(view, TEXT_STAFF_SOUND_TITLE, TEXT_STAFF_SOUND_LEAD);
    ui_leaf(view->ui,
            (UiBox){.id = view_id(view, "setting"),
                    .role = ROLE_TEXT,
                    .face = FACE_NOTE,
                    .hue = staff_hue(on ? STAFF_WATCH : STAFF_GOOD),
                    .icon = staff_icon(on ? STAFF_WATCH : STAFF_GOOD),
                    .label = view_text(view, on ? TEXT_STAFF_SOUND_ON : TEXT_STAFF_SOUND_OFF)});
    ui_spacer(view->ui);
    close(view);
}

typedef struct Swatch {
    ThemeHue hue;
    const char *picture; /* in high contrast, where a panel of any hue is black */
    TextKey name;
} Swatch;

static void swatch(const View *view, const Swatch *item)
{
    bool black = view->theme->wish.look == LOOK_HC;

    ui_open(view->ui, (UiBox){.face = FACE_PANEL_HUE,
                              .hue = item->hue,
                              .axis = AXIS_COLUMN,
                              .justify = ALIGN_CENTER,
                              .gap = U_M,
                              .min_h = STAFF_SWATCH_H});
    if (black) {
        ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                                  .picture = item->picture,
                                  .grow = GROW,
                                  .state = STATE_SILENT});
    }
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_H3,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, item->name)});
    ui_close(view->ui);
}

void staff_colour_view(const View *view)
{
    static const Swatch swatches[] = {
        {HUE_PETROL, "kleur-petrol", TEXT_STAFF_COLOUR_PETROL},
        {HUE_SKY, "kleur-sky", TEXT_STAFF_COLOUR_SKY},
        {HUE_SUN, "kleur-sun", TEXT_STAFF_COLOUR_SUN},
        {HUE_LEAF, "kleur-leaf", TEXT_STAFF_COLOUR_LEAF},
        {HUE_CORAL, "kleur-coral", TEXT_STAFF_COLOUR_CORAL},
        {HUE_PLUM, "kleur-plum", TEXT_STAFF_COLOUR_PLUM},
    };

    head(view, TEXT_STAFF_COLOUR_TITLE, TEXT_STAFF_COLOUR_LEAD);
    ui_open(view->ui,
            (UiBox){.axis = AXIS_GRID,
                    .columns = view_is_tall(view) ? COLUMNS_COLOURS : COLUMNS_COLOURS_WIDE,
                    .gap = U_GAP,
                    .grow = GROW});
    for (size_t i = 0; i < sizeof swatches / sizeof swatches[0]; i++) {
        swatch(view, &swatches[i]);
    }
    ui_close(view->ui);
    close(view);
}

static void language(const View *view, const LanguageInfo *info)
{
    ui_open(view->ui,
            (UiBox){.face = FACE_PANEL, .axis = AXIS_COLUMN, .justify = ALIGN_CENTER, .gap = U_S});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_H3,
                              .label = view_str(info->own_name),
                              .lang = view_str(info->code)});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_LEAD_BIG,
                              .label = view_str(info->hello),
                              .lang = view_str(info->code)});
    ui_close(view->ui);
}

void staff_letters_view(const View *view)
{
    int count = content_language_count(view->content);

    head(view, TEXT_STAFF_LETTERS_TITLE, TEXT_STAFF_LETTERS_LEAD);
    ui_open(view->ui,
            (UiBox){.axis = AXIS_GRID,
                    .columns = view_is_tall(view) ? COLUMNS_COLOURS : COLUMNS_LETTERS_WIDE,
                    .gap = U_GAP});
    for (int i = 0; i < count; i++) {
        language(view, content_language(view->content, i));
    }
    ui_close(view->ui);
    ui_spacer(view->ui);
    close(view);
}
