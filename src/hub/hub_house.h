/* hub_house.h - what happens by itself: the heartbeat, retention, the hourly backup.
 * Owns one thread. Everything it writes goes through the writer. */
#ifndef OKSP_HUB_HOUSE_H
#define OKSP_HUB_HOUSE_H

#include "hub_config.h"
#include "hub_writer.h"

typedef struct HubHouse HubHouse;

/* Write the first heartbeat (a restored store gets its new id here), then start the thread. NULL
 * with err `store.full` when that first one could not be written. */
HubHouse *hub_house_start(Store *store, HubWriter *writer, const HubConfig *config, Err *err);

/* Before the writer stops. */
void hub_house_stop(HubHouse *house);

#endif
