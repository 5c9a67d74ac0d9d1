/** What every REST controller shares: refusals as problem details, ids and versions in headers, safe repetition. */
@NullMarked
package vn.gopy.shared.web;

import org.jspecify.annotations.NullMarked;
