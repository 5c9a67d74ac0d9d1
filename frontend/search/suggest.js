/**
 * <gopy-suggest texts="{…}" recent>: offers places to go to under the field inside it while somebody types: names of
 * documents, numbers and headings, and with "recent" the last searches before anything is typed. A combobox as ARIA
 * describes it: the focus stays in the field, the arrows choose, Enter goes, Esc closes. Without a choice Enter is left
 * to the field's own listener.
 */
import { Api } from '../parts/api.js';
import { h, icon, afterPause } from '../parts/dom.js';

const PAUSE_MS = 120;
const SIGNS = { DOCUMENT: 'file', PROVISION: 'lines', LETTER: 'mail', RECENT: 'clock' };
let boxes = 0;

class GopySuggest extends HTMLElement {
  connectedCallback() {
    if (this.list) return;
    this.field = this.querySelector('input');
    this.texts = JSON.parse(this.getAttribute('texts'));
    this.api = new Api('/app-api');
    this.asked = 0;
    const id = `gopy-suggest-${++boxes}`;
    this.list = h('div', { class: 'suggest', id, role: 'listbox', 'aria-label': this.texts.label, hidden: true });
    this.told = h('div', { class: 'vh', role: 'status' });
    this.append(this.list, this.told);
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id, autocomplete: 'off' })) this.field.setAttribute(name, value);
    const ask = afterPause(() => this.ask(), PAUSE_MS);
    this.field.addEventListener('input', ask);
    this.field.addEventListener('focus', () => this.field.value.trim() || this.recent());
    this.field.addEventListener('blur', () => setTimeout(() => this.contains(document.activeElement) || this.close(), 150));
    this.addEventListener('keydown', (e) => this.key(e), { capture: true });
    // A press must not take the focus out of the field before it counts.
    this.list.addEventListener('pointerdown', (e) => e.preventDefault());
    this.list.addEventListener('click', (e) => e.target.closest('a') && this.close());
  }

  get open() {
    return !this.list.hidden;
  }

  async ask() {
    const words = this.field.value;
    if (!words.trim()) return this.recent();
    const turn = ++this.asked;
    try {
      const { items } = await this.api.get(`/search/suggest?q=${encodeURIComponent(words)}`);
      if (turn === this.asked && document.activeElement === this.field) this.show(items.map((item) => this.place(item)));
    } catch {
      if (turn === this.asked) this.close();
    }
  }

  async recent() {
    if (!this.hasAttribute('recent')) return this.close();
    const turn = ++this.asked;
    try {
      const { items } = await this.api.get('/search/recent');
      if (turn === this.asked && document.activeElement === this.field && !this.field.value.trim()) this.show(items.map(({ words }) => ({ kind: 'RECENT', href: `/tra-cuu?q=${encodeURIComponent(words)}`, title: [{ text: words }] })));
    } catch {
      if (turn === this.asked) this.close();
    }
  }

  place(item) {
    const detail = [item.type !== 'DOCUMENT' && item.dossierTitle, item.version].filter(Boolean);
    return { kind: item.type, href: item.href, title: item.title, detail: detail.join(' · ') };
  }

  show(options) {
    this.options = options;
    this.chosen = -1;
    this.list.replaceChildren(...options.flatMap((option, i) => this.row(option, i)).filter(Boolean));
    this.list.hidden = !options.length;
    this.field.setAttribute('aria-expanded', String(this.open));
    this.field.removeAttribute('aria-activedescendant');
    this.told.textContent = options.length ? this.texts.count.replace('{0}', options.length) : '';
  }

  row(option, i) {
    const first = this.options.findIndex((other) => other.kind === option.kind) === i;
    return [first && h('div', { class: 'suggest-kind', role: 'presentation' }, this.texts[option.kind]),
      h('a', { id: `${this.list.id}-${i}`, class: 'suggest-row', role: 'option', 'aria-selected': 'false', tabindex: '-1', href: option.href, 'router-link': true },
        icon(SIGNS[option.kind]), h('span', {}, option.title.map(({ text, hit }) => (hit ? h('b', {}, text) : text)), option.detail && h('small', {}, option.detail)))];
  }

  close() {
    this.asked++;
    this.show([]);
  }

  key(event) {
    if (event.target !== this.field || event.isComposing) return;
    const acts = { ArrowDown: () => this.choose(this.chosen + 1), ArrowUp: () => this.choose(this.chosen - 1), Escape: () => this.close() };
    if (event.key === 'Enter') {
      const chosen = this.open && this.list.querySelector('[aria-selected="true"]');
      this.close();
      if (!chosen) return;
      chosen.click();
    } else if (this.open && acts[event.key]) {
      acts[event.key]();
    } else {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** One of the rows, or with -1 and behind the last the field itself. */
  choose(index) {
    const rows = [...this.list.querySelectorAll('[role=option]')];
    this.chosen = index < -1 ? rows.length - 1 : index >= rows.length ? -1 : index;
    rows.forEach((row, i) => row.setAttribute('aria-selected', String(i === this.chosen)));
    const row = rows[this.chosen];
    if (row) {
      this.field.setAttribute('aria-activedescendant', row.id);
      row.scrollIntoView({ block: 'nearest' });
    } else {
      this.field.removeAttribute('aria-activedescendant');
    }
  }
}

if (!customElements.get('gopy-suggest')) customElements.define('gopy-suggest', GopySuggest);
