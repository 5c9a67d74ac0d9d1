package vn.gopy.plain;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.CommentState;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.Sending;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Texts;
import vn.gopy.shared.VersionNumber;

/** Own opinions on plain pages: changed and deleted until they are sent, looked through and sent together. */
@Controller
class PlainOpinionController {

    private final Askers askers;
    private final PlainDrafts page;
    private final OwnPlaces places;
    private final Composing composing;
    private final Sending sending;
    private final KeptForms kept;
    private final Texts texts;

    PlainOpinionController(
            Askers askers,
            PlainDrafts page,
            OwnPlaces places,
            Composing composing,
            Sending sending,
            KeptForms kept,
            Texts texts) {
        this.askers = askers;
        this.page = page;
        this.places = places;
        this.composing = composing;
        this.sending = sending;
        this.kept = kept;
        this.texts = texts;
    }

    @GetMapping(PlainAddresses.COMMENT + "/sua")
    ModelAndView edit(@PathVariable UUID id, HttpServletRequest request) {
        Person asker = askers.require();
        Comment comment = composing.editable(asker, new CommentId(id));
        String here = PlainAddresses.comment(comment.id()) + "/sua";
        Typed typed = kept.find(request, asker)
                .filter(form -> form.page().equals(here))
                .map(KeptForms.Kept::typed)
                .orElseGet(() -> Typed.of(comment));
        return Pages.page("sua", content(asker, comment, typed));
    }

    @PostMapping(PlainAddresses.COMMENT + "/sua")
    ModelAndView change(@PathVariable UUID id, HttpServletRequest request, Locale locale) {
        Person asker = askers.require();
        Typed typed = Typed.of(request);
        CommentId comment = new CommentId(id);
        String back = places.address(asker, composing.editable(asker, comment));
        try {
            composing.edit(asker, comment, typed.seenVersion(), typed.chosenKind(), typed.text(), typed.proposal());
        } catch (Refusal refusal) {
            return again(asker, composing.editable(asker, comment), typed, refusal, locale);
        }
        return Pages.done(back, "sua");
    }

    /** What was typed stays; where another has changed it meanwhile, that stands beside it and can be written over. */
    private ModelAndView again(Person asker, Comment now, Typed typed, Refusal refusal, Locale locale) {
        boolean stale = refusal.kind() == Refusal.Kind.STALE;
        Typed next = stale ? typed.seeing(now.version()) : typed;
        Map<String, Object> content = content(asker, now, next);
        content.put(
                "problem",
                stale
                        ? texts.get(locale, "plain.stale")
                        : texts.get(locale, "refusal." + refusal.code(), refusal.arguments()));
        if (stale) {
            content.put("now", Typed.of(now));
        }
        content.put("here", PlainAddresses.comment(now.id()) + "/sua");
        return Pages.refused("sua", content, HttpStatus.valueOf(refusal.kind().status()));
    }

    private Map<String, Object> content(Person asker, Comment comment, Typed typed) {
        Map<String, Object> content = new HashMap<>();
        content.put("id", comment.id());
        content.put("typed", typed);
        content.put("kinds", PlainDraftController.kinds(comment.kind() == CommentKind.AGREE));
        content.put("back", places.address(asker, comment));
        content.put("where", comment.quote() == null ? "" : comment.quote());
        content.put("mine", comment.author().id().equals(asker.id()));
        return content;
    }

    @PostMapping(PlainAddresses.COMMENT + "/xoa")
    ModelAndView delete(@PathVariable UUID id, @RequestParam int ban) {
        Person asker = askers.require();
        Comment comment = composing.deletable(asker, new CommentId(id));
        String back = places.address(asker, comment);
        composing.delete(asker, comment.id(), ban);
        return Pages.done(back, "xoa");
    }

    @GetMapping(PlainAddresses.DRAFT + "/gui")
    ModelAndView review(@PathVariable UUID dossier, @PathVariable VersionNumber number, Locale locale) {
        PlainDrafts.Seen seen = page.of(askers.require(), dossier, number, locale);
        List<Said> sendable = seen.sendable();
        Map<String, Object> content = new HashMap<>();
        content.put("seen", seen);
        content.put("said", sendable);
        content.put("toHead", !sendable.isEmpty() && sendable.stream().allMatch(Said::goesToHead));
        content.put("full", seen.full());
        return Pages.page("gui", content);
    }

    @PostMapping(PlainAddresses.DRAFT + "/gui")
    ModelAndView send(
            @PathVariable UUID dossier,
            @PathVariable VersionNumber number,
            @RequestParam(defaultValue = "") List<UUID> yKien) {
        Person asker = askers.require();
        String address = PlainAddresses.draft(new DossierId(dossier), number);
        List<Comment> sent =
                sending.send(asker, yKien.stream().map(CommentId::new).toList());
        if (sent.isEmpty()) {
            return Pages.to(address + "/gui");
        }
        boolean toHead = sent.stream().allMatch(one -> one.state() == CommentState.UNIT_DRAFT);
        return Pages.done(address + "?n=" + sent.size(), toHead ? "nhap" : "gui");
    }
}
