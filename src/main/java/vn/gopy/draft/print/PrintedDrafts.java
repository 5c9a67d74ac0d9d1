package vn.gopy.draft.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.Person;
import vn.gopy.audit.Trail;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.Drafts.PlacedOutline;
import vn.gopy.draft.PlaceWords;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.print.PrintedRepository.Printed;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Texts;

/** Drafts for reading on paper, and what stands in which line of them. */
@Service
public class PrintedDrafts {

    private final Drafts drafts;
    private final Dossiers dossiers;
    private final PrintedRepository repository;
    private final Trail trail;
    private final InstallationSettings settings;
    private final Texts texts;
    private final Clock clock;

    PrintedDrafts(
            Drafts drafts,
            Dossiers dossiers,
            PrintedRepository repository,
            Trail trail,
            InstallationSettings settings,
            Texts texts,
            Clock clock) {
        this.drafts = drafts;
        this.dossiers = dossiers;
        this.repository = repository;
        this.trail = trail;
        this.settings = settings;
        this.texts = texts;
        this.clock = clock;
    }

    /** A file with the name under which it is kept. */
    public record Paper(String fileName, byte[] bytes) {}

    /**
     * A place on paper.
     *
     * @param place in words: "Khoản 4 Điều 7"
     * @param url of the place in the reader
     */
    public record Spot(int print, int page, int line, PlacedProvision provision, String place, String url) {}

    /**
     * The draft as a PDF file. How it is set is kept: a line of this paper is found again though the structure is repaired.
     *
     * @param site where the product is, for the QR codes: "https://gopy.example"
     * @throws Refusal NOT_FOUND for who may not see it; CONFLICT, NOT_READ where it has no text yet
     */
    @Transactional
    public Paper paper(Person asker, VersionId id, String site) {
        PlacedOutline text = drafts.placedOutline(asker, id);
        DraftVersion version = text.version();
        Dossier dossier = dossiers.get(asker, version.dossierId());
        String draft = version.name().in(texts, Texts.VIETNAMESE);
        try (DraftPaper paper = new DraftPaper(dossier.title(), PrintText.of(text.outline()))) {
            int number = kept(id, paper.places());
            String foot = texts.get(Texts.VIETNAMESE, "print.foot", dossier.code(), draft, number);
            int all = paper.length();
            byte[] bytes = paper.bytes(
                    foot,
                    page -> texts.get(Texts.VIETNAMESE, "print.page", page, all),
                    page -> site + "/ban-in/" + id + "/" + number + "/" + page,
                    settings.get().practice().namedPaper() ? copyOf(asker) : "");
            trail.record(asker.actor(), "DRAFT_PRINTED", "VERSION", id.value());
            return new Paper(texts.get(Texts.VIETNAMESE, "print.file", dossier.code(), draft), bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** "Dự thảo, bản của …, lúc …". */
    private String copyOf(Person asker) {
        return texts.get(Texts.VIETNAMESE, "print.copy", asker.displayName(), Moments.clock(clock.instant()));
    }

    private int kept(VersionId id, List<List<String>> pages) {
        while (true) {
            Optional<Printed> last = repository.of(id, Optional.empty());
            if (last.isPresent() && last.get().pages().equals(pages)) {
                return last.get().number();
            }
            Printed next = new Printed(last.map(Printed::number).orElse(0) + 1, pages);
            if (repository.insert(id, next, clock.instant())) {
                return next.number();
            } // somebody else has printed it meanwhile
        }
    }

    /**
     * What stands in a line.
     *
     * @param print which of its prints; without one the last
     * @param line counts from 1 on each page; without one the first line of the page that belongs to a place
     * @return empty where there is no such line, where it was never printed, or where the place is no more
     * @throws Refusal NOT_FOUND for who may not see the draft
     */
    @Transactional(readOnly = true)
    public Optional<Spot> spot(Person asker, VersionId id, Optional<Integer> print, int page, Optional<Integer> line) {
        DraftVersion version = drafts.get(asker, id);
        return repository.of(id, print).flatMap(printed -> {
            if (page < 1 || page > printed.pages().size()) {
                return Optional.empty();
            }
            List<String> lines = printed.pages().get(page - 1);
            int from = line.orElseGet(() -> firstOfPlace(lines));
            if (from < 1 || from > lines.size()) {
                return Optional.empty();
            }
            String address = lines.get(from - 1);
            List<PlacedProvision> places = drafts.provisions(asker, id);
            return places.stream()
                    .filter(place -> address(place).equals(address))
                    .findFirst()
                    .map(place -> new Spot(
                            printed.number(),
                            page,
                            from,
                            place,
                            new PlaceWords(places).of(place),
                            Addresses.place(version.dossierId(), version.number(), fragment(place, places))));
        });
    }

    private static int firstOfPlace(List<String> lines) {
        return (int) lines.stream().takeWhile(String::isEmpty).count() + 1;
    }

    private static String address(PlacedProvision place) {
        return Addresses.anchor(place.body(), place.path());
    }

    /** The reader names the body of a place only where there are several. */
    private static String fragment(PlacedProvision place, List<PlacedProvision> places) {
        long bodies = places.stream()
                .map(PlacedProvision::body)
                .filter(body -> !body.isEmpty())
                .distinct()
                .count();
        return bodies > 1 ? address(place) : place.path();
    }
}
