/**
 * Words selected in the text: what they are, and the small toolbar that appears over them.
 */
import { h, icon, copy, afterPause } from '../parts/dom.js';
import { roving } from '../parts/roving.js';
import { squeeze } from '../parts/words.js';
import { offsetIn, rangeOf } from './text.js';

/** Words around the quote that tell it from its twins. */
const CONTEXT = 32;
const COARSE = matchMedia('(pointer: coarse)');

/**
 * The selection as { place, element, from, to, anchor, beyond }, inside one place and of whole syllables; "beyond" says
 * whether it reaches into other places, which are left out. Or null.
 */
export function selected(root) {
  const selection = document.getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  const elements = [...root.querySelectorAll('.tx')].filter((tx) => tx.place && range.intersectsNode(tx));
  const parts = elements.flatMap((element) => {
    const from = element.contains(range.startContainer) ? offsetIn(element, range.startContainer, range.startOffset) : 0;
    const to = element.contains(range.endContainer) ? offsetIn(element, range.endContainer, range.endOffset) : element.text.length;
    return trimmed(element, from, to) ?? [];
  });
  if (!parts.length) return null;
  const [first] = parts;
  return { ...joined(first, parts.filter((part) => part.element !== first.element && part.element.whole && part.place === first.place)),
    beyond: parts.some((part) => part.place !== first.place) };
}

/** From the first word to the last, blanks left out and cut syllables made whole. */
function trimmed(element, start, end) {
  const { text, place } = element;
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from])) from++;
  while (to > from && /\s/.test(text[to - 1])) to--;
  if (from >= to) return null;
  while (inside(text, from)) from--;
  while (inside(text, to)) to++;
  return { place, element, from, to, anchor: anchorAt(element, (element.from ?? 0) + from, (element.from ?? 0) + to) };
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** Whether a syllable goes on over that point. */
const inside = (text, at) => at > 0 && at < text.length && LETTER.test(text[at - 1]) && LETTER.test(text[at]);

/** Cells of one row: the quote goes on to the last of them. */
function joined(first, cells) {
  const last = cells.at(-1);
  if (!last) return first;
  return { ...first, to: first.element.text.length, anchor: anchorAt(first.element, first.anchor.start, last.anchor.start + last.anchor.quote.length) };
}

function anchorAt(element, from, to) {
  const text = element.whole ?? element.text;
  return { quote: text.slice(from, to), prefix: text.slice(Math.max(0, from - CONTEXT), from), suffix: text.slice(to, to + CONTEXT), start: from };
}

/** "khoản 2 Điều 7 Quy chế: “…”", as a letter would cite it. */
export function citation({ place, anchor }) {
  const type = place.name === place.words ? place.body?.type ?? '' : '';
  return `${place.name}${type ? ` ${type}` : ''}: “${squeeze(anchor.quote)}”`;
}

export class SelectionBar {
  constructor(reader, desk) {
    Object.assign(this, { reader, desk, store: reader.store, t: reader.t });
    const act = (name, words, sign, key) => h('button', { type: 'button', 'data-act': name, onclick: () => this.act(name) }, icon(sign), words, key && h('kbd', {}, key));
    this.element = h('div', { class: 'pop', role: 'toolbar', 'aria-label': this.t('select.label'), hidden: true },
      reader.store.canComment && act('comment', this.t('action.comment'), 'comment', 'c'),
      reader.store.canComment && act('propose', this.t('action.propose'), 'pen'),
      act('copy', this.t('action.copyCitation'), 'copy'), (this.only = h('span', { class: 'only', role: 'status', hidden: true })));
    this.element.addEventListener('mousedown', (e) => e.preventDefault());
    this.element.addEventListener('keydown', (e) => e.key === 'Escape' && this.leave());
    roving(this.element);
    this.look = afterPause(() => this.show(), 120);
    this.onchange = () => (document.getSelection()?.isCollapsed ? this.hide() : this.look());
    document.addEventListener('selectionchange', this.onchange);
  }

  destroy() {
    document.removeEventListener('selectionchange', this.onchange);
  }

  /** What is selected now, remembered while the toolbar stands. */
  get current() {
    return this.element.hidden ? null : this.found;
  }

  show() {
    if (this.element.contains(document.activeElement)) return;
    const found = selected(this.desk.sheet);
    if (!found) return this.hide();
    this.found = found;
    const rects = rangeOf(found.element, found.from, found.to).getClientRects();
    if (!rects.length) return this.hide();
    this.element.hidden = false;
    this.only.hidden = !found.beyond;
    this.only.textContent = found.beyond ? this.t('select.only', { place: found.place.name }) : '';
    const base = this.desk.flow.getBoundingClientRect();
    const first = rects[0];
    // Over the words stands the toolbar of the phone itself.
    const below = COARSE.matches || first.top - this.desk.scroll.getBoundingClientRect().top < 90;
    const last = rects[rects.length - 1];
    const width = this.element.offsetWidth;
    const middle = (first.left + Math.min(first.right, base.right)) / 2 - base.left - width / 2;
    const sheet = this.desk.sheet.getBoundingClientRect();
    const left = Math.max(sheet.left - base.left + 8, Math.min(middle, sheet.right - base.left - width - 8));
    this.element.style.left = `${Math.round(left)}px`;
    this.element.style.top = `${Math.round(below ? last.bottom - base.top + 6 : first.top - base.top - this.element.offsetHeight - 5)}px`;
  }

  hide() {
    if (this.element.contains(document.activeElement)) return;
    this.element.hidden = true;
    this.found = null;
  }

  async act(name) {
    const { found } = this;
    if (!found) return;
    this.element.hidden = true;
    if (name === 'copy') {
      await copy(citation(found));
      this.reader.toast(this.t('msg.citation'));
      return;
    }
    document.getSelection().removeAllRanges();
    this.reader.compose(found.place, { mode: name, anchor: found.anchor });
  }

  leave() {
    this.element.hidden = true;
    this.desk.scroll.focus({ preventScroll: true });
  }
}
