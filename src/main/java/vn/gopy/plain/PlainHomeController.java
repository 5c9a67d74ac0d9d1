package vn.gopy.plain;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.consolidation.OwnResult;
import vn.gopy.consolidation.OwnResults;
import vn.gopy.desk.Desk;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierFilter;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.SeriesRole;
import vn.gopy.draft.VersionState;
import vn.gopy.legaltext.citation.CitedUnit;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Page;
import vn.gopy.shared.Texts;

/** The plain pages that lead to drafts: what waits, the dossiers, what became of own opinions; and the way to them. */
@Controller
class PlainHomeController {

    private final Askers askers;
    private final Desk desk;
    private final Dossiers dossiers;
    private final Drafts drafts;
    private final Rounds rounds;
    private final OwnResults results;
    private final PlainDrafts names;
    private final LocaleResolver languages;
    private final Texts texts;

    PlainHomeController(
            Askers askers,
            Desk desk,
            Dossiers dossiers,
            Drafts drafts,
            Rounds rounds,
            OwnResults results,
            PlainDrafts names,
            LocaleResolver languages,
            Texts texts) {
        this.askers = askers;
        this.desk = desk;
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.rounds = rounds;
        this.results = results;
        this.names = names;
        this.languages = languages;
        this.texts = texts;
    }

    /** A line of a list: what it leads to, what is said beside it. */
    record Entry(String address, String title, String about) {}

    /** The plain page that stands for a page of the screens, also for a place of a draft. */
    @GetMapping(PlainAddresses.OPEN)
    ModelAndView open(@RequestParam(defaultValue = "/") String den) {
        Optional<UUID> round = PlainAddresses.round(den);
        return Pages.to(round.isPresent() ? firstDraft(askers.require(), round.get()) : PlainAddresses.of(den));
    }

