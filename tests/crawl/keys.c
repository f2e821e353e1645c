/* keys.c - see keys.h. */
#include "keys.h"

#define LONG_NAME "Wilhelmina-Alexandrina van Oud-Vossemeer"
#define SENTENCE "We wachten al drie maanden op extra hulp in de klas. "
#define LONG_NOTE SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE

const char *const KEYS_PIN[] = {"123456", NULL};

const char *const *keys_for(AppField field)
{
    static const char *const phone[] = {"06 12 34 56 78", "06",  "0800 1234",
                                        "061234567890",   "112", NULL};
    static const char *const mail[] = {"ouder@voorbeeld.nl", "ouder", NULL};
    static const char *const name[] = {"Amina", LONG_NAME, NULL};
    static const char *const note[] = {"Hij gaat niet meer.", "123456782", LONG_NOTE, NULL};
    static const char *const search[] = {"hulp", "hoorrecht", "qqqqq", NULL};
    static const char *const other[] = {"Dit is een zin.", LONG_NOTE, NULL};

    switch ((int)field) {
    case APP_FIELD_PHONE:
    case APP_FIELD_CHILD_PHONE: return phone;
    case APP_FIELD_MAIL: return mail;
    case APP_FIELD_NAME:
    case APP_FIELD_ADULT:
    case APP_FIELD_CHILD_NAME: return name;
    case APP_FIELD_NOTE: return note;
    case APP_FIELD_SEARCH: return search;
    }
    return other;
}
