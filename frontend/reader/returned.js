/**
 * "Nạp bản góp ý (Word)": a draft that came back with tracked changes and margin comments. What was found in it is looked
 * over here, each opinion at its place, before it joins the unsent ones.
 */
import { html, nothing, render } from '../lit/lit-html.js';
import { keyed } from '../lit/directives/keyed.js';
import { live } from '../lit/directives/live.js';
import { repeat } from '../lit/directives/repeat.js';
import { dialog, open } from '../parts/dialog.js';
import { alarm, icon } from '../parts/templates.js';
import { squeeze, two, capital } from '../parts/words.js';
import { uuid } from '../parts/kept.js';
import { changed } from './changes.js';
import { Attempts } from '../parts/attempts.js';
import { Capacity, CommentKind, Fit } from '../parts/names.js';
import { whoReads } from './whose.js';

/** With less of its text in the draft the file was made from something else. */
const LIKELY = 0.5;

export class Returned {
  constructor(reader) {
    Object.assign(this, { reader, store: reader.store, server: reader.server, t: reader.t, items: [], speakers: [], chosen: new Map() });
    Object.assign(this, { found: null, status: '', error: null, reading: false, taking: false });
    this.names = placeNames(reader.store.draft);
    this.speaker = reader.store.me.units?.[0]?.code ?? Capacity.OWN;
    this.element = dialog({ title: this.t('returned.title'), close: this.t('action.close'), kind: 'returned' });
    this.element.addEventListener('dragover', (event) => event.preventDefault());
    this.element.addEventListener('drop', (event) => {
      event.preventDefault();
      this.choose(event.dataTransfer?.files[0]);
    });
  }

  open() {
    this.draw();
    open(this.reader, this.element);
    this.element.querySelector('.ask .pri').focus();
    return this;
  }

  // ---- drawing

  draw() {
    if (this.reading) this.element.setAttribute('aria-busy', 'true');
    else this.element.removeAttribute('aria-busy');
    render(this.content(), this.element);
  }

  content() {
    const { t, found } = this;
    return html`
      <div class="ask" ?hidden=${found}><p class="mut">${t('returned.what')}</p><p class="mut small">${t('returned.secrets')}</p>
        <div class="row"><button type="button" class="btn pri" ?disabled=${this.reading} @click=${() => this.ask()}>${icon('upload')}${t('returned.choose')}</button><input
          type="file" class="vh" accept=".docx,.doc,.rtf,.odt" tabindex="-1" @change=${(event) => this.choose(event.target.files[0])}></div></div>
      <p class="cap" role="status">${this.status}</p>
      ${alarm(this.error)}
      <datalist id="gopy-returned-places">${[...this.names.keys()].map((name) => html`<option value=${name}></option>`)}</datalist>
      <div class="speaking" ?hidden=${!this.items.length}><div class="row"><label class="whose"><span class="cap">${t('compose.capacity')}</span>${this.whose()}</label><span class="grow"></span>
        <label class="tick">${this.all()}${t('returned.all')}</label></div></div>
      <ol class="unsent">${found ? keyed(found, repeat(this.items, (item) => item.key, (item) => this.row(item))) : nothing}</ol>
      <footer ?hidden=${!found}><p class="vis">${icon('eye')}<span>${found ? this.readers : ''}</span></p>
        <div class="row"><button type="button" class="btn" @click=${() => this.ask()}>${icon('upload')}${t('returned.other')}</button><span class="grow"></span>
          <button type="button" class="btn pri" ?hidden=${!this.items.length} ?disabled=${this.taking || !this.ticked || this.speaker === ''} @click=${() => this.takeIn()}>${icon('plus')}${t('returned.add', { n: two(this.ticked) })}</button></div></footer>`;
  }

  /** Whoever enters for others says for whom: the secretariat is not asked for its own opinion here. */
  whose() {
    const { t, speaker } = this;
    const options = [...(this.store.me.ownName ? [{ code: Capacity.OWN, name: t('capacity.OWN') }] : []), ...this.speakers];
    return html`<select class="fld" @change=${(event) => this.speak(event.target.value)}>${speaker === '' ? html`<option value="" disabled .selected=${true}>${t('returned.whose')}</option>` : nothing}${options.map((one) =>
      html`<option value=${one.code} .selected=${one.code === speaker}>${one.name}</option>`)}</select>`;
  }

  get readers() {
    return whoReads(this.store, this.speaker === Capacity.OWN ? null : this.speaker) ?? '';
  }