    /** A round has no plain page: its invitations are answered beside its drafts. */
    private String firstDraft(Person asker, UUID round) {
        Round known = rounds.get(asker, new RoundId(round));
        Map<?, Rounds.DraftPlace> places = rounds.places(asker, known.drafts());
        return known.drafts().stream()
                .map(places::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(place -> PlainAddresses.of(place.path()))
                .orElse(PlainAddresses.HOME);
    }

    @GetMapping(PlainAddresses.HOME)
    ModelAndView home(Locale locale) {
        Person asker = askers.require();
        Map<String, Object> page = new HashMap<>();
        if (asker.readsContent()) {
            page.put(
                    "tasks",
                    desk.tasks(asker).stream()
                            .flatMap(task -> entry(task, locale).stream())
                            .toList());
            page.put(
                    "readable",
                    desk.readable(asker).stream()
                            .map(draft -> entry(draft, locale))
                            .toList());
        }
        return Pages.page("dau", page);
    }

    /** What a guest can do on plain pages; the rest waits on the screens. */
    private Optional<Entry> entry(Desk.Task task, Locale locale) {
        String address = PlainAddresses.opening(task.path());
        return switch (task) {
            case Desk.Task.Unsent unsent ->
                Optional.of(new Entry(
                        address, texts.get(locale, "desk.unsent", Figures.two(unsent.count())), unsent.dossier()));
            case Desk.Task.ToAnswer answer ->
                Optional.of(new Entry(
                        address,
                        texts.get(locale, "desk.toAnswer", answer.title()),
                        answer.who() + " · " + Moments.deadline(answer.deadline(), locale)));
            case Desk.Task.ToApprove approve ->
                Optional.of(new Entry(
                        address,
                        texts.get(locale, "desk.toApprove", approve.who()),
                        approve.title() + " · " + Moments.deadline(approve.deadline(), locale)));
            case Desk.Task.ToSupplement more ->
                Optional.of(new Entry(
                        address,
                        texts.get(locale, "desk.toSupplement", Figures.two(more.count()), more.unit()),
                        more.dossier()));
            case Desk.Task.ToDecide _, Desk.Task.ToRemind _, Desk.Task.ToCheck _ -> Optional.empty();
        };
    }

    private Entry entry(Desk.Readable draft, Locale locale) {
        return new Entry(
                PlainAddresses.of(draft.path()),
                draft.title(),
                texts.get(
                        locale, "desk.readable.about", draft.code(), draft.ordinal(), Moments.date(draft.published())));
    }

    @GetMapping(PlainAddresses.DOSSIERS)
    ModelAndView dossiers(@RequestParam(required = false) @Nullable String tu) {
        Page<Dossier> part = dossiers.page(askers.require(), DossierFilter.ALL, tu, Limits.PAGE);
        Map<String, Object> page = new HashMap<>();
        page.put(
                "dossiers",
                part.items().stream()
                        .map(one -> new Entry(
                                PlainAddresses.dossier(one.id()),
                                one.title(),
                                one.drafterName() == null ? one.code() : one.code() + " · " + one.drafterName()))
                        .toList());
        page.put("next", part.next() == null ? "" : PlainAddresses.DOSSIERS + "?tu=" + part.next());
        page.put("full", Addresses.page(Addresses.DOSSIERS));
        return Pages.page("cac-ho-so", page);
    }

    /** A draft or a paper of a dossier; {@code address} is empty where it has no page. */
    record File(String address, String name, String state, String fileName, String download, String when) {}

    @GetMapping(PlainAddresses.DOSSIERS + "/{dossier}")
    ModelAndView dossier(@PathVariable UUID dossier, Locale locale) {
        Person asker = askers.require();
        DossierId id = new DossierId(dossier);
        Map<String, Object> page = new HashMap<>();
        page.put("dossier", dossiers.get(asker, id));
        List<File> main = new ArrayList<>();
        List<File> papers = new ArrayList<>();
        drafts.of(asker, id).forEach(one -> (one.role() == SeriesRole.MAIN ? main : papers).add(file(one, locale)));
        page.put("drafts", main.reversed());
        page.put("papers", papers);
        page.put(
                "rounds",
                rounds.of(asker, id).stream()
                        .map(one -> one.title() + ", " + Moments.deadline(one.closes(), locale))
                        .toList());
        page.put("full", Addresses.dossier(id));
        return Pages.page("mot-ho-so", page);
    }

    private File file(DraftVersion one, Locale locale) {
        return new File(
                one.isReadable() ? PlainAddresses.draft(one.dossierId(), one.number()) : "",
                names.name(one, locale),
                state(one.state(), locale),
                one.file().name(),
                PlainDraftController.download(one),
                Moments.shortly(one.uploadedAt()));
    }

    /** Empty for what is ready. */
    private String state(VersionState state, Locale locale) {
        return switch (state) {
            case PUBLISHED -> "";
            case RECEIVED, EXTRACTING -> texts.get(locale, "draft.state.reading");
            case REVIEW -> texts.get(locale, "draft.state.check");
            case FAILED -> texts.get(locale, "draft.state.failed");
        };
    }

    /** What became of own opinions, once it was announced. */
    @GetMapping(PlainAddresses.RESULTS)
    ModelAndView results(Locale locale) {
        Map<String, Object> page = new HashMap<>();
        page.put(
                "results",
                results.of(askers.require()).stream()
                        .map(one -> result(one, locale))
                        .toList());
        return Pages.page("ket-qua", page);
    }

    /** @param about round, draft and day; {@code where} the place in words */
    record Result(
            String address,
            String where,
            String about,
            String text,
            @Nullable String replacement,
            String outcome,
            String answer,
            @Nullable String applied) {}

    private Result result(OwnResult one, Locale locale) {
        String draft = PlainAddresses.draft(one.dossier(), one.name().number());
        String path = one.path();
        String body = Objects.requireNonNullElse(one.body(), "");
        return new Result(
                path == null ? draft : PlainAddresses.part(draft, Addresses.anchor(body, path)),
                path == null ? texts.get(locale, "plain.general") : CitedUnit.wordsOf(path),
                one.title() + " · " + one.code() + ", " + one.name().in(texts, locale) + " · "
                        + Moments.date(Objects.requireNonNull(one.announced())),
                one.text(),
                one.replacement(),
                texts.get(locale, "plain.outcome." + (one.outcome() == null ? "PENDING" : one.outcome())),
                Stream.of(one.basis(), one.answer())
                        .filter(words -> !words.isBlank())
                        .collect(Collectors.joining(". ")),
                one.applied());
    }

    @PostMapping(PlainAddresses.HOME + "/ngon-ngu")
    ModelAndView language(
            @RequestParam String tieng,
            @RequestParam(defaultValue = PlainAddresses.HOME) String trang,
            HttpServletRequest request,
            HttpServletResponse response) {
        languages.setLocale(request, response, "en".equals(tieng) ? Locale.ENGLISH : Texts.VIETNAMESE);
        return Pages.to(PlainAddresses.isOwn(trang) ? trang : PlainAddresses.HOME);
    }
}
