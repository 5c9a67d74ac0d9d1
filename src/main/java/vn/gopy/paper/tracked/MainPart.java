package vn.gopy.paper.tracked;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The main part of a Word file as lines that can be written into: paragraphs outside of text boxes and notes, with earlier
 * insertions and without earlier deletions, without the code of fields and hidden words.
 */
final class MainPart {

    private static final Pattern NAMESPACE = Pattern.compile("\\sxmlns:([\\w.-]+)\\s*=\\s*[\"']("
            + "http://schemas\\.openxmlformats\\.org/wordprocessingml/2006/main"
            + "|http://purl\\.oclc\\.org/ooxml/wordprocessingml/main)[\"']");

    /** @param change where the element is an earlier change */
    private record Open(WordLine.@Nullable Change change) {}

    /** @param text null for a soft break */
    private record Sign(int start, int end, @Nullable String text, boolean letters) {}

    final String xml;

    /** With the colon. */
    final String prefix;

    final List<WordLine> lines = new ArrayList<>();
    private final XmlTags tags;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Deque<Boolean> fields = new ArrayDeque<>();
    private final Pattern gone;
    private final Pattern hidden;
    private @Nullable WordLine line;
    private boolean inParagraph;
    private boolean whole;
    private int inside;
    private int from;
    private int to;

    private MainPart(String xml) {
        this.xml = xml;
        this.prefix = prefixIn(xml);
        this.gone = Pattern.compile("<" + prefix + "(?:del|moveFrom)[\\s/>]");
        this.hidden = Pattern.compile("<" + prefix + "vanish\\s*(?:/>|>|(?!\\s*\\S*val=[\"'](?:0|false|off)))");
        this.tags = new XmlTags(xml, 0);
    }

    /** Reads a part that is known to be well-formed. */
    static MainPart of(String xml) {
        var part = new MainPart(xml);
        part.read();
        return part;
    }

    /** The namespace of the elements of the part; there are two, with the same names. */
    String namespace() {
        Matcher named = NAMESPACE.matcher(xml);
        return named.find() ? named.group(2) : "";
    }

    /** The prefix of the elements of a part, with the colon. */
    static String prefixIn(String xml) {
        Matcher named = NAMESPACE.matcher(xml);
        if (!named.find()) {
            throw new UneditableFile("Another main part");
        }
        return named.group(1) + ':';
    }

    private void read() {
        while (tags.advance() != XmlTags.Kind.END) {
            switch (tags.kind) {
                case OPEN -> opened();
                case CLOSE -> closed();
                default -> empty();
            }
        }
        finish();
    }

    private String local() {
        return tags.name.startsWith(prefix) ? tags.name.substring(prefix.length()) : ':' + tags.name;
    }

    private void opened() {
        switch (local()) {
            case "p" -> {
                begin();
                open.push(new Open(null));
            }
            case "pPr" -> properties();
            case "r" -> run();
            case "ins", "moveTo" ->
                open.push(new Open(new WordLine.Change(xml.substring(tags.start, tags.end), tags.name)));
            case "del",
                    "moveFrom",
                    "sdtPr",
                    "sdtEndPr",
                    "tblPr",
                    "tblPrEx",
                    "tblGrid",
                    "trPr",
                    "tcPr",
                    "sectPr",
                    "smartTagPr",
                    "customXmlPr",
                    "rPr" -> tags.skip();
            case "tbl", "tc" -> {
                finish();
                open.push(new Open(null));
            }
            default -> {
                if (inParagraph && !tags.name.startsWith(prefix)) {
                    tags.skip();
                } else {
                    open.push(new Open(null));
                }
            }
        }
    }

    private void empty() {
        switch (local()) {
            case "p" -> {
                begin();
                whole = false; // it has no inside to write into
                end();
            }
            case "pPr" -> properties();
            default -> {}
        }
    }

    private void closed() {
        open.poll();
        switch (local()) {
            case "p" -> end();
            case "tc", "tbl" -> finish();
            default -> {}
        }
    }

