package vn.gopy.plain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.Sending;
import vn.gopy.round.Consents;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Texts;
import vn.gopy.shared.VersionNumber;

/** Nhất trí on plain pages: what is not clear by itself is asked first, and what was said can be changed and taken back. */
@Controller
class PlainAnswerController {

    private static final String ANSWER = PlainAddresses.DRAFT + "/nhat-tri";

    private final Askers askers;
    private final PlainDrafts drafts;
    private final Consents consents;
    private final Replies replies;
    private final Sending sending;
    private final TransactionTemplate transaction;
    private final Texts texts;

    PlainAnswerController(
            Askers askers,
            PlainDrafts drafts,
            Consents consents,
            Replies replies,
            Sending sending,
            TransactionTemplate transaction,
            Texts texts) {
        this.askers = askers;
        this.drafts = drafts;
        this.consents = consents;
        this.replies = replies;
        this.sending = sending;
        this.transaction = transaction;
        this.texts = texts;
    }

    @GetMapping(ANSWER)
    ModelAndView ask(@PathVariable UUID dossier, @PathVariable VersionNumber number, Locale locale) {
        PlainDrafts.Seen seen = drafts.of(askers.require(), dossier, number, locale);
        invited(seen);
        return Pages.page("nhat-tri", content(seen));
    }

    /** The round that is answered; absent for who is not asked in it. */
    private static Round invited(PlainDrafts.Seen seen) {
        if (seen.standings().isEmpty()) {
            throw Refusal.notFound();
        }
        return seen.round().orElseThrow();
    }

    private static Map<String, Object> content(PlainDrafts.Seen seen) {
        List<Standing> open = seen.standings().stream().filter(Standing::open).toList();
        Set<UUID> unsent = new HashSet<>();
        open.forEach(one -> unsent.addAll(one.unsent()));
        Map<String, Object> content = new HashMap<>();
        content.put("seen", seen);
        content.put("open", open);
        content.put(
                "unsent",
                seen.said().stream().filter(one -> unsent.contains(one.id())).toList());
        content.put("positions", List.of(Position.values()));
        content.put("full", seen.full());
        return content;
    }

    /** Agrees with the whole draft; own opinions that are not sent yet go out before it where that is chosen. */
    @PostMapping(ANSWER)
    ModelAndView agree(
            @PathVariable UUID dossier,
            @PathVariable VersionNumber number,
            @RequestParam(defaultValue = "") List<String> cho,
            @RequestParam(defaultValue = "") String cung,
            Locale locale) {
        Person asker = askers.require();
        PlainDrafts.Seen seen = drafts.of(asker, dossier, number, locale);
        Round round = invited(seen);
        if (cho.isEmpty()) {
            return refused(seen, texts.get(locale, "plain.agree.forWhom"), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        List<CommentId> along = !cung.equals("gui")
                ? List.of()
                : seen.standings().stream()
                        .filter(one -> cho.contains(one.key()))
                        .flatMap(one -> one.unsent().stream())
                        .distinct()
                        .map(CommentId::new)
                        .toList();
        return press(seen, "nhat-tri", locale, () -> {
            if (!along.isEmpty()) {
                sending.send(asker, along);
            }
            consents.agree(asker, round.id(), cho, seen.version().id());
        });
    }

    /** Says another position, or takes the one on this draft back. */
    @PostMapping(ANSWER + "/doi")
    ModelAndView change(
            @PathVariable UUID dossier,
            @PathVariable VersionNumber number,
            @RequestParam String cho,
            @RequestParam(defaultValue = "0") int ban,
            @RequestParam(defaultValue = "") String yKien,
            Locale locale) {
        Person asker = askers.require();
        PlainDrafts.Seen seen = drafts.of(asker, dossier, number, locale);
        Round round = invited(seen);
        Position position = Arrays.stream(Position.values())
                .filter(one -> one.name().equals(yKien))
                .findFirst()
                .orElse(null);
        return press(
                seen,
                position == null ? "rut" : "doi",
                locale,
                () -> consents.change(asker, round.id(), cho, seen.version().id(), position, seen(ban)));
    }

    /** Lets the complete reply go. */
    @PostMapping(ANSWER + "/gui")
    ModelAndView send(
            @PathVariable UUID dossier,
            @PathVariable VersionNumber number,
            @RequestParam String cho,
            @RequestParam(defaultValue = "0") int ban,
            Locale locale) {
        PlainDrafts.Seen seen = drafts.of(askers.require(), dossier, number, locale);
        Round round = invited(seen);
        return press(seen, "tra-loi", locale, () -> replies.send(askers.require(), round.id(), cho, seen(ban)));
    }

    /** Hands the complete reply to the head. */
    @PostMapping(ANSWER + "/trinh")
    ModelAndView submit(
            @PathVariable UUID dossier,
            @PathVariable VersionNumber number,
            @RequestParam String cho,
            @RequestParam(defaultValue = "0") int ban,
            Locale locale) {
        PlainDrafts.Seen seen = drafts.of(askers.require(), dossier, number, locale);
        Round round = invited(seen);
        return press(seen, "trinh", locale, () -> replies.submit(askers.require(), round.id(), cho, seen(ban)));
    }

    private static OptionalInt seen(int version) {
        return version > 0 ? OptionalInt.of(version) : OptionalInt.empty();
    }

    /** All of the press or nothing; a refusal says why, over how it stands now. */
    private ModelAndView press(PlainDrafts.Seen seen, String done, Locale locale, Runnable deed) {
        try {
            transaction.executeWithoutResult(status -> deed.run());
        } catch (Refusal refusal) {
            PlainDrafts.Seen now = drafts.of(
                    askers.require(),
                    seen.dossier().id().value(),
                    seen.version().number(),
                    locale);
            String why = texts.get(locale, "refusal." + refusal.code(), refusal.arguments());
            return refused(now, why, HttpStatus.valueOf(refusal.kind().status()));
        }
        return Pages.done(seen.address() + "/nhat-tri", done);
    }

    private static ModelAndView refused(PlainDrafts.Seen seen, String why, HttpStatus status) {
        Map<String, Object> content = content(seen);
        content.put("problem", why);
        content.put("here", seen.address() + "/nhat-tri");
        return Pages.refused("nhat-tri", content, status);
    }
}
