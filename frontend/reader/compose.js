/**
 * The composing box: an opinion, or a proposed wording with its reason, at one place. Who will read it is said under the
 * box before anything is written. Saving keeps it unsent on the server; the words typed are kept in this browser meanwhile.
 */
import { html, nothing, render } from '../lit/lit-html.js';
import { live } from '../lit/directives/live.js';
import { h, afterPause, grow } from '../parts/dom.js';
import { alarm, icon } from '../parts/templates.js';
import { clockTime } from '../parts/words.js';
import { kept, uuid } from '../parts/kept.js';
import { NotKept, Refused, Unreachable } from '../parts/errors.js';
import { Attempts } from '../parts/attempts.js';
import { Capacity, CommentKind } from '../parts/names.js';
import { choiceKey, isOption } from './choices.js';
import { Crossing } from './crossing.js';
import { Enclosing } from './files.js';
import { Wording, likelyKind } from './wording.js';
import { ownWords } from './model.js';
import { naming } from '../parts/naming.js';
import { isSent } from './threads.js';
import { placeField } from './where.js';
import { capacities, chosenCapacity, whoReads, whoReadsThread } from './whose.js';

export class Composer {
  /**
   * @param place where the opinion belongs
   * @param options mode 'comment' | 'propose'; anchor { quote, prefix, suffix, start }; item: the own opinion being
   *     changed; key: of the kept words to go on with; choosing: whether the place is an option that is chosen; chips: choose the place by chips (phone); onclose called when the box goes away
   */
  constructor(reader, place, { mode, anchor, item, key, choosing = false, chips = false, onclose } = {}) {
    Object.assign(this, { reader, store: reader.store, server: reader.server, t: reader.t, place, item, chips, onclose });
    this.store.drafts.readAgain();
    this.key = key ?? (choosing && !item ? choiceKey(place) : this.keyOf(item, anchor));
    this.attempts = new Attempts();
    const found = this.store.drafts.get(this.key);
    // Words kept from an earlier wording must not go over a later one unseen.
    this.outdated = Boolean(item && found && found.base !== item.version);
    this.state = {
      mode: mode ?? found?.mode ?? (item?.replacement != null ? 'propose' : 'comment'),
      anchor: anchor ?? found?.anchor ?? (item ? { quote: item.quote, prefix: item.prefix, suffix: item.suffix, start: item.start } : null),
      text: found?.text ?? item?.text ?? '',
      kind: choosing ? CommentKind.AGREE : (found?.kind ?? item?.kind ?? null),
      capacity: found?.capacity ?? kept.get(`gopy:capacity:${this.store.me.id}`) ?? null,
    };
    this.state.replacement = this.sameAnchor(found) ? found.replacement : (item?.replacement ?? this.original());
    this.savedAt = found?.at ? new Date(found.at) : null;
    this.keep = afterPause(() => this.keepNow(), 250);
    this.crossing = new Crossing(this);
    this.wording = new Wording(this.t, (words) => this.worded(words));
    this.enclosing = new Enclosing(this, () => this.draw());
    this.ids = { text: uuid(), kind: uuid(), capacity: uuid() };
    this.settle();
    this.element = this.form();
    this.draw();
  }

  /** What stays as it is while the box is open. */
  settle() {
    const { store, item, state } = this;
    this.choosing = state.kind === CommentKind.AGREE && isOption(this.place);
    // Words chosen in the text fix the place.
    this.where = item || this.choosing || state.anchor?.quote ? nothing : placeField(this.t, this.place, { chips: this.chips, onmove: (place) => this.moveTo(place) });
    // Words typed here in another window, or over another quote: each can be gone on with.
    this.others = store.drafts.others(this.key).filter(([, draft]) => draft.text || draft.replacement);
    if (item) return;
    this.capacities = capacities(store);
    state.capacity = chosenCapacity(this.capacities, state.capacity);
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

  // ---- drawing

  form() {
    const form = h('form', { class: 'box', onsubmit: (e) => this.submit(e), 'aria-label': this.t('compose.at', { place: this.place.name }), novalidate: true });
    form.addEventListener('keydown', (e) => {
      if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) form.requestSubmit();
      if (e.key === 'Escape' && !e.isComposing) {
        e.stopPropagation();
        this.leave();
      }
    });
    form.addEventListener('gopy-keep', () => this.keepNow());
    for (const type of ['dragover', 'dragleave', 'drop']) form.addEventListener(type, (e) => this.enclosing.dragged(e));
    return form;
  }

  draw() {
    render(this.content(), this.element);
  }

