/**
 * What stands in many boxes, as templates. They come with the boxes that need them, never before there is something to read.
 */
import { html, nothing } from '../lit/lit-html.js';
import { keyed } from '../lit/directives/keyed.js';
import { drawing } from './icons.js';

/** An inline icon, silent for screen readers: the word beside it says what it means. */
export const icon = (name) => html`<svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use href=${drawing(name)}></use></svg>`;

/**
 * A sentence of alarm, or its place while there is none.
 *
 * @param said { words }, or null; said again with the same words it is another, and heard again
 */
export const alarm = (said) =>
  html`<p class="err" role="alert" ?hidden=${!said}>${said ? keyed(said, html`${icon('warning')}<span>${said.words}</span>`) : nothing}</p>`;
