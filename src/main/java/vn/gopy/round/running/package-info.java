/** Running a round: more time for one who asks for it, and reminding those who have not answered. */
@NullMarked
package vn.gopy.round.running;

import org.jspecify.annotations.NullMarked;
