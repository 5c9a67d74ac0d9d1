/**
 * The opinions this reader may see, by place. Fed by the server, whole at first and then with what is different; tells
 * what changed.
 */
import { DOSSIER } from './model.js';
import { CommentState } from '../parts/names.js';

export class Threads {
  constructor(draft) {
    this.draft = draft;
    this.items = [];
    this.byPlace = new Map();
    this.mark = null;
    /** Whether what was said of earlier drafts stands at its places too. */
    this.earlier = true;
  }

  /** Takes the list as all there is; gives the ids of the places whose opinions are different now. */
  take(items) {
    this.items = items.map(shown);
    return this.arrange();
  }

  /** Puts every opinion to its place; gives the ids of the places where there are others now. */
  arrange() {
    const before = this.byPlace;
    this.byPlace = new Map();
    for (const item of this.items) this.put(item);
    this.byPlace.forEach(inOrder);
    return this.different(before, new Set([...before.keys(), ...this.byPlace.keys()]));
  }

  /** Takes the server's answer: all threads, or what is different since the mark that it was asked with. */
  merge({ items, vanished = [], whole = true, mark = null }) {
    this.mark = mark;
    return whole ? this.take(items) : this.change(items, vanished);
  }

  /** Takes these threads in the place of those with the same ids, and some away. */
  change(items, gone = []) {
    const news = new Map(items.map((item) => [item.id, shown(item)]));
    const old = new Set([...news.keys(), ...gone]);
    const touched = new Set();
    const kept = this.items.filter((item) => {
      if (old.has(item.id)) touched.add(this.placeOf(item));
      return !old.has(item.id);
    });
    for (const item of news.values()) touched.add(this.placeOf(item));
    const before = new Map([...touched].map((id) => [id, this.at(id)]));
    this.items = [...kept, ...news.values()];
    for (const id of touched) this.byPlace.set(id, this.at(id).filter((item) => !old.has(item.id)));
    for (const item of news.values()) this.put(item);
    for (const id of touched) {
      inOrder(this.at(id));
      if (!this.at(id).length) this.byPlace.delete(id);
    }
    return this.different(before, touched);
  }

  placeOf(item) {
    return this.draft.place(item.provisionId) ? item.provisionId : DOSSIER;
  }

  put(item) {
    if (isEarlier(item) && !this.earlier) return;
    const id = this.placeOf(item);
    if (!this.byPlace.has(id)) this.byPlace.set(id, []);
    this.byPlace.get(id).push(item);
  }

  different(before, ids) {
    return new Set([...ids].filter((id) => signature(before.get(id)) !== signature(this.byPlace.get(id))));
  }

  at(id) {
    return this.byPlace.get(id) ?? [];
  }

  /** Mine, written and not sent: what "Xem lại và gửi" shows. */
  get unsent() {
    return this.items.filter((item) => isOwnUnsent(item)).sort((a, b) => this.order(a) - this.order(b));
  }

  order(item) {
    return this.draft.place(item.provisionId)?.order ?? -1;
  }

  /** Map of section to { count, unsent }: drafts, my own or my unit's, count as unsent. */
  counts() {
    const counts = new Map();
    for (const [id, items] of this.byPlace) {
      const place = this.draft.place(id);
      const key = place.section;
      const of = counts.get(key) ?? { count: 0, unsent: 0, byKind: {} };
      for (const item of items) {
        if (isGone(item) || isEarlier(item)) continue;
        const column = isSent(item) ? 'count' : 'unsent';
        of[column]++;
        const kind = (of.byKind[place.kind] ??= { count: 0, unsent: 0 });
        kind[column]++;
      }
      counts.set(key, of);
    }
    return counts;
  }
}

/** Who speaks, as the page shows it: with the name of a unit where the server names its code too. */
const shown = (item) => ({
  ...item,
  author: typeof item.author === 'object' ? item.author : { name: item.authorName, post: item.authorPost, unit: item.unitName },
  replies: (item.replies ?? []).map(shown),
});

/** One's own words on earlier drafts first, then those of others, then what is said of this one. */
const inOrder = (list) => list.sort((a, b) => rank(a) - rank(b) || (a.sentAt ?? a.createdAt ?? '').localeCompare(b.sentAt ?? b.createdAt ?? ''));

const rank = (item) => (!isEarlier(item) ? 2 : item.mine ? 0 : 1);

/** Said of an earlier draft. */
export const isEarlier = (item) => Boolean(item.from);

/** What counts as an opinion; a person's or a unit's draft does not yet. */
export const isSent = (item) => item.state === CommentState.SENT;

/** Taken back: a trace without words, neither counted nor marked in the text. */
export const isGone = (item) => item.state === CommentState.WITHDRAWN;

/** Written by this reader and seen by nobody else yet. */
export const isOwnUnsent = (item) => Boolean(item.mine) && item.state === CommentState.UNSENT;

/** Words of a unit in preparation. */
export const isUnitDraft = (item) => item.state === CommentState.UNIT_DRAFT;

/** Short description of an opinion as shown: the same means nothing to redraw. */
export const signatureOf = (item) =>
  `${item.id}:${item.version}:${item.state}:${item.anchor}:${item.provisionId}:${item.canReply}:${item.agreed?.length ?? 0}:${Boolean(item.resolved)}:${(item.replies ?? []).map((r) => `${r.id}.${r.version}.${r.state}`).join()}`;

const signature = (items) => (items ?? []).map(signatureOf).join('|');
