package vn.gopy.document.extract;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Changes the build of an XML text and leaves it well-formed: what programs write that nobody has thought of. */
final class XmlMutator {

    private static final List<String> VALUES =
            List.of("", "0", "1", "-1", "9", "true", "none", "99999999999", "2147483647", "-2147483648", "x", "%1.%2.");

    private final RandomGenerator random;
    private final List<String> vocabulary;

    /** @param vocabulary names of elements, with their prefixes, that may stand around others or in their place */
    XmlMutator(RandomGenerator random, List<String> vocabulary) {
        this.random = random;
        this.vocabulary = vocabulary;
    }

    String mutated(String xml) {
        try {
            Document document = DocumentBuilderFactory.newNSInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
            int changes = 1 + random.nextInt(6);
            for (int i = 0; i < changes; i++) {
                change(document);
            }
            var out = new StringWriter();
            var transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.transform(new DOMSource(document), new StreamResult(out));
            return out.toString();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void change(Document document) {
        List<Element> all = elements(document.getDocumentElement());
        if (all.size() < 4) {
            return;
        }
        Element one = any(all);
        Element other = any(all);
        switch (random.nextInt(9)) {
            case 0 -> unwrap(one);
            case 1, 2 -> wrap(document, one);
            case 3 -> one.getParentNode().insertBefore(one.cloneNode(true), one);
            case 4 -> move(one, other);
            case 5 -> rename(document, one, any(vocabulary));
            case 6 -> set(one);
            case 7 -> set(any(all));
            default -> {
                Element empty = created(document, any(vocabulary));
                one.getParentNode().insertBefore(empty, one);
            }
        }
    }

    private static void unwrap(Element one) {
        while (one.getFirstChild() != null) {
            one.getParentNode().insertBefore(one.getFirstChild(), one);
        }
        one.getParentNode().removeChild(one);
    }

    private void wrap(Document document, Element one) {
        Element around = created(document, any(vocabulary));
        one.getParentNode().replaceChild(around, one);
        around.appendChild(one);
    }

    private static Element created(Document document, String name) {
        return document.createElementNS(space(document, name), name);
    }

    private static void rename(Document document, Element one, String name) {
        document.renameNode(one, space(document, name), name);
    }

    private static String space(Document document, String name) {
        return document.getDocumentElement().lookupNamespaceURI(name.substring(0, name.indexOf(':')));
    }

    private static void move(Element one, Element to) {
        for (Node above = to; above != null; above = above.getParentNode()) {
            if (above == one) {
                return;
            }
        }
        to.appendChild(one);
    }

    private void set(Element one) {
        var attributes = new ArrayList<Attr>();
        for (int i = 0; i < one.getAttributes().getLength(); i++) {
            attributes.add((Attr) one.getAttributes().item(i));
        }
        attributes.removeIf(it -> it.getName().startsWith("xmlns"));
        if (!attributes.isEmpty()) {
            any(attributes).setValue(any(VALUES));
        }
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** All below the root. */
    private static List<Element> elements(Element root) {
        var found = new ArrayList<Element>();
        var all = root.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            found.add((Element) all.item(i));
        }
        return found;
    }
}
