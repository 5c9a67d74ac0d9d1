/**
 * "Xem lại và gửi": my unsent opinions once more, each with a box to tick, and one press that sends them.
 */
import { html, nothing, render } from '../lit/lit-html.js';
import { dialog, open } from '../parts/dialog.js';
import { alarm, icon } from '../parts/templates.js';
import { two, clockTime, capital } from '../parts/words.js';
import { changed } from './changes.js';
import { Refused } from '../parts/errors.js';
import { Attempts } from '../parts/attempts.js';
import { ownWords } from './model.js';
import { goesToHead, isAnswered, ownUnit, sendable, speaker, whoReads, writer } from './whose.js';
import { isChoice, isOption } from './choices.js';
import { isUnitDraft } from './threads.js';

export class Review {
  constructor(reader) {
    Object.assign(this, { reader, store: reader.store, server: reader.server, t: reader.t, chosen: new Map(sendable(reader.store).map((item) => [item.id, true])) });
    this.attempts = new Attempts();
    this.error = null;
    const title = this.t(this.items.every((item) => goesToHead(this.store, item)) ? 'review.title.unit' : 'review.title');
    this.element = dialog({ title, close: this.t('action.close'), kind: 'review' });
  }

  open() {
    this.draw();
    open(this.reader, this.element);
    return this;
  }

  get items() {
    return sendable(this.store);
  }

  draw() {
    render(this.content(this.ends(this.ticked)), this.element);
  }

  content({ out, inside }) {
    const { t } = this;
    const readers = new Set([...out, ...inside].map((item) => whoReads(this.store, item.unit)).filter(Boolean));
    const ends = [out.length > 0 && t('review.final'), inside.length > 0 && t('review.unit')];
    return html`
      <ol class="unsent">${this.items.map((item) => this.row(item))}</ol>
      ${this.waiting()}
      <footer>
        <p class="vis">${icon('eye')}<span>${[...readers].join(' ')}</span></p>
        <p class="mut small">${ends.filter(Boolean).join(' ')}</p>
        ${alarm(this.error)}
        <div class="row"><span class="grow"></span>
          <button type="button" class="btn" @click=${() => this.element.close()}>${t('review.later')}</button>
          <button type="button" class="btn pri" ?disabled=${this.sending || out.length + inside.length === 0} @click=${() => this.sendNow()}>${icon('send')}${this.words(out, inside)}</button></div>
      </footer>`;
  }

  waiting() {
    const n = this.store.waitingOpinions().length;
    return n > 0 ? html`<p class="note wait">${icon('offline')}<span>${this.t('err.queue', { n })}</span></p>` : nothing;
  }

  /** What is ticked and still unsent. */
  get ticked() {
    return this.items.filter((item) => this.chosen.get(item.id));
  }

  /** Where they go: out to the secretariat, or into the draft of a unit whose head sends them. */
  ends(items) {
    const inside = items.filter((item) => goesToHead(this.store, item));
    return { out: items.filter((item) => !inside.includes(item)), inside };
  }

  words(out, inside) {
    const n = two(out.length);
    if (inside.length && out.length) return this.t('action.sendBoth', { n, m: two(inside.length) });
    if (inside.length) return this.t('action.toUnit', { n: two(inside.length) });
    return this.t(out.some((item) => ownUnit(this.store, item.unit)) ? 'action.approveSend' : 'action.send', { n });
  }

  /** What has happened, in the words of what the button said. */
  done(out, inside, at) {
    const time = clockTime(at);
    const units = [...new Set(inside.map((item) => item.unit))];
    return [out.length > 0 && this.t('msg.sent', { n: two(out.length), time }),
      ...units.map((code) => this.t(isAnswered(this.store, code) ? 'msg.toUnit.later' : 'msg.toUnit',
        { n: two(inside.filter((item) => item.unit === code).length), unit: ownUnit(this.store, code).name, time }))].filter(Boolean).join(' ');
  }

  row(item) {
    const place = this.store.draft.place(item.provisionId);
    const base = item.quote || ownWords(place);
    const kind = [item.kindLabel, isUnitDraft(item) && this.t('review.prepared', { unit: speaker(this.store, item), name: writer(this.store, item) })];
    return html`
      <li data-id=${item.id}>
        <label><input type="checkbox" .checked=${this.chosen.get(item.id) ?? false} @change=${(event) => this.tick(item, event.target.checked)}><span>
          <span class="over"><b>${place ? capital(place.name) : this.t('place.DOSSIER')}</b><span class="cap">${kind.filter(Boolean).join(' · ')}</span></span>
          ${item.quote && item.replacement == null ? html`<span class="quoted">“${item.quote}”</span>` : nothing}
          ${item.replacement != null ? html`<span class="change">${changed(base, item.replacement)}</span>` : nothing}
          ${place && isChoice(item) && isOption(place) ? html`<span class="say">${this.t('choice.of', { option: place.label })}</span>` : nothing}
          ${item.text ? html`<span class="say">${item.text}</span>` : nothing}${item.files?.length ? html`<span class="cap">${this.t('files.list')}: ${item.files.map(({ name }) => name).join('; ')}</span>` : nothing}</span></label>
        <button type="button" class="btn sm ter" @click=${() => this.edit(item)}>${icon('pen')}${this.t('action.edit')}</button>
      </li>`;
  }

  tick(item, on) {
    this.chosen.set(item.id, on);
    this.draw();
  }

  edit(item) {
    this.element.close();
    this.reader.edit(item);
  }

  async sendNow() {
    const { ticked } = this;
    const { out, inside } = this.ends(ticked);
    const ids = ticked.map((item) => item.id);
    this.sending = true;
    this.draw();
    try {
      const done = await this.server.send(ids, this.attempts);
      this.element.close();
      this.reader.toast(this.done(out, inside, done?.at ? new Date(done.at) : new Date()));
      await this.server.refresh();
      await this.server.standings();
    } catch (error) {
      if (error instanceof Refused && error.status === 401) {
        this.element.close();
        this.reader.news.signedOut(error);
        return;
      }
      this.error = { words: this.reader.news.sentenceFor(error) };
      await this.server.refresh();
      this.sending = false;
      this.draw();
    }
  }
}
