/* form.h - the forms a visitor can have it in: panel x language x colours x letters x low.
 * Owns nothing. A form is a row of five numbers. */
#ifndef OKSP_CRAWL_FORM_H
#define OKSP_CRAWL_FORM_H

#include "world.h"

enum { FORM_FACTORS = 5, FORM_ROWS_MAX = 600 };

typedef struct FormRow {
    int value[FORM_FACTORS];
} FormRow;

/* How many values each factor has. */
extern const int FORM_VALUES[FORM_FACTORS];

/* Rows in which every value of each factor meets every value of each other one. */
int form_pairs(FormRow rows[FORM_ROWS_MAX]);

/* Every row there is. */
int form_all(FormRow rows[FORM_ROWS_MAX]);

/* Pairs of values that stand together in none of the rows. */
int form_missing(const FormRow rows[], int count);

WorldForm form_of(FormRow row);

/* "portrait 32in nl light 175 % low" */
void form_name(const WorldForm *form, char *out, size_t out_bytes);

#endif
