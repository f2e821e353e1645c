// view-login.mjs - the door: e-mail and passphrase; also the lock, which asks the passphrase alone.
// Owns: the two forms. Never: keeps a passphrase after the form was sent.
import { bdi, button, h, icon, openDialog } from './dom.mjs';
import { localTime } from './clock.mjs';
import { T, errorText } from './nl.mjs';

export function logoBlock(name, region) {
  return h(
    'div',
    { class: 'brand' },
    h('img', { src: 'img/logo.svg', alt: '', width: 46, height: 46 }),
    h(
      'div',
      {},
      h('div', { class: 'brand-name' }, name),
      region && h('div', { class: 'brand-region' }, bdi(region)),
    ),
  );
}

function greeting(now) {
  const { hour } = localTime(now);
  if (hour < 12) return T.login.morning;
  return hour < 18 ? T.login.afternoon : T.login.evening;
}

/** The login page; `onLogin(email, passphrase, onStep)` resolves or throws. */
export function loginView(onLogin, { now = Date.now(), message = '' } = {}) {
  return h(
    'div',
    { class: 'door' },
    h(
      'header',
      { class: 'door-side' },
      logoBlock(T.org),
      h('img', { class: 'door-picture', src: 'img/adviseurs.svg', alt: '' }),
    ),
    h('main', { id: 'main', class: 'door-main' }, loginForm(onLogin, greeting(now), message)),
  );
}

function loginForm(onLogin, title, message) {
  const email = inputField({
    id: 'email',
    type: 'email',
    label: T.login.email,
    icon: 'user',
    autocomplete: 'username',
    required: true,
  });
  const secret = secretField('passphrase', T.login.passphrase, T.login.hint);
  const status = formStatus(message);
  return h(
    'form',
    {
      class: 'door-form',
      novalidate: true,
      onSubmit: send(
        status,
        [email, secret],
        (step) => onLogin(email.value().trim(), secret.value(), step),
        secret,
      ),
    },
    h('h1', { class: 'big' }, title),
    h('p', { class: 'lead' }, T.login.lead),
    email.element,
    secret.element,
    status.element,
    submitButton('lock-open', T.login.go),
    helpButtons(),
  );
}

function helpButtons() {
  return h(
    'div',
    { class: 'pair' },
    button(T.login.lost, () => explain(T.login.lost, T.login.lostText), { icon: 'help-circle' }),
    button(T.login.safe, () => explain(T.login.safe, T.login.safeText), { icon: 'shield-check' }),
  );
}

function explain(title, text) {
  openDialog(title, (close) => [
    h('p', {}, text),
    h('div', { class: 'pair end' }, button(T.close, close, { kind: 'primary' })),
  ]);
}

export const submitButton = (name, label) =>
  h('button', { type: 'submit', class: 'btn primary tall' }, icon(name), h('span', {}, label));

/** A labelled input with an icon: { element, value, input, focus }. */
export function inputField({ id, label, icon: name, hint, ...rest }) {
  const input = h('input', {
    id,
    spellcheck: 'false',
    ...rest,
    ...(hint ? { 'aria-describedby': `${id}-hint` } : {}),
  });
  const element = h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    h('div', { class: 'input' }, name && icon(name), input),
    hint && h('p', { id: `${id}-hint`, class: 'hint' }, hint),
  );
  return {
    element,
    input,
    value: () => input.value,
    focus: () => input.focus(),
    clear: () => {
      input.value = '';
    },
  };
}

/** A passphrase field with an eye; pasting and password managers work as anywhere. */
export function secretField(id, label, hint, autocomplete = 'current-password') {
  const field = inputField({
    id,
    type: 'password',
    label,
    icon: 'key',
    hint,
    autocomplete,
    required: true,
  });
  const eye = h(
    'button',
    { type: 'button', class: 'eye', 'aria-label': T.login.show, 'aria-pressed': 'false' },
    icon('eye'),
  );
  eye.addEventListener('click', () => toggle(field.input, eye));
  field.input.after(eye);
  return field;
}

function toggle(input, eye) {
  const shown = input.type === 'password';
  input.type = shown ? 'text' : 'password';
  eye.setAttribute('aria-pressed', String(shown));
  eye.setAttribute('aria-label', shown ? T.login.hide : T.login.show);
  eye.replaceChildren(icon(shown ? 'eye-off' : 'eye'));
}

/** The line under a form: what goes on, or what went wrong. */
export function formStatus(message = '') {
  const text = h('span', {}, message);
  const element = h('div', { class: `form-status${message ? ' wrong' : ''}`, role: 'alert' }, text);
  return {
    element,
    busy: (label) => {
      element.className = 'form-status busy';
      text.textContent = label;
    },
    wrong: (label) => {
      element.className = 'form-status wrong';
      text.textContent = label;
    },
    clear: () => {
      element.className = 'form-status';
      text.textContent = '';
    },
  };
}

// The key derivation blocks the page for half a second: the words must be painted before it.
export const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });

/** A submit handler that shows the steps, blocks double sending and shows the error. */
export function send(status, fields, work, focusOnError) {
  return async (event) => {
    event.preventDefault();
    const form = event.currentTarget;
    const empty = fields.find((field) => !field.value().trim());
    if (empty) {
      status.wrong(T.setup.emptyField);
      empty.focus();
      return;
    }
    setBusy(form, true);
    try {
      await work(async (step) => {
        status.busy(T.login[step] ?? step);
        await painted();
      });
    } catch (error) {
      // An error without a code is a slip of ours: the console is where it can be found.
      if (!error.kind && !error.code) console.error(error);
      status.wrong(errorText(error));
      setBusy(form, false);
      focusOnError?.focus();
    }
  };
}

function setBusy(form, busy) {
  for (const control of form.elements) control.disabled = busy;
  form.setAttribute('aria-busy', String(busy));
}

/** The lock: nothing of the inbox is behind it any more, only a quiet background. */
export function lockView(onUnlock, onOther, { text }) {
  const secret = secretField('passphrase', T.lock.passphrase);
  const status = formStatus();
  const form = h(
    'form',
    {
      class: 'lock-form',
      novalidate: true,
      onSubmit: send(status, [secret], (step) => onUnlock(secret.value(), step), secret),
    },
    secret.element,
    status.element,
    submitButton('lock-open', T.lock.go),
    button(T.lock.other, onOther),
  );
  return h(
    'main',
    { id: 'main', class: 'lock' },
    h(
      'div',
      { class: 'lock-card' },
      h('img', { src: 'img/stip-lock.svg', alt: '', width: 132, height: 114 }),
      h('h1', {}, T.lock.title),
      h('p', {}, text),
      form,
    ),
  );
}
