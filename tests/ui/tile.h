/* tile.h - a card with words and a button in it, and a field with a private value. */
#ifndef OKSP_TILE_H
#define OKSP_TILE_H

#include "fake.h"

static inline void build_tile(Ui *ui)
{
    UiSettings settings = fake_settings();
    ui_begin(ui, &settings);
    ui_open(ui, (UiBox){0});
    ui_open(ui, (UiBox){.id = "tile",
                        .role = ROLE_BUTTON,
                        .face = FACE_CARD,
                        .h = 400,
                        .action = {FAKE_ACTION, 1}});
    ui_leaf(ui, (UiBox){.role = ROLE_IMAGE,
                        .picture = "p",
                        .h = 50,
                        .label = "tekening",
                        .state = STATE_SILENT});
    ui_text(ui, TYPE_HERO, "Bel mij terug");
    ui_text(ui, TYPE_SUB, "Gratis.");
    ui_leaf(ui, (UiBox){.id = "say",
                        .role = ROLE_BUTTON,
                        .label = "Lees voor",
                        .icon = "volume",
                        .w = 96,
                        .h = 96,
                        .action = {FAKE_ACTION, 2}});
    ui_close(ui);
    ui_leaf(ui, (UiBox){.id = "field",
                        .role = ROLE_FIELD,
                        .face = FACE_FIELD,
                        .label = "Uw nummer",
                        .value = "0612",
                        .state = STATE_PRIVATE,
                        .action = {FAKE_ACTION, 3}});
    ui_close(ui);
    ui_end(ui);
}

#endif
