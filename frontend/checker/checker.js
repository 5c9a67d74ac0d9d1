/**
 * <gopy-checker version-id="…" base="/app-api">: the original beside the outline that was read from it. Whoever checks
 * says what a paragraph is, joins and cuts paragraphs; each step is saved at once and can be taken back. Light DOM.
 */
import { Api, Unreachable } from '../parts/api.js';
import { Pages } from './pages.js';
import { Sheet } from './sheet.js';
import { Tree } from './tree.js';
import { Tools } from './tools.js';
import { finishDialog, keysDialog } from './dialogs.js';
import { findingsOf, nextFinding } from './findings.js';
import { h, button, kept } from '../parts/dom.js';

const TOAST_MS = 6000;

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
    this.saving = Promise.resolve();
    this.setAttribute('aria-busy', 'true');
    Promise.all([this.api.get('/texts/checker'), this.api.get(`${this.path}/structure`)])
      .then(([texts, structure]) => this.isConnected && this.build(texts, structure))
      .catch((error) => this.cannotRead(error));
  }

  end() {
    this.listeners?.abort();
    this.listeners = null;
  }

  build(texts, structure) {
    this.texts = texts;
    this.live = h('div', { class: 'vh', 'aria-live': 'polite' });
    this.toasts = h('div', { class: 'toasts' });
    this.structure = structure;
    this.pictures = structure.pages > 0 ? new Pages(this) : null;
    this.tools = new Tools(this);
    this.sheet = new Sheet(this);
    this.tree = new Tree(this);
    this.switcher = h('div', { class: 'tabs panes', role: 'tablist' }, ['original', 'outline'].map((pane) =>
      h('button', { type: 'button', role: 'tab', 'data-pane': pane, onclick: () => this.showPane(pane) }, this.say(`pane.${pane}`))));
    const title = h('h1', { class: 'vh' }, `${this.say('title')}: ${structure.file}`);
    this.replaceChildren(title, this.tools.element, this.switcher, h('div', { class: 'both' }, [this.pictures?.element, this.sheet.element, this.tree.element]), this.toasts, this.live);
    this.removeAttribute('aria-busy');
    this.showPane('original');
    this.showPages(this.pictures !== null && kept.get('gopy:pages') !== false);
    this.take(structure);
    const first = this.pieces.find(hasWords);
    if (first) this.select(first.id, { quiet: true });
    addEventListener('keydown', (e) => this.key(e), { signal: this.listeners.signal });
    this.sheet.element.querySelector('.scroll').focus({ preventScroll: true });
  }

  cannotRead(error) {
    this.removeAttribute('aria-busy');
    const vi = !/^en/.test(document.documentElement.lang);
    const words = !error.status || !error.message
      ? vi ? 'Mất kết nối. Nội dung chưa tải được.' : 'Connection lost. The content could not be loaded.'
      : error.message;
    this.replaceChildren(h('div', { class: 'cannot' }, h('p', {}, words), button(vi ? 'Tải lại' : 'Reload', { onclick: () => location.reload() })));
  }

  /** The sentence with that key (without "checker."), places {name} filled in. */
  say(key, values = {}) {
    return (this.texts[`checker.${key}`] ?? key).replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  }

  // ---- what the server says

  take(structure) {
    this.structure = structure;
    this.open = structure.open || Boolean(this.revising);
    this.pieces = structure.pieces.map((piece, index) => ({ ...piece, index, id: idOf(piece.segments[0]) }));
    this.byId = new Map(this.pieces.map((piece) => [piece.id, piece]));
    this.findings = findingsOf(structure, this.pieces);
    this.sheet.show(this.pieces);
    this.tree.show(structure.rows, this.findings);
    // After a cut the second half is what comes next.
    if (this.byId.has(this.after)) this.at = this.after;
    this.after = null;
    if (this.at && !this.byId.has(this.at)) this.at = this.holderOf(this.at)?.id ?? this.pieces[0]?.id;
    if (this.at) this.select(this.at, { quiet: true });
    this.tools.update();
  }

  /** The paragraph that a block was joined to. */
  holderOf(id) {
    const [block] = id.split(':');
    return this.pieces.find((piece) => piece.segments.some((segment) => String(segment.block) === block));
  }

  get current() {
    return this.byId?.get(this.at);
  }

  // ---- selecting

  select(id, { quiet = false, from } = {}) {
    const piece = this.byId.get(id);
    if (!piece) return;
    if (this.at !== id) this.sheet.dropCaret();
    this.at = id;
    this.sheet.mark(piece, from !== 'sheet');
    this.tree.mark(piece.row, from !== 'tree');
    this.pictures?.show(piece.page);
    this.tools.update();
    if (!quiet) this.announce(`${this.roleName(piece)}: ${piece.segments[0].lead} ${piece.segments[0].text.slice(0, 80)}`);
  }

  selectRow(row) {
    const piece = this.pieces.find((one) => one.row === row && one.begins) ?? this.pieces.find((one) => one.row === row);
    if (piece) this.select(piece.id, { from: 'tree' });
  }

  step(by) {
    let to = (this.current?.index ?? 0) + by;
    while (this.pieces[to] && !hasWords(this.pieces[to])) to += by;
    if (this.pieces[to]) this.select(this.pieces[to].id);
  }

  nextFinding() {
    const next = nextFinding(this.findings, this.found, this.current);
    if (next) this.showFinding(next);
    else this.toast(this.say('findings.none'));
  }

  /** Goes to the place of a finding; one about the whole file is shown in the list of findings. */
  showFinding(finding) {
    this.found = finding;
    if (finding.piece) this.select(finding.piece.id, { quiet: true });
    this.tree.markFinding(finding);
    if (!finding.piece && !this.tree.element.offsetParent) this.toast(finding.message);
    this.announce(`${finding.place} ${finding.message}`);
  }

  /** The pages of a PDF as they look, beside the words or, where there is little room, instead of them. */
  showPages(on) {
    if (!this.pictures) return;
    this.dataset.source = on ? 'pages' : 'text';
    kept.set('gopy:pages', on);
    this.tools.showing(on);
    this.pictures.shown = null;
    if (on && this.current) this.pictures.show(this.current.page);
  }

  /** From now on this finished draft is repaired: each step is a revision. */
  revise() {
    this.revising = this.open = true;
    this.tools.update();
    this.toast(this.say('revise.how'));
    this.sheet.element.querySelector('.scroll').focus({ preventScroll: true });
  }

  roleName(piece) {
    if (piece.dropped) return this.say('dropped');
    return piece.role ? this.say(`role.${piece.role}`) : this.say('role.HEAD');
  }

  showPane(pane) {
    this.dataset.pane = pane;
    for (const tab of this.switcher.children) tab.setAttribute('aria-selected', String(tab.dataset.pane === pane));
    const piece = this.current;
    if (piece) {
      this.sheet.mark(piece, true);
      this.tree.mark(piece.row, true);
    }
  }

  // ---- repairing: one step after the other, each saved before the next

  repair(op, more = {}, spot = this.current?.segments[0]) {
    if (!this.open || !spot) return;
    const repair = { op, block: spot.block, offset: spot.offset, ...more };
    this.save((repairs) => [...repairs, repair], { op, counts: op === 'PROMOTE' || op === 'DEMOTE' });
  }

  undo() {
    if (this.open) this.save((repairs) => (repairs.length ? repairs.slice(0, -1) : null), { op: 'UNDO' });
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
      this.after = `${spot.block}:${spot.offset}`;
    } else if (this.current && this.open) this.sheet.offerCaret(this.current);
  }

  save(change, { op, counts }) {
    return this.inTurn(async () => {
      const before = this.structure.repairs;
      const after = change(before);
      if (!after) return this.toast(this.say('undo.none'));
      this.quiet();
      try {
        await this.put(after);
      } catch (error) {
        if (error.status !== 412) throw error;
        return this.crossed(op === 'UNDO' ? () => null : change);
      }
      if (counts && this.structure.repairs.length === before.length) this.toast(this.say(`${op.toLowerCase()}.none`));
      else this.announce(this.say(`done.${op}`));
    });
  }

  async put(repairs) {
    this.take(await this.api.call('PUT', `${this.path}/outline`, { repairs }, { version: this.structure.version }));
    this.unsaved = false;
  }

  /** Somebody else repaired first: their work is shown, and this repair is done once more behind it where that can be. */
  async crossed(change) {
    const text = this.structure.tracked.changes;
    this.take(await this.api.get(`${this.path}/structure`));
    const name = this.otherName();
    const again = this.open && this.structure.tracked.changes === text && change(this.structure.repairs);
    if (again && (await this.taken(again))) return this.toast(this.say('conflict.both', { name }));
    this.unsaved = true;
    this.toast(this.say('conflict.lost', { name }), { words: this.say('reload'), act: () => location.reload() });
  }

  /** Whether the repairs were taken; not when somebody was first once more, or the place is gone. */
  async taken(repairs) {
    try {
      await this.put(repairs);
      return true;
    } catch (error) {
      if (error.status !== 412 && error.status !== 422) throw error;
      return false;
    }
  }

  /** Who has repaired last. */
  otherName() {
    const by = this.structure.repairedBy;
    return by?.self ? this.say('conflict.self') : by?.name ?? this.say('conflict.someone');
  }

  /** Another text of the tracked changes: the server reads the file again, repairs follow their paragraphs. */
  chooseChanges(changes) {
    return this.inTurn(async () => {
      const before = this.structure.repairs.length;
      this.take(await this.api.call('PUT', `${this.path}/changes`, { changes }, { version: this.structure.version }));
      this.unsaved = false;
      const lost = before - this.structure.repairs.length;
      if (lost) this.toast(this.say('changes.lost', { n: lost }));
      else this.announce(this.say(`changes.${changes}`));
    });
  }

  /** What is saved waits for what was saved before it. */
  inTurn(act) {
    this.saving = this.saving.then(async () => {
      this.tools.busy(true);
      try {
        await act();
      } catch (error) {
        await this.refused(error);
      } finally {
        this.tools.update();
      }
    });
    return this.saving;
  }

  async refused(error) {
    this.unsaved = true;
    if (error instanceof Unreachable) return this.toast(this.say('err.offline'));
    if (error.status === 401) return location.reload();
    if (error.status === 412) return this.crossed(() => null);
    this.toast(error.message || this.say('err.server'));
    if (error.status === 409) this.take(await this.api.get(`${this.path}/structure`));
  }

  finish() {
    if (!this.open || this.revising) return this.leave();
    finishDialog(this, async () => {
      await this.saving;
      try {
        await this.api.call('POST', `${this.path}/publish`, {});
        this.leave();
      } catch (error) {
        await this.refused(error);
      }
    });
  }

  leave() {
    location.assign(`/ho-so/${this.structure.dossierId}/du-thao/${this.structure.ordinal}`);
  }

  help() {
    keysDialog(this);
  }

  // ---- telling

  announce(words) {
    this.live.textContent = words;
  }

  /** A sentence for a while; one with something to do stays until the next. */
  toast(words, action) {
    const toast = h('p', { class: 'toast' }, h('span', {}, words), action && button(action.words, { class: 'btn', onclick: action.act }));
    this.toasts.replaceChildren(toast);
    this.announce(words);
    if (!action) setTimeout(() => toast.remove(), TOAST_MS);
  }

  quiet() {
    this.toasts.replaceChildren();
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

const idOf = (segment) => `${segment.block}:${segment.offset}`;

export const hasWords = (piece) => piece.segments.some((segment) => /[\p{L}\p{N}]/u.test(segment.lead + segment.text));

customElements.define('gopy-checker', GopyChecker);
