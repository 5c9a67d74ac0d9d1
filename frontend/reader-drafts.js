/**
 * Words typed and not yet given to the server, kept in this browser for each place and person, so that neither a lost
 * network, an ended session nor a closed window loses them. Read from memory; the browser's store is the copy that stays.
 */
import { kept } from './reader-dom.js';

export class Drafts {
  constructor(person, version) {
    this.prefix = `gopy:draft:${person}:${version}:`;
    this.all = new Map(kept.keys(this.prefix).map((key) => [key.slice(this.prefix.length), kept.get(key)]));
  }

  get(key) {
    return this.all.get(key) ?? null;
  }

  /**
   * Keeps the words, or forgets them when there are none. Gives false when this browser cannot keep them: then they are
   * here only as long as the page is.
   */
  set(key, draft) {
    // What is left of an opinion that is being changed may be no word at all: that too is a change.
    if (!draft.text && draft.replacement == null && draft.base === undefined) return this.remove(key);
    const now = { ...draft, at: new Date().toISOString() };
    this.all.set(key, now);
    return kept.set(this.prefix + key, now);
  }

  remove(key) {
    this.all.delete(key);
    kept.remove(this.prefix + key);
    return true;
  }

  /** The key for words at a place: each quote has its own, so choosing other words never overwrites what was typed. */
  key(placeId, anchor) {
    return anchor?.quote ? `${placeId}@${anchor.start ?? 0}` : placeId;
  }

  /** The key of the words last typed at a place, or null. */
  latest(placeId) {
    let found = null;
    for (const [key, { at }] of this.all) if (placeOf(key) === placeId && (!found || at >= this.get(found).at)) found = key;
    return found;
  }

  /** The ids of the places with kept words (and "edit:" and "reply:" with a comment's id). */
  places() {
    return new Set([...this.all.keys()].map(placeOf));
  }
}

const placeOf = (key) => key.split('@')[0];
