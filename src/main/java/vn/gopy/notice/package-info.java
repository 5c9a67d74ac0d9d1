/** Telling people that something waits for them: a list in the product, and a mail where a mail server is configured. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "audit", "shared"})
package vn.gopy.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
