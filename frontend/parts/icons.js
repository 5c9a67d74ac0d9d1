/**
 * Our icons, drawn once in icons.svg: 20 by 20, one stroke, the colour of the words beside them.
 */
const sprite = new URL('../icons.svg', import.meta.url).href;
const SVG = 'http://www.w3.org/2000/svg';

/** Where the icon is drawn. */
export const drawing = (name) => `${sprite}#${name}`;

/** An inline icon, silent for screen readers: the word beside it says what it means. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'i');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', drawing(name));
  svg.append(use);
  return svg;
}
