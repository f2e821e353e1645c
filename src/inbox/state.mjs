// state.mjs - the one place where the page keeps keys and opened requests: module scope.
// Owns: session, inbox, drafts, what is selected. Never: localStorage, sessionStorage, IndexedDB,
// cookies, the address bar, or an attribute of the page.
import { browserTransport, makeApi } from './api.mjs';
import { fromUtf8, utf8, wipe } from './bytes.mjs';
import { Inbox } from './model.mjs';
import { endSession } from './session.mjs';
import sodium from './sodium.mjs';

export const api = makeApi(browserTransport);

// A list longer than this is drawn in steps: nobody reads two hundred rows, every row costs time.
export const ROWS_STEP = 100;

const fresh = () => ({
  session: null,
  inbox: null,
  kiosks: null,
  signals: null,
  view: 'requests',
  filter: 'open',
  desk: 'all',
  query: '',
  selected: null,
  readCard: new Set(),
  drafts: new Map(),
  about: new Map(),
  talk: null,
  staleSince: null,
  loaded: false,
  shown: ROWS_STEP,
  epoch: 0,
});

/** Everything that is open now. Replaced as a whole by the lock. */
export let state = fresh();

// What survives a lock: the member's own wrapped record, and drafts that are sealed again.
let locked = { me: null, drafts: new Map(), where: null };

/** Fills a fresh state after login or unlock, and opens drafts that the lock had sealed. */
export function openState(session) {
  state = { ...fresh(), ...(locked.where ?? {}), session, inbox: new Inbox(session.keys) };
  for (const [id, sealed] of locked.drafts) openDraft(id, sealed, session);
  locked = { me: session.me, drafts: new Map(), where: null };
}

function openDraft(id, sealed, session) {
  for (const key of session.keys.values()) {
    try {
      state.drafts.set(
        id,
        fromUtf8(sodium.crypto_box_seal_open(sealed, key.publicKey, key.privateKey)),
      );
      return;
    } catch {
      // Sealed to another epoch's key; the next one may fit.
    }
  }
}

/** Wipes keys, opened requests and drafts; drafts stay as sealed bytes only. */
export function lockState() {
  const { session, drafts, selected, view, filter, desk } = state;
  if (!session) return;
  for (const id of drafts.keys()) keepDraft(id);
  locked.where = { selected, view, filter, desk };
  state.inbox.clear();
  endSession(session);
  wipe(session.rootPk);
  state = fresh();
}

/** Seals a draft in memory, so that the lock loses nothing; an empty one is forgotten. */
export function keepDraft(id) {
  const text = state.drafts.get(id) ?? '';
  if (!text.trim()) locked.drafts.delete(id);
  else locked.drafts.set(id, sodium.crypto_box_seal(utf8(text), state.session.sealPk));
}

/** Forgets everything, drafts too. */
export function dropState() {
  lockState();
  locked = { me: null, drafts: new Map(), where: null };
}

export const lockedMe = () => locked.me;
export const hasSealedDraft = () => locked.drafts.size > 0;
