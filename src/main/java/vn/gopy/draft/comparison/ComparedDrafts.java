package vn.gopy.draft.comparison;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.comparison.ChangeReasons.Reason;
import vn.gopy.draft.comparison.ComparedText.Block;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Regime;
import vn.gopy.paper.HeaderBlock;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Settings.Office;
import vn.gopy.shared.Texts;

/** Two versions of a dossier beside each other, for those who may read both: as a page, and as the official paper. */
@Service
public class ComparedDrafts {

    private final Comparisons comparisons;
    private final Drafts drafts;
    private final Dossiers dossiers;
    private final InstallationSettings settings;
    private final ChangeReasons reasons;
    private final Texts texts;
    private final Clock clock;

    ComparedDrafts(
            Comparisons comparisons,
            Drafts drafts,
            Dossiers dossiers,
            InstallationSettings settings,
            ChangeReasons reasons,
            Texts texts,
            Clock clock) {
        this.comparisons = comparisons;
        this.drafts = drafts;
        this.dossiers = dossiers;
        this.settings = settings;
        this.reasons = reasons;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * All that the page shows.
     *
     * @param versions between which may be chosen
     * @param docx where the paper is
     */
    public record Page(
            Version older,
            Version newer,
            List<Version> versions,
            List<Block> blocks,
            String docx,
            Map<String, String> texts) {}

    /** @param extent how many articles and chapters; empty for one that is only chosen from */
    public record Version(int ordinal, String name, String extent, String url) {}

    /** A file with the name under which it is kept. */
    public record Paper(String fileName, byte[] bytes) {}

    /**
     * The page of two versions.
     *
     * @throws Refusal as {@link Comparisons#of}
     */
    @Transactional(readOnly = true)
    public Page page(Person asker, VersionId newer, VersionId older, Locale locale) {
        VerdictWords words = new VerdictWords(texts, locale);
        ComparisonJson comparison = comparisons.of(asker, newer, older);
        Outline before = drafts.outline(asker, older);
        Outline after = drafts.outline(asker, newer);
        List<Block> blocks = Layout.of(comparison, before, after, words).blocks();
        return new Page(
                version(drafts.get(asker, older), extent(before, words), locale),
                version(drafts.get(asker, newer), extent(after, words), locale),
                versions(asker, drafts.get(asker, newer), locale),
                blocks,
                "/app-api/versions/" + newer + "/comparison.docx?with=" + older,
                texts.startingWith(locale, "compare."));
    }

    /**
     * What was said of the older version, or of one between both, that the asker may see.
     *
     * @param all whether nothing is kept from the asker: then a change without an opinion has none
     * @param said at most {@link Limits#LIST}, each with the address of the place where it stands now
     */
    public record Reasons(boolean all, List<Said> said) {}

    /**
     * @param outcome null while that is open, and for those who may not read it
     * @param verdict the same in words; empty without one
     */
    public record Said(
            String address,
            @Nullable Integer number,
            String who,
            String text,
            @Nullable String outcome,
            String verdict,
            boolean taken,
            String answer) {

        static Said of(String address, Reason reason, String verdict) {
            return new Said(
                    address,
                    reason.number(),
                    reason.who(),
                    reason.text(),
                    reason.outcome(),
                    verdict,
                    reason.taken(),
                    reason.answer());
        }
    }

    /**
     * Opinions beside what was changed.
     *
     * @throws Refusal as {@link Comparisons#of}
     */
    @Transactional(readOnly = true)
    public Reasons reasons(Person asker, VersionId newer, VersionId older, Locale locale) {
        comparisons.requireComparable(asker, newer, older);
        return new Reasons(
                asker.is(Role.SECRETARIAT),
                said(asker, reasons.of(asker, newer, older), drafts.outline(asker, newer), locale));
    }

    private List<Said> said(Person asker, List<Reason> all, Outline outline, Locale locale) {
        boolean several = outline.bodies().size() > 1;
        Map<ProvisionId, String> addresses =
                drafts
                        .provisions(
                                asker,
                                all.stream().map(Reason::place).distinct().toList())
                        .stream()
                        .collect(Collectors.toMap(PlacedProvision::id, place -> address(place, several)));
        return all.stream()
                .flatMap(reason -> Optional.ofNullable(addresses.get(reason.place()))
                        .map(address -> Said.of(address, reason, verdict(reason, locale)))
                        .stream())
                .limit(Limits.LIST)
                .toList();
    }

    private String verdict(Reason reason, Locale locale) {
        return reason.outcome() == null ? "" : texts.get(locale, "reader.outcome." + reason.outcome());
    }

    /** As a comparison names it: {@link KnownPlaces}. */
    private static String address(PlacedProvision place, boolean several) {
        return several ? Addresses.anchor(place.body(), place.path()) : place.path();
    }

    private Version version(DraftVersion version, String extent, Locale locale) {
        return new Version(
                version.ordinal(),
                name(version, locale),
                extent,
                Addresses.draft(version.dossierId(), version.number()));
    }

    private String name(DraftVersion version, Locale locale) {
        String name = version.name().in(texts, locale);
        return version.label().isBlank() ? name : name + " · " + version.label();
    }

    private static String extent(Outline outline, VerdictWords words) {
        int articles = outline.counts().getOrDefault("ARTICLE", 0);
        int chapters = outline.counts().getOrDefault("CHAPTER", 0);
        return articles == 0
                ? ""
                : chapters == 0 ? words.of("extent.articles", articles) : words.of("extent", articles, chapters);
    }

    /** Those of its series that have a text. */
    private List<Version> versions(Person asker, DraftVersion shown, Locale locale) {
        return drafts.of(asker, shown.dossierId()).stream()
                .filter(one -> one.seriesId().equals(shown.seriesId()) && one.isReadable())
                .map(one -> version(one, "", locale))
                .toList();
    }

    /**
     * "Bản so sánh, thuyết minh" as a Word file. The same two texts on the same day give the same bytes.
     *
     * @throws Refusal as {@link Comparisons#of}
     */
    @Transactional(readOnly = true)
    public Paper paper(Person asker, VersionId newer, VersionId older) {
        ComparisonJson comparison = comparisons.of(asker, newer, older);
        Outline before = drafts.outline(asker, older);
        Outline after = drafts.outline(asker, newer);
        VerdictWords words = new VerdictWords(texts, Texts.VIETNAMESE);
        DraftVersion old = drafts.get(asker, older);
        DraftVersion fresh = drafts.get(asker, newer);
        Dossier dossier = dossiers.get(asker, fresh.dossierId());
        ComparisonPaper paper = new ComparisonPaper(
                heading(dossier, after),
                dossier.title(),
                name(old, Texts.VIETNAMESE),
                name(fresh, Texts.VIETNAMESE),
                words,
                LocalDate.ofInstant(clock.instant(), Moments.ZONE));
        String code = fresh.name().isMain()
                ? dossier.code()
                : dossier.code() + " " + fresh.role().official();
        String fileName = words.of("docx.file", code, old.ordinal(), fresh.ordinal());
        ComparedText text = Layout.of(comparison, before, after, words);
        List<Reason> open = reasons.of(asker, newer, older).stream()
                .filter(reason -> !reason.restricted())
                .toList();
        return new Paper(fileName, paper.bytes(text, said(asker, open, after, Texts.VIETNAMESE)));
    }

    private ComparisonPaper.Heading heading(Dossier dossier, Outline outline) {
        Office office = settings.get().office();
        boolean party = outline.regime() == Regime.PARTY;
        String issuer = Optional.ofNullable(dossier.drafterName()).orElse(office.secretariat());
        return new ComparisonPaper.Heading(
                party ? HeaderBlock.Family.PARTY : HeaderBlock.Family.STATE,
                office.superior(party),
                issuer.toUpperCase(Locale.ROOT),
                office.place());
    }
}
