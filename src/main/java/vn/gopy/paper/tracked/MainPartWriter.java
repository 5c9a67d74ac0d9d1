package vn.gopy.paper.tracked;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.gopy.paper.tracked.WordLine.Piece;
import vn.gopy.paper.tracked.WordLine.Run;

/** Writes changes and the marks of comments into the main part: runs that they touch are written anew, all else is copied. */
final class MainPartWriter {

    /** What comes at a place within a piece: behind the letter before it, and before the letter behind it. */
    private static final class Edge {
        final StringBuilder behind = new StringBuilder();
        final StringBuilder before = new StringBuilder();
    }

    /** What becomes of a piece; places are counted within it. */
    private static final class Work {
        final TreeMap<Integer, Edge> edges = new TreeMap<>();
        final List<Gone> gone = new ArrayList<>();

        Edge edge(int at) {
            return edges.computeIfAbsent(at, none -> new Edge());
        }
    }

    private record Gone(int from, int to, Signed by) {}

    private record Patch(int at, int until, String words) {}

    private final MainPart part;
    private final String p;
    private final ParagraphMarks marks;
    private final Map<Piece, Work> works = new HashMap<>();
    private final Map<Integer, Piece> pieces = new HashMap<>();
    private final Set<Run> runs = new HashSet<>();
    private final List<Patch> patches = new ArrayList<>();
    private final List<String> emptied = new ArrayList<>();
    private int nextId;

    MainPartWriter(MainPart part) {
        this.part = part;
        this.p = part.prefix;
        this.marks = new ParagraphMarks(part);
        this.nextId = Ids.behind(part.xml);
    }

    /** Whether the change can be written; then it will be. Changes of one line come in their order and do not overlap. */
    boolean change(WordChange change) {
        WordLine line = part.lines.get(change.line());
        boolean words = !change.words().isEmpty();
        if (change.to() > line.length() || line.pieces.isEmpty()) {
            return false;
        }
        boolean gone = change.to() > change.from();
        Piece model = line.pieceOf(gone ? change.from() : Math.max(0, change.from() - 1));
        Piece place = line.pieceOf(Math.max(0, change.to() - 1));
        if (words && place.run().closed()) {
            return false;
        }
        delete(line, change);
        if (words) {
            insert(line, change, model.run(), place);
        }
        boolean all = change.from() == 0 && change.to() == line.length() && !words;
        if (all && marks.canGo(line)) {
            patches.add(patch(marks.gone(Objects.requireNonNull(line.ending), tag("del", change.by(), true))));
        }
        return true;
    }

    private static Patch patch(ParagraphMarks.Patch one) {
        return new Patch(one.at(), one.until(), one.words());
    }

    private void delete(WordLine line, WordChange change) {
        for (Piece piece : line.pieces) {
            int from = Math.max(change.from(), piece.at());
            int to = Math.min(change.to(), piece.until());
            if (from < to) {
                work(piece).gone.add(new Gone(from - piece.at(), to - piece.at(), change.by()));
            }
        }
    }

    private void insert(WordLine line, WordChange change, Run model, Piece place) {
        List<String> parts = List.of(change.words().split("\n", -1));
        boolean own = parts.size() > 1 && change.to() == line.length() && marks.canFollow(line);
        String look = clean(model.properties());
        String first = own ? parts.getFirst() : change.words();
        if (!first.isEmpty()) {
            int at = change.to() - place.at();
            Edge edge = work(place).edge(Math.max(0, at));
            (change.to() == 0 ? edge.before : edge.behind)
                    .append(parted(place.run(), inserted(look, first, change.by())));
        }
        if (own) {
            WordLine.Ending ending = Objects.requireNonNull(line.ending);
            var paragraphs = new StringBuilder();
            for (String words : parts.subList(1, parts.size())) {
                paragraphs.append(
                        marks.following(ending, tag("ins", change.by(), true), inserted(look, words, change.by())));
            }
            patches.add(new Patch(ending.end(), ending.end(), paragraphs.toString()));
        }
    }

    private String inserted(String look, String words, Signed by) {
        var runs = new StringBuilder(tag("ins", by, false))
                .append('<')
                .append(p)
                .append("r>")
                .append(look);
        List<String> lines = List.of(words.split("\n", -1));
        for (int n = 0; n < lines.size(); n++) {
            runs.append(n == 0 ? "" : "<" + p + "br/>").append(text("t", lines.get(n)));
        }
        return runs + "</" + p + "r></" + p + "ins>";
    }

    /** No change stands within one of another hand: that one ends before it and begins again behind it. */
    private String parted(Run run, String change) {
        WordLine.Change around = run.change();
        if (around == null) {
            return change;
        }
        emptied.add(around.tag() + "</" + around.name() + ">");
        return "</" + around.name() + ">" + change + around.tag();
    }

