package vn.gopy.draft.akn;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Annex;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Provision;

/**
 * Writes the outline of a draft as Akoma Ntoso 3, valid against its schema. The first body is the act; further bodies and the
 * annexes are attachments. {@code eId} holds our own paths, with two underscores for a stroke, behind the code of the body.
 */
public final class AkomaNtoso {

    /** The namespace of all its elements. */
    public static final String NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    private static final String OURSELVES = "#gopy";

    private final XMLStreamWriter xml;
    private final String uri;
    private final LocalDate day;
    private final Set<String> ids = new HashSet<>();

    private AkomaNtoso(XMLStreamWriter xml, String uri, LocalDate day) {
        this.xml = xml;
        this.uri = uri;
        this.day = day;
    }

    /**
     * The document as XML.
     *
     * @param uri names the draft among all, such as {@code /akn/vn/act/HS-01/1}
     * @param day of the draft
     */
    public static String of(Outline outline, String uri, LocalDate day) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.setDefaultNamespace(NAMESPACE);
            xml.writeStartDocument("UTF-8", "1.0");
            new AkomaNtoso(xml, uri, day).write(outline);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    private void write(Outline outline) throws XMLStreamException {
        xml.writeStartElement("akomaNtoso");
        xml.writeDefaultNamespace(NAMESPACE);
        List<Body> bodies = outline.bodies();
        if (bodies.isEmpty()) {
            Body empty = new Body("", outline.type(), "", outline.title(), "", "", List.of(), List.of());
            act(empty, List.of(), outline.annexes());
        } else {
            act(bodies.getFirst(), bodies.subList(1, bodies.size()), outline.annexes());
        }
        xml.writeEndElement();
    }