  content() {
    const { t, state } = this;
    const propose = state.mode === 'propose';
    const quote = state.anchor?.quote;
    return html`
      <div class="seg" role="group" aria-label=${t('compose.mode')}>${this.choosing ? html`<b>${t('choice.of', { option: this.place.label })}</b>` : [this.modeButton('comment', t('action.comment')), this.modeButton('propose', t('action.propose'))]}<span class="cap">${t(this.item && isSent(this.item) ? 'state.SENT' : 'state.UNSENT')}</span></div>
      ${this.where}
      ${quote ? html`<p class="quoted" ?hidden=${propose}>“${quote}”</p>` : nothing}
      ${this.others.map(([key, draft]) => this.otherWords(key, draft))}
      ${this.wording.view(this.original(), state.replacement, { hidden: !propose })}
      <div><label class="cap" for=${this.ids.text}>${t(this.choosing ? 'choice.reason' : propose ? 'compose.reason' : 'compose.text')}</label><textarea id=${this.ids.text} class="fld" lang="vi" rows=${propose ? 2 : 3} aria-invalid=${this.invalid ?? nothing} .value=${live(state.text)} @focus=${(event) => this.names(event.target)} @input=${(event) => this.typed(event.target)}></textarea></div>
      ${this.choosing ? nothing : html`<div class="pair">${this.kindField()}</div>`}
      ${this.capacityField()}
      ${this.enclosing.view()}
      <p class="vis">${icon('eye')}<span>${this.readers}</span></p>
      ${this.crossing.view()}
      ${alarm(this.error)}
      <div class="row"><span class=${this.unkept ? 'cap saved c-wait' : 'cap saved'}>${this.savedWords}</span><span class="grow"></span><button type="button" class="btn sm" @click=${() => this.discard()}>${t(this.item ? 'action.cancel' : 'action.discard')}</button><button type="submit" class="btn sm pri" ?disabled=${this.saving}>${t(this.item && isSent(this.item) ? 'action.saveSent' : 'action.saveDraft')}</button></div>`;
  }

  modeButton(mode, words) {
    const needless = mode === 'propose' && !this.original();
    return html`<button type="button" aria-pressed=${String(this.state.mode === mode)} data-mode=${mode} ?hidden=${needless} @click=${() => this.setMode(mode)}>${words}</button>`;
  }

  otherWords(key, draft) {
    const words = this.t('compose.other', { time: clockTime(new Date(draft.at)), words: brief(draft.text || draft.replacement) });
    return html`<p class="note other"><span>${words}</span><button type="button" class="btn sm ter" @click=${() => this.goOnWith(key, draft)}>${this.t('compose.other.open')}</button></p>`;
  }

  kindField() {
    const id = this.ids.kind;
    return html`<label class="kind" for=${id}><span class="cap">${this.t('compose.kind')}</span><select id=${id} class="fld" @change=${(event) => this.choose({ kind: event.target.value })}>${this.store.kinds.map((kind) =>
      html`<option value=${kind.code} .selected=${kind.code === this.kind}>${kind.label}</option>`)}</select></label>`;
  }

  /** "Ý kiến của": asked of those who may speak for more than one; told to those who speak for a unit alone. */
  capacityField() {
    const { t, state, capacities: choices } = this;
    if (this.item) return nothing;
    if (choices.length < 2) return state.capacity === Capacity.OWN ? nothing : html`<p class="cap">${t('compose.capacity')} ${choices[0].words}</p>`;
    return html`<fieldset class="cap-of"><legend class="cap">${t('compose.capacity')}</legend>${choices.map((one) =>
      html`<label><input type="radio" name=${this.ids.capacity} value=${one.value} .checked=${one.value === state.capacity} @change=${() => this.speakAs(one.value)}>${one.words}</label>`)}</fieldset>`;
  }

  /** The kind that was chosen, or the likely one. */
  get kind() {
    const { mode, kind, replacement } = this.state;
    return kind || likelyKind(mode, this.wording.runs(this.original(), replacement), this.store.kinds);
  }

  get readers() {
    return (this.item ? whoReadsThread(this.store, this.item) : whoReads(this.store, this.state.capacity.split(':')[1])) ?? '';
  }

  get savedWords() {
    if (this.unkept) return this.t('compose.notKept');
    return this.savedAt ? this.t('compose.kept', { time: clockTime(this.savedAt) }) : '';
  }

  get text() {
    return this.element.querySelector('textarea.fld');
  }

  get wordingField() {
    return this.element.querySelector('.prop textarea');
  }

  // ---- typing and choosing

  typed(field) {
    this.state.text = field.value;
    grow(field);
    this.setError('');
    this.keep();
    this.reader.layout();
  }

  names(field) {
    const unit = () => this.state.capacity?.split(':')[1];
    naming(field, { t: this.t, ask: () => (this.item ? this.server.namedUnder(this.item) : this.server.namedHere(unit())), laid: () => this.reader.layout() });
  }

  worded(words) {
    this.state.replacement = words;
    this.draw();
    grow(this.wordingField);
    this.reader.layout();
    this.keep();
  }

  choose(what) {
    Object.assign(this.state, what);
    this.draw();
    this.keep();
  }

  speakAs(capacity) {
    kept.set(`gopy:capacity:${this.store.me.id}`, capacity);
    this.choose({ capacity });
  }

  setMode(mode) {
    this.state.mode = mode;
    this.show();
    this.keep();
    (mode === 'propose' ? this.wordingField : this.text).focus();
  }

