/**
 * <gopy-checker version-id="…" base="/app-api">: the original beside the outline that was read from it. Whoever checks
 * says what a paragraph is, joins and cuts paragraphs; each step is saved at once and can be taken back. Light DOM. The
 * store says what is true; this element leads from one thing on the page to another.
 */
import { Api } from '../parts/api.js';
import { cannotRead } from '../parts/cannot.js';
import { h } from '../parts/dom.js';
import { roving } from '../parts/roving.js';
import { kept } from '../parts/kept.js';
import { Store } from './store.js';
import { Repairs } from './repairs.js';
import { Notices } from './notices.js';
import { Pages } from './pages.js';
import { Sheet } from './sheet.js';
import { Tree } from './tree.js';
import { Tools } from './tools.js';
import { finishDialog, keysDialog } from './dialogs.js';

class GopyChecker extends HTMLElement {
  connectedCallback() {
    if (!this.listeners) this.begin();
  }

  disconnectedCallback() {
    queueMicrotask(() => !this.isConnected && this.end());
  }

  begin() {
    this.listeners = new AbortController();
    this.classList.add('gopy-checker');
    this.api = new Api((this.getAttribute('base') ?? '/app-api').replace(/\/$/, ''));
    this.path = `/versions/${this.getAttribute('version-id')}`;
    this.setAttribute('aria-busy', 'true');
    Promise.all([this.api.get('/texts/checker'), this.api.get(`${this.path}/structure`)])
      .then(([texts, structure]) => this.isConnected && this.build(new Store(texts, structure)))
      .catch((error) => this.cannotRead(error));
  }

  end() {
    this.listeners?.abort();
    this.listeners = null;
  }

  build(store) {
    this.store = store;
    this.say = store.say;
    this.notices = new Notices();
    this.repairs = new Repairs(this.api, store, this.path, this.notices);
    this.pictures = store.structure.pages > 0 ? new Pages(this) : null;
    this.tools = new Tools(this);
    this.sheet = new Sheet(this);
    this.tree = new Tree(this);
    this.switcher = this.tabs({ original: [this.pictures, this.sheet], outline: [this.tree] });
    const title = h('h1', { class: 'vh' }, `${this.say('title')}: ${store.structure.file}`);
    this.replaceChildren(title, this.tools.element, this.switcher, h('div', { class: 'both' }, [this.pictures?.element, this.sheet.element, this.tree.element]), this.notices.list, this.notices.live);
    this.removeAttribute('aria-busy');
    this.showPane('original');
    this.showPages(this.pictures !== null && kept.get('gopy:pages') !== false);
    this.listen(this.listeners);
    this.show();
    if (store.first) this.select(store.first.id, { quiet: true });
    this.focusText();
  }

  /** What is shown where there is room for one pane only: the source, or the outline read from it. */
  tabs(panes) {
    const tab = ([pane, parts]) => h('button', { type: 'button', role: 'tab', 'data-pane': pane, 'aria-controls': parts.filter(Boolean).map((part) => part.element.id).join(' '), onclick: () => this.showPane(pane) }, this.say(`pane.${pane}`));
    const list = h('div', { class: 'tabs panes', role: 'tablist', 'aria-label': this.say('title') }, Object.entries(panes).map(tab));
    roving(list, { items: '[role=tab]', onmove: (to) => to.click() });
    return list;
  }

  listen({ signal }) {
    const { store } = this;
    store.addEventListener('structure', () => this.show(), { signal });
    store.addEventListener('saving', ({ detail }) => (detail ? this.tools.showState() : this.tools.update()), { signal });
    store.addEventListener('revising', () => this.tools.update(), { signal });
    addEventListener('keydown', (e) => this.key(e), { signal });
  }

  cannotRead(error) {
    this.removeAttribute('aria-busy');
    this.replaceChildren(cannotRead(error, { vi: 'Nội dung', en: 'The content' }));
  }

  /** Paints the structure that is true now. */
  show() {
    const { store } = this;
    this.sheet.show(store.pieces);
    this.tree.show(store.structure.rows, store.findings);
    this.tree.showHistory(store.structure.history);
    if (store.at) this.select(store.at, { quiet: true });
    this.tools.update();
  }

  focusText() {
    this.sheet.element.querySelector('.scroll').focus({ preventScroll: true });
  }

  // ---- selecting

  select(id, { quiet = false, from } = {}) {
    const before = this.store.at;
    const piece = this.store.select(id);
    if (!piece) return;
    if (before !== id) this.sheet.dropCaret();
    this.sheet.mark(piece, from !== 'sheet');
    this.tree.mark(piece.row, from !== 'tree');
    this.pictures?.show(piece.page);
    this.tools.update();
    if (!quiet) this.notices.announce(this.store.words(piece));
  }

