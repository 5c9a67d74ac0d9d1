/**
 * Shows the draft of the page's address while the frame around it is still starting: the page's first lines have asked for
 * it, the reader is built where the frame will have it, and <gopy-draft> takes it over when the frame is there. Of use
 * once, to the first reader of the page.
 */
const FRAME = 'vaadin-app-layout main';
/** What has a scroll bar of its own in the reader. */
const SCROLLED = '.scroll, .pscroll, .outline, .says';

let coming = globalThis.gopyAhead?.then(read).catch(() => null);
/** The layer with the reader that began before its place was there. */
let layer = null;

async function read(answers) {
  if (answers.some((answer) => !answer.ok || answer.redirected)) return null;
  const [reader, threads] = await Promise.all(answers.map((answer) => answer.json()));
  return { reader, threads };
}

coming?.then((found) => found && !document.querySelector('gopy-draft') && begin(found.reader));

function begin({ version, me }) {
  // Who the page is for: what is sent from it says so, as from a page whose frame has told.
  document.body.dataset.person ??= me.id;
  layer = document.createElement('div');
  layer.className = 'reader-ahead';
  layer.dataset.person = me.id;
  layer.append(readerOf(version.id, '/app-api'));
  document.body.append(layer);
  const frame = new MutationObserver(() => {
    if (!document.querySelector(FRAME)) return;
    frame.disconnect();
    // The frame leads elsewhere, as to the page that says that a draft is not there.
    queueMicrotask(() => document.querySelector('gopy-draft') || drop());
  });
  frame.observe(document.body, { childList: true, subtree: true });
}

function drop() {
  layer?.remove();
  layer = null;
}

/** What was asked for ahead, { reader, threads }, if it is that version as that person sees it; else null. */
export async function ahead(version, person) {
  const found = await coming;
  coming = null;
  return found?.reader.version.id === version && (!person || found.reader.me.id === person) ? found : null;
}

/** <gopy-draft version-id="…" base="/app-api">: the place of the reader in the frame, which asks for nothing itself. */
class GopyDraft extends HTMLElement {
  connectedCallback() {
    if (!this.firstElementChild) this.fill();
  }

  fill() {
    const begun = layer?.firstElementChild;
    if (begun && layer.dataset.person !== document.body.dataset.person) {
      // Another one has signed in between the two questions.
      location.reload();
    } else if (begun?.getAttribute('version-id') === this.getAttribute('version-id')) {
      this.takeOver(begun);
    } else {
      drop();
      this.append(readerOf(this.getAttribute('version-id'), this.getAttribute('base')));
    }
  }

  /** Once the frame is laid out: what has no size keeps no scroll bar where it was. */
  takeOver(begun) {
    if (!this.isConnected) {
      document.querySelector('gopy-draft') || drop();
      return;
    }
    if (!this.parentElement.getClientRects().length) {
      requestAnimationFrame(() => this.takeOver(begun));
      return;
    }
    moved(begun, this);
    drop();
  }
}

function readerOf(version, base) {
  const reader = document.createElement('gopy-reader');
  reader.setAttribute('version-id', version);
  reader.setAttribute('base', base);
  return reader;
}

/** With all that was typed, chosen and scrolled. */
function moved(reader, place) {
  const { activeElement } = document;
  const scrolled = [...reader.querySelectorAll(SCROLLED)].filter((box) => box.scrollTop).map((box) => [box, box.scrollTop]);
  if (place.moveBefore) place.moveBefore(reader, null);
  else place.append(reader);
  for (const [box, top] of scrolled) box.scrollTop = top;
  if (reader.contains(activeElement) && document.activeElement !== activeElement) activeElement.focus({ preventScroll: true });
}

customElements.define('gopy-draft', GopyDraft);
