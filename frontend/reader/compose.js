/**
 * The composing box: an opinion, or a proposed wording with its reason, at one place. Who will read it is said under the
 * box before anything is written. Saving keeps it unsent on the server; the words typed are kept in this browser meanwhile.
 */
import { h, button, icon, afterPause, grow } from '../parts/dom.js';
import { clockTime } from '../parts/words.js';
import { kept, uuid } from '../parts/kept.js';
import { NotKept, Refused, Unreachable } from '../parts/errors.js';
import { Attempts } from '../parts/attempts.js';
import { Capacity } from '../parts/names.js';
import { Crossing } from './crossing.js';
import { Wording, likelyKind } from './wording.js';
import { ownWords } from './model.js';
import { placeField } from './where.js';
import { capacities, chosenCapacity, whoReads } from './whose.js';

export class Composer {
  /**
   * @param place where the opinion belongs
   * @param options mode 'comment' | 'propose'; anchor { quote, prefix, suffix, start }; item: the own opinion being
   *     changed; key: of the kept words to go on with; chips: choose the place by chips (phone); onclose called when the box goes away
   */
  constructor(reader, place, { mode, anchor, item, key, chips = false, onclose } = {}) {
    Object.assign(this, { reader, store: reader.store, server: reader.server, t: reader.t, place, item, chips, onclose });
    this.store.drafts.readAgain();
    this.key = key ?? this.keyOf(item, anchor);
    this.attempts = new Attempts();
    const found = this.store.drafts.get(this.key);
    // Words kept from an earlier wording must not go over a later one unseen.
    this.outdated = Boolean(item && found && found.base !== item.version);
    this.state = {
      mode: mode ?? found?.mode ?? (item?.replacement != null ? 'propose' : 'comment'),
      anchor: anchor ?? found?.anchor ?? (item ? { quote: item.quote, prefix: item.prefix, suffix: item.suffix, start: item.start } : null),
      text: found?.text ?? item?.text ?? '',
      kind: found?.kind ?? item?.kind ?? null,
      capacity: found?.capacity ?? kept.get(`gopy:capacity:${this.store.me.id}`) ?? null,
    };
    this.state.replacement = this.sameAnchor(found) ? found.replacement : (item?.replacement ?? this.original());
    this.savedAt = found?.at ? new Date(found.at) : null;
    this.element = h('form', { class: 'box', onsubmit: (e) => this.submit(e), 'aria-label': this.t('compose.at', { place: place.name }), novalidate: true });
    this.keep = afterPause(() => this.keepNow(), 250);
    this.build();
  }

  keyOf(item, anchor) {
    const { drafts } = this.store;
    if (item) return `edit:${item.id}`;
    return anchor ? drafts.key(this.place.id, anchor) : (drafts.latest(this.place.id) ?? this.place.id);
  }

  /** The words a proposal starts from: the quoted ones, or all of the place's own. */
  original() {
    return this.state.anchor?.quote || ownWords(this.place);
  }

  sameAnchor(found) {
    return found?.replacement !== undefined && (found.anchor?.quote ?? null) === (this.state.anchor?.quote ?? null);
  }

  // ---- building

