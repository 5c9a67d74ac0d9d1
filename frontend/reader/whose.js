/**
 * For whom one speaks, and by that who will read it and where it goes: a person's words and a head's go out to the
 * secretariat, those of a unit's staff into the unit's draft until its head sends.
 */
import { Capacity, ReplyState } from '../parts/names.js';
import { isUnitDraft } from './threads.js';

/** The unit with that code, if the reader speaks for it. */
export const ownUnit = (reader, code) => (code ? reader.me.units.find((unit) => unit.code === code) : undefined);

/** What one may choose, as { value, words }: only what the server takes. */
export function capacities(reader) {
  const { units, ownName } = reader.me;
  return [
    ...(ownName ? [{ value: Capacity.OWN, words: reader.t('capacity.OWN') }] : []),
    ...units.map((unit) => ({ value: `${Capacity.UNIT}:${unit.code}`, words: unit.name })),
    ...(ownName && units.length === 1 ? [{ value: `${Capacity.BOTH}:${units[0].code}`, words: reader.t('capacity.BOTH') }] : []),
  ];
}

/** Who has spoken, by one rule in every card and sentence: a unit's words are the unit's, as in the table. */
export const speaker = (reader, { author }) => author?.unit || author?.name || reader.t('thread.someone');

/** Who of a unit has written its words, which is told to the unit's own people alone. */
export const writer = (reader, item) => (item.author?.unit && ownUnit(reader, item.unit) ? item.author.name : '');

/** The one among them that was chosen before, or what most are here for: the unit. */
export function chosenCapacity(choices, before) {
  return (choices.find((one) => one.value === before) ?? choices.find((one) => one.value.startsWith(Capacity.UNIT)) ?? choices[0])?.value ?? Capacity.OWN;
}

/** Whether the unit's reply was sent, so that what its staff write now waits for the head to send it afterwards. */
export const isAnswered = (reader, code) =>
  (reader.json.round?.standings ?? []).some((one) => one.ofUnit && one.invitee === code && one.state === ReplyState.SENT);

/** Who will read what is said for that unit, or without one for oneself. */
export function whoReads(reader, code) {
  if (!code) return reader.json.visibility[Capacity.OWN];
  const unit = ownUnit(reader, code);
  if (!unit || unit.head) return reader.json.visibility[Capacity.UNIT];
  return reader.t(isAnswered(reader, code) ? 'visibility.unit.later' : 'visibility.unit', { unit: unit.name });
}

/** Whether the opinion goes into its unit's draft when its author lets it go, and not out. */
export function goesToHead(reader, item) {
  const unit = ownUnit(reader, item.unit);
  return Boolean(unit && !unit.head);
}

/** What the reader can let go: own unsent opinions, and what a unit has prepared that the reader heads. */
export function sendable(reader) {
  const { threads } = reader;
  const prepared = threads.items.filter((item) => isUnitDraft(item) && ownUnit(reader, item.unit)?.head);
  return [...threads.unsent, ...prepared].sort((a, b) => threads.order(a) - threads.order(b));
}

/** What the button says that leads to the review of these. */
export function reviewWords(reader, items) {
  if (!items.length) return reader.t('action.review.none');
  return reader.t(items.every((item) => goesToHead(reader, item)) ? 'action.review.unit' : 'action.review', { n: items.length });
}
