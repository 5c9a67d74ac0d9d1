/**
 * Citations in the text: links to other places of the draft and to other documents.
 */
import { squeeze } from '../parts/words.js';

const PREVIEW = 420;

/** The links of a text, as the server found them: [{ from, to, href, id }] for each place. */
export class Citations {
  /** @param draft the places by which inner links are named */
  constructor({ links, library }, draft) {
    Object.assign(this, { links, library, draft, byPlace: new Map() });
    links.forEach((link, id) => {
      const key = keyOf(link.place, link.heading);
      if (!this.byPlace.has(key)) this.byPlace.set(key, []);
      this.byPlace.get(key).push({ from: link.from, to: link.to, href: this.hrefOf(link), id });
    });
  }

  hrefOf({ here, there }) {
    // The whole path, because a bare "#…" would be one of the page's base.
    return here ? `${location.pathname}#${this.draft.place(here)?.hash ?? ''}` : this.library[there].url;
  }

  /** What is linked in the heading or in the text of the place. */
  of(place, heading) {
    return this.byPlace.get(keyOf(place.id, Boolean(heading))) ?? [];
  }

  /** The place of this draft that the link leads to; undefined for another document. */
  target(id) {
    return this.draft.place(this.links[id]?.here);
  }

  /** What the card shows: { document, name, heading, text }. */
  preview(id) {
    const place = this.target(id);
    if (!place) return this.library[this.links[id].there];
    const below = (place.node?.children ?? []).map((c) => squeeze([c.label, c.heading, c.text].filter(Boolean).join(' ')));
    return { document: null, name: place.name, heading: place.heading, text: shortened([place.text, ...below].filter(Boolean).join('\n')) };
  }
}

const keyOf = (place, heading) => `${place}${heading ? '/heading' : ''}`;

function shortened(text) {
  return text.length <= PREVIEW ? text : `${text.slice(0, PREVIEW).replace(/\s\S*$/, '')} …`;
}
