/**
 * A press on [data-language] shows the page in that language, now and for a year in this browser.
 */
const YEAR_S = 31_536_000;

document.addEventListener('click', (press) => {
  const choice = press.composedPath()[0].closest?.('[data-language]')?.dataset;
  if (!choice) return;
  const safe = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${choice.cookie}=${choice.language}; path=/; max-age=${YEAR_S}; SameSite=Lax${safe}`;
  location.reload();
});
