package vn.gopy.consolidation.loop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gopy.consolidation.PointId;

/**
 * What somebody says to the answer to an own point.
 *
 * @param number of the point within its round
 * @param who said the point, as the table prints it
 * @param by salutation and name of the person who wrote this
 */
public record AnswerBack(PointId point, @Nullable Integer number, String who, String text, String by, Instant at) {}
