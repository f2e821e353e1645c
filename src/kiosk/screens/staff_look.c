/* staff_look.c - sound, colours and letters. */
#include "parts.h"
#include "screens.h"

void staff_sound_view(const View *view)
{
    ui_spacer(view->ui);
}

void staff_colour_view(const View *view)
{
    ui_spacer(view->ui);
}

void staff_letters_view(const View *view)
{
    ui_spacer(view->ui);
}
