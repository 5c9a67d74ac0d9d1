package vn.gopy.round.posted;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.DraftsInside;
import vn.gopy.round.RoundId;
import vn.gopy.shared.Refusal;

/** What anybody reads of a round that is held in public: its drafts, and after the announcement the public edition. */
@Service
public class PostedRounds {

    private final PostedRoundQuery query;
    private final DraftsInside drafts;
    private final PostedEdition edition;
    private final Clock clock;

    PostedRounds(PostedRoundQuery query, DraftsInside drafts, PostedEdition edition, Clock clock) {
        this.query = query;
        this.drafts = drafts;
        this.edition = edition;
        this.clock = clock;
    }

    /** The round; absent, not opened yet and not held in public look the same. */
    @Transactional(readOnly = true)
    public PostedRound of(UUID round) {
        return query.of(new RoundId(round), clock.instant()).orElseThrow(Refusal::notFound);
    }

    /**
     * One of its drafts.
     *
     * @param edition empty before the results are announced
     */
    public record Text(
            PostedRound round, PostedRound.Draft draft, Drafts.PlacedOutline outline, List<PostedEdition.Row> edition) {

        public Text {
            edition = List.copyOf(edition);
        }
    }

    /** @param number of the draft in the round, from 1 */
    @Transactional(readOnly = true)
    public Text text(UUID round, int number) {
        PostedRound known = of(round);
        if (number < 1 || number > known.drafts().size()) {
            throw Refusal.notFound();
        }
        PostedRound.Draft draft = known.drafts().get(number - 1);
        DraftVersion version = drafts.version(draft.id()).orElseThrow(Refusal::notFound);
        return new Text(
                known,
                draft,
                new Drafts.PlacedOutline(
                        version,
                        drafts.outline(draft.id()).orElseThrow(Refusal::notFound),
                        drafts.provisions(draft.id())),
                known.announced() ? edition.of(known.id(), draft.id()) : List.of());
    }
}
