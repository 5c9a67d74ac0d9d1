/** Drafts in Akoma Ntoso 3, the XML of OASIS for legal documents. */
@NullMarked
package vn.gopy.draft.akn;

import org.jspecify.annotations.NullMarked;
