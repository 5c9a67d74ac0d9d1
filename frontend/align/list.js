/**
 * The pairs of an alignment as a table: one is looked at, the keys go from one to the next, and one can be dragged onto
 * another to make them a pair.
 */
import { h, icon, showInPane } from '../parts/dom.js';
import { TieState } from '../parts/names.js';
import { two } from '../parts/words.js';

export const SIGNS = { SAME: 'check', SPELLING: 'pen', RENUMBERED: 'arrow', MOVED: 'move', EDITED: 'pen', MOVED_EDITED: 'move', RENUMBERED_EDITED: 'arrow', SPLIT: 'split', MERGED: 'layers', REMOVED: 'close', NEW: 'plus' };
const BARS = 5;

export class List {
  /** @param page takes select(id) and join(dragged, onto) */
  constructor(page) {
    this.page = page;
    this.say = page.say;
    const { older, newer } = page.titles;
    this.body = h('tbody', { onclick: (event) => this.pressed(event) });
    const head = [older, this.say('col.kind'), newer, this.say('col.percent'), this.say('col.state')];
    this.pane = h('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': this.say('pairs') },
      h('table', { class: 'g' }, h('thead', {}, h('tr', {}, head.map((words) => h('th', { scope: 'col' }, words)))), this.body));
    this.filter = h('div', { class: 'seg', role: 'group', 'aria-label': this.say('filter') });
    this.limit = h('div', { class: 'seg limit', role: 'group', 'aria-label': this.say('threshold') });
    this.element = h('section', { class: 'pairs', 'aria-label': this.say('pairs') },
      h('div', { class: 'bar-row' }, this.filter, h('span', { class: 'grow' }), h('span', { class: 'cap', 'aria-hidden': 'true' }, this.say('threshold')), this.limit),
      this.pane);
    for (const [name, act] of Object.entries({ dragstart: 'lift', dragover: 'over', dragleave: 'left', drop: 'dropped' })) this.body.addEventListener(name, (event) => this[act](event));
  }

  show(model) {
    this.model = model;
    this.showFilter();
    this.body.replaceChildren(...model.groups().flatMap(({ group, rows }) => [this.section(group, rows.length), ...rows.map((row) => this.row(row))]));
    if (!this.body.children.length) this.body.append(h('tr', {}, h('td', { colspan: '5', class: 'mut' }, this.say(`none.${model.only}`))));
  }

  showFilter() {
    const { model } = this;
    const counts = model.counts();
    const pressed = document.activeElement?.dataset?.only;
    this.filter.replaceChildren(...Object.entries(counts).map(([only, n]) =>
      h('button', { type: 'button', 'data-only': only, 'aria-pressed': String(model.only === only), onclick: () => this.page.showOnly(only) }, this.say(`filter.${only}`, { count: two(n) }))));
    if (pressed) this.filter.querySelector(`[data-only=${pressed}]`)?.focus();
    if (this.limit.children.length) this.limit.children[1].textContent = model.threshold;
    else {
      const step = (by, sign, label) => h('button', { type: 'button', 'aria-label': this.say(label), onclick: () => this.page.moveThreshold(by) }, sign);
      this.limit.append(step(-5, '−', 'threshold.down'), h('output', {}, String(model.threshold)), step(5, '+', 'threshold.up'));
    }
  }

  section(group, n) {
    return h('tr', { class: 'sec' }, h('th', { colspan: '5', scope: 'rowgroup' }, this.say(`group.${group}`, { count: two(n), threshold: this.model.threshold })));
  }

  row(row) {
    const { model } = this;
    const kind = model.kind(row);
    const name = h('button', { type: 'button', class: 'link' }, model.title(row.old.length ? row.old : row.new));
    return h('tr', { 'data-id': row.id, class: model.isInner(row) ? 'inner' : null, draggable: this.page.decidable ? 'true' : null },
      h('td', {}, row.old.length ? name : '–'),
      h('td', {}, h('span', { class: 'kind' }, icon(SIGNS[kind]), this.say(`kind.${kind}`))),
      h('td', {}, row.old.length ? model.names(row.new) : name),
      h('td', {}, this.percent(row)),
      h('td', {}, this.state(row)));
  }

  percent(row) {
    const percent = this.model.percent(row);
    if (percent === null) return h('span', { class: 'mut' }, '–');
    const full = Math.round((percent / 100) * BARS);
    return h('span', { class: `percent${this.model.isUnsure(row) ? ' low' : ''}` },
      h('span', { class: 'sureness', 'aria-hidden': 'true' }, Array.from({ length: BARS }, (_, i) => h('s', { class: i < full ? 'full' : null }))), String(percent));
  }

  state(row) {
    if (row.state === TieState.CONFIRMED) return h('span', { class: 'c-ok', title: row.by ? this.say('by', { name: row.by }) : null }, icon('check'), this.say('state.CONFIRMED'));
    return this.model.isUnsure(row) ? h('span', { class: 'c-wait' }, icon('eye'), this.say('state.look')) : h('span', { class: 'mut' }, this.say('state.PROPOSED'));
  }

  // ---- one is looked at

  get order() {
    return [...this.body.querySelectorAll('tr[data-id]')].map(({ dataset }) => dataset.id);
  }

  mark(id) {
    this.body.querySelector('tr[aria-current]')?.removeAttribute('aria-current');
    const row = this.rowOf(id);
    row?.setAttribute('aria-current', 'true');
    showInPane(row, { margin: 40 });
  }

  rowOf(id) {
    return this.body.querySelector(`tr[data-id="${CSS.escape(id)}"]`);
  }

  pressed(event) {
    const row = event.target.closest('tr[data-id]');
    if (row) this.page.select(row.dataset.id, { open: true });
  }

  // ---- dragging one onto another

  lift(event) {
    this.dragged = event.target.closest?.('tr[data-id]')?.dataset.id;
    event.dataTransfer.effectAllowed = 'link';
    event.dataTransfer.setData('text/plain', this.dragged ?? '');
  }

  over(event) {
    const row = event.target.closest('tr[data-id]');
    if (!this.dragged || !row || row.dataset.id === this.dragged) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'link';
    row.classList.add('onto');
  }

  left(event) {
    event.target.closest?.('tr[data-id]')?.classList.remove('onto');
  }

  dropped(event) {
    const row = event.target.closest('tr[data-id]');
    row?.classList.remove('onto');
    event.preventDefault();
    if (row && this.dragged && row.dataset.id !== this.dragged) this.page.join(this.dragged, row.dataset.id);
    this.dragged = null;
  }
}
