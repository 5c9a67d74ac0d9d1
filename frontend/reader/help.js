/**
 * What the keys do; and the switch for those who type with other tools and want no single-letter keys.
 */
import { dialog, open } from '../parts/dialog.js';
import { h } from '../parts/dom.js';
import { kept } from '../parts/kept.js';

export function helpDialog(reader) {
  const { t } = reader;
  const rows = [['j', 'k', 'keys.article'], ['J', 'K', 'keys.place'], ['c', null, 'keys.comment'], ['e', null, 'keys.propose'], ['r', null, 'keys.related'], ['v', null, 'keys.life'], ['/', null, 'keys.find'], ['Esc', null, 'keys.close'], ['Ctrl+Enter', null, 'keys.save'], ['?', null, 'keys.help']];
  const on = h('input', { type: 'checkbox', checked: kept.get('gopy:keys') !== false, onchange: () => kept.set('gopy:keys', on.checked) });
  open(reader, dialog({ title: t('help.title'), close: t('action.close'), kind: 'help' },
    h('table', { class: 'g' }, h('tbody', {}, rows.map(([a, b, words]) => h('tr', {}, h('td', {}, h('kbd', {}, a), b && ' ', b && h('kbd', {}, b)), h('td', {}, t(words)))))),
    h('p', { class: 'mut small' }, t('help.select')),
    h('label', { class: 'remember' }, on, h('span', {}, t('help.switch')))));
}
