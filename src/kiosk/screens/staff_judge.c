/* staff_judge.c - from the facts of this machine to green, amber and red, in words. Green is only
 * said of what was read and was good; what was not read is never green. */
#include "staff.h"

enum { MINUTE_S = 60, HOUR_S = 3600, DAY_S = 86400, MB_PER_GB = 1024 };
enum { SYNC_S = 600 }; /* between two syncs, as long as the hub has not asked for another */
enum { YEAR_MAX = 9999, MONTH_MAX = 12, DAY_MAX = 31 };

static const MsgStaff *facts_of(const View *view)
{
    return &view->app->visitor.staff.facts;
}

static StaffLight worse(StaffLight a, StaffLight b)
{
    return a > b ? a : b;
}

const char *staff_icon(StaffLight light)
{
    switch (light) {
    case STAFF_READING: return "hourglass-high";
    case STAFF_GOOD: return "circle-check-filled";
    case STAFF_WATCH: return "alert-triangle-filled";
    case STAFF_BAD: return "alert-circle-filled";
    }
    return "";
}

ThemeHue staff_hue(StaffLight light)
{
    switch (light) {
    case STAFF_READING: return HUE_SAND;
    case STAFF_GOOD: return HUE_LEAF;
    case STAFF_WATCH: return HUE_SUN;
    case STAFF_BAD: return HUE_RED;
    }
    return HUE_NONE;
}

/* ---- words ------------------------------------------------------------------------------- */

static const char *fill_number(const View *view, TextKey key, const char *name, int64_t number)
{
    MessageArg arg = message_number(name, number);

    return view_fill(view, key, &arg, 1);
}

static const char *fill_code(const View *view, TextKey key, const char *code)
{
    MessageArg arg = message_text("code", str_of(code));

    return view_fill(view, key, &arg, 1);
}

static const char *fill_age(const View *view, TextKey key, int64_t seconds)
{
    MessageArg arg = message_text("age", str_of(staff_age(view, seconds)));

    return view_fill(view, key, &arg, 1);
}

const char *staff_age(const View *view, int64_t seconds)
{
    int64_t minutes = seconds / MINUTE_S;

    if (minutes < 1) {
        return view_text(view, TEXT_STAFF_AGE_NOW);
    }
    if (seconds >= DAY_S) {
        return fill_number(view, TEXT_STAFF_AGE_DAYS, "count", seconds / DAY_S);
    }
    if (seconds < HOUR_S) {
        return fill_number(view, TEXT_STAFF_AGE_MINUTES, "count", minutes);
    }
    return view_fill(view, TEXT_STAFF_AGE_HOURS,
                     (MessageArg[]){message_number("hours", seconds / HOUR_S),
                                    message_number("count", minutes % (HOUR_S / MINUTE_S))},
                     2);
}

/* What oksp-sync left as its last error, in words. */
static const char *error_words(const View *view, const char *code)
{
    static const struct {
        const char *begins;
        TextKey key;
    } rows[] = {
        {"sync.offline", TEXT_STAFF_ERROR_OFFLINE}, {"sync.timeout", TEXT_STAFF_ERROR_OFFLINE},
        {"sync.denied", TEXT_STAFF_ERROR_DENIED},   {"sync.too-old", TEXT_STAFF_ERROR_OLD},
        {"sync.busy", TEXT_STAFF_ERROR_BUSY},       {"sync.tls", TEXT_STAFF_ERROR_TLS},
        {"sync.reply", TEXT_STAFF_ERROR_REPLY},     {"store.full", TEXT_STAFF_ERROR_DISK},
        {"disk.low", TEXT_STAFF_ERROR_DISK},        {"store.", TEXT_STAFF_ERROR_STORE},
    };

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (str_starts_with(str_of(code), str_of(rows[i].begins))) {
            return view_text(view, rows[i].key);
        }
    }
    return fill_code(view, TEXT_STAFF_ERROR_OTHER, code);
}

/* ---- rows -------------------------------------------------------------------------------- */

static bool is_late(const MsgStaff *facts)
{
    int64_t every_s = facts->next_s > 0 ? facts->next_s : SYNC_S;
    int64_t limit_s = every_s * STAFF_LATE_FACTOR;

    return facts->contact_s > (limit_s < HOUR_S ? HOUR_S : limit_s);
}

