package vn.gopy.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The one table of how much the product takes. Lengths are counted in Unicode characters, as PostgreSQL counts them: the
 * columns bear the same numbers as constraints. They protect the program and what it keeps, whatever an office wishes, so
 * they are no settings; what an office sets within them is {@link Settings.Practice}.
 */
public final class Limits {

    /** Titles of dossiers, rounds and groups. */
    public static final int TITLE = 500;

    /** One line among a few that stand before a text. */
    public static final int LINE = 300;

    /** Names of people, units, posts, files, saved searches; labels and sources. */
    public static final int NAME = 200;

    /** Numbers of letters, codes, symbols. */
    public static final int NUMBER = 100;

    /** Whatever people write in sentences. */
    public static final int TEXT = 20_000;

    /** Words before and behind quoted ones, by which a quote is found again. */
    public static final int CONTEXT = 500;

    /** What is typed into the search box. */
    public static final int QUESTION = 500;

    /** A mail address (RFC 5321). */
    public static final int ADDRESS = 254;

    /** Items of a list in a request. */
    public static final int LIST = 1_000;

    /** Items of a list that is entered in bulk, and of a part of a list in an answer. */
    public static final int BULK = 10_000;

    /** Items of a part of a list in an answer unless another size is asked for. */
    public static final int PAGE = 50;

    /** Bytes of a file: as much as the processes that read it have memory for. An office may take less, never more. */
    public static final int FILE = 50 << 20;

    /** No office wrote before. */
    public static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** Nothing is planned from here on. */
    public static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private Limits() {}

    /**
     * The list itself, when it is not too long and names something at every place.
     *
     * @throws Refusal MALFORMED for a null among the items; TOO_MANY
     */
    public static <T, C extends Collection<? extends @Nullable T>> C list(C items, int most) {
        if (items.size() > most) {
            throw Refusal.unprocessable("TOO_MANY", most);
        }
        if (items.stream().anyMatch(item -> item == null)) {
            throw malformed();
        }
        return items;
    }

    /**
     * The moment itself, when it lies in a time that offices live in.
     *
     * @throws Refusal MALFORMED
     */
    public static Instant moment(Instant moment) {
        if (moment.isBefore(EARLIEST.atStartOfDay(ZoneOffset.UTC).toInstant())
                || !moment.isBefore(LATEST.atStartOfDay(ZoneOffset.UTC).toInstant())) {
            throw malformed();
        }
        return moment;
    }

    /**
     * The day itself, likewise.
     *
     * @throws Refusal MALFORMED
     */
    public static LocalDate day(LocalDate day) {
        if (day.isBefore(EARLIEST) || !day.isBefore(LATEST)) {
            throw malformed();
        }
        return day;
    }

    private static Refusal malformed() {
        return new Refusal(Refusal.Kind.MALFORMED, "MALFORMED");
    }
}
