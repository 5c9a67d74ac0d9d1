package vn.gopy.document.extract.word;

import static vn.gopy.document.extract.Elements.attribute;
import static vn.gopy.document.extract.Elements.skip;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.gopy.document.extract.RemarkPlaces;
import vn.gopy.document.extract.SymbolFonts;

/** Runs: words that look alike, with the signs, breaks, fields and drawings among them. */
final class DocxRuns {

    /** Reads what floats over the page. */
    interface Floating {
        void read(XMLStreamReader xml) throws XMLStreamException;
    }

    private static final String NOT_TICKED = "☐";
    private static final String TICKED = "☒";

    private final DocxStyles styles;
    private final DocxWords words;
    private final RemarkPlaces remarks;
    private final Floating floating;

    DocxRuns(DocxStyles styles, DocxWords words, RemarkPlaces remarks, Floating floating) {
        this.styles = styles;
        this.words = words;
        this.remarks = remarks;
        this.floating = floating;
    }

    /** Reads a run to its end. */
    void read(XMLStreamReader xml, DocxStyles.Style style) throws XMLStreamException {
        parts(xml, style, new DocxStyles.Style());
    }

    private void parts(XMLStreamReader xml, DocxStyles.Style style, DocxStyles.Style own) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                part(xml, style, own);
            }
        }
    }

    private void part(XMLStreamReader xml, DocxStyles.Style style, DocxStyles.Style own) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "rPr" -> styles.run(xml, own);
            case "t", "delText" -> words.text(xml.getElementText(), style, own);
            case "tab", "ptab" -> sign(" ", xml, style, own);
            case "noBreakHyphen" -> sign("\u2011", xml, style, own);
            case "softHyphen" -> sign("\u00AD", xml, style, own);
            case "sym", "symEx" -> sign(symbol(xml), xml, style, own);
            case "br", "cr" -> {
                words.lineBreak();
                skip(xml);
            }
            case "commentReference" -> {
                remarks.sign(attribute(xml, "id"), words.block(), words.offset());
                skip(xml);
            }
            case "fldChar" -> field(xml, style, own);
            case "ruby" -> ruby(xml, style, own);
            case "AlternateContent" -> alternatives(xml, style, own);
            case "drawing", "pict", "object" -> floating.read(xml);
            default -> skip(xml);
        }
    }

    private void sign(String sign, XMLStreamReader xml, DocxStyles.Style style, DocxStyles.Style own)
            throws XMLStreamException {
        words.text(sign, style, own);
        skip(xml);
    }

    /** The sign that stands there by its code in a font. */
    static String symbol(XMLStreamReader xml) {
        try {
            String letter = Character.toString(Integer.parseInt(attribute(xml, "char"), 16));
            return SymbolFonts.shown(letter, attribute(xml, "font"));
        } catch (IllegalArgumentException unknown) {
            return "\u2022";
        }
    }

    /** A box to tick has no result that could be read: how it stands is among the properties of the field. */
    private void field(XMLStreamReader xml, DocxStyles.Style style, DocxStyles.Style own) throws XMLStreamException {
        String type = attribute(xml, "fldCharType");
        String box = "";
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                String name = xml.getLocalName();
                if (name.equals("checkBox")) {
                    box = NOT_TICKED;
                } else if (!box.isEmpty() && (name.equals("checked") || name.equals("default"))) {
                    box = DocxStyles.toggle(xml) ? TICKED : NOT_TICKED;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        if (!box.isEmpty()) {
            words.text(box, style, own);
        }
        words.fields.mark(type);
    }

    /** Of letters with their reading above them the page's text are the letters. */
    private void ruby(XMLStreamReader xml, DocxStyles.Style style, DocxStyles.Style own) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "rubyBase" -> ruby(xml, style, own);
                    case "r" -> read(xml, style);
                    default -> skip(xml);
                }
            }
        }
    }

    /** The first of several forms of the same. */
    private void alternatives(XMLStreamReader xml, DocxStyles.Style style, DocxStyles.Style own)
            throws XMLStreamException {
        boolean chosen = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (chosen) {
                    skip(xml);
                } else {
                    chosen = true;
                    parts(xml, style, own);
                }
            }
        }
    }
}