static StaffRow contact_row(const View *view)
{
    const MsgStaff *facts = facts_of(view);
    int64_t every_s = facts->next_s > 0 ? facts->next_s : SYNC_S;
    StaffRow row = {.icon = "refresh", .hue = HUE_SKY, .caption = TEXT_STAFF_CONTACT};

    row.value = facts->contact_s < 0 ? view_text(view, TEXT_STAFF_CONTACT_NEVER)
                                     : fill_age(view, TEXT_STAFF_CONTACT_AGO, facts->contact_s);
    row.light = facts->contact_s < 0 || facts->contact_s > APP_OFFLINE_S ? STAFF_BAD : STAFF_GOOD;
    if (facts->contact_error[0] != '\0') {
        row.light = worse(row.light, STAFF_WATCH);
        row.words = error_words(view, facts->contact_error);
    } else if (row.light == STAFF_BAD || is_late(facts)) {
        row.light = worse(row.light, STAFF_WATCH);
        row.words = view_text(view, facts->contact_s < 0 ? TEXT_STAFF_CONTACT_CHECK
                                                         : TEXT_STAFF_CONTACT_LATE);
    } else {
        row.words = fill_number(view, TEXT_STAFF_CONTACT_NEXT, "minutes",
                                (every_s + MINUTE_S - 1) / MINUTE_S);
    }
    return row;
}

/* Days since `date`, -1 when it or today is not known. */
static int64_t days_since(const View *view, Date date)
{
    Date today;

    if (date.year == 0 || !app_today(view->app, &today)) {
        return -1;
    }
    int64_t days = when_days(today) - when_days(date);
    return days < 0 ? -1 : days;
}

/* "2025-11-14" */
static Date date_of(Str text)
{
    int64_t year = 0, month = 0, day = 0;
    Str rest = text;
    bool good = str_to_int(str_cut(&rest, '-'), 1, YEAR_MAX, &year) &&
                str_to_int(str_cut(&rest, '-'), 1, MONTH_MAX, &month) &&
                str_to_int(rest, 1, DAY_MAX, &day);

    return good ? (Date){(int)year, (int)month, (int)day} : (Date){0};
}

static StaffRow pack_row(const View *view)
{
    ContentInfo info = content_info(view->content);
    int64_t days = days_since(view, date_of(info.built));
    MessageArg version = message_text("version", info.built);
    StaffRow row = {.icon = "file-text", .hue = HUE_PETROL, .caption = TEXT_STAFF_PACK};

    row.value = view_fill(view, TEXT_STAFF_PACK_VERSION, &version, 1);
    row.light = days > STAFF_PACK_DAYS_MAX ? STAFF_WATCH : STAFF_GOOD;
    row.words = days < 0 ? fill_number(view, TEXT_STAFF_PACK_NUMBER, "number", info.seq)
                         : fill_number(view, TEXT_STAFF_PACK_DAYS, "count", days);
    return row;
}

static StaffRow keys_row(const View *view)
{
    const MsgStaff *facts = facts_of(view);
    int64_t days = days_since(view, facts->keyring_issued);
    StaffRow row = {.icon = "key", .hue = HUE_LEAF, .caption = TEXT_STAFF_KEYS};

    row.light = facts->has_key ? STAFF_GOOD : STAFF_BAD;
    row.words = view_text(view, facts->has_key ? TEXT_STAFF_KEYS_GOOD : TEXT_STAFF_KEYS_CALL);
    if (!facts->has_key) {
        bool none = !facts->is_enrolled && facts->store != MSG_STORE_CLOSED;
        row.value = view_text(view, none ? TEXT_STAFF_KEYS_NONE : TEXT_STAFF_KEYS_BAD);
    } else if (days < 0) {
        row.value = fill_number(view, TEXT_STAFF_PACK_NUMBER, "number", facts->keyring_seq);
    } else {
        row.value = fill_number(view, TEXT_STAFF_PACK_DAYS, "count", days);
    }
    return row;
}

static const char *disk_words(const View *view)
{
    const MsgStaff *facts = facts_of(view);

    if (facts->disk_free_mb < 0) {
        return view_text(view, TEXT_STAFF_DISK_UNKNOWN);
    }
    return view_fill(view, TEXT_STAFF_DISK_FREE,
                     (MessageArg[]){message_number("free", facts->disk_free_mb / MB_PER_GB),
                                    message_number("all", facts->disk_mb / MB_PER_GB)},
                     2);
}

