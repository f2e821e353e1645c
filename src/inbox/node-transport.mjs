// node-transport.mjs - the transport of api.mjs for Node: scripts and tests, never the page.
// Owns: one cookie. Never: follows redirects, keeps anything on disk.
//
// node:http and not fetch: fetch forbids setting Sec-Fetch-Site, which the hub asks for.
import http from 'node:http';
import https from 'node:https';

const TIMEOUT_MS = 30_000;

/** A transport to one hub; `ca` (PEM) is for a test's own certificate authority. */
export function nodeTransport(base, { ca, headers: extra = {} } = {}) {
  const jar = { cookie: null };
  return ({ method, path, body }) =>
    new Promise((resolve, reject) => {
      const payload = body === undefined ? null : Buffer.from(JSON.stringify(body));
      const url = new URL(path, base);
      const client = url.protocol === 'https:' ? https : http;
      const options = {
        method,
        ca,
        timeout: TIMEOUT_MS,
        headers: { ...headersFor(payload, jar), ...extra },
      };
      const request = client.request(url, options, (answer) =>
        collect(answer, jar, resolve, reject),
      );
      request.on('timeout', () => request.destroy(new Error('timeout')));
      request.on('error', reject);
      request.end(payload);
    });
}

function headersFor(payload, jar) {
  const headers = { 'Sec-Fetch-Site': 'same-origin', Accept: 'application/json' };
  if (payload) {
    headers['Content-Type'] = 'application/json';
    headers['Content-Length'] = payload.length;
  }
  if (jar.cookie) headers.Cookie = jar.cookie;
  return headers;
}

function collect(answer, jar, resolve, reject) {
  const parts = [];
  const cookie = answer.headers['set-cookie']?.[0];
  if (cookie) jar.cookie = cookie.split(';')[0];
  answer.on('data', (part) => parts.push(part));
  answer.on('error', reject);
  answer.on('end', () =>
    resolve({
      status: answer.statusCode,
      text: Buffer.concat(parts).toString('utf8'),
      retryAfter: answer.headers['retry-after'],
    }),
  );
}
