/**
 * How what was said of an earlier draft stands to a later one, as every screen shows it: state, sign and colour.
 */
import { AnchorState } from './names.js';

/** By state, in the order in which they are told: [sign, style]. */
export const LOOKS = Object.freeze({
  [AnchorState.IN_PLACE]: ['check', 'st ok'],
  [AnchorState.TEXT_CHANGED]: ['pen', 'st part'],
  [AnchorState.MOVED]: ['move', 'st acc'],
  [AnchorState.REMOVED]: ['trash', 'st keep'],
  [AnchorState.UNPLACED]: ['help', 'st wait'],
});
