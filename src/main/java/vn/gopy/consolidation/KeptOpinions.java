package vn.gopy.consolidation;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.anchor.Anchor;
import vn.gopy.draft.anchor.AnchorState;
import vn.gopy.draft.anchor.Anchoring;
import vn.gopy.draft.anchor.Anchorings;
import vn.gopy.draft.anchor.EarlierVersions;
import vn.gopy.draft.anchor.HandRepository;
import vn.gopy.draft.anchor.Spot;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.round.EarlierSaid;
import vn.gopy.round.Invitee;
import vn.gopy.round.PlaceNames;
import vn.gopy.round.Round;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/** What one who is asked said in the round before: on the place where it stands now, and said once more there. */
@Component
class KeptOpinions implements EarlierSaid {

    private final KeptOpinionRepository repository;
    private final Drafts drafts;
    private final Anchorings anchorings;
    private final HandRepository hands;
    private final PlaceNames names;
    private final Composing composing;

    KeptOpinions(
            KeptOpinionRepository repository,
            Drafts drafts,
            Anchorings anchorings,
            HandRepository hands,
            PlaceNames names,
            Composing composing) {
        this.repository = repository;
        this.drafts = drafts;
        this.anchorings = anchorings;
        this.hands = hands;
        this.names = names;
        this.composing = composing;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Earlier> of(Person asker, Round round, Invitee invitee) {
        return repository.before(round, invitee).flatMap(before -> {
            List<KeptOpinionRepository.Kept> points = repository.points(before, asker, round, invitee);
            Ways ways = ways(asker, points);
            PlaceNames.Reading reading = names.reading();
            List<Said> said =
                    points.stream().map(point -> said(point, ways, reading)).toList();
            return said.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Earlier(before.title(), before.announced(), said));
        });
    }

    private static Said said(KeptOpinionRepository.Kept point, Ways ways, PlaceNames.Reading reading) {
        return new Said(
                point.id().value(),
                point.draft(),
                ways.ordinal(point),
                reading.of(point.from(), point.place()).name(),
                reading.of(point.draft(), ways.now(point)).path(),
                point.words(),
                point.proposal(),
                point.outcome(),
                point.answer(),
                point.applied(),
                point.kept());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Collection<VersionId> keep(Person asker, Round round, Invitee invitee, Collection<UUID> wanted) {
        KeptOpinionRepository.Before before = repository.before(round, invitee).orElseThrow(Refusal::notFound);
        List<KeptOpinionRepository.Kept> points = repository.points(before, asker, round, invitee).stream()
                .filter(point -> wanted.contains(point.id().value()))
                .toList();
        if (points.size() != Set.copyOf(wanted).size()) {
            throw Refusal.notFound();
        }
        Ways ways = ways(asker, points);
        Set<VersionId> said = new LinkedHashSet<>();
        for (KeptOpinionRepository.Kept point : points) {
            if (!point.kept()) {
                Comment comment = again(asker, invitee, point, ways);
                repository.add(point.id(), round.id(), comment.id());
                said.add(point.draft());
            }
        }
        return said;
    }

    /** The words once more; a proposal about words that may have changed is told as words. */
    private Comment again(Person asker, Invitee invitee, KeptOpinionRepository.Kept point, Ways ways) {
        String proposed = point.proposal() == null || point.proposal().isBlank()
                ? ""
                : " Đề nghị sửa thành: “" + point.proposal() + "”.";
        String words = (point.words() + proposed).strip();
        String whole = "Giữ nguyên ý kiến đã góp đối với dự thảo lần %d: %s".formatted(ways.ordinal(point), words);
        NewComment own = NewComment.of(point.kind(), whole.length() > TextGate.TEXT.most() ? words : whole);
        NewComment comment = invitee.unit() == null ? own.unsent() : forUnit(asker, invitee, own);
        ProvisionId now = ways.now(point);
        return now == null
                ? composing.create(asker, ways.version(point).dossierId(), comment)
                : composing.create(asker, now, comment);
    }

    /** The head lets go what the head has chosen to, and nothing before. */
    private static NewComment forUnit(Person asker, Invitee invitee, NewComment own) {
        NewComment said = own.forUnit(invitee.key());
        return asker.heads(Objects.requireNonNull(invitee.unit())) ? said.unsent() : said;
    }

    private Ways ways(Person asker, List<KeptOpinionRepository.Kept> points) {
        Map<VersionId, DraftVersion> versions =
                drafts
                        .among(
                                asker,
                                points.stream()
                                        .map(KeptOpinionRepository.Kept::draft)
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(DraftVersion::id, version -> version));
        Map<VersionId, EarlierVersions> earlier = new HashMap<>();
        versions.forEach((id, version) -> earlier.put(id, anchorings.before(version)));
        return new Ways(
                versions,
                earlier,
                hands.of(
                        HandRepository.Subject.POINT,
                        points.stream().map(KeptOpinionRepository.Kept::id).toList()));
    }

    /** From the places of earlier versions to those of the drafts of this round. */
    private record Ways(
            Map<VersionId, DraftVersion> versions,
            Map<VersionId, EarlierVersions> earlier,
            Map<PointId, Map<VersionId, Anchoring.Hand>> hands) {

        private DraftVersion version(KeptOpinionRepository.Kept point) {
            return Optional.ofNullable(versions.get(point.draft())).orElseThrow(Refusal::notFound);
        }

        private int ordinal(KeptOpinionRepository.Kept point) {
            return point.from().equals(point.draft())
                    ? version(point).ordinal()
                    : before(point).map(known -> known.ordinal(point.from())).orElse(0);
        }

        private Optional<EarlierVersions> before(KeptOpinionRepository.Kept point) {
            return Optional.ofNullable(earlier.get(point.draft()))
                    .filter(known -> known.ids().contains(point.from()));
        }

        private @Nullable ProvisionId now(KeptOpinionRepository.Kept point) {
            ProvisionId place = point.place();
            if (place == null || point.from().equals(point.draft())) {
                return place;
            }
            Map<VersionId, Anchoring.Hand> put = hands.getOrDefault(point.id(), Map.of());
            return before(point)
                    .map(known -> known.from(point.from()).of(new Spot(place, null), put::get))
                    .filter(anchor -> anchor.state() != AnchorState.REMOVED)
                    .map(Anchor::place)
                    .orElse(null);
        }
    }
}
