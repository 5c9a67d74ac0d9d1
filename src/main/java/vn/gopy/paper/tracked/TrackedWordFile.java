package vn.gopy.paper.tracked;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Word file (.docx) into which changes and comments are written as a person would with "Track changes": rejecting all of
 * them gives the text and the looks that the file had, accepting all the wanted words. Words that come look like those they
 * replace, or those beside them.
 */
public final class TrackedWordFile {

    /** More than any draft takes. */
    public static final int MOST_CHANGES = 10_000;

    /** More nobody reads in a margin. */
    public static final int MOST_REMARKS = 5_000;

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private static final Pattern RELATION = Pattern.compile("<(?:[\\w.-]+:)?Relationship\\s[^>]*>");

    private final PackageFile parts;
    private final String main;
    private final MainPart text;

    /** @throws UneditableFile where it is no such file */
    public TrackedWordFile(byte[] content) {
        parts = new PackageFile(content);
        main = related("_rels/.rels", "officeDocument").orElse("word/document.xml");
        text = MainPart.of(parts.text(main).orElseThrow(() -> new UneditableFile("No main part")));
    }

    /** The text line by line, as far as it can be written into, with tabs and hard spaces as the file has them. */
    public List<String> lines() {
        return text.lines.stream().map(WordLine::text).toList();
    }

    /**
     * The file with what could be written.
     *
     * @param changes indexes of those that were
     * @param remarks indexes of those that were
     */
    public record Written(byte[] file, Set<Integer> changes, Set<Integer> remarks) {}

    /** Writes into a copy; of changes that overlap the first is taken. Bounded by {@link #MOST_CHANGES}, {@link #MOST_REMARKS}. */
    public Written with(List<WordChange> changes, List<WordRemark> remarks) {
        if (changes.size() > MOST_CHANGES || remarks.size() > MOST_REMARKS) {
            throw new IllegalArgumentException(changes.size() + " changes, " + remarks.size() + " comments");
        }
        var writer = new MainPartWriter(text);
        Set<Integer> changed = changed(writer, changes);
        Optional<String> target = related(relationsOf(main), "comments");
        CommentsPart comments =
                target.flatMap(parts::text).map(CommentsPart::of).orElseGet(() -> CommentsPart.none(text.namespace()));
        Set<Integer> remarked = new HashSet<>();
        for (int n = 0; n < remarks.size(); n++) {
            if (isThere(remarks.get(n).line()) && writer.remark(remarks.get(n), comments.nextId())) {
                comments.add(remarks.get(n));
                remarked.add(n);
            }
        }
        parts.put(main, writer.written());
        if (comments.isAddedTo()) {
            String name = target.filter(one -> parts.text(one).isPresent()).orElseGet(this::related);
            parts.put(name, comments.written());
        }
        return new Written(parts.packed(), changed, remarked);
    }

    private boolean isThere(int line) {
        return line < text.lines.size();
    }

    private Set<Integer> changed(MainPartWriter writer, List<WordChange> changes) {
        List<Integer> order = new ArrayList<>();
        for (int n = 0; n < changes.size(); n++) {
            order.add(n);
        }
        order.sort(Comparator.comparing((Integer n) -> changes.get(n).line())
                .thenComparing(n -> changes.get(n).from())
                .thenComparing(n -> changes.get(n).to()));
        Set<Integer> written = new HashSet<>();
        WordChange last = null;
        for (int n : order) {
            WordChange change = changes.get(n);
            boolean free = last == null || last.line() != change.line() || last.to() <= change.from();
            boolean twice = last != null
                    && last.line() == change.line()
                    && last.to() == change.to()
                    && last.from() == change.from();
            if (free && !twice && isThere(change.line()) && writer.change(change)) {
                written.add(n);
                last = change;
            }
        }
        return written;
    }

    // ---- how the parts hang together

    private static String relationsOf(String part) {
        int slash = part.lastIndexOf('/');
        return part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels";
    }

    /** The part that a list of relations names for a kind. */
    private Optional<String> related(String relations, String kind) {
        String folder = relations.substring(0, relations.indexOf("_rels/"));
        Matcher relation = RELATION.matcher(parts.text(relations).orElse(""));
        while (relation.find()) {
            String type = XmlText.attribute(relation.group(), "Type");
            String target = XmlText.attribute(relation.group(), "Target");
            if (type != null && target != null && type.endsWith("/" + kind)) {
                String slashed = target.replace('\\', '/').replaceFirst("^\\./", "");
                return Optional.of(slashed.startsWith("/") ? slashed.substring(1) : folder + slashed);
            }
        }
        return Optional.empty();
    }

    /** Makes room for comments in a file that has none: a part, its type, and its relation to the main one. */
    private String related() {
        String folder = main.substring(0, main.lastIndexOf('/') + 1);
        String own = "comments.xml";
        for (int n = 1; parts.text(folder + own).isPresent(); n++) {
            own = "comments" + n + ".xml";
        }
        String types = parts.text("[Content_Types].xml").orElseThrow(() -> new UneditableFile("No types"));
        parts.put(
                "[Content_Types].xml",
                before(
                        types,
                        "Types",
                        "<%sOverride PartName=\"/" + folder + own + "\" ContentType=\"" + CommentsPart.TYPE + "\"/>"));
        String relations = parts.text(relationsOf(main))
                .orElse("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\""
                        + "http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>");
        String id = "rIdComments";
        while (relations.contains('"' + id + '"')) {
            id += "1";
        }
        parts.put(
                relationsOf(main),
                before(
                        relations,
                        "Relationships",
                        "<%sRelationship Id=\"" + id + "\" Type=\"" + relationType() + "/comments\" Target=\"" + own
                                + "\"/>"));
        return folder + own;
    }

    private String relationType() {
        return text.namespace().startsWith("http://purl") ? STRICT : RELATIONS;
    }

    /** Adds an element at the end of another, with the same prefix. */
    private static String before(String xml, String name, String element) {
        Matcher close =
                Pattern.compile("</((?:[\\w.-]+:)?)" + name + "\\s*>\\s*$").matcher(xml);
        if (close.find()) {
            return xml.substring(0, close.start()) + element.formatted(close.group(1)) + xml.substring(close.start());
        }
        Matcher atOnce = Pattern.compile("<((?:[\\w.-]+:)?)" + name + "(\\s[^>]*?)?/>\\s*$")
                .matcher(xml);
        if (!atOnce.find()) {
            throw new UneditableFile("No " + name);
        }
        String attributes = atOnce.group(2) == null ? "" : atOnce.group(2);
        return xml.substring(0, atOnce.start()) + "<" + atOnce.group(1) + name + attributes + ">"
                + element.formatted(atOnce.group(1)) + "</" + atOnce.group(1) + name + ">";
    }
}
