package vn.gopy.consolidation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.PlaceWords;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Round;

/** What the places of points are called and say. */
@Service
public class PointNames {

    private final Drafts drafts;

    PointNames(Drafts drafts) {
        this.drafts = drafts;
    }

    /**
     * Names the place of a point of the round as the table does: "Khoản 2 Điều 7"; a point about no place, or about a draft
     * that the asker may not read, by "Ý kiến chung". As many statements as the round has drafts.
     */
    @Transactional(readOnly = true)
    public Function<Point, String> of(Person asker, Round round) {
        Map<VersionId, PlaceWords> words = drafts.among(asker, round.drafts()).stream()
                .collect(Collectors.toMap(
                        version -> version.id(), version -> new PlaceWords(drafts.provisions(asker, version.id()))));
        return point -> point.mainPlace()
                .flatMap(place -> Optional.ofNullable(point.versionId())
                        .map(words::get)
                        .flatMap(known -> known.place(place.provision()).map(known::of)))
                .orElse(PlaceWords.GENERAL);
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
