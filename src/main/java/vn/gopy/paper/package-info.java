/**
 * Official papers as files: paper, typeface, header block, signature block and page numbers as the formatting rules ask
 * (Nghị định 30/2020/NĐ-CP Phụ lục I for the State, Hướng dẫn 05 for the Party). Pure Java: no Spring, no SQL, no Vaadin.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package vn.gopy.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
