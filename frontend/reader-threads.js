/**
 * The opinions this reader may see, by place. Fed whole from the server; tells what changed.
 */
import { DOSSIER } from './reader-model.js';
import { CommentState } from './names.js';

export class Threads {
  constructor(draft) {
    this.draft = draft;
    this.items = [];
    this.byPlace = new Map();
  }

  /** Takes the server's list; gives the ids of the places whose opinions are different now. */
  take(items) {
    const before = this.byPlace;
    this.items = items;
    this.byPlace = new Map();
    for (const item of items) {
      const id = this.draft.place(item.provisionId) ? item.provisionId : DOSSIER;
      if (!this.byPlace.has(id)) this.byPlace.set(id, []);
      this.byPlace.get(id).push(item);
    }
    for (const list of this.byPlace.values()) list.sort((a, b) => (a.sentAt ?? a.createdAt ?? '').localeCompare(b.sentAt ?? b.createdAt ?? ''));
    const changed = new Set();
    for (const id of new Set([...before.keys(), ...this.byPlace.keys()])) {
      if (signature(before.get(id)) !== signature(this.byPlace.get(id))) changed.add(id);
    }
    return changed;
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
        if (isGone(item)) continue;
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
  `${item.id}:${item.version}:${item.state}:${item.anchor}:${item.canReply}:${(item.replies ?? []).map((r) => `${r.id}.${r.version}.${r.state}`).join()}`;

const signature = (items) => (items ?? []).map(signatureOf).join('|');
