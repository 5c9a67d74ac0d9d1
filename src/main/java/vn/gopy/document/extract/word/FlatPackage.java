package vn.gopy.document.extract.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import vn.gopy.document.extract.Refused;
import vn.gopy.legaltext.Problem;

/** A Word file whose parts stand in one XML file instead of an archive. */
final class FlatPackage {

    private static final int LOOK_AT = 4096;
    private static final int MOST_BYTES = 50 << 20;

    private FlatPackage() {}

    /** Whether the file begins as one. */
    static boolean isOne(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, LOOK_AT), StandardCharsets.ISO_8859_1);
        return head.contains("http://schemas.microsoft.com/office/2006/xmlPackage");
    }

    /** The same as an archive. */
    static byte[] zipped(byte[] content) {
        if (content.length > MOST_BYTES) {
            throw new Refused(Problem.TOO_LARGE);
        }
        try {
            NodeList parts = builders()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(content))
                    .getElementsByTagNameNS("*", "part");
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
                for (int i = 0; i < parts.getLength(); i++) {
                    part((Element) parts.item(i), zip);
                }
            }
            return bytes.toByteArray();
        } catch (ParserConfigurationException | SAXException | IOException | TransformerException broken) {
            throw new Refused(Problem.CORRUPT);
        }
    }

    /** No DTD, no entities, nothing fetched. */
    private static DocumentBuilderFactory builders() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return factory;
    }

    private static void part(Element part, ZipOutputStream zip) throws IOException, TransformerException {
        String name = part.getAttributeNS(part.getNamespaceURI(), "name").replaceFirst("^/", "");
        for (Node data = part.getFirstChild(); data != null; data = data.getNextSibling()) {
            if ("binaryData".equals(data.getLocalName())) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Base64.getMimeDecoder().decode(data.getTextContent()));
            } else if ("xmlData".equals(data.getLocalName())) {
                zip.putNextEntry(new ZipEntry(name));
                write(data, zip);
            }
        }
    }

    private static void write(Node data, ZipOutputStream zip) throws TransformerException {
        for (Node child = data.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                Transformer transformer =
                        TransformerFactory.newDefaultInstance().newTransformer();
                transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
                transformer.transform(new DOMSource(element), new StreamResult(zip));
                return;
            }
        }
    }
}
