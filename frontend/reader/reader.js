/**
 * <gopy-reader version-id="…" base="/app-api">: reads a draft with its opinions, and takes new ones. Fed with JSON; the
 * text stays readable and the words typed stay kept without network. Light DOM, so that print, tokens and checks of
 * accessibility see one page. The store says what is true; this element leads from one thing on the page to another.
 */
import { ahead } from './ahead.js';
import { Api, personOfPage } from '../parts/api.js';
import { Store } from './store.js';
import { Server } from './server.js';
import { Way } from './way.js';
import { Keys } from './keys.js';
import { News } from './news.js';
import { Choices } from './choices.js';
import { Consent } from './consent.js';
import { Earlier } from './earlier.js';
import { sendable } from './whose.js';
import { Desk } from './desk.js';
import { Phone } from './phone.js';
import { Live } from '../parts/live.js';
import { Notices } from './notices.js';
import { Print } from './print.js';
import { Found } from './found.js';
import { fetched, fetchAll } from './later.js';
import { cannotRead } from '../parts/cannot.js';
import { h, READING_FIRST_MS } from '../parts/dom.js';
// Named here too, so that the browser fetches all of them at once and not one after the other over a slow line.
import '../parts/attempts.js';
import '../parts/dialog.js';
import '../parts/errors.js';
import '../parts/head.js';
import '../parts/icons.js';
import '../parts/kept.js';
import '../parts/names.js';
import '../parts/roving.js';
import '../parts/texts.js';
import '../parts/toast.js';
import '../parts/words.js';
import './bar.js';
import './brief.js';
import './citations.js';
import './diff.js';
import '../parts/drafts.js';
import './find.js';
import './margin.js';
import './model.js';
import './outline.js';
import './queue.js';
import './reference.js';
import './sections.js';
import './select.js';
import './text.js';
import './thread.js';
import { isSent } from './threads.js';

const NARROW = matchMedia('(max-width: 759px)');
const viewNow = () => (NARROW.matches ? 'phone' : 'desk');
const RETRY_MS = 15_000;
/** After so long a sleep the opinions may be old. */
const STALE_MS = 30_000;

class GopyReader extends HTMLElement {
  // ---- life

  static observedAttributes = ['version-id'];

  connectedCallback() {
    if (!this.started) this.begin();
  }

  /** The router may show another draft with the same element. */
  attributeChangedCallback(name, before, now) {
    if (!this.started || before === now) return;
    this.end();
    this.begin();
  }

  disconnectedCallback() {
    // Moving the element inside the page is no leaving.
    queueMicrotask(() => !this.isConnected && this.end());
  }

  begin() {
    this.started = true;
    this.classList.add('gopy-reader');
    this.api = new Api((this.getAttribute('base') ?? '/app-api').replace(/\/$/, ''));
    this.notices = new Notices((key, values) => this.t(key, values));
    this.setAttribute('aria-busy', 'true');
    this.replaceChildren(skeleton());
    this.notices.show(this);
    const life = (this.listeners = new AbortController());
    this.fetched(this.getAttribute('version-id'))
      .then((answers) => !life.signal.aborted && this.start(answers))
      .catch((error) => !life.signal.aborted && this.cannotRead(error));
  }

  async fetched(id) {
    const early = await ahead(id, personOfPage());
    if (early) return early;
    const [reader, threads] = await Promise.all([this.api.get(`/versions/${id}/reader`), this.api.get(`/versions/${id}/threads`)]);
    return { reader, threads };
  }

  end() {
    this.keepTyped();
    this.listeners.abort();
    this.live?.close();
    clearInterval(this.retry);
    this.view?.destroy();
    this.view = null;
    this.started = false;
  }

  start(answers) {
    const { signal } = this.listeners;
    this.store = new Store(answers, this.api);
    this.server = new Server(this.api, this.store);
    this.way = new Way(this);
    this.news = new News(this);
    this.earlier = new Earlier(this);
    this.consent = new Consent(this);
    this.choices = new Choices(this);
    this.print = new Print(this);
    this.found = new Found();
    this.removeAttribute('aria-busy');
    this.build();
    for (const part of [this.news, this.earlier, this.consent, this.choices, this.way, this.print, new Keys(this)]) part.listen(signal);
    this.listen(signal);
    this.store.queue.flush();
    this.connect();
    this.server.opened();
    // Whoever has the text before them may open a note next.
    requestAnimationFrame(() => setTimeout(() => fetched('conversation').catch(() => {})));
    setTimeout(fetchAll, READING_FIRST_MS);
    if (new URLSearchParams(location.search).has('ban-gop-y')) this.takeReturned();
  }

  /** Opens the line over which the server says that something has changed. */
  connect() {
    const { versionId, me } = this.store;
    this.live = new Live(`${this.api.base}/versions/${versionId}/live?person=${personOfPage() ?? me.id}`, { threads: () => this.server.refresh(), outline: () => this.news.outlineChanged(), next: () => this.server.nextEvent() });
    this.live.connect();
  }

  build() {
    const place = this.way.here();
    this.view?.destroy();
    this.view = viewNow() === 'phone' ? new Phone(this) : new Desk(this);
    this.replaceChildren(this.view.element);
    this.notices.show(this);
    this.dataset.view = viewNow();
    this.consent.draw();
    const { sections } = this.store.draft;
    if (this.view instanceof Phone) this.view.begin(place?.section ?? null, sections[1] ?? sections[0]);
    else this.view.changed(this.store.places);
    if (!place) return;
    this.view.go(place);
    // Words found in a chapter stand in the sections below its name.
    if (this.found.words.length && place.section.heads.includes(place)) this.view.sections?.writeAll();
    this.found.mark(this, place);
  }

