/**
 * What an open note holds: who said what, the answers, my own unsent ones, and the composing box below.
 */
import { html, nothing, render } from '../lit/lit-html.js';
import { repeat } from '../lit/directives/repeat.js';
import { LOOKS } from '../parts/anchors.js';
import { grow } from '../parts/dom.js';
import { icon } from '../parts/templates.js';
import { dayAndTime } from '../parts/words.js';
import { AnchorState, CommentKind, Uptake } from '../parts/names.js';
import { changed } from './changes.js';
import { isChoice, isOption } from './choices.js';
import { Composer } from './compose.js';
import { ReplyBox, replyKey } from './reply.js';
import { speaker, writer } from './whose.js';
import { isEarlier, isGone, isOwnUnsent, isSent, isUnitDraft } from './threads.js';
import { ownWords } from './model.js';
import { Files } from './files.js';
import { meeting } from './meets.js';
import { Wordings } from './wordings.js';
import { locate } from './text.js';
// Named here too, so that the browser fetches all of them at once and not one after the other over a slow line.
import './conflict.js';
import './crossing.js';
import '../parts/naming.js';
import './where.js';
import './wording.js';

/** So many opinions are shown at once; more on request. */
const AT_ONCE = 40;

/** "khoản 2 Điều 7" inside of a sentence; Điều and Chương keep their capital. */
const inside = (place) => (/^(Khoản|Điểm|Mục|Tiết|Gạch) /.test(place) ? place.charAt(0).toLocaleLowerCase('vi') + place.slice(1) : place);

export class Conversation {
  /** @param note in whose list and foot it stands */
  constructor(note) {
    const { reader, store, t, place } = note;
    Object.assign(this, { note, reader, store, t, place, most: AT_ONCE, composer: null, boxes: new Map(), shown: null });
    this.files = new Files(reader, (item) => this.composer?.item?.id === item.id || this.boxes.has(item.id));
    this.wordings = new Wordings(reader, () => note.open && this.draw());
  }

  /** Paints what the store holds; a box someone is typing in stays as it is. */
  draw() {
    render(this.rows(), this.note.list);
    render(this.below(), this.note.foot);
  }

  /** The note has been opened: the latest is in sight, every box as high as its words. */
  opened() {
    this.draw();
    for (const area of this.note.element.querySelectorAll('textarea')) grow(area);
    this.note.list.scrollTop = this.note.list.scrollHeight;
  }

  /** The note folds: nothing stands in it until it is opened again; words typed are kept. */
  folded() {
    this.composer?.leave();
    this.boxes.clear();
    this.shown = null;
    render(nothing, this.note.list);
    render(nothing, this.note.foot);
  }

  /** Shows one opinion of the list. */
  show(id) {
    const { list } = this.note;
    this.shown = id;
    this.draw();
    const row = this.rowOf(id);
    if (row) list.scrollTop = Math.max(0, row.offsetTop - list.offsetTop - 8);
  }

  rowOf(id) {
    return this.note.list.querySelector(`:scope > [data-item="${CSS.escape(id)}"]`);
  }

  // ---- the list

  rows() {
    const { items, waiting } = this.note;
    const shown = items.slice(-this.most);
    const rows = [
      ...(items.length > shown.length ? [{ key: 'earlier', view: () => this.earlier(items.length - shown.length) }] : []),
      ...shown.map((item) => ({ key: item.id, view: () => this.row(item) })),
      ...waiting.map((entry) => ({ key: entry.key, view: () => this.waitingRow(entry) })),
    ];
    return repeat(rows, (row) => row.key, (row) => row.view());
  }

  earlier(n) {
    return html`<li class="earlier"><button type="button" class="lnk" @click=${() => this.showMore()}>${this.t('thread.earlier', { n })}</button></li>`;
  }

  showMore() {
    this.most += AT_ONCE * 2;
    this.note.update();
  }

  row(item) {
    const style = [isOwnUnsent(item) && 'own', this.shown === item.id && 'shown'].filter(Boolean).join(' ');
    return html`<li data-item=${item.id} class=${style || nothing}>
      ${this.by(item)}
      ${this.states(item)}
      ${isGone(item) ? html`<p class="mut">${this.t('state.WITHDRAWN')}</p>` : [this.content(item), this.files.view(item), this.wordings.view(item), this.meets(item), this.replies(item), this.agreed(item), this.actions(item), this.box(item)]}</li>`;
  }

  by(item) {
    const { author, createdAt, sentAt, kind, kindLabel, onBehalfOf } = item;
    const who = author?.unit ? writer(this.store, item) : author?.post;
    const what = [kind !== CommentKind.OTHER && kindLabel, who, dayAndTime(sentAt ?? createdAt)].filter(Boolean);
    return html`<p class="by"><b>${speaker(this.store, item)}</b><span>${what.join(' · ')}${isGone(item) ? nothing : this.wordings.mark(item)}</span>${onBehalfOf ? html`<span>${onBehalfOf}</span>` : nothing}</p>`;
  }

