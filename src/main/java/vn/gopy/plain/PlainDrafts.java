package vn.gopy.plain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.SeriesRole;
import vn.gopy.opinion.api.ThreadJson;
import vn.gopy.opinion.api.Threads;
import vn.gopy.round.Consents;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Texts;

/** Loads what the pages of one draft show to one person, by as many statements however long the draft is. */
@Component
class PlainDrafts {

    private final Dossiers dossiers;
    private final Drafts drafts;
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
     * @param deadline of the round that is open or was; empty without a round
     * @param whose for whom the person can write; empty where that is not possible
     * @param said every opinion that the person may see, in the order of its places
     */
    record Seen(
            Dossier dossier,
            DraftVersion version,
            String name,
            String address,
            String full,
            List<PlacedProvision> places,
            List<Part> parts,
            Optional<Round> round,
            String deadline,
            List<Standing> standings,
            List<Whose> whose,
            List<Said> said) {

        /** The opinions that stand on that page. */
        List<Said> on(Part part) {
            return said.stream().filter(one -> isOn(part, one)).toList();
        }

        /** How many opinions the person may see there. */
        public int count(Part part) {
            return on(part).size();
        }

        private static boolean isOn(Part part, Said one) {
            return one.anchor() == null ? part.isGeneral() : part.has(one.anchor());
        }

        /** What the person can let go now. */
        List<Said> sendable() {
            return said.stream().filter(Said::sendable).toList();
        }

        Optional<Part> part(String anchor) {
            return parts.stream().filter(part -> part.has(anchor)).findFirst();
        }
    }

    /** The version of the dossier's main draft with that ordinal; absent and hidden look the same. */
    @Transactional(readOnly = true)
    public Seen of(Person asker, UUID dossierId, int ordinal, Locale locale) {
        DossierId id = new DossierId(dossierId);
        DraftVersion version = drafts.main(asker, id, ordinal);
        Drafts.PlacedOutline outline = drafts.placedOutline(asker, version.id());
        Optional<Round> round = rounds.ruling(asker, version.id());
        List<Consents.Standing> own = round.map(one -> consents.of(asker, one)).orElse(List.of());
        List<ThreadJson> feed = threads.feed(asker, version.id(), null, locale).items();
        return new Seen(
                dossiers.get(asker, id),
                version,
                name(version, locale),
                PlainAddresses.draft(id, ordinal),
                Addresses.draft(id, ordinal),
                outline.places(),
                parts.of(outline, locale),
                round,
                round.map(one -> deadline(one, own, locale)).orElse(""),
                round.map(one -> standings.of(own, one, version.id(), locale)).orElse(List.of()),
                speakers.of(asker, version, own, locale),
                opinions.of(asker, feed, outline.places(), locale));
    }

    private static String deadline(Round round, List<Consents.Standing> own, Locale locale) {
        return Moments.deadline(
                own.isEmpty() ? round.closes() : round.deadlineOf(own.getFirst().invitee()), locale);
    }

    /** "Dự thảo lần 2", with what its uploader calls it. */
    String name(DraftVersion version, Locale locale) {
        String name = version.role() == SeriesRole.MAIN
                ? texts.get(locale, "term.draft", version.ordinal())
                : texts.get(locale, "series.role." + version.role());
        return version.label().isBlank() ? name : name + " · " + version.label();
    }
}
