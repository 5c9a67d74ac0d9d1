/**
 * A link to a clause goes on through signing in, wrong passwords included: what stands behind # is not sent to a server,
 * but from the address of a form it is handed on to wherever the answer leads. Without script one arrives at the top.
 */
const form = document.querySelector('main form');
form.action = form.getAttribute('action') + location.hash;
