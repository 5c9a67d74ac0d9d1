/**
 * The head of an official paper, whatever the file made of it: Quốc hiệu and Tiêu ngữ (or the heading of the Party) in one
 * column with place and date, the issuer with its number in the other. A head without them is shown line by line.
 */
import { h } from './dom.js';
import { squeeze } from './words.js';

const NATION = /(?<!NƯỚC\s)CỘNG\s+(?:HÒA|HOÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM/iu;
const MOTTO = /ĐỘC\s+LẬP\s*[-–—−]\s*TỰ\s+DO\s*[-–—−]\s*HẠNH\s+PHÚC/iu;
const PARTY = /ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM$/u;
const NUMBER = /^(?:(?:bộ\s+)?luật\s+|pháp\s+lệnh\s+|nghị\s+quyết\s+)?số(?:\s*:|\s+[\d/…._-])/iu;
/** "Thủ Dầu Một, ngày 15 tháng 4 năm 2009", the place being a few words with capitals. */
const DATE = /(?<![^\s])(?:\p{Lu}[\p{L}.]*(?:\s+(?:-\s+)?\p{Lu}[\p{L}.]*){0,4}\s*,\s*)?ngày[\s\d.…_]*(?:tháng[\s\d.…_]*năm(?:[\s.…_]*\d{2,4})?|\/[\s\d.…_]*\/[\s\d.…_]*)[\s.…_]*$/iu;
const DRAFT = /^\(?(?:bản\s+)?dự\s+thảo/iu;
const ABOUT = /^(?:v\/v|về\s+việc)/iu;
const ORNAMENT = /^[\s\-–—−_=*]{2,}(?=\p{L})|(?:^|\s)[-–—−_=*]{4,}(?=\s|$)/gu;
const HAS_WORDS = /[\p{L}\p{N}]/u;

/**
 * The lines of a head as { above, left, right, below }: the two columns are empty when nothing says what belongs where,
 * then all lines stand above. Bars between cells and lines that are only drawn are gone.
 */
export function paperHead(text) {
  const lines = (text ?? '').split(/\n+|\s\|(?=\s|$)/u).map(printed).filter(Boolean);
  const pieces = lines.flatMap(cut);
  const at = pieces.findIndex(({ is }) => is === 'nation' || is === 'party');
  if (at < 0) return { above: lines, left: [], right: [], below: [] };
  const head = { above: [], left: [], right: [], below: [] };
  const first = firstOfIssuer(pieces, at);
  pieces.forEach((piece, i) => head[columnOf(piece, i, { first, at, head, pieces })].push(piece.words));
  return head;
}

/** The line without what is only drawn; empty when nothing else is there. */
function printed(line) {
  const words = squeeze(line.replace(ORNAMENT, ' '));
  return HAS_WORDS.test(words) ? words : '';
}

/** All lines of a head in the order of its columns. */
export function headLines(text) {
  const { above, left, right, below } = paperHead(text);
  return [...above, ...left, ...right, ...below];
}

/** Where several things were printed on one line, each for itself. */
function cut(line) {
  const words = printed(line);
  if (!words) return [];
  for (const [is, pattern] of [['nation', NATION], ['party', PARTY], ['motto', MOTTO], ['date', DATE]]) {
    const found = pattern.exec(words);
    if (found) return [...cut(words.slice(0, found.index)), { is, words: squeeze(found[0]) }, ...cut(words.slice(found.index + found[0].length))];
  }
  return [{ is: kindOf(words), words }];
}

function kindOf(words) {
  if (NUMBER.test(words)) return 'number';
  if (DRAFT.test(words)) return 'draft';
  if (ABOUT.test(words)) return 'about';
  return words === words.toLocaleUpperCase('vi') ? 'capitals' : 'other';
}

/** The first of the lines directly above the national title that may be the issuer's. */
function firstOfIssuer(pieces, at) {
  let first = at;
  while (first > 0 && (first === at || pieces[first - 1].is !== 'other') && pieces[first - 1].words.length < 90) {
    first--;
    if (pieces[first].is === 'other' && pieces[first].words.length > 40) return first + 1;
  }
  return first;
}

function columnOf({ is }, i, { first, at, head, pieces }) {
  if (i < first) return 'above';
  if (is === 'number' || is === 'about') return 'left';
  if (is === 'nation' || is === 'motto' || is === 'party' || is === 'date' || is === 'draft') return 'right';
  if (i < at) return 'left';
  const mottoLater = pieces.slice(i).some((piece) => piece.is === 'motto');
  const issuerLater = is === 'capitals' && head.left.length === 0 && pieces.slice(i).some((piece) => piece.is === 'number');
  return mottoLater || issuerLater ? 'left' : 'below';
}

/** The kind of text in the letters of the source: as its own line there, or like the title, which may stand in capitals. */
export function kindAsPrinted({ type, head }, title) {
  const same = (line) => line.toLocaleLowerCase('vi') === type.toLocaleLowerCase('vi');
  const capitals = HAS_WORDS.test(title) && title === title.toLocaleUpperCase('vi');
  return headLines(head).find(same) ?? (capitals ? type.toLocaleUpperCase('vi') : type);
}

/** The head as an element; the line that only names the kind of text is left to the title below. Null when nothing remains. */
export function headBlock(text, type) {
  const { above, left, right, below } = paperHead(text);
  const last = below.length ? below : left.length || right.length ? [] : above;
  if (type && last.at(-1)?.toLocaleLowerCase('vi') === type.toLocaleLowerCase('vi')) last.pop();
  const lines = (list) => list.map((line) => h('p', {}, blanks(line)));
  const two = left.length && right.length;
  const parts = [above.length && h('div', { class: 'head' }, lines(above)),
    two ? h('div', { class: 'head two' }, h('div', {}, lines(left)), h('div', {}, lines(right))) : (left.length || right.length) && h('div', { class: 'head' }, lines([...left, ...right])),
    below.length && h('div', { class: 'head' }, lines(below))].filter(Boolean);
  return parts.length > 1 ? h('div', { class: 'heads' }, parts) : parts[0] ?? null;
}

/** What is still to be filled in: a number, a day, a month. */
const BLANK = /(?<=(?<!\p{L})số\s*:?)\s(?=\s*[-/])|(?<=(?<!\p{L})ngày)\s(?=\s*(?:tháng|\/))|(?<=(?<!\p{L})ngày\s*\/)\s(?=\s*\/)|(?<=(?<!\p{L})tháng)\s(?=\s*năm)/giu;
const MAY_BE_BLANK = /số|ngày|tháng/iu;

/** The words with room where something is to be filled in; the letters of the text stay what they are. */
export function blanks(text) {
  if (!MAY_BE_BLANK.test(text)) return text ? [text] : [];
  const out = [];
  let from = 0;
  for (const { index } of text.matchAll(BLANK)) {
    if (index > from) out.push(text.slice(from, index));
    out.push(h('span', { class: 'blank' }, text[index]));
    from = index + 1;
  }
  if (from < text.length) out.push(text.slice(from));
  return out;
}

/** The words with each [from, to) of the ranges, which are in order, wrapped; the letters stay what they are. */
export function cutAt(text, ranges, wrap) {
  const out = [];
  let at = 0;
  for (const [from, to] of ranges) {
    if (from < at) continue;
    out.push(...blanks(text.slice(at, from)), wrap(text.slice(from, to)));
    at = to;
  }
  out.push(...blanks(text.slice(at)));
  return out;
}
