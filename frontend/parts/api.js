/**
 * Talking with the server: JSON, the XSRF cookie, errors with a code, writing that waits for the network.
 */
import { kept, uuid } from './dom.js';

/** The server said no: status, code and a sentence in the reader's language. */
export class Refused extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? '');
    this.status = status;
    this.code = body.code ?? '';
  }
}

/** No answer came: no network, or a gateway without a server behind it. */
export class Unreachable extends Error {}

/** Who this page was made for: another one may sign in meanwhile in another window of this browser. */
let person = null;

/** The person of the page as the server wrote it on it, once and for all. */
export const personOfPage = () => (person ??= document.body.dataset.person ?? null);

export class Api {
  constructor(base) {
    this.base = base;
  }

  get(path) {
    return this.call('GET', path);
  }

  /** @param options version of the thing changed (If-Match), key (Idempotency-Key) */
  call(method, path, body, { version, key } = {}) {
    const headers = head();
    if (method !== 'GET') headers['X-XSRF-TOKEN'] = cookie('XSRF-TOKEN');
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (version !== undefined) headers['If-Match'] = `"${version}"`;
    if (key) headers['Idempotency-Key'] = key;
    return this.answer(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  }

  /** Posts a form with a file. */
  upload(path, form, { key } = {}) {
    const headers = { ...head(), 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') };
    if (key) headers['Idempotency-Key'] = key;
    return this.answer(path, { method: 'POST', headers, body: form });
  }

  async answer(path, options) {
    const response = await this.fetched(path, options);
    if (response.ok) return response.status === 204 ? null : jsonOf(response);
    if (response.redirected) throw new Refused(401, {});
    if ([502, 503, 504].includes(response.status)) throw new Unreachable(String(response.status));
    throw new Refused(response.status, (await jsonOf(response)) ?? {});
  }

  async fetched(path, options) {
    try {
      return await fetch(this.base + path, { credentials: 'same-origin', ...options });
    } catch (cause) {
      throw new Unreachable('offline', { cause });
    }
  }
}

/** Every call says whose page it comes from, so that nothing is done under the name of another. */
function head() {
  const headers = { Accept: 'application/json, application/problem+json' };
  if (personOfPage()) headers['X-Gopy-Person'] = personOfPage();
  return headers;
}

async function jsonOf(response) {
  if (!/json/.test(response.headers.get('Content-Type') ?? '')) {
    // A sign-in page instead of data: the session has ended.
    if (response.redirected) throw new Refused(401, {});
    return null;
  }
  return response.json().catch(() => null);
}

function cookie(name) {
  const found = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}

/**
 * Opinions and replies that could not be sent yet. They are kept in this browser, each with the key that makes the
 * server take it once only, and sent in order as soon as the network is back.
 */
export class Queue extends EventTarget {
  constructor(api, owner) {
    super();
    this.api = api;
    this.key = `gopy:queue:${owner}`;
    this.running = false;
  }

  get waiting() {
    return kept.get(this.key) ?? [];
  }

  /** Gives false when this browser cannot keep the entry: then it is not in the queue. */
  add(entry) {
    return this.store([...this.waiting, { key: uuid(), at: new Date().toISOString(), ...entry }]);
  }

  remove(key) {
    this.store(this.waiting.filter((entry) => entry.key !== key));
  }

  store(entries) {
    let done = true;
    if (entries.length) done = kept.set(this.key, entries);
    else kept.remove(this.key);
    this.dispatchEvent(new Event('change'));
    return done;
  }

  /** Sends what waits. One tab at a time; a second try of the same entry is harmless by its key. */
  async flush() {
    if (this.running || !this.waiting.length) return;
    this.running = true;
    try {
      if (navigator.locks) await navigator.locks.request(this.key, { ifAvailable: true }, (lock) => lock && this.sendAll());
      else await this.sendAll();
    } finally {
      this.running = false;
    }
  }

  async sendAll() {
    let sent = 0;
    for (const entry of this.waiting) {
      try {
        await this.api.call('POST', entry.path, entry.body, { key: entry.key });
        this.remove(entry.key);
        sent++;
      } catch (error) {
        if (error instanceof Unreachable || error.status === 401 || error.status === 429) {
          if (error.status === 401) this.dispatchEvent(new CustomEvent('signedout', { detail: error }));
          break;
        }
        this.remove(entry.key);
        this.dispatchEvent(new CustomEvent('refused', { detail: { entry, error } }));
      }
    }
    if (sent) this.dispatchEvent(new CustomEvent('sent', { detail: { sent } }));
  }
}
