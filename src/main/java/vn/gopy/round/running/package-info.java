/** Running a round: more time for one who asks for it, reminding those who have not answered, and what comes on paper. */
@NullMarked
@NamedInterface("running")
package vn.gopy.round.running;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
