// dialogs.mjs - the small questions: closing, an appointment, an interpreter's time, erasing.
// Owns: the forms and their checks. Never: posts anything; the answer goes to the caller.
import { OUTCOMES } from './actions.mjs';
import { addDays, localTime } from './clock.mjs';
import { button, h, openDialog } from './dom.mjs';
import { T } from './nl.mjs';
import { appointmentMoment } from './notes.mjs';
import { formStatus } from './view-login.mjs';
import { aboutChips } from './view-talk.mjs';

const foot = (close, label) =>
  h(
    'div',
    { class: 'pair end' },
    button(T.cancel, close),
    h('button', { type: 'submit', class: 'btn primary', id: 'dialog-go' }, label),
  );

const radio = (name, value, label) =>
  h(
    'label',
    { class: 'radio' },
    h('input', { type: 'radio', name, value, required: true }),
    h('span', {}, label),
  );

/** A form whose `read(form)` returns the answer, or a string that says what is missing. */
function dialogForm(title, { body, label, read, done }) {
  openDialog(title, (close) => {
    const status = formStatus();
    const submit = (event) => {
      event.preventDefault();
      const answer = read(event.currentTarget);
      if (typeof answer === 'string') return status.wrong(answer);
      close();
      return done(answer);
    };
    return h(
      'form',
      { method: 'dialog', novalidate: true, onSubmit: submit },
      body,
      status.element,
      foot(close, label),
    );
  });
}

/** done({ outcome, topics, text }) */
export function askFinish(chosen, text, done) {
  const about = new Set(chosen);
  const area = h('textarea', { rows: '3', id: 'finish-note', value: text });
  const body = [
    h(
      'fieldset',
      { class: 'radios' },
      h('legend', {}, T.finish.outcome),
      ...OUTCOMES.map((id) => radio('outcome', id, T.outcome[id])),
    ),
    h('h3', {}, T.finish.about),
    h('p', { class: 'mut' }, T.finish.aboutHint),
    chipsBox(about),
    h('label', { class: 'lab', for: 'finish-note' }, T.finish.note),
    area,
  ];
  const read = (form) => {
    const outcome = form.elements.outcome.value;
    return outcome ? { outcome, topics: [...about], text: area.value.trim() } : T.finish.pick;
  };
  dialogForm(T.finish.title, { body, label: T.finish.go, read, done });
}

function chipsBox(about) {
  const box = h('div', {});
  const redraw = () =>
    box.replaceChildren(
      aboutChips(about, (id) => {
        if (!about.delete(id)) about.add(id);
        redraw();
        box.querySelector(`[data-focus="about-${id}"]`).focus();
      }),
    );
  redraw();
  return box;
}

/** done("2026-11-24T15:00") */
export function askAppointment(now, done) {
  const today = localTime(now).day;
  const day = h('input', {
    type: 'date',
    id: 'appointment-day',
    min: today,
    max: addDays(today, 90),
    value: today,
    required: true,
  });
  const time = h('input', { type: 'time', id: 'appointment-time', step: '300', required: true });
  const body = h(
    'div',
    { class: 'pair' },
    h('label', { class: 'lab' }, T.appointment.day, day),
    h('label', { class: 'lab' }, T.appointment.time, time),
  );
  const read = () => {
    const at = `${day.value}T${time.value}`;
    const moment = appointmentMoment(at);
    if (moment === null) return T.appointment.bad;
    return moment < now ? T.appointment.past : { at };
  };
  dialogForm(T.appointment.title, {
    body,
    label: T.appointment.go,
    read,
    done: ({ at }) => done(at),
  });
}

/** done("9:30") */
export function askInterpreterTime(done) {
  const time = h('input', { type: 'time', id: 'interpreter-time', step: '300', required: true });
  const body = h('label', { class: 'lab' }, T.interpreterDialog.time, time);
  const read = () => (/^\d\d:\d\d$/.test(time.value) ? { at: time.value } : T.appointment.bad);
  dialogForm(T.interpreterDialog.title, {
    body,
    label: T.interpreterDialog.go,
    read,
    done: ({ at }) => done(at),
  });
}

/** done(reason) */
export function askErase(done) {
  const reasons = ['erasure', 'spam', 'duplicate', 'test'];
  const body = [
    h('p', {}, T.erase.text),
    h(
      'fieldset',
      { class: 'radios' },
      h('legend', {}, T.erase.reason),
      ...reasons.map((id) => radio('reason', id, T.erase[id])),
    ),
  ];
  const read = (form) =>
    form.elements.reason.value ? { reason: form.elements.reason.value } : T.finish.pick;
  dialogForm(T.erase.title, { body, label: T.erase.go, read, done: ({ reason }) => done(reason) });
}

/** done(label) of a new kiosk */
export function askKiosk(done) {
  const input = h('input', {
    id: 'kiosk-label',
    maxlength: '80',
    required: true,
    autocomplete: 'off',
  });
  const body = [
    h('label', { class: 'lab' }, T.kiosks.label, input),
    h('p', { class: 'hint' }, T.kiosks.labelHint),
  ];
  const read = () => (input.value.trim() ? { label: input.value.trim() } : T.setup.emptyField);
  dialogForm(T.kiosks.new, { body, label: T.kiosks.make, read, done: ({ label }) => done(label) });
}

/** done() after a yes */
export function askRevoke(done) {
  const body = h('p', {}, T.kiosks.revokeText);
  dialogForm(T.kiosks.revokeTitle, { body, label: T.kiosks.revoke, read: () => ({}), done });
}
