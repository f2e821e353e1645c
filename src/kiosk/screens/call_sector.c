/* call_sector.c - callback b: which kind of school? Only where the region has more than one desk
 * (mock-up 05b). */
#include "lengths.h"
#include "parts.h"
#include "screens.h"

typedef struct SectorRow {
    const char *id;
    RequestSector sector;
    const char *icon;
    ThemeHue hue;
    TextKey title, sub;
    bool has_sub;
} SectorRow;

static const SectorRow ROWS[] = {
    {"po", REQUEST_SECTOR_PO, "backpack", HUE_SUN, TEXT_SECTOR_PO, TEXT_SECTOR_PO_SUB, true},
    {"vo", REQUEST_SECTOR_VO, "school", HUE_SKY, TEXT_SECTOR_VO, TEXT_SECTOR_VO_SUB, true},
    {"mbo", REQUEST_SECTOR_MBO, "certificate", HUE_PETROL, TEXT_SECTOR_MBO, TEXT_SECTOR_MBO, false},
    {"none", REQUEST_SECTOR_NO_SCHOOL, "home-heart", HUE_LEAF, TEXT_SECTOR_NONE,
     TEXT_SECTOR_NONE_SUB, true},
};

/* A desk of this sector in the region; no school at all is always an answer. */
static bool is_offered(const View *view, const SectorRow *row)
{
    const Region *region = content_region(view->content);

    for (int i = 0; i < region->sector_count; i++) {
        if (str_equal(region->sectors[i].id, str_of(row->id))) {
            return true;
        }
    }
    return row->sector == REQUEST_SECTOR_NO_SCHOOL;
}

static void choice(const View *view, const SectorRow *row)
{
    parts_choice(view, (PartsChoice){.id = ui_format(view->ui, "call_sector.%s", row->id),
                                     .icon = row->icon,
                                     .hue = row->hue,
                                     .title = view_text(view, row->title),
                                     .sub = row->has_sub ? view_text(view, row->sub) : NULL,
                                     .chosen = view->app->visitor.draft.sector == row->sector,
                                     .action = {ACT_CALL_SECTOR, (int)row->sector}});
}

void call_sector_view(const View *view)
{
    parts_step_open(view, (PartsStep){.screen = SCREEN_CALL_SECTOR,
                                      .title = view_text(view, TEXT_CALL_SECTOR_TITLE),
                                      .lead = view_text(view, TEXT_CALL_SECTOR_LEAD),
                                      .picture = "w-klas",
                                      .top_u = LENGTH_TOP_CHOICES,
                                      .gap_u = LENGTH_CHOICES_FOOT});
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW, .gap = LENGTH_GAP_CHOICES});
    for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
        if (is_offered(view, &ROWS[i])) {
            choice(view, &ROWS[i]);
        }
    }
    ui_close(view->ui);
    parts_step_close(view, true);
}
