/**
 * "Xem lại và gửi": my unsent opinions once more, each with a box to tick, and one press that sends them.
 */
import { dialog, open } from '../parts/dialog.js';
import { h, button, icon } from '../parts/dom.js';
import { two, clockTime, capital } from '../parts/words.js';
import { diffNodes } from './diff.js';
import { Refused } from '../parts/errors.js';
import { Attempts } from '../parts/attempts.js';
import { ownWords } from './model.js';
import { goesToHead, isAnswered, ownUnit, sendable, speaker, whoReads, writer } from './whose.js';
import { isUnitDraft } from './threads.js';

export class Review {
  constructor(reader) {
    Object.assign(this, { reader, store: reader.store, server: reader.server, t: reader.t, chosen: new Map(sendable(reader.store).map((item) => [item.id, true])) });
    this.attempts = new Attempts();
    this.error = h('p', { class: 'err', role: 'alert', hidden: true });
    this.send = button('', { icon: 'send', class: 'btn pri', onclick: () => this.sendNow() });
    this.list = h('ol', { class: 'unsent' });
    this.readers = h('span');
    this.final = h('p', { class: 'mut small' });
    const title = this.t(this.items.every((item) => goesToHead(this.store, item)) ? 'review.title.unit' : 'review.title');
    this.element = dialog({ title, close: this.t('action.close'), kind: 'review' },
      this.list, this.waiting(),
      h('footer', {}, h('p', { class: 'vis' }, icon('eye'), this.readers), this.final, this.error,
        h('div', { class: 'row' }, h('span', { class: 'grow' }), button(this.t('review.later'), { onclick: () => this.element.close() }), this.send)));
    this.draw();
  }

  open() {
    open(this.reader, this.element);
    return this;
  }

  get items() {
    return sendable(this.store);
  }

  waiting() {
    const n = this.store.waitingOpinions().length;
    return n > 0 && h('p', { class: 'note wait' }, icon('offline'), h('span', {}, this.t('err.queue', { n })));
  }

  draw() {
    this.list.replaceChildren(...this.items.map((item) => this.row(item)));
    const { out, inside } = this.ends(this.ticked);
    this.send.lastChild.textContent = this.words(out, inside);
    this.send.disabled = out.length + inside.length === 0;
    this.readers.textContent = [...new Set(this.ticked.map((item) => whoReads(this.store, item.unit)).filter(Boolean))].join(' ');
    this.final.textContent = [out.length > 0 && this.t('review.final'), inside.length > 0 && this.t('review.unit')].filter(Boolean).join(' ');
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
    const name = place ? capital(place.name) : this.t('place.DOSSIER');
    const box = h('input', { type: 'checkbox', checked: this.chosen.get(item.id), onchange: () => {
      this.chosen.set(item.id, box.checked);
      this.draw();
      this.list.querySelector(`[data-id="${CSS.escape(item.id)}"] input`)?.focus();
    } });
    const base = item.quote || ownWords(place);
    return h('li', { 'data-id': item.id }, h('label', {}, box, h('span', {},
      h('span', { class: 'over' }, h('b', {}, name), h('span', { class: 'cap' }, [item.kindLabel, isUnitDraft(item) && this.t('review.prepared', { unit: speaker(this.store, item), name: writer(this.store, item) })].filter(Boolean).join(' · '))),
      item.quote && item.replacement == null && h('span', { class: 'quoted' }, `“${item.quote}”`),
      item.replacement != null && h('span', { class: 'change' }, item.replacement === '' ? h('del', {}, base) : diffNodes(base, item.replacement)),
      item.text && h('span', { class: 'say' }, item.text))),
      button(this.t('action.edit'), { icon: 'pen', class: 'btn sm ter', onclick: () => {
        this.element.close();
        this.reader.edit(item);
      } }));
  }

  async sendNow() {
    const { ticked } = this;
    const { out, inside } = this.ends(ticked);
    const ids = ticked.map((item) => item.id);
    this.send.disabled = true;
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
      this.error.hidden = false;
      this.error.replaceChildren(icon('warning'), h('span', {}, this.reader.news.sentenceFor(error)));
      await this.server.refresh();
      this.draw();
    }
  }
}
