/* form.c - see form.h. */
#include "form.h"

#include <stdio.h>
#include <string.h>

typedef struct FormPanel {
    const char *name;
    Panel panel;
} FormPanel;

/* The highest mount at which each keeps everything within reach; small is gated at 15.6 inch. */
static const FormPanel panels[] = {
    {"portrait 32in", {1080, 1920, 2.71, 595}},    {"landscape 32in", {1920, 1080, 2.71, 700}},
    {"small 15.6in", {1280, 800, 3.81, 790}},      {"portrait 21.5in", {1080, 1920, 4.03, 700}},
    {"landscape 21.5in", {1920, 1080, 4.03, 850}},
};

/* The last two stand in the test pack only (pseudo.py): longer, accented; and right to left. */
static const char *const languages[] = {"nl", "ar", "nl-xa", "ar-xr"};

const int FORM_VALUES[FORM_FACTORS] = {
    sizeof panels / sizeof panels[0],
    sizeof languages / sizeof languages[0],
    TEXT_SIZE_COUNT,
    LOOK_COUNT,
    2,
};

WorldForm form_of(FormRow row)
{
    const FormPanel *panel = &panels[row.value[0]];

    return (WorldForm){.panel_name = panel->name,
                       .panel = panel->panel,
                       .language = languages[row.value[1]],
                       .size = (ThemeText)row.value[2],
                       .look = (ThemeLook)row.value[3],
                       .low = row.value[4] == 1};
}

void form_name(const WorldForm *form, char *out, size_t out_bytes)
{
    static const char *const looks[LOOK_COUNT] = {
        [LOOK_LIGHT] = "light", [LOOK_CALM] = "calm", [LOOK_HC] = "hc"};

    snprintf(out, out_bytes, "%s %s %s %d%%%s", form->panel_name, form->language, looks[form->look],
             theme_text_percent(form->size), form->low ? " low" : "");
}

/* ---- every row, and pairs ---------------------------------------------------------------- */

int form_all(FormRow rows[FORM_ROWS_MAX])
{
    FormRow row = {{0}};
    int count = 0;

    for (;;) {
        rows[count++] = row;
        int f = 0;
        while (f < FORM_FACTORS && ++row.value[f] == FORM_VALUES[f]) {
            row.value[f++] = 0;
        }
        if (f == FORM_FACTORS) {
            return count;
        }
    }
}

static bool meets(const FormRow *row, int f, int v, int g, int w)
{
    return row->value[f] == v && row->value[g] == w;
}

static bool is_met(const FormRow rows[], int count, int f, int v, int g, int w)
{
    for (int i = 0; i < count; i++) {
        if (meets(&rows[i], f, v, g, w)) {
            return true;
        }
    }
    return false;
}

/* Pairs of this row that no row before it has. */
static int gain(const FormRow rows[], int count, const FormRow *row)
{
    int pairs = 0;

    for (int f = 0; f < FORM_FACTORS; f++) {
        for (int g = f + 1; g < FORM_FACTORS; g++) {
            pairs += !is_met(rows, count, f, row->value[f], g, row->value[g]);
        }
    }
    return pairs;
}

int form_missing(const FormRow rows[], int count)
{
    FormRow all[FORM_ROWS_MAX];
    int missing = 0, every = form_all(all);

    for (int i = 0; i < every; i++) {
        missing += gain(rows, count, &all[i]);
    }
    return missing;
}

/* Greedy: the row with the most new pairs, the first of equals; beginning with the plain one. */
int form_pairs(FormRow rows[FORM_ROWS_MAX])
{
    FormRow all[FORM_ROWS_MAX];
    int every = form_all(all), count = 0;

    for (;;) {
        int best = -1, most = 0;
        for (int i = 0; i < every; i++) {
            int pairs = gain(rows, count, &all[i]);
            if (pairs > most) {
                most = pairs;
                best = i;
            }
        }
        if (best < 0) {
            return count;
        }
        rows[count++] = all[best];
    }
}
