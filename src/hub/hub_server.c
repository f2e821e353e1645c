/* hub_server.c - libmicrohttpd to hub.h and back. Two threads read and judge; a call that writes
 * is suspended until the writer's commit, so that one commit serves many.
 *
 *   HEAD --head refused--> reply      HEAD --body read--> begin --no ops--> reply
 *                                     begin --ops--> WRITING (suspended) --resumed--> reply */
#include "hub_server.h"

#include <microhttpd.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "check.h"
#include "hub_listen.h"
#include "log.h"

enum {
    POOL_THREADS = 2,
    CONNECTIONS_MAX = 1024,
    CONNECTION_MEMORY_BYTES = 40 * 1024, /* headers of 16 KiB and room to work */
    CONNECTION_TIMEOUT_S = 30,
    MS_PER_S = 1000,
    NS_PER_MS = 1000000,
};

struct HubServer {
    Hub *hub;
    HubWriter *writer;
    struct MHD_Daemon *daemon;
    int port;
};

typedef enum ExchangeState {
    EXCHANGE_NEW,
    EXCHANGE_BODY,
    EXCHANGE_WRITING,
    EXCHANGE_ANSWERED
} ExchangeState;

/* One request on its way. */
typedef struct Exchange {
    ExchangeState state;
    HubServer *server;
    struct MHD_Connection *connection;
    char *target;
    HubHeader headers[HUB_HEADERS_MAX + 1];
    size_t header_count;
    char *body;
    size_t body_size, body_room;
    HubRequest request;
    Call *call;
    HubJob job;
    bool applied;
} Exchange;

static int64_t clock_ms(clockid_t clock)
{
    struct timespec now;
    check(clock_gettime(clock, &now) == 0);
    return (int64_t)now.tv_sec * MS_PER_S + now.tv_nsec / NS_PER_MS;
}

/* The target as it came in; everything after this works on our own copy. */
static void *start_exchange(void *context, const char *uri, struct MHD_Connection *connection)
{
    Exchange *exchange = calloc(1, sizeof *exchange);
    check(exchange != NULL);
    exchange->server = context;
    exchange->connection = connection;
    exchange->target = strdup(uri);
    check(exchange->target != NULL);
    return exchange;
}

static void end_exchange(void *context, struct MHD_Connection *connection, void **state,
                         enum MHD_RequestTerminationCode why)
{
    Exchange *exchange = *state;
    (void)context;
    (void)connection;
    (void)why;
    if (exchange == NULL) {
        return;
    }
    if (exchange->call != NULL) { /* the client left while we wrote */
        HubReply reply = {0};
        hub_end(exchange->call, exchange->applied, &reply);
        hub_reply_free(&reply);
    }
    free(exchange->body);
    free(exchange->target);
    free(exchange);
    *state = NULL;
}

/* Addresses stay undecoded: ours need no escapes, and hub.h refuses them. */
static size_t keep_escapes(void *context, struct MHD_Connection *connection, char *text)
{
    (void)context;
    (void)connection;
    return strlen(text);
}

static enum MHD_Result add_header(void *context, enum MHD_ValueKind kind, const char *name,
                                  const char *value)
{
    Exchange *exchange = context;
    (void)kind;
    if (exchange->header_count > HUB_HEADERS_MAX) {
        return MHD_NO;
    }
    exchange->headers[exchange->header_count++] = (HubHeader){str_of(name), str_of(value)};
    return MHD_YES;
}

static enum MHD_Result send_reply(Exchange *exchange, HubReply *reply)
{
    enum MHD_ResponseMemoryMode mode = reply->body ? MHD_RESPMEM_MUST_FREE : MHD_RESPMEM_PERSISTENT;
    struct MHD_Response *response =
        MHD_create_response_from_buffer(reply->body_size, reply->body, mode);
    check(response != NULL);
    reply->body = NULL; /* the response frees it */
    if (reply->content_type != NULL) {
        MHD_add_response_header(response, "Content-Type", reply->content_type);
    }
    MHD_add_response_header(response, "X-Content-Type-Options", "nosniff");
    for (size_t i = 0; i < reply->header_count; i++) {
        MHD_add_response_header(response, reply->headers[i].name, reply->headers[i].value);
    }
    exchange->state = EXCHANGE_ANSWERED;
    enum MHD_Result queued =
        MHD_queue_response(exchange->connection, (unsigned)reply->status, response);
    MHD_destroy_response(response);
    hub_reply_free(reply);
    return queued;
}

static enum MHD_Result finish(Exchange *exchange, bool applied)
{
    HubReply reply = {0};
    Call *call = exchange->call;
    exchange->call = NULL;
    hub_end(call, applied, &reply);
    return send_reply(exchange, &reply);
}

/* On the writer's thread. */
static void written(HubJob *job, bool applied)
{
    Exchange *exchange = job->context;
    exchange->applied = applied;
    MHD_resume_connection(exchange->connection);
}

