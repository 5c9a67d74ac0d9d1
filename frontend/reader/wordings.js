/**
 * "Đã sửa": that the words of an opinion or an answer were changed after others could read them, and on request what they
 * were, until when, and who changed them.
 */
import { html, nothing } from '../lit/lit-html.js';
import { dayAndTime } from '../parts/words.js';

export class Wordings {
  /** @param draw paints what holds it */
  constructor(reader, draw) {
    Object.assign(this, { reader, t: reader.t, draw, opened: new Map() });
  }

  /** The mark behind who has spoken. */
  mark(item) {
    if (!item.editedAt) return nothing;
    return html` · <button type="button" class="lnk" aria-expanded=${String(this.opened.has(item.id))} @click=${() => this.toggle(item)}>${this.t('edited.at', { time: dayAndTime(item.editedAt) })}</button>`;
  }

  async toggle(item) {
    if (this.opened.delete(item.id)) return this.show();
    try {
      const { items } = await this.reader.server.wordings(item);
      this.opened.set(item.id, { version: item.version, items });
      this.show();
    } catch (failure) {
      if (failure.status === 401) return this.reader.news.signedOut(failure);
      this.reader.toast(this.reader.news.sentenceFor(failure));
    }
  }

  show() {
    this.draw();
    this.reader.layout();
  }

  /** What it said before. */
  view(item) {
    const shown = this.opened.get(item.id);
    if (!shown || shown.version !== item.version) return nothing;
    return html`<ol class="said" aria-label=${this.t('edited.list')}>${shown.items.map((one) => html`<li><p class="by"><span>${this.t('edited.until', { time: dayAndTime(one.until), name: one.changedBy })}</span></p>
      ${one.replacement == null ? nothing : html`<p class="change" lang="vi">${one.replacement}</p>`}${one.text ? html`<p class="say" lang="vi">${one.text}</p>` : nothing}</li>`)}</ol>`;
  }
}
