/* prep.c - the talk with school: six parts, each with its sentences (mock-up 04). */
#include "parts.h"
#include "screens.h"

void prep_view(const View *view)
{
    parts_body(view);
    ui_close(view->ui);
}

void prep_say_view(const View *view)
{
    parts_body(view);
    ui_close(view->ui);
}

void prep_type_view(const View *view)
{
    parts_body(view);
    ui_close(view->ui);
}

void prep_card_view(const View *view)
{
    parts_body(view);
    ui_close(view->ui);
}

void prep_take_view(const View *view)
{
    parts_body(view);
    ui_close(view->ui);
}
