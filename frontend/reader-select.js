/**
 * Words selected in the text: what they are, and the small toolbar that appears over them.
 */
import { h, icon, copy, squeeze, afterPause } from './reader-dom.js';
import { offsetIn, rangeOf } from './reader-text.js';

/** Words around the quote that tell it from its twins. */
const CONTEXT = 32;
const COARSE = matchMedia('(pointer: coarse)');

/** The selection as { place, element, from, to, anchor }, inside one place; what reaches beyond is left out. Or null. */
export function selected(root) {
  const selection = document.getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  const elements = [...root.querySelectorAll('.tx')].filter((tx) => tx.place && range.intersectsNode(tx));
  for (const element of elements) {
    const from = element.contains(range.startContainer) ? offsetIn(element, range.startContainer, range.startOffset) : 0;
    const to = element.contains(range.endContainer) ? offsetIn(element, range.endContainer, range.endOffset) : element.text.length;
    const found = trimmed(element, from, to);
    if (found) return found;
  }
  return null;
}

function trimmed(element, from, to) {
  const { text, place } = element;
  while (from < to && /\s/.test(text[from])) from++;
  while (to > from && /\s/.test(text[to - 1])) to--;
  if (from >= to) return null;
  const anchor = { quote: text.slice(from, to), prefix: text.slice(Math.max(0, from - CONTEXT), from), suffix: text.slice(to, to + CONTEXT), start: from };
  return { place, element, from, to, anchor };
}

/** "khoản 2 Điều 7 Quy chế: “…”", as a letter would cite it. */
export function citation({ place, anchor }) {
  const type = place.name === place.words ? place.body?.type ?? '' : '';
  return `${place.name}${type ? ` ${type}` : ''}: “${squeeze(anchor.quote)}”`;
}

export class SelectionBar {
  constructor(reader, desk) {
    Object.assign(this, { reader, desk, t: reader.t });
    const act = (name, words, sign, key) => h('button', { type: 'button', 'data-act': name, onclick: () => this.act(name) }, icon(sign), words, key && h('kbd', {}, key));
    this.element = h('div', { class: 'pop', role: 'toolbar', 'aria-label': this.t('select.label'), hidden: true },
      reader.canComment && act('comment', this.t('action.comment'), 'comment', 'c'),
      reader.canComment && act('propose', this.t('action.propose'), 'pen'),
      act('copy', this.t('action.copyCitation'), 'copy'));
    this.element.addEventListener('mousedown', (e) => e.preventDefault());
    this.element.addEventListener('keydown', (e) => this.keys(e));
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

  keys(event) {
    const buttons = [...this.element.querySelectorAll('button')];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      event.preventDefault();
      buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length].focus();
    } else if (event.key === 'Escape') {
      this.element.hidden = true;
      this.desk.scroll.focus({ preventScroll: true });
    }
  }
}
