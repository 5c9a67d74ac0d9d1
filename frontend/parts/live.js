/**
 * News from the server: one open line (server-sent events); where a proxy keeps that shut, cuts it or swallows it, one
 * question after the other that the server answers when there is something to tell.
 */
import { afterPause } from './dom.js';

const COALESCE_MS = 250;

/** So long the first event of a line may take, and a line that lasts less was cut. */
const HEARD_WITHIN_MS = 10_000;

/** So many lines in a row that were cut say that none will last. */
const CUT_SHORT = 3;

/** After a question without an answer. */
const REST_MS = 15_000;

/** So many answers later the line is tried again. */
const ANSWERS_BEFORE_LINE = 15;

export class Live {
  /**
   * @param on { threads, outline }: called when opinions, or the draft itself, have changed; next: asks for the next event
   *     and gives its kind, where the server answers such questions
   */
  constructor(url, on) {
    Object.assign(this, { url, on, threads: afterPause(on.threads, COALESCE_MS), cut: 0 });
  }

  connect() {
    this.close();
    if (!globalThis.EventSource) return this.startAsking();
    const source = new EventSource(this.url);
    this.source = source;
    let since = Date.now();
    const heard = (act) => () => {
      clearTimeout(this.silence);
      act?.();
    };
    source.addEventListener('threads', heard(this.threads));
    // What came before the line was open, or while it was cut, would be missed.
    source.addEventListener('hello', heard(this.threads));
    source.addEventListener('alive', heard());
    source.addEventListener('outline', heard(this.on.outline));
    source.addEventListener('open', () => (since = Date.now()));
    source.addEventListener('error', () => {
      this.cut = Date.now() - since < HEARD_WITHIN_MS ? this.cut + 1 : 0;
      since = Date.now();
      if (this.isClosed || (this.on.next && this.cut >= CUT_SHORT)) this.startAsking();
    });
    if (this.on.next) this.silence = setTimeout(() => this.startAsking(), HEARD_WITHIN_MS);
  }

  get isClosed() {
    return !this.source || this.source.readyState === EventSource.CLOSED;
  }

  /** After sleep, or when the network is back. */
  wake() {
    this.cut = 0;
    if (this.isClosed) this.connect();
  }

  /** Asks one question after the other until the page ends, or the line is tried again. */
  async startAsking() {
    this.close();
    const asking = {};
    this.asking = asking;
    // The server may have closed the line because there is nothing to be read here any more.
    await this.on.threads();
    for (let n = 1; this.asking === asking; n++) {
      if (document.hidden || !this.on.next) await rest(2 * REST_MS);
      else await this.ask();
      if (this.asking !== asking || document.hidden) continue;
      if (!this.on.next) await this.on.threads();
      if (globalThis.EventSource && (!this.on.next || n % ANSWERS_BEFORE_LINE === 0)) {
        this.cut = CUT_SHORT - 1;
        return this.connect();
      }
    }
  }

  async ask() {
    try {
      const event = await this.on.next();
      if (event === 'threads') await this.on.threads();
      else if (event === 'outline') this.on.outline();
      else if (event === 'end') await rest(REST_MS);
    } catch {
      await rest(REST_MS);
      await this.on.threads();
    }
  }

  close() {
    this.asking = null;
    clearTimeout(this.silence);
    this.source?.close();
    this.source = null;
  }
}

const rest = (ms) => new Promise((over) => setTimeout(over, ms));
