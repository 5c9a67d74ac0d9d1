/** Lists of people and units from the office's Excel files: looked through row by row, then taken in whole or not at all. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "document", "paper", "shared", "vietnamese"})
package vn.gopy.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
