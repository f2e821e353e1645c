// test_hostile.mjs - a hub under foreign control, behind the real nginx: it can lie, never run.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import { HOST, ROOT, freePort, makeCertificates, makeStage, startNginx } from './harness.mjs';

const world = { answer: () => {} };

before(async () => {
  world.stage = makeStage();
  world.certificates = makeCertificates(world.stage);
  const port = await freePort();
  world.stub = http
    .createServer((request, reply) => world.answer(request, reply))
    .listen(port, '127.0.0.1');
  world.site = await startNginx(world.stage, { upstream: `127.0.0.1:${port}` });
  world.browser = await openBrowser(world.certificates);
});
after(async () => {
  await world.browser?.close();
  world.stub?.closeAllConnections();
  world.stub?.close();
  await world.stage?.stop();
});

const SCRIPT = 'window.__hit = 1; document.title = "hit";';
const HTML = `<!doctype html><title>hit</title><script>${SCRIPT}</script><meta http-equiv=refresh content="0;url=https://evil.example/"><h1>Log in</h1>`;
const EVIL_HEADERS = {
  Refresh: '0;url=https://evil.example/',
  Link: '</v1/e.js>; rel=preload; as=script',
  'Service-Worker-Allowed': '/',
  'Content-Security-Policy': "script-src * 'unsafe-inline'",
  'Access-Control-Allow-Origin': '*',
  Location: 'https://evil.example/',
};
const ANSWERS = {
  'a page': { status: 200, type: 'text/html', body: HTML },
  'a script': { status: 200, type: 'text/javascript', body: SCRIPT },
  'a redirect': { status: 302, type: 'text/html', body: HTML },
  'an error page': { status: 500, type: 'text/html', body: HTML },
  'an empty answer': { status: 200, type: 'text/html', body: '' },
  'a list': { status: 200, type: 'application/json', body: '[1,2,3]' },
  'wrong types': { status: 200, type: 'application/json', body: '{"salt":5,"t":"3","m_kib":null}' },
  'a weak derivation': {
    status: 200,
    type: 'application/json',
    body: '{"salt":"AAAAAAAAAAAAAAAAAAAAAA","t":1,"m_kib":8}',
  },
};

const get = (where) =>
  new Promise((resolve, reject) => {
    https
      .get(
        `https://127.0.0.1:${world.site.tls}${where}`,
        { ca: world.certificates.ca },
        (answer) => {
          const parts = [];
          answer.on('data', (part) => parts.push(part));
          answer.on('end', () =>
            resolve({
              status: answer.statusCode,
              headers: answer.headers,
              text: Buffer.concat(parts).toString(),
            }),
          );
        },
      )
      .on('error', reject);
  });

for (const [name, { status, type, body }] of Object.entries(ANSWERS)) {
  test(`the page meets ${name} on every call, runs nothing and says so`, async () => {
    world.answer = (request, reply) => {
      reply.writeHead(status, { ...EVIL_HEADERS, 'Content-Type': type });
      reply.end(body);
    };
    const { page, context, watch } = await openPage(world.browser, world.site.url);
    await page.goto(`${world.site.url}/`);
    await page.fill('#email', 'noor@voorbeeld.example');
    await page.fill('#passphrase', 'fiets wolk beker tuin lamp');
    await page.click('button[type=submit]');
    await page.waitForSelector('.form-status.wrong');
    assert.equal(await page.evaluate(() => window.__hit), undefined);
    assert.equal(page.url(), `${world.site.url}/`);
    assert.deepEqual([watch.csp, watch.foreign, watch.dialogs], [[], [], []]);
    await context.close();
  });
}

test('opened directly, a page of the hub is inert text', async () => {
  world.answer = (request, reply) => {
    reply.writeHead(200, { ...EVIL_HEADERS, 'Content-Type': 'text/html' });
    reply.end(HTML);
  };
  const { page, context } = await openPage(world.browser, world.site.url);
  await page.goto(`${world.site.url}/v1/anything`);
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => window.__hit), undefined);
  assert.equal(page.url(), `${world.site.url}/v1/anything`);
  assert.equal(await page.locator('h1').count(), 0);
  await context.close();
});

test('a script of the hub is refused, even when the page itself would ask for it', async () => {
  world.answer = (request, reply) => {
    reply.writeHead(200, { 'Content-Type': 'text/javascript' });
    reply.end(SCRIPT);
  };
  const { page, context } = await openPage(world.browser, world.site.url);
  await page.goto(`${world.site.url}/`);
  const outcome = await page.evaluate(async () => {
    try {
      await import('/v1/e.mjs');
      return 'ran';
    } catch {
      return 'refused';
    }
  });
  assert.deepEqual([outcome, await page.evaluate(() => window.__hit)], ['refused', undefined]);
  const worker = await page.evaluate(() =>
    navigator.serviceWorker.register('/v1/sw.js', { scope: '/' }).then(
      () => 'ran',
      () => 'refused',
    ),
  );
  assert.equal(worker, 'refused');
  await context.close();
});

