/**
 * "Điều khoản tương tự": clauses of the latest drafts that speak of the same things as one place, each a way to it.
 */
import { dialog, open } from '../parts/dialog.js';
import { h, icon } from '../parts/dom.js';
import { squeeze } from '../parts/words.js';

/** The levels that say something of their own. */
const LEVELS = new Set(['ARTICLE', 'CLAUSE', 'POINT', 'OUTLINE']);

export const hasRelated = (place) => LEVELS.has(place?.level);

export function relatedDialog(reader, place) {
  const { t } = reader;
  const list = h('ol', { class: 'related', 'aria-busy': 'true' });
  const box = dialog({ title: t('related.title', { place: place.name }), close: t('action.close') }, list);
  // A clause of this very draft keeps the page; only its address changes.
  box.addEventListener('click', (e) => e.target.closest('a') && box.close());
  open(reader, box);
  fill(reader, place, list);
  return box;
}

async function fill(reader, place, list) {
  try {
    const { items } = await reader.server.related(place);
    list.replaceChildren(...(items.length ? items.map((item) => row(reader, item)) : [h('li', { class: 'cap' }, reader.t('related.none'))]));
  } catch (error) {
    list.replaceChildren(h('li', { class: 'err', role: 'alert' }, reader.news.sentenceFor(error)));
  }
  list.removeAttribute('aria-busy');
}

function row(reader, item) {
  const draft = item.main ? reader.t('related.draft', { n: item.ordinal }) : reader.t('related.paper');
  const steps = item.steps.flatMap((step, i) => [i > 0 && icon('right'), h('span', {}, step)]);
  return h('li', {}, h('p', { class: 'cap' }, `${item.dossierTitle} · ${draft}`), h('a', { class: 'pathline', href: item.href }, steps),
    h('p', { class: 'law' }, item.snippet.map(({ text, hit }) => (hit ? h('mark', {}, squeeze(text)) : text.replace(/\n/g, ' ')))));
}
