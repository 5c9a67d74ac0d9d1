/**
 * Search in the text of the draft: marks taken away from nothing, tone marks not needed, from hit to hit.
 */
import { h, button, icon, afterPause } from '../parts/dom.js';
import { fold } from '../parts/words.js';
import { rangeOf } from './text.js';

const MOST = 500;
/** "Trang 6, dòng thứ 4" of a printed draft, with or without marks. */
const ON_PAPER = /^tr(?:ang|\.)?\s*(\d{1,4})[\s,;]*d(?:ong|\.)?(?:\s*thu)?\s*(\d{1,3})$/u;

export class Find {
  constructor(reader, desk) {
    Object.assign(this, { reader, desk, store: reader.store, t: reader.t, hits: [], at: -1 });
    this.input = h('input', { type: 'search', 'aria-label': this.t('find.label'), placeholder: this.t('find.label'), oninput: afterPause(() => this.search(), 120), onkeydown: (e) => this.key(e) });
    this.count = h('span', { class: 'cap' });
    const all = reader.store.searchUrl && h('a', { class: 'lnk small', href: reader.store.searchUrl }, this.t('find.all'));
    this.all = all;
    this.element = h('div', { class: 'findbar', role: 'search', hidden: true }, icon('search'), this.input, this.count,
      button('', { icon: 'up', class: 'btn ico', label: this.t('find.previous'), onclick: () => this.step(-1) }),
      button('', { icon: 'down', class: 'btn ico', label: this.t('find.next'), onclick: () => this.step(1) }), all || '',
      button('', { icon: 'close', class: 'btn ico', label: this.t('action.close'), onclick: () => this.close() }));
  }

  open() {
    this.element.hidden = false;
    this.input.focus();
    this.input.select();
  }

  close() {
    this.element.hidden = true;
    const found = this.placeOf(this.hits[this.at]?.tx);
    if (found) this.desk.place = found;
    this.hits = [];
    this.highlight();
    this.desk.focusHere();
  }

  placeOf(tx) {
    return this.store.draft.place(tx?.closest('[data-place]')?.dataset.place);
  }

  search() {
    const typed = this.input.value.trim().normalize('NFC');
    // Without marks in the question none are asked of the text; with marks they must be right.
    const plain = fold(typed) === typed.toLowerCase();
    const words = plain ? fold(typed) : typed.toLowerCase();
    this.hits = [];
    if (words.length > 1 || /\d/.test(words)) {
      this.desk.sections.writeAll();
      for (const tx of this.desk.sheet.querySelectorAll('.tx')) {
        const text = plain ? (tx.folded ??= fold(tx.text)) : tx.text.toLowerCase();
        for (let at = text.indexOf(words); at >= 0 && this.hits.length < MOST; at = text.indexOf(words, at + words.length)) this.hits.push({ tx, from: at, to: at + words.length });
      }
    }
    if (this.all) this.all.href = this.store.searchUrl + (typed ? `&q=${encodeURIComponent(typed)}` : '');
    this.at = -1;
    if (this.hits.length) this.step(1, true);
    else if (ON_PAPER.test(fold(typed))) this.onPaper(ON_PAPER.exec(fold(typed)));
    else {
      this.count.textContent = typed ? this.t('find.none') : '';
      if (typed) this.reader.announce(this.count.textContent);
      this.highlight();
    }
  }

  /** Shows what stands in that line of the draft as it was printed last. */
  async onPaper([, page, line]) {
    const asked = this.input.value;
    this.highlight();
    const found = await this.reader.server.onPaper(page, line).catch(() => null);
    if (this.input.value !== asked) return;
    const place = found && this.store.draft.place(found.provisionId);
    this.count.textContent = place ? place.name : this.t('find.notPrinted');
    this.reader.announce(this.count.textContent);
    if (!place) return;
    this.desk.sections.writeAll();
    this.hits = [{ tx: this.desk.sheet.querySelector(`[data-place="${CSS.escape(place.id)}"] .tx, [data-place="${CSS.escape(place.id)}"]`), from: 0, to: 0 }];
    this.at = 0;
    this.desk.reveal(this.hits[0].tx.closest('.pl') ?? this.hits[0].tx, 'center');
  }

  step(by, fresh = false) {
    const n = this.hits.length;
    if (!n) return;
    if (fresh) {
      const top = this.desk.scroll.getBoundingClientRect().top;
      this.at = Math.max(0, this.hits.findIndex((hit) => hit.tx.closest('.sec').getBoundingClientRect().bottom > top + 40));
    } else this.at = (this.at + by + n) % n;
    this.count.textContent = this.t('find.count', { at: this.at + 1, n });
    const { tx, from, to } = this.hits[this.at];
    this.reader.announce(this.t('find.at', { at: this.at + 1, n, place: this.placeOf(tx)?.name ?? '' }));
    this.desk.reveal(tx.closest('.pl') ?? tx, 'center');
    requestAnimationFrame(() => {
      this.highlight();
      const box = rangeOf(tx, from, to).getBoundingClientRect();
      const view = this.desk.scroll.getBoundingClientRect();
      if (box.top < view.top + 60 || box.bottom > view.bottom - 40) this.desk.scroll.scrollTop += box.top - view.top - view.height / 3;
    });
  }

  /** Painted by the browser over the text, so the text itself stays untouched; older browsers show the place only. */
  highlight() {
    if (!globalThis.CSS?.highlights) return;
    CSS.highlights.delete('gopy-find');
    CSS.highlights.delete('gopy-find-now');
    if (!this.hits.length) return;
    CSS.highlights.set('gopy-find', new Highlight(...this.hits.map(({ tx, from, to }) => rangeOf(tx, from, to))));
    const now = this.hits[this.at];
    if (now) CSS.highlights.set('gopy-find-now', new Highlight(rangeOf(now.tx, now.from, now.to)));
  }

  key(event) {
    if (event.key === 'Enter') {
      event.preventDefault();
      this.step(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      this.close();
    }
  }
}
