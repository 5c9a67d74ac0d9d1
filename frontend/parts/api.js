/**
 * Talking with the server: JSON, the XSRF cookie, errors with a code.
 */
import { Refused, Unreachable } from './errors.js';

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
