/**
 * <gopy-reading>: while it is on a page, a line to the server is open; each time a draft has changed the page is told by
 * the event "came", and asks itself what is different.
 */
import { personOfPage } from '../parts/api.js';
import { Live } from '../parts/live.js';

class GopyReading extends HTMLElement {
  connectedCallback() {
    const came = () => this.dispatchEvent(new CustomEvent('came'));
    this.live = new Live(`/app-api/drafts/live?person=${personOfPage() ?? ''}`, { threads: came, outline: came });
    this.live.connect();
  }

  disconnectedCallback() {
    this.live.close();
  }
}

if (!customElements.get('gopy-reading')) customElements.define('gopy-reading', GopyReading);
