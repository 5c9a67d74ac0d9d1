/**
 * The outline that was read, as a tree, with the findings above it.
 */
import { h, button, icon, showInPane } from '../parts/dom.js';
import { squeeze } from '../parts/words.js';
import { headLines } from '../parts/head.js';

const LONGEST = 160;

export class Tree {
  constructor(checker) {
    this.checker = checker;
    this.drawn = [];
    this.list = h('div', { class: 'rows', role: 'tree', 'aria-label': checker.say('pane.outline') });
    this.list.addEventListener('click', (event) => {
      const row = event.target.closest('[role=treeitem]');
      if (row) this.checker.selectRow(Number(row.dataset.row));
    });
    this.findings = h('details', { class: 'findings' });
    this.history = h('p', { class: 'history', hidden: true });
    this.element = h('section', { class: 'pane outline', id: 'gopy-pane-outline', 'aria-label': checker.say('pane.outline') }, this.findings, h('div', { class: 'scroll', tabindex: '-1' }, this.list), this.history);
  }

  show(rows, findings) {
    const warned = new Set(findings.map((finding) => finding.row));
    const earlier = this.drawn;
    this.drawn = rows.map((row, index) => {
      const print = JSON.stringify([row.zone, row.level, row.depth, row.indent, row.label, row.heading, row.text.slice(0, LONGEST), warned.has(index)]);
      const entry = earlier[index]?.print === print ? earlier[index] : { print, node: this.draw(row, warned.has(index)) };
      entry.node.dataset.row = index;
      return entry;
    });
    this.list.replaceChildren(...this.drawn.map((entry) => entry.node));
    this.showFindings(findings);
  }

  /** What the file says about itself: a help for whoever wonders whether it is the right one. */
  showHistory(history) {
    const day = (moment) => (/^\d{4}-\d\d-\d\d/.test(moment) ? moment.slice(0, 10).split('-').reverse().join('/') : '');
    const parts = history ? [history.author && this.checker.say('history.author', { who: history.author }), history.savedBy && this.checker.say('history.savedBy', { who: history.savedBy }), day(history.saved) && this.checker.say('history.saved', { day: day(history.saved) }), history.program && this.checker.say('history.program', { program: history.program })].filter(Boolean) : [];
    this.history.hidden = !parts.length;
    this.history.textContent = parts.length ? this.checker.say('history', { parts: parts.join(', ') }) : '';
  }

  draw(row, warned) {
    const name = row.level ? this.levelName(row) : this.checker.say(`role.${row.zone}`);
    const text = row.zone === 'HEAD' ? headLines(row.text).join(' · ') : squeeze(row.heading ?? '') || squeeze(row.text);
    return h('div', { role: 'treeitem', class: `row ${row.level ?? row.zone}${row.heading ? ' headed' : ''}`, 'aria-level': Math.min(row.indent, 7) + 1, 'aria-selected': 'false', tabindex: '-1' },
      h('span', { class: 'lv' }, name),
      h('span', { class: 'wd' }, row.label && h('b', {}, `${row.label} `), text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text),
      warned && h('span', { class: 'warn', title: this.checker.say('findings.here') }, icon('warning'), h('span', { class: 'vh' }, this.checker.say('findings.here'))));
  }

  levelName({ level, depth }) {
    if (level === 'OUTLINE') return this.checker.say(`role.OUTLINE_${Math.min(depth ?? 1, 4)}`);
    return this.checker.say(`role.${level === 'PARAGRAPH' ? 'TEXT' : level}`);
  }

  showFindings(findings) {
    this.findings.hidden = !findings.length;
    const lines = findings.map((finding) => h('li', {}, h('b', { class: 'kind' }, this.checker.say(`finding.${finding.code}`)), ' ',
      finding.place && h('span', { class: 'mut' }, `${finding.place}: `), 
      h('button', { type: 'button', class: 'lnk', onclick: () => this.checker.showFinding(finding) }, finding.message),
      finding.missing && this.checker.store.open && button(this.checker.say('act.supply'), { class: 'btn ter', onclick: () => this.checker.supply(finding) })));
    this.buttons = new Map(findings.map((finding, i) => [finding, lines[i]]));
    this.findings.replaceChildren(h('summary', {}, icon('warning'), this.checker.say('findings.title', { n: findings.length })), h('ul', {}, lines));
  }

  /** Where a finding has no place of its own the list of findings shows it. */
  markFinding(finding) {
    if (!finding.piece) this.findings.open = true;
    for (const [one, line] of this.buttons) {
      line.classList.toggle('now', one === finding);
      if (one === finding && this.findings.open) line.scrollIntoView({ block: 'nearest' });
    }
  }

  mark(row, scroll) {
    this.marked?.setAttribute('aria-selected', 'false');
    this.marked?.setAttribute('tabindex', '-1');
    this.marked = this.drawn[row]?.node ?? null;
    this.marked?.setAttribute('aria-selected', 'true');
    this.marked?.setAttribute('tabindex', '0');
    if (scroll) showInPane(this.marked, { margin: 80 });
  }
}
