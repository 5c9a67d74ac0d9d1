package vn.gopy.plain;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.PlaceKind;
import vn.gopy.draft.PlaceWords;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.round.Replies;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Texts;
import vn.gopy.shared.VersionNumber;

/** A draft on plain pages: its contents, each Điều with the opinions on it, and the form for one more. */
@Controller
class PlainDraftController {

    private final Askers askers;
    private final PlainDrafts drafts;
    private final Composing composing;
    private final Replies replies;
    private final KeptForms kept;
    private final Texts texts;

    PlainDraftController(
            Askers askers, PlainDrafts drafts, Composing composing, Replies replies, KeptForms kept, Texts texts) {
        this.askers = askers;
        this.drafts = drafts;
        this.composing = composing;
        this.replies = replies;
        this.kept = kept;
        this.texts = texts;
    }

    /** The original file: one address for screens and plain pages. */
    static String download(DraftVersion version) {
        return "/app-api/versions/" + version.id() + "/file";
    }

    @GetMapping(PlainAddresses.DRAFT)
    ModelAndView contents(@PathVariable UUID dossier, @PathVariable VersionNumber number, Locale locale) {
        Person asker = askers.require();
        PlainDrafts.Seen seen = drafts.of(asker, dossier, number, locale);
        seen.round().ifPresent(round -> replies.opened(asker, round.id()));
        Map<String, Object> page = new HashMap<>();
        page.put("seen", seen);
        page.put("sendable", seen.sendable().size());
        page.put("file", download(seen.version()));
        page.put("full", seen.full());
        return Pages.page("du-thao", page);
    }

    /** The page on which the place stands; without such a place the contents. */
    @GetMapping(PlainAddresses.DRAFT + "/phan")
    ModelAndView part(
            @PathVariable UUID dossier,
            @PathVariable VersionNumber number,
            @RequestParam(defaultValue = "") String o,
            HttpServletRequest request,
            Locale locale) {
        Person asker = askers.require();
        PlainDrafts.Seen seen = drafts.of(asker, dossier, number, locale);
        Optional<Part> part = seen.part(o);
        if (part.isEmpty()) {
            return Pages.to(seen.address());
        }
        seen.round().ifPresent(round -> replies.opened(asker, round.id()));
        String address = PlainAddresses.page(seen.address(), part.get().key());
        Typed typed = kept.find(request, asker)
                .filter(form -> form.page().equals(address))
                .map(KeptForms.Kept::typed)
                .orElseGet(() -> Typed.at(chosen(seen, part.get(), o), seen.whose()));
        return Pages.page("phan", content(seen, part.get(), typed, locale));
    }

    @PostMapping(PlainAddresses.DRAFT + "/y-kien")
    ModelAndView write(
            @PathVariable UUID dossier, @PathVariable VersionNumber number, HttpServletRequest request, Locale locale) {
        Person asker = askers.require();
        Typed typed = Typed.of(request);
        String o = Optional.ofNullable(request.getParameter("phan")).orElse("");
        try {
            typed.create(composing, asker, dossier);
        } catch (Refusal refusal) {
            return again(asker, dossier, number, o, typed, refusal, locale);
        }
        String address = PlainAddresses.draft(new DossierId(dossier), number);
        return Pages.done(PlainAddresses.page(address, o), "luu");
    }

    private ModelAndView again(
            Person asker, UUID dossier, VersionNumber number, String o, Typed typed, Refusal refusal, Locale locale) {
        PlainDrafts.Seen seen = drafts.of(asker, dossier, number, locale);
        Part part = seen.part(o).orElseThrow(() -> refusal);
        Map<String, Object> page = content(seen, part, typed, locale);
        page.put("problem", texts.get(locale, "refusal." + refusal.code(), refusal.arguments()));
        page.put("here", PlainAddresses.page(seen.address(), part.key()));
        return Pages.refused("phan", page, HttpStatus.valueOf(refusal.kind().status()));
    }

    private static Map<String, Object> content(PlainDrafts.Seen seen, Part part, Typed typed, Locale locale) {
        int at = seen.parts().indexOf(part);
        Map<String, Object> page = new HashMap<>();
        page.put("seen", seen);
        page.put("part", part);
        page.put("lines", Line.of(part));
        page.put("said", seen.on(part));
        page.put("typed", typed);
        page.put("places", places(seen, part));
        boolean options = part.places().stream().anyMatch(place -> place.kind() == PlaceKind.ALTERNATIVE);
        page.put("options", options);
        page.put("kinds", kinds(options));
        page.put("sendable", seen.sendable().size());
        page.put("here", PlainAddresses.page(seen.address(), part.key()));
        page.put(
                "full",
                part.isGeneral() ? seen.full() + "#" + Addresses.WHOLE_DOSSIER : seen.full() + "#" + part.key());
        if (at > 0) {
            page.put("before", seen.parts().get(at - 1));
        }
        if (at + 1 < seen.parts().size()) {
            page.put("after", seen.parts().get(at + 1));
        }
        return page;
    }

    /** A place that can be chosen for an opinion. */
    record Choice(String value, String words) {}

    private static List<Choice> places(PlainDrafts.Seen seen, Part part) {
        PlaceWords words = new PlaceWords(seen.places());
        Stream<Choice> own = Stream.concat(part.places().stream(), part.divisions().stream())
                .map(place -> new Choice(place.id().toString(), words.of(place)));
        return part.isGeneral() ? List.of(new Choice(Addresses.WHOLE_DOSSIER, part.title())) : own.toList();
    }

    /** @param options whether one of several options can be chosen, which is to agree with it */
    static List<CommentKind> kinds(boolean options) {
        return Stream.of(CommentKind.values())
                .filter(kind -> options || kind != CommentKind.AGREE)
                .toList();
    }

    /** The place that the address names, else the first of the page. */
    private static String chosen(PlainDrafts.Seen seen, Part part, String anchor) {
        return Stream.concat(part.places().stream(), part.divisions().stream())
                .filter(place -> Part.anchor(place).equals(anchor))
                .findFirst()
                .or(() -> part.places().stream().findFirst())
                .filter(place -> !part.isGeneral())
                .map(place -> place.id().toString())
                .orElse(Addresses.WHOLE_DOSSIER);
    }
}
