package vn.gopy.search.ranking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the second look goes by: what this installation learned from its own library where it did, else what is part of the
 * program. Read beside the start; nothing is there until then.
 */
public final class LearnedLook implements Supplier<@Nullable SecondLook> {

    private static final Logger log = LoggerFactory.getLogger(LearnedLook.class);

    private volatile Known known = new Known(State.READING, null);

    /** Where it comes from. */
    public enum State {
        /** It is not read yet. */
        READING,
        /** Part of the program. */
        SHIPPED,
        /** Learned from the library of this installation. */
        OWN,
        /** Part of the program, since what this installation learned is damaged or of an earlier version. */
        OWN_REFUSED,
        /** Nothing can be used. */
        NONE
    }

    private record Known(State state, @Nullable SecondLook look) {}

    private LearnedLook() {}

    /**
     * Begins to read.
     *
     * @param own where {@code train-ranking} puts what it learns from an installation; need not exist
     */
    public static LearnedLook reading(Path own) {
        LearnedLook learned = new LearnedLook();
        Thread.ofVirtual().name("second-look").start(() -> learned.known = read(own));
        return learned;
    }

    private static Known read(Path own) {
        State otherwise = State.SHIPPED;
        if (Files.isDirectory(own)) {
            try {
                return new Known(State.OWN, LearnedFiles.in(own));
            } catch (IOException e) {
                log.warn("What was learned in {} cannot be used, the program's own is: {}", own, e.toString());
                otherwise = State.OWN_REFUSED;
            }
        }
        try {
            return new Known(otherwise, LearnedFiles.shipped());
        } catch (IOException e) {
            log.warn("Search results stand in their first order: {}", e.toString());
            return new Known(State.NONE, null);
        }
    }

    /** Where it comes from, as far as is known by now. */
    public State state() {
        return known.state();
    }

    @Override
    public @Nullable SecondLook get() {
        return known.look();
    }
}
