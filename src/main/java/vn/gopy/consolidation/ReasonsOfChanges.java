package vn.gopy.consolidation;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.comparison.ChangeReasons;

/** Opinions on earlier versions as reasons of what was changed since. */
@Component
class ReasonsOfChanges implements ChangeReasons {

    private final EarlierOpinions opinions;
    private final Drafts drafts;

    ReasonsOfChanges(EarlierOpinions opinions, Drafts drafts) {
        this.opinions = opinions;
        this.drafts = drafts;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Reason> of(Person asker, VersionId newer, VersionId older) {
        int since = drafts.get(asker, older).ordinal();
        return opinions.of(asker, newer).stream()
                .filter(one -> one.ordinal() >= since)
                .flatMap(ReasonsOfChanges::reason)
                .toList();
    }

    private static Stream<Reason> reason(EarlierOpinion one) {
        if (one.anchor() == null || one.anchor().place() == null) {
            return Stream.of();
        }
        Outcome outcome = one.outcome();
        return Stream.of(new Reason(
                Objects.requireNonNull(one.anchor().place()),
                one.number(),
                one.who(),
                one.text(),
                outcome == null ? null : outcome.name(),
                isTaken(outcome),
                one.answer(),
                one.restricted()));
    }

    private static boolean isTaken(@Nullable Outcome outcome) {
        return outcome == Outcome.ACCEPT || outcome == Outcome.ACCEPT_PART;
    }
}
