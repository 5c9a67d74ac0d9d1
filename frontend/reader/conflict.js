/**
 * Two wordings of one opinion: the one being written here and the one saved elsewhere meanwhile. Both stand side by side
 * until the writer has chosen; whatever is chosen, no word of either is lost.
 */
import { html, nothing } from '../lit/lit-html.js';
import { icon } from '../parts/templates.js';

/**
 * Both in one: the words one after the other, and where the wordings differ the other one is told in the words.
 *
 * @param mine, theirs { mode, text, replacement, kind }
 * @param tell makes the sentence that tells a wording
 */
export function together(mine, theirs, tell) {
  const wording = mine.mode === 'propose' ? mine : theirs;
  const other = wording === mine && theirs.mode === 'propose' && theirs.replacement !== mine.replacement ? tell(theirs.replacement) : '';
  const texts = [theirs.text, mine.text].map((text) => text.trim());
  const said = texts[0] === texts[1] ? texts.slice(1) : texts;
  return { mode: wording.mode, replacement: wording.replacement, kind: mine.kind ?? theirs.kind, text: [...said, other].filter(Boolean).join('\n\n') };
}

/** An opinion of the server as the box holds one. */
export const asWritten = ({ text, replacement, kind }) => ({ mode: replacement == null ? 'comment' : 'propose', text: text ?? '', replacement, kind });

/**
 * The question which one to keep.
 *
 * @param theirs the opinion as it is now, or null when it can be changed no more
 * @param choose called with 'mine', 'theirs', 'both' or 'new'
 */
export function conflictPanel(t, mine, theirs, choose) {
  const standing = theirs?.canEdit;
  const choices = standing ? ['mine', 'theirs', 'both'] : ['new', ...(theirs ? ['theirs'] : [])];
  return html`<div class="conflict" role="group" aria-label=${t('conflict.label')}>
    <p class="err" role="alert">${icon('warning')}<span>${t(standing ? 'err.conflict' : 'conflict.gone')}</span></p>
    ${version(t('conflict.mine'), mine)}
    ${theirs ? version(t('conflict.theirs'), asWritten(theirs)) : nothing}
    <div class="row">${choices.map((choice) => html`<button type="button" class="btn sm" data-choice=${choice} @click=${() => choose(choice)}>${t(`conflict.choose.${choice}`)}</button>`)}</div></div>`;
}

function version(name, { mode, text, replacement }) {
  return html`<div class="one"><p class="cap">${name}</p>
    ${mode === 'propose' ? html`<p class="change" lang="vi">${replacement || '–'}</p>` : nothing}${text ? html`<p class="say" lang="vi">${text}</p>` : nothing}</div>`;
}
