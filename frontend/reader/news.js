/**
 * What the reader says when something has happened: words saved or refused, the network gone, what others have said.
 */
import { h } from '../parts/dom.js';
import { clockTime } from '../parts/words.js';
import { Unreachable } from '../parts/errors.js';
import { isSent, isUnitDraft } from './threads.js';
import { speaker } from './whose.js';

export class News {
  constructor(reader) {
    Object.assign(this, { reader, store: reader.store, server: reader.server, notices: reader.notices, t: reader.t });
  }

  listen(signal) {
    const { store, server } = this;
    store.addEventListener('opinions', ({ detail }) => this.arrived(detail), { signal });
    store.addEventListener('waiting', () => this.waiting(), { signal });
    store.queue.addEventListener('refused', ({ detail }) => this.refused(detail), { signal });
    for (const source of [store.queue, server]) source.addEventListener('signedout', ({ detail }) => this.signedOut(detail), { signal });
    server.addEventListener('answered', () => this.answered(), { signal });
    addEventListener('offline', () => this.offline(), { signal });
    addEventListener('beforeunload', (event) => store.enclosed.size && event.preventDefault(), { signal });
    addEventListener('online', () => this.notices.line('offline'), { signal });
    this.waiting();
    if (store.round && store.canComment) this.notices.round(store.round);
  }

  // ---- the line to the server

  waiting() {
    const answers = this.store.waitingReplies().length;
    const opinions = this.store.waitingOpinions().length;
    this.notices.line('queue', 'wait', 'offline', [opinions > 0 && this.t('err.queue', { n: opinions }), answers > 0 && this.t('err.queue.replies', { n: answers })].filter(Boolean).join(' '));
  }

  answered() {
    this.notices.line('session');
    if (navigator.onLine) this.notices.line('offline');
  }

  offline() {
    this.notices.line('offline', 'wait', 'offline', this.t('err.offline'));
    this.notices.announce(this.t('err.offline'));
  }

  /** The session is not that of this page any more: it has ended, or another person has signed in. */
  signedOut(error) {
    const other = error?.code === 'PERSON_CHANGED';
    this.notices.line('session', 'no', 'lock', other ? error.message : this.t('err.session'), this.reload('btn sm', other ? 'action.reload' : 'action.signIn'));
  }

  outlineChanged() {
    this.notices.line('outline', '', 'refresh', this.t('msg.outlineChanged'), this.reload('lnk', 'action.reload'));
  }

  reload(style, key) {
    return h('a', { class: style, href: location.href, onclick: (e) => {
      e.preventDefault();
      this.reader.keepTyped();
      location.reload();
    } }, this.t(key));
  }

  // ---- words

  /** Says that words are kept, and who sees them now: their author, or the people of a unit. */
  saved(item) {
    this.notices.toast(this.t(item && isSent(item) ? 'msg.sentSaved' : item && isUnitDraft(item) ? 'msg.unitDraftSaved' : 'msg.draftSaved', { time: clockTime(new Date()) }));
  }

  /** What has waited was not taken: the words are given back to be changed. */
  refused({ entry, error }) {
    const { store } = this;
    const place = store.draft.place(entry.placeId);
    if (entry.replyTo) store.drafts.set(`reply:${entry.replyTo}`, { text: entry.body.text });
    else if (place) store.keepBody(place, entry.body);
    this.notices.toast(this.t(entry.replyTo ? 'err.refused.reply' : 'err.refused', { place: place?.name ?? '', reason: this.sentenceFor(error) }),
      place && { words: this.t('action.open'), act: () => this.reader.compose(place, {}) });
  }

  /** What to say about a call that failed; an ended session shows its own line. */
  sentenceFor(error) {
    if (error instanceof Unreachable) return this.t('err.offline.send');
    // A refusal without a reason may be an ended session: the next reading will tell.
    if (error.status === 403) this.server.refresh();
    return error.message || this.t('err.server');
  }

  /** What others have said, or taken back, just now where one is. */
  arrived({ news, gone }) {
    const here = this.store.draft.place(this.reader.view?.openPlaceId);
    if (!here) return;
    const told = [['msg.arrived', news], ['msg.takenAway', gone]].map(([key, items]) => [key, items.filter(({ place }) => place === here.id)]).filter(([, items]) => items.length)
      .map(([key, items]) => this.t(key, { names: [...new Set(items.map(({ item }) => speaker(this.store, item)))].join(', '), place: here.name }));
    if (told.length) this.notices.announce(told.join(' '));
  }
}
