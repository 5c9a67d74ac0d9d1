/**
 * <gopy-desk>: what a desk does in the browser alone. It keeps what is typed into the answer, for each person and group, until the
 * server has it, so that neither a reload, a cut line nor an ended session loses it; and it listens for what others save.
 */
import { Drafts } from '../parts/drafts.js';
import { Live } from '../parts/live.js';

class Desk extends HTMLElement {
  static observedAttributes = ['group', 'saved'];

  connectedCallback() {
    this.form = this.closest('.answer');
    this.drafts = new Drafts(this.getAttribute('person'), `desk:${this.getAttribute('round')}`);
    this.onInput = () => this.keep();
    this.form.addEventListener('input', this.onInput);
    this.live = new Live(`/app-api/rounds/${this.getAttribute('round')}/desk/live`, {
      threads: () => {
        this.sendTyped();
        this.tell('desk-changed');
      },
      outline: () => {},
    });
    this.live.connect();
    this.onWake = () => document.hidden || this.live.wake();
    document.addEventListener('visibilitychange', this.onWake);
    this.restore();
  }

  disconnectedCallback() {
    this.form.removeEventListener('input', this.onInput);
    document.removeEventListener('visibilitychange', this.onWake);
    this.live.close();
  }

  attributeChangedCallback(name, before, now) {
    if (!this.drafts || !now) return;
    if (name === 'group') return this.restore();
    this.drafts.remove(now.split('#')[0]);
    this.base = this.typed;
  }

  tell(event, detail) {
    this.dispatchEvent(new CustomEvent(event, { detail }));
  }

  get fields() {
    return [...this.form.querySelectorAll('vaadin-text-area')];
  }

  get typed() {
    const [words, applied] = this.fields.map((field) => field.value);
    return { text: words, replacement: applied };
  }

  /** A field tells the server what is in it when it is left; what is being written must be known before the answer is drawn anew. */
  sendTyped() {
    const typed = this.typed;
    if (typed.text !== this.base?.text || typed.replacement !== this.base?.replacement) this.fill(typed);
  }

  keep() {
    const group = this.getAttribute('group');
    const typed = this.typed;
    if (typed.text === this.base?.text && typed.replacement === this.base?.replacement) this.drafts.remove(group);
    else this.drafts.set(group, typed);
  }

  /** Once the fields hold what the server has of this group, what was typed here and not saved comes over it. */
  restore() {
    const group = this.getAttribute('group');
    if (!group || group === this.shown) return;
    this.shown = group;
    requestAnimationFrame(() => {
      this.base = this.typed;
      this.drafts.readAgain();
      const draft = this.drafts.get(group);
      const isOther = draft && (draft.text !== this.base.text || draft.replacement !== this.base.replacement);
      if (isOther) this.fill(draft);
      this.show(isOther ? [this.getAttribute('restored')] : [], group);
    });
  }

  fill({ text, replacement }) {
    this.fields.forEach((field, n) => {
      field.value = n ? (replacement ?? '') : text;
      field.dispatchEvent(new CustomEvent('change', { bubbles: true }));
    });
  }

  /** What was restored, and a way to words that wait at another group. */
  show(lines, group) {
    const other = [...this.drafts.places()].find((place) => place !== group);
    const parts = lines.map((line) => Object.assign(document.createElement('p'), { textContent: line }));
    if (other) {
      const way = Object.assign(document.createElement('button'), { type: 'button', className: 'btn ter sm', textContent: this.getAttribute('waiting') });
      way.addEventListener('click', () => this.tell('desk-go', other));
      parts.push(way);
    }
    this.replaceChildren(...parts);
  }
}

customElements.define('gopy-desk', Desk);
