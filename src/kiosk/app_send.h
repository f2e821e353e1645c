/* app_send.h - from the check screen to the disk and back: sending, thanks, failure, another try.
 * Owns which of request, experience and fault is sent, and what the saved screen says. Shared by
 * parents and children.
 * Never thanks before MSG_SAVED. */
#ifndef OKSP_APP_SEND_H
#define OKSP_APP_SEND_H

#include "app.h"

/* Rebuild App.visitor.request while a check screen is shown: it shows what it seals. */
void app_send_show(App *app, const Content *content);

/* Verstuur: one EFFECT_SAVE, however often it is tapped. */
void app_send(App *app, Effects *effects);

/* Probeer nog een keer: the same request, the same id. */
void app_send_again(App *app, Effects *effects);

/* Toch niet: everything that was filled in is overwritten; back to the home. */
void app_send_not(App *app, Effects *effects);

/* The request is on disk: wipe what was typed and thank. Ignored when nobody waits for it. */
void app_send_saved(App *app, const Content *content, const MsgReceipt *receipt, Effects *effects);

/* It is not on disk: the phone number, and every answer kept for another try. */
void app_send_failed(App *app);

#endif
