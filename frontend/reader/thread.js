/**
 * The opinions at one place, as a note in the margin or inside the sheet of a phone: who said what, the answers, my own
 * unsent ones, and the composing box below.
 */
import { h, button, icon, grow } from '../parts/dom.js';
import { dayAndTime, two, capital } from '../parts/words.js';
import { changeNodes } from './diff.js';
import { Composer } from './compose.js';
import { replyBox, replyKey } from './reply.js';
import { AnchorState, CommentKind } from '../parts/names.js';
import { speaker, writer } from './whose.js';
import { isGone, isOwnUnsent, isSent, isUnitDraft, signatureOf } from './threads.js';
import { ownWords } from './model.js';
import { locate } from './text.js';

/** So many opinions are shown at once; more on request. */
const AT_ONCE = 40;

export class Thread {
  constructor(reader, place, { chips = false } = {}) {
    Object.assign(this, { reader, store: reader.store, t: reader.t, place, chips, most: AT_ONCE });
    this.open = false;
    this.composer = null;
    this.rows = new Map();
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
    if (this.open) this.rowsOf(items);
    else this.briefOf(items);
    this.footer();
  }

  /** Keeps the list at exactly that height, or lets it go with ''. */
  hold(height) {
    this.list.style.height = height;
    this.list.style.flexShrink = height && '0';
  }

  header(items) {
    const standing = items.filter((i) => !isGone(i));
    const others = standing.filter(isSent);
    const unsent = standing.length - others.length;
    const kept = this.store.drafts.latest(this.place.id);
    const words = [];
    const answers = standing.reduce((n, i) => n + (i.replies?.filter((r) => !isGone(r)).length ?? 0), 0);
    const mine = unsent > 0 || (kept && !this.composer);
    const totals = [others.length > 0 && this.t('thread.count', { n: two(others.length) }), answers > 0 && !mine && this.t('thread.replies', { n: two(answers) })].filter(Boolean);
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
    const first = items.find((i) => !isGone(i)) ?? items[0];
    const typed = this.store.drafts.latest(this.place.id);
    const kept = typed ? this.store.drafts.get(typed) : this.waiting[0]?.body;
    this.list.replaceChildren();
    this.rows.clear();
    this.brief.hidden = false;
    const spoken = first ?? kept;
    const words = spoken?.replacement === '' && !spoken.text
      ? this.t('thread.removes', { words: spoken.quote || spoken.anchor?.quote || ownWords(this.place) })
      : briefWords(spoken, ownWords(this.place));
    const name = first && !isOwnUnsent(first) ? h('b', {}, speaker(this.store, first)) : null;
    this.brief.replaceChildren(...[name, name && ' ', h('span', { class: 'w' }, first && isGone(first) ? this.t('state.WITHDRAWN') : words)].filter(Boolean));
  }

  rowsOf(items) {
    this.brief.hidden = true;
    const shown = items.slice(-this.most);
    const wanted = new Set();
    let before = null;
    if (items.length > shown.length) {
      this.earlier ??= h('li', { class: 'earlier' }, h('button', { type: 'button', class: 'lnk', onclick: () => {
        this.most += AT_ONCE * 2;
        this.update();
      } }));
      this.earlier.firstChild.textContent = this.t('thread.earlier', { n: items.length - shown.length });
      before = this.put(this.earlier, null);
    } else this.earlier?.remove();
    for (const item of shown) {
      wanted.add(item.id);
      let row = this.rows.get(item.id);
      if (!row || row.signature !== signatureOf(item)) {
        const element = this.row(item, row);
        if (row) row.element.replaceWith(element);
        row = { element, signature: signatureOf(item) };
        this.rows.set(item.id, row);
      }
      before = this.put(row.element, before);
    }
    for (const entry of this.waiting) {
      wanted.add(entry.key);
      if (!this.rows.has(entry.key)) this.rows.set(entry.key, { element: this.waitingRow(entry) });
      before = this.put(this.rows.get(entry.key).element, before);
    }
    for (const [id, row] of this.rows) {
      if (wanted.has(id)) continue;
      row.element.remove();
      this.rows.delete(id);
    }
    if (!wanted.size && !this.composer) this.brief.hidden = false;
    if (!wanted.size) this.brief.replaceChildren(this.t(this.place.kind === 'PROVISION' ? 'empty.opinions' : 'empty.here'));
  }

