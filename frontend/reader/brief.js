/**
 * "Nội dung cần đồng chí cho ý kiến": the lines that the secretariat wrote before the draft.
 */
import { h, icon } from '../parts/dom.js';

const lines = (store) => h('ol', {}, store.brief.map((line) => h('li', {}, line)));

/** The first page of a phone. */
export const brief = (store) =>
  h('section', { class: 'sought' }, h('p', { class: 'up' }, store.version.dossierCode, ' · ', store.version.label), h('h2', {}, store.version.dossierTitle), h('h3', {}, store.t('brief.title')), lines(store));

/** One line over the text of a desk, which opens; nothing where nothing was written. */
export const foldedBrief = (store) =>
  store.brief.length > 0 ? h('details', { class: 'sought' }, h('summary', {}, icon('right'), store.t('brief.title')), lines(store)) : '';
