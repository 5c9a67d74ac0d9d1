/**
 * The single keys of the reader, for whoever has not switched them off.
 */
import { kept } from '../parts/kept.js';

export class Keys {
  constructor(reader) {
    this.reader = reader;
  }

  listen(signal) {
    addEventListener('keydown', (e) => this.pressed(e), { signal });
    // The frame's own search listens for / too; here it means this text.
    addEventListener('keydown', (e) => e.key === '/' && this.pressed(e), { signal, capture: true });
  }

  pressed(event) {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('dialog[open], vaadin-dialog[opened]')) return;
    if (event.key === 'Escape') return this.reader.view.escape();
    const target = event.composedPath()[0];
    if (target instanceof Element && (target.closest('input, textarea, select, [contenteditable="true"]') || target.isContentEditable)) return;
    if (kept.get('gopy:keys') === false) return;
    const act = this.act(event.key);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  act(key) {
    const { view, store } = this.reader;
    const acts = {
      j: () => view.step(1),
      k: () => view.step(-1),
      J: () => view.stepPlace(1),
      K: () => view.stepPlace(-1),
      c: () => store.canComment && view.commentHere(),
      e: () => store.canComment && view.commentHere('propose'),
      r: () => view.relatedHere?.(),
      v: () => this.reader.life(view.placeHere),
      '/': () => view.find?.open(),
      '?': () => this.reader.help(),
    };
    return acts[key];
  }
}
