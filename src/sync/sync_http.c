/* sync_http.c - libcurl with everything switched off that we do not need. */
#include "sync_http.h"

#include <curl/curl.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "buf.h"
#include "check.h"

enum { TOKEN_HEADER_BYTES_MAX = 128, SLOW_BYTES_PER_S = 16, SLOW_S_MAX = 20 };

struct SyncHttp {
    CURL *curl;
    SyncConfig config;
};

/* Grows up to SYNC_HTTP_REPLY_BYTES_MAX. */
typedef struct Body {
    char *data;
    size_t size;
    bool too_large;
} Body;

SyncHttp *sync_http_open(const SyncConfig *config, Err *err)
{
    SyncHttp *http = calloc(1, sizeof *http);
    if (http == NULL || curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
        err_set(err, "memory.full", "libcurl does not start");
        free(http);
        return NULL;
    }
    http->config = *config;
    http->curl = curl_easy_init();
    if (http->curl == NULL) {
        err_set(err, "memory.full", "libcurl does not start");
        sync_http_close(http);
        return NULL;
    }
    return http;
}

void sync_http_close(SyncHttp *http)
{
    if (http != NULL) {
        curl_easy_cleanup(http->curl);
        curl_global_cleanup();
        free(http);
    }
}

void sync_http_free(SyncHttpReply *reply)
{
    free(reply->body);
    *reply = (SyncHttpReply){0};
}

/* ---- which hub ---- */

static bool has_part(CURLU *url, CURLUPart part)
{
    char *text = NULL;
    bool there = curl_url_get(url, part, &text, 0) == CURLUE_OK && text[0] != '\0';
    curl_free(text);
    return there;
}

static bool part_is(CURLU *url, CURLUPart part, const char *wanted)
{
    char *text = NULL;
    bool same = curl_url_get(url, part, &text, 0) == CURLUE_OK && strcmp(text, wanted) == 0;
    curl_free(text);
    return same;
}

static bool is_allowed(CURLU *parsed)
{
    if (has_part(parsed, CURLUPART_USER) || has_part(parsed, CURLUPART_PASSWORD) ||
        has_part(parsed, CURLUPART_QUERY) || has_part(parsed, CURLUPART_FRAGMENT)) {
        return false;
    }
    bool loopback = part_is(parsed, CURLUPART_HOST, "127.0.0.1");
    return part_is(parsed, CURLUPART_SCHEME, "https") ||
           (part_is(parsed, CURLUPART_SCHEME, "http") && loopback);
}

bool sync_http_is_allowed(const char *url, Err *err)
{
    CURLU *parsed = curl_url();
    bool good = parsed != NULL && strlen(url) < SYNC_HTTP_URL_BYTES_MAX &&
                curl_url_set(parsed, CURLUPART_URL, url, 0) == CURLUE_OK && is_allowed(parsed);
    curl_url_cleanup(parsed);
    return good || err_set(err, "sync.url", "not an https address of a hub: %.100s", url);
}

/* ---- the exchange ---- */

static size_t take_body(char *data, size_t one, size_t size, void *context)
{
    Body *body = context;
    check(one == 1);
    if (size > SYNC_HTTP_REPLY_BYTES_MAX - body->size) {
        body->too_large = true;
        return 0;
    }
    char *grown = realloc(body->data, body->size + size + 1);
    if (grown == NULL) {
        return 0;
    }
    memcpy(grown + body->size, data, size);
    body->data = grown;
    body->size += size;
    body->data[body->size] = '\0';
    return size;
}

/* A kiosk without a battery clock boots in 1970, when no certificate is valid yet. The caller says
 * when that may be forgiven; chain and host name are verified all the same. */
static CURLcode set_dates(CURL *curl, void *context, void *user)
{
    (void)curl;
    const SyncHttpCall *call = user;
    X509_VERIFY_PARAM *param = SSL_CTX_get0_param(context);
    if (call->dates == SYNC_HTTP_DATES_AT) {
        X509_VERIFY_PARAM_set_time(param, (time_t)call->at_utc_s);
    } else if (call->dates == SYNC_HTTP_DATES_IGNORED &&
               X509_VERIFY_PARAM_set_flags(param, X509_V_FLAG_NO_CHECK_TIME) != 1) {
        return CURLE_SSL_CERTPROBLEM;
    }
    return CURLE_OK;
}

