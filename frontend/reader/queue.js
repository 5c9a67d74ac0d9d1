import { kept, uuid } from '../parts/kept.js';
import { Unreachable } from '../parts/errors.js';

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
