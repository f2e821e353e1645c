/* hub_server.h - the hub on a socket, through libmicrohttpd.
 * Owns the listening socket and the connections. Only loopback or a unix socket: TLS, slow clients
 * and smuggling are nginx's work. */
#ifndef OKSP_HUB_SERVER_H
#define OKSP_HUB_SERVER_H

#include "hub.h"
#include "hub_config.h"
#include "hub_writer.h"

typedef struct HubServer HubServer;

/* Listen as `config` says, or on the socket systemd passed. NULL with err server.listen,
 * server.start. `hub` and `writer` must outlive the server. */
HubServer *hub_server_start(Hub *hub, HubWriter *writer, const HubConfig *config, Err *err);

/* The port of a loopback listener; 0 for a unix socket. */
int hub_server_port(const HubServer *server);

/* Refuse new work. Then stop the writer, then hub_server_stop(): nothing waits any more. */
void hub_server_drain(HubServer *server);
void hub_server_stop(HubServer *server);

#endif
