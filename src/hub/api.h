/* api.h - the handlers behind the addresses of docs/protocol.md. Each judges, reads, adds the
 * operations to write and, where the answer depends on them, leaves call->finish. */
#ifndef OKSP_API_H
#define OKSP_API_H

#include "call.h"

/* api_sync.c, api_enrol.c: kiosks */
void api_enrol(Call *call);
void api_sync(Call *call);
void api_keyring(Call *call);
void api_keyring_sig(Call *call);

/* api_setup.c: an organisation, and an admin put back */
void api_setup(Call *call);
void api_recover_open(Call *call);
void api_recover(Call *call);

/* api_login.c, api_me.c: who is there */
void api_login_start(Call *call);
void api_login(Call *call);
void api_logout(Call *call);
void api_me(Call *call);

/* api_requests.c, api_events.c: the inbox */
void api_requests(Call *call);
void api_event(Call *call);
void api_erase(Call *call);

/* api_signals.c: what people told without a name */
void api_signals(Call *call);

/* api_fleet.c: kiosks as staff see them */
void api_kiosks(Call *call);
void api_kiosk_create(Call *call);
void api_kiosk_code(Call *call);
void api_kiosk_patch(Call *call);

/* api_live.c */
void api_livez(Call *call);
void api_readyz(Call *call);

/* api_page.c: the inbox page, only with --dev */
void api_page(Call *call);

#endif