  listen(signal) {
    const { queue } = this.store;
    addEventListener('online', () => this.online(), { signal });
    addEventListener('pagehide', () => this.keepTyped(), { signal });
    document.addEventListener('visibilitychange', () => (document.hidden ? this.keepTyped() : this.awake()), { signal });
    NARROW.addEventListener('change', () => this.turned(), { signal });
    queue.addEventListener('sent', () => this.server.refresh(), { signal });
    this.retry = setInterval(() => queue.flush(), RETRY_MS);
  }

  cannotRead(error) {
    this.removeAttribute('aria-busy');
    this.replaceChildren(cannotRead(error, { vi: 'Dự thảo', en: 'The draft' }));
  }

  // ---- words

  /** The sentence with that key, as the store has it. */
  get t() {
    return this.store.t;
  }

  /** The name of the page for those who hear it. */
  get heading() {
    const { label, title } = this.store.version;
    return `${label}: ${title}`;
  }

  announce(words) {
    this.notices.announce(words);
  }

  toast(words, action) {
    this.notices.toast(words, action);
  }

  // ---- from one thing to another

  /** A step in the history, told by the frame. */
  stepped(event) {
    this.way?.stepped(event);
  }

  openPlace(id, options = {}) {
    this.view.openPlace(id, options);
  }

  closePlace() {
    this.view.closePlace();
  }

  compose(place, options) {
    if (this.store.canComment) this.view.compose(place, options);
  }

  /** Opens an own opinion for change. */
  edit(item) {
    const place = this.store.placeOf(item);
    this.view.go(place, { block: 'center' });
    this.view.openPlace(place.id, { item: item.id }).compose({ item });
  }

  composing(thread) {
    this.view.paintAround?.(thread.place.id);
    this.layout();
  }

  composerClosed(thread) {
    this.view?.composerClosed(thread);
    this.view?.changed(new Set([thread.place.id]));
  }

  layout() {
    this.view?.layout();
  }

  /** Says something of an opinion without words, or takes it back. */
  async mark(item, what, on) {
    try {
      await this.server.mark(item, what, on);
    } catch (error) {
      if (error.status === 401) return this.news.signedOut(error);
      this.toast(this.news.sentenceFor(error));
    }
  }

  /** Takes an own unsent opinion away; it can be brought back. */
  async remove(item) {
    const place = this.store.placeOf(item);
    const read = isSent(item);
    try {
      await (read ? this.server.withdraw(item) : this.server.remove(item));
    } catch (error) {
      if (error.status === 401) return this.news.signedOut(error);
      await this.server.refresh();
      return this.toast(this.news.sentenceFor(error));
    }
    if (read) return this.toast(this.t('msg.withdrawn'));
    this.toast(this.t('msg.deleted', { place: place.name }), { words: this.t('action.undo'), act: () => this.bringBack(item, place) });
  }

  async bringBack(item, place) {
    try {
      this.news.saved(await this.server.bringBack(item, place));
    } catch {
      this.store.keepBody(place, item);
      this.compose(place, {});
    }
  }

  async review() {
    if (!sendable(this.store).length) return;
    const later = await this.fetchedLater('review');
    if (later) new later.Review(this).open();
  }

  /** Takes in a Word file that came back with changes and comments. */
  async takeReturned() {
    if (!this.store.canComment) return;
    const later = await this.fetchedLater('returned');
    if (later) new later.Returned(this).open();
  }

  /** Shows clauses that speak of the same as the place. */
  async related(place) {
    const later = await this.fetchedLater('related');
    later?.relatedDialog(this, place);
  }

  /** Shows how the place came to have its words. */
  async life(place) {
    if (!this.store.hasLife(place)) return;
    const later = await this.fetchedLater('life');
    later?.lifeDialog(this, place);
  }

  /** Shows what the draft cites and what cites it. */
  async cited() {
    const later = await this.fetchedLater('cited');
    later?.citedDialog(this);
  }

  async help() {
    const later = await this.fetchedLater('help');
    later?.helpDialog(this);
  }

  /** The module of a box or a dialog; nothing, and a word about it, where it did not come and there is no network to fetch it. */
  fetchedLater(name) {
    return fetched(name).catch(() => this.toast(this.t('err.offline.send')));
  }

  // ---- what happens to the page

  keepTyped() {
    for (const box of this.querySelectorAll('form.box')) box.dispatchEvent(new Event('gopy-keep'));
  }

  async online() {
    await this.store.queue.flush();
    await this.server.refresh();
    this.live.wake();
  }

  awake() {
    if (Date.now() - (this.server.readAt ?? 0) < STALE_MS) return;
    this.store.queue.flush();
    this.server.refresh();
    this.live.wake();
  }

  /** The window has become narrow or wide; a page of paper is neither. */
  turned() {
    if (this.print.paper || this.dataset.view === viewNow()) return;
    this.keepTyped();
    this.build();
  }
}

/** Grey lines where text will be: nothing jumps when it comes. */
function skeleton() {
  const line = (n) => h('i', { class: `w${n}` });
  return h('div', { class: 'desk waiting', 'aria-hidden': 'true' }, h('div', { class: 'tools' }), h('div', { class: 'notes' }), h('div', { class: 'outline' }, [4, 3, 5, 2, 5, 4].map(line)),
    h('div', { class: 'read' }, h('div', { class: 'scroll' }, h('div', { class: 'flow' }, h('div', { class: 'sheet' }, [2, 6, 6, 5, 3, 6, 6, 6, 4].map(line)), h('div', { class: 'margin' })))));
}

customElements.define('gopy-reader', GopyReader);
