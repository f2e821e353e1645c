// handlers.mjs - what happens when a colleague clicks: events to the hub, notes, dialogs.
// Owns: the order of the steps of each action. Never: draws; it changes the state and says so.
import { EVENT, eraseRequest, postEvent } from './actions.mjs';
import {
  askAppointment,
  askErase,
  askFinish,
  askInterpreterTime,
  askKiosk,
  askRevoke,
} from './dialogs.mjs';
import { announce } from './dom.mjs';
import { dossierText } from './dossier.mjs';
import { T, errorText, fill } from './nl.mjs';
import {
  aboutNote,
  appointmentNote,
  deskNote,
  interpreterNote,
  meldcodeNote,
  textNote,
  voicemailNote,
} from './notes.mjs';
import { focusIn } from './screen.mjs';
import { refreshMembers } from './session.mjs';
import { enrolKiosk } from './setup.mjs';
import { ROWS_STEP, api, keepDraft, state } from './state.mjs';
import { showCode } from './view-kiosks.mjs';

const NUMBER_SHOWN_MS = 10_000;
const DRAFT_PAUSE_MS = 800;

/** `page`: { draw, poll, lock, logout, ended, talking }. */
export function makeHandlers(page) {
  const changed = () => {
    state.epoch += 1;
    page.draw();
  };
  const tools = { page, changed, act: makeAct(page, changed) };
  return {
    ...navigation(tools),
    ...requestActions(tools),
    ...noteActions(tools),
    ...talkActions(tools),
    ...kioskActions(tools),
    lock: page.lock,
    logout: page.logout,
  };
}

/** Runs work(), takes what stands now, draws and polls; explains what went wrong. */
function makeAct(page, changed) {
  return async (request, work) => {
    try {
      const stands = await work();
      if (stands) state.inbox?.stand(request.id, stands);
      changed();
      await page.poll();
      return true;
    } catch (error) {
      await explain(error, request, page);
      return false;
    }
  };
}

async function explain(error, request, page) {
  if (error.kind === 'unauthenticated') return page.ended();
  if (error.kind === 'rev-conflict') {
    state.inbox?.stand(request.id, error.problem);
    await meetMember(error.problem.assignee);
  }
  announce(conflictText(error) ?? errorText(error), 'alert');
  page.draw();
  return page.poll();
}

// A colleague who joined after our login has no name here yet.
async function meetMember(id) {
  if (!state.session || !id || state.session.members.has(id)) return;
  await refreshMembers(api, state.session).catch(() => {});
}

/** "Sanne was net eerder", when the hub says who. */
function conflictText({ kind, problem }) {
  if (kind !== 'rev-conflict') return null;
  if (problem.state === 'closed') return T.error.closedBy;
  const winner = state.session?.members.get(problem.assignee);
  const other = winner && winner.id !== state.session.me.member.id;
  return other ? fill(T.error.claimedBy, { name: winner.name }) : null;
}

const send = (request, event) => postEvent({ api, session: state.session }, request, event);

function navigation({ page, changed }) {
  const set = (name) => (value) => {
    state[name] = value;
    state.shown = ROWS_STEP;
    changed();
  };
  return {
    filter: set('filter'),
    desk: set('desk'),
    query: set('query'),
    more: () => {
      state.shown += ROWS_STEP;
      changed();
    },
    select: (id) => {
      state.selected = id;
      changed();
    },
    back: () => {
      state.selected = null;
      changed();
    },
    go: (view) => {
      state.view = view;
      state.talk = null;
      changed();
      page.poll();
    },
    draft: (request, text) => takeDraft(request, text, page),
  };
}

let draftTimer = null;
function takeDraft(request, text, page) {
  state.drafts.set(request.id, text);
  clearTimeout(draftTimer);
  draftTimer = setTimeout(() => {
    if (!state.session) return;
    keepDraft(request.id);
    if (state.talk?.id === request.id && !state.talk.draftKept) {
      state.talk.draftKept = true;
      page.draw();
    }
  }, DRAFT_PAUSE_MS);
}

