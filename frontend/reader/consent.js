/**
 * Nhất trí and the ways back: whose it is, how many of the round's drafts have a position, whether it was sent, and what
 * can still be done about it. The line over the text says it; what is not clear by itself is asked first.
 */
import { h, button } from '../parts/dom.js';
import { capital } from '../parts/words.js';
import { Refused } from '../parts/errors.js';
import { Attempts } from '../parts/attempts.js';
import { Position, ReplyState } from '../parts/names.js';

const SIGNS = { [Position.AGREE]: 'check', [Position.AGREE_WITH]: 'opinion', [Position.OBJECT]: 'close' };

export class Consent {
  constructor(reader) {
    Object.assign(this, { reader, store: reader.store, server: reader.server, t: reader.t });
  }

  /** The lines follow what the store says. */
  listen(signal) {
    this.store.addEventListener('round', () => this.draw(), { signal });
  }

  get standings() {
    return this.store.standings;
  }

  /** Those that have said nothing of this draft yet and can. */
  get open() {
    return this.standings.filter((one) => one.changeable && !one.position);
  }

  /** Whether one has to be told for whom something is: more than one's own name comes into question. */
  get named() {
    return this.standings.length > 1 || this.standings.some((one) => one.ofUnit);
  }

  // ---- words

  /** "Nhất trí, thay mặt Sở Tài chính": what the button says. */
  words({ short = false } = {}) {
    const [one, another] = this.open;
    if (!one) return '';
    if (short) return this.t('action.agree.short');
    return another || !this.named ? this.t('action.agree') : this.whose(one);
  }

  whose(one) {
    return one.ofUnit ? this.t('agree.unit', { unit: one.name }) : this.t('agree.own');
  }

  /** Until when it can be changed; nothing once that is over. */
  until(one) {
    return new Date(one.closes) > new Date() ? this.t('msg.changeable', { deadline: one.deadline }) : '';
  }

  /** How it stands with one invitation, as seen from this draft. */
  state(one) {
    const { done, drafts } = one;
    const of = drafts > 1 ? this.t('standing.of', { n: done, of: drafts }) : '';
    if (one.classified) return this.t('standing.classified');
    if (!one.position) return done > 0 ? this.t('standing.elsewhere', { n: done, of: drafts }) : '';
    const position = this.t(`position.${one.position}`);
    if (one.state === ReplyState.SENT) return this.t('standing.sent', { position, time: one.sentAt });
    const key = !one.ofUnit ? 'standing.own' : one.state === ReplyState.SUBMITTED ? 'standing.submitted' : 'standing.unit';
    return [this.t(key, { position }), of].filter(Boolean).join(' · ');
  }

  // ---- drawing

  /** The button, while something can be agreed to. */
  button(style = 'btn', options = {}) {
    if (!this.open.length) return null;
    const label = options.short && this.named && this.open.length === 1 ? this.whose(this.open[0]) : undefined;
    return button(this.words(options), { icon: 'check', class: style, label, onclick: (event) => this.agree(event.currentTarget) });
  }

  /** A line for each invitation that has something to say. */
  draw() {
    for (const one of this.standings) {
      const words = this.state(one);
      const name = this.named ? `${one.ofUnit ? one.name : this.t('agree.self')}: ` : '';
      this.reader.notices.line(`standing:${one.invitee}`, 'standing', SIGNS[one.position] ?? 'help', words && capital(name + words), this.acts(one));
    }
    const asked = new URLSearchParams(location.search).has('tra-loi') && this.open.some((one) => !one.done);
    const short = this.reader.dataset.view === 'phone';
    this.reader.notices.line('answer', 'standing', 'help', asked ? this.t(short ? 'answer.how.phone' : 'answer.how', { words: this.words({ short }) }) : '');
  }

