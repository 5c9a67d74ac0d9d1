/**
 * "Nạp bản góp ý (Word)": a draft that came back with tracked changes and margin comments. What was found in it is looked
 * over here, each opinion at its place, before it joins the unsent ones.
 */
import { dialog, open } from '../parts/dialog.js';
import { h, button, icon } from '../parts/dom.js';
import { squeeze, two, capital } from '../parts/words.js';
import { uuid } from '../parts/kept.js';
import { diffNodes } from './diff.js';
import { Attempts } from '../parts/attempts.js';
import { Capacity, CommentKind, Fit } from '../parts/names.js';
import { whoReads } from './whose.js';

/** With less of its text in the draft the file was made from something else. */
const LIKELY = 0.5;

export class Returned {
  constructor(reader) {
    Object.assign(this, { reader, store: reader.store, server: reader.server, t: reader.t, items: [], chosen: new Map() });
    this.names = placeNames(reader.store.draft);
    this.speakers = reader.store.me.units ?? [];
    this.speaker = this.speakers[0]?.code ?? Capacity.OWN;
    this.file = h('input', { type: 'file', class: 'vh', accept: '.docx,.doc,.rtf,.odt', tabindex: '-1', onchange: () => this.choose(this.file.files[0]) });
    this.drop = button(this.t('returned.choose'), { icon: 'upload', class: 'btn pri', onclick: () => this.file.click() });
    this.status = h('p', { class: 'cap', role: 'status' });
    this.error = h('p', { class: 'err', role: 'alert', hidden: true });
    this.whose = h('select', { class: 'fld', onchange: () => this.speak(this.whose.value) });
    this.list = h('ol', { class: 'unsent' });
    this.all = h('input', { type: 'checkbox', onchange: () => this.tickAll(this.all.checked) });
    this.add = button('', { icon: 'plus', class: 'btn pri', onclick: () => this.takeIn() });
    this.vis = h('span');
    this.element = dialog({ title: this.t('returned.title'), close: this.t('action.close'), kind: 'returned' },
      h('div', { class: 'ask' }, h('p', { class: 'mut' }, this.t('returned.what')), h('p', { class: 'mut small' }, this.t('returned.secrets')), h('div', { class: 'row' }, this.drop, this.file)),
      this.status, this.error,
      h('datalist', { id: 'gopy-returned-places' }, [...this.names.keys()].map((name) => h('option', { value: name }))),
      h('div', { class: 'found', hidden: true },
        h('div', { class: 'row' }, h('label', { class: 'whose' }, h('span', { class: 'cap' }, this.t('compose.capacity')), this.whose), h('span', { class: 'grow' }),
          h('label', { class: 'tick' }, this.all, this.t('returned.all')))),
      this.list,
      h('footer', { hidden: true }, h('p', { class: 'vis' }, icon('eye'), this.vis), h('div', { class: 'row' },
        button(this.t('returned.other'), { icon: 'upload', class: 'btn', onclick: () => this.file.click() }), h('span', { class: 'grow' }), this.add)));
    this.element.addEventListener('dragover', (event) => event.preventDefault());
    this.element.addEventListener('drop', (event) => {
      event.preventDefault();
      this.choose(event.dataTransfer?.files[0]);
    });
  }

  open() {
    open(this.reader, this.element);
    this.drop.focus();
    return this;
  }

  // ---- the file

  choose(file) {
    if (!file) return;
    this.chosenFile = file;
    this.file.value = '';
    this.look();
  }