    private void begin() {
        whole = line == null;
        line = line == null ? new WordLine() : line;
        inParagraph = true;
        inside = tags.end;
        from = inside;
        to = inside;
    }

    private void properties() {
        int start = tags.start;
        tags.skip();
        if (inParagraph) {
            from = start;
            to = tags.end;
        }
    }

    /** A paragraph whose mark was deleted goes on in the next one. */
    private void end() {
        inParagraph = false;
        if (fields.contains(true)) {
            fields.clear(); // codes end within their paragraph
        }
        if (!gone.matcher(xml).region(from, to).find()) {
            Objects.requireNonNull(line).ending = new WordLine.Ending(inside, from, to, tags.end, whole);
            finish();
        }
    }

    private void finish() {
        if (line != null) {
            lines.add(line);
            line = null;
        }
    }

    private void run() {
        int start = tags.start;
        int behind = tags.end;
        var properties = "";
        List<Sign> signs = new ArrayList<>();
        while (tags.advance() != XmlTags.Kind.CLOSE) {
            if (tags.kind == XmlTags.Kind.END) {
                throw new UneditableFile("An open run");
            }
            int child = tags.start;
            if (local().equals("rPr")) {
                tags.skip();
                properties = xml.substring(child, tags.end);
            } else {
                sign(child, signs);
            }
        }
        boolean shown = properties.isEmpty() || !hidden.matcher(properties).find();
        WordLine.Change change = open.isEmpty() ? null : open.peek().change();
        boolean closed = open.stream().skip(1).anyMatch(one -> one.change() != null);
        add(new WordLine.Run(start, behind, tags.end, properties, change, closed), shown ? signs : List.of());
    }

    private void add(WordLine.Run run, List<Sign> signs) {
        for (Sign sign : signs) {
            if (line == null) {
                return; // a run outside of paragraphs
            }
            if (sign.text() == null) {
                lines.add(line);
                line = new WordLine();
                whole = false;
            } else {
                line.add(run, sign.start(), sign.end(), sign.text(), sign.letters());
            }
        }
    }

    /** Goes behind a child of a run, and notes what a reader sees of it. */
    private void sign(int child, List<Sign> signs) {
        String name = local();
        String tag = xml.substring(tags.start, tags.end);
        if (name.equals("t")) {
            letters(child, signs);
            return;
        }
        tags.skip();
        switch (name) {
            case "tab", "ptab" -> note(signs, new Sign(child, tags.end, "\t", false));
            case "noBreakHyphen" -> note(signs, new Sign(child, tags.end, "\u2011", false));
            case "sym" -> note(signs, new Sign(child, tags.end, symbol(tag), false));
            case "br", "cr" -> note(signs, new Sign(child, tags.end, null, false));
            case "fldChar" -> field(Objects.requireNonNullElse(XmlText.attribute(tag, "fldCharType"), ""));
            default -> {}
        }
    }

    private void letters(int child, List<Sign> signs) {
        if (tags.kind == XmlTags.Kind.EMPTY) {
            return;
        }
        int behind = tags.end;
        tags.advance();
        String text = tags.kind == XmlTags.Kind.CLOSE ? XmlText.read(xml.substring(behind, tags.start)) : null;
        if (text == null) {
            throw new UneditableFile("Other things than letters in a text");
        }
        note(signs, new Sign(child, tags.end, text, true));
    }

    private void note(List<Sign> signs, Sign sign) {
        if (!fields.contains(true)) {
            signs.add(sign);
        }
    }

    private static String symbol(String tag) {
        try {
            return Character.toString(
                    Integer.parseInt(Objects.requireNonNullElse(XmlText.attribute(tag, "char"), "2022"), 16));
        } catch (IllegalArgumentException unknown) {
            return "\u2022";
        }
    }

    private void field(String type) {
        switch (type) {
            case "begin" -> fields.push(true);
            case "separate" -> {
                if (fields.poll() != null) {
                    fields.push(false);
                }
            }
            case "end" -> fields.poll();
            default -> {}
        }
    }
}