  acts(one) {
    const complete = one.done === one.drafts && one.state !== ReplyState.SENT && !one.classified;
    const { replyUrl } = this.store.round;
    return h('span', { class: 'standing-acts' },
      replyUrl && one.ofUnit && h('a', { class: 'lnk', href: `${replyUrl}?cho=${encodeURIComponent(one.invitee)}` }, this.t('bar.reply')),
      one.position && one.next && h('a', { class: 'lnk', href: one.next.url, title: one.next.name }, this.t('action.nextDraft')),
      one.changeable && one.position && button(this.t('action.change'), { class: 'btn sm ter', onclick: () => this.ask('Change', one) }),
      complete && one.changeable && one.sends && button(this.t(one.ofUnit ? 'action.approve' : 'action.sendAnswer'), { icon: 'send', class: 'btn sm', onclick: (event) => this.letGo(one, event.currentTarget) }),
      complete && one.changeable && !one.sends && one.state === ReplyState.PREPARING && button(this.t('action.submit'), { icon: 'send', class: 'btn sm', onclick: (event) => this.submit(one, event.currentTarget) }));
  }

  // ---- doing

  /** Puts the question of that name about one standing, or about several. */
  async ask(question, about) {
    const asks = await this.reader.fetchedLater('asks');
    if (asks) new asks[question](this, about).open();
  }

  agree(pressed) {
    const { open } = this;
    const phone = this.reader.dataset.view === 'phone';
    const more = open.some((one) => one.unsent.length > 0 || (this.completes(one) && one.prepared > 0) || (phone && one.ofUnit));
    return open.length > 1 || more ? this.ask('Agree', open) : this.run(pressed, () => this.agreed(open));
  }

  /** Whether a position on this draft is the last, and the reply goes out with it. */
  completes(one) {
    return one.sends && one.done + 1 === one.drafts;
  }

  /** Sends these opinions first, if any, then agrees for these invitations. */
  async agreed(chosen, opinions = [], attempts = new Attempts()) {
    const { reader } = this;
    if (opinions.length) await this.server.send(opinions, attempts);
    const keys = chosen.map((one) => one.invitee);
    await this.server.answer('PUT', '/agree', { invitees: keys });
    const now = this.standings.filter((one) => keys.includes(one.invitee));
    const withOpinions = opinions.length > 0 || chosen.some((one) => this.completes(one) && one.prepared > 0);
    reader.toast(now.map((one) => this.result(one)).join(' '), withOpinions ? null : { words: this.t('action.undo'), act: () => this.run(null, () => this.undo(keys)) });
    if (withOpinions) this.server.refresh();
  }

  async undo(keys) {
    for (const key of keys) await this.position(this.standings.find((one) => one.invitee === key), null);
    this.reader.toast(this.t('msg.takenBack'));
  }

  /** What has happened, by how it stands now. */
  result(one) {
    const position = this.t(`position.${one.position}`);
    const whose = this.named ? this.t(one.ofUnit ? 'msg.whose.unit' : 'msg.whose.own', { unit: one.name }) : '';
    if (one.state === ReplyState.SENT) return `${this.t('msg.answered', { position, whose })} ${this.until(one)}`.trim();
    if (!one.sends) return this.t('msg.chosen', { position, unit: one.name });
    return [this.t('msg.agreed', { position, whose }), this.t('msg.notSent', { n: one.done, of: one.drafts }), this.until(one)].filter(Boolean).join(' ');
  }

  letGo(one, pressed) {
    if (one.prepared > 0) return this.ask('LetGo', one);
    return this.run(pressed, () => this.sent(one));
  }

  async sent(one) {
    await this.server.answer('POST', `/replies/${encodeURIComponent(one.invitee)}/send`, { version: one.version });
    this.reader.toast(this.result(this.standings.find((now) => now.invitee === one.invitee)));
    this.server.refresh();
  }

  submit(one, pressed) {
    return this.run(pressed, async () => {
      await this.server.answer('POST', `/replies/${encodeURIComponent(one.invitee)}/submit`, { version: one.version });
      this.reader.toast(this.t('msg.submitted', { unit: one.name }));
    });
  }

  position(one, position) {
    return this.server.answer('PUT', `/replies/${encodeURIComponent(one.invitee)}/position`, { position, version: one.version });
  }

  /** Does it once, and says what the server says when it cannot be done; another's change is shown at once. */
  async run(pressed, act) {
    if (pressed) pressed.disabled = true;
    try {
      await act();
      return true;
    } catch (error) {
      if (error instanceof Refused && error.status === 401) this.reader.news.signedOut(error);
      else this.reader.toast(this.reader.news.sentenceFor(error));
      await this.server.standings();
      return false;
    } finally {
      if (pressed) pressed.disabled = false;
    }
  }
}
