/* enrol_store.c - enrol_store FOLDER: a kiosk store with keys that nobody has, for stories. */
#include <stdio.h>

#include "enrolled.h"

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: enrol_store FOLDER\n");
        return 2;
    }
    enrolled_make(argv[1], NULL);
    return 0;
}
