/**
 * The composing box: an opinion, or a proposed wording with its reason, at one place. Who will read it is said under the
 * box before anything is written. Saving keeps it unsent on the server; the words typed are kept in this browser meanwhile.
 */
import { h, button, icon, clockTime, afterPause, kept, uuid } from '../parts/dom.js';
import { diff, runNodes } from './diff.js';
import { Refused, Unreachable } from '../parts/api.js';
import { Attempts } from '../parts/attempts.js';
import { asWritten, conflictPanel, together } from './conflict.js';
import { Capacity, CommentKind } from '../parts/names.js';
import { ownWords } from './model.js';
import { capacities, chosenCapacity, whoReads } from './whose.js';

export class Composer {
  /**
   * @param place where the opinion belongs
   * @param options mode 'comment' | 'propose'; anchor { quote, prefix, suffix, start }; item: the own opinion being
   *     changed; key: of the kept words to go on with; chips: choose the place by chips (phone); onclose called when the box goes away
   */
  constructor(reader, place, { mode, anchor, item, key, chips = false, onclose } = {}) {
    Object.assign(this, { reader, t: reader.t, place, item, chips, onclose });
    reader.drafts.readAgain();
    this.key = key ?? this.keyOf(item, anchor);
    this.attempts = new Attempts();
    const found = reader.drafts.get(this.key);
    // Words kept from an earlier wording must not go over a later one unseen.
    this.outdated = Boolean(item && found && found.base !== item.version);
    this.state = {
      mode: mode ?? found?.mode ?? (item?.replacement != null ? 'propose' : 'comment'),
      anchor: anchor ?? found?.anchor ?? (item ? { quote: item.quote, prefix: item.prefix, suffix: item.suffix, start: item.start } : null),
      text: found?.text ?? item?.text ?? '',
      kind: found?.kind ?? item?.kind ?? null,
      capacity: found?.capacity ?? kept.get(`gopy:capacity:${reader.me.id}`) ?? null,
    };
    this.state.replacement = this.sameAnchor(found) ? found.replacement : (item?.replacement ?? this.original());
    this.savedAt = found?.at ? new Date(found.at) : null;
    this.element = h('form', { class: 'box', onsubmit: (e) => this.submit(e), 'aria-label': this.t('compose.at', { place: place.name }), novalidate: true });
    this.keep = afterPause(() => this.keepNow(), 250);
    this.build();
  }

