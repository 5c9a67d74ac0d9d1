package vn.gopy.reader.api;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.Person;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.Citations;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.OutlineView;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.draft.brief.Briefs;
import vn.gopy.opinion.Capacities;
import vn.gopy.opinion.ChairTotals;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Comments;
import vn.gopy.round.Capacity;
import vn.gopy.round.Round;
import vn.gopy.round.RoundState;
import vn.gopy.round.Rounds;
import vn.gopy.round.Visibility;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.SearchAddress;
import vn.gopy.shared.Texts;
import vn.gopy.shared.VersionNumber;

/** Makes the JSON of the reader: the text, who reads along, the round, and the threads that the asker may see. */
@Component
class ReaderPage {

    /** Stands before the keys of words that are others beside a paper. */
    private static final String OF_PAPER = "ofPaper.";

    private final Drafts drafts;
    private final Dossiers dossiers;
    private final Briefs briefs;
    private final Comments comments;
    private final Rounds rounds;
    private final Capacities capacities;
    private final Standings standings;
    private final ChairTotals totals;
    private final OutlineView outlines;
    private final Citations citations;
    private final Texts texts;
    private final JsonMapper json;
    private final InstallationSettings settings;
    private final Clock clock;

    ReaderPage(
            Drafts drafts,
            Dossiers dossiers,
            Briefs briefs,
            Comments comments,
            Rounds rounds,
            Capacities capacities,
            Standings standings,
            ChairTotals totals,
            OutlineView outlines,
            Citations citations,
            Texts texts,
            JsonMapper json,
            InstallationSettings settings,
            Clock clock) {
        this.drafts = drafts;
        this.dossiers = dossiers;
        this.briefs = briefs;
        this.comments = comments;
        this.rounds = rounds;
        this.capacities = capacities;
        this.standings = standings;
        this.totals = totals;
        this.outlines = outlines;
        this.citations = citations;
        this.texts = texts;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    record VersionPart(
            VersionId id,
            String dossierId,
            String dossierTitle,
            String dossierCode,
            int ordinal,
            String label,
            VersionState state,
            @Nullable String title,
            boolean canCheck,
            @Nullable String checkUrl,
            @Nullable String compareUrl) {}

    record VersionLink(VersionId id, int ordinal, String label, String url) {}

    record RoundPart(
            String id,
            String title,
            String closesAt,
            String closesText,
            long daysLeft,
            boolean soon,
            RoundState state,
            List<Standings.Standing> standings,
            @Nullable String replyUrl,
            @Nullable String totals) {}

    /** @param ownName whether the reader speaks in the own name here, or for units alone */
    record Me(
            String id,
            String name,
            String post,
            List<MyUnit> units,
            boolean ownName,
            boolean canComment,
            boolean canReply) {}

    /** @param head whether the reader lets go what the unit says, or prepares it */
    record MyUnit(String code, String name, boolean head) {}

    record Kind(CommentKind code, String label) {}

    @Transactional(readOnly = true)
    JsonNode reader(Person asker, VersionId id, Locale locale) {
        DraftVersion version = drafts.get(asker, id);
        if (!version.isReadable()) {
            throw Refusal.conflict("NOT_READ");
        }
        Dossier dossier = dossiers.get(asker, version.dossierId());
        Optional<Round> round = rounds.ruling(asker, id);
        ObjectNode outline = outlines.of(drafts.placedOutline(asker, id), locale);
        ObjectNode root = json.createObjectNode();
        List<VersionLink> versions = versions(asker, version, locale);
        root.set("version", json.valueToTree(version(asker, dossier, version, versions, outline, locale)));
        root.set("versions", json.valueToTree(versions));
        root.set("visibility", json.valueToTree(visibility(asker, id, locale)));
        root.set("readers", json.valueToTree(readers(locale)));
        root.set(
                "round",
                json.valueToTree(
                        round.map(one -> round(asker, one, version, locale)).orElse(null)));
        root.set("me", json.valueToTree(me(asker, version)));
        root.set("kinds", json.valueToTree(kinds(locale)));
        root.set("texts", json.valueToTree(words(version, locale)));
        root.set("brief", json.valueToTree(briefs.of(asker, id)));
        root.set("bodies", outline.get("bodies"));
        root.set("annexes", outline.get("annexes"));
        root.set("citations", json.valueToTree(ReaderLinks.of(citations.links(asker, id))));
        root.put("largestFile", drafts.largestFile());
        root.put("searchUrl", SearchAddress.ofDossier(dossier.id()));
        return root;
    }

    /** The words of the page; some are others beside a paper. */
    private Map<String, String> words(DraftVersion version, Locale locale) {
        Map<String, String> words = new HashMap<>(texts.startingWith(locale, "reader."));
        if (!version.name().isMain()) {
            texts.startingWith(locale, OF_PAPER)
                    .forEach((key, word) -> words.put(key.substring(OF_PAPER.length()), word));
        }
        return words;
    }

    private VersionPart version(
            Person asker,
            Dossier dossier,
            DraftVersion version,
            List<VersionLink> versions,
            ObjectNode outline,
            Locale locale) {
        boolean canCheck = version.state() == VersionState.REVIEW && drafts.mayPublish(asker, version);
        String checkUrl = Addresses.check(dossier.id(), version.number());
        return new VersionPart(
                version.id(),
                dossier.id().toString(),
                dossier.title(),
                dossier.code(),
                version.ordinal(),
                label(version, locale),
                version.state(),
                outline.path("title").asString(null),
                canCheck,
                canCheck ? checkUrl : null,
                compareUrl(version, versions));
    }

    /** The comparison with the version before it; null where there is none. */
    private static @Nullable String compareUrl(DraftVersion version, List<VersionLink> versions) {
        return versions.stream()
                .filter(before -> before.ordinal() < version.ordinal())
                .max(Comparator.comparingInt(VersionLink::ordinal))
                .map(before -> Addresses.comparison(
                        version.dossierId(),
                        new VersionNumber(version.number().paper(), before.ordinal()),
                        version.number()))
                .orElse(null);
    }

    private String label(DraftVersion version, Locale locale) {
        return version.label().isBlank() ? version.name().in(texts, locale) : version.label();
    }

    /** Those of its series. */
    private List<VersionLink> versions(Person asker, DraftVersion version, Locale locale) {
        return drafts.of(asker, version.dossierId()).stream()
                .filter(one -> one.seriesId().equals(version.seriesId()) && one.isReadable())
                .map(one -> new VersionLink(
                        one.id(), one.ordinal(), label(one, locale), Addresses.draft(one.dossierId(), one.number())))
                .toList();
    }

    private Map<Capacity, String> visibility(Person asker, VersionId id, Locale locale) {
        Map<Capacity, String> sentences = new LinkedHashMap<>();
        comments.visibility(asker, id)
                .forEach((capacity, visibility) -> sentences.put(capacity, sentence(visibility, locale)));
        return sentences;
    }

    /** Who reads what was written under each rule. */
    private Map<Visibility, String> readers(Locale locale) {
        Map<Visibility, String> sentences = new EnumMap<>(Visibility.class);
        for (Visibility visibility : Visibility.values()) {
            sentences.put(visibility, sentence(visibility, locale));
        }
        return sentences;
    }

    private String sentence(Visibility visibility, Locale locale) {
        return texts.get(locale, visibility == Visibility.GROUP ? "msg.visibility.group" : "msg.visibility.closed");
    }

    private RoundPart round(Person asker, Round round, DraftVersion version, Locale locale) {
        List<Standings.Standing> own = standings.of(asker, round, version.id(), locale);
        Instant deadline = own.isEmpty() ? round.closes() : own.getFirst().closes();
        long days = Moments.daysUntil(deadline, clock.instant());
        return new RoundPart(
                round.id().toString(),
                round.title(),
                deadline.toString(),
                Moments.deadline(deadline, locale),
                days,
                settings.get().practice().isSoon(days),
                round.state(clock.instant()),
                own,
                own.isEmpty() ? null : Addresses.reply(round.id()),
                totals(asker, round, version, locale));
    }

    /** Why the chair sees an empty margin while answers still come in. */
    private @Nullable String totals(Person asker, Round round, DraftVersion version, Locale locale) {
        OptionalInt sent = totals.sentOn(asker, round.id(), version.id());
        return sent.isPresent() ? texts.get(locale, "round.totals", Figures.two(sent.getAsInt())) : null;
    }

    private Me me(Person asker, DraftVersion version) {
        boolean published = version.state() == VersionState.PUBLISHED;
        boolean ownName = capacities.inOwnName(asker, version.dossierId());
        List<MyUnit> units = asker.memberships().stream()
                .filter(one -> one.role() != UnitRole.CLERK)
                .map(one -> new MyUnit(one.unitCode(), one.unitName(), one.role() == UnitRole.HEAD))
                .toList();
        return new Me(
                asker.id().toString(),
                asker.displayName(),
                asker.post(),
                units,
                ownName,
                published && !version.ended() && (ownName || !units.isEmpty()),
                published && !version.ended() && asker.readsContent());
    }

    private List<Kind> kinds(Locale locale) {
        return Arrays.stream(CommentKind.values())
                .filter(kind -> kind != CommentKind.AGREE)
                .map(kind -> new Kind(kind, texts.get(locale, "comment.kind." + kind)))
                .toList();
    }
}
