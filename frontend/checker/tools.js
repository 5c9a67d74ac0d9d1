/**
 * The bar of the structure check: every key has its button here.
 */
import { h, button } from '../parts/dom.js';
import { roving } from '../parts/roving.js';

const ARTICLES = ['CHAPTER', 'SECTION', 'ARTICLE', 'CLAUSE', 'POINT', 'BULLET', 'HEADING', 'TEXT'];
const OUTLINES = ['OUTLINE_1', 'OUTLINE_2', 'OUTLINE_3', 'OUTLINE_4', 'POINT', 'BULLET', 'HEADING', 'TEXT'];
const LEVELS = ['PART', 'CHAPTER', 'SECTION', 'SUBSECTION', 'ARTICLE', 'CLAUSE', 'POINT', 'OUTLINE_1', 'OUTLINE_2', 'OUTLINE_3', 'OUTLINE_4', 'BULLET', 'HEADING', 'TEXT'];
const ZONES = ['TITLE', 'PREAMBLE', 'CLOSING', 'ANNEX'];
const REASONS = ['PAGE_NUMBER', 'RUNNING_HEADER', 'TABLE_OF_CONTENTS', 'SIGNATURE_STAMP', 'PORTAL_MENU', 'TRANSLATION', 'FOOTNOTE_MARK'];

const CHANGES = ['FINAL', 'ORIGINAL', 'SHOWN'];

export class Tools {
  constructor(checker) {
    this.checker = checker;
    const act = (key, icon, run) => button(h('span', { class: 'opt' }, checker.say(`act.${key}`)), { icon, label: `${checker.say(`act.${key}`)} (${checker.say(`key.${key}`)})`, class: 'btn ter', onclick: run });
    this.roles = h('select', { class: 'fld roles', 'aria-label': checker.say('act.retype'), title: checker.say('act.retype'), onchange: () => this.chosen() });
    this.changes = h('select', { class: 'fld changes', 'aria-label': checker.say('changes'), title: checker.say('changes'), onchange: () => this.choseChanges() },
      CHANGES.map((choice) => h('option', { value: choice }, checker.say(`changes.${choice}`))));
    this.repairs = [
      act('promote', 'left', () => checker.repair('PROMOTE')),
      act('demote', 'right', () => checker.repair('DEMOTE')),
      act('merge', 'up', () => checker.repair('MERGE')),
      act('split', 'split', () => checker.split()),
    ];
    this.undo = act('undo', 'undo', () => checker.undo());
    this.finding = act('finding', 'warning', () => checker.nextFinding());
    this.pages = act('pages', 'file', () => checker.showPages(checker.dataset.source !== 'pages'));
    this.pages.hidden = !checker.pictures;
    this.revise = button(checker.say('act.revise'), { icon: 'pen', class: 'btn', onclick: () => checker.revise() });
    this.state = h('span', { class: 'cap saved', role: 'status' });
    this.doneWords = h('span', { class: 'long' });
    this.done = button([this.doneWords, h('span', { class: 'short', 'aria-hidden': 'true' }, checker.say('act.finish.short'))], { icon: 'check', class: 'btn pri', onclick: () => checker.finish() });
    this.element = h('div', { class: 'tools', role: 'toolbar', 'aria-label': checker.say('bar') },
      this.roles, this.repairs, h('span', { class: 'sep' }, ''), this.undo, this.finding, this.pages, this.changes, this.state, h('span', { class: 'grow' }),
      button('', { icon: 'help', class: 'btn ico', label: `${checker.say('keys.title')} (?)`, onclick: () => checker.help() }), this.revise, this.done);
    roving(this.element);
  }

  /** Which level the digit gives, in this kind of document. */
  roleOfDigit(key) {
    return /^[1-8]$/.test(key) ? this.digits[Number(key) - 1] : undefined;
  }

  get digits() {
    const { counts } = this.checker.store.structure;
    return counts.ARTICLE || !counts.OUTLINE ? ARTICLES : OUTLINES;
  }

  update() {
    const { checker } = this;
    const piece = checker.store.current;
    this.fill();
    this.roles.value = piece?.dropped ? `DROP ${piece.dropped}` : piece?.role ?? '';
    for (const one of [this.roles, ...this.repairs]) one.disabled = !checker.store.open || !piece;
    this.changes.hidden = !checker.store.structure.tracked.count;
    this.changes.value = checker.store.structure.tracked.changes;
    this.changes.disabled = !checker.store.open;
    this.undo.disabled = !checker.store.open || !checker.store.structure.repairs.length;
    this.finding.disabled = !checker.store.findings.length;
    const published = checker.store.structure.state === 'PUBLISHED';
    this.revise.hidden = checker.store.open || !published;
    this.done.classList.toggle('pri', !published);
    this.doneWords.textContent = checker.say(published ? 'act.toReader' : 'act.finish');
    this.showState();
    // A button that has just been put out of use leaves the keys with the text.
    if (document.activeElement === document.body) checker.sheet && checker.focusText();
  }

  showing(pages) {
    this.pages.setAttribute('aria-pressed', String(pages));
  }

  fill() {
    const digits = this.digits.join();
    if (this.filled === digits) return;
    this.filled = digits;
    const option = (role) => {
      const digit = this.digits.indexOf(role) + 1;
      return h('option', { value: role }, digit ? `${digit} · ${this.checker.say(`role.${role}`)}` : this.checker.say(`role.${role}`));
    };
    const group = (key, options) => h('optgroup', { label: this.checker.say(`roles.${key}`) }, options);
    this.roles.replaceChildren(h('option', { value: '', hidden: true }, this.checker.say('role.HEAD')), group('levels', LEVELS.map(option)), group('zones', ZONES.map(option)),
      group('drop', REASONS.map((why) => h('option', { value: `DROP ${why}` }, this.checker.say(`why.${why}`)))));
  }

  choseChanges() {
    const choice = this.changes.value;
    this.changes.blur();
    this.checker.chooseChanges(choice);
  }

  chosen() {
    const value = this.roles.value;
    this.roles.blur();
    if (value.startsWith('DROP ')) this.checker.repair('DROP', { why: value.slice(5) });
    else this.checker.retype(value);
  }

  openRoles() {
    this.roles.focus();
    this.roles.showPicker?.();
  }

  /** How it stands with saving. */
  showState() {
    const { state, repairs } = this.checker.store;
    this.state.textContent = this.checker.say(`state.${state}`, { n: repairs.length });
  }
}
