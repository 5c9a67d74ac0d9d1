package vn.gopy.paper.tracked;

/**
 * The tags of a well-formed XML text one after another, with the places where they stand, so that what lies between them
 * can be copied letter by letter. Comments, processing instructions and CDATA are passed over; a DTD is refused.
 */
final class XmlTags {

    /** What a tag is. */
    enum Kind {
        OPEN,
        CLOSE,
        EMPTY,
        END
    }

    private final String xml;
    private int next;

    /** Where the tag begins. */
    int start;

    /** Behind the tag. */
    int end;

    Kind kind = Kind.END;

    /** With the prefix. */
    String name = "";

    XmlTags(String xml, int from) {
        this.xml = xml;
        this.next = from;
    }

    /** Goes to the next tag; END when there is none. */
    Kind advance() {
        while (true) {
            start = xml.indexOf('<', next);
            if (start < 0) {
                kind = Kind.END;
                return kind;
            }
            if (xml.startsWith("<!--", start)) {
                next = behind("-->");
            } else if (xml.startsWith("<![CDATA[", start)) {
                next = behind("]]>");
            } else if (xml.startsWith("<?", start)) {
                next = behind("?>");
            } else if (xml.startsWith("<!", start)) {
                throw new UneditableFile("A document type");
            } else {
                tag();
                return kind;
            }
        }
    }

    private int behind(String sign) {
        int at = xml.indexOf(sign, start);
        if (at < 0) {
            throw new UneditableFile("An open " + sign);
        }
        return at + sign.length();
    }

    private void tag() {
        boolean close = xml.startsWith("</", start);
        int at = start + (close ? 2 : 1);
        int nameStart = at;
        while (at < xml.length() && !isNameEnd(xml.charAt(at))) {
            at++;
        }
        name = xml.substring(nameStart, at);
        at = tagEnd(at);
        boolean empty = !close && xml.charAt(at - 1) == '/';
        end = at + 1;
        next = end;
        kind = close ? Kind.CLOSE : empty ? Kind.EMPTY : Kind.OPEN;
    }

    private static boolean isNameEnd(char c) {
        return c <= ' ' || c == '/' || c == '>';
    }

    /** A sign that ends tags may stand in the value of an attribute. */
    private int tagEnd(int from) {
        int at = from;
        while (at < xml.length() && xml.charAt(at) != '>') {
            char c = xml.charAt(at);
            if (c == '"' || c == '\'') {
                at = xml.indexOf(c, at + 1);
                if (at < 0) {
                    break;
                }
            }
            at++;
        }
        if (at < 0 || at >= xml.length()) {
            throw new UneditableFile("An open tag");
        }
        return at;
    }

    /** Goes behind the element that the current tag opens. */
    void skip() {
        int depth = kind == Kind.OPEN ? 1 : 0;
        while (depth > 0) {
            switch (advance()) {
                case OPEN -> depth++;
                case CLOSE -> depth--;
                case END -> throw new UneditableFile("An open element");
                case EMPTY -> {}
            }
        }
    }
}