  build() {
    const { state } = this;
    this.modeButtons = ['comment', 'propose'].map((mode) =>
      h('button', { type: 'button', 'aria-pressed': String(state.mode === mode), 'data-mode': mode, onclick: () => this.setMode(mode) }, this.t(`action.${mode}`)));
    this.stateWord = h('span', { class: 'cap' }, this.t('state.UNSENT'));
    this.wording = new Wording(this.t, this.state.replacement, (words) => {
      this.state.replacement = words;
      this.showDiff();
      this.keep();
    });
    this.reason = this.textField();
    this.kind = this.kindField();
    this.vis = h('p', { class: 'vis' }, icon('eye'), h('span'));
    this.error = h('p', { class: 'err', role: 'alert', hidden: true });
    this.crossing = new Crossing(this);
    this.saved = h('span', { class: 'cap saved' });
    this.save = button(this.t('action.saveDraft'), { class: 'btn sm pri', type: 'submit' });
    this.element.append(
      h('div', { class: 'seg', role: 'group', 'aria-label': this.t('compose.mode') }, this.modeButtons, this.stateWord),
      this.placeField() ?? '', this.quoteLine() ?? '', this.otherWords(), this.wording.element, this.reason, h('div', { class: 'pair' }, this.kind),
      this.capacityField() ?? '', this.vis, this.crossing.element, this.error,
      h('div', { class: 'row' }, this.saved, h('span', { class: 'grow' }),
        button(this.t(this.item ? 'action.cancel' : 'action.discard'), { class: 'btn sm', onclick: () => this.discard() }), this.save));
    this.element.addEventListener('keydown', (e) => {
      if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) this.element.requestSubmit();
      if (e.key === 'Escape' && !e.isComposing) {
        e.stopPropagation();
        this.leave();
      }
    });
    this.element.addEventListener('gopy-keep', () => this.keepNow());
    this.showMode();
    this.showVisibility();
    this.showSaved();
  }

  quoteLine() {
    const quote = this.state.anchor?.quote;
    if (!quote) return null;
    this.quote = h('p', { class: 'quoted' }, `“${quote}”`);
    return this.quote;
  }

  /** Words typed here in another window, or over another quote: each can be gone on with. */
  otherWords() {
    return this.store.drafts.others(this.key).filter(([, draft]) => draft.text || draft.replacement).map(([key, draft]) =>
      h('p', { class: 'note other' }, h('span', {}, this.t('compose.other', { time: clockTime(new Date(draft.at)), words: brief(draft.text || draft.replacement) })),
        button(this.t('compose.other.open'), { class: 'btn sm ter', onclick: () => this.goOnWith(key, draft) })));
  }

  goOnWith(key, { mode }) {
    this.leave();
    this.reader.compose(this.place, { key, mode, item: this.item ?? undefined });
  }

  textField() {
    const id = uuid();
    this.text = h('textarea', { id, class: 'fld', lang: 'vi', rows: 2, value: this.state.text,
      oninput: () => {
        this.state.text = this.text.value;
        grow(this.text);
        this.setError('');
        this.keep();
        this.reader.layout();
      } });
    this.textLabel = h('label', { class: 'cap', for: id });
    return h('div', {}, this.textLabel, this.text);
  }

  kindField() {
    const id = uuid();
    this.kindSelect = h('select', { id, class: 'fld', onchange: () => {
      this.state.kind = this.kindSelect.value;
      this.keep();
    } }, this.store.kinds.map((kind) => h('option', { value: kind.code }, kind.label)));
    return h('label', { class: 'kind', for: id }, h('span', { class: 'cap' }, this.t('compose.kind')), this.kindSelect);
  }

  /** Words chosen in the text fix the place. */
  placeField() {
    if (this.item || this.state.anchor?.quote) return null;
    return placeField(this.t, this.place, { chips: this.chips, onmove: (place) => this.moveTo(place) });
  }

  /** "Ý kiến của": asked of those who may speak for more than one; told to those who speak for a unit alone. */
  capacityField() {
    if (this.item) return null;
    const choices = capacities(this.store);
    this.state.capacity = chosenCapacity(choices, this.state.capacity);
    if (choices.length < 2) return this.state.capacity === Capacity.OWN ? null : h('p', { class: 'cap' }, `${this.t('compose.capacity')} ${choices[0].words}`);
    const group = uuid();
    return h('fieldset', { class: 'cap-of' }, h('legend', { class: 'cap' }, this.t('compose.capacity')), choices.map((c) =>
      h('label', {}, h('input', { type: 'radio', name: group, value: c.value, checked: c.value === this.state.capacity, onchange: () => {
        this.state.capacity = c.value;
        kept.set(`gopy:capacity:${this.store.me.id}`, c.value);
        this.showVisibility();
        this.keep();
      } }), c.words)));
  }

  // ---- showing

  setMode(mode) {
    this.state.mode = mode;
    this.showMode();
    this.keep();
    this.reader.layout();
    (mode === 'propose' ? this.wording.field : this.text).focus();
  }

  showMode() {
    const propose = this.state.mode === 'propose';
    for (const b of this.modeButtons) b.setAttribute('aria-pressed', String(b.dataset.mode === this.state.mode));
    this.wording.element.hidden = !propose;
    if (this.quote) this.quote.hidden = propose;
    this.textLabel.textContent = this.t(propose ? 'compose.reason' : 'compose.text');
    this.text.rows = propose ? 2 : 3;
    if (!this.original()) this.modeButtons[1].hidden = true;
    this.showDiff();
    grow(this.text);
  }

  showDiff() {
    const runs = this.wording.show(this.original(), this.state.replacement);
    this.kindSelect.value = this.state.kind || likelyKind(this.state.mode, runs, this.store.kinds);
    this.reader.layout();
  }

  showVisibility() {
    const unit = this.item ? this.item.unit : this.state.capacity.split(':')[1];
    this.vis.lastChild.textContent = whoReads(this.store, unit) ?? '';
  }

  showSaved() {
    this.saved.textContent = this.unkept ? this.t('compose.notKept') : this.savedAt ? this.t('compose.kept', { time: clockTime(this.savedAt) }) : '';
    this.saved.classList.toggle('c-wait', Boolean(this.unkept));
  }

  setError(words) {
    this.error.hidden = !words;
    this.error.replaceChildren(...(words ? [icon('warning'), h('span', {}, words)] : []));
    this.text.setAttribute('aria-invalid', words ? 'true' : 'false');
    if (words) this.reader.layout();
  }

  // ---- keeping and leaving

  get dirty() {
    const { mode, text, replacement } = this.state;
    if (text !== (this.item?.text ?? '')) return true;
    return mode === 'propose' ? replacement !== (this.item?.replacement ?? this.original()) : this.item?.replacement != null;
  }

  keepNow() {
    if (this.closed) return;
    const { mode, anchor, text, replacement, kind, capacity } = this.state;
    this.unkept = false;
    if (!this.dirty) this.store.drafts.remove(this.key);
    else {
      this.unkept = !this.store.drafts.set(this.key, { mode, anchor, text, replacement: mode === 'propose' ? replacement : undefined, kind, capacity, base: this.item?.version });
      this.savedAt = new Date();
    }
    this.showSaved();
  }

  /** Goes on at another place of the same Điều with the same words. */
  moveTo(place) {
    this.keepNow();
    const draft = this.store.drafts.get(this.key);
    this.store.drafts.remove(this.key);
    this.close();
    if (draft && !this.store.drafts.latest(place.id)) this.store.drafts.set(place.id, { ...draft, replacement: undefined });
    this.reader.compose(place, { mode: this.state.mode });
  }

  /** Closes the box and keeps the words. */
  leave() {
    this.keepNow();
    this.close();
  }

  discard() {
    const draft = this.dirty ? { ...this.state } : null;
    this.store.drafts.remove(this.key);
    this.close();
    if (draft && !this.item) {
      this.reader.toast(this.t('msg.discarded'), { words: this.t('action.undo'), act: () => {
        this.store.drafts.set(this.key, draft);
        this.reader.compose(this.place, {});
      } });
    }
  }

  close() {
    if (this.left) return;
    this.left = this.closed = true;
    this.onclose?.();
  }

  focus() {
    const field = this.state.mode === 'propose' ? this.wording.field : this.text;
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
  }

  /** To be called once the box is on the page: sizes are known only then. */
  shown() {
    grow(this.text);
    grow(this.wording.field);
    if (this.outdated) this.crossing.show(this.item);
  }

  // ---- saving

  body() {
    const { mode, anchor, text, replacement, capacity } = this.state;
    const [as, unit] = (capacity ?? Capacity.OWN).split(':');
    return {
      kind: this.kindSelect.value,
      text: text.trim(),
      ...(anchor?.quote ? anchor : {}),
      ...(mode === 'propose' ? { replacement } : {}),
      ...(as === Capacity.OWN ? {} : { capacity: as, onBehalfOf: unit }),
      send: false,
    };
  }

  problem() {
    const { mode, text, replacement } = this.state;
    if (mode === 'propose' && replacement === this.original() && !text.trim()) return this.t('err.noChange');
    if (mode === 'comment' && !text.trim()) return this.t('err.noText');
    return '';
  }

  async submit(event) {
    event.preventDefault();
    if (this.crossing.asking) return this.crossing.ask();
    const problem = this.problem();
    this.setError(problem);
    if (problem) return this.focus();
    if (this.save.disabled) return;
    this.save.disabled = true;
    try {
      await (this.item ? this.change() : this.create());
    } catch (error) {
      this.failed(error);
    } finally {
      this.save.disabled = false;
    }
  }

  async create() {
    const { item, waits } = await this.server.write(this.place, this.body(), this.attempts);
    this.store.drafts.remove(this.key);
    // A closed box closes its place as well where nothing is: what was written is there already.
    this.close();
    if (waits) this.reader.news.offline();
    else this.reader.news.saved(item);
  }

  async change() {
    const { kind, text, replacement } = this.body();
    const item = await this.server.rewrite(this.item, { kind, text, replacement: this.state.mode === 'propose' ? replacement : null });
    this.store.drafts.remove(this.key);
    this.close();
    this.reader.news.saved(item);
  }

  failed(error) {
    if (error instanceof NotKept) return this.setError(error.message);
    this.keepNow();
    if (error instanceof Refused && error.status === 401) this.reader.news.signedOut(error);
    else if (error instanceof Unreachable) this.setError(this.t('err.offline'));
    else if (this.item && (error.status === 412 || error.status === 409)) return this.crossing.ask(error);
    else this.setError(this.reader.news.sentenceFor(error));
  }

  /** Puts words into the fields. */
  write({ mode, text, replacement, kind }) {
    Object.assign(this.state, { mode, text, kind, replacement: replacement ?? this.original() });
    this.text.value = this.state.text;
    this.wording.field.value = this.state.replacement;
    this.showMode();
  }
}

const brief = (words) => (words.length <= 60 ? words : `${words.slice(0, 56).replace(/\s\S*$/, '')} …`);
