package vn.gopy.round.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.round.EarlierSaid;
import vn.gopy.round.Keeping;
import vn.gopy.round.RoundId;
import vn.gopy.round.inner.InnerAsk;
import vn.gopy.round.inner.InnerAsks;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Page;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.web.Versions;

/** What those who answer do before they answer: keep what was said before, and ask their own people. */
@RestController
@RequestMapping("/api/v1/rounds/{id}/replies/{unit}")
class InsideUnitController {

    /** Stands for a name that nobody has, which is refused once it is known that the asker may ask. */
    static final PersonId NOBODY = new PersonId(new UUID(0, 0));

    private final Askers askers;
    private final Keeping keeping;
    private final InnerAsks inner;
    private final People people;

    InsideUnitController(Askers askers, Keeping keeping, InnerAsks inner, People people) {
        this.askers = askers;
        this.keeping = keeping;
        this.inner = inner;
        this.people = people;
    }

    /** @param round title of the round before; absent with all else where nothing was said before */
    record EarlierJson(@Nullable String round, boolean announced, List<EarlierSaid.Said> items) {}

    /** What the same invitee said in the round before, and what became of it. */
    @GetMapping("/earlier")
    EarlierJson earlier(@PathVariable UUID id, @PathVariable String unit) {
        return keeping.of(askers.require(), new RoundId(id), unit)
                .map(earlier -> new EarlierJson(earlier.title(), earlier.announced(), earlier.said()))
                .orElseGet(() -> new EarlierJson(null, false, List.of()));
    }

    /** @param ids of what was said before; absent for all of it */
    record Kept(@Nullable List<UUID> ids) {}

    /** @param drafts on how many drafts more is said now */
    record Keeps(int drafts) {}

    /** Giữ nguyên ý kiến đã góp. */
    @PostMapping("/keep")
    Keeps keep(@PathVariable UUID id, @PathVariable String unit, @RequestBody(required = false) @Nullable Kept kept) {
        Person asker = askers.require();
        RoundId round = new RoundId(id);
        List<UUID> wanted = Optional.ofNullable(kept)
                .map(Kept::ids)
                .orElseGet(
                        () -> keeping.of(asker, round, unit).map(EarlierSaid.Earlier::said).orElse(List.of()).stream()
                                .map(EarlierSaid.Said::id)
                                .toList());
        return new Keeps(keeping.keep(asker, round, unit, wanted));
    }

    record AskJson(
            UUID id,
            int version,
            String name,
            String question,
            String askedBy,
            Instant askedAt,
            @Nullable String answer,
            @Nullable Instant answeredAt) {

        static AskJson of(InnerAsk ask) {
            return new AskJson(
                    ask.id(),
                    ask.version(),
                    ask.name(),
                    ask.question(),
                    ask.askedBy(),
                    ask.askedAt(),
                    ask.waits() ? null : ask.answer(),
                    ask.answeredAt().orElse(null));
        }
    }

    /** Who of the unit was asked, and what each has said. */
    @GetMapping("/asks")
    Page<AskJson> asks(@PathVariable UUID id, @PathVariable String unit) {
        return Page.whole(inner.of(askers.require(), new RoundId(id), unit).stream()
                .map(AskJson::of)
                .toList());
    }

    /** @param people user names */
    record Asked(
            @Nullable List<@Nullable String> people,
            @Nullable String question) {}

    /** @param asked how many are asked now who were not before */
    record Asks(int asked) {}

    /** Lấy ý kiến trong cơ quan. */
    @PostMapping("/asks")
    Asks ask(@PathVariable UUID id, @PathVariable String unit, @RequestBody Asked wanted) {
        List<PersonId> asked = Limits.list(Objects.requireNonNullElse(wanted.people(), List.of()), Limits.LIST).stream()
                .map(name -> people.byUsername(Objects.requireNonNullElse(name, ""))
                        .map(Person::id)
                        .orElse(NOBODY))
                .toList();
        String question = Objects.requireNonNullElse(wanted.question(), "");
        return new Asks(inner.ask(askers.require(), new RoundId(id), unit, asked, question));
    }

    record Said(@Nullable String answer, @Nullable Integer version) {}

    /** What the one who is asked says; again as long as the round is not locked. */
    @PutMapping("/asks/{ask}")
    ResponseEntity<AskJson> answer(
            @PathVariable UUID id,
            @PathVariable String unit,
            @PathVariable UUID ask,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Said said) {
        Person asker = askers.require();
        RoundId round = new RoundId(id);
        InnerAsk asked = inner.of(asker, round, unit).stream()
                .filter(one -> one.id().equals(ask))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        int seen = Versions.optional(ifMatch, said.version()).orElse(asked.version());
        InnerAsk answered = inner.answer(asker, round, ask, Objects.requireNonNullElse(said.answer(), ""), seen);
        return ResponseEntity.ok().eTag(Versions.tag(answered.version())).body(AskJson.of(answered));
    }
}
