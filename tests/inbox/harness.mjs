// harness.mjs - a real hub behind the real nginx configuration, with TLS of an own authority.
// Owns: every process and file it makes; stop() ends and removes them all. Never: mocks the hub.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { makeApi } from '../../src/inbox/api.mjs';
import { fromB64Url, toB64Url, toHex } from '../../src/inbox/bytes.mjs';
import { KIND, envelopeId, sealEnvelope } from '../../src/inbox/envelope.mjs';
import { random } from '../../src/inbox/keys.mjs';
import { nodeTransport } from '../../src/inbox/node-transport.mjs';

export const ROOT = path.resolve(path.dirname(new URL(import.meta.url).pathname), '../..');
export const HOST = 'oksp.test';
export const EMAIL = 'noor@voorbeeld.example';
export const PASSPHRASE = 'fiets wolk beker tuin lamp';
const HUB = process.env.OKSP_HUB ?? path.join(ROOT, 'build/release/bin/oksp-hub');
const SYNC = process.env.OKSP_SYNC ?? path.join(ROOT, 'build/release/bin/oksp-sync');
const READY_MS = 15_000;
const PAD_BYTES = 8192;

const wait = (ms) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

export async function until(check, what, ms = READY_MS) {
  const end = Date.now() + ms;
  for (;;) {
    const found = await check();
    if (found) return found;
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await wait(50);
  }
}

export function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const answers = (port) =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

/** A folder with its processes; everything started through it ends with it. */
export function makeStage() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'oksp-inbox-'));
  // nginx as root serves files as another user: it must be able to walk into the folder.
  fs.chmodSync(folder, 0o755);
  const processes = [];
  return {
    folder,
    path: (...parts) => path.join(folder, ...parts),
    start: (name, command, options) =>
      processes[processes.push(launch(folder, name, command, options)) - 1],
    stop: async () => {
      await Promise.all(processes.reverse().map(end));
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

function launch(folder, name, [program, ...rest], options = {}) {
  const log = fs.openSync(path.join(folder, `${name}.log`), 'a');
  const child = spawn(program, rest, { stdio: ['ignore', log, log], ...options });
  child.on('error', (error) => fs.writeSync(log, `${error}\n`));
  return child;
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), 3000);
  await gone;
  clearTimeout(kill);
}