test('nothing can make markup or code out of text on the page', async () => {
  const { page, context, watch } = await openPage(world.browser, world.site.url);
  await page.goto(`${world.site.url}/`);
  // In a timer of the page: what the debugger itself evaluates is exempt from the policy.
  const outcomes = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const attempts = [
          () => {
            document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.__hit=1">');
          },
          () => {
            document.body.innerHTML = '<b>x</b>';
          },
          () => window.eval('window.__hit=1'),
          () => new Function('window.__hit=1')(),
          () => trustedTypes.createPolicy('x', { createHTML: (text) => text }),
        ];
        const tried = (attempt) => {
          try {
            attempt();
            return 'allowed';
          } catch {
            return 'refused';
          }
        };
        setTimeout(() => resolve(attempts.map(tried)), 0);
      }),
  );
  assert.deepEqual(outcomes, Array(5).fill('refused'));
  assert.equal(await page.evaluate(() => window.__hit), undefined);
  await until(() => watch.csp.length > 0);
  await context.close();
});

async function until(check) {
  for (let i = 0; i < 50 && !check(); i += 1)
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  assert.ok(check(), 'the policy reports what it refuses');
}

test("every answer of the hub leaves nginx as inert JSON without the hub's own headers", async () => {
  world.answer = (request, reply) => {
    reply.writeHead(200, { ...EVIL_HEADERS, 'Content-Type': 'text/html' });
    reply.end(HTML);
  };
  const { headers } = await get('/v1/me');
  assert.equal(headers['content-type'], 'application/json');
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['content-security-policy'], "default-src 'none'; sandbox");
  for (const name of [
    'refresh',
    'link',
    'location',
    'service-worker-allowed',
    'access-control-allow-origin',
  ])
    assert.equal(headers[name], undefined, name);
});

test("the page carries its policy; the hub's development mode sends the same", async () => {
  const { status, headers } = await get('/');
  assert.equal(status, 200);
  const conf = fs.readFileSync(path.join(ROOT, 'deploy/nginx/oksp-page-headers.conf'), 'utf8');
  const wanted = [...conf.matchAll(/^add_header (\S+) (?:"([^"]*)"|(\S+)) always;$/gm)].map(
    ([, name, quoted, bare]) => [name, quoted ?? bare],
  );
  assert.equal(wanted.length, 8);
  for (const [name, value] of wanted) assert.equal(headers[name.toLowerCase()], value, name);
  const source = fs
    .readFileSync(path.join(ROOT, 'src/hub/api_page.c'), 'utf8')
    .replace(/"\s*\n\s*"/g, '');
  for (const [name, value] of wanted.filter(([each]) => each !== 'Strict-Transport-Security')) {
    assert.ok(source.includes(`"${value}"`), `src/hub/api_page.c sends another ${name}`);
  }
});

test('every file that the page loads is served with its type, and nothing else is', async () => {
  for (const [where, type] of [
    ['/main.mjs', 'text/javascript'],
    ['/vendor/libsodium-wrappers.mjs', 'text/javascript'],
    ['/inbox.css', 'text/css'],
    ['/img/icons.svg', 'image/svg+xml'],
    ['/fonts/Andika-Bold.woff2', 'font/woff2'],
  ]) {
    const { status, headers } = await get(where);
    assert.deepEqual([status, headers['content-type'].split(';')[0]], [200, type], where);
    assert.match(headers['content-security-policy'], /trusted-types 'none'/);
  }
  for (const where of [
    '/img/',
    '/vendor/',
    '/img/make-icons.py',
    '/vendor/README.md',
    '/../oksp.conf',
    '/.git/config',
    '/problems/400.json',
  ]) {
    assert.equal((await get(where)).status, 404, where);
  }
});

test('plain http only sends on to https; a body that is too large is answered in our own form', async () => {
  const moved = await new Promise((resolve) => {
    http.get(
      { host: '127.0.0.1', port: world.site.plain, path: '/x', headers: { Host: HOST } },
      resolve,
    );
  });
  assert.deepEqual([moved.statusCode, moved.headers.location], [308, `https://${HOST}/x`]);
  const out = execFileSync(
    'curl',
    [
      '-s',
      '--cacert',
      world.stage.path('ca.pem'),
      '-X',
      'POST',
      '-H',
      'Expect:',
      '--data-binary',
      '@-',
      '-w',
      '\n%{http_code}',
      `https://127.0.0.1:${world.site.tls}/v1/sync`,
    ],
    { input: Buffer.alloc(600_000), encoding: 'utf8' },
  );
  const [body, code] = out.trim().split(/\n+/);
  assert.deepEqual([code, JSON.parse(body).type], ['413', 'urn:oksp:too-large']);
});

test('a hub that is gone is a 503 that the page can read', async () => {
  world.answer = (request, reply) => {
    request.socket.destroy();
    reply.destroy();
  };
  const { status, headers, text } = await get('/v1/me');
  assert.deepEqual(
    [status, headers['content-type'], JSON.parse(text).type],
    [503, 'application/json', 'urn:oksp:store-unavailable'],
  );
});
