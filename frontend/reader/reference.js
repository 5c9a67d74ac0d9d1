/**
 * What a citation leads to: a card that shows what stands there, on the pointer, on the focus and, where one taps, before
 * going.
 */
import { h, icon } from '../parts/dom.js';
import { capital } from '../parts/words.js';

const SHOW_MS = 180;
const HIDE_MS = 220;

/** The card beside a citation. */
export class ReferenceCard {
  /** @param root the element whose links have cards */
  constructor(reader, root) {
    Object.assign(this, { reader, root, store: reader.store, t: reader.t, citations: reader.store.draft.citations, link: null });
    this.element = h('div', { class: 'refcard', id: 'gopy-reference', role: 'note', popover: 'manual', onpointerenter: () => clearTimeout(this.timer), onpointerleave: () => this.hideSoon() });
    root.addEventListener('pointerover', (e) => e.pointerType === 'mouse' && this.pointed(linkAt(e)));
    root.addEventListener('pointerout', (e) => linkAt(e) && this.hideSoon());
    root.addEventListener('pointerdown', (e) => (this.pointer = e.pointerType));
    root.addEventListener('focusin', (e) => linkAt(e)?.matches(':focus-visible') && this.show(linkAt(e)));
    root.addEventListener('focusout', (e) => linkAt(e) && !this.element.contains(e.relatedTarget) && this.hide());
    // Before the page's own Escape: the card goes first.
    this.onkey = (e) => e.key === 'Escape' && this.link && (e.stopPropagation(), this.hide());
    addEventListener('keydown', this.onkey, { capture: true });
    this.onaway = (e) => this.link && !this.element.contains(e.target) && !this.link.contains(e.target) && this.hide();
    addEventListener('pointerdown', this.onaway);
    addEventListener('scroll', this.onaway, { capture: true, passive: true });
  }

  destroy() {
    removeEventListener('keydown', this.onkey, { capture: true });
    removeEventListener('pointerdown', this.onaway);
    removeEventListener('scroll', this.onaway, { capture: true });
    this.hide();
    this.element.remove();
  }

  /** Whether the click was a tap that only shows the card. */
  tapped(event, link) {
    if (this.pointer !== 'touch' && event.pointerType !== 'touch') return false;
    event.preventDefault();
    if (this.link === link) this.hide();
    else this.show(link);
    return true;
  }

  pointed(link) {
    if (!link || link === this.link) return link && clearTimeout(this.timer);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => link.isConnected && this.show(link), SHOW_MS);
  }

  hideSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.hide(), HIDE_MS);
  }

  hide() {
    clearTimeout(this.timer);
    if (!this.link) return;
    this.link.removeAttribute('aria-describedby');
    this.link = null;
    this.element.hidePopover?.();
  }

  show(link) {
    clearTimeout(this.timer);
    if (this.link && this.link !== link) this.hide();
    const { document: source, name, heading, text } = this.citations.preview(link.dataset.ref);
    this.link = link;
    this.element.replaceChildren(...[
      source && h('p', { class: 'cap' }, source),
      name && h('p', { class: 'what' }, h('b', {}, capital(name)), heading && `. ${heading}`),
      text && h('p', { class: 'words law', lang: 'vi' }, text),
      h('p', { class: 'go' }, h('a', { class: 'lnk', href: link.getAttribute('href'), tabindex: '-1', onclick: (e) => this.opened(e, link) }, this.t('action.open'), icon('right'))),
    ].filter(Boolean));
    if (!this.element.isConnected) this.reader.append(this.element);
    link.setAttribute('aria-describedby', this.element.id);
    this.element.showPopover?.();
    this.place(link);
  }

  opened(event, link) {
    const target = this.citations.target(link.dataset.ref);
    if (!target || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.hide();
    this.reader.way.followReference(this.store.draft.place(link.closest('[data-place]')?.dataset.place), target);
  }

  /** Under the words, or over them where there is no room; never outside of the window. */
  place(link) {
    const words = link.getClientRects()[0] ?? link.getBoundingClientRect();
    const card = this.element.getBoundingClientRect();
    const below = words.bottom + 6;
    const top = below + card.height > innerHeight - 8 && words.top - card.height - 6 > 8 ? words.top - card.height - 6 : below;
    this.element.style.left = `${Math.max(8, Math.min(words.left, innerWidth - card.width - 8))}px`;
    this.element.style.top = `${Math.max(8, Math.min(top, innerHeight - card.height - 8))}px`;
  }
}

const linkAt = (event) => event.target.closest?.('[data-ref]');
