package vn.gopy.document.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.tika.exception.TikaException;
import vn.gopy.document.extract.html.HtmlReader;
import vn.gopy.document.extract.tika.TikaPage;
import vn.gopy.document.extract.tika.TikaText;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Sentence;
import vn.gopy.legaltext.Sentence.Wording;
import vn.gopy.legaltext.Warning;

/**
 * Reads a file of a format without a reader of ours: the page that Tika makes of it, and behind it each file that came with
 * it, which goes through the same door as a file of its own.
 */
final class PlainReader {

    /** How spreadsheets write where a part of a header stands, and how it looks, tabs between: &C&"Arial,Bold"&14words. */
    private static final Pattern SHEET_PLACES = Pattern.compile("&[LCR]|[\t\n]");

    private static final Pattern SHEET_LOOKS = Pattern.compile("&(?:\"[^\"]*\"|\\d+|[A-Z])");

    private final List<Block> blocks = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private final Reading page;
    private int tables;

    private PlainReader(Reading page) {
        this.page = page;
    }

    /**
     * Reads the file.
     *
     * @param door reads the bytes of a file that came with it, by its name
     */
    static Reading read(byte[] content, String fileName, FileKind kind, BiFunction<byte[], String, Reading> door) {
        TikaPage opened = TikaPage.of(content, fileName);
        var reader = new PlainReader(HtmlReader.read(opened.html()));
        if (kind != FileKind.MAIL) {
            reader.requireNoMarkAround(content, fileName);
        }
        reader.add(reader.page.blocks());
        opened.attachments().stream()
                .filter(it -> isDocument(it, kind))
                .forEach(it -> reader.attach(it, door.apply(it.content(), it.name())));
        return reader.reading(kind, opened.hasMore());
    }

    /** A secrecy mark stands in a header or footer, which are no part of the page. What came with a letter is asked itself. */
    private void requireNoMarkAround(byte[] content, String fileName) {
        long inside = page.blocks().stream()
                .filter(it -> SecretStamp.isStamp(it.text()))
                .count();
        try {
            long all = TikaText.of(content, fileName).lines().stream()
                    .flatMap(line -> Stream.of(SHEET_PLACES.split(line)))
                    .map(part -> SHEET_LOOKS.matcher(part).replaceAll(""))
                    .filter(SecretStamp::isStamp)
                    .count();
            if (all > inside) {
                throw new Refused(Problem.STATE_SECRET_MARK);
            }
        } catch (TikaException unreadable) {
            throw new Refused(Problem.CORRUPT);
        }
    }

    /** Pictures of a page have names too; a letter says of everything that came with it what became of it. */
    private static boolean isDocument(TikaPage.Attachment attachment, FileKind kind) {
        return FileKind.isReadable(attachment.name())
                || kind == FileKind.MAIL && !attachment.name().isEmpty() && !isPicture(attachment.name());
    }

    private static boolean isPicture(String name) {
        return name.matches("(?i).*\\.(png|jpe?g|gif|bmp|emf|wmf|svg|css|xml|thmx|mso|js)");
    }

    private void attach(TikaPage.Attachment attachment, Reading reading) {
        if (reading.problem() == Problem.STATE_SECRET_MARK) {
            throw new Refused(Problem.STATE_SECRET_MARK);
        }
        if (reading.problem() != null) {
            unread.add(attachment.name());
            return;
        }
        blocks.add(new Block(
                blocks.size(),
                Block.Kind.PARAGRAPH,
                "",
                attachment.name(),
                null,
                new Block.Look(0, true, false, false, true, "", ""),
                null,
                0));
        add(reading.blocks());
    }

    private void add(List<Block> more) {
        int first = blocks.size();
        int firstTable = tables;
        for (Block block : more) {
            Block.Cell cell = block.cell();
            if (cell != null) {
                cell = new Block.Cell(cell.table() + firstTable, cell.row(), cell.column());
                tables = Math.max(tables, cell.table() + 1);
            }
            blocks.add(new Block(
                    block.id() + first,
                    block.kind(),
                    block.label(),
                    block.text(),
                    block.raw(),
                    block.look(),
                    cell,
                    block.page()));
        }
    }

    private Reading reading(FileKind kind, boolean more) {
        var warnings = new ArrayList<>(page.warnings());
        warnings.add(new Warning(Warning.Code.PARTIAL, null, Sentence.of(Wording.READ_PLAINLY)));
        if (more) {
            unread.add("…");
        }
        if (!unread.isEmpty()) {
            warnings.add(new Warning(
                    Warning.Code.PARTIAL, null, Sentence.of(Wording.ATTACHMENTS_NOT_READ, String.join(", ", unread))));
        }
        return new Reading(
                page.reader(),
                kind.mediaType(),
                List.copyOf(blocks),
                page.dropped(),
                page.remarks(),
                page.revisions(),
                List.copyOf(warnings),
                blocks.isEmpty() ? Problem.EMPTY : null,
                page.origin());
    }
}
