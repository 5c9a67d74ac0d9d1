/**
 * The names that the server gives to states and kinds, one list each; nowhere else are they written out. The test
 * BrowserNamesTest holds this file equal to the enums of the program and prints it as it must be when they have changed.
 */

export const CommentState = Object.freeze({
  UNSENT: 'UNSENT',
  UNIT_DRAFT: 'UNIT_DRAFT',
  SENT: 'SENT',
  WITHDRAWN: 'WITHDRAWN',
});

export const CommentKind = Object.freeze({
  AGREE: 'AGREE',
  EDIT: 'EDIT',
  ADD: 'ADD',
  REMOVE: 'REMOVE',
  MOVE: 'MOVE',
  CLARIFY: 'CLARIFY',
  LEGALITY: 'LEGALITY',
  FORM: 'FORM',
  OBJECT: 'OBJECT',
  OTHER: 'OTHER',
});

export const AnchorState = Object.freeze({
  IN_PLACE: 'IN_PLACE',
  MOVED: 'MOVED',
  TEXT_CHANGED: 'TEXT_CHANGED',
  REMOVED: 'REMOVED',
  UNPLACED: 'UNPLACED',
});

export const Outcome = Object.freeze({
  ACCEPT: 'ACCEPT',
  ACCEPT_PART: 'ACCEPT_PART',
  ACCEPT_LATER: 'ACCEPT_LATER',
  KEEP: 'KEEP',
  ALREADY: 'ALREADY',
  NOTED: 'NOTED',
  ESCALATE: 'ESCALATE',
});

export const Uptake = Object.freeze({
  SEEN: 'SEEN',
  NOT_SEEN: 'NOT_SEEN',
});

export const Capacity = Object.freeze({
  OWN: 'OWN',
  UNIT: 'UNIT',
  BOTH: 'BOTH',
});

export const Position = Object.freeze({
  AGREE: 'AGREE',
  AGREE_WITH: 'AGREE_WITH',
  OBJECT: 'OBJECT',
});

export const ReplyState = Object.freeze({
  PREPARING: 'PREPARING',
  SUBMITTED: 'SUBMITTED',
  SENT: 'SENT',
  REPLACED: 'REPLACED',
});

export const RoundState = Object.freeze({
  PREPARING: 'PREPARING',
  OPEN: 'OPEN',
  CLOSED: 'CLOSED',
  LOCKED: 'LOCKED',
  ANNOUNCED: 'ANNOUNCED',
});

export const Fit = Object.freeze({
  NONE: 'NONE',
  NEAR: 'NEAR',
  EXACT: 'EXACT',
});

export const TieKind = Object.freeze({
  SAME: 'SAME',
  RENUMBERED: 'RENUMBERED',
  MOVED: 'MOVED',
  EDITED: 'EDITED',
  SPLIT: 'SPLIT',
  MERGED: 'MERGED',
  REMOVED: 'REMOVED',
  NEW: 'NEW',
});

export const TieState = Object.freeze({
  PROPOSED: 'PROPOSED',
  CONFIRMED: 'CONFIRMED',
  REJECTED: 'REJECTED',
});

export const PrintState = Object.freeze({
  WAITING: 'WAITING',
  DONE: 'DONE',
  FAILED: 'FAILED',
});
