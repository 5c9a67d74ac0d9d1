/**
 * Small tools for words, numbers and times as this country writes them.
 */

/** Lower case without tone and other marks, one character for each character, so that offsets stay. */
export function fold(text) {
  let folded = '';
  for (const unit of text.normalize('NFC')) folded += foldings.get(unit) ?? foldedUnit(unit);
  return folded;
}

const foldings = new Map();

function foldedUnit(unit) {
  const base = unit.normalize('NFD')[0].toLowerCase();
  const folded = unit.length > 1 || base.length > 1 ? unit : base === 'đ' ? 'd' : base;
  foldings.set(unit, folded);
  return folded;
}

/** White space as one blank, ends trimmed. */
export const squeeze = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

/** A sentence begins with a capital. */
export const capital = (words) => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);

/** Two digits at least, as offices write totals. */
export const two = (n) => String(n).padStart(2, '0');

/** "23/11, 08:05" of an ISO time, in the reader's own time zone; the year only where it is another one. */
export function dayAndTime(iso) {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  const year = at.getFullYear() === new Date().getFullYear() ? '' : `/${at.getFullYear()}`;
  return `${two(at.getDate())}/${two(at.getMonth() + 1)}${year}, ${clockTime(at)}`;
}

/** "08:05". */
export const clockTime = (at) => `${two(at.getHours())}:${two(at.getMinutes())}`;
