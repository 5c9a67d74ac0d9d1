package vn.gopy.document.extract.html;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.FileKind;
import vn.gopy.document.extract.MathMl;
import vn.gopy.document.extract.Paragraph;
import vn.gopy.document.extract.Refused;
import vn.gopy.document.extract.TextReader;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Dropped;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Sentence.Wording;
import vn.gopy.legaltext.Warning;

/**
 * Web pages, of law portals above all: the text of the document is found among menus and translations, which are dropped.
 * Nothing active is looked at, nothing is fetched.
 */
public final class HtmlReader {

    /** Where portals put the text; the widest that fits comes first. */
    private static final List<String> KNOWN_PLACES = List.of(
            "#divContentDoc .content1",
            ".cldivContentDocVn .content1",
            ".content1",
            "div.fulltext",
            "#toanvancontent",
            ".toanvancontent",
            ".noidungvanban",
            "#noidungvanban",
            "article",
            "main");

    private static final int SHORTEST_MAIN = 400;

    private static final Set<String> NO_TEXT = Set.of(
            "script",
            "style",
            "noscript",
            "iframe",
            "object",
            "embed",
            "select",
            "option",
            "button",
            "input",
            "textarea",
            "head",
            "template",
            "svg",
            "nav",
            "video",
            "audio");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "ul",
            "ol",
            "table",
            "tr",
            "td",
            "th",
            "section",
            "article",
            "header",
            "footer",
            "blockquote",
            "pre",
            "center",
            "dl",
            "dt",
            "dd",
            "form",
            "fieldset",
            "hr",
            "body",
            "tbody",
            "thead",
            "address",
            "figure",
            "caption");

    private final BlockList list = new BlockList();
    private Paragraph paragraph = new Paragraph();
    private Block.@Nullable Cell cell;

    private final HtmlLists lists = new HtmlLists();
    private final HtmlRemarks remarks = new HtmlRemarks();

    /** Who made the insertion that the words are in; null outside of one. */
    private @Nullable Element inserted;

    /** Whether it is a page saved with its pictures in one file. */
    public static boolean isArchive(byte[] content) {
        return WebArchive.begins(head(content));
    }

    private static String head(byte[] content) {
        return new String(content, 0, Math.min(content.length, 4096), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    /** Reads a page. */
    public static Reading read(byte[] content) {
        return new HtmlReader().readAll(content);
    }

    private Reading readAll(byte[] content) {
        Document page = parse(content);
        HtmlStyles.apply(page);
        remarks.take(page.body());
        Element main = main(page.body());
        children(main, HtmlFont.PLAIN);
        endParagraph(HtmlFont.PLAIN);
        if (main != page.body()) {
            dropRest(page.body(), main);
        }
        remarks.giveTo(list);
        if (!lists.undrawn().isEmpty()) {
            list.warn(Warning.Code.PARTIAL, Wording.NUMBERS_NOT_DRAWN, String.join(", ", lists.undrawn()));
        }
        return list.reading(FileKind.HTML.mediaType());
    }

    private static Document parse(byte[] content) {
        if (isArchive(content)) {
            return Jsoup.parse(WebArchive.page(content).orElseThrow(() -> new Refused(Problem.TYPE_NOT_ALLOWED)), "");
        }
        boolean declared = head(content).toLowerCase(Locale.ROOT).contains("charset=");
        try {
            return declared
                    ? Jsoup.parse(new ByteArrayInputStream(content), null, "")
                    : Jsoup.parse(TextReader.decode(content), "");
        } catch (IOException | RuntimeException broken) {
            throw new Refused(Problem.CORRUPT);
        }
    }

    private static Element main(Element body) {
        for (String place : KNOWN_PLACES) {
            for (Element found : body.select(place)) {
                String text = found.text();
                if (text.length() > SHORTEST_MAIN && !isTranslation(text)) {
                    return found;
                }
            }
        }
        return densest(body);
    }

    private static boolean isTranslation(String text) {
        return text.contains("Article 1") && !text.contains("Điều 1");
    }

    /** Without a known portal: the whole page, unless most of it is links; then what holds most plain paragraphs. */
    private static Element densest(Element body) {
        int links =
                body.select("a[href]").stream().mapToInt(a -> a.text().length()).sum();
        int all = body.text().length();
        if (links * 4 < all) {
            return body;
        }
        var scores = new java.util.HashMap<Element, Integer>();
        for (Element p : body.select("p, div > br, td")) {
            Element parent = p.parent();
            int length = p.ownText().length();
            if (parent != null && length > 40) {
                scores.merge(parent, length, Integer::sum);
            }
        }
        return scores.entrySet().stream()
                .max(java.util.Map.Entry.comparingByValue())
                .map(java.util.Map.Entry::getKey)
                .orElse(body);
    }

    private void dropRest(Element element, Element main) {
        for (Element child : element.children()) {
            if (child == main || NO_TEXT.contains(child.normalName())) {
                continue;
            }
            if (isAncestor(child, main)) {
                dropRest(child, main);
            } else {
                String text = child.text();
                list.drop(text, isTranslation(text) ? Dropped.Why.TRANSLATION : Dropped.Why.PORTAL_MENU);
            }
        }
    }

    private static boolean isAncestor(Element element, Element of) {
        for (Element parent = of.parent(); parent != null; parent = parent.parent()) {
            if (parent == element) {
                return true;
            }
        }
        return false;
    }

    private void children(Element element, HtmlFont font) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                append(text.getWholeText(), font);
            } else if (node instanceof Element child) {
                element(child, font);
            }
        }
    }

    private void append(String text, HtmlFont font) {
        if (font.kept()) {
            String[] lines = text.split("\\R", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    lineBreak();
                }
                words(lines[i], font);
            }
            return;
        }
        String spaced = text.replaceAll("[\\s]+", " ");
        if (!(spaced.equals(" ") && paragraph.isEmpty())) {
            words(spaced, font);
        }
    }

    private void words(String text, HtmlFont font) {
        if (inserted != null && !text.isBlank()) {
            revision(inserted, true, text);
        }
        paragraph.append(text, font.face());
        remarks.places().quote(text);
    }

    private void lineBreak() {
        paragraph.lineBreak();
        remarks.places().quote("\n");
    }

    private void revision(Element change, boolean insertion, String text) {
        list.revision(new Reading.Revision(
                block(),
                offset(),
                insertion,
                change.attr("cite").replaceFirst("^mailto:", "").replace("%20", " "),
                change.attr("datetime"),
                text));
    }

    private int block() {
        return list.next() + paragraph.finishedLines();
    }

    private int offset() {
        return paragraph.textSoFar(list).length();
    }

    private void element(Element element, HtmlFont outer) {
        String name = element.normalName();
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        if (NO_TEXT.contains(name) || style.contains("display:none") || style.contains("mso-hide:all")) {
            return;
        }
        HtmlFont font = HtmlFont.of(element, name, style, outer);
        switch (name) {
            case "del" -> {
                if (!element.text().isBlank()) {
                    revision(element, false, element.text());
                }
            }
            case "br" -> lineBreak();
            case "math" -> words(MathMl.of(element.outerHtml()), font);
            case "ins" -> {
                Element before = inserted;
                inserted = element;
                children(element, font);
                inserted = before;
            }
            default -> structure(element, name, font, outer);
        }
    }

    private void structure(Element element, String name, HtmlFont font, HtmlFont outer) {
        if (name.equals("table") && cell == null && isData(element)) {
            endParagraph(outer);
            table(element, font);
            return;
        }
        boolean block = BLOCKS.contains(name);
        if (block) {
            endParagraph(outer);
        }
        if (name.equals("li")) {
            paragraph.label(lists.label(element));
        }
        String remark = remarks.reference(element);
        if (!remark.isEmpty()) {
            remarks.places().start(remark, block(), offset());
        }
        children(element, font);
        if (!remark.isEmpty()) {
            remarks.places().end(remark, block(), offset());
        }
        if (block) {
            endParagraph(font);
        } else if (name.equals("td")) {
            append(" ", font);
        }
    }

    private static int number(String text, int otherwise) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }

    private void endParagraph(HtmlFont font) {
        paragraph.centred(font.centred());
        paragraph.outlineLevel(font.heading());
        remarks.places().quote("\n");
        paragraph.addTo(list, cell == null ? Block.Kind.PARAGRAPH : Block.Kind.CELL, cell, 0);
        paragraph = new Paragraph();
    }

    /** A table of data has several columns and short cells; pages are also laid out with tables. */
    private static boolean isData(Element table) {
        if (!table.select("table table").isEmpty()) {
            return false;
        }
        int widest = 0;
        var articles = new HashSet<Element>();
        for (Element row : table.select("tr")) {
            widest = Math.max(widest, row.select("> td, > th").size());
        }
        for (Element inner : table.select("td")) {
            if (inner.text().length() > 3000 && inner.select("p").size() > 20) {
                articles.add(inner);
            }
        }
        return widest > 1 && articles.isEmpty();
    }

    private void table(Element table, HtmlFont font) {
        int number = list.nextTable();
        int row = 0;
        var taken = new HashSet<Long>();
        for (Element line : table.select("tr")) {
            int column = 0;
            for (Element box : line.children()) {
                if (!box.normalName().equals("td") && !box.normalName().equals("th")) {
                    continue;
                }
                while (taken.contains((long) row << 16 | column)) {
                    column++;
                }
                int across = Math.clamp(number(box.attr("colspan"), 1), 1, 50);
                int down = Math.clamp(number(box.attr("rowspan"), 1), 1, 500);
                for (int r = 1; r < down; r++) {
                    for (int c = 0; c < across; c++) {
                        taken.add((long) (row + r) << 16 | (column + c));
                    }
                }
                cell = new Block.Cell(number, row, column);
                children(
                        box,
                        HtmlFont.of(
                                box,
                                box.normalName(),
                                box.attr("style").toLowerCase(Locale.ROOT).replace(" ", ""),
                                font));
                endParagraph(font);
                cell = null;
                column += across;
            }
            row++;
        }
    }
}
