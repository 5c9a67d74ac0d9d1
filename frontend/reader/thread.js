/**
 * The note at one place, in the margin or inside the sheet of a phone: whose opinions there are, folded to the first of
 * them, or opened to the conversation.
 */
import { h, button, icon } from '../parts/dom.js';
import { two, capital } from '../parts/words.js';
import { change, pieceNodes } from './diff.js';
import { known } from './later.js';
import { speaker } from './whose.js';
import { isChoice, isOption } from './choices.js';
import { isEarlier, isGone, isOwnUnsent, isSent, isUnitDraft } from './threads.js';
import { ownWords } from './model.js';

export class Thread {
  constructor(reader, place, { chips = false } = {}) {
    Object.assign(this, { reader, store: reader.store, t: reader.t, place, chips });
    this.open = false;
    this.element = h('article', { class: 'th', 'data-thread': place.id });
    this.title = h('button', { type: 'button', class: 'open', 'aria-expanded': 'false', onclick: () => this.reader.openPlace(place.id, { focus: true }) }, capital(place.name));
    this.info = h('span', { class: 'info' });
    this.closer = button('', { icon: 'close', class: 'btn ico', label: this.t('action.close'), onclick: () => this.reader.closePlace() });
    this.list = h('ul', { class: 'says', tabindex: '-1' });
    this.brief = h('p', { class: 'brief' });
    this.foot = h('div', { class: 'foot' });
    this.element.append(h('header', {}, h('span', { class: 'badge' }, icon('opinion')), this.title, this.info, this.closer), this.brief, this.list, this.foot);
    this.update();
  }

  get items() {
    return this.store.threads.at(this.place.id);
  }

  get waiting() {
    return this.store.waitingOpinions(this.place.id);
  }

  // ---- drawing

  /** Redraws what is different; a box someone is typing in is never touched, nor does it move on the screen. */
  update() {
    const items = this.items;
    const typing = this.element.contains(document.activeElement) && /TEXTAREA|INPUT|SELECT/.test(document.activeElement.tagName);
    if (typing && this.open && !this.list.style.height) {
      this.hold(`${this.list.getBoundingClientRect().height}px`);
      this.element.addEventListener('focusout', () => setTimeout(() => {
        if (this.element.contains(document.activeElement)) return;
        this.hold('');
        this.reader.layout();
      }), { once: true });
    }
    this.header(items);
    if (!this.open) return this.briefOf(items);
    this.inside((conversation) => {
      conversation.draw();
      this.emptyOf(items);
    });
  }

  /** Does it with the conversation: at once where its module has come, as it has soon after the text. */
  inside(task) {
    const module = known('conversation');
    if (module) return task((this.conversation ??= new module.Conversation(this)));
    this.reader.fetchedLater('conversation').then((came) => came && this.open && this.inside(task));
  }

  /** The box that is being written in, if there is one. */
  get composer() {
    return this.conversation?.composer ?? null;
  }

  /** Keeps the list at exactly that height, or lets it go with ''. */
  hold(height) {
    this.list.style.height = height;
    this.list.style.flexShrink = height && '0';
  }

  header(items) {
    const standing = items.filter((i) => !isGone(i));
    const before = standing.filter(isEarlier);
    const others = standing.filter((i) => isSent(i) && !isEarlier(i));
    const unsent = standing.length - others.length - before.length;
    const kept = this.store.drafts.latest(this.place.id);
    const words = [];
    const answers = standing.reduce((n, i) => n + (i.replies?.filter((r) => !isGone(r)).length ?? 0), 0);
    const mine = unsent > 0 || (kept && !this.composer);
    const totals = [before.length > 0 && this.t('thread.before', { n: two(before.length) }), others.length > 0 && this.t('thread.count', { n: two(others.length) }), answers > 0 && !mine && this.t('thread.replies', { n: two(answers) })].filter(Boolean);
    if (totals.length) words.push(h('span', { class: 'cap' }, totals.join(' · ')));
    if (this.waiting.length) words.push(h('span', { class: 'st wait' }, icon('offline'), this.t('state.UNSAVED')));
    // The rows of an open note say it themselves.
    if (unsent && !this.open) words.push(h('span', { class: 'st acc' }, icon('pen'), unsent > 1 ? this.t('thread.unsent', { n: unsent }) : this.t(standing.some(isUnitDraft) ? 'state.UNIT_DRAFT' : 'state.UNSENT')));
    else if (kept && !this.composer && !unsent) words.push(h('span', { class: 'st acc' }, icon('pen'), this.t('state.TYPING')));
    this.info.replaceChildren(...words);
    this.closer.hidden = !this.open;
    this.title.setAttribute('aria-expanded', String(this.open));
  }

  briefOf(items) {
    const first = items.find((i) => !isGone(i) && !isEarlier(i)) ?? items.find((i) => !isGone(i)) ?? items[0];
    const typed = this.store.drafts.latest(this.place.id);
    const kept = typed ? this.store.drafts.get(typed) : this.waiting[0]?.body;
    this.brief.hidden = false;
    const spoken = first ?? kept;
    const words = spoken?.replacement === '' && !spoken.text
      ? this.t('thread.removes', { words: spoken.quote || spoken.anchor?.quote || ownWords(this.place) })
      : spoken && !spoken.text && isChoice(spoken) && isOption(this.place) ? this.t('choice.of', { option: this.place.label }) : briefWords(spoken, ownWords(this.place));
    const name = first && !isOwnUnsent(first) ? h('b', {}, speaker(this.store, first)) : null;
    this.brief.replaceChildren(...[name, name && ' ', h('span', { class: 'w' }, first && isGone(first) ? this.t('state.WITHDRAWN') : words)].filter(Boolean));
  }

  /** An open note without opinions says so, unless one is being written. */
  emptyOf(items) {
    const some = items.length + this.waiting.length > 0;
    this.brief.hidden = some || Boolean(this.composer);
    if (!some) this.brief.replaceChildren(this.t(this.place.kind === 'PROVISION' ? 'empty.opinions' : 'empty.here'));
  }

  /** Opens the composing box and puts the caret into it. */
  compose(options) {
    this.setOpen(true);
    this.inside((conversation) => conversation.compose(options));
  }

  setOpen(open) {
    const was = this.open;
    this.open = open;
    this.element.classList.toggle('on', open);
    if (!open) this.conversation?.folded();
    this.update();
    if (open && !was) this.inside((conversation) => conversation.opened());
  }

  /** Shows one opinion of the list. */
  show(itemId) {
    this.inside((conversation) => conversation.show(itemId));
  }
}

/** What a folded note says of an opinion: its words, else what it changes, the old beside the new. */
export function briefWords(item, own) {
  if (!item || item.text) return item?.text ?? '';
  return item.replacement == null ? '' : pieceNodes(change(item.quote || own, item.replacement));
}
