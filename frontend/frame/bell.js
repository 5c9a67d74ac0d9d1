/**
 * <gopy-bell>: the number of unseen notices on the bell, asked for again while the page is looked at.
 */
import { Api } from '../parts/api.js';
import { h } from '../parts/dom.js';

const EVERY_MS = 60_000;

class GopyBell extends HTMLElement {
  connectedCallback() {
    this.api ??= new Api('/app-api');
    this.link = this.querySelector('a');
    this.life = new AbortController();
    this.timer = setInterval(() => document.hidden || this.ask(), EVERY_MS);
    document.addEventListener('visibilitychange', () => document.hidden || this.ask(), { signal: this.life.signal });
    this.ask();
  }

  disconnectedCallback() {
    clearInterval(this.timer);
    this.life.abort();
  }

  async ask() {
    try {
      const { unread } = await this.api.get('/notices/unread');
      this.show(unread);
    } catch {
      /* asked again later */
    }
  }

  show(unread) {
    this.querySelector('sup')?.remove();
    const { title, unseen } = this.dataset;
    this.link.setAttribute('aria-label', unread ? unseen.replace('{0}', unread) : title);
    if (unread) this.link.append(h('sup', { 'aria-hidden': 'true' }, unread > 99 ? '99+' : String(unread)));
  }
}

if (!customElements.get('gopy-bell')) customElements.define('gopy-bell', GopyBell);
