package vn.gopy.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.gopy.intake.ReturnedOpinion.Fit;
import vn.gopy.opinion.CommentKind;
import vn.gopy.shared.Moments;

/**
 * Whoever changes words and writes beside them why has one opinion, not two: the margin comment is its reason. What was
 * written a day or more before or after the change is an opinion of its own: the name may be an office's, and another of its
 * people speaks.
 */
final class ReturnedReasons {

    private static final int LONGEST = 19_000;
    private static final Duration A_DAY = Duration.ofDays(1);

    private ReturnedReasons() {}

    /** The same opinions, each margin comment on changed words joined to the change of its author. */
    static List<ReturnedOpinion> joined(List<ReturnedOpinion> found) {
        var joined = new ArrayList<ReturnedOpinion>();
        found.stream().filter(one -> !isRemark(one)).forEach(joined::add);
        found.stream().filter(ReturnedReasons::isRemark).forEach(remark -> {
            Optional<ReturnedOpinion> change = changeOf(remark, joined);
            change.ifPresentOrElse(
                    one -> joined.set(joined.indexOf(one), one.because(remark.text())), () -> joined.add(remark));
        });
        return joined;
    }

    private static boolean isRemark(ReturnedOpinion one) {
        return one.kind() == CommentKind.OTHER && one.replacement() == null;
    }

    private static Optional<ReturnedOpinion> changeOf(ReturnedOpinion remark, List<ReturnedOpinion> all) {
        List<ReturnedOpinion> changes = all.stream()
                .filter(one -> !isRemark(one)
                        && one.fit() == Fit.EXACT
                        && remark.fit() == Fit.EXACT
                        && one.place().equals(remark.place())
                        && one.author().equals(remark.author())
                        && sameDay(one.at(), remark.at())
                        && one.text().length() + remark.text().length() < LONGEST)
                .toList();
        // a comment on words that are all taken away, or on the whole clause, stands beside its only change
        return remark.quote() == null
                ? changes.stream().filter(one -> changes.size() == 1).findFirst()
                : changes.stream().filter(one -> meet(one, remark)).findFirst();
    }

    /** Less than a day apart, or nobody knows. */
    private static boolean sameDay(String one, String other) {
        Optional<LocalDateTime> there = clock(other);
        return clock(one)
                .flatMap(here -> there.map(at -> Duration.between(here, at).abs()))
                .filter(apart -> apart.compareTo(A_DAY) >= 0)
                .isEmpty();
    }

    /** The clock of the place; a word processor writes it as such, or as a moment with a zone. */
    private static Optional<LocalDateTime> clock(String at) {
        try {
            return at.endsWith("Z")
                    ? Optional.of(LocalDateTime.ofInstant(Instant.parse(at), Moments.ZONE))
                    : Optional.of(LocalDateTime.parse(at));
        } catch (DateTimeParseException noMoment) {
            return Optional.empty();
        }
    }

    /** Whether the two quotes have words in common; a heading and the text below it have none. */
    private static boolean meet(ReturnedOpinion one, ReturnedOpinion other) {
        if (one.quote() == null || other.quote() == null || one.start() == null || other.start() == null) {
            return false;
        }
        int from = Math.max(one.start(), other.start());
        int to = Math.min(
                one.start() + one.quote().length(),
                other.start() + other.quote().length());
        return from < to && Objects.equals(between(one, from, to), between(other, from, to));
    }

    private static String between(ReturnedOpinion one, int from, int to) {
        int start = Objects.requireNonNull(one.start());
        return Objects.requireNonNull(one.quote()).substring(from - start, to - start);
    }
}
