/* points.c - see points.h. */
#include "points.h"

#include "lengths.h"

enum { HUNDRED = 100, GROWTH_PERCENT = 67 }; /* letters may step back: a mark grows a little less */

static int percent_of(const View *view)
{
    return theme_text_percent(view->theme->wish.text);
}

int points_size(const View *view)
{
    int growth = (percent_of(view) - HUNDRED) * GROWTH_PERCENT / HUNDRED;

    return LENGTH_ICON_CHECK_LIST * (HUNDRED + growth) / HUNDRED;
}

void points_mark(const View *view, const char *icon, unsigned state)
{
    int size_u = points_size(view);
    int line_u = LENGTH_POINT_LINE * percent_of(view) / HUNDRED;
    int top_u = (line_u - size_u) / 2;

    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .icon = icon,
                              .ink = INK_PETROL_STRONG,
                              .w = size_u,
                              .h = size_u,
                              .icon_size = size_u,
                              .self = ALIGN_START,
                              .margin = {.top = top_u > LENGTH_LEAD_TOP ? top_u : LENGTH_LEAD_TOP},
                              .state = STATE_SILENT | state});
}
