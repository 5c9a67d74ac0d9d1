/**
 * The question with which other place a place is a pair: found by typing, chosen with the arrows.
 */
import { dialog, open } from '../parts/dialog.js';
import { h } from '../parts/dom.js';
import { fold } from '../parts/words.js';

const MOST = 60;

/**
 * @param side 'old' or 'new': of which side one is to be chosen
 * @param choose called with the place
 */
export function partnersDialog(page, row, side, choose) {
  const { model, say } = page;
  const kinds = new Set([...row.old, ...row.new].map(({ kind }) => kind));
  const places = model.rows.flatMap((one) => one[side]).filter((place) => kinds.has(place.kind) && !row[side].includes(place));
  placesDialog(page, { title: say('partner.title', { name: model.names(row[side === 'new' ? 'old' : 'new']) }), places, label: say(`partner.${side}`) }, choose);
}

/** Asks for one of the places. */
export function placesDialog(page, { title, places, label }, choose) {
  const { model, say } = page;
  const listed = places.map((place) => ({ place, words: model.title([place]), folded: fold(model.title([place])) }));
  const list = h('div', { class: 'options', role: 'listbox', 'aria-label': label });
  const field = h('input', { class: 'fld', type: 'search', 'aria-label': say('partner.find'), placeholder: say('partner.find'), autocomplete: 'off', oninput: () => show() });
  const asked = dialog({ title, close: say('close'), kind: 'partners' }, field, list);
  const show = () => {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    const found = listed.filter(({ folded }) => words.every((word) => folded.includes(word)));
    list.replaceChildren(...found.slice(0, MOST).map(({ place, words: name }) => h('button', { type: 'button', role: 'option', 'aria-selected': 'false', onclick: () => {
      asked.close();
      choose(place);
    } }, name)));
    if (!found.length) list.append(h('p', { class: 'mut' }, say('partner.none')));
  };
  asked.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const all = [field, ...list.querySelectorAll('button')];
    all[Math.min(all.length - 1, Math.max(0, all.indexOf(document.activeElement) + step))]?.focus();
    event.preventDefault();
  });
  show();
  open(page, asked);
  field.focus();
}
