package vn.gopy.document.extract.word;

import static vn.gopy.document.extract.Elements.attribute;
import static vn.gopy.document.extract.Elements.skip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.RemarkPlaces;
import vn.gopy.legaltext.Sentence.Wording;
import vn.gopy.legaltext.Warning;

/** The comments in the margin, each with the words it is about, and with the threads they make. */
final class DocxRemarks {

    private DocxRemarks() {}

    private static final class Comment {
        String id = "";
        String author = "";
        String at = "";
        /** The id of its last paragraph, by which threads name it. */
        String paragraph = "";

        final StringBuilder text = new StringBuilder();
    }

    /** What threads say about a comment. */
    private record Thread(String parent, boolean done) {}

    /** Reads what the remarks say and gives them to {@code list}. */
    static void read(DocxPackage parts, RemarkPlaces places, BlockList list) {
        List<Comment> comments = new ArrayList<>();
        Map<String, Thread> threads = new HashMap<>();
        try {
            comments(parts.xml("comments"), comments);
            threads(parts.xml("commentsextended"), threads);
            moments(parts, comments);
        } catch (XMLStreamException broken) {
            list.warn(Warning.Code.PARTIAL, Wording.COMMENTS_PARTLY_READ);
        }
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < comments.size(); i++) {
            numbers.putIfAbsent(comments.get(i).paragraph, i);
        }
        int first = list.remarks();
        for (Comment comment : comments) {
            Thread thread = threads.getOrDefault(comment.paragraph, new Thread("", false));
            int parent = thread.parent().isEmpty() ? -1 : numbers.getOrDefault(thread.parent(), -1);
            list.remark(places.of(comment.id)
                    .said(
                            comment.author,
                            comment.at,
                            comment.text.toString().strip(),
                            parent < 0 ? -1 : first + parent,
                            thread.done()));
        }
    }

    private static void comments(@Nullable XMLStreamReader xml, List<Comment> comments) throws XMLStreamException {
        var comment = new Comment();
        while (xml != null && xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "comment" -> {
                    comment = new Comment();
                    comment.id = attribute(xml, "id");
                    comment.author = attribute(xml, "author");
                    comment.at = DocxChange.moment(xml);
                    comments.add(comment);
                }
                case "p" -> {
                    comment.paragraph = attribute(xml, "paraId");
                    comment.text.append('\n');
                }
                case "t" -> comment.text.append(xml.getElementText());
                case "br", "cr" -> comment.text.append('\n');
                case "tab" -> comment.text.append(' ');
                case "noBreakHyphen" -> comment.text.append('\u2011');
                case "sym" -> comment.text.append(DocxRuns.symbol(xml));
                case "pPr", "rPr", "Fallback" -> skip(xml);
                default -> {}
            }
        }
    }

    private static void threads(@Nullable XMLStreamReader xml, Map<String, Thread> threads) throws XMLStreamException {
        while (xml != null && xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("commentEx")) {
                String done = attribute(xml, "done");
                threads.put(
                        attribute(xml, "paraId"),
                        new Thread(attribute(xml, "paraIdParent"), done.equals("1") || done.equals("true")));
            }
        }
    }

    /** The moments stand in a part of their own, under names that a third part gives to the comments. */
    private static void moments(DocxPackage parts, List<Comment> comments) throws XMLStreamException {
        Map<String, String> names = pairs(parts.xml("commentsids"), "commentId", "paraId", "durableId");
        Map<String, String> moments =
                pairs(parts.xml("commentsextensible"), "commentExtensible", "durableId", "dateUtc");
        for (Comment comment : comments) {
            String moment = moments.getOrDefault(names.getOrDefault(comment.paragraph, ""), "");
            comment.at = moment.isEmpty() ? comment.at : DocxChange.utc(moment);
        }
    }

    private static Map<String, String> pairs(@Nullable XMLStreamReader xml, String element, String key, String value)
            throws XMLStreamException {
        Map<String, String> pairs = new HashMap<>();
        while (xml != null && xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals(element)) {
                pairs.put(attribute(xml, key), attribute(xml, value));
            }
        }
        return pairs;
    }
}
