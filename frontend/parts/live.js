/**
 * News from the server: one open line (server-sent events); where a proxy keeps that shut, a question now and then.
 */
import { afterPause } from './dom.js';

const POLL_MS = 30_000;
const COALESCE_MS = 250;

export class Live {
  /** @param on { threads, outline }: called when opinions, or the draft itself, have changed */
  constructor(url, on) {
    Object.assign(this, { url, on, threads: afterPause(on.threads, COALESCE_MS) });
  }

  connect() {
    this.close();
    if (!globalThis.EventSource) return this.startPolling();
    this.source = new EventSource(this.url);
    this.source.addEventListener('threads', this.threads);
    // What came before the line was open, or while it was cut, would be missed.
    this.source.addEventListener('hello', this.threads);
    this.source.addEventListener('outline', this.on.outline);
    this.source.addEventListener('open', () => clearInterval(this.poll));
    this.source.addEventListener('error', () => this.isClosed && this.startPolling());
  }

  get isClosed() {
    return !this.source || this.source.readyState === EventSource.CLOSED;
  }

  /** After sleep, or when the network is back. */
  wake() {
    if (this.isClosed) this.connect();
  }

  startPolling() {
    clearInterval(this.poll);
    this.poll = setInterval(() => {
      if (document.hidden) return;
      this.on.threads();
      if (globalThis.EventSource) this.connect();
    }, POLL_MS);
    // The server may have closed the line because there is nothing to be read here any more.
    this.threads();
  }

  close() {
    this.source?.close();
    clearInterval(this.poll);
  }
}
