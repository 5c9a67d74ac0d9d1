/**
 * The key / leads to the search of the page: its own field where it has one, else that of the frame. In the reader it means
 * the text that is read.
 */
addEventListener('keydown', (pressed) => {
  const typing = pressed.composedPath()[0].closest?.('input, textarea, select, [contenteditable]');
  if (pressed.key !== '/' || typing || pressed.defaultPrevented || document.querySelector('gopy-reader')) return;
  pressed.preventDefault();
  (document.querySelector('.search-field input') ?? document.querySelector('.find input'))?.focus();
});
