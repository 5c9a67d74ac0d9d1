package vn.gopy.legaltext;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.citation.References;
import vn.gopy.legaltext.finding.BoundDocuments;
import vn.gopy.legaltext.finding.Findings;
import vn.gopy.legaltext.finding.FormFindings;
import vn.gopy.legaltext.head.HeaderData;
import vn.gopy.legaltext.parse.AnnexParser;
import vn.gopy.legaltext.parse.BodyParser;
import vn.gopy.legaltext.parse.Contents;
import vn.gopy.legaltext.parse.Division;
import vn.gopy.legaltext.parse.FootnoteMarks;
import vn.gopy.legaltext.parse.Glued;
import vn.gopy.legaltext.parse.Line;
import vn.gopy.legaltext.parse.Lines;
import vn.gopy.legaltext.parse.Marker;
import vn.gopy.legaltext.parse.Orders;
import vn.gopy.legaltext.parse.Portal;
import vn.gopy.legaltext.parse.Quotes;
import vn.gopy.legaltext.parse.RepairedBlocks;

/** Computes the outline of a document from its blocks. Pure and linear: the same reading gives the same outline. */
public final class Outlines {

    private static final List<Level> COUNTED = List.of(
            Level.PART,
            Level.CHAPTER,
            Level.SECTION,
            Level.SUBSECTION,
            Level.ARTICLE,
            Level.CLAUSE,
            Level.POINT,
            Level.OUTLINE);

    private Outlines() {}

    /**
     * The outline of one file.
     *
     * @param fileName may hold the draft's number
     * @param sha256 of the file, hexadecimal; null when unknown
     */
    public static Outline of(Reading reading, String fileName, @Nullable String sha256) {
        return of(reading, List.of(), fileName, sha256);
    }

    /**
     * The outline of one file with the repairs that people made. A repair whose place is not there any more changes
     * nothing and is told among the warnings.
     */
    public static Outline of(Reading reading, List<Repair> repairs, String fileName, @Nullable String sha256) {
        if (reading.problem() != null) {
            return failed(reading, fileName, sha256, reading.problem());
        }
        if (repairs.isEmpty()) {
            return of(reading, Orders.NONE, fileName, sha256);
        }
        RepairedBlocks repaired = RepairedBlocks.of(reading, Structures.settled(reading, repairs));
        return of(repaired.in(reading), repaired.orders(), fileName, sha256);
    }

    /** @param orders what people said about the blocks */
    static Outline of(Reading reading, Orders orders, String fileName, @Nullable String sha256) {
        Lines all = Lines.of(reading.blocks(), orders);
        var dropped = new ArrayList<Dropped>(reading.dropped());
        List<Line> lines = Portal.without(Contents.without(all.body(), dropped), dropped);
        lines = FootnoteMarks.without(lines, dropped);
        if (lines.isEmpty()) {
            return failed(reading, fileName, sha256, Problem.EMPTY);
        }
        boolean[] quoted = quoted(lines);
        @Nullable Marker[] markers = markers(lines);
        List<Line> split = Glued.split(lines, markers, quoted);
        if (split != lines) {
            lines = split;
            quoted = quoted(lines);
            markers = markers(lines);
        }
        Outline outline = assemble(reading, fileName, sha256, lines, markers, quoted, all.footnotes(), dropped);
        return outline.warnedOf(References.dangling(outline));
    }

    private static @Nullable Marker[] markers(List<Line> lines) {
        var markers = new @Nullable Marker[lines.size()];
        for (int i = 0; i < markers.length; i++) {
            BlockRole role = lines.get(i).role();
            markers[i] = role == null ? Marker.of(lines.get(i)) : role.marker(lines.get(i));
        }
        return markers;
    }

    /** What stands inside a quotation, unless a person said what it is. */
    private static boolean[] quoted(List<Line> lines) {
        boolean[] quoted = Quotes.quoted(lines);
        for (int i = 0; i < quoted.length; i++) {
            BlockRole role = lines.get(i).role();
            quoted[i] = role == null ? quoted[i] : role == BlockRole.TEXT;
        }
        return quoted;
    }

