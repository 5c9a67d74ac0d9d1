/**
 * For whom one speaks, and by that who will read it and where it goes: a person's words and a head's go out to the
 * secretariat, those of a unit's staff into the unit's draft until its head sends.
 */
import { Capacity, CommentState, ReplyState } from '../parts/names.js';
import { isUnitDraft } from './threads.js';

/** The unit with that code, if the reader speaks for it. */
export const ownUnit = (store, code) => (code ? store.me.units.find((unit) => unit.code === code) : undefined);

/** What one may choose, as { value, words }: only what the server takes. */
export function capacities(store) {
  const { units, ownName } = store.me;
  return [
    ...(ownName ? [{ value: Capacity.OWN, words: store.t('capacity.OWN') }] : []),
    ...units.map((unit) => ({ value: `${Capacity.UNIT}:${unit.code}`, words: unit.name })),
    ...(ownName && units.length === 1 ? [{ value: `${Capacity.BOTH}:${units[0].code}`, words: store.t('capacity.BOTH') }] : []),
  ];
}

/** Who has spoken, by one rule in every card and sentence: a unit's words are the unit's, as in the table. */
export const speaker = (store, { author }) => author?.unit || author?.name || store.t('thread.someone');

/** Who of a unit has written its words, which is told to the unit's own people alone. */
export const writer = (store, item) => (item.author?.unit && ownUnit(store, item.unit) ? item.author.name : '');

/** The one among them that was chosen before, or what most are here for: the unit. */
export function chosenCapacity(choices, before) {
  return (choices.find((one) => one.value === before) ?? choices.find((one) => one.value.startsWith(Capacity.UNIT)) ?? choices[0])?.value ?? Capacity.OWN;
}

/** Whether the unit's reply was sent, so that what its staff write now waits for the head to send it afterwards. */
export const isAnswered = (store, code) =>
  store.standings.some((one) => one.ofUnit && one.invitee === code && one.state === ReplyState.SENT);

/** Who will read what is said for that unit, or without one for oneself. */
export function whoReads(store, code) {
  if (!code) return store.visibility[Capacity.OWN];
  const unit = ownUnit(store, code);
  if (!unit || unit.head) return store.visibility[Capacity.UNIT];
  return store.t(isAnswered(store, code) ? 'visibility.unit.later' : 'visibility.unit', { unit: unit.name });
}

/** Who reads a thread that is there: by the rule under which its first opinion was written, whatever the rule is now. */
export function whoReadsThread(store, item) {
  if (item.restricted) return store.t('visibility.told');
  if (item.state !== CommentState.SENT) return whoReads(store, item.unit);
  return store.readers[item.visibility];
}

/** Whether the opinion goes into its unit's draft when its author lets it go, and not out. */
export function goesToHead(store, item) {
  const unit = ownUnit(store, item.unit);
  return Boolean(unit && !unit.head);
}

/** What the reader can let go: own unsent opinions, and what a unit has prepared that the reader heads. */
export function sendable(store) {
  const { threads } = store;
  const prepared = threads.items.filter((item) => isUnitDraft(item) && ownUnit(store, item.unit)?.head);
  return [...threads.unsent, ...prepared].sort((a, b) => threads.order(a) - threads.order(b));
}

/** What the button says that leads to the review of these. */
export function reviewWords(store, items) {
  if (!items.length) return store.t('action.review.none');
  return store.t(items.every((item) => goesToHead(store, item)) ? 'action.review.unit' : 'action.review', { n: items.length });
}