  all() {
    const n = this.ticked;
    const most = this.chosen.size;
    return html`<input type="checkbox" .checked=${live(n > 0 && n === most)} .indeterminate=${n > 0 && n < most} ?disabled=${!most} @change=${(event) => this.tickAll(event.target.checked)}>`;
  }

  row(item) {
    const { t } = this;
    const place = this.store.draft.place(item.provisionId);
    const choice = this.chosen.get(item.key);
    const id = this.ids.get(item.key);
    const name = item.fit === Fit.NONE ? t('returned.unplaced') : capital(place?.name ?? '');
    const sign = (style, name, words) => html`<span class=${`st ${style}`}>${icon(name)}${words}</span>`;
    return html`<li data-key=${item.key} data-fit=${item.fit} class=${choice ? nothing : 'done'}><label for=${id}><input type="checkbox" id=${id} .checked=${live(choice?.on ?? false)} ?disabled=${!choice} @change=${(event) => this.change(choice, { on: event.target.checked })}><span>
        <span class="over"><b>${name}</b>${[
          item.fit === Fit.NEAR && sign('wait', 'warning', t('returned.near')),
          item.untracked && sign('wait', 'warning', t('returned.untracked')),
          item.resolved && sign('ok', 'check', t('returned.resolved')),
          !choice && sign('ok', 'check', t('returned.taken')),
        ].filter(Boolean)}<span class="cap">${signed(item)}</span></span>
        ${words(item, place)}
        ${item.text ? html`<span class="say">${item.text}</span>` : nothing}</span></label>
      ${choice || item.moved?.length ? html`<span class="set">${choice ? this.kinds(choice) : nothing}${choice && item.fit !== Fit.EXACT ? this.chooser(item, choice) : nothing}${this.ends(item)}</span>` : nothing}</li>`;
  }

  /** Words that only changed their place: a press leads to where they go, or come from. */
  ends(item) {
    return (item.moved ?? []).map(({ key, provisionId, goes }) => {
      const place = squeeze(this.store.draft.place(provisionId)?.name ?? '');
      return html`<button type="button" class="lnk" @click=${() => this.lead(key, item.key)}>${this.t(goes ? 'returned.goes' : 'returned.comes', { place })}</button>`;
    });
  }

  /** To the other end, at the link that leads back. */
  lead(key, from) {
    const back = this.items.find((item) => item.key === key)?.moved.findIndex((end) => end.key === from);
    this.element.querySelectorAll(`[data-key="${CSS.escape(key)}"] .lnk`)[back]?.focus();
  }

  kinds(choice) {
    return html`<select class="fld" aria-label=${this.t('compose.kind')} @change=${(event) => this.change(choice, { kind: event.target.value })}>${this.store.kinds.map((kind) =>
      html`<option value=${kind.code} .selected=${kind.code === choice.kind}>${kind.label}</option>`)}</select>`;
  }

  /** Where it belongs, in the words of the outline: typing a few letters finds the place. */
  chooser(item, choice) {
    return html`<input class="fld" list="gopy-returned-places" placeholder=${this.t('returned.place')} aria-label=${this.t('returned.place')} autocomplete="off"
      aria-invalid=${choice.unknown ?? nothing} @input=${(event) => this.placed(item, choice, event.target.value.trim())}>`;
  }

  // ---- the file

  ask() {
    this.element.querySelector('input[type=file]').click();
  }

  choose(file) {
    if (!file) return;
    this.chosenFile = file;
    this.element.querySelector('input[type=file]').value = '';
    this.look();
  }

  async look() {
    const file = this.chosenFile;
    this.say('');
    const most = this.store.largestFile;
    if (file.size > most * 1024 * 1024) return this.say(this.t('returned.tooLarge', { n: most }));
    this.status = this.t('returned.reading', { file: file.name });
    this.reading = true;
    this.draw();
    try {
      this.show(await this.send({ preview: 'true' }));
    } catch (error) {
      this.status = '';
      this.failed(error);
    } finally {
      this.reading = false;
      this.draw();
    }
  }

  send(fields, key) {
    const form = new FormData();
    form.append('file', this.chosenFile, this.chosenFile.name);
    if (this.speaker !== Capacity.OWN && this.speaker !== '') form.append('onBehalfOf', this.speaker);
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    return this.server.returned(form, key);
  }

  speak(code) {
    this.speaker = code;
    this.look();
  }

