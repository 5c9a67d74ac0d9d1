/**
 * The small box for an answer in a thread. The words are kept like those of an opinion, and sent at once when said so.
 */
import { html } from '../lit/lit-html.js';
import { live } from '../lit/directives/live.js';
import { grow } from '../parts/dom.js';
import { alarm, icon } from '../parts/templates.js';
import { uuid } from '../parts/kept.js';
import { NotKept, Unreachable } from '../parts/errors.js';
import { Attempts } from '../parts/attempts.js';
import { Enclosing } from './files.js';
import { naming } from '../parts/naming.js';
import { speaker, whoReadsThread } from './whose.js';

/** The key under which the words of an answer are kept. */
export const replyKey = (item) => `reply:${item.id}`;

export class ReplyBox {
  /**
   * @param item the opinion that is answered
   * @param reply the own answer that is changed; without one it is a new answer
   * @param draw paints the box as it is now
   * @param onclose called when the box goes away
   */
  constructor(reader, item, { reply, draw, onclose }) {
    Object.assign(this, { reader, store: reader.store, t: reader.t, item, reply, draw, onclose, id: uuid(), attempts: new Attempts(), error: null, sending: false });
    const box = this;
    this.key = reply ? `edit:${reply.id}` : replyKey(item);
    this.enclosing = new Enclosing({ reader, get key() { return box.key; }, get item() { return box.reply; }, troubled: (words) => box.say(words) }, draw);
    this.text = this.store.drafts.get(this.key)?.text ?? reply?.text ?? '';
  }

  view() {
    const { t, store, id } = this;
    const dragged = (event) => this.enclosing.dragged(event);
    return html`<form class="replybox" @submit=${(event) => this.submit(event)} @dragover=${dragged} @dragleave=${dragged} @drop=${dragged}><label class="cap" for=${id}>${this.reply ? t('reply.edit') : t('reply.to', { name: speaker(store, this.item) })}</label><textarea
      id=${id} class="fld" rows="2" lang="vi" ?readonly=${this.sending} .value=${live(this.text)} @focus=${(event) => this.names(event.target)} @input=${(event) => this.typed(event.target)} @keydown=${(event) => this.pressed(event)}></textarea>
      ${this.enclosing.view()}
      ${alarm(this.error)}
      <p class="vis">${icon('eye')}<span>${whoReadsThread(store, this.item)}</span></p>
      <div class="row"><span class="grow"></span><button type="button" class="btn sm" @click=${() => this.close()}>${t('action.cancel')}</button><button type="submit" class="btn sm pri">${t(this.reply ? 'action.saveSent' : 'action.sendReply')}</button></div></form>`;
  }

  typed(field) {
    this.text = field.value;
    grow(field);
    this.store.drafts.set(this.key, { text: this.text });
    this.reader.layout();
  }

  pressed(event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form.requestSubmit();
  }

  say(words) {
    this.error = words ? { words } : null;
  }

  close() {
    this.store.drafts.remove(this.key);
    this.enclosing.forget();
    this.onclose();
    this.reader.layout();
  }

  async submit(event) {
    event.preventDefault();
    const words = this.text.trim();
    if (!words || this.sending) return event.currentTarget.querySelector('textarea').focus();
    this.sending = true;
    this.draw();
    try {
      const { item, waits } = await this.leaves(words);
      if (!(await this.filesGone(item))) return;
      this.close();
      if (waits) this.reader.news.offline();
      else this.reader.announce(this.t(this.reply ? 'msg.replyChanged' : 'msg.replied'));
    } catch (failure) {
      this.failed(failure);
    } finally {
      this.sending = false;
      this.draw();
    }
  }

  async leaves(words) {
    const { server } = this.reader;
    if (!this.reply) return server.reply(this.item, words, this.attempts, { mayWait: !this.enclosing.holds });
    const now = this.store.message(this.reply.id) ?? this.reply;
    const item = now.text === this.reply.text ? now : this.reply;
    if (words !== item.text) await server.rewriteReply(item, words);
    return { item };
  }

  /** The files follow the words; where one stays behind, the box goes on with the answer that is on the server now. */
  async filesGone(item) {
    if (!this.enclosing.changed || (item && (await this.enclosing.go(item)))) return true;
    this.store.drafts.remove(this.key);
    this.store.enclosed.delete(this.key);
    this.reply = this.store.message(item.id) ?? item;
    this.key = `edit:${item.id}`;
    this.enclosing.remember();
    this.say(this.t('files.left'));
    return false;
  }

  names(field) {
    naming(field, { t: this.t, ask: () => this.reader.server.namedUnder(this.item), laid: () => this.reader.layout() });
  }

  failed(failure) {
    if (failure.status === 401) return this.reader.news.signedOut(failure);
    if (failure instanceof Unreachable) return this.say(this.t('files.offline'));
    this.say(failure instanceof NotKept ? failure.message : this.reader.news.sentenceFor(failure));
  }
}
