/**
 * "Điều khoản tương tự": clauses of the latest drafts that speak of the same things as one place, each a way to it.
 */
import { html, nothing, render } from '../lit/lit-html.js';
import { dialog, open } from '../parts/dialog.js';
import { icon } from '../parts/templates.js';
import { squeeze } from '../parts/words.js';

export async function relatedDialog(reader, place) {
  const { t } = reader;
  const box = dialog({ title: t('related.title', { place: place.name }), close: t('action.close') });
  // A clause of this very draft keeps the page; only its address changes.
  box.addEventListener('click', (e) => e.target.closest('a') && box.close());
  const draw = (rows) => render(html`<ol class="related" aria-busy=${rows ? nothing : 'true'}>${rows ?? nothing}</ol>`, box);
  draw(null);
  open(reader, box);
  draw(await reader.server.related(place).then(
    ({ items }) => (items.length ? items.map((item) => row(item)) : html`<li class="cap">${t('related.none')}</li>`),
    (error) => html`<li class="err" role="alert">${reader.news.sentenceFor(error)}</li>`));
}

function row(item) {
  return html`<li><p class="cap">${`${item.dossierTitle} · ${item.version}`}</p><a class="pathline" href=${item.href}>${item.steps.map((step, i) => html`${i > 0 ? icon('right') : nothing}<span>${step}</span>`)}</a>
    <p class="law">${item.snippet.map(({ text, hit }) => (hit ? html`<mark>${squeeze(text)}</mark>` : text.replace(/\n/g, ' ')))}</p></li>`;
}
