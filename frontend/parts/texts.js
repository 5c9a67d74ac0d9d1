/**
 * The sentences of a screen, by their keys.
 */

/**
 * A function that gives the sentence with a key (without its prefix), places {name} filled in; where n is 1 the sentence
 * for one, if there is such. A key without a sentence is its own.
 */
export function sentences(texts, prefix) {
  return (key, values = {}) => {
    const pattern = (Number(values.n) === 1 && texts[`${prefix}${key}.one`]) || texts[`${prefix}${key}`] || key;
    return pattern.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  };
}
