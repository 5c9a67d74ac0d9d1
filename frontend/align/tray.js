/**
 * What was said of the draft before and has no place in this one, or stands above a clause that went: to be put where it
 * belongs by a person. Comments and points on paper alike.
 */
import { LOOKS } from '../parts/anchors.js';
import { Unreachable } from '../parts/errors.js';
import { h, button, icon } from '../parts/dom.js';
import { AnchorState } from '../parts/names.js';
import { capital, two } from '../parts/words.js';
import { placesDialog } from './partners.js';

/** What the tray holds of what is counted. */
const LISTED = new Set([AnchorState.UNPLACED, AnchorState.REMOVED]);

export class Tray {
  /** @param page whose draft it is */
  constructor(page) {
    Object.assign(this, { page, say: page.say, version: page.getAttribute('version-id'), earlier: null });
    this.element = h('section', { class: 'tray', 'aria-label': this.say('tray.title'), hidden: true });
  }

  /** Asks for what is true now, and shows it. Without an answer the pairs are there all the same. */
  async refresh() {
    const asked = (this.asked = Symbol('asked'));
    const earlier = await this.page.api.get(`/versions/${this.version}/earlier-opinions`).catch(() => null);
    if (!earlier || this.asked !== asked) return;
    this.earlier = earlier;
    this.show();
    this.page.showFoot();
  }

  show() {
    const { items, total } = this.earlier;
    this.element.hidden = !items.length;
    if (!items.length) return;
    const lost = items.filter((item) => item.anchor === AnchorState.UNPLACED);
    const held = document.activeElement?.closest?.('.tray')?.contains(document.activeElement) && document.activeElement.closest('[data-opinion]')?.dataset.opinion;
    const groups = [[AnchorState.UNPLACED, lost], [AnchorState.REMOVED, items.filter((item) => item.anchor === AnchorState.REMOVED)], ['hand', items.filter((item) => item.byHand && !lost.includes(item) && item.anchor !== AnchorState.REMOVED)]];
    this.element.replaceChildren(...groups.filter(([, some]) => some.length).flatMap(([group, some]) => [
      h('h2', { class: 's' }, this.say(`tray.${group}`), ' ', h('span', { class: 'cap' }, this.say('tray.of', { n: two(some.length), total: two(total) }))),
      ...some.map((item) => this.card(item)),
    ]));
    if (held) this.element.querySelector(`[data-opinion="${held}"] button`)?.focus({ preventScroll: true });
  }

  card(item) {
    const { say, page } = this;
    const { model, decidable } = page;
    const name = (id) => model.placeById(id);
    const here = item.provisionId && name(item.provisionId);
    const likely = item.likely && name(item.likely);
    const [sign, style] = LOOKS[item.anchor];
    const who = [item.number && String(item.number), item.who].filter(Boolean).join(' · ');
    return h('article', { class: 'lost', 'data-opinion': item.comment ?? item.point },
      h('p', { class: 'by' }, h('b', {}, who), ' ', h('span', { class: 'cap' }, item.place && say('tray.from', { n: item.ordinal, place: item.place }))),
      h('p', { class: 'say', lang: 'vi' }, item.text),
      item.anchor !== AnchorState.UNPLACED && h('p', { class: 'at' }, h('span', { class: style }, icon(sign), say(`tray.at.${item.byHand ? 'hand' : AnchorState.REMOVED}`, { place: here ? model.name(here) : say('place.WHOLE_BODY') }))),
      likely && h('p', { class: 'cap' }, say('tray.likely'), ' ', h('b', {}, model.title([likely]))),
      decidable && h('div', { class: 'acts' },
        likely && button(say('tray.put', { place: capital(model.name(likely)) }), { onclick: () => this.put(item, likely) }),
        button(say('tray.choose'), { class: 'btn ter', onclick: () => this.choose(item) }),
        item.anchor !== AnchorState.UNPLACED && button(say('tray.none'), { class: 'btn ter', onclick: () => this.put(item, null) }),
        item.byHand && button(say('tray.release'), { class: 'btn ter', onclick: () => this.release(item) })));
  }

  choose(item) {
    const places = this.page.model.rows.flatMap((row) => row.new).filter((place) => place.name);
    placesDialog(this.page, { title: this.say('tray.where', { who: item.who }), places, label: this.say('partner.new') }, (place) => this.put(item, place));
  }

  put(item, place) {
    const words = place ? this.say('tray.done.put', { place: this.page.model.name(place) }) : this.say('tray.done.none');
    return this.change(item, words, (path, options) => this.page.api.call('PUT', path, { versionId: this.version, provisionId: place?.id ?? null }, options));
  }

  release(item) {
    return this.change(item, this.say('tray.done.release'), (path, options) => this.page.api.call('DELETE', `${path}?versionId=${this.version}`, undefined, options));
  }

  async change(item, words, call) {
    const path = item.comment ? `/comments/${item.comment}/anchor` : `/points/${item.point}/anchor`;
    try {
      await call(path, { version: item.version });
      this.page.toast(words);
    } catch (error) {
      if (error.status === 401) return location.reload();
      this.page.toast(error instanceof Unreachable ? this.say('err.offline') : error.status === 412 ? this.say('tray.stale') : error.message || this.say('err.server'));
    }
    return this.refresh();
  }

  /** Comes into sight, also where there is room for one pane only. */
  go() {
    this.page.dataset.pane = 'pair';
    this.element.scrollIntoView();
    this.element.querySelector('button')?.focus({ preventScroll: true });
  }

  /** "35 ý kiến = 04 đúng vị trí + …"; null before it is known, and where nothing was said. */
  sums() {
    const { earlier, say } = this;
    if (!earlier?.total) return null;
    const parts = Object.entries(LOOKS).filter(([state]) => earlier.counts[state]).map(([state, [sign]]) => {
      const words = [icon(sign), h('b', {}, two(earlier.counts[state])), ` ${say(`sum.${state}`)}`];
      return LISTED.has(state) ? h('button', { type: 'button', class: 'lnk', onclick: () => this.go() }, words) : h('span', {}, words);
    });
    if (earlier.general) parts.push(h('span', {}, h('b', {}, two(earlier.general)), ` ${say('sum.general')}`));
    return h('div', { class: 'sums' }, h('span', {}, h('b', {}, two(earlier.total)), ` ${say('sum.total')} =`), parts.flatMap((part, i) => (i ? [h('span', { class: 'plus' }, '+'), part] : [part])));
  }
}
