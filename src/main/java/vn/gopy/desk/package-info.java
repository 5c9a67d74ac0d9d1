/** Bàn làm việc: what waits for a person and what is new, looked up in all rooms. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"opinion", "round", "round :: figures", "round :: ui", "draft", "account", "shared"})
package vn.gopy.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
