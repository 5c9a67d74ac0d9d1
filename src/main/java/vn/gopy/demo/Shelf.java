package vn.gopy.demo;

import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierFilter;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.DraftsInside;
import vn.gopy.draft.NewDossier;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.SeriesRole;
import vn.gopy.draft.UploadedFile;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.draft.brief.Briefs;
import vn.gopy.shared.AdjustableClock;

/** The dossiers of the story with their drafts, read by the product like any other file. */
@Component
@Profile("demo")
class Shelf {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Cast cast;
    private final Dossiers dossiers;
    private final Drafts drafts;
    private final Briefs briefs;
    private final DraftsInside inside;
    private final AdjustableClock clock;
    private final Map<StoryDraft, VersionId> versions = new ConcurrentHashMap<>();

    Shelf(Cast cast, Dossiers dossiers, Drafts drafts, Briefs briefs, DraftsInside inside, AdjustableClock clock) {
        this.cast = cast;
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.briefs = briefs;
        this.inside = inside;
        this.clock = clock;
    }

    /** Opens the dossiers, uploads the drafts and finishes their check; goes on where an earlier start was cut off. */
    void fill(Story story, StoryCalendar calendar) {
        var opened = story.dossiers().stream()
                .collect(Collectors.toMap(
                        Function.identity(), wanted -> dossier(wanted, calendar), (a, b) -> a, LinkedHashMap::new));
        Together.run(opened.entrySet().stream().map(entry -> () -> take(entry.getKey(), entry.getValue(), calendar)));
    }

    /** The versions of one draft follow each other, then come the papers. */
    private void take(Story.Dossier wanted, Dossier dossier, StoryCalendar calendar) {
        for (int i = 0; i < wanted.versions().size(); i++) {
            var version = wanted.versions().get(i);
            DraftVersion taken = taken(dossier, i + 1, version, calendar);
            versions.put(version.draft(), publish(taken, version.uploaded(), version.brief(), calendar));
        }
        for (var paper : wanted.papers()) {
            DraftVersion taken = taken(dossier, paper, calendar);
            versions.put(paper.draft(), publish(taken, paper.uploaded(), paper.brief(), calendar));
        }
    }

    /** The version of a draft. */
    VersionId version(StoryDraft draft) {
        return Objects.requireNonNull(versions.get(draft));
    }

    /**
     * The places that the story names in a draft: {@code body/path}, or {@code ~} and words of the place, of which the
     * shortest text that holds them is meant.
     */
    List<ProvisionId> places(StoryDraft draft, List<String> names) {
        var provisions = inside.provisions(version(draft));
        return names.stream().map(name -> place(provisions, name)).toList();
    }

    /** The place of an option that the draft offers; it offers fewer than the question does. */
    Optional<ProvisionId> option(StoryDraft draft, String name) {
        return inside.provisions(version(draft)).stream()
                .filter(place -> name.equals(place.body() + "/" + place.path()))
                .map(PlacedProvision::id)
                .findFirst();
    }

    private static ProvisionId place(List<PlacedProvision> provisions, String name) {
        var matches = provisions.stream()
                .filter(place -> name.startsWith("~")
                        ? words(place).contains(name.substring(1))
                        : name.equals(place.body() + "/" + place.path()));
        return matches.min((a, b) -> words(a).length() - words(b).length())
                .map(PlacedProvision::id)
                .orElseThrow(() -> new IllegalStateException("The draft has no place " + name));
    }

    private static String words(PlacedProvision place) {
        return (place.heading() == null ? "" : place.heading() + " ") + place.text();
    }

    private Dossier dossier(Story.Dossier wanted, StoryCalendar calendar) {
        var opened = calendar.at(wanted.versions().getFirst().uploaded(), LocalTime.of(8, 30));
        return dossiers.list(secretary(), DossierFilter.ALL).stream()
                .filter(dossier -> dossier.title().equals(wanted.title()))
                .findFirst()
                .orElseGet(() -> clock.at(opened, () -> dossiers.create(secretary(), newDossier(wanted))));
    }

    private NewDossier newDossier(Story.Dossier wanted) {
        return new NewDossier(
                wanted.title(),
                wanted.kind(),
                Audience.INVITED,
                wanted.discussion(),
                wanted.people().stream().map(cast::username).toList(),
                wanted.drafter());
    }

    private DraftVersion taken(Dossier dossier, int ordinal, Story.Dossier.Version wanted, StoryCalendar calendar) {
        return drafts.of(secretary(), dossier.id()).stream()
                .filter(version -> version.role() == SeriesRole.MAIN && version.ordinal() == ordinal)
                .findFirst()
                .orElseGet(() -> clock.at(
                        calendar.at(wanted.uploaded(), LocalTime.of(9, 0)),
                        () -> drafts.upload(secretary(), dossier.id(), null, upload(wanted.draft(), calendar))));
    }

    private DraftVersion taken(Dossier dossier, Story.Dossier.Paper wanted, StoryCalendar calendar) {
        return drafts.of(secretary(), dossier.id()).stream()
                .filter(version -> version.file().name().equals(wanted.draft().fileName()))
                .findFirst()
                .orElseGet(() -> clock.at(
                        calendar.at(wanted.uploaded(), LocalTime.of(9, 0)),
                        () -> drafts.uploadPaper(
                                secretary(), dossier.id(), wanted.role(), upload(wanted.draft(), calendar))));
    }

    private static UploadedFile upload(StoryDraft draft, StoryCalendar calendar) {
        return new UploadedFile(draft.fileName(), draft.word(calendar), "");
    }

    private VersionId publish(DraftVersion version, int uploaded, List<String> brief, StoryCalendar calendar) {
        if (awaitReading(version.id()).state() == VersionState.REVIEW) {
            clock.at(calendar.at(uploaded, LocalTime.of(10, 0)), () -> drafts.publish(secretary(), version.id()));
        }
        if (!briefs.of(secretary(), version.id()).equals(brief)) {
            int seen = drafts.get(secretary(), version.id()).version();
            clock.at(
                    calendar.at(uploaded, LocalTime.of(10, 15)),
                    () -> briefs.write(secretary(), version.id(), seen, brief));
        }
        return version.id();
    }

    private DraftVersion awaitReading(VersionId id) {
        var version = inside.afterReading(id, PATIENCE);
        if (version.state() == VersionState.RECEIVED) {
            throw new IllegalStateException(
                    "The draft was not read in time: " + version.file().name());
        }
        return version;
    }

    private Person secretary() {
        return cast.secretary();
    }
}
