// dom.mjs - builds the page out of elements and text, never out of markup.
// Owns: the only calls that make elements. Never: innerHTML, or an attribute that runs something.

const SVG = 'http://www.w3.org/2000/svg';
const HANDLER = /^on/i;
const SAFE_LINK = /^(tel:[+0-9]+|mailto:[^?\s]+|#[\w-]*)$/;

/** h('p', { class: 'x', onClick: fn }, 'text', child): null and false children are left out. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(element, name, value);
  element.append(
    ...children.flat().filter((child) => child !== null && child !== false && child !== undefined),
  );
  return element;
}

function setProp(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (typeof value === 'function') {
    element.addEventListener(name.slice(2).toLowerCase(), value);
  } else if (name === 'value') {
    element.value = value;
  } else {
    refuseDangerous(name, value);
    element.setAttribute(name, value === true ? '' : value);
  }
}

// A slip of ours must not become a hole: text of a visitor never lands in these by accident.
function refuseDangerous(name, value) {
  if (HANDLER.test(name) || name === 'style' || name === 'srcdoc') throw new TypeError(name);
  if (name === 'href' && !SAFE_LINK.test(value)) throw new TypeError('href');
}

/** An icon of img/icons.svg; decoration only, so hidden from screen readers. */
export function icon(name, extra = '') {
  const svg = document.createElementNS(SVG, 'svg');
  const use = document.createElementNS(SVG, 'use');
  svg.setAttribute('class', `ic ${extra}`.trim());
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('viewBox', '0 0 24 24');
  use.setAttribute('href', `img/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/** Text of a visitor: isolated, so that right-to-left words cannot reorder what is around them. */
export const bdi = (text, props = {}) => h('bdi', { dir: 'auto', ...props }, text);

export const button = (label, onClick, { kind = '', icon: name, ...rest } = {}) =>
  h(
    'button',
    { type: 'button', class: `btn ${kind}`.trim(), onClick, ...rest },
    name && icon(name),
    h('span', {}, label),
  );

export const tag = (label, kind, name) =>
  h('span', { class: `tag ${kind}` }, name && icon(name), label);

// What each region shows now, so that a poll without news repaints nothing. Never in the DOM.
let painted = new WeakMap();

/** Rebuilds `region` with build() when `key` changed; keeps focus and selection by data-focus. */
export function paint(region, key, build) {
  if (painted.get(region) === key) return;
  painted.set(region, key);
  const held = holdFocus(region);
  const scroll = region.querySelector('[data-scroll]')?.scrollTop ?? 0;
  region.replaceChildren(...[build()].flat().filter(Boolean));
  const scroller = region.querySelector('[data-scroll]');
  if (scroller) scroller.scrollTop = scroll;
  held();
}

function holdFocus(region) {
  const active = document.activeElement;
  const name = region.contains(active) && active.getAttribute('data-focus');
  if (!name) return () => {};
  const { selectionStart: from, selectionEnd: to } = active;
  return () => {
    const again = region.querySelector(`[data-focus="${CSS.escape(name)}"]`);
    again?.focus();
    if (again && Number.isInteger(from) && again.setSelectionRange)
      again.setSelectionRange(from, to);
  };
}

/** Empties the whole page and forgets what was painted. */
export function clearPage(root) {
  painted = new WeakMap();
  document.querySelectorAll('dialog').forEach((dialog) => dialog.remove());
  root.replaceChildren();
}

/** A modal dialog with a title; `build(close)` gives its content. Esc closes it. */
export function openDialog(title, build) {
  const dialog = h('dialog', { 'aria-labelledby': 'dialog-title' });
  const close = () => dialog.close();
  dialog.addEventListener('close', () => dialog.remove());
  dialog.append(h('h2', { id: 'dialog-title' }, title), ...[build(close)].flat());
  document.body.append(dialog);
  dialog.showModal();
  return close;
}

/** Says something to everybody: on screen for a while, and to screen readers at once. */
export function announce(text, kind = 'status') {
  const place = document.getElementById(kind === 'alert' ? 'alerts' : 'status');
  const line = h(
    'div',
    { class: `toast ${kind}` },
    icon(kind === 'alert' ? 'alert-triangle-filled' : 'info-circle'),
    h('span', {}, text),
  );
  place.replaceChildren(line);
  setTimeout(() => line.remove(), kind === 'alert' ? ALERT_MS : STATUS_MS);
}

const STATUS_MS = 6_000;
const ALERT_MS = 12_000;
