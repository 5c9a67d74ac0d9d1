package vn.gopy.document.extract.rtf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.RemarkPlaces;
import vn.gopy.document.extract.WordClock;

/** The comments in the margin of a file, gathered from the groups that each is cut into. */
final class RtfRemarks {

    /** Groups that say something about a comment. */
    static final Set<String> GROUPS =
            Set.of("atnid", "atnauthor", "atnref", "atndate", "atnparent", "atrfstart", "atrfend", "annotation");

    private record Comment(String id, String author, String at, String text, int parent) {}

    private final RemarkPlaces places = new RemarkPlaces();
    private final List<Comment> comments = new ArrayList<>();
    private final Map<String, StringBuilder> parts = new HashMap<>();

    /** More words of a group. */
    void add(String group, String text) {
        parts.computeIfAbsent(group, any -> new StringBuilder()).append(text);
    }

    /** More words of the text, which open comments are about. */
    void quote(String text) {
        places.quote(text);
    }

    /** A group ends, where the text has come to this place. */
    void end(String group, int block, int offset) {
        switch (group) {
            case "atrfstart" -> places.start(taken(group), block, offset);
            case "atrfend" -> places.end(taken(group), block, offset);
            case "annotation" -> comment(block, offset);
            default -> {}
        }
    }

    private String taken(String group) {
        StringBuilder text = parts.remove(group);
        return text == null ? "" : text.toString().strip();
    }

    private void comment(int block, int offset) {
        String named = taken("atnref");
        String id = named.isEmpty() ? "#" + comments.size() : named;
        places.sign(id, block, offset);
        comments.add(new Comment(
                id, taken("atnauthor"), WordClock.moment(number(taken("atndate"))), taken("annotation"), parent()));
        parts.clear();
    }

    /** The comment that this one answers is so many before it. */
    private int parent() {
        int steps = number(taken("atnparent"));
        int parent = steps < 0 ? comments.size() + steps : steps - 1;
        return parent < comments.size() ? Math.max(parent, -1) : -1;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /** Gives all to {@code list}. */
    void giveTo(BlockList list) {
        int first = list.remarks();
        for (Comment comment : comments) {
            list.remark(places.of(comment.id())
                    .said(
                            comment.author(),
                            comment.at(),
                            comment.text(),
                            comment.parent() < 0 ? -1 : first + comment.parent(),
                            false));
        }
    }
}