  selectRow(row) {
    const piece = this.store.pieceOfRow(row);
    if (piece) this.select(piece.id, { from: 'tree' });
  }

  step(by) {
    const piece = this.store.stepped(by);
    if (piece) this.select(piece.id);
  }

  nextFinding() {
    const next = this.store.findNext();
    if (next) this.showFinding(next);
    else this.notices.toast(this.say('findings.none'));
  }

  /** Goes to the place of a finding; one about the whole file is shown in the list of findings. */
  showFinding(finding) {
    this.store.found = finding;
    if (finding.piece) this.select(finding.piece.id, { quiet: true });
    this.tree.markFinding(finding);
    if (!finding.piece && !this.tree.element.offsetParent) this.notices.toast(finding.message);
    this.notices.announce(`${finding.place} ${finding.message}`);
  }

  // ---- what is shown of it

  /** The pages of a PDF as they look, beside the words or, where there is little room, instead of them. */
  showPages(on) {
    if (!this.pictures) return;
    this.dataset.source = on ? 'pages' : 'text';
    kept.set('gopy:pages', on);
    this.tools.showing(on);
    this.pictures.shown = null;
    if (on && this.store.current) this.pictures.show(this.store.current.page);
  }

  showPane(pane) {
    this.dataset.pane = pane;
    for (const tab of this.switcher.children) tab.setAttribute('aria-selected', String(tab.dataset.pane === pane));
    const piece = this.store.current;
    if (piece) {
      this.sheet.mark(piece, true);
      this.tree.mark(piece.row, true);
    }
  }

  // ---- repairing

  /** From now on this finished draft is repaired: each step is a revision. */
  revise() {
    this.store.revise();
    this.notices.toast(this.say('revise.how'));
    this.focusText();
  }

  repair(op, more = {}, spot = this.store.current?.segments[0]) {
    this.repairs.repair(op, more, spot);
  }

  undo() {
    this.repairs.undo();
  }

  /** Done once all steps are saved. */
  get saving() {
    return this.repairs.saved;
  }

  retype(role) {
    this.repair('RETYPE', { as: role });
  }

  split() {
    // Cutting needs the words; where there is room for one only they take the place of the pages.
    if (this.pictures && !this.sheet.element.offsetParent) this.showPages(false);
    const spot = this.sheet.takeCaret();
    if (spot) {
      this.repair('SPLIT', {}, spot);
      this.store.next = `${spot.block}:${spot.offset}`;
    } else if (this.store.current && this.store.open) this.sheet.offerCaret(this.store.current);
  }

  /** Words that only the second reading found: behind the paragraph one is at, wherever in it the caret stands. */
  supply(finding) {
    const last = this.store.current?.segments.at(-1);
    this.repair('SUPPLY', { words: finding.missing }, last && { block: last.block, offset: last.offset + last.text.length });
  }

  finish() {
    if (!this.store.open || this.store.revising) return this.leave();
    finishDialog(this, async () => (await this.repairs.publish()) && this.leave());
  }

  leave() {
    location.assign(this.store.structure.url);
  }

  help() {
    keysDialog(this);
  }

  // ---- keys

  key(event) {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('dialog[open], vaadin-dialog[opened]')) return;
    const target = event.composedPath()[0];
    const inField = target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]');
    if (event.key === 'Escape') return inField ? target.blur() : this.sheet.dropCaret();
    if (inField || (event.key === 'Enter' && target instanceof Element && target.closest('button, a, summary'))) return;
    if (kept.get('gopy:keys') === false) return;
    const act = this.acts(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  }

  acts(key) {
    const splitting = this.sheet.splitting;
    const acts = {
      j: () => this.step(1),
      k: () => this.step(-1),
      ArrowDown: () => this.step(1),
      ArrowUp: () => this.step(-1),
      ArrowLeft: () => (splitting ? this.sheet.moveCaret(-1) : this.repair('PROMOTE')),
      ArrowRight: () => (splitting ? this.sheet.moveCaret(1) : this.repair('DEMOTE')),
      m: () => this.repair('MERGE'),
      s: () => this.split(),
      z: () => this.undo(),
      f: () => this.nextFinding(),
      l: () => this.tools.openRoles(),
      p: () => this.showPages(this.dataset.source !== 'pages'),
      Enter: () => (splitting ? this.split() : this.finish()),
      '?': () => this.help(),
    };
    const role = this.tools.roleOfDigit(key);
    return role ? () => this.retype(role) : acts[key];
  }
}

customElements.define('gopy-checker', GopyChecker);
