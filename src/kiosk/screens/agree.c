/* agree.c - what was agreed in a talk with school: who does what, and when. */
#include "parts.h"
#include "screens.h"

void agree_view(const View *view)
{
    parts_body(view);
    ui_close(view->ui);
}

void agree_card_view(const View *view)
{
    parts_body(view);
    ui_close(view->ui);
}
