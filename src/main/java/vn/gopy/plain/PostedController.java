package vn.gopy.plain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vn.gopy.round.posted.PostedEdition;
import vn.gopy.round.posted.PostedRound;
import vn.gopy.round.posted.PostedRounds;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Moments;

/** Pages for anybody, without sign-in: the drafts of a round that is held in public, and its public edition. */
@Controller
class PostedController {

    private final PostedRounds rounds;
    private final DraftParts parts;

    PostedController(PostedRounds rounds, DraftParts parts) {
        this.rounds = rounds;
        this.parts = parts;
    }

    @GetMapping(Addresses.POSTED + "/{round}")
    ModelAndView round(@PathVariable UUID round, Locale locale) {
        PostedRound posted = rounds.of(round);
        return page(posted, "", List.of(), List.of(), locale);
    }

    @GetMapping(Addresses.POSTED + "/{round}/{number}")
    ModelAndView draft(@PathVariable UUID round, @PathVariable int number, Locale locale) {
        PostedRounds.Text text = rounds.text(round, number);
        List<Shown> shown = parts.of(text.outline(), locale).stream()
                .filter(part -> !part.places().isEmpty())
                .map(part -> new Shown(part, Line.of(part)))
                .toList();
        return page(text.round(), text.draft().title(), shown, text.edition(), locale);
    }

    /** A piece of the draft as it is printed. */
    record Shown(Part part, List<Line> lines) {}

    private static ModelAndView page(
            PostedRound posted, String title, List<Shown> shown, List<PostedEdition.Row> edition, Locale locale) {
        return new ModelAndView(
                "don-gian/cong-khai",
                Map.of(
                        "posted",
                        posted,
                        "title",
                        title.isEmpty() ? posted.title() : title,
                        "base",
                        Addresses.posted(posted.id()),
                        "deadline",
                        Moments.deadline(posted.closes(), locale),
                        "shown",
                        shown,
                        "edition",
                        edition));
    }
}
