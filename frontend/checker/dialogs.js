/**
 * The two questions of the structure check: which keys there are, and whether the check is finished.
 */
import { dialog, open } from '../parts/dialog.js';
import { h, button } from '../parts/dom.js';
import { kept } from '../parts/kept.js';

const KEYS = [['j', 'k', 'keys.step'], ['←', '→', 'keys.shift'], ['1 – 8', 'l', 'keys.retype'], ['m', null, 'keys.merge'], ['s', null, 'keys.split'], ['z', null, 'keys.undo'], ['f', null, 'keys.finding'], ['p', null, 'keys.pages'], ['Enter', null, 'keys.finish'], ['?', null, 'keys.help']];
const COUNTED = ['PART', 'CHAPTER', 'SECTION', 'ARTICLE', 'CLAUSE', 'POINT', 'OUTLINE', 'ANNEX'];

export function keysDialog(checker) {
  const on = h('input', { type: 'checkbox', checked: kept.get('gopy:keys') !== false, onchange: () => kept.set('gopy:keys', on.checked) });
  const rows = KEYS.map(([a, b, key]) => h('tr', {}, h('td', {}, h('kbd', {}, a), b && ' ', b && h('kbd', {}, b)), h('td', {}, checker.say(key))));
  shown(checker, checker.say('keys.title'), [
    h('table', { class: 'g' }, h('tbody', {}, rows)),
    h('label', { class: 'remember' }, on, h('span', {}, checker.say('keys.switch'))),
  ]);
}

export function finishDialog(checker, finish) {
  const { counts } = checker.store.structure;
  const sums = COUNTED.filter((level) => counts[level]).map((level) => checker.say(`count.${level}`, { n: String(counts[level]).padStart(2, '0') }));
  const left = checker.store.findings.length;
  const asked = shown(checker, checker.say('finish.title'), [
    h('p', {}, checker.say('finish.counts', { sums: sums.join(', ') || checker.say('finish.nothing') })),
    left > 0 && h('p', { class: 'note wait' }, checker.say('finish.findings', { n: left })),
    h('p', { class: 'mut' }, checker.say('finish.after')),
    checker.getAttribute('readers') && h('p', {}, checker.getAttribute('readers')),
    h('div', { class: 'acts' },
      button(checker.say('finish.back'), { onclick: () => asked.close() }),
      button(checker.say('act.finish'), { class: 'btn pri', onclick: (event) => {
        event.currentTarget.disabled = true;
        finish().finally(() => asked.close());
      } })),
  ]);
  asked.querySelector('.pri').focus();
}

const shown = (checker, title, content) => open(checker, dialog({ title, close: checker.say('close') }, content));
