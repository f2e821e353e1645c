/* hub_listen.h - the listening socket: systemd's, 127.0.0.1, or a unix socket. Nothing else. */
#ifndef OKSP_HUB_LISTEN_H
#define OKSP_HUB_LISTEN_H

#include "hub_config.h"

/* A socket that listens, or -1 with err server.listen. *port gets the loopback port, 0 else. */
int hub_listen_open(const HubConfig *config, int *port, Err *err);

#endif
