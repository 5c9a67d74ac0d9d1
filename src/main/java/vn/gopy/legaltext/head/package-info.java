/** What the head and the foot of a paper say of it: number, date, issuer, signer; and what its file name does. */
@NullMarked
package vn.gopy.legaltext.head;

import org.jspecify.annotations.NullMarked;
