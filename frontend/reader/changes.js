/**
 * What differs between two wordings, as a template: what goes beside what comes.
 */
import { html } from '../lit/lit-html.js';
import { guard } from '../lit/directives/guard.js';
import { change } from './diff.js';

const TAGS = { ins: (text) => html`<ins>${text}</ins>`, del: (text) => html`<del>${text}</del>` };

/** The pieces as <del>, <ins> and plain words. */
export const marked = (pieces) => pieces.map(({ tag, text }) => (tag ? TAGS[tag](text) : text));

/** What a proposal changes, to be read; reckoned anew only for other words. */
export const changed = (before, after) => guard([before, after], () => marked(change(before, after)));
