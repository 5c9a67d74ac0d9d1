package vn.gopy.consolidation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.PlaceWords;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.VersionId;
import vn.gopy.round.PlaceNames;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Refusal;

/** What the places of points are called and say, for those who work on them. */
@Service
public class PointNames {

    private final Drafts drafts;
    private final Rounds rounds;
    private final PlaceNames names;

    PointNames(Drafts drafts, Rounds rounds, PlaceNames names) {
        this.drafts = drafts;
        this.rounds = rounds;
        this.names = names;
    }

    /**
     * Names the places of the points of a round: "Khoản 2 Điều 7 Quy chế", with the dossier where the round has several drafts; a
     * point about no place "Ý kiến chung". No two places have one name. As many statements as the round has drafts.
     *
     * @throws Refusal for who does not run rounds
     */
    @Transactional(readOnly = true)
    public Function<Point, String> of(Person asker, Round round) {
        Points.requireSecretariat(asker);
        Map<VersionId, Rounds.DraftPlace> places = rounds.places(asker, round.drafts());
        boolean several = round.drafts().size() > 1;
        PlaceNames.Reading reading = names.reading();
        return point -> {
            VersionId draft = point.versionId();
            if (draft == null) {
                return PlaceWords.GENERAL;
            }
            String name = reading.of(
                            draft,
                            point.mainPlace().map(Point.PointPlace::provision).orElse(null))
                    .name();
            Rounds.DraftPlace place = several ? places.get(draft) : null;
            return place == null ? name : name + " · " + place.code();
        };
    }

    /** The words of the place of a point, as the draft has them; empty where it has none of its own. */
    @Transactional(readOnly = true)
    public Optional<String> words(Person asker, Point point) {
        return point.mainPlace()
                .map(place -> drafts.provisions(asker, List.of(place.provision())))
                .flatMap(found -> found.stream().findFirst())
                .map(PlacedProvision::text)
                .filter(text -> !text.isBlank());
    }
}
