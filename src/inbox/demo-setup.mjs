// demo-setup.mjs - a whole organisation without a ceremony by hand: for the demo and the tests.
// Owns: its command line and the files in --out. Never: used for a real organisation, because
// the recovery code and the passphrase end up in a file.
//
//   node demo-setup.mjs --hub URL --token T --org NAME --email A --passphrase P --url PUBLIC_URL
//                       [--person NAME] [--kiosk LABEL] [--ca FILE] [--out DIR]
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeApi } from './api.mjs';
import { nodeTransport } from './node-transport.mjs';
import { endSession, login } from './session.mjs';
import { enrolKiosk, makeOrganisation, setUp } from './setup.mjs';

const text = (fallback) => ({ type: 'string', default: fallback });
const OPTIONS = {
  hub: text(),
  token: text(),
  org: text('OKSP voorbeeldregio'),
  email: text('noor@voorbeeld.example'),
  person: text('Noor de Vries'),
  passphrase: text(),
  url: text(),
  kiosk: text('Voorbeeldzuil'),
  ca: text(),
  out: text(),
};

// A token may begin with a dash: "--token -x" is read as "--token=-x".
function joined(words) {
  return words.flatMap((word, i) => {
    if (i % 2 === 1) return [];
    return words[i + 1] === undefined ? [word] : [`${word}=${words[i + 1]}`];
  });
}

function readOptions() {
  const { values } = parseArgs({ options: OPTIONS, args: joined(process.argv.slice(2)) });
  const missing = ['hub', 'token', 'passphrase'].filter((name) => !values[name]);
  if (missing.length) throw new Error(`missing --${missing.join(', --')}`);
  return { ...values, url: (values.url ?? values.hub).replace(/\/$/, '') };
}

async function run(options) {
  const ca = options.ca && fs.readFileSync(options.ca);
  const api = makeApi(nodeTransport(options.hub, { ca }));
  const issued = new Date().toISOString().slice(0, 10);
  const made = makeOrganisation({ ...options, name: options.org, issued });
  await setUp(api, made.body);
  const session = await login(api, options.email, options.passphrase);
  const kiosk = await enrolKiosk(api, session, { label: options.kiosk, url: options.url });
  await api.post('/v1/logout', {});
  endSession(session);
  return result(options, made, kiosk);
}

function result(options, made, kiosk) {
  return {
    org: made.body.org,
    url: options.url,
    email: options.email,
    passphrase: options.passphrase,
    recovery_code: made.recoveryCode,
    kiosk: kiosk.kiosk,
    enrol: kiosk.enrol,
  };
}

// The file holds a passphrase: only its owner may read it.
function write(out, found) {
  fs.mkdirSync(out, { recursive: true, mode: 0o700 });
  const secret = { mode: 0o600 };
  fs.writeFileSync(path.join(out, 'demo.json'), `${JSON.stringify(found, null, 2)}\n`, secret);
  fs.writeFileSync(path.join(out, 'enrol.txt'), `${found.enrol}\n`, secret);
}

try {
  const options = readOptions();
  const found = await run(options);
  if (options.out) write(options.out, found);
  console.log(JSON.stringify(found, null, 2));
} catch (error) {
  const about = error.problem ? ` ${JSON.stringify(error.problem)}` : '';
  console.error(`demo-setup: ${error.message}${about}`);
  process.exitCode = 1;
}
