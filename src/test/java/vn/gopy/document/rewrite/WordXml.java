package vn.gopy.document.rewrite;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** The parts of a Word file as a test looks at them, with an acceptor and a rejecter of changes of its own. */
final class WordXml {

    private static final Set<String> MARKS = Set.of("commentRangeStart", "commentRangeEnd", "commentReference");

    private final String author;

    private WordXml(String author) {
        this.author = author;
    }

    static Map<String, byte[]> parts(byte[] file) {
        Map<String, byte[]> parts = new HashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return parts;
    }

    /** The main text with its looks when the changes of this author are taken back: runs that look alike are one. */
    static String rejected(byte[] part, String author) {
        Element root;
        try {
            root = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(part))
                    .getDocumentElement();
        } catch (Exception broken) {
            throw new AssertionError("Not well-formed", broken);
        }
        var xml = new WordXml(author);
        xml.reject(root);
        return xml.written(root);
    }

    private void reject(Element element) {
        for (Node child : children(element)) {
            if (!(child instanceof Element one)) {
                continue;
            }
            String name = one.getLocalName();
            boolean ours = author.equals(attribute(one, "author"));
            if (name.equals("p") && isNew(one)) {
                element.removeChild(one);
            } else if (ours && name.equals("ins")) {
                element.removeChild(one);
            } else if (ours && name.equals("del")) {
                for (Node kept : children(one)) {
                    element.insertBefore(kept, one);
                    if (kept instanceof Element run) {
                        reject(run);
                    }
                }
                element.removeChild(one);
            } else if (MARKS.contains(name)) {
                element.removeChild(one);
            } else {
                reject(one);
            }
        }
        join(element);
    }

    /** A change of another hand that ours has parted is one again. */
    private static void join(Element element) {
        Element last = null;
        for (Node child : children(element)) {
            boolean change =
                    child instanceof Element one && Set.of("ins", "moveTo").contains(one.getLocalName());
            if (change && last != null && attributes(last).equals(attributes((Element) child))) {
                Element into = last;
                children(child).forEach(into::appendChild);
                element.removeChild(child);
            } else {
                last = change ? (Element) child : null;
            }
        }
    }

    private boolean isNew(Element paragraph) {
        return children(paragraph).stream()
                .filter(node -> "pPr".equals(node.getLocalName()))
                .flatMap(node -> children(node).stream())
                .filter(node -> "rPr".equals(node.getLocalName()))
                .flatMap(node -> children(node).stream())
                .anyMatch(node ->
                        "ins".equals(node.getLocalName()) && author.equals(attribute((Element) node, "author")));
    }

    private static String attribute(Element element, String name) {
        NamedNodeMap all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i).getLocalName().equals(name)) {
                return all.item(i).getNodeValue();
            }
        }
        return "";
    }

    private static List<Node> children(Node node) {
        List<Node> children = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add(child);
        }
        return children;
    }

    // ---- one way of writing what looks the same

    private String written(Element element) {
        var out = new StringBuilder();
        write(element, out);
        return out.toString();
    }

    private void write(Element element, StringBuilder out) {
        out.append('<')
                .append(element.getLocalName())
                .append(attributes(element))
                .append('>');
        String look = null;
        for (Node child : children(element)) {
            if (child instanceof Element run && run.getLocalName().equals("r")) {
                String own = look(run);
                if (!hasContent(run)) {
                    continue;
                }
                if (!own.equals(look)) {
                    out.append("\n<r>").append(own);
                    look = own;
                }
                content(run, out);
            } else if (child instanceof Element one) {
                if (isEmptied(one)) {
                    continue;
                }
                look = null;
                out.append('\n');
                write(one, out);
            } else if (child.getNodeType() == Node.TEXT_NODE
                    && !child.getNodeValue().isBlank()) {
                look = null;
                out.append(child.getNodeValue());
            }
        }
        out.append("</").append(element.getLocalName()).append('>');
    }

    /** What our marks made necessary, or left behind. */
    private static boolean isEmptied(Element element) {
        String name = element.getLocalName();
        return (name.equals("pPr") || name.equals("rPr")) && element.getFirstChild() == null
                || name.equals("pPr")
                        && children(element).stream().allMatch(node -> node instanceof Element one && isEmptied(one));
    }

    private static boolean hasContent(Element run) {
        return children(run).stream()
                .anyMatch(node ->
                        node instanceof Element one && !one.getLocalName().equals("rPr"));
    }

    private String look(Element run) {
        return children(run).stream()
                .filter(node -> "rPr".equals(node.getLocalName()))
                .map(node -> written((Element) node))
                .findFirst()
                .orElse("");
    }

    private void content(Element run, StringBuilder out) {
        for (Node child : children(run)) {
            if (!(child instanceof Element one) || one.getLocalName().equals("rPr")) {
                continue;
            }
            if (one.getLocalName().equals("t") || one.getLocalName().equals("delText")) {
                out.append(one.getTextContent());
            } else {
                write(one, out);
            }
        }
    }

    private static String attributes(Element element) {
        Map<String, String> sorted = new TreeMap<>();
        NamedNodeMap all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            Node one = all.item(i);
            if (!one.getNodeName().startsWith("xmlns") && !one.getLocalName().startsWith("rsid")) {
                sorted.put(one.getLocalName(), one.getNodeValue());
            }
        }
        return sorted.toString();
    }
}
