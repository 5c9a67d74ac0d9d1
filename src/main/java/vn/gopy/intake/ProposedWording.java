package vn.gopy.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.opinion.CommentKind;

/** Changes that lie close together in one text of a draft, as one proposal: these words instead of those. */
record ProposedWording(
        int from, int to, String instead, boolean adds, boolean removes, String author, String at, boolean untracked) {

    /** Words that stay between two changes; with more of them the changes are two proposals. */
    private static final int FAR = 200;

    /** A change of a text, in its own offsets. */
    record Change(int from, int to, String inserted, String author, String at, boolean untracked) {}

    /** The changes of one text, those close together joined. */
    static List<ProposedWording> of(String text, List<Change> changes) {
        List<ProposedWording> proposals = new ArrayList<>();
        List<Change> close = new ArrayList<>();
        for (Change change :
                changes.stream().sorted(Comparator.comparingInt(Change::from)).toList()) {
            if (!close.isEmpty() && change.from() - close.getLast().to() > FAR) {
                proposals.add(joined(text, close));
                close.clear();
            }
            close.add(change);
        }
        if (!close.isEmpty()) {
            proposals.add(joined(text, close));
        }
        return proposals;
    }

    private static ProposedWording joined(String text, List<Change> changes) {
        StringBuilder instead = new StringBuilder();
        int done = changes.getFirst().from();
        for (Change change : changes) {
            instead.append(text, done, Math.max(done, change.from())).append(change.inserted());
            done = Math.max(done, change.to());
        }
        boolean adds = changes.stream().anyMatch(change -> !change.inserted().isBlank());
        boolean removes = changes.stream()
                .anyMatch(change -> !text.substring(change.from(), change.to()).isBlank());
        String author = changes.stream()
                .flatMap(change -> Stream.of(change.author().split(", ")))
                .filter(name -> !name.isBlank())
                .distinct()
                .collect(Collectors.joining(", "));
        String at =
                changes.stream().map(Change::at).max(Comparator.naturalOrder()).orElse("");
        boolean untracked = changes.stream().anyMatch(Change::untracked);
        return new ProposedWording(
                        changes.getFirst().from(), done, instead.toString(), adds, removes, author, at, untracked)
                .onWholeWords(text);
    }

    /** Reaches out to the ends of cut words; words put between others take a neighbour along, so that there is a quote. */
    private ProposedWording onWholeWords(String text) {
        int start = from;
        int end = to;
        if (joins(text, from - 1, from) || joins(text, from - 1, 0, instead)) {
            start = wordBefore(text, from);
        }
        if (joins(text, to - 1, to) || joins(text, to, instead.length() - 1, instead)) {
            end = wordAfter(text, to);
        }
        if (text.substring(start, end).isBlank()) {
            start = wordBefore(text, start);
            end = text.substring(start, end).isBlank() ? wordAfter(text, end) : end;
        }
        String wording = text.substring(start, from) + instead + text.substring(to, end);
        return new ProposedWording(start, end, wording, adds, removes, author, at, untracked);
    }

    /** Whether letters stand at both offsets, so that a word goes on from one to the other. */
    private static boolean joins(String text, int one, int other) {
        return joins(text, one, other, text);
    }

    private static boolean joins(String text, int one, int other, String with) {
        return isPart(text, one) && isPart(with, other);
    }

    private static boolean isPart(String text, int at) {
        return at >= 0 && at < text.length() && Word.isPart(text.charAt(at));
    }

    private static int wordBefore(String text, int from) {
        int start = from;
        while (start > 0 && !Word.isPart(text.charAt(start - 1))) {
            start--;
        }
        int end = start;
        while (start > 0 && Word.isPart(text.charAt(start - 1))) {
            start--;
        }
        return end == start ? from : start;
    }

    private static int wordAfter(String text, int to) {
        int end = to;
        while (end < text.length() && !Word.isPart(text.charAt(end))) {
            end++;
        }
        while (end < text.length() && Word.isPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    CommentKind kind() {
        if (adds) {
            return removes ? CommentKind.EDIT : CommentKind.ADD;
        }
        return removes ? CommentKind.REMOVE : CommentKind.FORM;
    }

    /** Whether what stands there afterwards is what stood there before. */
    boolean isNothing(String text) {
        return instead.strip().equals(text.substring(from, to).strip());
    }

    /** Whether nothing of the text stays. */
    boolean empties(String text) {
        return instead.isBlank() && covers(text);
    }

    boolean covers(String text) {
        return text.substring(0, from).isBlank() && text.substring(to).isBlank();
    }
}
