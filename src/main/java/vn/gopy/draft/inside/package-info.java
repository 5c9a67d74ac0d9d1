/**
 * What is read of dossiers without asking who asks, for the product's own work: above all how each room hands the search
 * what it keeps. Screens and the API use nothing of it.
 */
@NullMarked
@NamedInterface("inside")
package vn.gopy.draft.inside;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
