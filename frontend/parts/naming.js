/**
 * Naming people: "@" in a field for words offers those who may read them, chosen by keys or by pressing. Whom the server
 * does not offer can be typed as well; that is words and nothing more.
 */
import { h } from './dom.js';
import { uuid } from './kept.js';
import { fold } from './words.js';

/** So many are offered at once; typing on narrows them down. */
const AT_ONCE = 6;
const BEGUN = /(?:^|[\s(])@([^\n@]{0,40})$/;
const fields = new WeakMap();

/**
 * Watches a field; to be called as often as one likes.
 *
 * @param ask gives a promise of [{ name, post }]
 * @param laid called when the field's surroundings have another height
 */
export function naming(field, { t, ask, laid }) {
  if (!fields.has(field)) fields.set(field, new Naming(field, t));
  Object.assign(fields.get(field), { ask, laid });
}

class Naming {
  constructor(field, t) {
    Object.assign(this, { field, t, found: [], at: 0, id: uuid() });
    this.list = h('ul', { class: 'names', id: this.id, role: 'listbox', 'aria-label': t('naming.list'), hidden: true });
    field.insertAdjacentElement('afterend', this.list);
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', this.id);
    field.addEventListener('input', () => this.look());
    field.addEventListener('blur', () => this.close());
    field.addEventListener('keydown', (event) => this.pressed(event), { capture: true });
    this.look();
  }

  get begun() {
    const { field } = this;
    return field.selectionStart === field.selectionEnd ? BEGUN.exec(field.value.slice(0, field.selectionStart))?.[1] : undefined;
  }

  async look() {
    if (this.begun === undefined) return this.close();
    const people = await this.ask().catch(() => []);
    const { begun } = this;
    if (begun === undefined) return this.close();
    const wanted = fold(begun).trim();
    this.found = people.filter(({ name }) => ` ${fold(name)}`.includes(` ${wanted}`) && name !== begun.trim()).slice(0, AT_ONCE);
    this.at = 0;
    if (this.found.length) this.draw();
    else this.close();
  }

  draw() {
    const { list, field } = this;
    list.replaceChildren(...this.found.map(({ name, post }, i) =>
      h('li', { role: 'option', id: `${this.id}-${i}`, 'aria-selected': String(i === this.at), onpointerdown: (event) => {
        event.preventDefault();
        this.at = i;
        this.choose();
      } }, h('b', {}, name), post ? h('span', {}, post) : '')));
    list.hidden = false;
    field.setAttribute('aria-activedescendant', `${this.id}-${this.at}`);
    this.laid();
  }

  close() {
    if (this.list.hidden) return;
    this.list.hidden = true;
    this.field.removeAttribute('aria-activedescendant');
    this.laid();
  }

  pressed(event) {
    if (this.list.hidden || event.isComposing || event.ctrlKey || event.metaKey) return;
    const act = { ArrowDown: () => this.move(1), ArrowUp: () => this.move(-1), Enter: () => this.choose(), Tab: () => this.choose(), Escape: () => this.close() }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  move(by) {
    this.at = (this.at + by + this.found.length) % this.found.length;
    this.draw();
  }

  choose() {
    const { field, found, at } = this;
    const end = field.selectionStart;
    this.close();
    field.setRangeText(`@${found[at].name} `, end - this.begun.length - 1, end, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
