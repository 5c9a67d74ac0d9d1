/**
 * What an alignment says, sorted for whoever decides about it. Knows nothing of the page.
 */
import { TieKind, TieState } from '../parts/names.js';
import { capital } from '../parts/words.js';

/** What stands by itself in the list; khoản and điểm only where something became of them. */
const TOP = new Set(['PART', 'CHAPTER', 'SECTION', 'SUBSECTION', 'ARTICLE', 'ANNEX', 'TITLE']);
const TELLING = new Set([TieKind.REMOVED, TieKind.NEW, TieKind.MOVED, TieKind.SPLIT, TieKind.MERGED]);
const ONE_SIDE = new Set([TieKind.REMOVED, TieKind.NEW]);

export class Model {
  /** @param say gives a sentence by its key */
  constructor(say) {
    this.say = say;
    this.rows = [];
    this.threshold = 90;
    this.only = 'all';
    /** Pairs that were made here: they stay in the list whatever they are. */
    this.made = new Set();
  }

  /** The alignment as the server has it now. */
  take(alignment) {
    this.alignment = alignment;
    this.rows = alignment.rows;
    this.body = most(this.rows.flatMap((row) => row.new).map(({ body }) => body));
    const at = new Map();
    for (const row of this.rows) for (const side of ['old', 'new']) for (const place of row[side]) at.set(key(side, place.body, place.path), row);
    this.at = at;
  }

  /** The rows that are shown. */
  get listed() {
    return this.rows.filter((row) => this.isListed(row));
  }

  /** Whether the row tells something that the row above it does not tell already. */
  isListed(row) {
    const side = row.new.length ? 'new' : 'old';
    const [place] = row[side];
    if (TOP.has(place.kind) || this.made.has(row.id)) return true;
    if (row.kind === TieKind.EDITED) return !row.editorialOnly && this.percent(row) < this.threshold;
    const above = this.at.get(key(side, place.body, place.path.slice(0, place.path.lastIndexOf('/'))));
    return TELLING.has(row.kind) && above?.kind !== row.kind;
  }

  /**
   * How sure the pair is, 0 to 100; null for a place on one side only. Other words count less where the heading, or number
   * and place, are those of before: a clause that was rewritten where it stood is the same clause.
   */
  percent(row) {
    if (ONE_SIDE.has(row.kind)) return null;
    const has = (...reasons) => reasons.every((one) => row.evidence.includes(one));
    const doubt = has('SAME_HEADING') || has('SAME_NUMBER', 'SAME_PARENT', 'SAME_NEIGHBOURS') ? 0.25 : has('SAME_NUMBER', 'SAME_PARENT') ? 0.5 : 1;
    return Math.floor(100 - (1 - row.similarity) * 100 * doubt + 1e-6);
  }

  /** Whether a person should look at it before all else. */
  isUnsure(row) {
    return row.state === TieState.PROPOSED && (this.percent(row) ?? 0) < this.threshold;
  }

  /** The rows of the list in their groups, as the filter has it: [{ group, rows }]. */
  groups() {
    const group = (row) => (row.state === TieState.CONFIRMED ? 'confirmed' : this.isUnsure(row) ? 'look' : 'sure');
    const wanted = { all: ['look', 'sure', 'confirmed'], look: ['look'], confirmed: ['confirmed'] }[this.only];
    return wanted.map((one) => ({ group: one, rows: this.listed.filter((row) => group(row) === one) })).filter(({ rows }) => rows.length);
  }

  counts() {
    const confirmed = this.listed.filter((row) => row.state === TieState.CONFIRMED).length;
    return { all: this.listed.length, look: this.listed.filter((row) => this.isUnsure(row)).length, confirmed };
  }

  /** Everything that one press confirms: the sure ones, those too that the list leaves out. */
  sure() {
    return this.rows.filter((row) => row.state === TieState.PROPOSED && (this.percent(row) ?? -1) >= this.threshold);
  }

  byId(id) {
    return this.rows.find((row) => row.id === id);
  }

  /** A place of this draft. */
  placeById(id) {
    return this.rows.flatMap((row) => row.new).find((place) => place.id === id);
  }

  /** How many rows of the list there are of each kind: [[kind, n]]. */
  kinds() {
    const counts = new Map();
    for (const row of this.listed) counts.set(this.kind(row), (counts.get(this.kind(row)) ?? 0) + 1);
    return [...counts];
  }

  /** What became of it, spelling apart; what was edited at another place or under another number says that too. */
  kind(row) {
    if (row.editorialOnly) return 'SPELLING';
    if (row.kind !== TieKind.EDITED || this.names(row.old) === this.names(row.new)) return row.kind;
    const has = (reason) => row.evidence.includes(reason);
    if (!has('SAME_PARENT')) return 'MOVED_EDITED';
    return has('SAME_NUMBER') ? row.kind : 'RENUMBERED_EDITED';
  }

  /** "khoản 3, khoản 4 Điều 7"; what stands on neither side is a dash. */
  names(places) {
    return places.length ? capital(places.map((place) => this.name(place)).join(', ')) : '–';
  }

  /** As one speaks of the place, with its body unless that is the one most places are in. */
  name(place) {
    const name = place.name || this.say(`place.${place.kind}`);
    return place.body && place.body !== this.body ? `${name} ${place.body}` : name;
  }

  /** The same with its heading, for a list. */
  title(places) {
    const [first] = places;
    if (places.length !== 1 || !first.heading) return this.names(places);
    return `${capital(this.name(first))}. ${first.heading}`;
  }

  isInner(row) {
    return !TOP.has((row.new[0] ?? row.old[0]).kind);
  }
}

/** What is there most often. */
function most(words) {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

const key = (side, body, path) => `${side} ${body} ${path}`;
