package vn.gopy.document.extract.word;

import static vn.gopy.document.extract.Elements.attribute;

import javax.xml.stream.XMLStreamReader;

/**
 * One tracked change: what its element says of who made it and when.
 *
 * @param move what the two ends of a move have in common; empty for what is no move
 */
record DocxChange(boolean insertion, String author, String at, String move) {

    static DocxChange of(XMLStreamReader xml, boolean insertion) {
        return of(xml, insertion, "");
    }

    /** @param named the name that the range of a move has; empty where none is known */
    static DocxChange of(XMLStreamReader xml, boolean insertion, String named) {
        String author = attribute(xml, "author");
        String at = moment(xml);
        boolean move = xml.getLocalName().startsWith("move");
        return new DocxChange(insertion, author, at, move ? named.isEmpty() ? author + '/' + at : named : "");
    }

    /** The moment where the element has it; else the clock of the place, which Word writes as if it were UTC. */
    static String moment(XMLStreamReader xml) {
        String moment = attribute(xml, "dateUtc");
        return moment.isEmpty() ? attribute(xml, "date").replaceFirst("(Z|[+-]\\d\\d:\\d\\d)$", "") : utc(moment);
    }

    static String utc(String moment) {
        return moment.isEmpty() || moment.endsWith("Z") ? moment : moment + 'Z';
    }

    /** Whether one takes back what the other did: words that came and went are no change. */
    boolean takesBack(DocxChange outer) {
        return insertion != outer.insertion;
    }
}
