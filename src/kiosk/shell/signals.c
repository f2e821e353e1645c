/* signals.c - signals as calls. See signals.h. */
#include "signals.h"

#include <pthread.h>
#include <signal.h>
#include <stddef.h>

static SignalsWish wanted;

static void signals_of_ours(sigset_t *set)
{
    sigemptyset(set);
    sigaddset(set, SIGTERM);
    sigaddset(set, SIGINT);
    sigaddset(set, SIGHUP);
    sigaddset(set, SIGUSR1);
}

static void *signals_main(void *context)
{
    sigset_t set;
    (void)context;
    signals_of_ours(&set);
    for (;;) {
        int number = 0;
        if (sigwait(&set, &number) != 0)
            continue;
        if (number == SIGUSR1)
            wanted.renew(wanted.context);
        else
            wanted.end(wanted.context);
    }
    return NULL;
}

bool signals_start(const SignalsWish *wish)
{
    sigset_t set;
    pthread_t thread;
    wanted = *wish;
    signals_of_ours(&set);
    if (pthread_sigmask(SIG_BLOCK, &set, NULL) != 0)
        return false;
    return pthread_create(&thread, NULL, signals_main, NULL) == 0 && pthread_detach(thread) == 0;
}