static StaffRow disk_row(const View *view)
{
    const MsgStaff *facts = facts_of(view);
    StaffRow row = {.icon = "device-sd-card", .hue = HUE_LEAF, .caption = TEXT_STAFF_DISK};
    bool low = facts->disk_free_mb < STAFF_DISK_LOW_MB || facts->is_filling;
    TextKey key = TEXT_STAFF_DISK_GOOD;

    row.value = disk_words(view);
    row.light = STAFF_GOOD;
    if (facts->store == MSG_STORE_CLOSED) {
        row.light = STAFF_BAD;
        key = TEXT_STAFF_DISK_CLOSED;
    } else if (facts->store != MSG_STORE_GOOD) {
        row.light = STAFF_BAD;
        key = TEXT_STAFF_DISK_DAMAGED;
    } else if (low) {
        row.light = STAFF_WATCH;
        key = TEXT_STAFF_DISK_LOW;
    } else if (!facts->has_ballast) {
        row.light = STAFF_WATCH;
        key = TEXT_STAFF_DISK_RESERVE;
    }
    row.words = view_text(view, key);
    return row;
}

static StaffRow panel_row(const View *view)
{
    static const struct {
        StaffLight light;
        TextKey words;
    } judgements[] = {[STAFF_REACH_GOOD] = {STAFF_GOOD, TEXT_STAFF_PANEL_GOOD},
                      [STAFF_REACH_NO_SIZE] = {STAFF_WATCH, TEXT_STAFF_PANEL_NO_SIZE},
                      [STAFF_REACH_NO_MOUNT] = {STAFF_WATCH, TEXT_STAFF_PANEL_NO_MOUNT},
                      [STAFF_REACH_HIGH] = {STAFF_BAD, TEXT_STAFF_PANEL_HIGH},
                      [STAFF_REACH_HIGH_CHILD] = {STAFF_BAD, TEXT_STAFF_PANEL_HIGH},
                      [STAFF_REACH_LOW] = {STAFF_BAD, TEXT_STAFF_PANEL_LOW}};
    const Panel *panel = &view->app->setup.panel;
    StaffReach reach = staff_reach_of(panel);
    MessageArg size[] = {
        message_text("width", str_of(ui_format(view->ui, "%d", panel->width_px))),
        message_text("height", str_of(ui_format(view->ui, "%d", panel->height_px)))};

    return (StaffRow){.icon = "device-desktop",
                      .hue = HUE_CORAL,
                      .caption = TEXT_STAFF_PANEL,
                      .value = view_fill(view, TEXT_STAFF_PANEL_SIZE, size, 2),
                      .light = judgements[reach].light,
                      .words = view_text(view, judgements[reach].words)};
}

static StaffRow clock_row(const View *view)
{
    RequestClock clock = facts_of(view)->clock;
    StaffRow row = {.icon = "clock", .hue = HUE_SKY, .caption = TEXT_STAFF_CLOCK};
    Date today;

    if (clock == REQUEST_CLOCK_OK && app_today(view->app, &today)) {
        row.value = view_text(view, TEXT_STAFF_CLOCK_GOOD);
        row.light = STAFF_GOOD;
        row.words = view_date(view, today);
        return row;
    }
    bool est = clock == REQUEST_CLOCK_EST;
    row.light = est ? STAFF_WATCH : STAFF_BAD;
    row.value = view_text(view, est ? TEXT_STAFF_CLOCK_EST : TEXT_STAFF_CLOCK_NONE);
    row.words = view_text(view, est ? TEXT_STAFF_CLOCK_EST_SUB : TEXT_STAFF_CLOCK_NONE_SUB);
    return row;
}

/* ---- the most important thing ------------------------------------------------------------ */

static StaffBanner said(const View *view, StaffLight light, TextKey title, const char *sub)
{
    return (StaffBanner){
        .light = light, .icon = staff_icon(light), .title = view_text(view, title), .sub = sub};
}

