package vn.gopy.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Reading;

/**
 * One paragraph of a returned file as it was when it was sent out, with the changes that were tracked in it since.
 *
 * @param block as it stands in the returned file, all changes accepted
 * @param text with all changes refused, automatic label left out
 * @param edits in order, none touching the next
 */
record SentText(Block block, String text, List<Edit> edits) {

    /**
     * A stretch of the text that was sent, and what stands there now.
     *
     * @param author names of those who tracked it, joined by commas
     * @param at the last moment, as the word processor wrote it
     */
    record Edit(int from, int to, String inserted, String author, String at) {

        boolean onlyAdds() {
            return from == to;
        }

        /** With the next one, which follows after words that stay. */
        private Edit and(String between, Edit next) {
            String authors = Stream.concat(Stream.of(author.split(", ")), Stream.of(next.author))
                    .filter(name -> !name.isBlank())
                    .distinct()
                    .collect(Collectors.joining(", "));
            return new Edit(from, next.to, inserted + between + next.inserted, authors, next.at);
        }
    }

    /** What stood before the block and went as a whole; nothing of it is there now. */
    static SentText gone(Block before, Reading.Revision revision) {
        String words = revision.text().strip();
        Edit edit = new Edit(0, words.length(), "", revision.author(), revision.at());
        return new SentText(before.with("", ""), words, List.of(edit));
    }

    /** @param revisions those of the block, in the order of the file */
    static SentText of(Block block, List<Reading.Revision> revisions) {
        String now = block.text();
        StringBuilder sent = new StringBuilder();
        List<Edit> edits = new ArrayList<>();
        int done = 0;
        for (Reading.Revision revision : revisions) {
            int at = Math.clamp(revision.offset(), done, now.length());
            sent.append(now, done, at);
            done = at;
            if (revision.insertion()) {
                done = endOf(revision.text(), now, at);
                add(
                        edits,
                        sent,
                        new Edit(
                                sent.length(),
                                sent.length(),
                                now.substring(at, done),
                                revision.author(),
                                revision.at()));
            } else {
                int from = sent.length();
                sent.append(revision.text());
                add(edits, sent, new Edit(from, sent.length(), "", revision.author(), revision.at()));
            }
        }
        sent.append(now, done, now.length());
        return new SentText(block, sent.toString(), List.copyOf(edits));
    }

    /** Changes with nothing but a space between them are one change. */
    private static void add(List<Edit> edits, CharSequence sent, Edit edit) {
        Edit last = edits.isEmpty() ? null : edits.getLast();
        String between =
                last == null ? "" : sent.subSequence(last.to(), edit.from()).toString();
        if (last != null && between.isBlank()) {
            edits.set(edits.size() - 1, last.and(between, edit));
        } else {
            edits.add(edit);
        }
    }

    /** Where the inserted words end: the block has its white space joined, the revision has it as typed. */
    private static int endOf(String inserted, String now, int at) {
        int end = at;
        for (int i = 0; i < inserted.length() && end < now.length(); i++) {
            if (inserted.charAt(i) == now.charAt(end)) {
                end++;
            } else if (!Character.isWhitespace(inserted.charAt(i)) && !Character.isWhitespace(now.charAt(end))) {
                return Math.min(now.length(), at + inserted.length());
            }
        }
        return end;
    }

    /** Whether the whole paragraph is new. */
    boolean isAdded() {
        return text.isBlank() && !block.text().isBlank();
    }

    /** Where a position of the block's present text was in the text that was sent. */
    int sentOffset(int now) {
        int shift = 0;
        for (Edit edit : edits) {
            int start = edit.from() + shift;
            if (now < start) {
                break;
            }
            if (now < start + edit.inserted().length()) {
                return edit.from();
            }
            shift += edit.inserted().length() - (edit.to() - edit.from());
        }
        return Math.clamp(now - shift, 0, text.length());
    }
}