function requestActions({ act, changed }) {
  const event = (type, more) => (request) => act(request, () => send(request, { type, ...more }));
  return {
    claim: async (request) => {
      if (await event(EVENT.CLAIM)(request)) focusIn('talk');
    },
    release: event(EVENT.RELEASE),
    reopen: event(EVENT.REOPEN),
    missed: event(EVENT.ATTEMPT, { outcome: 'not_reached' }),
    voicemail: event(EVENT.ATTEMPT, { outcome: 'not_reached', note: voicemailNote() }),
    cardRead: (request) => {
      state.readCard.add(request.id);
      changed();
      focusIn('talk');
    },
    finish: (request) =>
      askFinish(state.about.get(request.id) ?? request.about, draftOf(request), (answer) =>
        finish(act, request, answer),
      ),
    erase: (request) =>
      askErase((reason) => act(request, () => eraseRequest({ api }, request, reason))),
    desk: (request, to) =>
      act(request, async () => {
        await send(request, { type: EVENT.NOTE, note: deskNote(to) });
        return send(request, { type: EVENT.RELEASE });
      }),
  };
}

const draftOf = (request) => state.drafts.get(request.id) ?? '';

function forgetDraft(request) {
  state.drafts.delete(request.id);
  state.about.delete(request.id);
  keepDraft(request.id);
}

async function finish(act, request, { outcome, topics, text }) {
  const note = topics.length || text ? { note: aboutNote(topics, text) } : {};
  const done = await act(request, () => send(request, { type: EVENT.CLOSE, outcome, ...note }));
  if (done) forgetDraft(request);
}

function noteActions({ act, changed }) {
  const note = (request, body) =>
    act(request, () => send(request, { type: EVENT.NOTE, note: body }));
  return {
    note: async (request) => {
      const text = draftOf(request).trim();
      if (!text) return focusIn('note');
      const saved = await note(request, textNote(text));
      if (saved) {
        forgetDraft(request);
        changed();
      }
      return focusIn('note');
    },
    interpreter: (request, step) =>
      step === 'ready'
        ? askInterpreterTime((at) => note(request, interpreterNote(step, at)))
        : note(request, interpreterNote(step)),
    appointment: (request) =>
      askAppointment(Date.now(), (at) => note(request, appointmentNote(at))),
    meldcode: (request, step) => note(request, meldcodeNote(step)),
    dossier: (request) => copy(dossierText(request, Date.now(), nameOf), T.detail.dossierDone),
  };
}

const nameOf = (id) => state.session.members.get(id)?.name ?? '?';

async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
    announce(done);
  } catch {
    announce(T.detail.dossierFail, 'alert');
  }
}

function talkActions({ act, changed, page }) {
  const leave = () => {
    state.talk = null;
    page.talking(false);
    changed();
  };
  return {
    talk: (request) => {
      state.talk = { id: request.id, numberShown: false, draftKept: false };
      page.talking(true);
      changed();
      focusIn('talk-text');
    },
    talkLeave: leave,
    showNumber: () => {
      state.talk.numberShown = true;
      changed();
      setTimeout(() => {
        if (state.talk) {
          state.talk.numberShown = false;
          page.draw();
        }
      }, NUMBER_SHOWN_MS);
    },
    about: (request, id) => {
      const chosen = state.about.get(request.id) ?? new Set(request.about);
      if (!chosen.delete(id)) chosen.add(id);
      state.about.set(request.id, chosen);
      page.draw();
    },
    talkDone: (request) => talkDone(act, request, leave),
  };
}

async function talkDone(act, request, leave) {
  const text = draftOf(request).trim();
  const topics = [...(state.about.get(request.id) ?? [])];
  const note = text || topics.length ? { note: textNote(text, topics) } : {};
  const done = await act(request, () =>
    send(request, { type: EVENT.ATTEMPT, outcome: 'reached', ...note }),
  );
  if (!done) return;
  forgetDraft(request);
  leave();
  focusIn('finish');
}

function kioskActions({ page }) {
  const attempt = async (work) => {
    try {
      await work();
      await page.poll();
    } catch (error) {
      await explain(error, {}, page);
    }
  };
  const code = (wishes) =>
    attempt(async () => {
      const made = await enrolKiosk(api, state.session, { ...wishes, url: window.location.origin });
      showCode({ label: wishes.label, ...made }, (text) => copy(text, T.copied));
    });
  return {
    create: () => askKiosk((label) => code({ label })),
    code: (kiosk) => code({ label: kiosk.label, kiosk: kiosk.id }),
    revoke: (kiosk) =>
      askRevoke(() => attempt(() => api.patch(`/v1/kiosks/${kiosk.id}`, { state: 'revoked' }))),
  };
}
