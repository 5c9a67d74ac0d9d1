/**
 * What the frame of every screen does by itself: says that the line is gone and holds presses back until it is there
 * again, shows which look is chosen, and asks before words that were kept in this browser stay behind on it.
 */
import { h, icon } from '../parts/dom.js';
import { kept } from '../parts/kept.js';

/** These keep what is typed and say for themselves what becomes of it. */
const OWN_WORDS = 'gopy-reader, gopy-checker';

const AGAIN_MS = 3_000;

/** <gopy-line lost="…" held="…">: the strip under the head while the server cannot be reached. */
class GopyLine extends HTMLElement {
  connectedCallback() {
    this.life = new AbortController();
    const { signal } = this.life;
    addEventListener('online', () => this.ask(), { signal });
    addEventListener('offline', () => this.ask(), { signal });
    document.addEventListener('click', (press) => this.hold(press), { signal, capture: true });
    this.vaadin = globalThis.Vaadin?.connectionState;
    this.changed = () => this.ask();
    this.vaadin?.addStateChangeListener(this.changed);
    this.ask();
  }

  disconnectedCallback() {
    this.life.abort();
    clearTimeout(this.again);
    this.vaadin?.removeStateChangeListener(this.changed);
    this.show(false);
  }

  /** Vaadin hears that the line is back only when it next has something to send, so the server is asked here. */
  async ask() {
    clearTimeout(this.again);
    if (navigator.onLine && !['reconnecting', 'connection-lost'].includes(this.vaadin?.state)) return this.say(false);
    const lost = !navigator.onLine || !(await this.reached());
    if (this.life.signal.aborted) return;
    this.say(lost);
    clearTimeout(this.again);
    if (lost) this.again = setTimeout(() => this.ask(), AGAIN_MS);
  }

  async reached() {
    try {
      await fetch(import.meta.url, { method: 'HEAD', cache: 'no-store' });
      return true;
    } catch {
      return false;
    }
  }

  say(lost) {
    this.lost = lost;
    this.show(lost && !document.querySelector(OWN_WORDS));
  }

  show(shown) {
    if (shown === this.shown) return;
    this.shown = shown;
    document.documentElement.toggleAttribute('data-line-lost', shown);
    this.replaceChildren(...(shown ? [h('p', {}, icon('offline'), h('span', {}, this.getAttribute('lost')))] : []));
  }

  /** A press that only the server can answer would be done minutes later, to the surprise of whoever pressed. */
  hold(press) {
    const [pressed] = press.composedPath();
    if (!this.lost || !(pressed instanceof Element) || pressed.closest(`${OWN_WORDS}, [data-here]`)) return;
    if (!press.composedPath().some((part) => part instanceof Element && part.matches('a[href], button, vaadin-button, vaadin-checkbox'))) return;
    press.preventDefault();
    press.stopImmediatePropagation();
    this.querySelector('span')?.replaceChildren(this.getAttribute('held'));
  }
}

/** <gopy-looks>: buttons with data-look; the chosen one is pressed, also before anything is heard of the server. */
class GopyLooks extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', (press) => {
      const look = press.target.closest('[data-look]')?.dataset.look;
      if (look !== undefined) this.choose(look);
    });
    this.show();
  }

  choose(look) {
    const root = document.documentElement.dataset;
    try {
      if (look) localStorage.setItem('gopy-theme', look);
      else localStorage.removeItem('gopy-theme');
    } catch {
      /* a browser without storage keeps the look of this page only */
    }
    if (look) root.theme = look;
    else delete root.theme;
    this.show();
  }

  show() {
    const chosen = document.documentElement.dataset.theme ?? '';
    for (const button of this.querySelectorAll('[data-look]')) button.setAttribute('aria-pressed', String(button.dataset.look === chosen));
  }
}

/**
 * <gopy-sign-out person="…" kept="…{0}…" stay="…" forget="…">: asks once when words of this person are kept in this browser,
 * since the next person at it could find them; "leave" is for the server.
 */
class GopySignOut extends HTMLElement {
  connectedCallback() {
    this.button ??= this.querySelector('button');
    this.button.addEventListener('click', () => this.pressed());
  }

  get keys() {
    const person = this.getAttribute('person');
    const waiting = kept.get(`gopy:queue:${person}`)?.length ? [`gopy:queue:${person}`] : [];
    return [...kept.keys(`gopy:draft:${person}:`), ...waiting];
  }

  pressed() {
    const { keys } = this;
    if (keys.length === 0) return this.leave();
    const pick = (words, act) => h('button', { type: 'button', class: 'btn sm', onclick: act }, this.getAttribute(words));
    const forget = () => {
      keys.forEach((key) => kept.remove(key));
      this.leave();
    };
    const words = this.getAttribute('kept').replace('{0}', String(keys.length).padStart(2, '0'));
    const choices = h('div', { class: 'choices' }, pick('forget', forget), pick('stay', () => this.leave()));
    this.button.hidden = true;
    this.append(h('div', { class: 'note', role: 'alertdialog', 'aria-label': words }, h('span', {}, words), choices));
    choices.querySelector('button').focus();
  }

  leave() {
    this.dispatchEvent(new CustomEvent('leave'));
  }
}

/** <gopy-boxes of="ok full 40,idle dash 3">: a small box for each of many; who cannot see them is told their sums beside. */
class GopyBoxes extends HTMLElement {
  static observedAttributes = ['of'];

  attributeChangedCallback(name, before, runs) {
    this.replaceChildren(
      ...runs.split(',').flatMap((run) => {
        const [tone, form, number] = run.split(' ');
        return Array.from({ length: Number(number) }, () => h('i', { class: `${tone} ${form}` }));
      }),
    );
  }
}

const elements = { 'gopy-boxes': GopyBoxes, 'gopy-line': GopyLine, 'gopy-looks': GopyLooks, 'gopy-sign-out': GopySignOut };
for (const [name, element] of Object.entries(elements)) if (!customElements.get(name)) customElements.define(name, element);
