/* staff_ruler.c - millimetres and heights. */
#include "parts.h"
#include "screens.h"

void staff_ruler_view(const View *view)
{
    ui_spacer(view->ui);
}

void staff_reach_view(const View *view)
{
    ui_spacer(view->ui);
}