  put(element, before) {
    const at = before ? before.nextSibling : this.list.firstChild;
    if (at !== element) this.list.insertBefore(element, at);
    return element;
  }

  row(item, old) {
    const gone = isGone(item);
    const own = isOwnUnsent(item);
    const element = h('li', { 'data-item': item.id, class: own ? 'own' : null },
      this.by(item),
      this.states(item),
      gone ? h('p', { class: 'mut' }, this.t('state.WITHDRAWN')) : this.content(item),
      !gone && this.replies(item),
      !gone && this.actions(item, old));
    return element;
  }

  by(item) {
    const { author, createdAt, sentAt, kind, kindLabel, onBehalfOf } = item;
    const who = author?.unit ? writer(this.store, item) : author?.post;
    const what = [kind !== CommentKind.OTHER && kindLabel, who, dayAndTime(sentAt ?? createdAt)].filter(Boolean);
    return h('p', { class: 'by' }, h('b', {}, speaker(this.store, item)), h('span', {}, what.join(' · ')), onBehalfOf && h('span', {}, onBehalfOf));
  }

  states(item) {
    const words = [];
    if (isOwnUnsent(item)) words.push(h('span', { class: 'st acc' }, icon('pen'), this.t('state.UNSENT')));
    if (isUnitDraft(item)) words.push(h('span', { class: 'st acc' }, icon('pen'), this.t('state.UNIT_DRAFT')));
    if (isSent(item) && item.mine) words.push(h('span', { class: 'st' }, icon('check'), this.t('state.SENT')));
    const anchors = { [AnchorState.MOVED]: 'move', [AnchorState.TEXT_CHANGED]: 'history', [AnchorState.REMOVED]: 'trash', [AnchorState.UNPLACED]: 'help' };
    if (anchors[item.anchor]) words.push(h('span', { class: item.anchor === AnchorState.MOVED ? 'st' : 'st wait' }, icon(anchors[item.anchor]), this.t(`anchor.${item.anchor}`, { place: this.place.name })));
    return words.length > 0 && h('p', { class: 'sts' }, words);
  }

  content(item) {
    const parts = [];
    const lost = item.quote && !locate(this.place.text, item) && !locate(this.place.heading ?? '', item);
    if (lost && item.replacement == null) parts.push(h('p', { class: 'quoted' }, `“${item.quote}”`));
    if (item.replacement != null) {
      const base = item.quote || ownWords(this.place);
      parts.push(h('p', { class: 'change', lang: 'vi' }, item.replacement === '' ? h('del', {}, base) : changeNodes(base, item.replacement)));
    }
    if (item.text) parts.push(h('p', { class: 'say', lang: 'vi' }, item.text));
    return parts;
  }

  replies(item) {
    const waiting = this.store.waitingReplies(item.id);
    if (!item.replies?.length && !waiting.length) return null;
    return h('ul', { class: 'replies' }, (item.replies ?? []).map((reply) =>
      h('li', {}, this.by(reply), h('p', { class: isGone(reply) ? 'mut' : 'say', lang: 'vi' }, isGone(reply) ? this.t('state.WITHDRAWN') : reply.text))),
      waiting.map((entry) => h('li', {}, h('p', { class: 'sts' }, h('span', { class: 'st wait' }, icon('offline'), this.t('state.QUEUED'))), h('p', { class: 'say' }, entry.body.text))));
  }

  waitingRow(entry) {
    return h('li', { class: 'own' }, h('p', { class: 'sts' }, h('span', { class: 'st wait' }, icon('offline'), this.t('state.UNSAVED'))),
      h('p', { class: 'say', lang: 'vi' }, entry.body.text || entry.body.replacement),
      h('p', { class: 'acts' }, button(this.t('action.takeBack'), { class: 'btn sm ter', onclick: () => this.takeBack(entry) })));
  }

