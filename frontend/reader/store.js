/**
 * What is true of one draft for the one who reads it: the draft and its round, who reads, the opinions, the words typed
 * here and what waits for the network. It knows no page and asks no server; whoever shows something of it hears of it by
 *
 *   "opinions" { places, news, gone }: the ids of the places whose opinions are different now, what others have said since
 *   and what they have taken back, each as { item, place };
 *   "waiting": something waits for the network, or does no more;
 *   "round": how it stands with the answers to the round.
 */
import { sentences } from '../parts/texts.js';
import { Draft, DOSSIER } from './model.js';
import { Threads, isGone, isSent } from './threads.js';
import { Drafts } from '../parts/drafts.js';
import { Queue } from './queue.js';

export class Store extends EventTarget {
  /**
   * @param answers the server's: { reader, threads }
   * @param api sends what has waited
   */
  constructor({ reader, threads }, api) {
    super();
    const { version, versions = [], me, round = null, kinds = [], visibility = {}, readers = {}, brief = [], searchUrl, largestFile, texts } = reader;
    Object.assign(this, { version, versions, me, round, kinds, visibility, readers, brief, searchUrl, largestFile });
    this.t = sentences(texts, 'reader.');
    this.draft = new Draft(reader, this.t);
    this.threads = new Threads(this.draft);
    this.threads.merge(threads);
    this.drafts = new Drafts(me.id, version.id);
    /** Files chosen for words that are not on the server yet, by the key of the words; a page that is left loses them. */
    this.enclosed = new Map();
    this.queue = new Queue(api, me.id);
    this.queue.addEventListener('change', () => this.dispatchEvent(new Event('waiting')));
  }

  get versionId() {
    return this.version.id;
  }

  get canComment() {
    return this.me.canComment;
  }

  // ---- opinions

  /** Takes the server's answer: all opinions, or what is different since the mark it was asked with. */
  merge(answer) {
    const known = this.threads.mark && said(this.threads);
    const places = this.threads.merge(answer);
    this.tell('opinions', { places, ...(known ? difference(known, this.threads) : { news: [], gone: [] }) });
  }

  /** Takes these opinions in the place of those with the same ids, and some away. */
  put(items, gone = []) {
    this.tell('opinions', { places: this.threads.change(items, gone), news: [], gone: [] });
  }

  /** What was said of earlier drafts is shown now, or no longer. */
  rearranged() {
    this.tell('opinions', { places: this.threads.arrange(), news: [], gone: [] });
  }

  /** The opinion with that id as it is now, or null. */
  opinion(id) {
    return this.threads.items.find((item) => item.id === id) ?? null;
  }

  /** The opinion or the answer with that id as it is now, or null. */
  message(id) {
    return this.threads.items.flatMap((item) => [item, ...(item.replies ?? [])]).find((one) => one.id === id) ?? null;
  }

  /** The place of an opinion; that of one on no place of the draft is the whole dossier. */
  placeOf(item) {
    return this.draft.place(item.provisionId) ?? this.draft.place(DOSSIER);
  }

  /** Whether the place may have had other words: it stands in a draft that follows another. */
  hasLife(place) {
    return Boolean(this.version.compareUrl && place?.id && place.id !== DOSSIER);
  }

  /** The page that shows what became of the place since that draft. */
  comparedWith(ordinal, place) {
    const url = this.version.compareUrl?.replace(/\d+\/([^/]+)$/, `${ordinal}/$1`);
    return url && `${url}#${place.body ? `${place.body.code}/` : ''}${place.path}`;
  }

  // ---- the round

  /** Takes the server's answer: how it stands with each invitation. */
  takeStandings(answer) {
    if (!answer) return;
    this.round.standings = answer.standings;
    this.tell('round');
  }

  get standings() {
    return this.round?.standings ?? [];
  }

  // ---- what waits in this browser

  /** Places with words typed and not saved. */
  get typed() {
    return new Set([...this.drafts.places()].filter((id) => this.draft.place(id)));
  }

  /** Places with opinions or answers that wait for the network. */
  get queued() {
    return new Set(this.queue.waiting.filter((entry) => this.draft.place(entry.placeId)).map((entry) => entry.placeId));
  }

  /** The sections in which something is typed or waits. */
  typedSections() {
    return new Set([...this.typed, ...this.queued].map((id) => this.draft.place(id).section));
  }

  /** Places where there is anything: opinions, typed words, what waits. */
  get places() {
    return new Set([...this.threads.byPlace.keys(), ...this.typed, ...this.queued]);
  }

  /** The opinions that wait, at that place or at any. */
  waitingOpinions(placeId) {
    return this.queue.waiting.filter((entry) => !entry.replyTo && (!placeId || entry.placeId === placeId));
  }

  /** The answers that wait, to that opinion or to any. */
  waitingReplies(itemId) {
    return this.queue.waiting.filter((entry) => entry.replyTo && (!itemId || entry.replyTo === itemId));
  }

  /** Gives the words of an opinion back to this browser's keeping, as if they had just been typed. */
  keepBody(place, { kind, text, quote, prefix, suffix, start, replacement }) {
    const anchor = quote ? { quote, prefix, suffix, start } : null;
    this.drafts.set(this.drafts.key(place.id, anchor), { mode: replacement == null ? 'comment' : 'propose', text, replacement, kind, anchor });
  }

  tell(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}

/** What others have let go, opinions and the answers to them: by id, each with the place it is spoken of. */
function said(threads) {
  const all = new Map();
  for (const item of threads.items) {
    if (!isSent(item)) continue;
    const place = threads.placeOf(item);
    for (const one of [item, ...item.replies]) if (!one.mine && !isGone(one)) all.set(one.id, { item: one, place });
  }
  return all;
}

/** What has come to what was said, and what of it its author has taken back. */
function difference(known, threads) {
  const now = said(threads);
  const back = new Set(threads.items.flatMap((item) => [item, ...item.replies]).filter(isGone).map((item) => item.id));
  return { news: [...now].filter(([id]) => !known.has(id)).map(([, one]) => one), gone: [...known].filter(([id]) => back.has(id)).map(([, one]) => one) };
}
