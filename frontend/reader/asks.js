/**
 * What is asked before a position on the draft is taken, changed or let go.
 */
import { html, nothing, render } from '../lit/lit-html.js';
import { dialog, open } from '../parts/dialog.js';
import { icon } from '../parts/templates.js';
import { two } from '../parts/words.js';
import { uuid } from '../parts/kept.js';
import { Attempts } from '../parts/attempts.js';
import { Position, ReplyState } from '../parts/names.js';

/** A small dialog with a question, its choices and one press. */
class Ask {
  constructor(consent, title) {
    Object.assign(this, { consent, t: consent.t, group: uuid() });
    this.element = dialog({ title, close: this.t('action.close'), kind: 'consent' });
  }

  open() {
    this.draw();
    open(this.consent.reader, this.element);
  }

  draw() {
    render(this.content(), this.element);
  }

  content() {
    return html`<div class="ask">${this.question()}</div>
      <footer><div class="row"><span class="grow"></span><button type="button" class="btn" @click=${() => this.element.close()}>${this.t('review.later')}</button><button
        type="button" class="btn pri" ?disabled=${!this.ready} @click=${() => this.pressed()}>${icon('check')}${this.words}</button></div></footer>`;
  }

  /** Whether enough is known to press. */
  get ready() {
    return true;
  }

  /** One of several, each { value, words }; the name tells two questions of one dialog apart. */
  choice(name, legend, choices, chosen, onchange) {
    return html`<fieldset class="cap-of"><legend class="cap">${legend}</legend>${choices.map((one) =>
      html`<label><input type="radio" name=${`${name}-${this.group}`} value=${one.value} .checked=${one.value === chosen} @change=${() => this.change(() => onchange(one.value))}>${one.words}</label>`)}</fieldset>`;
  }

  change(what) {
    what();
    this.draw();
  }

  async pressed() {
    this.element.close();
    await this.consent.run(null, () => this.done());
  }
}

/** For whom, and with or without the opinions that are not sent yet. */
export class Agree extends Ask {
  constructor(consent, open) {
    super(consent, consent.t('action.agree'));
    Object.assign(this, { asked: open, chosen: open.length > 1 ? '' : open[0].invitee, together: true, attempts: new Attempts() });
  }

  get standings() {
    return this.chosen === '*' ? this.asked : this.asked.filter((one) => one.invitee === this.chosen);
  }

  get ready() {
    return this.standings.length > 0;
  }

  get words() {
    return this.t('action.agree.short');
  }

  question() {
    const { t, consent, standings } = this;
    const unsent = standings.flatMap((one) => one.unsent);
    const prepared = standings.filter((one) => consent.completes(one)).reduce((n, one) => n + one.prepared, 0);
    return html`${this.asked.length > 1 ? this.forWhom() : html`<p class="lead">${consent.whose(this.asked[0])}</p>`}
      ${unsent.length ? this.choice('unsent', t('agree.unsent', { n: two(unsent.length) }), [{ value: 'with', words: t('agree.with') }, { value: 'without', words: t('agree.without') }],
        this.together ? 'with' : 'without', (value) => (this.together = value === 'with')) : nothing}
      ${prepared ? html`<p class="note">${icon('help')}<span>${t('agree.prepared', { n: two(prepared) })}</span></p>` : nothing}
      ${standings.map((one) => html`<p class="mut small">${this.consequence(one)}</p>`)}`;
  }

  forWhom() {
    const { t, asked } = this;
    const whose = asked.map((one) => ({ value: one.invitee, words: one.ofUnit ? one.name : t('capacity.OWN') }));
    const all = { value: '*', words: t(asked.length === 2 ? 'capacity.BOTH' : 'agree.all') };
    return this.choice('whose', t('compose.capacity'), [...whose, all], this.chosen, (value) => (this.chosen = value));
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
export class Change extends Ask {
  constructor(consent, one) {
    super(consent, consent.t('action.change'));
    Object.assign(this, { one, chosen: one.position, sent: one.state === ReplyState.SENT });
  }

  get ready() {
    return this.chosen !== this.one.position;
  }

  get words() {
    if (!this.chosen) return this.t('action.takePosition');
    return this.t(this.sent ? 'action.replace' : 'action.keepPosition');
  }

  question() {
    const { t, one, consent, sent } = this;
    const positions = Object.values(Position).map((value) => ({ value, words: t(`position.${value}`) }));
    const none = !sent || consent.until(one) ? [{ value: '', words: t('change.none') }] : [];
    return html`${consent.named ? html`<p class="lead">${one.ofUnit ? one.name : t('agree.self')}</p>` : nothing}
      ${this.choice('position', t('change.position'), [...positions, ...none], this.chosen, (value) => (this.chosen = value))}
      ${one.position === Position.AGREE_WITH ? html`<p class="mut small">${t('change.derived')}</p>` : nothing}
      <p class="mut small">${t(sent ? 'change.sent' : 'change.unsent')}</p>`;
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
export class LetGo extends Ask {
  constructor(consent, one) {
    super(consent, consent.t('action.approve'));
    Object.assign(this, { one });
  }

  get words() {
    return this.t('action.approve');
  }

  question() {
    const { t, one } = this;
    return html`<p class="lead">${one.name}</p><p class="note">${icon('help')}<span>${t('agree.prepared', { n: two(one.prepared) })}</span></p>
      <p class="mut small">${[t('agree.goes'), this.consent.until(one)].filter(Boolean).join(' ')}</p>`;
  }

  done() {
    return this.consent.sent(this.one);
  }
}