static void set_limits(CURL *curl)
{
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, (long)SYNC_HTTP_CONNECT_S_MAX);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)SYNC_HTTP_TOTAL_S_MAX);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, (long)SLOW_BYTES_PER_S);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, (long)SLOW_S_MAX);
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https,http");
    curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
    curl_easy_setopt(curl, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "oksp-sync/" OKSP_VERSION);
}

static void set_tls(CURL *curl, const SyncHttp *http, const SyncHttpCall *call)
{
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    /* A session of an earlier handshake would skip the verification of dates. */
    curl_easy_setopt(curl, CURLOPT_SSL_SESSIONID_CACHE, 0L);
    curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, 1L);
    curl_easy_setopt(curl, CURLOPT_FORBID_REUSE, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_CTX_FUNCTION, set_dates);
    curl_easy_setopt(curl, CURLOPT_SSL_CTX_DATA, (void *)(uintptr_t)call);
    if (http->config.ca_file[0] != '\0') {
        curl_easy_setopt(curl, CURLOPT_CAINFO, http->config.ca_file);
    }
    curl_easy_setopt(curl, CURLOPT_PROXY, http->config.proxy);
}

static void set_body(CURL *curl, const SyncHttpCall *call)
{
    if (call->body.data != NULL) {
        curl_easy_setopt(curl, CURLOPT_POST, 1L);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, call->body.data);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)call->body.size);
    }
}

static struct curl_slist *headers_of(const SyncHttpCall *call)
{
    char token[TOKEN_HEADER_BYTES_MAX];
    /* "Expect:" empty: waiting for 100-continue would make the two kinds of sync differ. */
    struct curl_slist *list = curl_slist_append(NULL, "Expect:");
    list = curl_slist_append(list, "Accept: application/json");
    if (call->body.data != NULL) {
        list = curl_slist_append(list, "Content-Type: application/json");
    }
    if (call->token != NULL) {
        Buf buf = buf_init(token, sizeof token);
        buf_format(&buf, "Authorization: Bearer %s", call->token);
        list = buf.overflow ? list : curl_slist_append(list, token);
    }
    return list;
}

static bool fail(CURLcode code, const Body *body, Err *err)
{
    const char *text = curl_easy_strerror(code);
    switch ((int)code) {
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_ISSUER_ERROR: return err_set(err, "sync.tls", "%s", text);
    case CURLE_OPERATION_TIMEDOUT: return err_set(err, "sync.timeout", "%s", text);
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_SEND_ERROR:
    case CURLE_GOT_NOTHING: return err_set(err, "sync.offline", "%s", text);
    case CURLE_UNSUPPORTED_PROTOCOL: /* it does not even speak HTTP */
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_WRITE_ERROR:
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
        return err_set(err, "sync.reply", "%s", body->too_large ? "the reply is too large" : text);
    default: return err_set(err, "sync.http", "%s", text);
    }
}

static void take_head(CURL *curl, SyncHttpReply *reply)
{
    const char *type = NULL;
    curl_off_t retry_after_s = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply->status);
    curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &type);
    curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &retry_after_s);
    Str rest = str_of(type);
    (void)str_copy(str_trim(str_cut(&rest, ';')), reply->type, sizeof reply->type);
    reply->retry_after_s = retry_after_s < 0 ? 0 : (int64_t)retry_after_s;
}

bool sync_http_call(SyncHttp *http, const SyncHttpCall *call, SyncHttpReply *reply, Err *err)
{
    char address[SYNC_HTTP_URL_BYTES_MAX + SYNC_HTTP_TYPE_BYTES_MAX];
    Body body = {0};
    *reply = (SyncHttpReply){0};
    Buf buf = buf_init(address, sizeof address);
    buf_format(&buf, "%s%s", call->url, call->path);
    if (!sync_http_is_allowed(call->url, err) || buf.overflow) {
        return err_set(err, "sync.url", "the address of the hub is too long");
    }
    curl_easy_reset(http->curl);
    set_limits(http->curl);
    set_tls(http->curl, http, call);
    set_body(http->curl, call);
    struct curl_slist *headers = headers_of(call);
    curl_easy_setopt(http->curl, CURLOPT_URL, address);
    curl_easy_setopt(http->curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(http->curl, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(http->curl, CURLOPT_WRITEDATA, &body);
    CURLcode code = curl_easy_perform(http->curl);
    curl_slist_free_all(headers);
    reply->body = body.data;
    reply->size = body.size;
    if (code != CURLE_OK) {
        return fail(code, &body, err);
    }
    take_head(http->curl, reply);
    return true;
}
