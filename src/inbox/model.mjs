// model.mjs - the requests as the page knows them: what the hub sent, opened and checked.
// Owns: the list in memory and every check on an item. Never: the DOM, a network, storage.
import { fromB64Url } from './bytes.mjs';
import { cleanText } from './clean.mjs';
import { KIND, envelopeId, openEnvelope } from './envelope.mjs';
import { openNote, sumNotes } from './notes.mjs';
import { readPayload } from './payload.mjs';
import { picturesOf, refOf } from './receipt.mjs';

const ID = /^[0-9a-f]{32}$/;
const STATES = ['new', 'claimed', 'closed'];
const LABEL_MAX = 80;
const EVENTS_MAX = 500;
const WEEK_DAYS = 7;

const whole = (value, fallback = 0) => (Number.isSafeInteger(value) ? value : fallback);

/** All requests of one organisation; `keys` opens them. */
export class Inbox {
  constructor(keys) {
    this.keys = keys;
    this.requests = new Map();
    this.cursor = null;
    this.store = null;
    this.version = 0;
  }

  /** Takes one answer of GET /v1/requests; returns how many open requests are new to us. */
  take(answer) {
    let arrived = 0;
    if (answer.items?.length) this.version += 1;
    for (const item of Array.isArray(answer.items) ? answer.items : []) {
      if (!ID.test(item?.id)) continue;
      const known = this.requests.has(item.id);
      if (item.gone === true) this.requests.delete(item.id);
      else this.requests.set(item.id, makeRequest(item, this.keys));
      if (!known && item.state === 'new') arrived += 1;
    }
    this.cursor = typeof answer.next === 'string' ? answer.next : this.cursor;
    return arrived;
  }

  /** Forgets everything when the hub was put back from a backup. True when it did. */
  changedStore(store) {
    const changed = this.store !== null && this.store !== store;
    this.store = store;
    if (changed) {
      this.clear();
    }
    return changed;
  }

  all() {
    return [...this.requests.values()];
  }

  /** What stands now after one of our own events, without waiting for the next poll. */
  stand(id, { rev, state, assignee }) {
    const request = this.requests.get(id);
    if (!request || !STATES.includes(state)) return;
    Object.assign(request.item, {
      rev: whole(rev),
      state,
      assignee: ID.test(assignee) ? assignee : null,
    });
    this.version += 1;
  }

  clear() {
    this.version += 1;
    this.requests.clear();
    this.cursor = null;
  }
}

/** One item of the hub as a request: checked, opened, cleaned. Never throws. */
export function makeRequest(raw, keys) {
  const item = readItem(raw);
  const opened = openRequest(raw, keys);
  const events = readEvents(raw.events, keys);
  const sum = sumNotes(events.map((event) => event.note).filter(Boolean));
  return {
    id: raw.id,
    item,
    ref: refOf(raw.id),
    pictures: picturesOf(raw.id),
    events,
    missed: missedCalls(events),
    ...sum,
    ...opened,
  };
}

function readItem(raw) {
  return {
    id: raw.id,
    state: STATES.includes(raw.state) ? raw.state : 'new',
    rev: whole(raw.rev),
    assignee: ID.test(raw.assignee) ? raw.assignee : null,
    kiosk: String(raw.kiosk ?? ''),
    kioskLabel: cleanText(raw.kiosk_label ?? '', LABEL_MAX).text,
    received_at: whole(raw.received_at),
    waited_s: whole(raw.waited_s),
    due_at: whole(raw.due_at),
    closed_at: raw.closed_at === null ? null : whole(raw.closed_at, null),
    outcome: cleanText(raw.outcome ?? '', LABEL_MAX).text,
  };
}

// The id is a hash of the envelope: a hub cannot show one person's words under another's code.
function openRequest(raw, keys) {
  try {
    const bytes = fromB64Url(raw.envelope);
    if (envelopeId(bytes) !== raw.id) return { fields: null, broken: 'id' };
    return { fields: readPayload(openEnvelope(bytes, KIND.REQUEST, keys)), broken: null };
  } catch (error) {
    return { fields: null, broken: error.code ?? 'seal' };
  }
}

function readEvents(events, keys) {
  const list = Array.isArray(events) ? events.slice(0, EVENTS_MAX) : [];
  return list.map((event) => ({
    at: whole(event.at),
    actor: String(event.actor),
    type: whole(event.type),
    outcome: cleanText(event.outcome ?? '', LABEL_MAX).text,
    note: event.note ? openNote(event.note, keys) : null,
  }));
}

// Counts only calls after the last time somebody got through.
function missedCalls(events) {
  const calls = events.filter((event) => event.type === 3);
  const reached = calls.map((event) => event.outcome).lastIndexOf('reached');
  return calls.slice(reached + 1).filter((event) => event.outcome === 'not_reached').length;
}

/** The newest other request with the same number, or null. */
export function seenBefore(request, all) {
  const phone = request.fields?.tel;
  if (!phone) return null;
  const digits = phone.replace(/^(\+31|0031)/, '0');
  const same = all.filter(
    (other) =>
      other !== request &&
      other.fields?.tel &&
      other.fields.tel.replace(/^(\+31|0031)/, '0') === digits &&
      other.item.received_at <= request.item.received_at,
  );
  return same.sort((a, b) => b.item.received_at - a.item.received_at)[0] ?? null;
}

/** Another open request that shows the same four pictures, or null. */
export function samePictures(request, all) {
  const own = request.pictures.join();
  return (
    all.find(
      (other) =>
        other !== request && other.item.state !== 'closed' && other.pictures.join() === own,
    ) ?? null
  );
}

/** True when a parent and a child left something at the same kiosk within a week. */
export function familyNearby(request, all) {
  const { fields, item } = request;
  const left = item.received_at - item.waited_s;
  return (
    Boolean(fields) &&
    all.some(
      (other) =>
        other.fields &&
        other.fields.who !== fields.who &&
        other.item.kiosk === item.kiosk &&
        Math.abs(other.item.received_at - other.item.waited_s - left) < WEEK_DAYS * 86_400,
    )
  );
}

/** True when the request answers to what a colleague typed: code, pictures or first name. */
export function matches(request, query) {
  const text = query.trim().toLowerCase();
  if (!text) return true;
  const digits = text.replace(/\s/g, '');
  if (/^\d+$/.test(digits)) return request.ref.replace(/\s/g, '').includes(digits);
  const words = text.split(/[\s,]+/);
  if (words.every((word) => request.pictures.includes(word))) return true;
  const hidden = request.fields?.who === 'child' && request.item.state === 'new';
  const names = hidden ? [] : [request.fields?.name, request.fields?.nameLatin];
  return names.some((name) => name?.toLowerCase().includes(text));
}
