package vn.gopy.document.extract.word;

import static vn.gopy.document.extract.Elements.attribute;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.gopy.document.extract.BlockList;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Sentence.Wording;
import vn.gopy.legaltext.Warning;

/** The comments in the margin, each with the words it is about. */
final class DocxRemarks {

    /** The words that a remark is about. */
    private static final class Place {
        int block;
        boolean open = true;
        final StringBuilder quote = new StringBuilder();
    }

    private final Map<String, Place> places = new LinkedHashMap<>();

    /** The words that a remark is about begin. */
    void start(String id, int block) {
        var remark = new Place();
        remark.block = block;
        places.put(id, remark);
    }

    /** More words of the text, which every open remark is about. */
    void quote(String text) {
        for (Place place : places.values()) {
            if (place.open) {
                place.quote.append(text);
            }
        }
    }

    /** They end. */
    void end(String id) {
        Place remark = places.get(id);
        if (remark != null) {
            remark.open = false;
        }
    }

    /** Reads what the remarks say and gives them to {@code list}. */
    void read(XMLStreamReader xml, BlockList list) {
        Map<String, StringBuilder> texts = new TreeMap<>();
        Map<String, String[]> heads = new HashMap<>();
        String id = "";
        try {
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "comment" -> {
                        id = attribute(xml, "id");
                        texts.put(id, new StringBuilder());
                        heads.put(id, new String[] {attribute(xml, "author"), attribute(xml, "date")});
                    }
                    case "t" ->
                        texts.computeIfAbsent(id, any -> new StringBuilder()).append(xml.getElementText());
                    case "p" ->
                        texts.computeIfAbsent(id, any -> new StringBuilder()).append('\n');
                    default -> {}
                }
            }
        } catch (XMLStreamException broken) {
            list.warn(Warning.Code.PARTIAL, Wording.COMMENTS_PARTLY_READ);
        }
        texts.forEach((key, text) -> {
            Place place = places.getOrDefault(key, new Place());
            String[] head = heads.getOrDefault(key, new String[] {"", ""});
            list.remark(new Reading.Remark(
                    place.block,
                    place.quote.toString().strip(),
                    head[0],
                    head[1],
                    text.toString().strip()));
        });
    }
}
