/**
 * Words typed and not yet given to the server, kept in this browser for each place and person, so that neither a lost
 * network, an ended session nor a closed window loses them. Read from memory; the browser's store is the copy that stays.
 * Two windows at one place keep both texts: who finds other words there than he left goes on under a name of his own.
 */
import { kept, uuid } from './kept.js';

export class Drafts {
  constructor(person, version) {
    this.prefix = `gopy:draft:${person}:${version}:`;
    this.all = new Map();
    /** When what this window knows of the store was written, by the name it has there. */
    this.seen = new Map();
    /** The names in the store under which this window has written, by the key it was asked with. */
    this.own = new Map();
    this.readAgain();
  }

  /** Takes in what other windows have kept or given up meanwhile; what this one has written stays. */
  readAgain() {
    const written = new Set(this.own.values());
    const there = kept.keys(this.prefix).map((key) => key.slice(this.prefix.length));
    for (const name of there) if (!written.has(name)) this.take(name, kept.get(this.prefix + name));
    for (const name of this.seen.keys()) if (!written.has(name) && !there.includes(name)) this.forget(name);
  }

  take(name, draft) {
    if (!draft) return;
    this.all.set(name, draft);
    this.seen.set(name, draft.at);
  }

  forget(name) {
    this.all.delete(name);
    this.seen.delete(name);
  }

  nameOf(key) {
    return this.own.get(key) ?? key;
  }

  get(key) {
    return this.all.get(this.nameOf(key)) ?? null;
  }

  /**
   * Keeps the words, or forgets them when there are none. Gives false when this browser cannot keep them: then they are
   * here only as long as the page is.
   */
  set(key, draft) {
    // What is left of an opinion that is being changed may be no word at all: that too is a change.
    if (!draft.text && draft.replacement == null && draft.base === undefined) return this.remove(key);
    const others = this.ofOthers(this.nameOf(key));
    if (others) {
      this.take(this.nameOf(key), others);
      this.own.set(key, `${key.split('~')[0]}~${uuid().slice(0, 8)}`);
    } else this.own.set(key, this.nameOf(key));
    const name = this.nameOf(key);
    const now = { ...draft, at: new Date().toISOString() };
    this.all.set(name, now);
    const stays = kept.set(this.prefix + name, now);
    if (stays) this.seen.set(name, now.at);
    return stays;
  }

  /** What another window has written under that name since this one looked, or null. */
  ofOthers(name) {
    const there = kept.get(this.prefix + name);
    return there && there.at !== this.seen.get(name) ? there : null;
  }

  remove(key) {
    const name = this.nameOf(key);
    const others = this.ofOthers(name);
    this.forget(name);
    this.own.delete(key);
    if (others) this.take(name, others);
    else kept.remove(this.prefix + name);
    return true;
  }

  /** The key for words at a place: each quote has its own, so choosing other words never overwrites what was typed. */
  key(placeId, anchor) {
    return anchor?.quote ? `${placeId}@${anchor.start ?? 0}` : placeId;
  }

  /** The key of the words last typed at a place, or null. */
  latest(placeId) {
    let found = null;
    for (const [key, { at }] of this.all) if (placeOf(key) === placeId && (!found || at >= this.all.get(found).at)) found = key;
    return found;
  }

  /** Other words kept at the place of that key: [key, draft] of each, the latest first. */
  others(key) {
    return [...this.all].filter(([name]) => placeOf(name) === placeOf(key) && name !== this.nameOf(key)).sort(([, a], [, b]) => b.at.localeCompare(a.at));
  }

  /** The ids of the places with kept words (and "edit:" and "reply:" with a comment's id). */
  places() {
    return new Set([...this.all.keys()].map(placeOf));
  }
}

const placeOf = (key) => key.split(/[@~]/)[0];
