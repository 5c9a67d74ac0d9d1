/**
 * Words typed and not yet given to the server, kept in this browser for each place and person, so that neither a lost
 * network, an ended session nor a closed window loses them.
 */
import { kept } from './reader-dom.js';

export class Drafts {
  constructor(person, version) {
    this.prefix = `gopy:draft:${person}:${version}:`;
  }

  get(id) {
    return kept.get(this.prefix + id);
  }

  /** Keeps the words, or forgets them when there are none. */
  set(id, draft) {
    if (draft.text || draft.replacement !== draft.original) kept.set(this.prefix + id, { ...draft, at: new Date().toISOString() });
    else this.remove(id);
  }

  remove(id) {
    kept.remove(this.prefix + id);
  }

  /** The ids of the places (or "edit:" and a comment's id, "reply:" and a comment's id) with kept words. */
  ids() {
    return kept.keys(this.prefix).map((key) => key.slice(this.prefix.length));
  }
}
