package vn.gopy.plain;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.UploadedFile;
import vn.gopy.opinion.Attachments;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.Composing;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Texts;

/**
 * Files of an own opinion on plain pages. They have a page and a form of their own: a form with a file is read only for
 * whoever is signed in, and words typed beside it would not outlast the session.
 */
@Controller
class PlainFileController {

    private static final String PAGE = PlainAddresses.COMMENT + "/tep";

    private final Askers askers;
    private final Composing composing;
    private final Attachments attachments;
    private final Drafts drafts;
    private final OwnPlaces places;
    private final Texts texts;

    PlainFileController(
            Askers askers, Composing composing, Attachments attachments, Drafts drafts, OwnPlaces places, Texts texts) {
        this.askers = askers;
        this.composing = composing;
        this.attachments = attachments;
        this.drafts = drafts;
        this.places = places;
        this.texts = texts;
    }

    @GetMapping(PAGE)
    ModelAndView files(@PathVariable UUID id) {
        Person asker = askers.require();
        return Pages.page("tep", content(asker, composing.editable(asker, new CommentId(id))));
    }

    /** Adds the chosen files one after the other; the first that is refused is named, and what came before it stays. */
    @PostMapping(PAGE)
    ModelAndView add(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable List<MultipartFile> file, Locale locale)
            throws IOException {
        Person asker = askers.require();
        Comment comment = composing.editable(asker, new CommentId(id));
        // Where nothing was chosen a browser sends one file without a name.
        List<MultipartFile> chosen = Objects.requireNonNullElse(file, List.<MultipartFile>of()).stream()
                .filter(one -> !Objects.requireNonNullElse(one.getOriginalFilename(), "")
                        .isBlank())
                .toList();
        if (chosen.isEmpty()) {
            return refused(asker, comment, texts.get(locale, "plain.files.none"), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        for (MultipartFile one : chosen) {
            String name = Objects.requireNonNullElse(one.getOriginalFilename(), "");
            try {
                attachments.attach(asker, comment.id(), new UploadedFile(name, one.getBytes(), ""));
            } catch (Refusal refusal) {
                String reason = texts.get(locale, "refusal." + refusal.code(), refusal.arguments());
                String words = texts.get(locale, "plain.files.refused", name, reason);
                return refused(
                        asker, comment, words, HttpStatus.valueOf(refusal.kind().status()));
            }
        }
        return Pages.done(address(id), "tep");
    }

    @PostMapping(PAGE + "/{file}/go")
    ModelAndView remove(@PathVariable UUID id, @PathVariable UUID file) {
        attachments.detach(askers.require(), new CommentId(id), file);
        return Pages.done(address(id), "go");
    }

    private static String address(UUID id) {
        return PlainAddresses.comment(new CommentId(id)) + "/tep";
    }

    private ModelAndView refused(Person asker, Comment comment, String words, HttpStatus status) {
        Map<String, Object> content = content(asker, comment);
        content.put("problem", words);
        content.put("here", address(comment.id().value()));
        return Pages.refused("tep", content, status);
    }

    private Map<String, Object> content(Person asker, Comment comment) {
        Map<String, Object> content = new HashMap<>();
        content.put("id", comment.id());
        content.put("words", comment.text());
        content.put("back", places.address(asker, comment));
        content.put("files", FileLine.of(comment.id(), comment.files()));
        content.put("most", Figures.two(Attachments.MOST));
        content.put("largest", drafts.largestFile());
        content.put("enough", comment.files().size() >= Attachments.MOST);
        return content;
    }
}
