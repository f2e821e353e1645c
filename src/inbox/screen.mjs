// screen.mjs - draws what the state says: the rail, the list with a request, a call, signals, kiosks.
// Owns: the regions of the page and when each is drawn again. Never: changes the state.
import { h, icon, paint } from './dom.mjs';
import { hourText } from './labels.mjs';
import { T, fill } from './nl.mjs';
import { momentAt } from './order.mjs';
import { state } from './state.mjs';
import { detailView } from './view-detail.mjs';
import { railView } from './view-frame.mjs';
import { kiosksView } from './view-kiosks.mjs';
import { desksOf, listGroups, listView, toolbarView } from './view-list.mjs';
import { signalsView } from './view-signals.mjs';
import { talkView } from './view-talk.mjs';

const MINUTE_MS = 60_000;
let regions = null;

const setTitle = (text) => {
  if (document.title !== text) document.title = text;
};

/** Puts an empty frame on the page; draw() fills it. */
export function buildFrame(page) {
  const region = (name, props) => h(name, props);
  regions = {
    rail: region('div', { class: 'rail-place' }),
    main: region('main', { id: 'main', class: 'main' }),
    tools: region('div', { class: 'tools' }),
    list: region('section', { class: 'card list' }),
    detail: region('section', { class: 'card detail', 'aria-labelledby': 'detail-name' }),
    frame: h('div', { class: 'frame' }),
  };
  regions.frame.append(regions.rail, regions.main);
  page.replaceChildren(regions.frame);
}

export function forgetFrame() {
  regions = null;
}

/** Draws everything that changed since the last call. */
export function draw(on, now = Date.now()) {
  if (!regions || !state.session) return;
  const { me } = state.session;
  const canRead = state.session.keys.size > 0;
  paint(regions.rail, JSON.stringify([state.view, openCount()]), () =>
    railView({ view: state.view, me: me.member, canRead, dots: dots() }, on),
  );
  regions.frame.classList.toggle(
    'has-detail',
    Boolean(state.selected) && state.view === 'requests',
  );
  if (state.talk) return drawTalk(on, now);
  if (state.view === 'kiosks') return drawKiosks(on);
  if (state.view === 'signals') return drawSignals();
  return drawRequests(on, now);
}

const openCount = () => state.inbox.all().filter((request) => request.item.state === 'new').length;
const dots = () => ({ requests: openCount() ? fill(T.list.arrivedMany, { n: openCount() }) : '' });

// The main region holds one of four pages; a page's own regions are drawn apart from each other.
function stand(name, build) {
  if (regions.main.dataset.page === name) return;
  regions.main.dataset.page = name;
  regions.main.replaceChildren(...build());
}

function drawRequests(on, now) {
  stand('requests', () => [
    regions.tools,
    h('div', { class: 'columns' }, regions.list, regions.detail),
  ]);
  const context = listContext(now);
  const requests = state.inbox.all();
  const count = openCount();
  setTitle(`${count ? `(${count}) ` : ''}${T.list.title} · OKSP`);
  const desks = desksOf(requests);
  paint(
    regions.tools,
    JSON.stringify([state.filter, state.desk, desks, state.staleSince, state.query === '']),
    () => [...toolbarView({ ...state, desks, org: state.session.me.name }, on), staleBanner()],
  );
  paint(regions.list, listKey(context), () =>
    listView(listGroups(requests, context), { ...context, onSelect: on.select, onMore: on.more }),
  );
  drawDetail(on, now, context);
}

const staleBanner = () =>
  state.staleSince &&
  h(
    'p',
    { class: 'banner red stale' },
    icon('alert-triangle-filled'),
    h('span', {}, fill(T.list.stale, { time: hourText(state.staleSince) })),
  );

function listContext(now) {
  const { session, filter, desk, query, selected, loaded } = state;
  return {
    filter,
    desk,
    query,
    selected,
    loaded,
    now,
    me: session.me.member.id,
    members: session.members,
    moment: momentAt(now, session.me.settings),
    shown: state.shown,
  };
}

const listKey = ({ filter, desk, query, selected, loaded, now, shown }) =>
  JSON.stringify([
    filter,
    desk,
    query,
    selected,
    loaded,
    shown,
    Math.floor(now / MINUTE_MS),
    state.inbox.version,
  ]);

function drawDetail(on, now, context) {
  const request = state.inbox.requests.get(state.selected);
  const draft = state.drafts.get(state.selected) ?? '';
  const minute = draft ? 0 : Math.floor(now / MINUTE_MS);
  const key = JSON.stringify([request?.id, state.inbox.version, state.epoch, minute]);
  paint(regions.detail, key, () =>
    request ? detailView(request, detailContext(request, draft, context), on) : emptyDetail(),
  );
}

const emptyDetail = () =>
  h(
    'div',
    { class: 'empty' },
    h('h2', { id: 'detail-name', class: 'sr' }, T.detail.log),
    h('p', { class: 'mut' }, T.list.pick),
  );

function detailContext(request, draft, { now, moment, me, members }) {
  return {
    now,
    moment,
    me,
    members,
    draft,
    all: state.inbox.all(),
    cardRead: state.readCard.has(request.id),
    meName: state.session.me.member.name,
    days: state.session.me.settings.retention_days,
  };
}

function drawTalk(on, now) {
  const request = state.inbox.requests.get(state.talk.id);
  if (!request) return on.talkLeave();
  stand('talk', () => [h('div', { class: 'talk' })]);
  setTitle(`${T.detail.talk} · OKSP`);
  const context = {
    now,
    draft: state.drafts.get(request.id) ?? '',
    about: state.about.get(request.id) ?? new Set(),
    ...state.talk,
  };
  const key = JSON.stringify([request.id, state.talk, [...context.about], state.epoch]);
  return paint(regions.main.firstElementChild, key, () => talkView(request, context, on));
}

function drawKiosks(on) {
  stand('kiosks', () => [h('div', { class: 'kiosks' })]);
  setTitle(`${T.kiosks.title} · OKSP`);
  paint(regions.main.firstElementChild, JSON.stringify([state.kiosks, state.staleSince]), () =>
    kiosksView(state.kiosks, on),
  );
}

function drawSignals() {
  stand('signals', () => [h('div', { class: 'kiosks' })]);
  setTitle(`${T.signals.title} · OKSP`);
  paint(regions.main.firstElementChild, JSON.stringify([state.signals, state.staleSince]), () =>
    signalsView(state.signals),
  );
}

export const focusIn = (name) => regions?.main.querySelector(`[data-focus="${name}"]`)?.focus();
