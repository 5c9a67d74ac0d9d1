/**
 * Files that belong to an opinion or an answer: taken down by whoever reads it, added and taken away by whoever may change
 * its words.
 */
import { html, nothing } from '../lit/lit-html.js';
import { icon } from '../parts/templates.js';
import { two } from '../parts/words.js';
import { uuid } from '../parts/kept.js';
import { Unreachable } from '../parts/errors.js';
import { Attempts } from '../parts/attempts.js';

/** So many each opinion may have; the server says the same. */
const MOST = 5;

export class Files {
  /** @param inBox whether the words are open in a box, which changes their files itself */
  constructor(reader, inBox) {
    Object.assign(this, { reader, server: reader.server, t: reader.t, inBox, busy: new Set(), attempts: new Attempts() });
  }

  canChange(item) {
    return item.mine && item.canEdit && !this.inBox(item);
  }

  view(item) {
    if (!item.files?.length) return nothing;
    return html`<ul class="files">${item.files.map((file) => html`<li><a class="lnk" download=${file.name} href=${this.server.fileAddress(item, file)}>${icon('file')}${file.name}</a> <span class="cap">${sizeOf(file)}</span>${this.canChange(item)
      ? html`<button type="button" class="btn sm ter ico" aria-label=${this.t('files.remove', { name: file.name })} @click=${() => this.run(item, () => this.server.detach(item, file))}>${icon('close')}</button>`
      : nothing}</li>`)}</ul>`;
  }

  /** The button that adds one. */
  adding(item) {
    if (!this.canChange(item) || item.files?.length >= MOST) return nothing;
    return html`<button type="button" class="btn sm ter" data-attach=${item.id} @click=${(event) => event.currentTarget.nextElementSibling.click()}>${icon('file')}${this.t('files.add')}</button><input
      type="file" hidden aria-label=${this.t('files.add')} @change=${(event) => this.chosen(item, event.currentTarget)}>`;
  }

  chosen(item, field) {
    const [file] = field.files;
    field.value = '';
    if (!file) return undefined;
    const most = this.reader.store.largestFile;
    if (most && file.size > most * 1024 * 1024) return this.reader.toast(this.t('files.tooLarge', { n: most }));
    return this.run(item, () => this.server.attach(item, file, this.attempts), this.t('files.added', { name: file.name }));
  }

  async run(item, act, done) {
    if (this.busy.has(item.id)) return;
    this.busy.add(item.id);
    try {
      await act();
      if (done) this.reader.announce(done);
    } catch (failure) {
      if (failure.status === 401) this.reader.news.signedOut(failure);
      else this.reader.toast(this.reader.news.sentenceFor(failure));
    } finally {
      this.busy.delete(item.id);
      this.reader.layout();
    }
  }
}

/**
 * The files of a box in which words are written: chosen or dropped while writing, given to the server once the words are
 * there. What was chosen outlasts the box, not the page. A file that was refused says why and hinders no other.
 */
export class Enclosing {
  /**
   * @param box whose files they are: reader, key, and with words of its own that are changed also item
   * @param draw paints the box
   */
  constructor(box, draw) {
    Object.assign(this, { box, draw, reader: box.reader, store: box.reader.store, server: box.reader.server, t: box.reader.t, away: new Set() });
    this.adding = this.store.enclosed.get(box.key) ?? [];
    this.id = uuid();
  }

  get there() {
    return this.item?.files ?? [];
  }

  get item() {
    return this.box.item && (this.store.message(this.box.item.id) ?? this.box.item);
  }

  get count() {
    return this.there.filter(({ id }) => !this.away.has(id)).length + this.adding.length;
  }

  /** Whether the server does not know yet what the box shows. */
  get changed() {
    return this.adding.length > 0 || this.away.size > 0;
  }

  /** Whether something is chosen that is nowhere but in this page. */
  get holds() {
    return this.adding.length > 0;
  }

  // ---- drawing

  view() {
    const { t } = this;
    const rows = [...this.there.map((file) => this.kept(file)), ...this.adding.map((one) => this.added(one))];
    return html`<div class="enclosing">${rows.length ? html`<ul class="files" aria-label=${t('files.list')}>${rows}</ul>` : nothing}
      ${this.count < MOST
        ? html`<p class="row"><button type="button" class="btn sm ter" data-enclose ?disabled=${this.going} @click=${() => this.field.click()}>${icon('file')}${t('files.add')}</button><span class="cap">${t('files.hint', { n: two(MOST), size: this.largest })}</span></p>`
        : html`<p class="cap">${t('files.most', { n: two(MOST) })}</p>`}
      <input type="file" multiple hidden id=${this.id} aria-label=${t('files.add')} @change=${(event) => this.chosen(event.currentTarget)}></div>`;
  }

  get largest() {
    return this.store.largestFile;
  }

