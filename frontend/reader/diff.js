/**
 * What differs between two wordings, word by word.
 */
import { h } from '../parts/dom.js';

const WORDS = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;
/** Above this many cells the middle is shown as replaced at once: typing must never wait. */
const MOST_CELLS = 1_000_000;

/** Runs [{ op: 'equal' | 'insert' | 'delete', text }] that turn the old wording into the new. */
export function diff(before, after) {
  const a = before.match(WORDS) ?? [];
  const b = after.match(WORDS) ?? [];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return joined([
    ...a.slice(0, head).map((text) => ({ op: 'equal', text })),
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...a.slice(a.length - tail).map((text) => ({ op: 'equal', text })),
  ]);
}

function middle(a, b) {
  const whole = [{ op: 'delete', text: a.join('') }, { op: 'insert', text: b.join('') }];
  if (!a.length || !b.length || a.length * b.length > MOST_CELLS) return whole;
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        a[i] === b[j]
          ? longest[(i + 1) * width + j + 1] + weight(a[i])
          : Math.max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    }
  }
  const runs = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      runs.push({ op: 'equal', text: a[i++] });
      j++;
    } else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) runs.push({ op: 'delete', text: a[i++] });
    else runs.push({ op: 'insert', text: b[j++] });
  }
  while (i < a.length) runs.push({ op: 'delete', text: a[i++] });
  while (j < b.length) runs.push({ op: 'insert', text: b[j++] });
  return runs;
}

/** A word kept says more than a comma kept, and a blank kept says next to nothing. */
const weight = (token) => (/\s/.test(token) ? 1 : /[\p{L}\p{N}]/u.test(token) ? 6 : 2);

/** Neighbours of one kind become one run; a lone blank between two changes belongs to the change. */
function joined(runs) {
  const out = [];
  let gone = '';
  let come = '';
  const flush = () => {
    if (gone) out.push({ op: 'delete', text: gone });
    if (come) out.push({ op: 'insert', text: come });
    gone = come = '';
  };
  runs.forEach((run, i) => {
    if (!run.text) return;
    if (run.op === 'delete') gone += run.text;
    else if (run.op === 'insert') come += run.text;
    else if (/^\s+$/.test(run.text) && gone && come && runs[i + 1] && runs[i + 1].op !== 'equal') {
      gone += run.text;
      come += run.text;
    } else {
      flush();
      const last = out.at(-1);
      if (last?.op === 'equal') last.text += run.text;
      else out.push({ ...run });
    }
  });
  flush();
  return out;
}

const TAGS = { insert: 'ins', delete: 'del' };

/** The runs as pieces { tag: 'ins' | 'del' | undefined, text } of a page; blanks at the edge of a change stay outside it. */
export function pieces(runs) {
  return runs.flatMap(({ op, text }) => {
    const [, before, words, after] = /^(\s*)(.*?)(\s*)$/su.exec(text);
    return TAGS[op] && words ? [{ text: before }, { tag: TAGS[op], text: words }, { text: after }].filter((one) => one.text) : [{ text }];
  });
}

/** What a proposal changes, in pieces; it may take all words away. */
export const change = (before, after) => (after === '' ? [{ tag: 'del', text: before }] : pieces(diff(before, after)));

/** The pieces as <del>, <ins> and plain words. */
export const pieceNodes = (all) => all.map(({ tag, text }) => (tag ? h(tag, {}, text) : text));