  async look() {
    const file = this.chosenFile;
    this.say('');
    const most = this.store.largestFile;
    if (file.size > most * 1024 * 1024) return this.say(this.t('returned.tooLarge', { n: most }));
    this.status.textContent = this.t('returned.reading', { file: file.name });
    this.element.setAttribute('aria-busy', 'true');
    this.drop.disabled = true;
    try {
      this.show(await this.send({ preview: 'true' }));
    } catch (error) {
      this.status.textContent = '';
      this.failed(error);
    } finally {
      this.drop.disabled = false;
      this.element.removeAttribute('aria-busy');
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
    this.items = found.items;
    this.chosen = new Map(found.items.filter((item) => !item.commentId).map((item) => [item.key, { on: item.fit !== Fit.NONE && !item.resolved && !item.untracked, place: item.provisionId, kind: item.kind }]));
    this.attempts = new Attempts();
    this.fillSpeakers(found.speakers);
    this.element.querySelector('.ask').hidden = true;
    this.element.querySelector('.found').hidden = found.items.length === 0;
    this.element.querySelector('footer').hidden = false;
    this.status.textContent = this.summary(found);
    this.say(found.likeness < LIKELY ? this.t('returned.unlike') : '');
    this.list.replaceChildren(...found.items.map((item) => this.row(item)));
    this.update();
  }

  summary({ file, items }) {
    if (!items.length) return this.t('returned.nothing', { file });
    const unplaced = items.filter((item) => item.fit === Fit.NONE).length;
    const taken = items.filter((item) => item.commentId).length;
    return [this.t('returned.found', { file, n: two(items.length) }), unplaced > 0 && this.t('returned.found.unplaced', { n: two(unplaced) }), taken > 0 && this.t('returned.found.taken', { n: two(taken) })].filter(Boolean).join(' ');
  }

  /** Whoever enters for others says for whom: the secretariat is not asked for its own opinion here. */
  fillSpeakers(speakers) {
    const own = this.store.me.units ?? [];
    const enters = speakers.some((one) => !own.some((mine) => mine.code === one.code));
    if (enters && !own.length && !this.asked) this.speaker = '';
    this.asked = true;
    const options = [...(this.store.me.ownName ? [{ code: Capacity.OWN, name: this.t('capacity.OWN') }] : []), ...speakers];
    this.whose.replaceChildren(this.speaker === '' && h('option', { value: '', disabled: true, selected: true }, this.t('returned.whose')),
      ...options.map((one) => h('option', { value: one.code, selected: one.code === this.speaker }, one.name)));
    this.vis.textContent = whoReads(this.store, this.speaker === Capacity.OWN ? null : this.speaker) ?? '';
  }

  row(item) {
    const { draft } = this.store;
    const place = draft.place(item.provisionId);
    const choice = this.chosen.get(item.key);
    const id = uuid();
    const box = h('input', { type: 'checkbox', id, checked: choice?.on ?? false, disabled: !choice, onchange: () => {
      choice.on = box.checked;
      this.update();
    } });
    const kinds = choice && h('select', { class: 'fld', 'aria-label': this.t('compose.kind'), onchange: (event) => (choice.kind = event.target.value) },
      this.store.kinds.map((kind) => h('option', { value: kind.code, selected: kind.code === item.kind }, kind.label)));
    const name = item.fit === Fit.NONE ? this.t('returned.unplaced') : capital(place?.name ?? '');
    return h('li', { 'data-key': item.key, 'data-fit': item.fit, class: choice ? null : 'done' },
      h('label', { for: id }, box, h('span', {},
        h('span', { class: 'over' }, h('b', {}, name), item.fit === Fit.NEAR && h('span', { class: 'st wait' }, icon('warning'), this.t('returned.near')), item.untracked && h('span', { class: 'st wait' }, icon('warning'), this.t('returned.untracked')), item.resolved && h('span', { class: 'st ok' }, icon('check'), this.t('returned.resolved')), !choice && h('span', { class: 'st ok' }, icon('check'), this.t('returned.taken')),
          h('span', { class: 'cap' }, this.signed(item))),
        this.change(item, place), item.text && h('span', { class: 'say' }, item.text))),
      choice && h('span', { class: 'set' }, kinds, item.fit !== Fit.EXACT && this.chooser(item, choice)));
  }

  signed({ wordAuthor, at }) {
    const day = at && !Number.isNaN(Date.parse(at)) ? new Intl.DateTimeFormat(document.documentElement.lang || 'vi', { day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date(at)) : '';
    return [wordAuthor, day].filter(Boolean).join(' · ');
  }

  /** Old and new words with a little around them. */
  change(item, place) {
    const goes = item.kind === CommentKind.REMOVE && item.fit === Fit.EXACT && !item.quote && place?.text;
    if (goes) return h('span', { class: 'change' }, h('del', {}, place.text));
    if (item.replacement === null) return item.quote && h('span', { class: 'quoted' }, `“${squeeze(item.quote)}”`);
    const base = item.quote ?? place?.text ?? '';
    const around = (words, before) => words && h('span', { class: 'mut' }, before ? `… ${words}` : `${words} …`);
    return h('span', { class: 'change' }, around(item.prefix, true), item.replacement === '' ? h('del', {}, base) : diffNodes(base, item.replacement), around(item.suffix, false));
  }

  /** Where it belongs, in the words of the outline: typing a few letters finds the place. */
  chooser(item, choice) {
    const field = h('input', { class: 'fld', list: 'gopy-returned-places', placeholder: this.t('returned.place'), 'aria-label': this.t('returned.place'), autocomplete: 'off', oninput: () => {
      const found = this.names.get(field.value.trim());
      choice.place = found ?? item.provisionId;
      field.setAttribute('aria-invalid', String(Boolean(field.value.trim()) && !found));
      if (found && !choice.on) this.tick(item.key, true);
    } });
    return field;
  }

  // ---- choosing

  tick(key, on) {
    this.chosen.get(key).on = on;
    this.list.querySelector(`[data-key="${CSS.escape(key)}"] input[type=checkbox]`).checked = on;
    this.update();
  }

  tickAll(on) {
    for (const key of this.chosen.keys()) this.tick(key, on);
  }

  update() {
    const open = [...this.chosen.values()];
    const n = open.filter((one) => one.on).length;
    this.add.lastChild.textContent = this.t('returned.add', { n: two(n) });
    this.add.hidden = this.items.length === 0;
    this.add.disabled = n === 0 || this.speaker === '';
    this.all.checked = n > 0 && n === open.length;
    this.all.indeterminate = n > 0 && n < open.length;
    this.all.disabled = !open.length;
  }

  async takeIn() {
    const choices = this.items.filter((item) => this.chosen.get(item.key)?.on).map((item) => {
      const { place, kind } = this.chosen.get(item.key);
      return { key: item.key, provisionId: place, kind };
    });
    this.add.disabled = true;
    try {
      const wanted = { choices, file: this.chosenFile.name, size: this.chosenFile.size, speaker: this.speaker };
      const done = await this.attempts.run(wanted, (key) => this.send({ choices: JSON.stringify(choices) }, key));
      this.element.close();
      await this.server.refresh();
      this.reader.toast(this.t('returned.done', { n: two(done.written.length) }), { words: this.t('returned.review'), act: () => this.reader.review() });
    } catch (error) {
      this.failed(error);
      this.update();
    }
  }

  failed(error) {
    if (error.status === 401) {
      this.element.close();
      this.reader.news.signedOut(error);
    } else this.say(this.reader.news.sentenceFor(error));
  }

  say(words) {
    this.error.hidden = !words;
    this.error.replaceChildren(...(words ? [icon('warning'), h('span', {}, words)] : []));
  }
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
