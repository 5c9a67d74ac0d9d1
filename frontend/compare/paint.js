/**
 * Paints what the server tells of two versions: a block with its rows, beside each other or in one column. What came is
 * underlined, what went struck through, and both are named for those who hear them. Nothing is compared here.
 */
import { h, icon } from '../parts/dom.js';
import { Said } from './said.js';

const ICONS = { renumbered: 'arrow', moved: 'move', edited: 'pen', split: 'split', merged: 'layers', removed: 'close', new: 'plus' };
const TONES = { new: 'ok', removed: 'no' };
const TITLED = new Set(['ARTICLE', 'PART', 'CHAPTER', 'SECTION', 'SUBSECTION', 'ANNEX']);

export class Painter {
  /**
   * @param tell the sentence with a key
   * @param names how the versions are called: { older, newer }
   * @param hrefOf the address of a row
   */
  constructor({ tell, names, hrefOf }) {
    Object.assign(this, { tell, names, hrefOf, said: new Said(tell) });
  }

  /**
   * The rows of a block; those that are not shown lie behind a press.
   *
   * @param shown tells whether a row is
   * @param folded the words for so many that are not
   */
  rows(block, { inline, shown, folded }) {
    const out = [];
    let hidden = [];
    const flush = () => {
      if (hidden.length) out.push(this.fold(hidden, { block, inline, folded }));
      hidden = [];
    };
    block.rows.forEach((row, i) => {
      if (i > 0 && !shown(row)) return hidden.push(row);
      flush();
      out.push(this.row(block, row, i === 0, inline));
    });
    flush();
    return out;
  }

  fold(rows, { block, inline, folded }) {
    const more = h('button', { type: 'button', class: 'more', 'aria-expanded': 'false', onclick: () => {
      const written = rows.map((row) => this.row(block, row, false, inline));
      more.replaceWith(...written);
      written[0].tabIndex = -1;
      written[0].focus({ preventScroll: true });
    } }, '… ', folded(rows.length));
    return more;
  }

  row(block, row, first, inline) {
    const attributes = { class: `row${first ? ' first' : ''}${row.changed ? '' : ' same'}`, 'data-row': row.id };
    return inline
      ? h('div', attributes, first && this.badge(block), h('div', { class: 'cell one' }, this.combined(block, row), this.said.of(row, block)))
      : h('div', attributes, this.before(row, first), h('div', { class: 'tie' }, first ? this.badge(block) : this.smallBadge(row)), this.after(row, first, block));
  }

  badge({ kind, verdict, changed }) {
    return h('span', { class: `st ${changed ? TONES[kind] ?? 'acc' : ''}` }, ICONS[kind] && icon(ICONS[kind]), verdict);
  }

  /** Words that changed show it themselves. */
  smallBadge(row) {
    const silent = !row.changed || row.away || row.kind === 'edited' || row.kind === 'new' || row.kind === 'removed';
    return silent ? null : h('span', { class: 'cap' }, row.verdict);
  }

  before(row, first) {
    if (!row.old.length) return h('div', { class: 'cell a nil' }, first && !row.from && h('p', { class: 'cap' }, this.tell('absent', { version: this.names.older })));
    if (row.away) return h('div', { class: 'cell a' }, this.gone(row));
    return h('div', { class: 'cell a' }, row.old.map((side) => this.side(row, side, { old: true, head: first && !row.new.length })));
  }

  after(row, first, block) {
    if (!row.new.length) return h('div', { class: 'cell b nil' }, first && !row.away && h('p', { class: 'cap' }, this.tell('dropped', { version: this.names.newer })));
    return h('div', { class: 'cell b' }, row.new.map((side) => this.side(row, side, { old: false, head: first })), row.from && this.link('from', row.from), this.said.of(row, block));
  }

  /** One place as one version has it. */
  side(row, side, { old, head }) {
    const gone = old ? 'insert' : 'delete';
    const of = (steps) => (steps ?? []).filter((step) => step.op !== gone);
    return this.place({ side, label: this.label(row, side, old), heading: of(row.heading ?? side.heading), text: of(row.text ?? side.text), head, moved: row.from });
  }

  /** Both versions in one column; where one became several each stands whole. */
  combined(block, row) {
    const [old] = row.old;
    const [fresh] = row.new;
    if (row.away) return this.gone(row);
    const head = row === block.rows[0];
    if (!row.text) return [row.old.map((side) => this.side(row, side, { old: true, head: false })), row.new.map((side) => this.side(row, side, { old: false, head }))];
    const side = fresh ?? old;
    const label = old && fresh && old.label !== fresh.label ? [this.marked('delete', old.label), ' ', this.marked('insert', fresh.label)] : [this.label(row, side, !fresh)];
    return [this.place({ side, label, heading: row.heading ?? [], text: row.text, head, moved: row.from }), row.from && this.link('from', row.from)];
  }

  gone(row) {
    const [side] = row.old;
    return h('p', { class: 'p', 'data-level': side.level }, side.label && h('span', { class: 'nr' }, side.label), h('span', { class: 'moved' }, this.link('to', row.to)));
  }

  link(key, { id, name }) {
    const words = this.tell(key, { place: name });
    return id ? h('a', { class: 'to', href: this.hrefOf(id), 'data-go': id }, words) : h('span', { class: 'to' }, words);
  }

  place({ side, label, heading, text, head, moved }) {
    const titled = TITLED.has(side.level) || heading.length > 0;
    const above = side.above && h('p', { class: 'cap up' }, side.above);
    const paint = (steps) => this.words(steps, moved);
    if (!titled) return [above, h('p', { class: 'p', 'data-level': side.level }, side.label && h('span', { class: Array.isArray(label) && label.length > 2 ? 'nr both' : 'nr' }, label), ' ', paint(text))];
    const dot = side.label && heading.length && !/[.)]$/.test(side.label) ? '.' : '';
    const line = h(head ? 'h2' : 'p', { class: 'hd', 'data-level': side.level }, label, dot, ' ', paint(heading));
    return [above, line, text.length > 0 && h('p', { class: 'p own' }, paint(text))];
  }

  /** The label, its number marked where it is another one on the other side. */
  label(row, side, old) {
    const other = old ? row.new[0] : row.old[0];
    const single = row.old.length === 1 && row.new.length === 1;
    const whole = !row.old.length || !row.new.length;
    const op = old ? 'delete' : 'insert';
    if (!side.label || (single && other.label === side.label)) return side.label;
    if (whole && row.text) return this.marked(op, side.label);
    if (!single) return side.label;
    const [, before, number] = /^(.*?)(\S+)$/su.exec(side.label) ?? [null, '', side.label];
    return [before, this.marked(op, number)];
  }

  words(steps, movedHere) {
    return steps.map(({ op, text, moved }) => {
      if (op === 'equal') return movedHere && text.trim() ? h('span', { class: 'moved' }, text) : text;
      return this.marked(op, text, moved);
    });
  }

  /** White space at the edges of a change stays outside it. */
  marked(op, text, moved) {
    const [, before, words, after] = /^(\s*)(.*?)(\s*)$/su.exec(text);
    if (!words) return text;
    const key = moved ? 'moved' : op === 'insert' ? 'ins' : 'del';
    const tag = op === 'insert' ? 'ins' : 'del';
    return [before, h(tag, { class: moved ? 'moved' : null }, h('span', { class: 'vh' }, `${this.tell(`${key}.heard`)} `), words), after];
  }
}
