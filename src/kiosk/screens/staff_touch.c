/* staff_touch.c - the touch test. */
#include "parts.h"
#include "screens.h"

void staff_touch_view(const View *view)
{
    ui_spacer(view->ui);
}
