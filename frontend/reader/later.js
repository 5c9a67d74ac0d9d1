/**
 * What nobody needs to begin reading: the boxes and dialogs, fetched once the text is there or when one of them is asked
 * for before.
 */
const MODULES = {
  conversation: () => import('./conversation.js'),
  review: () => import('./review.js'),
  asks: () => import('./asks.js'),
  returned: () => import('./returned.js'),
  related: () => import('./related.js'),
  cited: () => import('./cited.js'),
  life: () => import('./life.js'),
  help: () => import('./help.js'),
};
const there = new Map();

/** The module if it has been fetched. */
export const known = (name) => there.get(name);

/** The module; rejected where it did not come. */
export async function fetched(name) {
  if (!there.has(name)) there.set(name, await MODULES[name]());
  return there.get(name);
}

/** Fetches all; what does not come is asked for again by whoever needs it. */
export const fetchAll = () => Object.keys(MODULES).forEach((name) => fetched(name).catch(() => {}));