static enum MHD_Result answer(Exchange *exchange)
{
    HubServer *server = exchange->server;
    HubJob *job = &exchange->job;
    exchange->request.body = (Str){exchange->body ? exchange->body : "", exchange->body_size};
    exchange->request.now_s = clock_ms(CLOCK_REALTIME) / MS_PER_S;
    exchange->request.now_ms = clock_ms(CLOCK_BOOTTIME);
    exchange->call = hub_begin(server->hub, &exchange->request);
    job->ops = hub_ops(exchange->call, &job->count);
    if (job->count == 0) {
        return finish(exchange, true);
    }
    job->done = written;
    job->context = exchange;
    exchange->state = EXCHANGE_WRITING;
    /* Suspend first: the commit may be quicker than this thread. */
    MHD_suspend_connection(exchange->connection);
    if (!hub_writer_submit(server->writer, job)) {
        exchange->applied = false;
        MHD_resume_connection(exchange->connection);
    }
    return MHD_YES;
}

static enum MHD_Result take_head(Exchange *exchange, const char *method)
{
    HubReply reply = {0};
    MHD_get_connection_values(exchange->connection, MHD_HEADER_KIND, add_header, exchange);
    exchange->request = (HubRequest){.method = str_of(method),
                                     .target = str_of(exchange->target),
                                     .headers = exchange->headers,
                                     .header_count = exchange->header_count};
    exchange->state = EXCHANGE_BODY;
    return hub_head(&exchange->request, &reply) ? send_reply(exchange, &reply) : MHD_YES;
}

/* The head promised at most HUB_BODY_BYTES_MAX; more is a broken connection. */
static enum MHD_Result take_body(Exchange *exchange, const char *data, size_t *size)
{
    if (exchange->body_size + *size > HUB_BODY_BYTES_MAX) {
        return MHD_NO;
    }
    if (exchange->body_size + *size > exchange->body_room) {
        size_t room = (exchange->body_size + *size) * 2;
        char *grown = realloc(exchange->body, room);
        check(grown != NULL);
        exchange->body = grown;
        exchange->body_room = room;
    }
    memcpy(exchange->body + exchange->body_size, data, *size);
    exchange->body_size += *size;
    *size = 0;
    return MHD_YES;
}

static enum MHD_Result handle(void *context, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *data,
                              size_t *size, void **state)
{
    Exchange *exchange = *state;
    (void)context;
    (void)connection;
    (void)url;
    (void)version;
    switch (exchange->state) {
    case EXCHANGE_NEW: return take_head(exchange, method);
    case EXCHANGE_BODY: return *size > 0 ? take_body(exchange, data, size) : answer(exchange);
    case EXCHANGE_WRITING: return finish(exchange, exchange->applied);
    case EXCHANGE_ANSWERED: *size = 0; return MHD_YES;
    }
    return MHD_NO;
}

static struct MHD_Daemon *start_daemon(HubServer *server, int fd)
{
    unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME;
    return MHD_start_daemon(flags, 0, NULL, NULL, handle, server, MHD_OPTION_LISTEN_SOCKET, fd,
                            MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_THREAD_POOL_SIZE,
                            (unsigned)POOL_THREADS, MHD_OPTION_CONNECTION_LIMIT,
                            (unsigned)CONNECTIONS_MAX, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
                            (size_t)CONNECTION_MEMORY_BYTES, MHD_OPTION_CONNECTION_TIMEOUT,
                            (unsigned)CONNECTION_TIMEOUT_S, MHD_OPTION_URI_LOG_CALLBACK,
                            start_exchange, server, MHD_OPTION_UNESCAPE_CALLBACK, keep_escapes,
                            NULL, MHD_OPTION_NOTIFY_COMPLETED, end_exchange, NULL, MHD_OPTION_END);
}

HubServer *hub_server_start(Hub *hub, HubWriter *writer, const HubConfig *config, Err *err)
{
    HubServer *server = calloc(1, sizeof *server);
    check(server != NULL);
    server->hub = hub;
    server->writer = writer;
    int fd = hub_listen_open(config, &server->port, err);
    server->daemon = fd >= 0 ? start_daemon(server, fd) : NULL;
    if (server->daemon != NULL) {
        return server;
    }
    err_set(err, "server.start", "the HTTP library does not start");
    if (fd >= 0) {
        close(fd);
    }
    free(server);
    return NULL;
}

int hub_server_port(const HubServer *server)
{
    return server->port;
}

/* No new connections. Those that are there get 503 for what they still write: the writer stops. */
void hub_server_drain(HubServer *server)
{
    int fd = MHD_quiesce_daemon(server->daemon);
    if (fd >= 0) {
        close(fd);
    }
}

void hub_server_stop(HubServer *server)
{
    MHD_stop_daemon(server->daemon);
    free(server);
}
