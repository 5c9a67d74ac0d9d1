/**
 * <gopy-reader version-id="…" base="/app-api">: reads a draft with its opinions, and takes new ones. Fed with JSON; the
 * text stays readable and the words typed stay kept without network. Light DOM, so that print, tokens and checks of
 * accessibility see one page.
 */
import { ahead } from './ahead.js';
import { Api, Queue, Refused, Unreachable, personOfPage } from '../parts/api.js';
import { Draft, DOSSIER } from './model.js';
import { Threads, isSent, isUnitDraft } from './threads.js';
import { Consent } from './consent.js';
import { sendable, speaker } from './whose.js';
import { Drafts } from './drafts.js';
import { Desk } from './desk.js';
import { Phone } from './phone.js';
import { Review } from './review.js';
import { Returned } from './returned.js';
import { Live } from './live.js';
import { Notices } from './notices.js';
import { Print } from './print.js';
import { Found } from './found.js';
import { helpDialog } from './help.js';
import { h, button, clockTime, kept } from '../parts/dom.js';
// Named here too, so that the browser fetches all of them at once and not one after the other over a slow line.
import '../parts/icons.js';
import './bar.js';
import './compose.js';
import './diff.js';
import './find.js';
import './margin.js';
import './outline.js';
import './related.js';
import './reference.js';
import './reply.js';
import './sections.js';
import './select.js';
import './text.js';
import './thread.js';

