// actions.mjs - what a colleague does to a request, as events of the protocol.
// Owns: event ids (so that a repeated call is the same event). Never: the DOM.
import { fromHex, toB64Url, toHex } from './bytes.mjs';
import { sealNote } from './envelope.mjs';
import { random } from './keys.mjs';

export const EVENT = Object.freeze({
  CLAIM: 1,
  RELEASE: 2,
  ATTEMPT: 3,
  NOTE: 4,
  CLOSE: 5,
  REOPEN: 6,
});
export const OUTCOMES = ['reached', 'not_reached', 'forwarded', 'withdrawn', 'duplicate', 'spam'];
const EVENT_ID_BYTES = 16;
const TRIES_MAX = 3;
const PAUSE_MS = 600;

/**
 * Posts one event. `what`: { type, outcome?, note? }; a note is an object and is sealed here.
 * A lost reply is tried again with the same event id, which the hub knows to be the same event.
 */
export async function postEvent({ api, session, pause = wait }, request, { type, outcome, note }) {
  const body = { event: toHex(random(EVENT_ID_BYTES)), rev: request.item.rev, type };
  if (outcome) body.outcome = outcome;
  if (note) body.note = toB64Url(sealNote(note, session.sealPk));
  return again(() => api.post(`/v1/requests/${checked(request.id)}/events`, body), pause);
}

export function eraseRequest({ api, pause = wait }, request, reason) {
  const body = { rev: request.item.rev, reason };
  return again(() => api.remove(`/v1/requests/${checked(request.id)}`, body), pause);
}

const checked = (id) => toHex(fromHex(id));
const wait = (ms) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

async function again(post, pause) {
  for (let left = TRIES_MAX - 1; ; left -= 1) {
    try {
      return await post();
    } catch (error) {
      const passing = error.kind === 'offline' || error.kind === 'store-unavailable';
      if (!passing || left === 0) throw error;
      await pause(PAUSE_MS * (TRIES_MAX - left));
    }
  }
}
