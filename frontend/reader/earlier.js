/**
 * What was said of earlier drafts, as it stands beside this one: the line over the text with how many are in which state,
 * each leading from one to the next, and whether they are shown in the text.
 */
import { LOOKS } from '../parts/anchors.js';
import { h, icon } from '../parts/dom.js';
import { kept } from '../parts/kept.js';
import { Uptake } from '../parts/names.js';
import { two } from '../parts/words.js';
import { isGone } from './threads.js';

const HIDDEN_KEY = 'gopy:earlierHidden';

export class Earlier {
  constructor(reader) {
    Object.assign(this, { reader, store: reader.store, t: reader.t, at: null });
    this.store.threads.earlier = kept.get(HIDDEN_KEY) !== 'yes';
    this.store.threads.arrange();
  }

  listen(signal) {
    this.store.addEventListener('opinions', () => this.draw(), { signal });
    this.draw();
  }

  get items() {
    return this.store.threads.items.filter((item) => item.from && !isGone(item));
  }

  draw() {
    const { items, t } = this;
    const held = document.activeElement?.dataset.earlier;
    if (!items.length) return this.reader.notices.line('earlier');
    const states = Object.keys(LOOKS).map((state) => this.stateOf(state, items)).filter(Boolean);
    const words = h('span', { class: 'states' }, h('b', {}, t('earlier.line', { n: two(items.length) })), ...states, this.mine(items));
    const { earlier } = this.store.threads;
    const toggle = h('button', { type: 'button', class: 'lnk', 'data-earlier': 'toggle', 'aria-pressed': String(!earlier), onclick: () => this.toggle() }, t(earlier ? 'earlier.hide' : 'earlier.show'));
    const line = this.reader.notices.line('earlier', 'earlier', 'history', words, toggle);
    if (held) line.querySelector(`[data-earlier="${held}"]`)?.focus({ preventScroll: true });
  }

  stateOf(state, items) {
    const some = items.filter((item) => item.anchor === state);
    if (!some.length) return null;
    const [sign, style] = LOOKS[state];
    return h('button', { type: 'button', class: style, 'data-earlier': state, onclick: () => this.next(some) }, icon(sign), this.t(`earlier.${state}`, { n: two(some.length) }));
  }

  /** What became of the reader's own proposals. */
  mine(items) {
    const own = items.filter((item) => item.from.uptake && (item.mine || this.store.me.units.some((unit) => unit.code === item.unit)));
    if (!own.length) return null;
    const seen = own.filter((item) => item.from.uptake === Uptake.SEEN);
    const rest = own.filter((item) => item.from.uptake !== Uptake.SEEN);
    const group = (key, some) => some.length > 0 && h('button', { type: 'button', class: 'lnk', 'data-earlier': key, onclick: () => this.next(some) }, this.t(key, { n: two(some.length) }));
    return h('span', { class: 'mine' }, this.t('earlier.mine'), ' ', group('earlier.seen', seen), seen.length > 0 && rest.length > 0 && ', ', group('earlier.unseen', rest));
  }

  /** Goes to the next of these, from the one gone to last. */
  next(some) {
    if (!this.store.threads.earlier) this.toggle();
    const ordered = [...some].sort((a, b) => this.store.placeOf(a).order - this.store.placeOf(b).order);
    const at = ordered.findIndex((item) => item.id === this.at);
    const item = ordered[(at + 1) % ordered.length];
    this.at = item.id;
    const place = this.store.placeOf(item);
    this.reader.view.go(place, { block: 'center' });
    this.reader.openPlace(place.id, { item: item.id });
  }

  toggle() {
    const { threads } = this.store;
    threads.earlier = !threads.earlier;
    kept.set(HIDDEN_KEY, threads.earlier ? 'no' : 'yes');
    this.store.rearranged();
  }
}