    private static Outline failed(Reading reading, String fileName, @Nullable String sha256, Problem problem) {
        return new Outline(
                Outline.FORMAT,
                fileName,
                sha256,
                reading.mediaType(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                counts(List.of(), 0),
                List.of(),
                reading.warnings(),
                problem);
    }

    private static Outline assemble(
            Reading reading,
            String fileName,
            @Nullable String sha256,
            List<Line> lines,
            @Nullable Marker[] markers,
            boolean[] quoted,
            List<Line> footnotes,
            List<Dropped> dropped) {
        var bodies = new ArrayList<Body>();
        var annexes = new ArrayList<Annex>();
        var warnings = new ArrayList<Warning>(reading.warnings());
        var ofBodies = new ArrayList<List<Warning>>();
        var ofAnnexes = new ArrayList<Warning>();
        var documents = new ArrayList<BodyParser.Parsed>();
        Set<String> codes = new HashSet<>();
        Map<String, Integer> paths = new HashMap<>();
        for (Division.Part part : Division.of(lines, markers, quoted)) {
            if (part.annex()) {
                String line = lines.get(part.start()).shown();
                String path = AnnexParser.path(line, annexes.size() + 1);
                int n = paths.merge(path, 1, Integer::sum);
                String body = bodies.isEmpty() ? null : bodies.getLast().code();
                var parsed = new AnnexParser(lines, markers, quoted, part)
                        .parse(body, n == 1 ? path : path + "~" + n, dropped);
                annexes.add(parsed.annex());
                ofAnnexes.addAll(parsed.warnings());
            } else {
                var parsed = new BodyParser(lines, markers, quoted, part, dropped).parse();
                documents.add(parsed);
                bodies.add(withCode(parsed.body(), codes));
                ofBodies.add(new ArrayList<>(parsed.warnings()));
            }
        }
        addFootnotes(bodies, footnotes);
        List<List<Warning>> findings = Findings.of(bodies);
        for (int i = 0; i < bodies.size(); i++) {
            ofBodies.get(i).addAll(findings.get(i));
        }
        int main = BoundDocuments.main(documents);
        BodyParser.Parsed first = documents.isEmpty() ? null : documents.get(main);
        BoundDocuments.of(documents).ifPresent(warnings::add);
        HeaderData.Found header = first == null
                ? new HeaderData.Found(null, null, null, null, null, null, null, null, Optional.empty(), List.of())
                : HeaderData.of(first, fileName);
        warnings.addAll(header.warnings());
        if (first != null) {
            ofBodies.get(main).addAll(0, FormFindings.of(first, header));
            if (isRecognised(reading, first.head())) {
                ofBodies.get(main).addAll(0, FormFindings.recognised(header));
            }
        }
        for (int i = 0; i < bodies.size(); i++) {
            String prefix = bodies.size() == 1 ? "" : bodies.get(i).code() + "/";
            ofBodies.get(i).stream().map(it -> it.under(prefix)).forEach(warnings::add);
        }
        warnings.addAll(ofAnnexes);
        return new Outline(
                Outline.FORMAT,
                fileName,
                sha256,
                reading.mediaType(),
                header.regime(),
                header.type(),
                header.number(),
                header.issuer(),
                header.issuedOn(),
                bodies.isEmpty() ? null : bodies.get(main).title(),
                header.draftLabel(),
                header.urgency(),
                List.copyOf(bodies),
                List.copyOf(annexes),
                counts(bodies, annexes.size()),
                List.copyOf(dropped),
                List.copyOf(warnings),
                null);
    }

    private static boolean isRecognised(Reading reading, List<Line> head) {
        int page = head.isEmpty() ? 1 : head.getFirst().page();
        return reading.origin().pages().stream().anyMatch(it -> it.page() == page);
    }

    private static Body withCode(Body body, Set<String> used) {
        String code = body.code();
        for (int n = 2; !used.add(code); n++) {
            code = body.code() + n;
        }
        return new Body(
                code,
                body.type(),
                body.head(),
                body.title(),
                body.preamble(),
                body.closing(),
                body.provisions(),
                body.places());
    }

    /** Footnotes have no place of their own on the page's flow: they follow the last body's closing. */
    private static void addFootnotes(List<Body> bodies, List<Line> footnotes) {
        if (bodies.isEmpty() || footnotes.isEmpty()) {
            return;
        }
        Body last = bodies.removeLast();
        String notes = BodyParser.join(footnotes, "\n");
        String closing = last.closing().isEmpty() ? notes : last.closing() + "\n" + notes;
        bodies.add(new Body(
                last.code(),
                last.type(),
                last.head(),
                last.title(),
                last.preamble(),
                closing,
                last.provisions(),
                last.places()));
    }

    private static Map<String, Integer> counts(List<Body> bodies, int annexes) {
        var counts = new EnumMap<Level, Integer>(Level.class);
        bodies.forEach(body -> count(body.provisions(), counts));
        var named = new LinkedHashMap<String, Integer>();
        COUNTED.forEach(level -> named.put(level.name(), counts.getOrDefault(level, 0)));
        named.put("ANNEX", annexes);
        return named;
    }

    private static void count(List<Provision> provisions, Map<Level, Integer> counts) {
        for (Provision provision : provisions) {
            counts.merge(provision.level(), 1, Integer::sum);
            count(provision.children(), counts);
        }
    }
}
