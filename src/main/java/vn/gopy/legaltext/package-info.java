/**
 * What a Vietnamese legal or administrative text says about itself: blocks become header data, bodies and a tree of
 * provisions. Pure Java: no Spring, no SQL, no Vaadin.
 */
@NullMarked
@ApplicationModule(
        displayName = "Legal text",
        allowedDependencies = {"vietnamese", "vietnamese :: analysis"})
package vn.gopy.legaltext;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
