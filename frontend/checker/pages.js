/**
 * The pages of a PDF as they look, drawn one by one when they come into view.
 */
import { h, showInPane } from '../parts/dom.js';

export class Pages {
  constructor(checker) {
    this.checker = checker;
    const { pages } = checker.store.structure;
    this.sheets = Array.from({ length: pages }, (_, i) => this.sheet(i + 1));
    this.element = h('section', { class: 'pane sheets', id: 'gopy-pane-pages', 'aria-label': checker.say('pane.pages') },
      h('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': checker.say('pane.pages') }, this.sheets));
  }

  sheet(n) {
    const name = this.checker.say('page', { n });
    const image = h('img', { loading: 'lazy', decoding: 'async', alt: name, width: '210', height: '297', src: `${this.checker.api.base}${this.checker.path}/pages/${n}` });
    const drawing = h('p', { class: 'cap drawing' }, this.checker.say('pages.drawing'));
    image.addEventListener('load', () => {
      drawing.remove();
      image.removeAttribute('width');
      image.removeAttribute('height');
    });
    image.addEventListener('error', () => {
      drawing.remove();
      image.replaceWith(h('p', { class: 'mut' }, this.checker.say('pages.none')));
    });
    return h('figure', {}, image, drawing, h('figcaption', { class: 'cap' }, name));
  }

  /** Brings the page into view. */
  show(page) {
    const sheet = this.sheets[page - 1];
    if (!sheet || sheet === this.shown) return;
    this.shown?.removeAttribute('aria-current');
    this.shown = sheet;
    sheet.setAttribute('aria-current', 'page');
    if (this.element.offsetParent) showInPane(sheet, { start: true });
  }
}
