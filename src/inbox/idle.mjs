// idle.mjs - when nobody touches the page: first a warning, then the lock.
// Owns: the two limits and the reckoning. Never: the DOM; a sleeping computer counts as idle.

export const LOCK_MS = 10 * 60_000;
export const WARN_MS = LOCK_MS - 2 * 60_000;
// A call that was never ended must not keep a screen open all night.
export const TALK_MS_MAX = 120 * 60_000;
const CHECK_MS = 1_000;

/** `on`: { warn, calm, lock }. Call touch() on every sign of life, talk(true) during a call. */
export function makeIdle(on, now = Date.now) {
  const state = { touched: now(), talkSince: null, warned: false, timer: null };
  const talking = () => state.talkSince !== null && now() - state.talkSince < TALK_MS_MAX;
  const check = () => {
    const idle = talking() ? 0 : now() - state.touched;
    if (talking()) state.touched = now();
    if (idle >= LOCK_MS) return on.lock();
    const warn = idle >= WARN_MS;
    if (warn !== state.warned) (warn ? on.warn : on.calm)();
    state.warned = warn;
    return undefined;
  };
  return {
    check,
    touch: () => {
      // After a long sleep the first movement must find the lock, not postpone it.
      check();
      state.touched = now();
      check();
    },
    talk: (active) => {
      state.talkSince = active ? now() : null;
      state.touched = now();
    },
    start: () => {
      state.touched = now();
      state.timer = setInterval(check, CHECK_MS);
    },
    stop: () => {
      clearInterval(state.timer);
      state.warned = false;
      state.talkSince = null;
    },
  };
}