  keyOf(item, anchor) {
    const { drafts } = this.reader;
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
    this.wording = this.wordingField();
    this.reason = this.textField();
    this.kind = this.kindField();
    this.vis = h('p', { class: 'vis' }, icon('eye'), h('span'));
    this.error = h('p', { class: 'err', role: 'alert', hidden: true });
    this.conflict = h('div', { hidden: true });
    this.saved = h('span', { class: 'cap saved' });
    this.save = button(this.t('action.saveDraft'), { class: 'btn sm pri', type: 'submit' });
    this.element.append(
      h('div', { class: 'seg', role: 'group', 'aria-label': this.t('compose.mode') }, this.modeButtons, this.stateWord),
      this.placeField() ?? '', this.quoteLine() ?? '', this.otherWords(), this.wording, this.reason, h('div', { class: 'pair' }, this.kind),
      this.capacityField() ?? '', this.vis, this.conflict, this.error,
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
    return this.reader.drafts.others(this.key).filter(([, draft]) => draft.text || draft.replacement).map(([key, draft]) =>
      h('p', { class: 'note other' }, h('span', {}, this.t('compose.other', { time: clockTime(new Date(draft.at)), words: brief(draft.text || draft.replacement) })),
        button(this.t('compose.other.open'), { class: 'btn sm ter', onclick: () => this.goOnWith(key, draft) })));
  }

  goOnWith(key, { mode }) {
    this.leave();
    this.reader.compose(this.place, { key, mode, item: this.item ?? undefined });
  }

  wordingField() {
    const id = uuid();
    this.back = h('div', { class: 'back', 'aria-hidden': 'true' });
    this.prop = h('textarea', { id, lang: 'vi', rows: 2, value: this.state.replacement, spellcheck: false,
      oninput: () => {
        this.state.replacement = this.prop.value;
        this.showDiff();
        this.keep();
      } });
    this.removed = h('p', { class: 'gone', lang: 'vi' });
    return h('div', { class: 'wording' }, h('label', { class: 'cap', for: id }, this.t('compose.wording')), h('div', { class: 'prop' }, this.back, this.prop), this.removed);
  }

  textField() {
    const id = uuid();
    this.text = h('textarea', { id, class: 'fld', lang: 'vi', rows: 2, value: this.state.text,
      oninput: () => {
        this.state.text = this.text.value;
        grow(this.text);
        this.setError('');
        this.keep();
        this.reader.boxGrew();
      } });
    this.textLabel = h('label', { class: 'cap', for: id });
    return h('div', {}, this.textLabel, this.text);
  }

  kindField() {
    const id = uuid();
    this.kindSelect = h('select', { id, class: 'fld', onchange: () => {
      this.state.kind = this.kindSelect.value;
      this.keep();
    } }, this.reader.kinds.map((kind) => h('option', { value: kind.code }, kind.label)));
    return h('label', { class: 'kind', for: id }, h('span', { class: 'cap' }, this.t('compose.kind')), this.kindSelect);
  }

  /** Chips on a phone, a list with a mouse: the Điều itself or one of its khoản. Words chosen in the text fix the place. */
  placeField() {
    if (this.item || this.state.anchor?.quote) return null;
    const places = nearby(this.place);
    if (places.length < 2) return null;
    const name = (p) => (p.level === 'ARTICLE' ? this.t('compose.wholeArticle') : capital(shortName(p)));
    if (this.chips) {
      const group = uuid();
      return h('div', { class: 'kk', role: 'radiogroup', 'aria-label': this.t('compose.place') }, places.map((p) =>
        h('label', { class: p === this.place ? 'on' : null }, h('input', { type: 'radio', name: group, checked: p === this.place, onchange: () => this.moveTo(p) }), name(p))));
    }
    const id = uuid();
    const select = h('select', { id, class: 'fld', onchange: () => this.moveTo(places[select.selectedIndex]) },
      places.map((p) => h('option', { selected: p === this.place }, p.level === 'ARTICLE' || p.kind !== 'PROVISION' ? capital(p.name) : capital(shortName(p)))));
    return h('label', { class: 'kind', for: id }, h('span', { class: 'cap' }, this.t('compose.place')), select);
  }

  /** "Ý kiến của": asked of those who may speak for more than one; told to those who speak for a unit alone. */
  capacityField() {
    if (this.item) return null;
    const choices = capacities(this.reader);
    this.state.capacity = chosenCapacity(choices, this.state.capacity);
    if (choices.length < 2) return this.state.capacity === Capacity.OWN ? null : h('p', { class: 'cap' }, `${this.t('compose.capacity')} ${choices[0].words}`);
    const group = uuid();
    return h('fieldset', { class: 'cap-of' }, h('legend', { class: 'cap' }, this.t('compose.capacity')), choices.map((c) =>
      h('label', {}, h('input', { type: 'radio', name: group, value: c.value, checked: c.value === this.state.capacity, onchange: () => {
        this.state.capacity = c.value;
        kept.set(`gopy:capacity:${this.reader.me.id}`, c.value);
        this.showVisibility();
        this.keep();
      } }), c.words)));
  }

  // ---- showing

  setMode(mode) {
    this.state.mode = mode;
    this.showMode();
    this.keep();
    this.reader.boxGrew();
    (mode === 'propose' ? this.prop : this.text).focus();
  }

  showMode() {
    const propose = this.state.mode === 'propose';
    for (const b of this.modeButtons) b.setAttribute('aria-pressed', String(b.dataset.mode === this.state.mode));
    this.wording.hidden = !propose;
    if (this.quote) this.quote.hidden = propose;
    this.textLabel.textContent = this.t(propose ? 'compose.reason' : 'compose.text');
    this.text.rows = propose ? 2 : 3;
    if (!this.original()) this.modeButtons[1].hidden = true;
    this.showDiff();
    grow(this.text);
  }

  showDiff() {
    const runs = diff(this.original(), this.state.replacement);
    this.back.replaceChildren(...runNodes(runs.filter((r) => r.op !== 'delete')), '\u200b');
    const gone = runs.filter((r) => r.op === 'delete' && r.text.trim());
    this.removed.hidden = !gone.length;
    this.removed.replaceChildren(h('span', { class: 'cap' }, this.t('compose.removed')), ' ', ...gone.flatMap((r, i) => [i ? ' ' : '', h('del', {}, r.text.trim())]));
    grow(this.prop);
    if (!this.state.kind) this.kindSelect.value = this.guessKind(runs);
    else this.kindSelect.value = this.state.kind;
    this.reader.boxGrew();
  }

  /** A proposal that only adds is "ADD", one that only takes away "REMOVE"; the writer may say otherwise. */
  guessKind(runs) {
    const has = (code) => this.reader.kinds.some((k) => k.code === code);
    if (this.state.mode !== 'propose') return has(CommentKind.OTHER) ? CommentKind.OTHER : (this.reader.kinds[0]?.code ?? '');
    const added = runs.some((r) => r.op === 'insert' && r.text.trim());
    const removed = runs.some((r) => r.op === 'delete' && r.text.trim());
    const code = added && !removed ? CommentKind.ADD : removed && !added ? CommentKind.REMOVE : CommentKind.EDIT;
    return has(code) ? code : (this.reader.kinds[0]?.code ?? '');
  }

  showVisibility() {
    const unit = this.item ? this.item.unit : this.state.capacity.split(':')[1];
    this.vis.lastChild.textContent = whoReads(this.reader, unit) ?? '';
  }

  showSaved() {
    this.saved.textContent = this.unkept ? this.t('compose.notKept') : this.savedAt ? this.t('compose.kept', { time: clockTime(this.savedAt) }) : '';
    this.saved.classList.toggle('c-wait', Boolean(this.unkept));
  }

  setError(words) {
    this.error.hidden = !words;
    this.error.replaceChildren(...(words ? [icon('warning'), h('span', {}, words)] : []));
    this.text.setAttribute('aria-invalid', words ? 'true' : 'false');
    if (words) this.reader.boxGrew();
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
    if (!this.dirty) this.reader.drafts.remove(this.key);
    else {
      this.unkept = !this.reader.drafts.set(this.key, { mode, anchor, text, replacement: mode === 'propose' ? replacement : undefined, kind, capacity, base: this.item?.version });
      this.savedAt = new Date();
    }
    this.showSaved();
  }

  /** Goes on at another place of the same Điều with the same words. */
  moveTo(place) {
    this.keepNow();
    const draft = this.reader.drafts.get(this.key);
    this.reader.drafts.remove(this.key);
    this.close();
    if (draft && !this.reader.drafts.latest(place.id)) this.reader.drafts.set(place.id, { ...draft, replacement: undefined });
    this.reader.compose(place, { mode: this.state.mode });
  }

  /** Closes the box and keeps the words. */
  leave() {
    this.keepNow();
    this.close();
  }

  discard() {
    const draft = this.dirty ? { ...this.state } : null;
    this.reader.drafts.remove(this.key);
    this.close();
    if (draft && !this.item) {
      this.reader.toast(this.t('msg.discarded'), { words: this.t('action.undo'), act: () => {
        this.reader.drafts.set(this.key, draft);
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
    const field = this.state.mode === 'propose' ? this.prop : this.text;
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
  }

  /** To be called once the box is on the page: sizes are known only then. */
  shown() {
    grow(this.text);
    grow(this.prop);
    if (this.outdated) this.showConflict(this.item);
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
    if (this.asking) return this.inConflict();
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
    const body = this.body();
    const path = this.reader.commentsPath(this.place);
    try {
      // A second press after a lost answer cannot make two opinions.
      const item = await this.attempts.run(body, (key) => this.reader.api.call('POST', path, body, { key }));
      this.reader.drafts.remove(this.key);
      // In this order: where nothing is, a closed box closes its place as well.
      this.reader.created(item);
      this.close();
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      const waits = this.reader.queue.add({ key: this.attempts.key, path, body, placeId: this.place.id });
      if (!waits) return this.setError(this.t('err.notKept'));
      this.reader.drafts.remove(this.key);
      this.close();
      this.reader.offline();
    }
  }

  async change() {
    const { kind, text, replacement } = this.body();
    const item = await this.reader.api.call('PATCH', `/comments/${this.item.id}`, { kind, text, replacement: this.state.mode === 'propose' ? replacement : null }, { version: this.item.version });
    this.reader.drafts.remove(this.key);
    this.close();
    this.reader.changed(item ?? { ...this.item, kind, text, replacement });
  }

  failed(error) {
    this.keepNow();
    if (error instanceof Refused && error.status === 401) this.reader.signedOut(error);
    else if (error instanceof Unreachable) this.setError(this.t('err.offline'));
    else if (this.item && (error.status === 412 || error.status === 409)) return this.inConflict(error);
    else this.setError(this.reader.sentenceFor(error));
  }

  // ---- two at once

  /** Asks the server for the other wording and shows both; without an answer nothing is sent and nothing changes. */
  async inConflict(error) {
    await this.reader.refresh();
    const theirs = this.reader.threads.items.find((i) => i.id === this.item.id) ?? null;
    if (theirs?.canEdit && theirs.version === this.item.version && !this.asking) this.setError(error?.message || this.t('err.conflict'));
    else this.showConflict(theirs);
  }

  /** Both wordings, at every press until one is chosen. */
  showConflict(theirs) {
    this.setError('');
    this.asking = conflictPanel(this.t, this.state, theirs, (choice) => this.choose(choice, theirs));
    this.conflict.replaceChildren(this.asking);
    this.conflict.hidden = false;
    this.reader.boxGrew();
    this.asking.querySelector('button').focus();
  }

  choose(choice, theirs) {
    const mine = { ...this.state };
    this.asking = null;
    this.conflict.replaceChildren();
    this.conflict.hidden = true;
    if (choice === 'new') return this.startAnew(mine);
    this.item = theirs;
    if (choice === 'theirs') return this.yield(mine, theirs);
    if (choice === 'both') this.write(together(mine, asWritten(theirs), (words) => this.t('conflict.otherWording', { words })));
    this.keepNow();
    this.reader.boxGrew();
    if (choice === 'mine') this.element.requestSubmit();
    else this.focus();
  }

  /** Lets the other wording stand; the own words can be brought back. */
  yield(mine, theirs) {
    this.reader.drafts.remove(this.key);
    this.close();
    this.reader.toast(this.t('conflict.yielded'), { words: this.t('action.undo'), act: () => {
      if (!theirs.canEdit) return this.startAnew(mine);
      this.reader.drafts.set(this.key, { ...mine, replacement: mine.mode === 'propose' ? mine.replacement : undefined, base: theirs.version });
      this.reader.edit(theirs);
    } });
  }

  /** The opinion can be changed no more: the words go on as one of their own. */
  startAnew({ mode, kind, text, anchor, replacement }) {
    this.reader.keepBody(this.place, { ...anchor, kind, text, replacement: mode === 'propose' ? replacement : null });
    this.reader.drafts.remove(this.key);
    this.close();
    this.reader.compose(this.place, anchor?.quote ? { anchor } : {});
  }

  /** Puts words into the fields. */
  write({ mode, text, replacement, kind }) {
    Object.assign(this.state, { mode, text, kind, replacement: replacement ?? this.original() });
    this.text.value = this.state.text;
    this.prop.value = this.state.replacement;
    this.showMode();
  }
}

/** Places one may turn to from here: the Điều and its khoản, or the other general places. */
function nearby(place) {
  const { section } = place;
  if (section.kind === 'GENERAL') return section.places;
  if (!section.main) return [];
  const clauses = section.places.filter((p) => p.parent === section.main && (p.level === 'CLAUSE' || p.level === 'POINT'));
  const list = [section.main, ...clauses];
  if (!list.includes(place)) list.splice(list.findIndex((p) => p === place.parent) + 1, 0, place);
  return list;
}

/** "khoản 2" of "khoản 2 Điều 7", "điểm a khoản 2" of "điểm a khoản 2 Điều 7". */
function shortName(place) {
  const article = place.section.main?.words;
  const words = place.words ?? place.name;
  return article && words.endsWith(article) ? words.slice(0, -article.length).replace(/[\s,]+$/, '') || place.name : place.name;
}

export const capital = (words) => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);

const brief = (words) => (words.length <= 60 ? words : `${words.slice(0, 56).replace(/\s\S*$/, '')} …`);

/** A text field as high as its words. */
export function grow(field) {
  if (!field.isConnected || !field.offsetParent) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + 2}px`;
}

