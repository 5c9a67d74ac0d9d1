/**
 * What is asked of the server for one draft. Each answer goes into the store; what is written while there is no network
 * waits there. Tells by "answered" that opinions came, by "signedout" that the session is not that of this page any more.
 */
import { NotKept, Refused, Unreachable } from '../parts/errors.js';
import { DOSSIER } from './model.js';

const BUSY_MS = 5_000;

export class Server extends EventTarget {
  constructor(api, store) {
    super();
    Object.assign(this, { api, store, path: `/versions/${store.versionId}`, names: new Map() });
  }

  // ---- opinions

  /** Asks for the opinions again. */
  refresh() {
    // Who asks while an answer is under way waits for the next one: that answer may be older than what one asks about.
    if (this.refreshing) this.again = true;
    this.refreshing ??= this.readAgain();
    return this.refreshing;
  }

  async readAgain() {
    do {
      this.again = false;
      await this.readThreads();
    } while (this.again);
    this.refreshing = null;
  }

  async readThreads() {
    try {
      const { mark } = this.store.threads;
      const answer = await this.api.get(`${this.path}/threads${mark ? `?since=${encodeURIComponent(mark)}` : ''}`);
      this.readAt = Date.now();
      this.dispatchEvent(new Event('answered'));
      this.store.merge(answer);
    } catch (error) {
      // Too many read at this moment; whoever comes again does not come together with all others.
      if (error instanceof Unreachable && error.message === '503') setTimeout(() => this.refresh(), BUSY_MS * (1 + Math.random()));
      if (error instanceof Refused && error.status === 401) this.dispatchEvent(new CustomEvent('signedout', { detail: error }));
    }
  }

  /** Waits for the kind of the next event, behind what the last answer held. */
  async nextEvent() {
    const { event } = await this.api.get(`${this.path}/live/next?since=${encodeURIComponent(this.store.threads.mark ?? '')}`);
    return event;
  }

  /**
   * Writes an opinion; a second press after a lost answer cannot make two. Gives { item }, or { waits } where it goes out
   * later; throws NotKept where it cannot even wait, and what went wrong where it may not.
   */
  async write(place, body, attempts, { mayWait = true } = {}) {
    const path = this.opinionsOf(place);
    try {
      const item = await attempts.run(body, (key) => this.api.call('POST', path, body, { key }));
      this.written(item);
      return { item };
    } catch (error) {
      if (!mayWait) throw error;
      return this.wait(error, { key: attempts.key, path, body, placeId: place.id });
    }
  }

  written(item) {
    if (item?.id) this.store.put([item]);
    this.refresh();
  }

  opinionsOf(place) {
    return place.id === DOSSIER ? `/dossiers/${this.store.version.dossierId}/comments` : `/provisions/${place.id}/comments`;
  }

  /** What stands in that line of that page of the printed draft. */
  onPaper(page, line) {
    return this.api.get(`${this.path}/print/place?page=${page}&line=${line}`);
  }

  /** Changes the words of an opinion that nobody has changed meanwhile. */
  async rewrite(item, words) {
    const now = (await this.api.call('PATCH', `/comments/${item.id}`, words, { version: item.version })) ?? { ...item, ...words };
    this.store.put([now]);
    return now;
  }

  /** Says something of an opinion without words, or takes it back: 'agree', 'resolve'. */
  async mark(item, what, on) {
    await this.api.call(on ? 'POST' : 'DELETE', `/comments/${item.id}/${what}`);
    await this.refresh();
  }

  /** Changes an own answer. */
  async rewriteReply(reply, text) {
    await this.api.call('PATCH', `/comments/${reply.id}`, { text }, { version: reply.version });
    await this.refresh();
  }

  /** Takes back what others have read: an opinion or an answer. */
  async withdraw(item) {
    await this.api.call('DELETE', `/comments/${item.id}`, undefined, { version: item.version });
    await this.refresh();
  }

