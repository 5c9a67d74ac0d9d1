/**
 * Two who write one opinion at once: the box asks what becomes of the two wordings, at every press until one is chosen.
 */
import { html, nothing } from '../lit/lit-html.js';
import { keyed } from '../lit/directives/keyed.js';
import { asWritten, conflictPanel, together } from './conflict.js';

export class Crossing {
  /** @param box the composer whose opinion it is */
  constructor(box) {
    Object.assign(this, { box, reader: box.reader, store: box.store, t: box.t });
    this.question = null;
  }

  /** Whether the question is open. */
  get asking() {
    return this.question !== null;
  }

  view() {
    const { question } = this;
    return html`<div ?hidden=${!question}>${question ? keyed(question, conflictPanel(this.t, question.mine, question.theirs, (choice) => this.chosen(choice, question.theirs))) : nothing}</div>`;
  }

  /** Asks the server for the other wording and shows both; without an answer nothing is sent and nothing changes. */
  async ask(error) {
    const { box } = this;
    await this.reader.server.refresh();
    const theirs = this.store.opinion(box.item.id);
    if (theirs?.canEdit && theirs.version === box.item.version && !this.asking) box.setError(error?.message || this.t('err.conflict'));
    else this.show(theirs);
  }

  /** Both wordings side by side. */
  show(theirs) {
    const { box } = this;
    this.question = { mine: { ...box.state }, theirs };
    box.setError('');
    this.reader.layout();
    box.element.querySelector('.conflict button').focus();
  }

  chosen(choice, theirs) {
    const { box } = this;
    const mine = { ...box.state };
    this.question = null;
    box.draw();
    if (choice === 'new') return this.startAnew(mine);
    box.item = theirs;
    if (choice === 'theirs') return this.yield(mine, theirs);
    if (choice === 'both') box.write(together(mine, asWritten(theirs), (words) => this.t('conflict.otherWording', { words })));
    box.keepNow();
    this.reader.layout();
    if (choice === 'mine') box.element.requestSubmit();
    else box.focus();
  }

  /** Lets the other wording stand; the own words can be brought back. */
  yield(mine, theirs) {
    const { box, store } = this;
    store.drafts.remove(box.key);
    box.close();
    this.reader.toast(this.t('conflict.yielded'), { words: this.t('action.undo'), act: () => {
      if (!theirs.canEdit) return this.startAnew(mine);
      store.drafts.set(box.key, { ...mine, replacement: mine.mode === 'propose' ? mine.replacement : undefined, base: theirs.version });
      this.reader.edit(theirs);
    } });
  }

  /** The opinion can be changed no more: the words go on as one of their own. */
  startAnew({ mode, kind, text, anchor, replacement }) {
    const { box, store } = this;
    store.keepBody(box.place, { ...anchor, kind, text, replacement: mode === 'propose' ? replacement : null });
    store.drafts.remove(box.key);
    box.close();
    this.reader.compose(box.place, anchor?.quote ? { anchor } : {});
  }
}
