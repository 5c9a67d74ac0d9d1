/**
 * What was said before of the places that are compared: below the new words, how many and with which numbers; opened, each
 * with what became of it. It comes after the page: places are written again when it is there.
 */
import { h, icon } from '../parts/dom.js';
import { two } from '../parts/words.js';

/** More numbers than these are counted only. */
const NUMBERS = 4;

export class Said {
  constructor(tell) {
    Object.assign(this, { tell, byAddress: new Map(), all: false });
  }

  /** @param told what the server says of both versions: { all, said } */
  take({ all, said }) {
    this.all = all;
    for (const one of said) this.byAddress.set(one.address, [...(this.byAddress.get(one.address) ?? []), one]);
  }

  at(row) {
    return row.new.flatMap(({ address }) => this.byAddress.get(address) ?? []);
  }

  /** The line below a place; of a block that changed without a word of anybody, that there is none. */
  of(row, block) {
    const said = this.at(row);
    if (said.length) return this.lines(said);
    const silent = this.all && row === block.rows[0] && block.content && !block.rows.some((one) => this.at(one).length);
    return silent ? h('p', { class: 'cap silent' }, icon('warning'), this.tell('said.none')) : null;
  }

  lines(said) {
    const taken = said.filter((one) => one.taken);
    const first = taken.length ? taken : said;
    const numbers = first.map(({ number }) => number).filter(Boolean);
    const words = [this.tell(taken.length ? 'said.taken' : 'said.other', { n: two(first.length) }),
      numbers.length === first.length && numbers.length <= NUMBERS && this.tell('said.numbers', { numbers: numbers.join(', ') })].filter(Boolean).join(' ');
    const more = said.length - first.length;
    return h('details', { class: 'said' },
      h('summary', {}, icon('comment'), h('span', {}, words, more > 0 && `; ${this.tell('said.more', { n: two(more) })}`)),
      h('ul', {}, said.map((one) => this.opinion(one))));
  }

  opinion({ number, who, text, verdict, taken, answer }) {
    return h('li', {}, h('p', { class: 'by' }, h('b', {}, [number, who].filter(Boolean).join(' · ')), verdict && h('span', { class: `st ${taken ? 'ok' : ''}` }, verdict)),
      h('p', { lang: 'vi' }, text), answer && h('p', { class: 'cap', lang: 'vi' }, answer));
  }
}
