package vn.gopy.plain;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.gopy.account.Membership;
import vn.gopy.account.Person;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.PlaceWords;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.opinion.CommentState;
import vn.gopy.opinion.api.ThreadJson;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Texts;

/** Puts threads into the words of plain pages; what the asker may see of them was decided before. */
@Component
class Opinions {

    private final Texts texts;

    Opinions(Texts texts) {
        this.texts = texts;
    }

    /** The threads in their order. */
    List<Said> of(Person asker, List<ThreadJson> threads, List<PlacedProvision> places, Locale locale) {
        PlaceWords words = new PlaceWords(places);
        return threads.stream()
                .map(thread -> said(asker, thread, words, locale))
                .toList();
    }

    private Said said(Person asker, ThreadJson one, PlaceWords words, Locale locale) {
        Optional<Membership> own = Optional.ofNullable(one.unit())
                .flatMap(asker::membership)
                .filter(unit -> unit.role() != UnitRole.CLERK);
        boolean heads = own.filter(unit -> unit.role() == UnitRole.HEAD).isPresent();
        boolean unsent = one.state() == CommentState.UNSENT && one.mine();
        Optional<PlacedProvision> place = Optional.ofNullable(one.provisionId()).flatMap(words::place);
        return new Said(
                one.id().value(),
                one.version(),
                Objects.requireNonNullElse(one.unitName(), one.authorName()),
                one.unit() != null && asker.membership(one.unit()).isPresent() ? one.authorName() : "",
                one.kindLabel(),
                one.text(),
                one.quote(),
                one.replacement(),
                one.state().name(),
                texts.get(locale, "plain.state." + one.state()),
                Moments.shortly(Instant.parse(Objects.requireNonNullElse(one.sentAt(), one.createdAt()))),
                place.map(words::of).orElseGet(() -> texts.get(locale, "plain.general")),
                place.map(Part::anchor).orElse(null),
                origin(one, locale),
                one.late(),
                FileLine.of(one.id(), one.files()),
                one.canEdit(),
                own.isPresent() && !heads,
                unsent || (one.state() == CommentState.UNIT_DRAFT && heads),
                one.replies().stream()
                        .map(reply -> said(asker, reply, words, locale))
                        .toList());
    }

    private String origin(ThreadJson one, Locale locale) {
        ThreadJson.Origin from = one.from();
        return from == null
                ? ""
                : texts.get(locale, "plain.origin", from.ordinal(), from.place()) + " "
                        + texts.get(locale, "plain.anchor." + one.anchor());
    }
}
