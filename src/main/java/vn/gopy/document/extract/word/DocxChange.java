package vn.gopy.document.extract.word;

import static vn.gopy.document.extract.Elements.attribute;

import javax.xml.stream.XMLStreamReader;

/** One tracked change: what its element says of who made it and when. */
record DocxChange(boolean insertion, String author, String at) {

    static DocxChange of(XMLStreamReader xml, boolean insertion) {
        return new DocxChange(insertion, attribute(xml, "author"), attribute(xml, "date"));
    }
}
