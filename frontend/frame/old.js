/* The check before any other script, in words that the oldest browser understands. Vaadin's bundle needs these three; without
   them an official would see a white page or one in English. The place that was asked for is kept, a clause of a draft too. */
(function () {
  var css = window.CSS;
  var fit =
    'popover' in HTMLElement.prototype &&
    typeof Set === 'function' &&
    'union' in Set.prototype &&
    css && css.supports && css.supports('color', 'light-dark(red, red)');
  if (!fit) {
    location.replace('/don-gian/mo?den=' + encodeURIComponent(location.pathname + location.search + location.hash));
  }
})();
