// view-kiosks.mjs - where the kiosks stand, whether they work, and a code for a new one.
// Owns: the fleet page. Never: counts of visitors or requests per kiosk.
import { button, bdi, h, icon, openDialog, tag } from './dom.mjs';
import { momentText } from './labels.mjs';
import { T, fill } from './nl.mjs';
import { banner } from './view-detail.mjs';

const LATE_S = 60 * 60;
const OFF_S = 24 * 3600;
const HEALTH = {
  works: ['leaf', 'circle-check-filled'],
  late: ['sun', 'alert-triangle-filled'],
  off: ['red', 'alert-circle-filled'],
  invited: ['sky', 'clock'],
  revoked: ['neutral', 'x'],
};

/** "works" | "late" | "off" | "invited" | "revoked" */
export function healthOf(kiosk, now) {
  if (kiosk.state === 'revoked') return 'revoked';
  if (kiosk.last_seen === null) return 'invited';
  const silent = now - kiosk.last_seen;
  if (silent > OFF_S) return 'off';
  return silent > LATE_S ? 'late' : 'works';
}

/** `data`: { items, now, keyring } or null while loading. */
export function kiosksView(data, on) {
  const items = data?.items ?? [];
  const health = items.map((kiosk) => healthOf(kiosk, data.now));
  return [
    h(
      'header',
      { class: 'top' },
      h('h1', {}, T.kiosks.title),
      h('span', { class: 'mut' }, data ? countText(items.length) : ''),
      h('span', { class: 'gap' }),
      ...['off', 'late'].map((kind) =>
        summaryTag(kind, health.filter((each) => each === kind).length),
      ),
      button(T.kiosks.new, on.create, {
        kind: 'primary',
        icon: 'plus',
        'data-focus': 'kiosk-new',
        id: 'kiosk-new',
      }),
    ),
    h(
      'div',
      { class: 'fleet', 'data-scroll': '', tabindex: '-1' },
      ...items.map((kiosk) => kioskCard(kiosk, data, on)),
      data && !items.length && h('p', { class: 'empty' }, T.kiosks.none),
    ),
  ];
}

const countText = (n) => (n === 1 ? T.kiosks.countOne : fill(T.kiosks.count, { n }));
const summaryTag = (kind, n) =>
  n ? tag(`${n} ${T.kiosks[kind]}`, `${HEALTH[kind][0]} summary`, HEALTH[kind][1]) : null;

function kioskCard(kiosk, { now, keyring }, on) {
  const health = healthOf(kiosk, now);
  const [hue, symbol] = HEALTH[health];
  return h(
    'article',
    { class: 'card kiosk' },
    h(
      'div',
      { class: 'kiosk-head' },
      h('span', { class: 'blob' }, icon('device-desktop')),
      h('h2', {}, bdi(kiosk.label)),
      tag(T.kiosks[health], hue, symbol),
    ),
    h(
      'dl',
      { class: 'fields right' },
      ...facts(kiosk, now, keyring).flatMap(([label, text, bad]) => [
        h('dt', {}, label),
        h('dd', { class: bad ? 'bad' : null }, text),
      ]),
    ),
    ...notices(kiosk, health),
    h('span', { class: 'gap' }),
    h(
      'div',
      { class: 'pair' },
      button(T.kiosks.code, () => on.code(kiosk), { icon: 'key' }),
      kiosk.state !== 'revoked' && button(T.kiosks.revoke, () => on.revoke(kiosk), { icon: 'x' }),
    ),
  );
}

function facts(kiosk, now, keyring) {
  const depth =
    kiosk.depth === null
      ? T.kiosks.unknown
      : kiosk.depth === 0
        ? T.kiosks.nothing
        : fill(T.kiosks.yes, { n: kiosk.depth });
  const current =
    kiosk.keyring === null
      ? T.kiosks.unknown
      : kiosk.keyring >= keyring
        ? T.kiosks.current
        : T.kiosks.behind;
  return [
    [T.kiosks.seen, seenText(kiosk.last_seen, now), healthOf(kiosk, now) === 'off'],
    [T.kiosks.waiting, depth, kiosk.depth > 0 && now - kiosk.last_seen > LATE_S],
    [T.kiosks.keyring, current, current === T.kiosks.behind],
    [T.kiosks.app, kiosk.app ?? T.kiosks.unknown, false],
  ];
}

function seenText(seen, now) {
  if (seen === null) return T.kiosks.never;
  const minutes = Math.floor((now - seen) / 60);
  if (minutes < 1) return T.kiosks.now;
  return minutes < 60 ? fill(T.kiosks.minute, { n: minutes }) : momentText(seen * 1000);
}

function notices(kiosk, health) {
  const errors = kiosk.status?.err ?? [];
  return [
    kiosk.clone && banner('red', 'alert-triangle-filled', T.kiosks.clone),
    health === 'late' && banner('sun', 'info-circle', T.kiosks.lateText),
    errors.length > 0 &&
      banner('sun', 'alert-triangle-filled', fill(T.kiosks.errors, { list: errors.join(', ') })),
    kiosk.code_until !== null &&
      banner('sky', 'key', fill(T.kiosks.codeUntil, { when: momentText(kiosk.code_until * 1000) })),
  ];
}

/** Shows an enrolment string once, to copy. */
export function showCode({ label, enrol, until }, onCopy) {
  openDialog(fill(T.kiosks.codeTitle, { label }), (close) => [
    h('p', {}, fill(T.kiosks.codeText, { when: momentText(until * 1000) })),
    h('textarea', {
      id: 'enrol-string',
      class: 'code',
      rows: '4',
      readonly: true,
      'aria-label': T.kiosks.code,
      value: enrol,
    }),
    h(
      'div',
      { class: 'pair end' },
      button(T.copy, () => onCopy(enrol), { icon: 'copy' }),
      button(T.close, close, { kind: 'primary' }),
    ),
  ]);
}

/** Only what this page uses, of the right type; a hub cannot put anything else on the screen. */
export function readKiosks(answer, keyring) {
  const number = (value) => (Number.isSafeInteger(value) ? value : null);
  const words = (list) => (Array.isArray(list) ? list.slice(0, 8).map(String) : []);
  const items = (Array.isArray(answer.items) ? answer.items : []).map((raw) => ({
    id: String(raw.id),
    label: String(raw.label),
    state: String(raw.state),
    last_seen: number(raw.last_seen),
    app: raw.app === null ? null : String(raw.app),
    keyring: number(raw.keyring),
    depth: number(raw.depth),
    clone: raw.clone === true,
    code_until: number(raw.code_until),
    status: { err: words(raw.status?.err) },
  }));
  return { items, now: number(answer.now) ?? 0, keyring };
}
