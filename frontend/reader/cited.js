/**
 * Văn bản viện dẫn and được viện dẫn: all documents that are cited and that cite, asked for when the list is opened.
 */
import { html, nothing, render } from '../lit/lit-html.js';
import { dialog, open } from '../parts/dialog.js';

/** Places of a document in the list before "and others". */
const MOST_PLACES = 6;

export async function citedDialog(reader) {
  const { t } = reader;
  const box = dialog({ title: t('cited.title'), close: t('action.close'), kind: 'cited', light: true });
  const draw = (lists) => render(html`<div class="citelist" aria-busy=${lists ? nothing : 'true'}>${lists ?? nothing}</div>`, box);
  draw(null);
  open(reader, box);
  draw(await reader.server.citations().then(
    ({ cites, citedBy }) => [listOf(t, t('cited.cites'), cites.map((one) => cited(reader, box, one))), listOf(t, t('cited.by'), citedBy.map((one) => citing(t, one)))],
    (error) => html`<p class="mut">${reader.news.sentenceFor(error)}</p>`));
}

function listOf(t, title, rows) {
  return html`<section><h3>${title} <span class="cap">${rows.length}</span></h3>${rows.length ? html`<ul>${rows}</ul>` : html`<p class="mut small">${t('cited.none')}</p>`}</section>`;
}

function documentLink(document, words) {
  return document ? html`<a class="lnk" href=${document.url}>${words}</a>` : html`<span>${words}</span>`;
}

function citing(t, { document, places }) {
  return html`<li>${documentLink(document, document.name)}<p class="cap">${t('cited.places', { n: places.length })}</p></li>`;
}

function cited(reader, box, { title, places, document }) {
  const known = places.map((id) => reader.store.draft.place(id)).filter(Boolean);
  const follow = (event, place) => {
    event.preventDefault();
    box.close();
    reader.way.follow(place);
  };
  const link = (place) => html`<a href=${`${location.pathname}#${place.hash}`} @click=${(event) => follow(event, place)}>${place.name}</a>`;
  const more = known.length - MOST_PLACES;
  return html`<li>${documentLink(document, title)}<p class="cap at">${known.slice(0, MOST_PLACES).map((place, i) => [i ? '; ' : '', link(place)])}${more > 0 ? ` ${reader.t('cited.more', { n: more })}` : nothing}</p></li>`;
}
