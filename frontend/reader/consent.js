/**
 * Nhất trí and the ways back: whose it is, how many of the round's drafts have a position, whether it was sent, and what
 * can still be done about it. The line over the text says it; the dialogs ask only what is not clear by itself.
 */
import { dialog, open } from '../parts/dialog.js';
import { h, button, icon } from '../parts/dom.js';
import { two, capital } from '../parts/words.js';
import { uuid } from '../parts/kept.js';
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
    return h('span', { class: 'standing-acts' },
      one.position && one.next && h('a', { class: 'lnk', href: one.next.url, title: one.next.name }, this.t('action.nextDraft')),
      one.changeable && one.position && button(this.t('action.change'), { class: 'btn sm ter', onclick: () => new Change(this, one).open() }),
      complete && one.changeable && one.sends && button(this.t(one.ofUnit ? 'action.approve' : 'action.sendAnswer'), { icon: 'send', class: 'btn sm', onclick: (event) => this.letGo(one, event.currentTarget) }),
      complete && one.changeable && !one.sends && one.state === ReplyState.PREPARING && button(this.t('action.submit'), { icon: 'send', class: 'btn sm', onclick: (event) => this.submit(one, event.currentTarget) }));
  }

  // ---- doing

  agree(pressed) {
    const { open } = this;
    const phone = this.reader.dataset.view === 'phone';
    const more = open.some((one) => one.unsent.length > 0 || (this.completes(one) && one.prepared > 0) || (phone && one.ofUnit));
    if (open.length > 1 || more) new Agree(this, open).open();
    else this.run(pressed, () => this.agreed(open));
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
    if (one.prepared > 0) return new LetGo(this, one).open();
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

/** A small dialog with a question, its choices and one press. */
class Ask {
  constructor(consent, title) {
    Object.assign(this, { consent, t: consent.t });
    this.body = h('div', { class: 'ask' });
    this.act = button('', { icon: 'check', class: 'btn pri', onclick: () => this.pressed() });
    this.element = dialog({ title, close: this.t('action.close'), kind: 'consent' },
      this.body,
      h('footer', {}, h('div', { class: 'row' }, h('span', { class: 'grow' }), button(this.t('review.later'), { onclick: () => this.element.close() }), this.act)));
  }

  open() {
    this.draw();
    open(this.consent.reader, this.element);
  }

  /** One of several, each { value, words }. */
  choice(legend, choices, chosen, onchange) {
    const name = uuid();
    return h('fieldset', { class: 'cap-of' }, h('legend', { class: 'cap' }, legend), choices.map((one) =>
      h('label', {}, h('input', { type: 'radio', name, value: one.value, checked: one.value === chosen, onchange: () => onchange(one.value) }), one.words)));
  }

  async pressed() {
    this.element.close();
    await this.consent.run(this.act, () => this.done());
  }
}

/** For whom, and with or without the opinions that are not sent yet. */
class Agree extends Ask {
  constructor(consent, open) {
    super(consent, consent.t('action.agree'));
    Object.assign(this, { asked: open, chosen: open.length > 1 ? '' : open[0].invitee, together: true, attempts: new Attempts() });
  }

  get standings() {
    return this.chosen === '*' ? this.asked : this.asked.filter((one) => one.invitee === this.chosen);
  }

  draw() {
    const { t, consent } = this;
    const { standings } = this;
    const unsent = standings.flatMap((one) => one.unsent);
    const prepared = standings.filter((one) => consent.completes(one)).reduce((n, one) => n + one.prepared, 0);
    const whose = this.asked.map((one) => ({ value: one.invitee, words: one.ofUnit ? one.name : t('capacity.OWN') }));
    const all = this.asked.length > 1 ? [{ value: '*', words: t(this.asked.length === 2 ? 'capacity.BOTH' : 'agree.all') }] : [];
    this.body.replaceChildren(...[
      this.asked.length > 1
        ? this.choice(t('compose.capacity'), [...whose, ...all], this.chosen, (value) => {
          this.chosen = value;
          this.draw();
          this.body.querySelector('input:checked')?.focus();
        })
        : h('p', { class: 'lead' }, consent.whose(this.asked[0])),
      unsent.length > 0 && this.choice(t('agree.unsent', { n: two(unsent.length) }), [{ value: 'with', words: t('agree.with') }, { value: 'without', words: t('agree.without') }],
        this.together ? 'with' : 'without', (value) => (this.together = value === 'with')),
      prepared > 0 && h('p', { class: 'note' }, icon('help'), h('span', {}, t('agree.prepared', { n: two(prepared) }))),
      ...standings.map((one) => h('p', { class: 'mut small' }, this.consequence(one))),
    ].filter(Boolean));
    this.act.lastChild.textContent = t('action.agree.short');
    this.act.disabled = standings.length === 0;
  }

  consequence(one) {
    const { t, consent } = this;
    if (!one.sends) return t('agree.staff', { unit: one.name });
    return [consent.completes(one) ? t('agree.goes') : t('agree.waits', { of: one.drafts }), consent.until(one)].filter(Boolean).join(' ');
  }

  done() {
    const opinions = this.together ? this.standings.flatMap((one) => one.unsent) : [];
    return this.consent.agreed(this.standings, opinions, this.attempts);
  }
}

/** Another position on this draft, or none. */
class Change extends Ask {
  constructor(consent, one) {
    super(consent, consent.t('action.change'));
    Object.assign(this, { one, chosen: one.position });
  }

  draw() {
    const { t, one, consent } = this;
    const sent = one.state === ReplyState.SENT;
    const positions = Object.values(Position).map((value) => ({ value, words: t(`position.${value}`) }));
    this.body.replaceChildren(...[
      consent.named && h('p', { class: 'lead' }, one.ofUnit ? one.name : t('agree.self')),
      this.choice(t('change.position'), [...positions, ...(!sent || consent.until(one) ? [{ value: '', words: t('change.none') }] : [])], this.chosen, (value) => {
        this.chosen = value;
        this.drawAct();
      }),
      one.position === Position.AGREE_WITH && h('p', { class: 'mut small' }, t('change.derived')),
      h('p', { class: 'mut small' }, t(sent ? 'change.sent' : 'change.unsent')),
    ].filter(Boolean));
    this.drawAct();
  }

  drawAct() {
    const sent = this.one.state === ReplyState.SENT;
    this.act.lastChild.textContent = this.t(!this.chosen ? 'action.takePosition' : sent ? 'action.replace' : 'action.keepPosition');
    this.act.disabled = this.chosen === this.one.position;
  }

  async done() {
    const { consent, one } = this;
    await consent.position(one, this.chosen || null);
    const now = consent.standings.find((standing) => standing.invitee === one.invitee);
    consent.reader.toast(this.chosen ? consent.result(now) : this.t('msg.takenBack'));
    consent.server.refresh();
  }
}

/** The head lets the unit's reply go, with what the unit has prepared. */
class LetGo extends Ask {
  constructor(consent, one) {
    super(consent, consent.t('action.approve'));
    Object.assign(this, { one });
  }

  draw() {
    const { t, one } = this;
    this.body.replaceChildren(h('p', { class: 'lead' }, one.name), h('p', { class: 'note' }, icon('help'), h('span', {}, t('agree.prepared', { n: two(one.prepared) }))),
      h('p', { class: 'mut small' }, [t('agree.goes'), this.consent.until(one)].filter(Boolean).join(' ')));
    this.act.lastChild.textContent = t('action.approve');
  }

  done() {
    return this.consent.sent(this.one);
  }
}