  goOnWith(key, { mode }) {
    this.leave();
    this.reader.compose(this.place, { key, mode, item: this.item ?? undefined });
  }

  /** Draws the box, its fields as high as their words. */
  show() {
    this.draw();
    grow(this.text);
    grow(this.wordingField);
    this.reader.layout();
  }

  setError(words) {
    this.troubled(words);
    this.invalid = String(Boolean(words));
    this.draw();
  }

  /** Says what is wrong, where the words are not. */
  troubled(words) {
    this.error = words ? { words } : null;
    this.invalid = 'false';
    this.draw();
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
    this.draw();
  }

  /** Goes on at another place of the same Điều with the same words. */
  moveTo(place) {
    this.keepNow();
    const draft = this.store.drafts.get(this.key);
    this.store.drafts.remove(this.key);
    const files = this.enclosing.adding;
    this.enclosing.forget();
    this.close();
    if (files.length && !this.store.enclosed.has(place.id)) this.store.enclosed.set(place.id, files);
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
    const files = this.enclosing.adding;
    this.store.drafts.remove(this.key);
    this.enclosing.forget();
    this.close();
    if ((draft || files.length) && !this.item) {
      this.reader.toast(this.t('msg.discarded'), { words: this.t('action.undo'), act: () => {
        if (draft) this.store.drafts.set(this.key, draft);
        if (files.length) this.store.enclosed.set(this.key, files);
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
    const field = this.state.mode === 'propose' ? this.wordingField : this.text;
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
  }

  /** To be called once the box is on the page: sizes are known only then. */
  shown() {
    grow(this.text);
    grow(this.wordingField);
    if (this.outdated) this.crossing.show(this.item);
  }

  // ---- saving

  body() {
    const { mode, anchor, text, replacement, capacity } = this.state;
    const [as, unit] = (capacity ?? Capacity.OWN).split(':');
    return {
      kind: this.kind,
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
    if (mode === 'comment' && !text.trim() && !this.choosing) return this.t('err.noText');
    return '';
  }

  async submit(event) {
    event.preventDefault();
    if (this.crossing.asking) return this.crossing.ask();
    const problem = this.problem();
    this.setError(problem);
    if (problem) return this.focus();
    if (this.saving) return;
    this.saving = true;
    this.draw();
    try {
      await (this.item ? this.change() : this.create());
    } catch (error) {
      this.failed(error);
    } finally {
      this.saving = false;
      this.draw();
    }
  }

  async create() {
    const { item, waits } = await this.server.write(this.place, this.body(), this.attempts, { mayWait: !this.enclosing.holds });
    this.store.drafts.remove(this.key);
    if (item && this.choosing) await this.reader.choices.only(item);
    if (!(await this.filesGone(item))) return;
    // A closed box closes its place as well where nothing is: what was written is there already.
    this.close();
    if (waits) this.reader.news.offline();
    else this.reader.news.saved(item);
  }

  async change() {
    const { kind, text, replacement } = this.body();
    const words = { kind, text, replacement: this.state.mode === 'propose' ? replacement : null };
    const now = this.itemNow();
    const item = sameWords(now, words) ? now : await this.server.rewrite(now, words);
    this.store.drafts.remove(this.key);
    if (!(await this.filesGone(item))) return;
    this.close();
    this.reader.news.saved(item);
  }

  /** The opinion as it is now where nothing but its files is different; else as the box knows it. */
  itemNow() {
    const now = this.store.opinion(this.item.id);
    return now && sameWords(now, this.item) ? now : this.item;
  }

  /** The files follow the words; where one stays behind, the box goes on with the opinion that is on the server now. */
  async filesGone(item) {
    if (!this.enclosing.changed || (item && (await this.enclosing.go(item)))) return true;
    this.store.enclosed.delete(this.key);
    this.item = this.store.opinion(item.id) ?? item;
    this.key = this.keyOf(this.item);
    this.enclosing.remember();
    this.where = nothing;
    if (this.left) this.reader.toast(this.t('files.left'));
    else this.troubled(this.t('files.left'));
    return false;
  }

  failed(error) {
    if (error instanceof NotKept) return this.setError(error.message);
    this.keepNow();
    if (error instanceof Refused && error.status === 401) this.reader.news.signedOut(error);
    else if (error instanceof Unreachable) this.setError(this.t(this.enclosing.holds ? 'files.offline' : 'err.offline'));
    else if (this.item && (error.status === 412 || error.status === 409)) return this.crossing.ask(error);
    else this.setError(this.reader.news.sentenceFor(error));
  }

  /** Puts words into the fields. */
  write({ mode, text, replacement, kind }) {
    Object.assign(this.state, { mode, text, kind, replacement: replacement ?? this.original() });
    this.show();
  }
}

const sameWords = (one, other) => ['kind', 'text', 'replacement'].every((what) => (one[what] ?? null) === (other[what] ?? null));

const brief = (words) => (words.length <= 60 ? words : `${words.slice(0, 56).replace(/\s\S*$/, '')} …`);
