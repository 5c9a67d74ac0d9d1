/**
 * What the reader says by itself: lines over the text, sentences that go away, words for those who listen.
 */
import { toast } from '../parts/toast.js';
import { h, icon, READING_FIRST_MS } from '../parts/dom.js';
import { RoundState } from '../parts/names.js';

const TOAST_MS = 8_000;
/** What is no news is not said aloud by itself. */
const ROLES = { no: 'alert', earlier: null };

export class Notices {
  constructor(t) {
    this.t = t;
    this.live = h('div', { class: 'vh', 'aria-live': 'polite' });
    this.lines = h('div', { class: 'notes' });
    this.standing = new Map();
    this.list = h('div');
    // Over everything, whatever else stands in a layer of its own.
    this.toasts = h('div', { class: 'toasts', popover: 'manual' }, this.list, this.live);
  }

  /** Puts what is said onto the page, for as long as nothing else stands over it. */
  show(home) {
    this.home = home;
    // Coming up reckons the whole page through: not while someone begins to read, and earlier only with something to say.
    setTimeout(() => this.raise(), READING_FIRST_MS);
  }

  /** Above all, and inside the dialog that is open: outside of it nothing can be pressed or heard. */
  raise() {
    const dialog = uppermost();
    const host = dialog ?? this.home;
    // What a left page still has to say nobody sees.
    if (!host?.isConnected) return;
    if (this.toasts.parentNode !== host) {
      host.append(this.toasts);
      dialog?.addEventListener('close', () => this.raise(), { once: true });
    }
    if (this.toasts.matches(':popover-open')) this.toasts.hidePopover();
    this.toasts.showPopover();
  }

  announce(words) {
    if (!this.live.isConnected) this.raise();
    this.live.textContent = '';
    // A change is spoken only when it comes after the emptying.
    setTimeout(() => (this.live.textContent = words), 50);
  }

  /** A sentence that goes away by itself, with one thing to do about it: { words, act }. */
  toast(words, action) {
    toast(this.list, words, action, { ms: TOAST_MS, close: this.t('action.close') });
    this.raise();
    this.announce(words);
  }

  /** A quiet line over the text, one of each kind; no words take it away. Gives the line, if there is one now. */
  line(kind, tone, sign, words, action) {
    const old = this.standing.get(kind);
    if (!words) {
      old?.remove();
      this.standing.delete(kind);
      return null;
    }
    const line = h('p', { class: `note ${tone}`, 'data-note': kind, role: ROLES[tone] === undefined ? 'status' : ROLES[tone] }, icon(sign), words instanceof Node ? words : h('span', {}, words), action);
    this.standing.set(kind, line);
    const dialog = ROLES[tone] === 'alert' && uppermost();
    if (dialog) this.lend(dialog, line, old);
    else if (old) old.replaceWith(line);
    else this.lines.append(line);
    return line;
  }

  /** What must be seen, and may be pressed, stands inside the dialog that is open, and over the text once that is closed. */
  lend(dialog, line, old) {
    old?.remove();
    const head = dialog.querySelector(':scope > header');
    if (head) head.after(line);
    else dialog.prepend(line);
    dialog.addEventListener('close', () => this.standing.get(line.dataset.note) === line && this.lines.append(line), { once: true });
  }

  /** Where the round stands, when that matters for what one writes. */
  round(round) {
    if (round.state === RoundState.CLOSED) this.line('round', 'wait', 'clock', this.t('err.roundClosed', { time: round.closesText ?? '' }));
    if (round.state === RoundState.LOCKED) this.line('round', 'wait', 'lock', this.t('err.locked'));
    if (round.totals) this.line('totals', '', 'chart', round.totals, h('a', { class: 'lnk', href: `/dot/${round.id}` }, this.t('round.open')));
  }
}

/** The dialog outside of which nothing can be pressed now. */
const uppermost = () => [...document.querySelectorAll('dialog:modal')].at(-1);
