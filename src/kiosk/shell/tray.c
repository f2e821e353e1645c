/* tray.c - jobs one way, answers the other. See tray.h. */
#include "tray.h"

/* ---- jobs --------------------------------------------------------------------------------------
 */

static bool has_job(const Tray *tray, TrayJobKind kind)
{
    for (int i = 0; i < tray->job_count; i++) {
        if (tray->jobs[(tray->job_first + i) % TRAY_JOBS_MAX].kind == kind)
            return true;
    }
    return false;
}

static bool is_asked_already(const Tray *tray, TrayJobKind kind)
{
    return (kind == TRAY_LOOK || kind == TRAY_FACTS) && has_job(tray, kind);
}

bool tray_give_job(Tray *tray, const TrayJob *job)
{
    int most = job->kind == TRAY_COUNT ? TRAY_COUNTS_MAX : TRAY_JOBS_MAX;

    if (is_asked_already(tray, job->kind))
        return true;
    if (tray->job_count >= most)
        return false;
    tray->jobs[(tray->job_first + tray->job_count) % TRAY_JOBS_MAX] = *job;
    tray->job_count++;
    return true;
}

bool tray_take_job(Tray *tray, TrayJob *job)
{
    if (tray->job_count == 0)
        return false;
    *job = tray->jobs[tray->job_first];
    tray->job_first = (tray->job_first + 1) % TRAY_JOBS_MAX;
    tray->job_count--;
    return true;
}

/* ---- answers -----------------------------------------------------------------------------------
 */

static bool only_newest_counts(WorkerAnswerKind kind)
{
    return kind == WORKER_STATUS || kind == WORKER_FACTS || kind == WORKER_PIN;
}

/* Where the older one of its kind lies, or the room behind the last. */
static int answer_at(const Tray *tray, WorkerAnswerKind kind)
{
    for (int i = 0; only_newest_counts(kind) && i < tray->answer_count; i++) {
        if (tray->answers[(tray->answer_first + i) % TRAY_ANSWERS_MAX].kind == kind)
            return i;
    }
    return tray->answer_count;
}

void tray_give_answer(Tray *tray, const WorkerAnswer *answer)
{
    WorkerAnswer oldest;
    int at = answer_at(tray, answer->kind);

    if (at == TRAY_ANSWERS_MAX) {
        (void)tray_take_answer(tray, &oldest);
        at--;
    }
    tray->answers[(tray->answer_first + at) % TRAY_ANSWERS_MAX] = *answer;
    tray->answer_count += at == tray->answer_count ? 1 : 0;
}

bool tray_take_answer(Tray *tray, WorkerAnswer *answer)
{
    if (tray->answer_count == 0)
        return false;
    *answer = tray->answers[tray->answer_first];
    tray->answer_first = (tray->answer_first + 1) % TRAY_ANSWERS_MAX;
    tray->answer_count--;
    return true;
}
