package vn.gopy.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.gopy.legaltext.Reading;

/** What a returned file has that the file it was made from had not. */
final class ReturnedNews {

    private static final int MINUTE = "2026-01-01T00:00".length();

    private ReturnedNews() {}

    private record Mark(String author, String at, String text, boolean insertion) {}

    /** The returned file without the tracked changes and margin comments that went out with the draft. */
    static Reading between(Reading sent, Reading returned) {
        Set<Mark> old = new HashSet<>();
        sent.revisions().forEach(revision -> old.add(mark(revision)));
        RemarkThreads.joined(sent.remarks()).forEach(remark -> old.add(mark(remark)));
        List<Reading.Remark> remarks = RemarkThreads.joined(returned.remarks()).stream()
                .filter(remark -> !old.contains(mark(remark)))
                .toList();
        List<Reading.Revision> revisions = returned.revisions().stream()
                .filter(revision -> !old.contains(mark(revision)))
                .toList();
        return new Reading(
                returned.reader(),
                returned.mediaType(),
                returned.blocks(),
                returned.dropped(),
                remarks,
                revisions,
                returned.warnings(),
                returned.problem());
    }

    private static Mark mark(Reading.Revision revision) {
        return new Mark(revision.author(), minute(revision.at()), revision.text(), revision.insertion());
    }

    private static Mark mark(Reading.Remark remark) {
        return new Mark(remark.author(), minute(remark.at()), remark.text(), false);
    }

    /** Readers once wrote the clock of the place as if it were a moment. */
    private static String minute(String at) {
        return at.length() < MINUTE ? at : at.substring(0, MINUTE);
    }
}
