/* staff_pin.c - the PIN of colleagues (mock-up 17a). */
#include "parts.h"
#include "screens.h"

void staff_pin_view(const View *view)
{
    ui_spacer(view->ui);
}
