// poll.mjs - keeps the list fresh: every twenty seconds, and at once after an action.
// Owns: the timer. Never: runs while the page is locked (every call keeps the hub's session alive).
import { refreshMembers } from './session.mjs';
import { sumSignals } from './signals.mjs';
import { api, state } from './state.mjs';
import { readKiosks } from './view-kiosks.mjs';

export const POLL_MS = 20_000;
const PAGES_MAX = 500;
// Signals are held back for days: nothing is lost by asking for them now and then only.
const SIGNALS_OLD_MS = 10 * 60_000;
let timer = null;
let running = null;

/** `on`: { changed(arrived), failed(error) }. */
export function startPolling(on) {
  stopPolling();
  const tick = async () => {
    await pollNow(on);
    if (timer !== null) timer = setTimeout(tick, POLL_MS);
  };
  timer = setTimeout(tick, 0);
}

export function stopPolling() {
  clearTimeout(timer);
  timer = null;
}

/** One round now; a second call during a round waits for a fresh one after it. */
export async function pollNow(on) {
  if (running) await running;
  running = round(on);
  try {
    await running;
  } finally {
    running = null;
  }
}

async function round(on) {
  const { session } = state;
  if (!session) return;
  let arrived = 0;
  try {
    if (session.keys.size > 0) arrived = await fetchRequests(session);
    if (state.view === 'kiosks') await fetchKiosks(session);
    if (state.view === 'signals' && signalsAreOld()) await fetchSignals(session);
  } catch (error) {
    if (state.session === session) on.failed(error);
    return;
  }
  if (state.session !== session) return;
  state.staleSince = null;
  state.loaded = true;
  on.changed(arrived);
}

async function fetchRequests(session) {
  const { inbox } = state;
  const first = inbox.cursor === null;
  let arrived = 0;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const since = /^\d{1,19}$/.test(inbox.cursor ?? '') ? `&since=${inbox.cursor}` : '';
    const answer = await api.get(`/v1/requests?limit=200${since}`);
    if (state.session !== session) return 0;
    if (inbox.changedStore(answer.store)) continue;
    arrived += inbox.take(answer);
    if (answer.more !== true) break;
  }
  await meetMembers(session, inbox);
  return first ? 0 : arrived;
}

// Asked once for each new face, so that a member the hub has forgotten does not cost a call a poll.
async function meetMembers(session, inbox) {
  const faces = inbox
    .all()
    .flatMap(({ item, events }) => [item.assignee, ...events.map((event) => event.actor)]);
  const fresh = [...new Set(faces)].filter(
    (id) => id && !session.members.has(id) && !session.asked.has(id),
  );
  if (!fresh.length) return;
  for (const id of fresh) session.asked.add(id);
  await refreshMembers(api, session);
  inbox.version += 1;
}

async function fetchKiosks(session) {
  const answer = await api.get('/v1/kiosks');
  if (state.session === session) state.kiosks = readKiosks(answer, session.keyringSeq);
}

const signalsAreOld = () => !state.signals || Date.now() - state.signals.at > SIGNALS_OLD_MS;

async function fetchSignals(session) {
  const items = [];
  let after = '';
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const answer = await api.get(`/v1/signals${after}`);
    items.push(...(Array.isArray(answer.items) ? answer.items : []));
    if (answer.more !== true || !/^[0-9a-f]{32}$/.test(answer.next)) break;
    after = `?after=${answer.next}`;
  }
  const fleet = readKiosks(await api.get('/v1/kiosks'), session.keyringSeq);
  if (state.session !== session) return;
  const kiosks = fleet.items.filter((kiosk) => kiosk.state === 'active').length;
  state.signals = { ...sumSignals(items, session.keys), kiosks, at: Date.now() };
}