const NARROW = matchMedia('(max-width: 759px)');
const pageNow = () => location.pathname + location.search;
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
    this.versionId = this.getAttribute('version-id');
    this.t = this.t.bind(this);
    this.notices = new Notices(this.t);
    this.setAttribute('aria-busy', 'true');
    this.replaceChildren(skeleton());
    this.notices.show(this);
    const life = (this.listeners = new AbortController());
    this.fetched(this.versionId)
      .then(({ reader, threads }) => !life.signal.aborted && this.start(reader, threads))
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

  start(json, threads) {
    this.json = json;
    this.me = json.me;
    this.kinds = json.kinds;
    this.canComment = json.me.canComment;
    this.draft = new Draft(json, this.t);
    this.threads = new Threads(this.draft);
    this.threads.merge(threads);
    this.drafts = new Drafts(this.me.id, this.versionId);
    this.queue = new Queue(this.api, this.me.id);
    this.consent = new Consent(this);
    this.live = new Live(`${this.api.base}/versions/${this.versionId}/live?person=${personOfPage() ?? this.me.id}`, { threads: () => this.refresh(), outline: () => this.outlineChanged() });
    this.removeAttribute('aria-busy');
    this.found = new Found();
    this.build();
    this.listen();
    this.queue.flush();
    this.live.connect();
    if (json.round) this.api.call('POST', `/versions/${this.versionId}/opened`).catch(() => {});
    if (json.round && this.canComment) this.notices.round(json.round);
    if (new URLSearchParams(location.search).has('ban-gop-y')) this.takeReturned();
  }

  build() {
    const place = this.here();
    this.view?.destroy();
    this.view = viewNow() === 'phone' ? new Phone(this) : new Desk(this);
    this.replaceChildren(this.view.element);
    this.notices.show(this);
    this.dataset.view = viewNow();
    this.consent.draw();
    if (this.view instanceof Phone) this.view.show(place?.section ?? this.draft.sections[1] ?? this.draft.sections[0], null);
    else this.view.changed(this.allIds());
    if (!place) return;
    this.view.go(place);
    // Words found in a chapter stand in the sections below its name.
    if (this.found.words.length && place.section.heads.includes(place)) this.view.sections?.writeAll();
    this.found.mark(this, place);
  }

  allIds() {
    return new Set([...this.threads.byPlace.keys(), ...this.typed, ...this.queued]);
  }

  listen() {
    const { signal } = this.listeners;
    this.print = new Print(this);
    this.print.listen(signal);
    addEventListener('hashchange', () => this.hashChanged(), { signal });
    this.page = pageNow();
    addEventListener('keydown', (e) => this.key(e), { signal });
    // The frame's own search listens for / too; here it means this text.
    addEventListener('keydown', (e) => e.key === '/' && this.key(e), { signal, capture: true });
    addEventListener('online', () => this.online(), { signal });
    addEventListener('offline', () => this.offline(), { signal });
    addEventListener('pagehide', () => this.keepTyped(), { signal });
    document.addEventListener('visibilitychange', () => (document.hidden ? this.keepTyped() : this.awake()), { signal });
    NARROW.addEventListener('change', () => this.turned(), { signal });
    this.queue.addEventListener('change', () => this.queueChanged(), { signal });
    this.queue.addEventListener('sent', () => this.refresh(), { signal });
    this.queue.addEventListener('signedout', (e) => this.signedOut(e.detail), { signal });
    this.queue.addEventListener('refused', (e) => this.refused(e.detail), { signal });
    this.retry = setInterval(() => this.queue.flush(), RETRY_MS);
    this.queueChanged();
  }

  // ---- words

  /** The name of the page for those who hear it. */
  get heading() {
    return `${this.json.version.label}: ${this.json.version.title}`;
  }

  /** The sentence with that key (without "reader."), places {name} filled in. */
  t(key, values = {}) {
    const texts = this.json.texts;
    const pattern = (Number(values.n) === 1 && texts[`reader.${key}.one`]) || texts[`reader.${key}`] || key;
    return pattern.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  }

  announce(words) {
    this.notices.announce(words);
  }

  toast(words, action) {
    this.notices.toast(words, action);
  }

  cannotRead(error) {
    this.removeAttribute('aria-busy');
    // Texts come with the draft; without it the page speaks for itself.
    const vi = !/^en/.test(document.documentElement.lang);
    const words = error instanceof Unreachable
      ? vi ? 'Mất kết nối. Dự thảo chưa tải được.' : 'Connection lost. The draft could not be loaded.'
      : error.message ? error.message
        : vi ? 'Không tìm thấy nội dung này, hoặc tài khoản chưa được phép xem.' : 'Not found, or this account may not see it.';
    this.replaceChildren(h('div', { class: 'cannot' }, h('p', {}, words), button(vi ? 'Tải lại' : 'Reload', { class: 'btn', onclick: () => location.reload() })));
  }

  // ---- places

  /** The place in the address, else where this tab was before. */
  here() {
    const { current, place } = this.view ?? {};
    if (current) return place?.section === current ? place : (current.main ?? current.places[0]);
    return this.draft.fromHash(location.hash) ?? this.draft.fromHash(sessionStorage.getItem(`gopy:at:${this.versionId}`) ?? '');
  }

  remember(section) {
    const place = section.main ?? section.places[0];
    if (place) sessionStorage.setItem(`gopy:at:${this.versionId}`, place.hash);
  }

  /** Where another draft of the dossier shows what is read here. */
  inVersion(version) {
    const place = this.here();
    const path = place && (place.body && !place.hash.startsWith(`${place.body.code}/`) ? `${place.body.code}/${place.hash}` : place.hash);
    return path ? `${version.url}#${path}` : version.url;
  }

  setHash(place) {
    // The router's own state of this page must stay; a bare "#…" would be one of the page's base.
    history.replaceState(history.state, '', `${location.pathname}${location.search}#${place.hash}`);
  }

  /** Goes to a place as a link would: back leads to where one was. */
  follow(place) {
    const from = this.here();
    if (from) this.setHash(from);
    history.pushState(history.state, '', `${location.pathname}${location.search}#${place.hash}`);
    this.view.go(place, { focus: true });
  }

  /** Goes where a citation points, and offers the way back. */
  followReference(from, to) {
    this.follow(to);
    if (from) this.toast(this.t('msg.followed', { place: to.name }), { words: this.t('action.back', { place: from.name }), act: () => this.follow(from) });
  }

  /**
   * A step back or on in the history, told by the frame before the router hears of it: one inside of this page is the
   * page's own, the router would load it anew.
   */
  stepped(event) {
    if (!this.page) return;
    const before = this.page;
    this.page = pageNow();
    if (before === this.page) event.stopImmediatePropagation();
  }

  hashChanged() {
    const place = this.draft.fromHash(location.hash);
    if (place) this.view.go(place, { focus: true });
  }

  openPlace(id, options = {}) {
    this.view.openPlace(id, options);
  }

  closePlace() {
    this.view.closePlace();
  }

  compose(place, options) {
    if (this.canComment) this.view.compose(place, options);
  }

  /** Opens an own opinion for change. */
  edit(item) {
    const place = this.draft.place(item.provisionId) ?? this.draft.place(DOSSIER);
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

  boxGrew() {
    this.view?.layout();
  }

  layout() {
    this.view?.layout();
  }

  commentsPath(place) {
    return place.id === DOSSIER ? `/dossiers/${this.json.version.dossierId}/comments` : `/provisions/${place.id}/comments`;
  }

  // ---- what waits in this browser

  /** Places with words typed and not saved. */
  get typed() {
    return new Set([...this.drafts.places()].filter((id) => this.draft.place(id)));
  }

  get queued() {
    return new Set(this.queue.waiting.filter((entry) => this.draft.place(entry.placeId)).map((entry) => entry.placeId));
  }

  typedSections() {
    return new Set([...this.typed, ...this.queued].map((id) => this.draft.place(id).section));
  }

  keepTyped() {
    for (const box of this.querySelectorAll('form.box')) box.dispatchEvent(new Event('gopy-keep'));
  }

  queueChanged() {
    const { waiting } = this.queue;
    const answers = waiting.filter((entry) => entry.replyTo).length;
    const opinions = waiting.length - answers;
    this.notices.line('queue', 'wait', 'offline', [opinions > 0 && this.t('err.queue', { n: opinions }), answers > 0 && this.t('err.queue.replies', { n: answers })].filter(Boolean).join(' '));
    this.view?.changed(this.allIds());
  }

  offline() {
    this.notices.line('offline', 'wait', 'offline', this.t('err.offline'));
    this.announce(this.t('err.offline'));
  }

  async online() {
    this.notices.line('offline');
    await this.queue.flush();
    await this.refresh();
    this.live.wake();
  }

  refused({ entry, error }) {
    const place = this.draft.place(entry.placeId);
    if (entry.replyTo) this.drafts.set(`reply:${entry.replyTo}`, { text: entry.body.text });
    else if (place) this.keepBody(place, entry.body);
    this.toast(this.t(entry.replyTo ? 'err.refused.reply' : 'err.refused', { place: place?.name ?? '', reason: this.sentenceFor(error) }), place && { words: this.t('action.open'), act: () => this.compose(place, {}) });
  }

  /** What to say about a call that failed; an ended session shows its own line. */
  sentenceFor(error) {
    if (error instanceof Unreachable) return this.t('err.offline.send');
    // A refusal without a reason may be an ended session: the next reading will tell.
    if (error.status === 403) this.refresh();
    return error.message || this.t('err.server');
  }

  /** Gives the words of an opinion back to this browser's keeping, as if they had just been typed. */
  keepBody(place, { kind, text, quote, prefix, suffix, start, replacement }) {
    const anchor = quote ? { quote, prefix, suffix, start } : null;
    this.drafts.set(this.drafts.key(place.id, anchor), { mode: replacement == null ? 'comment' : 'propose', text, replacement, kind, anchor });
  }

  /** The session is not that of this page any more: it has ended, or another person has signed in. */
  signedOut(error) {
    const other = error?.code === 'PERSON_CHANGED';
    this.notices.line('session', 'no', 'lock', other ? error.message : this.t('err.session'), h('a', { class: 'btn sm', href: location.href, onclick: (e) => {
      e.preventDefault();
      this.keepTyped();
      location.reload();
    } }, other ? this.t('action.reload') : this.t('action.signIn')));
  }

  // ---- opinions

  /** Asks the server for the opinions again. Nothing moves for someone who is typing. */
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
      const { mark } = this.threads;
      const answer = await this.api.get(`/versions/${this.versionId}/threads${mark ? `?since=${encodeURIComponent(mark)}` : ''}`);
      this.notices.line('session');
      if (navigator.onLine) this.notices.line('offline');
      this.refreshedAt = Date.now();
      const before = this.threads.mark && this.said();
      const changed = this.threads.merge(answer);
      if (before) this.announceNews(before);
      if (changed.size) this.view.changed(changed);
      else this.view.bar?.update();
    } catch (error) {
      if (error instanceof Refused && error.status === 401) this.signedOut(error);
    }
  }

  /** What others have said where one is: the ids of opinions and answers at the open place. */
  said() {
    const items = this.threads.at(this.view?.openPlaceId).filter(isSent);
    return new Map(items.flatMap((item) => [item, ...item.replies]).filter((item) => !item.mine).map((item) => [item.id, item]));
  }

  announceNews(before) {
    const news = [...this.said().values()].filter((item) => !before.has(item.id));
    if (news.length) this.announce(this.t('msg.arrived', { names: [...new Set(news.map((item) => speaker(this, item)))].join(', '), place: this.draft.place(this.view.openPlaceId).name }));
  }

  /** The dossier may not be read any more: nothing of it stays on the screen. */
  closed(error) {
    this.keepTyped();
    this.live.close();
    this.view?.destroy();
    this.view = null;
    this.listeners.abort();
    this.cannotRead(error);
  }

  put(items, gone = []) {
    this.view.changed(this.threads.change(items, gone));
  }

  created(item) {
    if (item?.id) this.put([item]);
    this.saved(item);
    this.refresh();
  }

  changed(item) {
    this.put([item]);
    this.saved(item);
  }

  /** Says that words are kept, and who sees them now: their author, or the people of a unit. */
  saved(item) {
    this.toast(this.t(item && isUnitDraft(item) ? 'msg.unitDraftSaved' : 'msg.draftSaved', { time: clockTime(new Date()) }));
  }

  /** Takes an own unsent opinion away; it can be brought back. */
  async remove(item) {
    try {
      await this.api.call('DELETE', `/comments/${item.id}`, undefined, { version: item.version });
    } catch (error) {
      if (error.status === 401) return this.signedOut(error);
      await this.refresh();
      return this.toast(this.sentenceFor(error));
    }
    this.put([], [item.id]);
    const place = this.draft.place(item.provisionId) ?? this.draft.place(DOSSIER);
    this.toast(this.t('msg.deleted', { place: place.name }), { words: this.t('action.undo'), act: () => this.bringBack(item, place) });
    this.refresh();
  }

  async bringBack(item, place) {
    const { kind, text, quote, prefix, suffix, start, replacement } = item;
    try {
      this.created(await this.api.call('POST', this.commentsPath(place), { kind, text, quote, prefix, suffix, start, replacement, send: false }));
    } catch {
      this.keepBody(place, { kind, text, quote, prefix, suffix, start, replacement });
      this.compose(place, {});
    }
  }

  review() {
    if (sendable(this).length) new Review(this).open();
  }

  /** Takes in a Word file that came back with changes and comments. */
  takeReturned() {
    if (this.canComment) new Returned(this).open();
  }

  help() {
    helpDialog(this);
  }

  // ---- news

  outlineChanged() {
    this.notices.line('outline', '', 'refresh', this.t('msg.outlineChanged'), h('a', { class: 'lnk', href: location.href, onclick: (e) => {
      e.preventDefault();
      this.keepTyped();
      location.reload();
    } }, this.t('action.reload')));
  }

  awake() {
    if (Date.now() - (this.refreshedAt ?? 0) < STALE_MS) return;
    this.queue.flush();
    this.refresh();
    this.live.wake();
  }

  /** The window has become narrow or wide; a page of paper is neither. */
  turned() {
    if (this.print.paper || this.dataset.view === viewNow()) return;
    this.keepTyped();
    this.build();
  }

  // ---- keys

  key(event) {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('dialog[open], vaadin-dialog[opened]')) return;
    if (event.key === 'Escape') return this.view.escape();
    const target = event.composedPath()[0];
    if (target instanceof Element && (target.closest('input, textarea, select, [contenteditable="true"]') || target.isContentEditable)) return;
    if (kept.get('gopy:keys') === false) return;
    const acts = {
      j: () => this.view.step(1),
      k: () => this.view.step(-1),
      J: () => this.view.stepPlace(1),
      K: () => this.view.stepPlace(-1),
      c: () => this.canComment && this.view.commentHere(),
      e: () => this.canComment && this.view.commentHere('propose'),
      r: () => this.view.relatedHere?.(),
      '/': () => this.view.find?.open(),
      '?': () => this.help(),
    };
    if (!acts[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    acts[event.key]();
  }
}

/** Grey lines where text will be: nothing jumps when it comes. */
function skeleton() {
  const line = (n) => h('i', { class: `w${n}` });
  return h('div', { class: 'desk waiting', 'aria-hidden': 'true' }, h('div', { class: 'tools' }), h('div', { class: 'notes' }), h('div', { class: 'outline' }, [4, 3, 5, 2, 5, 4].map(line)),
    h('div', { class: 'read' }, h('div', { class: 'scroll' }, h('div', { class: 'flow' }, h('div', { class: 'sheet' }, [2, 6, 6, 5, 3, 6, 6, 6, 4].map(line)), h('div', { class: 'margin' })))));
}

customElements.define('gopy-reader', GopyReader);
