package vn.gopy.consolidation.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.consolidation.table.ConsolidatedTable.Contributor;
import vn.gopy.consolidation.table.ConsolidatedTable.Opinion;
import vn.gopy.consolidation.table.ConsolidatedTable.Row;
import vn.gopy.paper.Dateline;
import vn.gopy.paper.HeaderBlock;
import vn.gopy.paper.HeaderBlock.Family;
import vn.gopy.paper.SignatureBlock;
import vn.gopy.shared.Moments;

/** What stands in the cells of a table and around it, the same in every kind of file. */
final class RowWords {

    /** The heads of the four columns, for every kind and form. */
    static final List<String> COLUMNS =
            List.of("NHÓM VẤN ĐỀ, ĐIỀU, KHOẢN", "CHỦ THỂ GÓP Ý", "NỘI DUNG GÓP Ý", "NỘI DUNG TIẾP THU, GIẢI TRÌNH");

    /** The cells of a line of the annex. */
    static List<String> cells(ConsolidatedTable.Addressee addressee) {
        return List.of(
                addressee.name(),
                Optional.ofNullable(addressee.letter()).map(RowWords::letter).orElse(""),
                addressee.answer(),
                addressee.remark());
    }

    private static String letter(ConsolidatedTable.Letter letter) {
        return "%s, ngày %s".formatted(letter.number(), Moments.date(letter.date()));
    }

    /** Under the post, in the form of the State. */
    static final String STAMP = "(Ký tên, đóng dấu)";

    private RowWords() {}

    /** Words of a line, some of which lean. */
    record Piece(String words, boolean italic) {}

    /** Who said it, each with where it was said. */
    static List<List<Piece>> contributors(Row row) {
        return row.opinions().stream()
                .flatMap(opinion -> opinion.contributors().stream())
                .distinct()
                .flatMap(contributor -> Stream.concat(
                        Stream.of(List.of(new Piece(contributor.name(), false))),
                        source(contributor).map(words -> List.of(new Piece(words, true))).stream()))
                .toList();
    }

    private static Optional<String> source(Contributor contributor) {
        return Optional.ofNullable(contributor.letter())
                .map(letter -> "(số %s, ngày %s)".formatted(letter.number(), Moments.date(letter.date())))
                .or(() -> Optional.of(contributor.remark())
                        .filter(remark -> !remark.isEmpty())
                        .map("(%s)"::formatted));
    }

    /** What was said; where several have said different things, each is named before the words. */
    static List<List<Piece>> opinions(Row row) {
        boolean named = row.opinions().size() > 1;
        return row.opinions().stream().flatMap(opinion -> lines(opinion, named)).toList();
    }

    private static Stream<List<Piece>> lines(Opinion opinion, boolean named) {
        Piece words = new Piece(opinion.words(), false);
        List<Piece> said = named && !names(opinion).isEmpty()
                ? List.of(new Piece(names(opinion) + ": ", true), words)
                : List.of(words);
        return Stream.of(
                        Optional.of(said),
                        opinion.proposal().map(wording -> labelled("Lời văn đề xuất: ", wording)),
                        Optional.of(String.join("; ", opinion.files()))
                                .filter(names -> !names.isEmpty())
                                .map(names -> labelled("Kèm tệp: ", names)))
                .flatMap(Optional::stream);
    }

    private static List<Piece> labelled(String label, String words) {
        return List.of(new Piece(label, true), new Piece(words, false));
    }

    private static String names(Opinion opinion) {
        return String.join(
                "; ", opinion.contributors().stream().map(Contributor::name).toList());
    }

    /** The lines as plain text. */
    static String plain(List<List<Piece>> lines) {
        return lines.stream()
                .map(line -> line.stream().map(Piece::words).collect(Collectors.joining()))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** The top of the table. */
    static HeaderBlock header(ConsolidatedTable table) {
        var heading = table.heading();
        var symbol = heading.regime() == Family.STATE ? "Số: " : "Số ";
        var number = Optional.ofNullable(heading.number()).map(symbol::concat).orElse(null);
        var dateline = heading.date() == null
                ? Dateline.open(heading.place(), table.madeOn().getYear())
                : Dateline.of(heading.place(), heading.date());
        return new HeaderBlock(heading.regime(), heading.superior(), heading.makingBody(), number, dateline, List.of());
    }

    /** The end of the table. */
    static SignatureBlock signature(ConsolidatedTable table) {
        var signature = table.signature();
        var note = table.heading().regime() == Family.STATE ? STAMP : "";
        return new SignatureBlock(signature.recipients(), signature.posts(), note, signature.name());
    }
}