  /** Adds a file to one's own words, or takes one away. */
  async attach(item, file, attempts) {
    const form = new FormData();
    form.append('file', file);
    await attempts.run([item.id, file.name, file.size, file.lastModified], (key) => this.api.upload(`/comments/${item.id}/files`, form, { key }));
    await this.refresh();
  }

  async detach(item, file) {
    await this.api.call('DELETE', `/comments/${item.id}/files/${file.id}`);
    await this.refresh();
  }

  /** Where a file of an opinion is taken from. */
  fileAddress(item, file) {
    return `/app-api/comments/${item.id}/files/${file.id}`;
  }

  /** What an opinion or an answer said before. */
  wordings(item) {
    return this.api.get(`/comments/${item.id}/wordings`);
  }

  /** Who may be named in what is written for that unit, or without one for oneself. */
  namedHere(unit) {
    return this.named(`${this.path}/named${unit ? `?unit=${encodeURIComponent(unit)}` : ''}`);
  }

  /** Who may be named in the thread of an opinion. */
  namedUnder(item) {
    return this.named(`/comments/${item.id}/named`);
  }

  named(path) {
    const asked = this.names.get(path) ?? this.api.get(path).then(({ items }) => items);
    this.names.set(path, asked);
    asked.catch(() => this.names.delete(path));
    return asked;
  }

  /** Takes an own unsent opinion away. */
  async remove(item) {
    await this.api.call('DELETE', `/comments/${item.id}`, undefined, { version: item.version });
    this.store.put([], [item.id]);
    this.refresh();
  }

  /** Brings an opinion back that was taken away. */
  async bringBack({ kind, text, quote, prefix, suffix, start, replacement }, place) {
    const item = await this.api.call('POST', this.opinionsOf(place), { kind, text, quote, prefix, suffix, start, replacement, send: false });
    this.written(item);
    return item;
  }

  /** Answers an opinion, as {@link write}: gives { item }, or { waits }. */
  async reply(item, text, attempts, { mayWait = true } = {}) {
    const path = `/comments/${item.id}/replies`;
    let said;
    try {
      said = await attempts.run(text, (key) => this.api.call('POST', path, { text }, { key }));
    } catch (error) {
      if (!mayWait) throw error;
      return this.wait(error, { key: attempts.key, path, body: { text }, placeId: item.provisionId, replyTo: item.id });
    }
    this.refresh();
    return { item: said };
  }

  wait(error, entry) {
    if (!(error instanceof Unreachable)) throw error;
    if (!this.store.queue.add(entry)) throw new NotKept(this.store.t('err.notKept'));
    return { waits: true };
  }

  /** Lets opinions go, all or none. */
  send(ids, attempts) {
    return attempts.run(ids, (key) => this.api.call('POST', '/comments/send', { ids }, { key }));
  }

  // ---- the round

  /** Says something in the round, and learns how it stands then. */
  async answer(method, path, body) {
    const { round, version } = this.store;
    this.store.takeStandings(await this.api.call(method, `/rounds/${round.id}${path}`, { versionId: version.id, ...body }));
  }

  /** Asks again how it stands: opinions that were sent change what a consent counts as. */
  async standings() {
    const { round, version } = this.store;
    if (!round) return;
    this.store.takeStandings(await this.api.get(`/rounds/${round.id}/drafts/${version.id}/standings`).catch(() => null));
  }

  /** Leaves the trace that the draft was opened while the round asks for opinions. */
  opened() {
    if (this.store.round) this.api.call('POST', `${this.path}/opened`).catch(() => {});
  }

  // ---- other questions

  related(place) {
    return this.api.get(`/provisions/${place.id}/related`);
  }

  life(place) {
    return this.api.get(`/provisions/${place.id}/life`);
  }

  citations() {
    return this.api.get(`${this.path}/citations`);
  }

  /** Gives a Word file that came back, to be looked over or to be taken in. */
  returned(form, key) {
    return this.api.upload(`${this.path}/returned`, form, { key });
  }
}
