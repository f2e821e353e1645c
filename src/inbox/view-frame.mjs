// view-frame.mjs - the dark rail with the three pages, the lock and the way out.
// Owns: the frame around the pages. Never: requests.
import { h, icon } from './dom.mjs';
import { T } from './nl.mjs';

export const initials = (name) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => [...part][0])
    .slice(0, 2)
    .join('')
    .toUpperCase() || '?';

// Colours of the circles with initials, by member, so that colleagues recognise each other.
const HUES = ['teal', 'plum', 'sun', 'sky', 'leaf'];
export function avatar(member, extra = '') {
  const hue = HUES[Number.parseInt(member?.id?.slice(0, 2) ?? '0', 16) % HUES.length];
  const name = member?.name ?? '?';
  return h(
    'span',
    { class: `avatar ${hue} ${extra}`.trim(), title: name },
    h('span', { 'aria-hidden': 'true' }, initials(name)),
    h('span', { class: 'sr' }, name),
  );
}

/** `on`: { go(view), lock(), logout() }; `dot` marks a page with news. */
export function railView({ view, me, canRead, dots }, on) {
  const item = (name, label, symbol) =>
    h(
      'button',
      {
        type: 'button',
        class: `rail-item${view === name ? ' on' : ''}`,
        'data-focus': `rail-${name}`,
        'aria-current': view === name ? 'page' : null,
        onClick: () => on.go(name),
      },
      icon(symbol),
      h('span', {}, label),
      dots[name] && h('span', { class: 'dot' }, h('span', { class: 'sr' }, dots[name])),
    );
  return h(
    'nav',
    { class: 'rail', 'aria-label': T.rail.label },
    h('img', { src: 'img/logo.svg', alt: T.org, width: 52, height: 52 }),
    canRead && item('requests', T.rail.requests, 'phone-call'),
    canRead && item('signals', T.rail.signals, 'message-circle-heart'),
    item('kiosks', T.rail.kiosks, 'device-desktop'),
    h('span', { class: 'rail-gap' }),
    h(
      'button',
      { type: 'button', class: 'rail-item', 'data-focus': 'rail-lock', onClick: on.lock },
      icon('lock'),
      h('span', {}, T.rail.lock),
    ),
    h(
      'button',
      { type: 'button', class: 'rail-item', 'data-focus': 'rail-out', onClick: on.logout },
      icon('logout'),
      h('span', {}, T.rail.logout),
    ),
    avatar(me, 'large'),
  );
}