  // ---- what one may do

  actions(item, old) {
    const acts = [];
    if (item.canReply && this.store.me.canReply) acts.push(button(this.t('action.reply'), { icon: 'reply', class: 'btn sm ter', 'data-reply': item.id, onclick: () => this.reply(item) }));
    if (item.canEdit && item.mine && !isSent(item)) {
      acts.push(button(this.t('action.edit'), { icon: 'pen', class: 'btn sm ter', onclick: () => this.compose({ item }) }));
      acts.push(button(this.t('action.delete'), { icon: 'trash', class: 'btn sm ter', onclick: () => this.reader.remove(item) }));
    }
    const box = old?.element.querySelector(':scope > .replybox') ?? (this.store.drafts.get(replyKey(item)) ? this.replyBox(item) : null);
    return [acts.length > 0 && h('p', { class: 'acts' }, acts), box];
  }

  reply(item) {
    const row = this.rows.get(item.id).element;
    let box = row.querySelector(':scope > .replybox');
    if (!box) row.append((box = this.replyBox(item)));
    box.querySelector('textarea').focus({ preventScroll: true });
    box.scrollIntoView({ block: 'nearest' });
    this.reader.layout();
  }

  replyBox(item) {
    return replyBox(this.reader, item, speaker(this.store, item));
  }

  takeBack(entry) {
    this.store.queue.remove(entry.key);
    this.store.keepBody(this.place, entry.body);
    this.compose({});
  }

  footer() {
    if (!this.open) {
      if (!this.composer) this.foot.replaceChildren();
      return;
    }
    if (this.composer) {
      if (this.foot.firstChild !== this.composer.element) this.foot.replaceChildren(this.composer.element);
      return;
    }
    if (!this.store.canComment) return this.foot.replaceChildren();
    const canPropose = Boolean(this.place.text || this.place.heading);
    this.foot.replaceChildren(h('p', { class: 'start' }, button(this.t('action.comment'), { icon: 'comment', class: 'btn sm', onclick: () => this.compose({ mode: 'comment' }) }),
      canPropose && button(this.t('action.propose'), { icon: 'pen', class: 'btn sm', onclick: () => this.compose({ mode: 'propose' }) })));
  }

  /** Opens the composing box and puts the caret into it. */
  compose(options) {
    if (this.composer && !options.item && !options.anchor && !this.composer.item) {
      if (options.mode && options.mode !== this.composer.state.mode) this.composer.setMode(options.mode);
    } else {
      this.composer?.leave();
      const composer = new Composer(this.reader, this.place, { ...options, chips: this.chips, onclose: () => this.composerClosed(composer) });
      this.composer = composer;
    }
    this.setOpen(true);
    this.composer.shown();
    if (!options.item) this.list.scrollTop = this.list.scrollHeight;
    this.reader.composing(this);
    this.composer.focus();
  }

  composerClosed(composer) {
    if (this.composer !== composer) return;
    this.composer = null;
    this.hold('');
    this.update();
    this.reader.composerClosed(this);
  }

  setOpen(open) {
    const was = this.open;
    this.open = open;
    this.element.classList.toggle('on', open);
    if (!open && this.composer) this.composer.leave();
    this.update();
    if (open && !was) {
      for (const area of this.element.querySelectorAll('textarea')) grow(area);
      this.list.scrollTop = this.list.scrollHeight;
    }
  }

  /** Shows one opinion of the list. */
  show(itemId) {
    const row = this.rows.get(itemId)?.element;
    for (const other of this.list.querySelectorAll('.shown')) other.classList.remove('shown');
    if (!row) return;
    row.classList.add('shown');
    this.list.scrollTop = Math.max(0, row.offsetTop - this.list.offsetTop - 8);
  }
}

/** What a folded note says of an opinion: its words, else what it changes, the old beside the new. */
export function briefWords(item, own) {
  if (!item || item.text) return item?.text ?? '';
  return item.replacement == null ? '' : changeNodes(item.quote || own, item.replacement);
}
