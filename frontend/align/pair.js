/**
 * The pair that is looked at: the words of both sides with what differs, why they were tied, and what can be said of it.
 */
import { h, button } from '../parts/dom.js';
import { TieState } from '../parts/names.js';
import { dayAndTime } from '../parts/words.js';

export class Pair {
  /** @param page decides */
  constructor(page) {
    this.page = page;
    this.say = page.say;
    this.element = h('section', { class: 'looked', 'aria-label': this.say('pair') });
  }

  /** @param words promise of the steps that turn the words of one side into the other's */
  async show(model, row, words) {
    this.row = row;
    if (!row) return this.element.replaceChildren(h('p', { class: 'mut' }, this.say('pair.none')));
    const { older, newer } = this.page.titles;
    const columns = [h('div', { class: 'words' }), h('div', { class: 'words' })];
    this.element.replaceChildren(
      button(this.say('back'), { icon: 'left', class: 'btn ter back', onclick: () => this.page.closePair() }),
      h('h2', { class: 's' }, this.sentence(model, row)),
      h('div', { class: 'both', tabindex: '0', role: 'group', 'aria-label': this.say('words') },
        [older, newer].map((name, i) => h('div', {}, h('p', { class: 'cap' }, name), columns[i]))),
      this.why(row),
      this.acts(row));
    try {
      const steps = await words;
      if (this.row !== row) return;
      ['delete', 'insert'].forEach((own, i) => columns[i].replaceChildren(...paragraphs(steps.filter(({ op }) => op === 'equal' || op === own), this.say)));
    } catch {
      if (this.row === row) columns[0].replaceChildren(h('p', { class: 'mut' }, this.say('words.failed')));
    }
  }

  sentence(model, row) {
    return this.say(`as.${row.kind}`, { old: model.names(row.old), new: row.old.length ? row.new.map((place) => model.name(place)).join(', ') : model.names(row.new) });
  }

  why(row) {
    const reasons = row.evidence.length ? row.evidence : ['UNTIED'];
    const decided = row.state === TieState.CONFIRMED && row.by && h('p', { class: 'cap' }, this.say('decided', { name: row.by, at: dayAndTime(row.at) }));
    return h('div', { class: 'why' }, h('h3', { class: 'cap' }, this.say('why')), h('ul', {}, reasons.map((one) => h('li', {}, this.say(`why.${one}`)))), decided);
  }

  acts(row) {
    const { page } = this;
    if (!page.decidable) return h('p', { class: 'mut' }, this.say('undecidable'));
    const confirmed = row.state === TieState.CONFIRMED;
    const paired = row.old.length > 0 && row.new.length > 0;
    return h('div', { class: 'acts' },
      confirmed ? button(this.say('act.reopen'), { icon: 'undo', onclick: () => page.reopen(row) }) : button(this.say('act.confirm'), { icon: 'check', onclick: () => page.confirm(row) }),
      button(this.say('act.other'), { icon: 'link', onclick: () => page.choosePartner(row) }),
      paired && button(this.say('act.apart'), { icon: 'close', class: 'btn ter', onclick: () => page.apart(row) }),
      h('p', { class: 'cap hint' }, h('kbd', {}, 'j'), ' ', h('kbd', {}, 'k'), ` ${this.say('hint.step')} · `, h('kbd', {}, 'Enter'), ` ${this.say('hint.confirm')} · ${this.say('hint.drag')}`));
  }
}

const TAGS = { insert: 'ins', delete: 'del' };

/** Lines as paragraphs; what is only on one side is marked, and what only changed its place is marked as moved. */
export function paragraphs(steps, say) {
  const lines = [h('p')];
  for (const { op, text, moved } of steps) {
    text.split('\n').forEach((part, i) => {
      if (i > 0) lines.push(h('p'));
      if (!part) return;
      const mark = op === 'equal' ? part : moved ? h('span', { class: 'mv', title: say('moved') }, part) : h(TAGS[op], {}, part);
      lines.at(-1).append(mark);
    });
  }
  return lines.filter((line) => line.childNodes.length);
}
