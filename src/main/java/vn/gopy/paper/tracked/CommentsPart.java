package vn.gopy.paper.tracked;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part with the comments of a Word file. */
final class CommentsPart {

    static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

    private static final Pattern CLOSE = Pattern.compile("</[\\w.-]+:comments\\s*>\\s*$");
    private static final Pattern CLOSED_AT_ONCE = Pattern.compile("\\s*/>\\s*$");

    private final String xml;
    private final String p;
    private final StringBuilder added = new StringBuilder();
    private int nextId;

    private CommentsPart(String xml) {
        this.xml = xml;
        this.p = MainPart.prefixIn(xml);
        this.nextId = Math.max(0, Ids.behind(xml));
    }

    static CommentsPart of(String xml) {
        return new CommentsPart(xml);
    }

    /** One without comments. */
    static CommentsPart none(String namespace) {
        return new CommentsPart("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                + "<w:comments xmlns:w=\"" + namespace + "\"></w:comments>");
    }

    int nextId() {
        return nextId;
    }

    /** Adds one under {@link #nextId}. */
    void add(WordRemark remark) {
        added.append('<')
                .append(p)
                .append("comment ")
                .append(p)
                .append("id=\"")
                .append(nextId++)
                .append("\" ");
        added.append(p)
                .append("author=\"")
                .append(XmlText.write(remark.by().author()))
                .append("\" ");
        added.append(p)
                .append("date=\"")
                .append(XmlText.write(remark.by().at()))
                .append("\">");
        for (String paragraph : remark.text().split("\n", -1)) {
            added.append("<P><r><t xml:space=\"preserve\">"
                    .replace("<P>", "<" + p + "p>")
                    .replace("<r>", "<" + p + "r>")
                    .replace("<t ", "<" + p + "t "));
            added.append(XmlText.write(paragraph));
            added.append("</")
                    .append(p)
                    .append("t></")
                    .append(p)
                    .append("r></")
                    .append(p)
                    .append("p>");
        }
        added.append("</").append(p).append("comment>");
    }

    boolean isAddedTo() {
        return !added.isEmpty();
    }

    String written() {
        Matcher close = CLOSE.matcher(xml);
        if (close.find()) {
            return xml.substring(0, close.start()) + added + xml.substring(close.start());
        }
        Matcher atOnce = CLOSED_AT_ONCE.matcher(xml);
        if (!atOnce.find()) {
            throw new UneditableFile("Comments without an end");
        }
        return xml.substring(0, atOnce.start()) + ">" + added + "</" + p + "comments>";
    }
}
