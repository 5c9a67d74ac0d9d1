package vn.gopy.notice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.gopy.account.Person;

/**
 * Puts notices of one kind into words. It is asked each time a notice is shown or mailed, so that a right taken away
 * meanwhile takes the words away too.
 */
public interface NoticeSource {

    /** The kind of notices that it speaks for. */
    String kind();

    /** Whether people cannot turn it off: who tells them, such as of a deadline of their unit, counts on it. */
    default boolean mustBeTold() {
        return false;
    }

    /** Whether the person may ever be told of it, and so may choose how. */
    default boolean concerns(Person person) {
        return person.readsContent();
    }

    /** What the reader may be told of it at this moment; empty when nothing is left. */
    Optional<Words> words(Person reader, Notice notice, Locale locale);

    /**
     * A notice in words.
     *
     * @param title one line
     * @param lines what is new, titles only: they may leave the product in a mail
     * @param path of the screen that shows it, beginning with a slash
     */
    record Words(String title, List<String> lines, String path) {}
}
