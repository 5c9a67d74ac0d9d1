package vn.gopy.opinion.api;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.EarlierWording;
import vn.gopy.opinion.Mentions;
import vn.gopy.opinion.Wordings;
import vn.gopy.shared.Texts;

/** What belongs to the words of an opinion: what they were before, and whom they may name. */
@RestController
class WordsController {

    private final Askers askers;
    private final Wordings wordings;
    private final Mentions mentions;
    private final Texts texts;

    WordsController(Askers askers, Wordings wordings, Mentions mentions, Texts texts) {
        this.askers = askers;
        this.wordings = wordings;
        this.mentions = mentions;
        this.texts = texts;
    }

    /**
     * @param until when other words took the place of these
     * @param changedBy who changed them
     */
    record Earlier(
            CommentKind kind,
            String kindLabel,
            String text,
            @Nullable String replacement,
            String until,
            String changedBy,
            String changedByPost) {}

    record Wording(List<Earlier> items, int total) {}

    /** What the opinion or answer said before, newest first, as far as the asker could read it. */
    @GetMapping({"/api/v1/comments/{id}/wordings", "/app-api/comments/{id}/wordings"})
    Wording wordings(@PathVariable UUID id, Locale locale) {
        List<Earlier> items = wordings.of(askers.require(), new CommentId(id)).stream()
                .map(one -> earlier(one, locale))
                .toList();
        return new Wording(items, items.size());
    }

    private Earlier earlier(EarlierWording one, Locale locale) {
        return new Earlier(
                one.kind(),
                texts.get(locale, "comment.kind." + one.kind()),
                one.text(),
                one.replacement(),
                one.until().toString(),
                one.name(),
                one.post());
    }

    record Names(List<Mentions.Named> items) {}

    /** Who may be named in what the asker writes on the version: for oneself, or for the unit with that code. */
    @GetMapping("/app-api/versions/{id}/named")
    Names onVersion(@PathVariable UUID id, @RequestParam(required = false) @Nullable String unit) {
        return new Names(mentions.onVersion(askers.require(), new VersionId(id), unit));
    }

    /** Who may be named in an answer to the opinion, and where its own words are changed. */
    @GetMapping("/app-api/comments/{id}/named")
    Names inThread(@PathVariable UUID id) {
        return new Names(mentions.inThread(askers.require(), new CommentId(id)));
    }
}
