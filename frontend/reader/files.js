/**
 * Files that belong to an opinion or an answer: taken down by whoever reads it, added and taken away by whoever may change
 * its words.
 */
import { html, nothing } from '../lit/lit-html.js';
import { icon } from '../parts/templates.js';

/** So many each opinion may have; the server says the same. */
const MOST = 5;

export class Files {
  constructor(reader) {
    Object.assign(this, { reader, server: reader.server, t: reader.t, busy: new Set() });
  }

  view(item) {
    if (!item.files?.length) return nothing;
    return html`<ul class="files">${item.files.map((file) => html`<li><a class="lnk" download=${file.name} href=${this.server.fileAddress(item, file)}>${icon('file')}${file.name}</a> <span class="cap">${sizeOf(file)}</span>${item.mine && item.canEdit
      ? html`<button type="button" class="btn sm ter ico" aria-label=${this.t('files.remove', { name: file.name })} @click=${() => this.run(item, () => this.server.detach(item, file))}>${icon('close')}</button>`
      : nothing}</li>`)}</ul>`;
  }

  /** The button that adds one. */
  adding(item) {
    if (!item.mine || !item.canEdit || item.files?.length >= MOST) return nothing;
    return html`<button type="button" class="btn sm ter" data-attach=${item.id} @click=${(event) => event.currentTarget.nextElementSibling.click()}>${icon('file')}${this.t('files.add')}</button><input
      type="file" hidden aria-label=${this.t('files.add')} @change=${(event) => this.chosen(item, event.currentTarget)}>`;
  }

  chosen(item, field) {
    const [file] = field.files;
    field.value = '';
    if (!file) return undefined;
    const most = this.reader.store.largestFile;
    if (most && file.size > most * 1024 * 1024) return this.reader.toast(this.t('files.tooLarge', { n: most }));
    return this.run(item, () => this.server.attach(item, file), this.t('files.added', { name: file.name }));
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

const sizeOf = ({ size }) => (size < 1024 * 1024 ? `${Math.max(1, Math.round(size / 1024))} KB` : `${(size / 1024 / 1024).toFixed(1).replace('.', ',')} MB`);
