/**
 * Where an opinion belongs, to be chosen from what is near: chips on a phone, a list with a mouse.
 */
import { html, nothing } from '../lit/lit-html.js';
import { capital } from '../parts/words.js';
import { uuid } from '../parts/kept.js';

/** The field, or nothing where there is nothing to choose; onmove is called with another place. */
export function placeField(t, place, { chips, onmove }) {
  const places = nearby(place);
  if (places.length < 2) return nothing;
  return chips ? chipsOf(t, place, places, onmove) : listOf(t, place, places, onmove);
}

function chipsOf(t, place, places, onmove) {
  const group = uuid();
  const name = (p) => (p.level === 'ARTICLE' ? t('compose.wholeArticle') : capital(shortName(p)));
  return html`<div class="kk" role="radiogroup" aria-label=${t('compose.place')}>${places.map((p) =>
    html`<label class=${p === place ? 'on' : nothing}><input type="radio" name=${group} .checked=${p === place} @change=${() => onmove(p)}>${name(p)}</label>`)}</div>`;
}

function listOf(t, place, places, onmove) {
  const id = uuid();
  const name = (p) => (p.level === 'ARTICLE' || p.kind !== 'PROVISION' ? capital(p.name) : capital(shortName(p)));
  return html`<label class="kind" for=${id}><span class="cap">${t('compose.place')}</span><select id=${id} class="fld" @change=${(event) => onmove(places[event.target.selectedIndex])}>${places.map((p) =>
    html`<option .selected=${p === place}>${name(p)}</option>`)}</select></label>`;
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
