package vn.gopy.plain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.brief.Briefs;
import vn.gopy.opinion.api.ThreadJson;
import vn.gopy.opinion.api.Threads;
import vn.gopy.round.Consents;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Texts;
import vn.gopy.shared.VersionNumber;

/** Loads what the pages of one draft show to one person, by as many statements however long the draft is. */
@Component
class PlainDrafts {

    private final Dossiers dossiers;
    private final Drafts drafts;
    private final Briefs briefs;
    private final Rounds rounds;
    private final Consents consents;
    private final Threads threads;
    private final Opinions opinions;
    private final StandingWords standings;
    private final Speakers speakers;
    private final DraftParts parts;
    private final Texts texts;

    PlainDrafts(
            Dossiers dossiers,
            Drafts drafts,
            Briefs briefs,
            Rounds rounds,
            Consents consents,
            Threads threads,
            Opinions opinions,
            StandingWords standings,
            Speakers speakers,
            DraftParts parts,
            Texts texts) {
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.briefs = briefs;
        this.rounds = rounds;
        this.consents = consents;
        this.threads = threads;
        this.opinions = opinions;
        this.standings = standings;
        this.speakers = speakers;
        this.parts = parts;
        this.texts = texts;
    }

    /**
     * One draft as one person sees it.
     *
     * @param name "Dự thảo lần 2"; {@code address} of its contents, {@code full} of the same draft on the screen
     * @param brief the lines before it, on what an opinion is wanted
     * @param deadline of the round that is open or was; empty without a round
     * @param whose for whom the person can write; empty where that is not possible
     * @param said every opinion that the person may see, in the order of its places; {@code byPart} the same by the page on
     *     which each stands, those without a place among the general ones
     */
    record Seen(
            Dossier dossier,
            DraftVersion version,
            String name,
            String address,
            String full,
            List<String> brief,
            List<PlacedProvision> places,
            List<Part> parts,
            Optional<Round> round,
            String deadline,
            List<Standing> standings,
            List<Whose> whose,
            List<Said> said,
            Map<String, List<Said>> byPart) {

        /** The opinions that stand on that page. */
        List<Said> on(Part part) {
            return byPart.getOrDefault(part.key(), List.of());
        }

        /** How many opinions the person may see there. */
        public int count(Part part) {
            return on(part).size();
        }

        /** What the person can let go now. */
        List<Said> sendable() {
            return said.stream().filter(Said::sendable).toList();
        }

        /** The page of the place, which may be named without its text, as where there is one only. */
        Optional<Part> part(String anchor) {
            return parts.stream()
                    .filter(part -> part.has(anchor))
                    .findFirst()
                    .or(() -> parts.stream()
                            .filter(part ->
                                    part.all().anyMatch(place -> place.path().equals(anchor)))
                            .findFirst());
        }
    }

    /** The version of the dossier with that number; absent and hidden look the same. */
    @Transactional(readOnly = true)
    public Seen of(Person asker, UUID dossierId, VersionNumber number, Locale locale) {
        DossierId id = new DossierId(dossierId);
        DraftVersion version = drafts.numbered(asker, id, number);
        Drafts.PlacedOutline outline = drafts.placedOutline(asker, version.id());
        Optional<Round> round = rounds.ruling(asker, version.id());
        List<Consents.Standing> own = round.map(one -> consents.of(asker, one)).orElse(List.of());
        List<ThreadJson> feed = threads.feed(asker, version.id(), null, locale).items();
        List<Part> pages = parts.of(outline, locale);
        List<Said> said = inOrder(opinions.of(asker, feed, outline.places(), locale), outline.places());
        return new Seen(
                dossiers.get(asker, id),
                version,
                name(version, locale),
                PlainAddresses.draft(id, number),
                Addresses.draft(id, number),
                briefs.of(asker, version.id()),
                outline.places(),
                pages,
                round,
                round.map(one -> deadline(one, own, locale)).orElse(""),
                round.map(one -> standings.of(own, one, version.id(), locale)).orElse(List.of()),
                speakers.of(asker, version, own, locale),
                said,
                byPart(said, pages));
    }

    private static Map<String, List<Said>> byPart(List<Said> said, List<Part> pages) {
        Map<String, String> keys = new HashMap<>();
        pages.forEach(page -> page.all().forEach(place -> keys.put(Part.anchor(place), page.key())));
        return said.stream()
                .collect(Collectors.groupingBy(one -> one.anchor() == null
                        ? Addresses.WHOLE_DOSSIER
                        : keys.getOrDefault(one.anchor(), Addresses.WHOLE_DOSSIER)));
    }

    /** As the places stand in the text; at one place as they were said. */
    private static List<Said> inOrder(List<Said> said, List<PlacedProvision> places) {
        Map<String, Integer> positions =
                places.stream().collect(Collectors.toMap(Part::anchor, PlacedProvision::position));
        return said.stream()
                .sorted(Comparator.comparing(
                        one -> one.anchor() == null ? -1 : positions.getOrDefault(one.anchor(), -1)))
                .toList();
    }

    private static String deadline(Round round, List<Consents.Standing> own, Locale locale) {
        return Moments.deadline(
                own.isEmpty() ? round.closes() : round.deadlineOf(own.getFirst().invitee()), locale);
    }

    /** "Dự thảo lần 2", with what its uploader calls it. */
    String name(DraftVersion version, Locale locale) {
        String name = version.name().in(texts, locale);
        return version.label().isBlank() ? name : name + " · " + version.label();
    }
}
