/** Starts and stops the database that comes with the product, so that one command is enough to run it: pure Java, durable, never public. */
@NullMarked
@ApplicationModule(
        displayName = "Embedded PostgreSQL",
        allowedDependencies = {})
package vn.gopy.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