  // ---- what was found

  show(found) {
    this.found = found;
    this.items = found.items;
    this.chosen = new Map(found.items.filter((item) => !item.commentId).map((item) => [item.key, { on: item.fit !== Fit.NONE && !item.resolved && !item.untracked, place: item.provisionId, kind: item.kind }]));
    this.ids = new Map(found.items.map((item) => [item.key, uuid()]));
    this.attempts = new Attempts();
    this.takeSpeakers(found.speakers);
    this.status = this.summary(found);
    this.say(found.likeness < LIKELY ? this.t('returned.unlike') : '');
  }

  summary({ file, items }) {
    if (!items.length) return this.t('returned.nothing', { file });
    const unplaced = items.filter((item) => item.fit === Fit.NONE).length;
    const taken = items.filter((item) => item.commentId).length;
    return [this.t('returned.found', { file, n: two(items.length) }), unplaced > 0 && this.t('returned.found.unplaced', { n: two(unplaced) }), taken > 0 && this.t('returned.found.taken', { n: two(taken) })].filter(Boolean).join(' ');
  }

  /** Who enters for others is asked for whom before anything can be taken in. */
  takeSpeakers(speakers) {
    const own = this.store.me.units ?? [];
    const enters = speakers.some((one) => !own.some((mine) => mine.code === one.code));
    if (enters && !own.length && !this.asked) this.speaker = '';
    this.asked = true;
    this.speakers = speakers;
  }

  // ---- choosing

  /** How many are ticked. */
  get ticked() {
    return [...this.chosen.values()].filter((one) => one.on).length;
  }

  change(choice, what) {
    Object.assign(choice, what);
    this.draw();
  }

  /** A place was typed: what has one now is taken in. */
  placed(item, choice, name) {
    const found = this.names.get(name);
    this.change(choice, { place: found ?? item.provisionId, unknown: String(Boolean(name) && !found), on: choice.on || Boolean(found) });
  }

  tickAll(on) {
    for (const choice of this.chosen.values()) choice.on = on;
    this.draw();
  }

  async takeIn() {
    const choices = this.items.filter((item) => this.chosen.get(item.key)?.on).map((item) => {
      const { place, kind } = this.chosen.get(item.key);
      return { key: item.key, provisionId: place, kind };
    });
    this.taking = true;
    this.draw();
    try {
      const wanted = { choices, file: this.chosenFile.name, size: this.chosenFile.size, speaker: this.speaker };
      const done = await this.attempts.run(wanted, (key) => this.send({ choices: JSON.stringify(choices) }, key));
      this.element.close();
      await this.server.refresh();
      this.reader.toast(this.t('returned.done', { n: two(done.written.length) }), { words: this.t('returned.review'), act: () => this.reader.review() });
    } catch (error) {
      this.taking = false;
      this.failed(error);
    }
  }

  failed(error) {
    if (error.status === 401) {
      this.element.close();
      this.reader.news.signedOut(error);
    } else this.say(this.reader.news.sentenceFor(error));
  }

  say(words) {
    this.error = words ? { words } : null;
    this.draw();
  }
}

function signed({ wordAuthor, at }) {
  const day = at && !Number.isNaN(Date.parse(at)) ? new Intl.DateTimeFormat(document.documentElement.lang || 'vi', { day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date(at)) : '';
  return [wordAuthor, day].filter(Boolean).join(' · ');
}

/** Old and new words with a little around them. */
function words(item, place) {
  const goes = item.kind === CommentKind.REMOVE && item.fit === Fit.EXACT && !item.quote && place?.text;
  if (goes) return html`<span class="change"><del>${place.text}</del></span>`;
  if (item.replacement === null) return item.quote ? html`<span class="quoted">“${squeeze(item.quote)}”</span>` : nothing;
  const base = item.quote ?? place?.text ?? '';
  const around = (words, before) => (words ? html`<span class="mut">${before ? `… ${words}` : `${words} …`}</span>` : nothing);
  return html`<span class="change">${around(item.prefix, true)}${changed(base, item.replacement)}${around(item.suffix, false)}</span>`;
}

/** Every place by the name that a reader gives it. */
function placeNames(draft) {
  const names = new Map();
  for (const section of draft.sections) {
    for (const place of section.places) {
      if (place.kind === 'DOSSIER') continue;
      const name = capital(squeeze(place.name));
      if (!names.has(name)) names.set(name, place.id);
    }
  }
  return names;
}
