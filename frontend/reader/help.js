/**
 * What the keys do; and the switch for those who type with other tools and want no single-letter keys.
 */
import { h, button, kept } from '../parts/dom.js';

export function helpDialog(reader) {
  const { t } = reader;
  const rows = [['j', 'k', 'keys.article'], ['J', 'K', 'keys.place'], ['c', null, 'keys.comment'], ['e', null, 'keys.propose'], ['r', null, 'keys.related'], ['/', null, 'keys.find'], ['Esc', null, 'keys.close'], ['Ctrl+Enter', null, 'keys.save'], ['?', null, 'keys.help']];
  const on = h('input', { type: 'checkbox', checked: kept.get('gopy:keys') !== false, onchange: () => kept.set('gopy:keys', on.checked) });
  const dialog = h('dialog', { class: 'dlg help', 'aria-labelledby': 'gopy-help' },
    h('header', {}, h('h2', { id: 'gopy-help', class: 's' }, t('help.title')), button('', { icon: 'close', class: 'btn ico', label: t('action.close'), onclick: () => dialog.close() })),
    h('table', { class: 'g' }, h('tbody', {}, rows.map(([a, b, words]) => h('tr', {}, h('td', {}, h('kbd', {}, a), b && ' ', b && h('kbd', {}, b)), h('td', {}, t(words)))))),
    h('p', { class: 'mut small' }, t('help.select')),
    h('label', { class: 'remember' }, on, h('span', {}, t('help.switch'))));
  dialog.addEventListener('close', () => dialog.remove());
  reader.append(dialog);
  dialog.showModal();
}
