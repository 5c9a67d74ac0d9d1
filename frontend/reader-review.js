/**
 * "Xem lại và gửi": my unsent opinions once more, each with a box to tick, and one press that sends them.
 */
import { h, button, icon, two, clockTime } from './reader-dom.js';
import { diffNodes } from './reader-diff.js';
import { capital } from './reader-compose.js';
import { Refused } from './reader-api.js';
import { Attempts } from './attempts.js';
import { Capacity } from './names.js';
import { ownWords } from './reader-model.js';

export class Review {
  constructor(reader) {
    Object.assign(this, { reader, t: reader.t, chosen: new Map(reader.threads.unsent.map((item) => [item.id, true])) });
    this.attempts = new Attempts();
    this.error = h('p', { class: 'err', role: 'alert', hidden: true });
    this.send = button('', { icon: 'send', class: 'btn pri', onclick: () => this.sendNow() });
    this.list = h('ol', { class: 'unsent' });
    this.element = h('dialog', { class: 'dlg review', 'aria-labelledby': 'gopy-review' },
      h('header', {}, h('h2', { id: 'gopy-review', class: 's' }, this.t('review.title')), button('', { icon: 'close', class: 'btn ico', label: this.t('action.close'), onclick: () => this.element.close() })),
      this.list, this.waiting(),
      h('footer', {}, h('p', { class: 'vis' }, icon('eye'), h('span', {}, this.sentence())), h('p', { class: 'mut small' }, this.t('review.final')), this.error,
        h('div', { class: 'row' }, h('span', { class: 'grow' }), button(this.t('review.later'), { onclick: () => this.element.close() }), this.send)));
    this.element.addEventListener('close', () => this.element.remove());
    this.draw();
  }

  open() {
    this.reader.append(this.element);
    this.element.showModal();
    return this;
  }

  /** Who will read them, by the real rule: a unit's words stay sealed where a person's own may be seen by a group. */
  sentence() {
    const { visibility } = this.reader.json;
    const whose = this.reader.threads.unsent.map((item) => (item.author?.unit ? Capacity.UNIT : Capacity.OWN));
    return [...new Set(whose.map((capacity) => visibility[capacity]).filter(Boolean))].join(' ');
  }

  waiting() {
    const n = this.reader.queue.waiting.length;
    return n > 0 && h('p', { class: 'note wait' }, icon('offline'), h('span', {}, this.t('err.queue', { n })));
  }

  draw() {
    this.list.replaceChildren(...this.reader.threads.unsent.map((item) => this.row(item)));
    const n = this.ids.length;
    this.send.lastChild.textContent = this.t('action.send', { n: two(n) });
    this.send.disabled = n === 0;
  }

  /** What is ticked and still unsent. */
  get ids() {
    return this.reader.threads.unsent.map((item) => item.id).filter((id) => this.chosen.get(id));
  }

  row(item) {
    const place = this.reader.draft.place(item.provisionId);
    const name = place ? capital(place.name) : this.t('place.DOSSIER');
    const box = h('input', { type: 'checkbox', checked: this.chosen.get(item.id), onchange: () => {
      this.chosen.set(item.id, box.checked);
      this.draw();
      this.list.querySelector(`[data-id="${CSS.escape(item.id)}"] input`)?.focus();
    } });
    const base = item.quote || ownWords(place);
    return h('li', { 'data-id': item.id }, h('label', {}, box, h('span', {},
      h('span', { class: 'over' }, h('b', {}, name), item.kindLabel && h('span', { class: 'cap' }, item.kindLabel)),
      item.quote && item.replacement == null && h('span', { class: 'quoted' }, `“${item.quote}”`),
      item.replacement != null && h('span', { class: 'change' }, item.replacement === '' ? h('del', {}, base) : diffNodes(base, item.replacement)),
      item.text && h('span', { class: 'say' }, item.text))),
      button(this.t('action.edit'), { icon: 'pen', class: 'btn sm ter', onclick: () => {
        this.element.close();
        this.reader.edit(item);
      } }));
  }

  async sendNow() {
    const { ids } = this;
    this.send.disabled = true;
    try {
      const done = await this.attempts.run(ids, (key) => this.reader.api.call('POST', '/comments/send', { ids }, { key }));
      this.element.close();
      const at = done?.at ? new Date(done.at) : new Date();
      this.reader.toast(this.t('msg.sent', { n: two(done?.sent ?? ids.length), time: clockTime(at) }));
      await this.reader.refresh();
    } catch (error) {
      if (error instanceof Refused && error.status === 401) {
        this.element.close();
        this.reader.signedOut(error);
        return;
      }
      this.error.hidden = false;
      this.error.replaceChildren(icon('warning'), h('span', {}, this.reader.sentenceFor(error)));
      await this.reader.refresh();
      this.draw();
    }
  }
}
