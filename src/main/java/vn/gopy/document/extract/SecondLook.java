package vn.gopy.document.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.tika.exception.TikaException;
import vn.gopy.document.extract.tika.TikaText;
import vn.gopy.document.extract.twice.Comparison;
import vn.gopy.document.extract.twice.FirstReading;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Difference;
import vn.gopy.legaltext.FileHistory;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.SecondReading;
import vn.gopy.vietnamese.LegacyWords;
import vn.gopy.vietnamese.Syllables;

/**
 * Reads a file with our reader and with Tika and says where the two do not agree, so that what one of them misses is
 * missed in silence no more.
 */
final class SecondLook {

    /** Lines of headers and footers are no part of a reading; here they are known words all the same. */
    private static final ScopedValue<List<String>> MARGINS = ScopedValue.newInstance();

    /** A reader that tears the marks from their letters, as some do with PDF, is no witness. */
    private static final double WORSE = 0.1;

    private static final int SAMPLE = 20_000;

    private SecondLook() {}

    /** Compares the two; a file without text has nothing to compare. */
    static SecondReading of(byte[] content, String fileName) {
        var margins = new ArrayList<String>();
        Reading reading =
                ScopedValue.where(MARGINS, margins).call(() -> Extraction.read(content, fileName, Changes.FINAL));
        if (reading.problem() != null) {
            return SecondReading.none();
        }
        List<String> text = text(reading);
        var first = new FirstReading(text, aside(reading, margins));
        List<String> words = written(content, fileName);
        List<Difference> written = words.isEmpty() ? List.of() : first.lacks(words);
        TikaText second;
        try {
            second = TikaText.of(content, fileName);
        } catch (TikaException | RuntimeException | StackOverflowError unreadable) {
            return partly(readable(reading, written), FileHistory.UNKNOWN);
        }
        if (share(second.lines()) < share(text) - WORSE) {
            return partly(readable(reading, written), second.history());
        }
        List<Difference> found = Comparison.withUntold(first.against(second.lines()), written);
        List<Difference> differences = readable(reading, found);
        if (second.isWhole()) {
            return new SecondReading(SecondReading.Outcome.COMPARED, differences, second.history());
        }
        return new SecondReading(
                SecondReading.Outcome.COMPARED_PARTLY,
                differences.stream()
                        .filter(it -> it.kind() == Difference.Kind.ONLY_SECOND)
                        .toList(),
                second.history());
    }

    /** Tika is no witness; what the file's own text part holds counts all the same. */
    private static SecondReading partly(List<Difference> written, FileHistory history) {
        return written.isEmpty()
                ? SecondReading.none(history)
                : new SecondReading(SecondReading.Outcome.COMPARED_PARTLY, written, history);
    }

    /** Remembers a line of a header or footer while a second look is taken. */
    static void margin(String line) {
        if (MARGINS.isBound()) {
            MARGINS.get().add(line);
        }
    }

    /** Gives the work to another thread that belongs to the same look. */
    static Runnable carried(Runnable work) {
        if (!MARGINS.isBound()) {
            return work;
        }
        List<String> margins = MARGINS.get();
        return () -> ScopedValue.where(MARGINS, margins).run(work);
    }

    /** As the file has it: before letters of old fonts were converted, without numbers that lists draw. */
    private static List<String> text(Reading reading) {
        return reading.blocks().stream().map(SecondLook::raw).toList();
    }

    private static List<String> written(byte[] content, String fileName) {
        return FileKind.of(fileName, content) instanceof FileKind.Verdict.Accepted(FileKind kind)
                ? WrittenWords.of(content, kind)
                : List.of();
    }

    /** In a file with old fonts the words are told as they are read on paper, for a person may put them into the text. */
    private static List<Difference> readable(Reading reading, List<Difference> found) {
        if (found.isEmpty() || reading.blocks().stream().allMatch(block -> block.raw() == null)) {
            return found;
        }
        List<String> words = converted(found, Difference::words);
        List<String> before = converted(found, Difference::before);
        return IntStream.range(0, found.size())
                .mapToObj(i -> new Difference(found.get(i).kind(), words.get(i), before.get(i)))
                .toList();
    }

    private static List<String> converted(List<Difference> found, Function<Difference, String> part) {
        return LegacyWords.convert(found.stream().map(part).toList()).stream()
                .map(LegacyWords.Converted::text)
                .toList();
    }

    private static double share(List<String> lines) {
        var sample = new StringBuilder();
        for (String line : lines) {
            if (sample.length() < SAMPLE) {
                sample.append(line).append('\n');
            }
        }
        return Syllables.count(sample).share();
    }

    private static String raw(Block block) {
        return block.raw() == null ? block.text() : block.raw();
    }

    private static List<String> aside(Reading reading, List<String> margins) {
        Stream<String> known = Stream.of(
                        reading.blocks().stream().map(Block::label),
                        reading.dropped().stream().map(it -> it.text()),
                        reading.remarks().stream().flatMap(it -> Stream.of(it.author(), it.text())),
                        reading.revisions().stream().map(it -> it.author()),
                        // what came is in the text; twice it would hide as much that is lost
                        reading.revisions().stream()
                                .filter(it -> !it.insertion())
                                .map(it -> it.text()))
                .flatMap(it -> it);
        return Stream.concat(known, margins.stream()).toList();
    }
}
