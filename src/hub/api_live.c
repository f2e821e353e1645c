/* api_live.c - is the process alive, is the store? For the machine's own watchers, not for nginx.
 */
#include "api.h"

#include <stdlib.h>

void api_livez(Call *call)
{
    call_json(call, 200, json_pack("{s:b}", "ok", 1));
}

void api_readyz(Call *call)
{
    int64_t beat = 0;
    const char *text = call_meta(call, "heartbeat");
    if (text == NULL) {
        return;
    }
    if (!str_to_int(str_of(text), 0, INT64_MAX, &beat) ||
        llabs(call->request->now_s - beat) > HUB_HEARTBEAT_READY_S_MAX) {
        call_retry(call, REFUSAL_STORE_UNAVAILABLE, HUB_RETRY_S);
        return;
    }
    call_json(call, 200, json_pack("{s:b}", "ok", 1));
}
