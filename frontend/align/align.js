/**
 * <gopy-align version-id="…" base="/app-api" decidable>: which places of a draft are which of the draft before. Whoever
 * checks looks at the pairs that are not sure, confirms the others together, and says what is a pair instead. Every
 * decision is saved at once and can be taken back. Light DOM.
 */
import { Api } from '../parts/api.js';
import { cannotRead } from '../parts/cannot.js';
import { h, button, icon } from '../parts/dom.js';
import { Unreachable } from '../parts/errors.js';
import { kept } from '../parts/kept.js';
import { TieState } from '../parts/names.js';
import { sentences } from '../parts/texts.js';
import { toast } from '../parts/toast.js';
import { two } from '../parts/words.js';
import { Model } from './model.js';
import { List, SIGNS } from './list.js';
import { Pair } from './pair.js';
import { partnersDialog } from './partners.js';
import { Tray } from './tray.js';

const TOAST_MS = 6_000;
const STAY_MS = 120;

class GopyAlign extends HTMLElement {
  connectedCallback() {
    if (!this.listeners) this.begin();
  }

  disconnectedCallback() {
    queueMicrotask(() => !this.isConnected && this.end());
  }

  begin() {
    this.listeners = new AbortController();
    this.classList.add('gopy-align');
    this.decidable = this.hasAttribute('decidable');
    this.api = new Api((this.getAttribute('base') ?? '/app-api').replace(/\/$/, ''));
    this.path = `/versions/${this.getAttribute('version-id')}/alignment`;
    this.undos = [];
    this.saved = Promise.resolve();
    this.setAttribute('aria-busy', 'true');
    Promise.all([this.api.get('/texts/align'), this.api.get(this.path)])
      .then(([texts, alignment]) => this.isConnected && this.build(texts, alignment))
      .catch((error) => this.cannotRead(error));
  }

  end() {
    this.listeners?.abort();
    this.listeners = null;
  }

  cannotRead(error) {
    this.removeAttribute('aria-busy');
    this.replaceChildren(cannotRead(error, { vi: 'Bảng đối chiếu', en: 'The alignment' }));
  }

  build(texts, alignment) {
    this.say = sentences(texts, 'align.');
    this.removeAttribute('aria-busy');
    if (!alignment.older) return this.replaceChildren(h('h1', { class: 'vh' }, this.say('title')), h('p', { class: 'cannot mut' }, this.say('first')));
    const ordinals = { older: alignment.older.ordinal, newer: this.getAttribute('ordinal') };
    this.titles = { older: this.say('draft', { n: ordinals.older }), newer: this.say('draft', { n: ordinals.newer }) };
    this.model = new Model(this.say);
    this.list = new List(this);
    this.pair = new Pair(this);
    this.tray = new Tray(this);
    this.undoButton = button(this.say('undo'), { icon: 'undo', class: 'btn ter', disabled: true, onclick: () => this.undo() });
    this.foot = h('div', { class: 'foot-bar' });
    this.live = h('div', { class: 'vh', 'aria-live': 'polite' });
    this.toasts = h('div', { class: 'toasts' });
    const compare = alignment.compareUrl;
    this.replaceChildren(
      h('div', { class: 'tools' },
        h('h1', {}, this.say('heading', ordinals)), h('span', { class: 'mut' }, this.say('what', ordinals)), h('span', { class: 'grow' }),
        this.decidable && this.undoButton,
        compare && h('a', { class: 'btn ter', href: compare, 'router-link': true }, icon('compare'), this.say('compare'))),
      h('div', { class: 'panes' }, this.list.element, h('div', { class: 'pair-pane' }, this.pair.element, this.tray.element)), this.foot, this.toasts, this.live);
    addEventListener('keydown', (event) => this.key(event), { signal: this.listeners.signal });
    this.take(alignment);
    this.list.pane.focus({ preventScroll: true });
  }

  /** Shows what is true now; stays at the pair that was looked at, or goes to the first that is not sure. */
  take(alignment) {
    this.model.take(alignment);
    this.show();
    this.tray.refresh();
  }

  show() {
    const { model } = this;
    this.list.show(model);
    this.showFoot();
    const { order } = this.list;
    this.select(order.includes(this.at) ? this.at : order[0], { quiet: true });
  }

  showFoot() {
    const { model } = this;
    const sure = model.sure().length;
    this.foot.replaceChildren(this.tray.sums() ?? this.pairSums(), h('span', { class: 'grow' }));
    if (this.decidable && sure) this.foot.append(button(this.say('confirm.sure', { count: two(sure), threshold: model.threshold }), { icon: 'check', class: 'btn pri', onclick: () => this.confirmSure() }));
  }

  pairSums() {
    const { model } = this;
    const sums = model.kinds().map(([kind, n]) => h('span', {}, icon(SIGNS[kind]), h('b', {}, two(n)), ` ${this.say(`kind.${kind}`)}`));
    return h('div', { class: 'sums' }, h('span', {}, h('b', {}, two(model.listed.length)), ` ${this.say('pairs.n')}`), sums);
  }

  // ---- looking

  /** @param open whether it takes the place of the list where there is room for one only */
  select(id, { open = false, quiet = false } = {}) {
    const row = id && this.model.byId(id);
    this.at = row?.id;
    if (row) this.list.mark(row.id);
    if (open) this.dataset.pane = 'pair';
    this.pair.show(this.model, row, row && this.words(row));
    if (row && !quiet) this.live.textContent = this.pair.sentence(this.model, row);
  }

