/**
 * "Phương án 1 / 2": options that a draft offers for one provision. To choose one is to agree with it, and goes out as an
 * opinion does; under each stands how many have chosen it, as far as this reader sees what others say.
 */
import { h, button } from '../parts/dom.js';
import { two } from '../parts/words.js';
import { CommentKind } from '../parts/names.js';
import { isEarlier, isGone, isOwnUnsent, isSent } from './threads.js';
import { speaker } from './whose.js';

/** Whether the place is one of several options. */
export const isOption = (place) => place.level === 'ALTERNATIVE';

/** The key under which the words beside a choice are kept. */
export const choiceKey = (place) => `${place.id}@chon`;

/** Whether the opinion chooses the option at which it stands. */
export const isChoice = (item) => item.kind === CommentKind.AGREE && !isGone(item) && !isEarlier(item);

export class Choices {
  constructor(reader) {
    Object.assign(this, { reader, store: reader.store, server: reader.server, t: reader.t });
  }

  listen(signal) {
    this.store.addEventListener('opinions', ({ detail }) => detail.places.size && this.draw(), { signal });
  }

  /** The line under an option. */
  line(place) {
    const line = h('div', { class: 'choice', 'data-choice': place.id });
    this.fill(line, place);
    return line;
  }

  draw() {
    for (const line of this.reader.querySelectorAll('[data-choice]')) this.fill(line, this.store.draft.place(line.dataset.choice));
  }

  fill(line, place) {
    const { t } = this;
    const own = this.store.threads.at(place.id).filter((item) => item.mine && isChoice(item)).at(-1);
    const counted = this.counted(place);
    const words = own ? t(isSent(own) ? 'choice.sent' : 'choice.unsent') : t('choice.choose');
    const held = document.activeElement?.closest?.('[data-choice]') === line;
    line.replaceChildren(...[
      this.store.canComment && button(words, { icon: own ? 'check' : 'comment', class: `btn sm${own ? ' on' : ''}`, 'aria-pressed': String(Boolean(own)), label: `${place.label}: ${words}`, onclick: () => this.pressed(place, own) }),
      counted && h('span', { class: 'cap' }, counted),
    ].filter(Boolean));
    if (held) line.querySelector('button')?.focus({ preventScroll: true });
  }

  /** Chooses; or opens what was chosen and not sent, where it can be changed or taken back. */
  pressed(place, own) {
    if (!own) this.reader.compose(place, { mode: 'comment', choosing: true });
    else if (isOwnUnsent(own)) this.reader.edit(own);
    else this.reader.view.openPlace(place.id, { item: own.id });
  }

  options(place) {
    return (place.parent?.node?.children ?? []).map(({ id }) => this.store.draft.place(id)).filter((one) => one && isOption(one));
  }

  /** How many units and people stand by the option with their last choice; nothing where one sees one's own alone. */
  counted(place) {
    const last = new Map();
    for (const option of this.options(place)) {
      for (const item of this.store.threads.at(option.id)) {
        if (!isChoice(item) || !isSent(item)) continue;
        const who = speaker(this.store, item);
        if (!last.has(who) || last.get(who).item.sentAt < item.sentAt) last.set(who, { item, option });
      }
    }
    const all = [...last.values()];
    if (!all.some(({ item }) => !item.mine)) return '';
    const here = all.filter(({ option }) => option === place);
    const units = here.filter(({ item }) => item.unit).length;
    return this.t('choice.count', { units: two(units), people: two(here.length - units) });
  }

  /** The other options that were chosen and not sent give way. */
  async only(item) {
    const place = this.store.draft.place(item.provisionId);
    const others = place ? this.options(place).filter((one) => one !== place) : [];
    const unsent = others.flatMap((one) => this.store.threads.at(one.id)).filter((one) => isChoice(one) && isOwnUnsent(one) && (one.unit ?? null) === (item.unit ?? null));
    for (const one of unsent) await this.server.remove(one);
  }
}