  states(item) {
    const { t } = this;
    const state = (sign, words, style = 'st') => html`<span class=${style}>${icon(sign)}${words}</span>`;
    const words = [
      isOwnUnsent(item) && state('pen', t('state.UNSENT'), 'st acc'),
      isUnitDraft(item) && state('pen', t('state.UNIT_DRAFT'), 'st acc'),
      isSent(item) && item.mine && state('check', t('state.SENT')),
      isEarlier(item) && state(LOOKS[item.anchor][0], t(`anchor.${item.anchor}`, { place: this.place.name }), LOOKS[item.anchor][1]),
      item.resolved && state('check', t('thread.resolved', { name: item.resolved.name }), 'st'),
      item.from?.uptake && state(item.from.uptake === Uptake.SEEN ? 'check' : 'clock', t(`uptake.${item.from.uptake}`), item.from.uptake === Uptake.SEEN ? 'st ok' : 'st'),
    ].filter(Boolean);
    return [words.length ? html`<p class="sts">${words}</p>` : nothing, this.origin(item)];
  }

  /** Where it was said, and the way to what was changed there. */
  origin(item) {
    const { t } = this;
    if (!isEarlier(item) || isGone(item)) return nothing;
    const { ordinal, place, quote, byHand } = item.from;
    const said = t('from.place', { n: ordinal, place: inside(place) }) + (quote ? `, “${quote}”` : '');
    const here = this.store.draft.place(item.provisionId);
    const changes = item.anchor === AnchorState.TEXT_CHANGED && here && this.store.comparedWith(ordinal, here);
    return html`<p class="origin">${said}${byHand ? html` <span>(${t('from.hand')})</span>` : nothing}${changes ? html` <a class="lnk" href=${changes}>${t('from.compare')}</a>` : nothing} <button type="button" class="lnk" @click=${() => this.reader.life(this.place)}>${t('life.ask')}</button></p>`;
  }

  content(item) {
    const { place } = this;
    // A proposal is shown as it was made.
    const quoted = item.from?.quote ?? item.quote;
    const lost = !isEarlier(item) && item.quote && !locate(place.text, item) && !locate(place.heading ?? '', item);
    return [
      lost && item.replacement == null ? html`<p class="quoted">“${item.quote}”</p>` : nothing,
      item.replacement != null ? html`<p class="change" lang="vi">${changed(quoted || ownWords(place), item.replacement)}</p>` : nothing,
      isChoice(item) && isOption(place) ? html`<p class="say">${this.t('choice.of', { option: place.label })}</p>` : nothing,
      item.text ? html`<p class="say" lang="vi">${item.text}</p>` : nothing,
    ];
  }

  /** Other proposals on the same words. */
  meets(item) {
    const others = meeting(item, this.note.items, this.place);
    if (!others.length) return nothing;
    return html`<p class="meets">${icon('split')}<span>${others.map(({ item: other, same }, i) =>
      html`${i ? ' · ' : nothing}<button type="button" class="lnk" @click=${() => this.show(other.id)}>${this.t(same ? 'meets.same' : 'meets.other', { name: speaker(this.store, other) })}</button>`)}</span></p>`;
  }

  replies(item) {
    const replies = item.replies ?? [];
    const waiting = this.store.waitingReplies(item.id);
    if (!replies.length && !waiting.length) return nothing;
    return html`<ul class="replies">${repeat(replies, (reply) => reply.id, (reply) => this.reply(reply, item))}${waiting.map((entry) =>
      html`<li><p class="sts"><span class="st wait">${icon('offline')}${this.t('state.QUEUED')}</span></p><p class="say">${entry.body.text}</p></li>`)}</ul>`;
  }

  reply(reply, item) {
    const gone = isGone(reply);
    const box = this.boxes.get(reply.id);
    return html`<li>${this.by(reply)}${box ? box.view() : html`<p class=${gone ? 'mut' : 'say'} lang="vi">${gone ? this.t('state.WITHDRAWN') : reply.text}</p>${this.files.view(reply)}${this.wordings.view(reply)}${this.ownReply(reply, item)}`}</li>`;
  }

  /** What one may do with one's own answer. */
  ownReply(reply, item) {
    if (!reply.mine || isGone(reply) || !(reply.canEdit || reply.canTakeBack)) return nothing;
    return html`<p class="acts">${this.changing(reply, () => this.changeReply(reply, item))}</p>`;
  }

  /** The buttons that change one's own words, or take them back. */
  changing(item, change) {
    const { t } = this;
    return [
      item.canEdit ? html`<button type="button" class="btn sm ter" data-edit=${item.id} @click=${change}>${icon('pen')}${t('action.edit')}</button>` : nothing,
      this.files.adding(item),
      item.canTakeBack ? html`<button type="button" class="btn sm ter" @click=${() => this.reader.remove(item)}>${icon('trash')}${t(isSent(item) ? 'action.withdraw' : 'action.delete')}</button>` : nothing,
    ];
  }

