/**
 * What is true of a structure that is being checked: the paragraphs that were read, what became of them, the paragraph one
 * is at, and whether all is saved. It knows no page and asks no server; whoever shows something of it hears of it by
 *
 *   "structure": another structure is true now;
 *   "saving" true or false: a step is on its way to the server, or has come to its end;
 *   "revising": the finished draft is open for repairs.
 */
import { sentences } from '../parts/texts.js';
import { findingsOf, nextFinding } from './findings.js';

export class Store extends EventTarget {
  constructor(texts, structure) {
    super();
    this.say = sentences(texts, 'checker.');
    this.read(structure);
  }

  read(structure) {
    this.structure = structure;
    this.open = structure.open || Boolean(this.revising);
    this.pieces = structure.pieces.map((piece, index) => ({ ...piece, index, id: idOf(piece.segments[0]) }));
    this.byId = new Map(this.pieces.map((piece) => [piece.id, piece]));
    this.findings = findingsOf(structure, this.pieces);
  }

  /** Takes the server's answer; one stays at the paragraph where one was, in whatever it has gone up. */
  take(structure) {
    this.read(structure);
    // After a cut the second half is what comes next.
    if (this.byId.has(this.next)) this.at = this.next;
    this.next = null;
    if (this.at && !this.byId.has(this.at)) this.at = this.holderOf(this.at)?.id ?? this.pieces[0]?.id;
    this.tell('structure');
  }

  get repairs() {
    return this.structure.repairs;
  }

  // ---- where one is

  get current() {
    return this.byId.get(this.at);
  }

  /** Goes to that paragraph; undefined where there is none. */
  select(id) {
    const piece = this.byId.get(id);
    if (piece) this.at = id;
    return piece;
  }

  /** The paragraph of words so many steps further on, or undefined. */
  stepped(by) {
    let to = (this.current?.index ?? 0) + by;
    while (this.pieces[to] && !hasWords(this.pieces[to])) to += by;
    return this.pieces[to];
  }

  /** The first paragraph with words. */
  get first() {
    return this.pieces.find(hasWords);
  }

  /** The paragraph with which a row of the outline begins. */
  pieceOfRow(row) {
    return this.pieces.find((one) => one.row === row && one.begins) ?? this.pieces.find((one) => one.row === row);
  }

  /** The paragraph that a block was joined to. */
  holderOf(id) {
    const [block] = id.split(':');
    return this.pieces.find((piece) => piece.segments.some((segment) => String(segment.block) === block));
  }

  /** Goes on to the next finding; undefined where there is none. */
  findNext() {
    const next = nextFinding(this.findings, this.found, this.current);
    if (next) this.found = next;
    return next;
  }

  roleName(piece) {
    if (piece.dropped) return this.say('dropped');
    return piece.role ? this.say(`role.${piece.role}`) : this.say('role.HEAD');
  }

  /** A paragraph as it is told: what it is and how it begins. */
  words(piece) {
    const [{ lead, text }] = piece.segments;
    return `${this.roleName(piece)}: ${lead} ${text.slice(0, 80)}`;
  }

  // ---- saving

  /** From now on this finished draft is repaired. */
  revise() {
    this.revising = this.open = true;
    this.tell('revising');
  }

  /** Who has repaired last. */
  get otherName() {
    const by = this.structure.repairedBy;
    return by?.self ? this.say('conflict.self') : by?.name ?? this.say('conflict.someone');
  }

  /** One word for how it stands with saving. */
  get state() {
    if (this.saving) return 'saving';
    if (this.unsaved) return 'unsaved';
    if (!this.open) return 'closed';
    if (this.revising) return 'revising';
    return this.repairs.length ? 'saved' : 'untouched';
  }

  begins() {
    this.saving = true;
    this.tell('saving', true);
  }

  ends() {
    this.saving = false;
    this.tell('saving', false);
  }

  tell(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}

const idOf = (segment) => `${segment.block}:${segment.offset}`;

export const hasWords = (piece) => piece.segments.some((segment) => /[\p{L}\p{N}]/u.test(segment.lead + segment.text));
