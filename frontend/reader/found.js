/**
 * What a search found: its link says the words, and the place where they stand is marked with them. The words leave the
 * address at once, so that a link copied from it leads to the place alone.
 */
import { rangeOf } from './text.js';

const WORDS = 'tim';
const MOST = 200;

export class Found {
  constructor() {
    globalThis.CSS?.highlights?.delete('gopy-found');
    const asked = new URLSearchParams(location.search);
    this.words = asked.getAll(WORDS).map((words) => words.normalize('NFC').toLowerCase()).filter((words) => words.trim());
    if (!asked.has(WORDS)) return;
    asked.delete(WORDS);
    history.replaceState(history.state, '', `${location.pathname}${asked.size ? `?${asked}` : ''}${location.hash}`);
  }

  /** Marks the place and the words in it and below it; older browsers show the place only. */
  mark(root, place) {
    if (!this.words.length) return;
    root.querySelector(`[data-place="${CSS.escape(place.id)}"]`)?.classList.add('found');
    if (!globalThis.CSS?.highlights) return;
    const ranges = [...root.querySelectorAll('.tx')].filter((tx) => tx.place && within(tx.place, place)).flatMap((tx) => this.ranges(tx));
    if (ranges.length) CSS.highlights.set('gopy-found', new Highlight(...ranges.slice(0, MOST)));
  }

  ranges(tx) {
    const text = tx.text.toLowerCase();
    const ranges = [];
    for (const words of this.words) {
      for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) ranges.push(rangeOf(tx, at, at + words.length));
    }
    return ranges;
  }
}

function within(inner, outer) {
  for (let at = inner; at; at = at.parent) if (at === outer) return true;
  return false;
}
