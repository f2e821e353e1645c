// main.mjs - starts the page: login or setup, then the inbox, the lock, and the way out.
// Owns: which of these stands. Never: crypto, wording or drawing of its own.
import { announce, clearPage, h, icon } from './dom.mjs';
import { makeHandlers } from './handlers.mjs';
import { makeIdle } from './idle.mjs';
import { T, errorText, fill } from './nl.mjs';
import { POLL_MS, pollNow, startPolling, stopPolling } from './poll.mjs';
import { buildFrame, draw, forgetFrame } from './screen.mjs';
import { openRecovery, recover } from './recover.mjs';
import { login, unlock } from './session.mjs';
import { makeOrganisation, setUp } from './setup.mjs';
import { api, dropState, hasSealedDraft, lockState, lockedMe, openState, state } from './state.mjs';
import { lockView, loginView } from './view-login.mjs';
import { recoverView, startSetup } from './view-setup.mjs';

const SIGNS_OF_LIFE = ['pointermove', 'pointerdown', 'keydown', 'wheel'];
const FIRST_HASH = /^#(setup|recover)(?:=([\w-]{43}))?$/;

const page = document.getElementById('page');
const idle = makeIdle({ warn: showWarning, calm: hideWarning, lock: () => lock() });
const pollEvents = { changed: onNews, failed: onPollError };
const on = makeHandlers({
  draw: () => draw(on),
  poll: () => pollNow(pollEvents),
  lock: () => lock(),
  logout,
  ended: () => lock(T.lock.ended),
  talking: idle.talk,
});

function onNews(arrived) {
  if (arrived === 1) announce(T.list.arrivedOne);
  if (arrived > 1) announce(fill(T.list.arrivedMany, { n: arrived }));
  draw(on);
}

function onPollError(error) {
  if (error.kind === 'unauthenticated') return lock(T.lock.ended);
  state.staleSince ??= Date.now() - POLL_MS;
  return draw(on);
}

function showLogin(message = '') {
  standDoor(T.login.title, loginView(onLogin, { message }));
}

async function onLogin(email, passphrase, step) {
  enter(await login(api, email, passphrase, step));
}

function enter(session) {
  openState(session);
  if (session.keys.size === 0) state.view = 'kiosks';
  document.body.className = '';
  clearPage(page);
  buildFrame(page);
  idle.start();
  draw(on);
  startPolling(pollEvents);
}

// A door is what stands when nothing is open: everything of the inbox is gone from the page first.
function standDoor(name, view) {
  stopPolling();
  idle.stop();
  hideWarning();
  clearPage(page);
  forgetFrame();
  document.title = `${name} · OKSP`;
  page.append(view);
  page.querySelector('input')?.focus();
}

function lock(text) {
  if (!state.session) return;
  const initial = draftInitial();
  lockState();
  const words =
    text ?? (initial && hasSealedDraft() ? fill(T.lock.draft, { who: initial }) : T.lock.text);
  standDoor(T.lock.title, lockView(onUnlock, logout, { text: words }));
}

/** The first letter of whose draft is kept: enough for the colleague, nothing for a passer-by. */
function draftInitial() {
  const [id] = [...state.drafts].find(([, text]) => text.trim()) ?? [];
  const name = state.inbox.requests.get(id)?.fields?.name;
  return name ? `${[...name][0]}.` : '';
}

async function onUnlock(passphrase, step) {
  enter(await unlock(api, lockedMe(), passphrase, step));
}

async function logout() {
  dropState();
  showLogin();
  try {
    await api.post('/v1/logout', {});
  } catch (error) {
    if (error.kind !== 'unauthenticated') announce(errorText(error), 'alert');
  }
}

function showWarning() {
  const line = h(
    'div',
    { class: 'toast warn', id: 'lock-warning' },
    icon('clock'),
    h('div', {}, h('b', {}, T.lock.warn), h('p', {}, T.lock.warnHint)),
  );
  document.getElementById('alerts').replaceChildren(line);
}

function hideWarning() {
  document.getElementById('lock-warning')?.remove();
}

function startFirstSetup(token) {
  document.title = `${T.setup.title} · OKSP`;
  const issued = new Date().toISOString().slice(0, 10);
  startSetup(page, token, {
    make: (wishes) => makeOrganisation({ ...wishes, url: window.location.origin, issued }),
    post: (body) => asSetupToken(setUp(api, body)),
    finish: onLogin,
  });
}

for (const name of SIGNS_OF_LIFE)
  window.addEventListener(name, () => state.session && idle.touch(), { passive: true });
// The back-forward cache would keep keys and names alive in a page that nobody looks at.
window.addEventListener('pagehide', () => lock());
document.addEventListener('visibilitychange', () => state.session && idle.check());

// Here 401 is about the server's token, not about a passphrase.
async function asSetupToken(call) {
  try {
    return await call;
  } catch (error) {
    if (error.kind === 'unauthenticated') error.kind = 'setupToken';
    throw error;
  }
}

function startRecovery(token) {
  document.title = `${T.recover.title} · OKSP`;
  page.replaceChildren(
    recoverView(token, async (wishes, step) => {
      await recover(api, await asSetupToken(openRecovery(api, wishes.token)), wishes);
      await onLogin(wishes.email, wishes.passphrase, step);
    }),
  );
}

// The token must not stay in the address bar or the history.
const first = FIRST_HASH.exec(window.location.hash);
if (first) history.replaceState(null, '', '/');
if (first?.[1] === 'setup') startFirstSetup(first[2] ?? '');
else if (first) startRecovery(first[2] ?? '');
else showLogin();
