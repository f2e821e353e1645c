/* staff.c - how this machine is doing, for a colleague who typed the PIN (mock-up 17b). */
#include "parts.h"
#include "screens.h"

void staff_view(const View *view)
{
    ui_spacer(view->ui);
}
