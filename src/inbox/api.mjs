// api.mjs - the hub's staff API as calls that either return JSON or throw an ApiError.
// Owns: how an answer is judged. Never: sends anything by itself; a transport is handed in.
import { isObject } from './json-strict.mjs';

const ANSWER_CHARS_MAX = 32 * 1024 * 1024;
const PROBLEM = /^urn:oksp:([a-z-]{1,40})$/;
const RETRY_SECONDS_MAX = 3600;

/** `kind` is a problem name of the protocol, or "offline" or "garbled" (not the hub's JSON). */
export class ApiError extends Error {
  constructor(kind, status, problem = {}) {
    super(`${kind} ${status}`);
    Object.assign(this, { kind, status, problem });
  }
}

/**
 * `transport({ method, path, body })` resolves to { status, text, retryAfter } or rejects.
 * The result's methods resolve to the parsed object, or null for an empty 204.
 */
export function makeApi(transport) {
  const call = async (method, path, body) =>
    judge(await deliver(transport, { method, path, body }));
  return {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    patch: (path, body) => call('PATCH', path, body),
    remove: (path, body) => call('DELETE', path, body),
  };
}

async function deliver(transport, request) {
  try {
    return await transport(request);
  } catch {
    throw new ApiError('offline', 0);
  }
}

function judge({ status, text, retryAfter }) {
  if (status === 204) return null;
  const body = parse(text, status);
  if (status >= 200 && status < 300) return body;
  const kind = PROBLEM.exec(body.type)?.[1] ?? 'garbled';
  throw new ApiError(kind, status, { ...body, retryAfter: seconds(retryAfter) });
}

// A captive portal, a proxy's page or a hub under foreign control: all the same, not an answer.
function parse(text, status) {
  let body = null;
  try {
    if (text.length <= ANSWER_CHARS_MAX) body = JSON.parse(text);
  } catch {
    body = null;
  }
  if (!isObject(body)) throw new ApiError('garbled', status);
  return body;
}

function seconds(text) {
  const value = Number(text);
  return Number.isFinite(value) && value > 0 ? Math.min(Math.ceil(value), RETRY_SECONDS_MAX) : 0;
}

/** The page's transport: same origin only, redirects are errors, nothing is cached. */
export async function browserTransport({ method, path, body }) {
  const answer = await fetch(path, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    credentials: 'same-origin',
    mode: 'same-origin',
    redirect: 'error',
    cache: 'no-store',
    signal: AbortSignal.timeout(ANSWER_WAIT_MS),
  });
  return {
    status: answer.status,
    text: await answer.text(),
    retryAfter: answer.headers.get('Retry-After'),
  };
}

const ANSWER_WAIT_MS = 30_000;
