package vn.gopy.legaltext.finding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.gopy.legaltext.Sentence;
import vn.gopy.legaltext.Sentence.Wording;
import vn.gopy.legaltext.Warning;
import vn.gopy.legaltext.head.HeaderData;
import vn.gopy.legaltext.parse.BodyParser;
import vn.gopy.legaltext.parse.Cues;

/**
 * Tells that a file holds more than one document: a dossier bound into one PDF, a decree with a regulation that has a
 * number of its own. What is issued with a decision has none and goes with it.
 */
public final class BoundDocuments {

    private static final String LETTER = "CV";

    private BoundDocuments() {}

    /** Names the documents of a file that holds several, each with its number and page. */
    public static Optional<Warning> of(List<BodyParser.Parsed> bodies) {
        List<BodyParser.Parsed> documents =
                bodies.stream().filter(BoundDocuments::isDocument).toList();
        if (documents.size() < 2) {
            return Optional.empty();
        }
        boolean paged = documents.stream().allMatch(it -> page(it) > 0);
        Stream<Object> parts =
                documents.stream().flatMap(it -> paged ? Stream.of(name(it), page(it)) : Stream.of(name(it)));
        Wording wording = paged ? Wording.SEVERAL_DOCUMENTS_AT_PAGES : Wording.SEVERAL_DOCUMENTS;
        return Optional.of(
                new Warning(Warning.Code.SEVERAL_DOCUMENTS, null, Sentence.listing(wording, parts, documents.size())));
    }

    /** The body that says what the file is: the first document, where a cover or a list of contents stands before it. */
    public static int main(List<BodyParser.Parsed> bodies) {
        for (int i = 0; i < bodies.size(); i++) {
            if (isDocument(bodies.get(i))) {
                return isCover(bodies.getFirst()) ? i : 0;
            }
        }
        return 0;
    }

    /** Has no name of a kind and no head. */
    private static boolean isCover(BodyParser.Parsed body) {
        return body.type().isEmpty() && !hasHead(body);
    }

    private static boolean isDocument(BodyParser.Parsed body) {
        return hasHead(body)
                && HeaderData.withTitle(body).stream().anyMatch(line -> HeaderData.isNumberLine(line.text()));
    }

    private static boolean hasHead(BodyParser.Parsed body) {
        return body.head().stream().anyMatch(line -> Cues.isNation(line) || Cues.isParty(line));
    }

    private static int page(BodyParser.Parsed body) {
        return body.head().getFirst().page();
    }

    private static String name(BodyParser.Parsed body) {
        HeaderData.Found found = HeaderData.of(body, "");
        String kind = body.type()
                .or(() -> Optional.ofNullable(found.type())
                        .or(() -> Optional.of(LETTER))
                        .flatMap(Cues::typeOfSymbol))
                .map(Cues.Type::name)
                .orElse("Văn bản");
        return found.number() == null ? kind : kind + " " + found.number();
    }
}
