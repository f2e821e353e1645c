// notes.mjs - sealed staff notes: free text and the small steps that change how a request stands.
// Owns: the shape of a note (kind 3) and what the steps add up to. Never: the DOM, a network.
//
//   {v:1, t:"note", text, topics?} | {v:1, t:"voicemail"}
//   {v:1, t:"appointment", at:"2026-11-24T15:00"}
//   {v:1, t:"interpreter", step:"asked"|"booked"|"ready", at?:"9:30"} | {v:1, t:"desk", to:"vo"}
//   {v:1, t:"meldcode", step:"none"|"started"} | {v:1, t:"about", topics:["thuis"], text?}
import { fromB64Url } from './bytes.mjs';
import { cleanText } from './clean.mjs';
import { isDay, momentOf } from './clock.mjs';
import { KIND, openEnvelope } from './envelope.mjs';

export const NOTE_CHARS_MAX = 4000;
const TOPICS_MAX = 16;
const WORD_MAX = 60;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/;
const STEPS = { interpreter: ['asked', 'booked', 'ready'], meldcode: ['none', 'started'] };

/** A note of an event as clean data, or { kind: "unreadable" }. */
export function openNote(text, keys) {
  try {
    return readNote(openEnvelope(fromB64Url(text), KIND.NOTE, keys));
  } catch {
    return { kind: 'unreadable' };
  }
}

function readNote(raw) {
  const note = {
    kind: cleanText(raw.t, WORD_MAX).text,
    at: cleanText(raw.at, WORD_MAX).text,
    text: cleanText(raw.text, NOTE_CHARS_MAX, { lines: true }).text,
    step: cleanText(raw.step, WORD_MAX).text,
    to: cleanText(raw.to, WORD_MAX).text,
  };
  const topics = Array.isArray(raw.topics) ? raw.topics.slice(0, TOPICS_MAX) : [];
  return { ...note, topics: topics.map((topic) => cleanText(topic, WORD_MAX).text) };
}

export const textNote = (text, topics = []) => ({
  v: 1,
  t: 'note',
  text,
  ...(topics.length ? { topics } : {}),
});
export const voicemailNote = () => ({ v: 1, t: 'voicemail' });
export const appointmentNote = (at) => ({ v: 1, t: 'appointment', at });
export const deskNote = (to) => ({ v: 1, t: 'desk', to });
export const aboutNote = (topics, text) => ({
  v: 1,
  t: 'about',
  topics,
  ...(text ? { text } : {}),
});
export const interpreterNote = (step, at) => ({
  v: 1,
  t: 'interpreter',
  step,
  ...(at ? { at } : {}),
});
export const meldcodeNote = (step) => ({ v: 1, t: 'meldcode', step });

/** The moment (ms) of "2026-11-24T15:00" in local time, or null. */
export function appointmentMoment(at) {
  const found = MOMENT.exec(at);
  if (!found || !isDay(found[1])) return null;
  return momentOf(found[1], Number(found[2]) + Number(found[3]) / 60);
}

/** What all notes of a request add up to; a later note replaces an earlier one of its kind. */
export function sumNotes(notes) {
  const last = (kind) => notes.filter((note) => note.kind === kind).at(-1);
  const step = (kind) => {
    const found = last(kind)?.step;
    return STEPS[kind].includes(found) ? found : null;
  };
  return {
    appointment: appointmentMoment(last('appointment')?.at ?? ''),
    interpreter: step('interpreter'),
    interpreterAt: last('interpreter')?.at ?? '',
    meldcode: step('meldcode'),
    desk: last('desk')?.to ?? '',
    about: notes.filter((note) => note.topics?.length).at(-1)?.topics ?? [],
  };
}
