/**
 * The page of the way in works without this. With it a typed password can be looked at, and a link to a clause goes on
 * through signing in, wrong passwords included: what stands behind # is not sent to a server, but from the address of the
 * form it is handed on to wherever the answer leads.
 */
const form = document.querySelector('main form');
form.action = form.getAttribute('action') + location.hash;

// The link to the pages without script says the wanted place within a value, twice encoded.
for (const link of document.querySelectorAll('a[data-place]')) link.href += encodeURIComponent(encodeURIComponent(location.hash));

for (const see of document.querySelectorAll('button[data-see]')) {
  const field = document.getElementById(see.dataset.see);
  see.hidden = false;
  see.addEventListener('click', () => {
    const seen = field.type === 'password';
    field.type = seen ? 'text' : 'password';
    see.setAttribute('aria-pressed', String(seen));
    field.focus();
  });
  // Password keepers of browsers know it as a password only.
  field.form.addEventListener('submit', () => (field.type = 'password'));
}
