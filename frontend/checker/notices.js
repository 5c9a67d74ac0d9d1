/**
 * What the structure check says by itself: sentences that go away, and words for those who listen.
 */
import { h } from '../parts/dom.js';
import { toast } from '../parts/toast.js';

const TOAST_MS = 6_000;

export class Notices {
  constructor() {
    this.live = h('div', { class: 'vh', 'aria-live': 'polite' });
    this.list = h('div', { class: 'toasts' });
  }

  announce(words) {
    this.live.textContent = words;
  }

  /** A sentence for a while; one with something to do stays until the next. */
  toast(words, action) {
    toast(this.list, words, action, { ms: TOAST_MS });
    this.announce(words);
  }

  quiet() {
    this.list.replaceChildren();
  }
}
