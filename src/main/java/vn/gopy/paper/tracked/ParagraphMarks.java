package vn.gopy.paper.tracked;

import java.util.regex.Pattern;
import vn.gopy.paper.tracked.WordLine.Ending;

/** The marks at the ends of paragraphs, with which a paragraph comes or goes. */
final class ParagraphMarks {

    record Patch(int at, int until, String words) {}

    private final String xml;
    private final String p;
    private final Pattern notRepeated;
    private final Pattern formerMark;

    ParagraphMarks(MainPart part) {
        this.xml = part.xml;
        this.p = part.prefix;
        this.notRepeated = Pattern.compile(
                "(?s)<" + p + "(numPr|pPrChange|rPrChange|framePr)(?:\\s[^>]*)?(?:/>|>.*?</" + p + "\\1>)");
        this.formerMark = Pattern.compile("<" + p + "(?:ins|del|moveFrom|moveTo)\\s[^>]*/>");
    }

    /** Whether another paragraph may follow the one that ends with the line: taking it back must leave the next as it is. */
    boolean canFollow(WordLine line) {
        Ending ending = line.ending;
        return ending != null && !section(ending) && paragraphFollows(ending.end());
    }

    /** Whether the line is a paragraph that can go as a whole. */
    boolean canGo(WordLine line) {
        return line.ending != null && line.ending.whole() && canFollow(line);
    }

    private boolean section(Ending ending) {
        return xml.substring(ending.from(), ending.to()).contains("<" + p + "sectPr");
    }

    private boolean paragraphFollows(int at) {
        int next = at;
        while (next < xml.length() && xml.charAt(next) <= ' ') {
            next++;
        }
        return xml.startsWith("<" + p + "p>", next) || xml.startsWith("<" + p + "p ", next);
    }

    /** A paragraph that looks like the one that ends here, but for a number that is drawn by itself. */
    String following(Ending ending, String mark, String content) {
        String before =
                notRepeated.matcher(xml.substring(ending.from(), ending.to())).replaceAll("");
        String properties = marked(formerMark.matcher(before).replaceAll(""), mark);
        return "<" + p + "p>" + properties + content + "</" + p + "p>";
    }

    /** The same paragraph with a mark that goes. */
    Patch gone(Ending ending, String mark) {
        return new Patch(ending.from(), ending.to(), marked(xml.substring(ending.from(), ending.to()), mark));
    }

    /** Properties of a paragraph with this among those of its mark. */
    private String marked(String properties, String mark) {
        String own = "<" + p + "rPr>" + mark + "</" + p + "rPr>";
        String close = "</" + p + "pPr>";
        if (!properties.endsWith(close)) {
            String tag = properties.isEmpty() ? "<" + p + "pPr>" : properties.replaceFirst("\\s*/>$", ">");
            return tag + own + close;
        }
        String look = "<" + p + "rPr>";
        int at = properties.indexOf(look);
        int former = properties.indexOf("<" + p + "pPrChange");
        if (at >= 0 && (former < 0 || at < former)) {
            int inside = at + look.length();
            var inserted = Pattern.compile("\\G\\s*<" + p + "ins\\s[^>]*/>").matcher(properties);
            int behind = inserted.find(inside) ? inserted.end() : inside;
            return properties.substring(0, behind) + mark + properties.substring(behind);
        }
        String empty = "<" + p + "rPr/>";
        if (properties.contains(empty)) {
            return properties.replace(empty, own);
        }
        int end = former >= 0 ? former : properties.length() - close.length();
        return properties.substring(0, end) + own + properties.substring(end);
    }
}
