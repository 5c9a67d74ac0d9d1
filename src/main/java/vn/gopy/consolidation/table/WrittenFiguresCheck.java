package vn.gopy.consolidation.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.gopy.account.Person;
import vn.gopy.consolidation.review.WrittenFigures;
import vn.gopy.consolidation.review.WrittenFigures.Figure;
import vn.gopy.consolidation.review.WrittenFigures.Written;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.UploadedFile;
import vn.gopy.draft.VersionId;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;
import vn.gopy.round.AnswerCounts;
import vn.gopy.round.RoundId;
import vn.gopy.round.figures.OutcomeCounts;
import vn.gopy.shared.Refusal;

/**
 * Soát số liệu trong tờ trình: holds the figures that a file writes against those of the round as they are now. The file is
 * read in the child and not kept.
 */
@Service
public class WrittenFiguresCheck {

    /** More of them nobody works through. */
    private static final int MOST = 200;

    /** Letters of the sentence on either side of a number. */
    private static final int AROUND = 80;

    private final ConsolidatedTables tables;
    private final Drafts drafts;

    WrittenFiguresCheck(ConsolidatedTables tables, Drafts drafts) {
        this.tables = tables;
        this.drafts = drafts;
    }

    /**
     * @param known how many figures of a round the file writes
     * @param other those of them that are others now, in their order
     */
    public record Checked(int known, List<Other> other) {}

    /**
     * A figure that is another one now.
     *
     * @param paragraph where it stands, counted from 1
     * @param before the words before it, and {@code after} those behind
     */
    public record Other(Figure figure, int written, int now, int paragraph, String before, String after) {}

    /**
     * Checks a file, for those who read the table of the round.
     *
     * @param draft whose figures they are; null for those of the whole round
     */
    public Checked check(Person asker, RoundId round, @Nullable VersionId draft, UploadedFile file) {
        ConsolidatedTable table = tables.table(asker, round, draft);
        Map<Figure, Integer> now =
                now(table.opening().answers(), table.opening().opinions());
        Reading reading = drafts.read(file);
        if (reading.problem() == Problem.NO_TEXT) {
            throw Refusal.unprocessable(Problem.NO_TEXT.name());
        }
        List<String> paragraphs =
                reading.blocks().stream().map(block -> block.text()).toList();
        List<Written> written = WrittenFigures.in(paragraphs);
        return new Checked(
                written.size(),
                written.stream()
                        .filter(one -> one.number() != Objects.requireNonNull(now.get(one.figure())))
                        .limit(MOST)
                        .map(one ->
                                other(one, Objects.requireNonNull(now.get(one.figure())), paragraphs.get(one.line())))
                        .toList());
    }

    private static Other other(Written one, int now, String paragraph) {
        int from = Math.min(one.from(), paragraph.length());
        int to = Math.min(one.to(), paragraph.length());
        return new Other(
                one.figure(),
                one.number(),
                now,
                one.line() + 1,
                (from > AROUND ? "…" : "") + paragraph.substring(Math.max(0, from - AROUND), from),
                paragraph.substring(to, Math.min(paragraph.length(), to + AROUND))
                        + (to + AROUND < paragraph.length() ? "…" : ""));
    }

    private static Map<Figure, Integer> now(AnswerCounts answers, OutcomeCounts opinions) {
        Map<Figure, Integer> now = new EnumMap<>(Figure.class);
        now.put(Figure.ASKED, answers.asked());
        now.put(Figure.ANSWERED, answers.answered());
        now.put(Figure.AGREED, answers.agreed());
        now.put(Figure.AGREED_WITH_OPINIONS, answers.agreedWithOpinions());
        now.put(Figure.OBJECTED, answers.objected());
        now.put(Figure.CLASSIFIED, answers.classified());
        now.put(Figure.NO_ANSWER, answers.noAnswer());
        now.put(Figure.DEEMED_CONSENT, answers.deemedConsent());
        now.put(Figure.OPINIONS, opinions.opinions());
        now.put(Figure.ACCEPTED, opinions.accepted());
        now.put(Figure.PARTLY_ACCEPTED, opinions.partlyAccepted());
        now.put(Figure.KEPT, opinions.kept());
        now.put(Figure.NOTED, opinions.noted());
        now.put(Figure.ESCALATED, opinions.escalated());
        now.put(Figure.PENDING, opinions.pending());
        return now;
    }
}
