// fixtures.mjs - an organisation in memory, requests and hostile texts, for all tests of the page.
// Owns: nothing shipped.
import { toB64Url, toHex } from '../../src/inbox/bytes.mjs';
import { KIND, envelopeId, sealEnvelope } from '../../src/inbox/envelope.mjs';
import { keyId, newBoxKeys, random } from '../../src/inbox/keys.mjs';

export const ORG_KEY = newBoxKeys();
export const KEYS = new Map([[keyId(ORG_KEY.publicKey), ORG_KEY]]);
export const ME = '11'.repeat(16);
export const COLLEAGUE = '22'.repeat(16);
export const KIOSK = 'aa'.repeat(16);
// Tuesday 24 November 2026, 10:30 in the Netherlands.
export const NOW = Date.parse('2026-11-24T09:30:00Z');
export const NOW_S = NOW / 1000;
export const WORK_WEEK = [1, 2, 3, 4, 5];

export const PARENT = {
  v: 1,
  org: '9b1c6c1e5f1f4c0e',
  place: KIOSK,
  at: '2026-11-23T14:05',
  q: 'ok',
  who: 'parent',
  lang: 'nl',
  how: 'call',
  phone: '0612345678',
  voicemail: true,
  answer: 'me',
  when: ['any'],
  due: '2026-11-25',
  told: 'date',
  topic: ['thuis'],
  sector: 'po',
  name: 'Amina',
  note: 'Al drie maanden wachten.',
};
export const CHILD = {
  v: 1,
  org: '9b1c6c1e5f1f4c0e',
  place: KIOSK,
  at: '2026-11-23T14:05',
  q: 'ok',
  who: 'child',
  lang: 'nl',
  how: 'via',
  due: '2026-11-24',
  told: 'date',
  topic: ['gepest'],
  name: 'Noor',
  with: 'mentor',
  find: 'Meester Ali, groep 7',
  register: 'young',
};

/** An item as the hub sends it; `item` overrides its members. */
export function itemOf(payload, item = {}, publicKey = ORG_KEY.publicKey) {
  const envelope = sealEnvelope(KIND.REQUEST, payload, publicKey);
  return {
    id: envelopeId(envelope),
    state: 'new',
    assignee: null,
    rev: 0,
    received_at: NOW_S - 7200,
    waited_s: 60,
    due_at: NOW_S + 86400,
    kiosk: KIOSK,
    kiosk_label: 'Bibliotheek',
    key_id: keyId(publicKey),
    envelope: toB64Url(envelope),
    events: [],
    closed_at: null,
    outcome: null,
    ...item,
  };
}

export function eventOf(type, { outcome = null, note = null, actor = ME, at = NOW_S - 60 } = {}) {
  const sealed = note && toB64Url(sealEnvelope(KIND.NOTE, note, ORG_KEY.publicKey));
  return { id: toHex(random(16)), at, actor, type, outcome, note: sealed };
}

// What a bored teenager or an attacker types: nothing of it may run, hide or reorder anything.
export const HOSTILE_TEXTS = [
  '<script>window.__hit=1</script>',
  '<img src=x onerror="window.__hit=1">',
  '<svg onload=window.__hit=1>',
  '"><script>window.__hit=1</script>',
  "'><img src=x onerror=window.__hit=1>",
  '<iframe src="javascript:window.__hit=1">',
  'javascript:window.__hit=1',
  'data:text/html,<script>window.__hit=1</script>',
  '<a href="javascript:window.__hit=1">klik</a>',
  '<math><mtext><table><mglyph><style><img src=x onerror=window.__hit=1>',
  '<details open ontoggle=window.__hit=1>',
  '<body onload=window.__hit=1>',
  '<input autofocus onfocus=window.__hit=1>',
  '<style>*{display:none}</style>',
  '<link rel=stylesheet href=//evil.example>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<base href="//evil.example/">',
  '<form action="//evil.example"><button>x</button></form>',
  '<object data="//evil.example">',
  '<embed src="//evil.example">',
  '${window.__hit=1}',
  '{{constructor.constructor("window.__hit=1")()}}',
  '</textarea><script>window.__hit=1</script>',
  '</title><script>window.__hit=1</script>',
  '<!--<script>-->',
  '\u202Egnp.exe',
  'a\u2066b\u2067c\u2069',
  '\u200F\u200E\u061C',
  'e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301',
  '\u0000\u0001\u0007\u001B[31m',
  '\uFEFF\uFFFE',
  '\u{E0041}\u{E0042}',
  '\uD800',
  '=1+1',
  '+cmd|calc',
  '@SUM(1)',
  '-2+3',
  'A'.repeat(3000),
  '\n\n\n\nonder',
  '\t\ttab',
  '😀'.repeat(200),
  'ﷺ'.repeat(50),
  '__proto__',
  'constructor',
  'toString',
  'tel:112',
  '0800-0432',
  '06 12 34 56 78',
  '+31<b>6',
  '112;ext=1',
  '06\u202E12345678',
  'noor@voorbeeld.example?bcc=x@y.z',
  'mailto:x@y.z?body=<script>',
  '"quoted"@x.nl',
  "' OR 1=1 --",
  '../../etc/passwd',
  '%3Cscript%3E',
  '&lt;script&gt;',
  '<%= 1 %>',
];