  kept(file) {
    const away = this.away.has(file.id);
    const words = this.t(away ? 'files.keep' : 'files.remove', { name: file.name });
    return html`<li class=${away ? 'away' : nothing}><span class="what"><span>${icon('file')}${file.name}</span> <span class="cap">${away ? this.t('files.away') : sizeOf(file)}</span></span><button
      type="button" class="btn sm ter ico" aria-label=${words} title=${words} ?disabled=${this.going} @click=${() => this.toggle(file)}>${icon(away ? 'undo' : 'close')}</button></li>`;
  }

  added(one) {
    const words = this.t('files.remove', { name: one.file.name });
    return html`<li data-state=${one.state}><span class="what"><span>${icon(one.state === 'refused' ? 'warning' : 'file')}${one.file.name}</span> <span class=${one.state === 'refused' ? 'err' : 'cap'}>${this.said(one)}</span></span><button
      type="button" class="btn sm ter ico" aria-label=${words} title=${words} ?disabled=${this.going} @click=${() => this.drop(one)}>${icon('close')}</button></li>`;
  }

  said({ state, file, words }) {
    if (state === 'refused') return words;
    return state === 'going' ? this.t('files.going') : `${sizeOf(file)} · ${this.t('files.waits')}`;
  }

  get field() {
    return document.getElementById(this.id);
  }

  // ---- choosing

  chosen(field) {
    this.take([...field.files]);
    field.value = '';
    this.focus();
  }

  /** Files over the box, away from it again, or let fall on it. */
  dragged(event) {
    if (![...(event.dataTransfer?.types ?? [])].includes('Files')) return;
    const { type, currentTarget, relatedTarget, dataTransfer } = event;
    currentTarget.toggleAttribute('data-over', type === 'dragover' || (type === 'dragleave' && currentTarget.contains(relatedTarget)));
    if (type === 'dragleave') return;
    event.preventDefault();
    dataTransfer.dropEffect = 'copy';
    if (type === 'drop') this.take([...dataTransfer.files]);
  }

  /** What does not fit is said at once, by name. */
  take(files) {
    if (this.going || !files.length) return;
    const refused = [];
    for (const file of files) {
      if (this.count >= MOST) refused.push(this.t('files.over', { name: file.name, n: two(MOST) }));
      else if (!file.size) refused.push(this.t('files.empty', { name: file.name }));
      else if (this.largest && file.size > this.largest * 1024 * 1024) refused.push(this.t('files.tooLarge.one', { name: file.name, n: this.largest }));
      else this.adding.push({ file, state: 'waiting', attempts: new Attempts() });
    }
    this.show(refused.join(' '));
    if (!refused.length) this.reader.announce(this.t('files.chosen', { n: two(this.adding.length) }));
  }

  drop(one) {
    this.adding.splice(this.adding.indexOf(one), 1);
    this.show();
    this.focus();
  }

  toggle(file) {
    if (!this.away.delete(file.id)) this.away.add(file.id);
    this.show();
  }

  /** What is chosen can be found again under the key of the box. */
  remember() {
    if (this.holds) this.store.enclosed.set(this.box.key, this.adding);
    else this.store.enclosed.delete(this.box.key);
  }

  forget() {
    this.adding = [];
    this.away.clear();
    this.store.enclosed.delete(this.box.key);
  }

  show(problem = '') {
    this.remember();
    this.box.troubled(problem);
    this.draw();
    this.reader.layout();
  }

  focus() {
    const box = this.field?.closest('form');
    (box?.querySelector('[data-enclose]') ?? box?.querySelector('.enclosing button'))?.focus({ preventScroll: true });
  }

  // ---- giving

  /**
   * Gives the files to the words that are on the server now, one after the other. Gives whether all went; an ended session
   * is thrown.
   */
  async go(item) {
    this.going = true;
    try {
      for (const id of [...this.away]) await this.takeAway(item, id);
      for (const one of [...this.adding]) await this.give(item, one);
    } finally {
      this.going = false;
      this.remember();
    }
    return !this.changed;
  }

  async takeAway(item, id) {
    try {
      await this.server.detach(item, { id });
    } catch (failure) {
      // Gone already is as good.
      if (failure.status !== 404) throw failure;
    }
    this.away.delete(id);
  }

  async give(item, one) {
    one.state = 'going';
    this.draw();
    try {
      await this.server.attach(item, one.file, one.attempts);
      this.adding.splice(this.adding.indexOf(one), 1);
    } catch (failure) {
      one.state = 'refused';
      one.words = failure instanceof Unreachable ? this.t('files.unreachable') : this.reader.news.sentenceFor(failure);
      if (failure.status === 401) throw failure;
    }
  }
}

const sizeOf = ({ size }) => (size < 1024 * 1024 ? `${Math.max(1, Math.round(size / 1024))} KB` : `${(size / 1024 / 1024).toFixed(1).replace('.', ',')} MB`);
