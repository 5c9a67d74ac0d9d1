/**
 * The work bar over the text: which draft, how long it is open, size of the letters, agreement, sending.
 */
import { h, button, icon } from '../parts/dom.js';
import { kept } from '../parts/kept.js';
import { roving } from '../parts/roving.js';
import { RoundState } from '../parts/names.js';
import { reviewWords, sendable } from './whose.js';

export const SIZES = ['small', 'normal', 'large'];
const LETTERS = ['A−', 'A', 'A+'];
const SIZE_KEY = 'gopy:textSize';

/** The size of the text chosen in this browser. */
export const textSize = () => (SIZES.includes(kept.get(SIZE_KEY)) ? kept.get(SIZE_KEY) : 'normal');

export function setTextSize(reader, size) {
  kept.set(SIZE_KEY, size);
  reader.dataset.size = size;
  reader.layout();
}

export class WorkBar {
  constructor(reader, { onoutline }) {
    Object.assign(this, { reader, store: reader.store, t: reader.t });
    const { version } = reader.store;
    this.sizes = SIZES.map((size, i) => h('button', { type: 'button', class: 'btn ico', 'aria-label': `${LETTERS[i]} ${this.t(`size.${size}`)}`, title: this.t(`size.${size}`), 'aria-pressed': 'false',
      onclick: () => this.pick(size) }, LETTERS[i]));
    this.agree = h('span', { class: 'agree' });
    this.send = button('', { icon: 'send', class: 'btn pri send', onclick: () => reader.review() });
    this.element = h('div', { class: 'tools', role: 'toolbar', 'aria-label': this.t('bar.label') },
      button('', { icon: 'menu', class: 'btn ico fold', label: this.t('outline.label'), 'aria-expanded': 'false', onclick: onoutline }),
      this.versionSwitch(version),
      this.comparison(version),
      reader.store.canComment && button(h('span', { class: 'opt' }, this.t('returned.title')), { icon: 'upload', class: 'btn ter cmp', label: this.t('returned.title'), onclick: () => reader.takeReturned() }),
      version.canCheck && version.checkUrl && h('a', { class: 'btn ter cmp', href: version.checkUrl }, this.t('action.check')),
      reader.store.round?.replyUrl && h('a', { class: 'btn ter cmp', href: reader.store.round.replyUrl }, icon('reply'), this.t('bar.reply')),
      h('span', { class: 'sep' }), this.deadline(), h('span', { class: 'grow' }),
      // What comes and goes stands inside, so that nothing that is pressed moves.
      this.send, this.agree, h('span', { class: 'sep' }),
      h('span', { class: 'cap opt' }, this.t('size.label')), h('span', { class: 'sizes', role: 'group', 'aria-label': this.t('size.label') }, this.sizes));
    this.pick(textSize());
    this.update();
    roving(this.element);
  }

  get foldButton() {
    return this.element.querySelector('.fold');
  }

  pick(size) {
    setTextSize(this.reader, size);
    this.sizes.forEach((b, i) => b.setAttribute('aria-pressed', String(SIZES[i] === size)));
  }

  comparison(version) {
    if (!version.compareUrl) return '';
    const words = version.compareLabel ?? this.t('bar.compare');
    return h('a', { class: 'btn ter cmp', href: version.compareUrl, 'aria-label': words, title: words }, icon('compare'), h('span', { class: 'opt' }, words));
  }

  versionSwitch(version) {
    const { versions } = this.store;
    if (versions.length < 2) return h('span', { class: 'ver' }, version.label);
    const items = [...versions].sort((a, b) => b.ordinal - a.ordinal);
    const pop = h('div', { class: 'menu', popover: 'auto', id: 'gopy-versions' }, h('ul', {}, items.map((v) =>
      h('li', {}, h('a', { href: v.url, 'aria-current': v.id === version.id ? 'page' : null }, h('span', {}, v.label), v.id === version.id && icon('check'))))));
    const open = h('button', { type: 'button', class: 'btn ter ver', popovertarget: 'gopy-versions', 'aria-haspopup': 'true', 'aria-label': `${this.t('bar.version')}: ${version.label}` }, version.label, icon('down'));
    pop.addEventListener('beforetoggle', () => {
      pop.querySelectorAll('a').forEach((link, i) => (link.href = this.reader.way.inVersion(items[i])));
      const box = open.getBoundingClientRect();
      pop.style.left = `${box.left}px`;
      pop.style.top = `${box.bottom + 2}px`;
    });
    return h('span', {}, open, pop);
  }

  deadline() {
    const { round } = this.store;
    if (!round) return '';
    return h('span', { class: 'due' }, deadlineWords(this.reader), round.closesText && round.state === RoundState.OPEN && h('span', { class: 'mut opt' }, `· ${round.closesText}`));
  }

  /** Agreement and the number of unsent opinions as they are now. */
  update() {
    const { round } = this.store;
    this.agree.replaceChildren(this.reader.consent.button() ?? '');
    const items = sendable(this.store);
    this.send.hidden = !this.store.canComment || items.length === 0;
    this.send.lastChild.textContent = reviewWords(this.store, items);
    this.element.classList.toggle('noround', !round);
  }
}

/** "Còn 6 ngày" and its like, with icon. */
export function deadlineWords(reader) {
  const { round } = reader.store;
  if (!round) return '';
  const words = { [RoundState.CLOSED]: 'round.closed', [RoundState.LOCKED]: 'round.locked', [RoundState.ANNOUNCED]: 'round.announced', [RoundState.PREPARING]: 'round.preparing' }[round.state];
  if (words) return h('span', { class: 'left c-idle' }, icon(round.state === RoundState.LOCKED ? 'lock' : 'clock'), reader.t(words));
  const days = round.daysLeft;
  const left = days > 1 ? reader.t('round.left', { n: days }) : days === 1 ? reader.t('round.left.one') : days === 0 ? reader.t('round.today') : reader.t('round.closed');
  return h('span', { class: `left ${round.soon ? 'c-wait' : 'c-acc'}` }, icon('clock'), left);
}
