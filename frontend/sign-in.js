/**
 * The page of the way in works without this; with it a typed password can be looked at.
 */
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