  /** Asked for once one stays at the pair: whoever goes through the list by a held key asks for nothing on the way. */
  async words(row) {
    const of = (places) => places.map((place) => place.id).join(',');
    clearTimeout(this.asking);
    await new Promise((stayed) => (this.asking = setTimeout(stayed, STAY_MS)));
    return this.api.get(`${this.path}/words?old=${of(row.old)}&new=${of(row.new)}`);
  }

  closePair() {
    delete this.dataset.pane;
    this.list.rowOf(this.at)?.querySelector('button')?.focus();
  }

  step(by) {
    const { order } = this.list;
    const next = order[Math.min(order.length - 1, Math.max(0, order.indexOf(this.at) + by))];
    if (next) this.select(next);
  }

  showOnly(only) {
    this.model.only = only;
    this.show();
  }

  moveThreshold(by) {
    this.model.threshold = Math.min(100, Math.max(50, this.model.threshold + by));
    this.show();
    this.live.textContent = `${this.say('threshold')} ${this.model.threshold}`;
  }

  // ---- deciding

  confirm(row) {
    const { order } = this.list;
    const next = order[order.indexOf(row.id) + 1];
    return this.decide({ confirm: [row.id] }, this.say('done.confirm'), next);
  }

  confirmSure() {
    const ids = this.model.sure().map(({ id }) => id);
    return this.decide({ confirm: ids }, this.say('done.sure', { count: two(ids.length) }));
  }

  reopen(row) {
    return this.decide({ reopen: [row.id] }, this.say('done.reopen'));
  }

  /** They are no pair: each is by itself. */
  apart(row) {
    const alone = (places, sides) => places.map((place) => sides(place.id));
    return this.decide({ ties: [...alone(row.old, (id) => ({ old: [id], new: [] })), ...alone(row.new, (id) => ({ old: [], new: [id] }))] }, this.say('done.apart'));
  }

  choosePartner(row) {
    if (row.old.length) partnersDialog(this, row, 'new', (place) => this.tie(row.old, [place]));
    else partnersDialog(this, row, 'old', (place) => this.tie([place], row.new));
  }

  /** One row was dragged onto another: the old side of the one and the new side of the other. */
  join(dragged, onto) {
    const [from, to] = [this.model.byId(dragged), this.model.byId(onto)];
    const old = from.old.length ? from.old : to.old;
    return this.tie(old, from.old.length ? to.new : from.new);
  }

  tie(old, fresh) {
    if (old.length !== 1 && fresh.length !== 1) return this.toast(this.say('refused.ends'));
    const ids = (places) => places.map(({ id }) => id);
    return this.decide({ ties: [{ old: ids(old), new: ids(fresh) }] }, this.say('done.tie', { old: this.model.names(old), new: this.model.names(fresh) }));
  }

  undo() {
    const last = this.undos.pop();
    if (last) this.decide({ reopen: last }, this.say('done.undo'), undefined, false);
  }

  /** One decision after the other, each on what is true at the server. */
  decide(wanted, words, next, undoable = true) {
    this.saved = this.saved.then(async () => {
      const before = new Set(this.model.rows.filter(({ state }) => state === TieState.CONFIRMED).map(({ id }) => id));
      try {
        const alignment = await this.api.call('PUT', this.path, wanted, { version: this.model.alignment.version });
        const made = alignment.rows.filter(({ id, state }) => state === TieState.CONFIRMED && !before.has(id)).map(({ id }) => id);
        if (undoable && made.length) this.undos.push(made);
        if (next) this.at = next;
        else if (wanted.ties && made.length) [this.at] = made;
        if (wanted.ties) made.forEach((id) => this.model.made.add(id));
        this.take(alignment);
        this.toast(words);
      } catch (error) {
        await this.refused(error);
      }
      this.undoButton.disabled = !this.undos.length;
    });
    return this.saved;
  }

  async refused(error) {
    if (error instanceof Unreachable) return this.toast(this.say('err.offline'));
    if (error.status === 401) return location.reload();
    if (error.status !== 412) return this.toast(error.message || this.say('err.server'));
    this.undos = [];
    this.take(await this.api.get(this.path));
    this.toast(this.say('err.stale'));
  }

  toast(words) {
    toast(this.toasts, words, null, { ms: TOAST_MS });
    this.live.textContent = words;
  }

  // ---- keys

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || kept.get('gopy:keys') === false) return;
    if (event.target.closest?.('input, textarea, select, dialog, [role=listbox]') || !this.contains(document.activeElement) && document.activeElement !== document.body) return;
    const row = this.model?.byId(this.at);
    const acts = { j: () => this.step(1), k: () => this.step(-1), ArrowDown: () => this.step(1), ArrowUp: () => this.step(-1) };
    if (event.key === 'Escape') acts.Escape = () => this.closePair();
    if (this.decidable && row) {
      Object.assign(acts, { g: () => this.choosePartner(row), x: () => row.old.length && row.new.length && this.apart(row), z: () => this.undo() });
      if (!event.target.closest('button, a, summary')) acts.Enter = () => row.state === TieState.PROPOSED && this.confirm(row);
    }
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }
}

if (!customElements.get('gopy-align')) customElements.define('gopy-align', GopyAlign);