  changeReply(reply, item) {
    this.boxes.set(reply.id, this.newBox(item, reply));
    this.draw();
    const field = this.rowOf(item.id).querySelector('.replies textarea');
    grow(field);
    field.focus({ preventScroll: true });
    this.reader.layout();
  }

  waitingRow(entry) {
    return html`<li class="own"><p class="sts"><span class="st wait">${icon('offline')}${this.t('state.UNSAVED')}</span></p>
      <p class="say" lang="vi">${entry.body.text || entry.body.replacement}</p>
      <p class="acts"><button type="button" class="btn sm ter" @click=${() => this.takeBack(entry)}>${this.t('action.takeBack')}</button></p></li>`;
  }

  // ---- what one may do

  /** Who agrees. */
  agreed(item) {
    const names = (item.agreed ?? []).map(({ name }) => name);
    return names.length ? html`<p class="agrees">${icon('check')}<span>${this.t('thread.agreed', { names: names.join(', ') })}</span></p>` : nothing;
  }

  actions(item) {
    const { t } = this;
    const answers = item.canReply && this.store.me.canReply;
    const changes = item.mine && (item.canEdit || item.canTakeBack);
    const agrees = item.canAgree && this.mark(item, 'agree', item.agreed.some(({ mine }) => mine));
    const ends = item.canResolve && (item.replies?.length > 0 || item.resolved) && this.mark(item, 'resolve', Boolean(item.resolved));
    if (!answers && !changes && !agrees && !ends) return nothing;
    return html`<p class="acts">${answers ? html`<button type="button" class="btn sm ter" data-reply=${item.id} @click=${() => this.answer(item)}>${icon('reply')}${t('action.reply')}</button>` : nothing}${changes
      ? this.changing(item, () => this.compose({ item }))
      : nothing}${agrees || nothing}${ends || nothing}</p>`;
  }

  /** A button that says something without words, or takes it back. */
  mark(item, what, on) {
    return html`<button type="button" class="btn sm ter" data-mark=${what} @click=${() => this.reader.mark(item, what, !on)}>${icon(on ? 'undo' : 'check')}${this.t(`mark.${what}${on ? '.back' : ''}`)}</button>`;
  }

  /** The box for an answer, also where words for one are kept. */
  box(item) {
    if (!this.boxes.has(item.id) && this.store.drafts.get(replyKey(item))) this.boxes.set(item.id, this.newBox(item));
    return this.boxes.get(item.id)?.view() ?? nothing;
  }

  newBox(item, reply) {
    return new ReplyBox(this.reader, item, {
      reply,
      draw: () => this.note.open && this.draw(),
      onclose: () => {
        this.boxes.delete((reply ?? item).id);
        if (this.note.open) this.draw();
      },
    });
  }

  answer(item) {
    if (!this.boxes.has(item.id)) this.boxes.set(item.id, this.newBox(item));
    this.draw();
    const box = this.rowOf(item.id).querySelector(':scope > .replybox');
    box.querySelector('textarea').focus({ preventScroll: true });
    box.scrollIntoView({ block: 'nearest' });
    this.reader.layout();
  }

  takeBack(entry) {
    this.store.queue.remove(entry.key);
    this.store.keepBody(this.place, entry.body);
    this.compose({});
  }

  // ---- below the list

  below() {
    const { t, place } = this;
    if (this.composer) return this.composer.element;
    if (!this.store.canComment) return nothing;
    const canPropose = Boolean(place.text || place.heading);
    return html`<p class="start"><button type="button" class="btn sm" @click=${() => this.compose({ mode: 'comment' })}>${icon('comment')}${t('action.comment')}</button>${canPropose
      ? html`<button type="button" class="btn sm" @click=${() => this.compose({ mode: 'propose' })}>${icon('pen')}${t('action.propose')}</button>`
      : nothing}</p>`;
  }

  /** Opens the composing box and puts the caret into it. */
  compose(options) {
    const { note, reader } = this;
    if (this.composer && !options.item && !options.anchor && !options.choosing && !this.composer.choosing && !this.composer.item) {
      if (options.mode && options.mode !== this.composer.state.mode) this.composer.setMode(options.mode);
    } else {
      this.composer?.leave();
      const composer = new Composer(reader, this.place, { ...options, chips: note.chips, onclose: () => this.composerClosed(composer) });
      this.composer = composer;
    }
    note.setOpen(true);
    this.composer.shown();
    if (!options.item) note.list.scrollTop = note.list.scrollHeight;
    reader.composing(note);
    this.composer.focus();
  }

  composerClosed(composer) {
    if (this.composer !== composer) return;
    this.composer = null;
    this.note.hold('');
    this.note.update();
    this.reader.composerClosed(this.note);
  }
}