    /** Marks the words that a comment is about; false where there are none. */
    boolean remark(WordRemark remark, int id) {
        WordLine line = part.lines.get(remark.line());
        if (line.pieces.isEmpty() || remark.to() > line.length()) {
            return false;
        }
        boolean all = remark.from() == remark.to();
        int from = all ? 0 : remark.from();
        int to = all ? line.length() : remark.to();
        Piece first = line.pieceOf(from);
        Piece last = line.pieceOf(to - 1);
        work(first)
                .edge(from - first.at())
                .before
                .insert(0, "<" + p + "commentRangeStart " + p + "id=\"" + id + "\"/>");
        work(last)
                .edge(to - last.at())
                .behind
                .append("<" + p + "commentRangeEnd " + p + "id=\"" + id + "\"/><" + p + "r><" + p + "commentReference "
                        + p + "id=\"" + id + "\"/></" + p + "r>");
        return true;
    }

    private Work work(Piece piece) {
        runs.add(piece.run());
        pieces.put(piece.start(), piece);
        return works.computeIfAbsent(piece, none -> new Work());
    }

    private String tag(String name, Signed by, boolean empty) {
        return "<" + p + name + " " + p + "id=\"" + nextId++ + "\" " + p + "author=\"" + XmlText.write(by.author())
                + "\" " + p + "date=\"" + XmlText.write(by.at()) + "\"" + (empty ? "/>" : ">");
    }

    private String text(String name, String words) {
        return "<" + p + name + " xml:space=\"preserve\">" + XmlText.write(words) + "</" + p + name + ">";
    }

    /** The look of the words beside, without what was changed of it. */
    private String clean(String properties) {
        return properties.replaceAll("(?s)<" + p + "rPrChange[\\s>].*?</" + p + "rPrChange>", "");
    }

    // ---- all of it

    /** The part with everything that was taken. */
    String written() {
        for (Run run : runs) {
            patches.add(new Patch(run.start(), run.end(), new RunWriter(run).written()));
        }
        patches.sort(Comparator.comparingInt(Patch::at));
        var out = new StringBuilder(part.xml.length() + 4096);
        int at = 0;
        for (Patch patch : patches) {
            out.append(part.xml, at, patch.at()).append(patch.words());
            at = patch.until();
        }
        var whole = out.append(part.xml, at, part.xml.length()).toString();
        for (String nothing : emptied) {
            whole = whole.replace(nothing, "");
        }
        return whole;
    }

    /** Writes one run as as many as it takes. */
    private final class RunWriter {

        private final Run run;
        private final StringBuilder out = new StringBuilder();
        private boolean open;

        RunWriter(Run run) {
            this.run = run;
        }

        String written() {
            var tags = new XmlTags(part.xml, run.inside());
            while (tags.advance() != XmlTags.Kind.CLOSE) {
                int start = tags.start;
                boolean properties = tags.name.equals(p + "rPr");
                tags.skip();
                Piece piece = pieces.get(start);
                Work work = piece == null ? null : works.get(piece);
                if (piece != null && work != null) {
                    piece(piece, work);
                } else if (!properties) {
                    open().append(part.xml, start, tags.end);
                }
            }
            return close().toString();
        }

        private void piece(Piece piece, Work work) {
            var cuts = new TreeSet<>(work.edges.keySet());
            work.gone.forEach(gone -> {
                cuts.add(gone.from());
                cuts.add(gone.to());
            });
            cuts.add(0);
            cuts.add(piece.text().length());
            int from = 0;
            for (int to : cuts) {
                if (to > from) {
                    stretch(piece, work, from, to);
                }
                Edge edge = work.edges.get(to);
                if (edge != null && !(edge.behind.isEmpty() && edge.before.isEmpty())) {
                    close().append(edge.behind).append(edge.before);
                }
                from = to;
            }
        }

        private void stretch(Piece piece, Work work, int from, int to) {
            Signed by = by(work, from);
            boolean all = from == 0 && to == piece.text().length();
            String words = piece.text().substring(from, to);
            String raw = part.xml.substring(piece.start(), piece.end());
            if (by == null) {
                open().append(all ? raw : text("t", words));
            } else {
                String gone = piece.letters() ? text("delText", words) : raw;
                close().append(tag("del", by, false)).append(head()).append(gone);
                out.append("</").append(p).append("r></").append(p).append("del>");
            }
        }

        private @Nullable Signed by(Work work, int from) {
            return work.gone.stream()
                    .filter(gone -> gone.from() <= from && from < gone.to())
                    .map(Gone::by)
                    .findFirst()
                    .orElse(null);
        }

        private String head() {
            return part.xml.substring(run.start(), run.inside()) + run.properties();
        }

        private StringBuilder open() {
            if (!open) {
                open = true;
                out.append(head());
            }
            return out;
        }

        private StringBuilder close() {
            if (open) {
                open = false;
                out.append("</").append(p).append("r>");
            }
            return out;
        }
    }
}