/** An authority and a certificate for HOST; `spki` is what Chromium is told to trust. */
export function makeCertificates(stage) {
  const run = (...parts) => execFileSync('openssl', parts, { cwd: stage.folder, stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  run(
    'req',
    '-x509',
    ...key,
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-days',
    '2',
    '-subj',
    '/CN=OKSP test authority',
  );
  run('req', ...key, '-keyout', 'tls.key', '-out', 'tls.csr', '-subj', `/CN=${HOST}`);
  fs.writeFileSync(
    stage.path('ext'),
    `subjectAltName=DNS:${HOST},IP:127.0.0.1\nbasicConstraints=CA:FALSE\n`,
  );
  run(
    'x509',
    '-req',
    '-in',
    'tls.csr',
    '-CA',
    'ca.pem',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-days',
    '2',
    '-extfile',
    'ext',
    '-out',
    'tls.pem',
  );
  const spki = execFileSync(
    'sh',
    [
      '-c',
      'openssl x509 -in tls.pem -pubkey -noout | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | base64',
    ],
    { cwd: stage.folder, encoding: 'utf8' },
  ).trim();
  return { ca: fs.readFileSync(stage.path('ca.pem')), spki };
}

/** The hub on a unix socket, as in production; returns the setup token. */
export async function startHub(stage) {
  const config = stage.path('hub.ini');
  fs.mkdirSync(stage.path('hub'), { mode: 0o700 });
  fs.writeFileSync(
    config,
    `[hub]\nlisten = unix:${stage.path('hub.sock')}\ndata_dir = ${stage.path('hub')}\n`,
  );
  const token = execFileSync(HUB, ['init', '--config', config], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
    .trim()
    .split(/\s+/)
    .at(-1);
  stage.start('hub', [HUB, 'serve', '--config', config]);
  await until(
    () => fs.existsSync(stage.path('hub.sock')),
    `the hub's socket (${stage.path('hub.log')})`,
  );
  return token;
}

/** The one-time token that an operator prints on the server when all access is lost. */
export function recoverToken(stage) {
  const out = execFileSync(HUB, ['recover', '--config', stage.path('hub.ini')], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return /[\w-]{43}/.exec(out)[0];
}

/**
 * deploy/nginx, unchanged but for names, ports and paths. Every replacement must hit, so that a
 * change of the file that the test does not follow is noticed.
 */
export async function startNginx(stage, { upstream = `unix:${stage.path('hub.sock')}` } = {}) {
  const [tls, plain] = [await freePort(), await freePort()];
  const deploy = path.join(ROOT, 'deploy/nginx');
  const swaps = [
    ['unix:/run/oksp/hub.sock', upstream],
    ['listen 80;', `listen 127.0.0.1:${plain};`],
    ['listen [::]:80;', ''],
    ['listen 443 ssl http2;', `listen 127.0.0.1:${tls} ssl http2;`],
    ['listen [::]:443 ssl http2;', ''],
    ['oksp.example.nl', HOST],
    ['/etc/oksp/tls/fullchain.pem', stage.path('tls.pem')],
    ['/etc/oksp/tls/privkey.pem', stage.path('tls.key')],
    ['/usr/share/oksp/inbox', path.join(ROOT, 'src/inbox')],
    ['root /usr/share/oksp/nginx', `root ${deploy}`],
    ['/etc/nginx/oksp-page-headers.conf', `${deploy}/oksp-page-headers.conf`],
    ['/etc/nginx/oksp-hub.conf', `${deploy}/oksp-hub.conf`],
    ['/var/log/nginx/oksp-error.log', stage.path('nginx-error.log')],
  ];
  fs.writeFileSync(
    stage.path('oksp.conf'),
    swaps.reduce(swap, fs.readFileSync(path.join(deploy, 'oksp.conf'), 'utf8')),
  );
  fs.writeFileSync(stage.path('nginx.conf'), mainConfig(stage));
  stage.start('nginx', [
    'nginx',
    '-e',
    stage.path('nginx-error.log'),
    '-p',
    stage.folder,
    '-c',
    stage.path('nginx.conf'),
  ]);
  await until(() => answers(tls), `nginx (${stage.path('nginx.log')})`);
  return { url: `https://${HOST}:${tls}`, tls, plain };
}

function swap(text, [from, to]) {
  if (!text.includes(from)) throw new Error(`deploy/nginx/oksp.conf no longer has: ${from}`);
  return text.replaceAll(from, to);
}

// The files stand in the repository, which only its owner may be able to read.
function mainConfig(stage) {
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${stage.path(name)};`)
    .join('\n');
  return `${user}\nworker_processes 1;\npid ${stage.path('nginx.pid')};\ndaemon off;\nevents { worker_connections 512; }\nhttp {\n${temp}\ninclude ${stage.path('oksp.conf')};\n}\n`;
}

/** The staff API from Node, through nginx and TLS. */
export const apiOf = (site, certificates) =>
  makeApi(nodeTransport(`https://127.0.0.1:${site.tls}`, { ca: certificates.ca }));

/** A whole organisation: hub, nginx, first admin and one kiosk, made by demo-setup.mjs. */
export async function startOrganisation() {
  const stage = makeStage();
  try {
    const certificates = makeCertificates(stage);
    const token = await startHub(stage);
    const site = await startNginx(stage);
    const made = JSON.parse(demoSetup(stage, site, token));
    const kiosk = await enrol(site, certificates, made.enrol);
    return { stage, site, certificates, made, kiosk };
  } catch (error) {
    await stage.stop();
    throw error;
  }
}

export function demoSetup(stage, site, token) {
  return execFileSync(
    process.execPath,
    [
      path.join(ROOT, 'src/inbox/demo-setup.mjs'),
      '--hub',
      `https://127.0.0.1:${site.tls}`,
      '--token',
      token,
      '--org',
      'OKSP voorbeeldregio',
      '--email',
      EMAIL,
      '--person',
      'Noor de Vries',
      '--passphrase',
      PASSPHRASE,
      '--url',
      site.url,
      '--kiosk',
      'Bibliotheek',
      '--ca',
      stage.path('ca.pem'),
      '--out',
      stage.path('made'),
    ],
    { encoding: 'utf8' },
  );
}

/** Enrols a kiosk's data folder with the real program; returns what its status says then. */
export function enrolWithSync(stage, text, name = 'kiosk') {
  const config = stage.path(`${name}.ini`);
  fs.mkdirSync(stage.path(name), { mode: 0o700 });
  const settings = `data_dir = ${stage.path(name)}\nca_file = ${stage.path('ca.pem')}\n`;
  fs.writeFileSync(config, `[sync]\n${settings}`);
  const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  execFileSync(SYNC, ['enrol', text, '--config', config], options);
  return execFileSync(SYNC, ['status', '--config', config], options);
}

/** What oksp-sync does with an enrolment string; returns what a kiosk then holds. */
export async function enrol(site, certificates, text) {
  const [, , code, fingerprint] = text.split('.');
  const api = apiOf(site, certificates);
  const got = await api.post('/v1/enrol', { v: 1, code, hw: toHex(random(8)), app: '1.0.0' });
  const keyring = JSON.parse(got.keyring);
  return { ...got, fingerprint, sealPk: fromB64Url(keyring.seal.find((seal) => seal.use).pk) };
}

/** Seals payloads as a kiosk does and syncs them; returns their ids. */
export async function leaveRequests({ site, certificates, kiosk }, payloads) {
  const envelopes = payloads.map((payload) =>
    sealEnvelope(KIND.REQUEST, { org: kiosk.org, place: kiosk.kiosk, ...payload }, kiosk.sealPk),
  );
  return leaveEnvelopes({ site, certificates, kiosk }, envelopes);
}

export async function leaveEnvelopes({ site, certificates, kiosk }, envelopes) {
  const body = {
    v: 1,
    app: '1.0.0',
    hw: toHex(random(8)),
    boot: '00000001',
    store: '',
    keyring: 1,
    pack: 0,
    depth: envelopes.length,
    refused: 0,
    disk_mb: 900,
    up_s: 60,
    clock: '',
    cq: 'ok',
    err: [],
    items: envelopes.map((bytes) => ({ e: toB64Url(bytes), w: 30 })),
    pad: '',
  };
  const size = JSON.stringify(body).length;
  body.pad = 'x'.repeat((PAD_BYTES - (size % PAD_BYTES)) % PAD_BYTES);
  const api = makeApi(bearer(`https://127.0.0.1:${site.tls}`, certificates, kiosk.token));
  const answer = await api.post('/v1/sync', body);
  return { answer, ids: envelopes.map((bytes) => envelopeId(bytes)) };
}

const bearer = (base, { ca }, token) =>
  nodeTransport(base, { ca, headers: { Authorization: `Bearer ${token}` } });
