/**
 * Proposals that speak of the same words: whoever sees both sees that they meet.
 */
import { CommentState } from '../parts/names.js';
import { squeeze } from '../parts/words.js';
import { locate } from './text.js';

/** The other proposals on the words of this one, as [{ item, same }]: same where they propose the same. */
export function meeting(item, items, place) {
  if (!proposes(item)) return [];
  const own = spanOf(item, place);
  return items.filter((other) => other.id !== item.id && proposes(other) && overlap(own, spanOf(other, place)))
    .map((other) => ({ item: other, same: squeeze(other.replacement) === squeeze(item.replacement) && (item.quote ?? '') === (other.quote ?? '') }));
}

const proposes = (item) => item.replacement != null && item.state === CommentState.SENT;

/** Where its words stand: in the text, in the heading, or all of the place. */
function spanOf(item, place) {
  if (!item.quote) return null;
  const inText = locate(place.text ?? '', item);
  if (inText) return { in: 'text', from: inText[0], to: inText[1] };
  const inHeading = locate(place.heading ?? '', item);
  return inHeading ? { in: 'heading', from: inHeading[0], to: inHeading[1] } : null;
}

function overlap(one, other) {
  if (!one || !other) return true;
  return one.in === other.in && one.from < other.to && other.from < one.to;
}