/* What may have been lost, or cannot be kept: said before anything else. */
static bool is_broken(const View *view, StaffBanner *banner)
{
    const MsgStaff *facts = facts_of(view);

    if (facts->store == MSG_STORE_CLOSED) {
        *banner = said(view, STAFF_BAD, TEXT_STAFF_BANNER_CLOSED,
                       fill_code(view, TEXT_STAFF_BANNER_CLOSED_SUB, facts->store_error));
    } else if (facts->store != MSG_STORE_GOOD) {
        bool back = facts->store == MSG_STORE_SALVAGED;
        *banner = said(
            view, STAFF_BAD, TEXT_STAFF_BANNER_DAMAGED,
            view_text(view, back ? TEXT_STAFF_BANNER_SALVAGED_SUB : TEXT_STAFF_BANNER_DAMAGED_SUB));
    } else if (!facts->is_enrolled) {
        *banner = said(view, STAFF_BAD, TEXT_STAFF_BANNER_ENROL,
                       view_text(view, TEXT_STAFF_BANNER_ENROL_SUB));
    } else if (!facts->has_key) {
        *banner = said(view, STAFF_BAD, TEXT_STAFF_BANNER_KEY,
                       fill_code(view, TEXT_STAFF_BANNER_KEY_SUB, facts->key_error));
    } else if (facts->is_refused) {
        *banner = said(view, STAFF_BAD, TEXT_STAFF_BANNER_REFUSED,
                       view_text(view, TEXT_STAFF_BANNER_REFUSED_SUB));
    } else {
        return false;
    }
    return true;
}

/* No contact for a day is said before what waits because of it. */
static StaffBanner going(const View *view, StaffLight rows)
{
    const MsgStaff *facts = facts_of(view);
    bool never = facts->contact_s < 0;
    StaffBanner banner;

    if (never || facts->contact_s > APP_OFFLINE_S) {
        banner = said(view, STAFF_BAD, TEXT_STAFF_BANNER_NEVER,
                      view_text(view, TEXT_STAFF_BANNER_LATE_SUB));
        banner.title =
            never ? banner.title : fill_age(view, TEXT_STAFF_BANNER_LATE, facts->contact_s);
        banner.icon = "cloud-off";
    } else if (facts->is_waiting) {
        banner = said(view, facts->oldest_s > HOUR_S ? STAFF_WATCH : STAFF_GOOD,
                      TEXT_STAFF_BANNER_WAITING,
                      fill_age(view, TEXT_STAFF_BANNER_WAITING_SUB, facts->oldest_s));
        banner.icon = "lock";
    } else if (rows > STAFF_GOOD) {
        banner = said(view, rows, TEXT_STAFF_BANNER_GOOD,
                      view_text(view, rows == STAFF_BAD ? TEXT_STAFF_BANNER_LOOK_BAD
                                                        : TEXT_STAFF_BANNER_LOOK));
    } else {
        banner = said(view, STAFF_GOOD, TEXT_STAFF_BANNER_GOOD,
                      view_text(view, TEXT_STAFF_BANNER_GOOD_SUB));
    }
    return banner;
}

StaffLight staff_judge(const View *view, StaffRow rows[STAFF_ROWS], StaffBanner *banner)
{
    static StaffRow (*const make[STAFF_ROWS])(const View *view) = {
        contact_row, pack_row, keys_row, disk_row, panel_row, clock_row};
    StaffLight worst = STAFF_GOOD;

    for (int i = 0; i < STAFF_ROWS; i++) {
        rows[i] = make[i](view);
        worst = worse(worst, rows[i].light);
    }
    if (!is_broken(view, banner)) {
        *banner = going(view, worst);
    }
    return worse(worst, banner->light);
}

/* ---- the mounting ------------------------------------------------------------------------ */

static int reach_u(const Panel *panel, bool child)
{
    return theme_scale(panel, (ThemeWish){.child = child}).reach_u;
}

static double lowest_mm(const Panel *panel)
{
    Theme theme = theme_scale(panel, (ThemeWish){0});

    return panel->mount_bottom_mm + theme_px(&theme, U_EDGE) / panel->px_per_mm;
}

StaffReach staff_reach_of(const Panel *panel)
{
    bool tall = panel->height_px > panel->width_px;

    if (!(panel->px_per_mm > 0)) {
        return STAFF_REACH_NO_SIZE;
    }
    if (panel->mount_bottom_mm <= 0) {
        return STAFF_REACH_NO_MOUNT;
    }
    if (reach_u(panel, false) > (tall ? STAFF_REACH_PARENT : 0)) {
        return STAFF_REACH_HIGH;
    }
    if (reach_u(panel, true) > (tall ? STAFF_REACH_CHILD : STAFF_REACH_CHILD_WIDE)) {
        return STAFF_REACH_HIGH_CHILD;
    }
    return lowest_mm(panel) < LIMIT_REACH_LOW_MM ? STAFF_REACH_LOW : STAFF_REACH_GOOD;
}