    private void act(Body body, List<Body> attached, List<Annex> annexes) throws XMLStreamException {
        xml.writeStartElement("act");
        xml.writeAttribute("name", name(body.type()));
        meta("");
        lines("preface", body.head(), body.title());
        lines("preamble", body.preamble(), null);
        xml.writeStartElement("body");
        hierarchy(body.provisions(), body.code(), true);
        xml.writeEndElement();
        lines("conclusions", body.closing(), null);
        if (!attached.isEmpty() || !annexes.isEmpty()) {
            xml.writeStartElement("attachments");
            for (Body one : attached) {
                attachment(one.code(), one.type());
                xml.writeStartElement("act");
                xml.writeAttribute("name", name(one.type()));
                meta("/" + one.code());
                lines("preface", one.head(), one.title());
                lines("preamble", one.preamble(), null);
                xml.writeStartElement("body");
                hierarchy(one.provisions(), one.code(), true);
                xml.writeEndElement();
                lines("conclusions", one.closing(), null);
                xml.writeEndElement();
                xml.writeEndElement();
            }
            for (Annex annex : annexes) {
                annex(annex);
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void attachment(String path, @Nullable String heading) throws XMLStreamException {
        xml.writeStartElement("attachment");
        id(path);
        if (heading != null && !heading.isBlank()) {
            text("heading", heading);
        }
    }

    private void annex(Annex annex) throws XMLStreamException {
        String code = Objects.requireNonNullElse(annex.body(), "");
        attachment(eId(code, annex.path()), annex.label());
        xml.writeStartElement("doc");
        xml.writeAttribute("name", "phu-luc");
        meta("/" + code + "/" + annex.path());
        lines("preface", "", annex.heading());
        xml.writeStartElement("mainBody");
        boolean empty = annex.text().isBlank() && annex.provisions().isEmpty();
        if (!annex.text().isBlank() || empty) {
            paragraphs(annex.text());
        }
        hierarchy(annex.provisions(), code, false);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static String name(@Nullable String type) {
        return type == null || type.isBlank()
                ? "du-thao"
                : type.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
    }

    private void meta(String part) throws XMLStreamException {
        xml.writeStartElement("meta");
        xml.writeStartElement("identification");
        xml.writeAttribute("source", OURSELVES);
        identity("FRBRWork", part, "", "work");
        identity("FRBRExpression", part, "/vie@", "draft");
        identity("FRBRManifestation", part, "/vie@.xml", "draft");
        xml.writeEndElement();
        xml.writeStartElement("references");
        xml.writeAttribute("source", OURSELVES);
        xml.writeEmptyElement("TLCOrganization");
        xml.writeAttribute("eId", "gopy" + part.replace('/', '-'));
        xml.writeAttribute("href", "/ontology/organization/vn/gopy");
        xml.writeAttribute("showAs", "Góp Ý");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void identity(String level, String part, String form, String date) throws XMLStreamException {
        xml.writeStartElement(level);
        value("FRBRthis", uri + form + "/!main" + part);
        value("FRBRuri", uri + form);
        xml.writeEmptyElement("FRBRdate");
        xml.writeAttribute("date", day.toString());
        xml.writeAttribute("name", date);
        xml.writeEmptyElement("FRBRauthor");
        xml.writeAttribute("href", OURSELVES);
        switch (level) {
            case "FRBRWork" -> value("FRBRcountry", "vn");
            case "FRBRExpression" -> {
                xml.writeEmptyElement("FRBRlanguage");
                xml.writeAttribute("language", "vie");
            }
            default -> value("FRBRformat", "application/akn+xml");
        }
        xml.writeEndElement();
    }

    private void value(String element, String value) throws XMLStreamException {
        xml.writeEmptyElement(element);
        xml.writeAttribute("value", value.replaceAll("\\s", "-"));
    }

    private void lines(String element, String words, @Nullable String title) throws XMLStreamException {
        boolean titled = title != null && !title.isBlank();
        if (words.isBlank() && !titled) {
            return;
        }
        xml.writeStartElement(element);
        if (!words.isBlank()) {
            paragraphs(words);
        }
        if (titled) {
            xml.writeStartElement("p");
            text("docTitle", Objects.requireNonNull(title));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void paragraphs(String words) throws XMLStreamException {
        for (String line : words.split("\n", -1)) {
            text("p", line);
        }
    }

    private void text(String element, String words) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(sound(words));
        xml.writeEndElement();
    }

    /** XML has no room for most control characters. */
    private static String sound(String words) {
        return words.codePoints()
                .filter(letter -> letter == '\t'
                        || letter == '\n'
                        || letter >= ' ' && letter < 0xD800
                        || letter > 0xDFFF && letter < 0xFFFE
                        || letter >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void hierarchy(List<Provision> provisions, String code, boolean required) throws XMLStreamException {
        for (Provision provision : provisions) {
            provision(provision, code);
        }
        if (required && provisions.isEmpty()) {
            xml.writeStartElement("hcontainer");
            xml.writeAttribute("name", "empty");
            content("", null);
            xml.writeEndElement();
        }
    }

    private void provision(Provision provision, String code) throws XMLStreamException {
        String element = element(provision);
        xml.writeStartElement(element);
        id(eId(code, provision.path()));
        if (element.equals("hcontainer")) {
            xml.writeAttribute("name", provision.rows() == null ? "phuong-an" : "bang");
        }
        if (provision.label() != null && !provision.label().isBlank()) {
            text("num", provision.label());
        }
        if (provision.heading() != null && !provision.heading().isBlank()) {
            text("heading", provision.heading());
        }
        if (provision.children().isEmpty()) {
            content(provision.text(), provision.rows());
        } else {
            if (!provision.text().isBlank()) {
                xml.writeStartElement("intro");
                paragraphs(provision.text());
                xml.writeEndElement();
            }
            hierarchy(provision.children(), code, false);
        }
        xml.writeEndElement();
    }

    private static String element(Provision provision) {
        return switch (provision.level()) {
            case PART -> "part";
            case CHAPTER -> "chapter";
            case SECTION -> "section";
            case SUBSECTION -> "subsection";
            case ARTICLE -> "article";
            case CLAUSE -> "clause";
            case POINT -> "point";
            case OUTLINE -> "level";
            case BULLET -> "indent";
            case PARAGRAPH -> "alinea";
            case TABLE, ALTERNATIVE -> "hcontainer";
        };
    }

    private void content(String words, @Nullable List<List<String>> rows) throws XMLStreamException {
        xml.writeStartElement("content");
        if (!words.isBlank() || rows == null || rows.isEmpty()) {
            paragraphs(words);
        }
        if (rows != null && !rows.isEmpty()) {
            xml.writeStartElement("table");
            for (List<String> row : rows) {
                xml.writeStartElement("tr");
                for (String cell : row.isEmpty() ? List.of("") : row) {
                    xml.writeStartElement("td");
                    paragraphs(cell);
                    xml.writeEndElement();
                }
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String eId(String code, String path) {
        return (code.isEmpty() ? path : code + "/" + path).replace("/", "__");
    }

    /** An id stands once; what has none of its own keeps none. */
    private void id(String wanted) throws XMLStreamException {
        String id = wanted.replaceAll("\\s", "-");
        if (!id.isEmpty() && ids.add(id)) {
            xml.writeAttribute("eId", id);
        }
    }
}
