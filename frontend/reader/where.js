/**
 * Where an opinion belongs, to be chosen from what is near: chips on a phone, a list with a mouse.
 */
import { h } from '../parts/dom.js';
import { capital } from '../parts/words.js';
import { uuid } from '../parts/kept.js';

/** The field, or null where there is nothing to choose; onmove is called with another place. */
export function placeField(t, place, { chips, onmove }) {
  const places = nearby(place);
  if (places.length < 2) return null;
  return chips ? chipsOf(t, place, places, onmove) : listOf(t, place, places, onmove);
}

function chipsOf(t, place, places, onmove) {
  const group = uuid();
  const name = (p) => (p.level === 'ARTICLE' ? t('compose.wholeArticle') : capital(shortName(p)));
  return h('div', { class: 'kk', role: 'radiogroup', 'aria-label': t('compose.place') }, places.map((p) =>
    h('label', { class: p === place ? 'on' : null }, h('input', { type: 'radio', name: group, checked: p === place, onchange: () => onmove(p) }), name(p))));
}

function listOf(t, place, places, onmove) {
  const id = uuid();
  const select = h('select', { id, class: 'fld', onchange: () => onmove(places[select.selectedIndex]) },
    places.map((p) => h('option', { selected: p === place }, p.level === 'ARTICLE' || p.kind !== 'PROVISION' ? capital(p.name) : capital(shortName(p)))));
  return h('label', { class: 'kind', for: id }, h('span', { class: 'cap' }, t('compose.place')), select);
}

/** Places one may turn to from here: the Điều and its khoản, or the other general places. */
function nearby(place) {
  const { section } = place;
  if (section.kind === 'GENERAL') return section.places;
  if (!section.main) return [];
  const clauses = section.places.filter((p) => p.parent === section.main && (p.level === 'CLAUSE' || p.level === 'POINT'));
  const list = [section.main, ...clauses];
  if (!list.includes(place)) list.splice(list.findIndex((p) => p === place.parent) + 1, 0, place);
  return list;
}

/** "khoản 2" of "khoản 2 Điều 7", "điểm a khoản 2" of "điểm a khoản 2 Điều 7". */
function shortName(place) {
  const article = place.section.main?.words;
  const words = place.words ?? place.name;
  return article && words.endsWith(article) ? words.slice(0, -article.length).replace(/[\s,]+$/, '') || place.name : place.name;
}
