package vn.gopy.round.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitId;
import vn.gopy.account.Units;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.round.route.ReplyRoute;
import vn.gopy.round.route.ReplyRoutes;
import vn.gopy.round.running.Contact;
import vn.gopy.round.running.Contacts;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Page;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.web.Versions;

/** Through whose hands replies go, and whom to call for them. */
@RestController
@RequestMapping("/api/v1")
class HandsController {

    private final Askers askers;
    private final Rounds rounds;
    private final Contacts contacts;
    private final ReplyRoutes routes;
    private final Units units;
    private final People people;

    HandsController(Askers askers, Rounds rounds, Contacts contacts, ReplyRoutes routes, Units units, People people) {
        this.askers = askers;
        this.rounds = rounds;
        this.contacts = contacts;
        this.routes = routes;
        this.units = units;
        this.people = people;
    }

    /** @param version as it was read; 0 or absent for a new one */
    record ContactJson(
            @Nullable String invitee,
            @Nullable String name,
            @Nullable String phone,
            @Nullable Integer version) {}

    /** Whom to call, of those who are asked; nothing for whoever does not run the round. */
    @GetMapping("/rounds/{id}/contacts")
    Page<ContactJson> contacts(@PathVariable UUID id) {
        Person asker = askers.require();
        RoundId round = new RoundId(id);
        Map<UUID, Contact> known = contacts.of(asker, round);
        return Page.whole(rounds.invitees(asker, round).stream()
                .flatMap(invitee -> Optional.ofNullable(known.get(invitee.who()))
                        .map(one -> new ContactJson(invitee.key(), one.name(), one.phone(), one.version()))
                        .stream())
                .toList());
    }

    /** Writes whom to call; it stays for later rounds. */
    @PutMapping("/rounds/{id}/replies/{unit}/contact")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void contact(
            @PathVariable UUID id,
            @PathVariable String unit,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ContactJson wanted) {
        contacts.put(
                askers.require(),
                new RoundId(id),
                unit,
                Objects.requireNonNullElse(wanted.name(), ""),
                Objects.requireNonNullElse(wanted.phone(), ""),
                Versions.optional(ifMatch, wanted.version()).orElse(0));
    }

    /** @param reviewers user names in the order of their turns; none: straight to the head */
    record RouteJson(
            @Nullable List<@Nullable String> reviewers,
            @Nullable Integer version) {}

    /** Who looks at a reply of the unit before its head, for its people. */
    @GetMapping("/units/{unit}/reply-route")
    ResponseEntity<RouteJson> route(@PathVariable String unit) {
        return tagged(routes.of(askers.require(), named(unit)));
    }

    /** Sets it; only the head may. */
    @PutMapping("/units/{unit}/reply-route")
    ResponseEntity<RouteJson> route(
            @PathVariable String unit,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody RouteJson wanted) {
        Person asker = askers.require();
        ReplyRoute seen = routes.of(asker, named(unit));
        List<PersonId> reviewers =
                Limits.list(Objects.requireNonNullElse(wanted.reviewers(), List.of()), Limits.LIST).stream()
                        .map(this::person)
                        .toList();
        int version = Versions.optional(ifMatch, wanted.version()).orElse(seen.version());
        return tagged(routes.set(asker, named(unit), new ReplyRoute(version, reviewers)));
    }

    private UnitId named(String code) {
        return units.byCode(code).map(Unit::id).orElseThrow(Refusal::notFound);
    }

    private PersonId person(@Nullable String username) {
        return people.byUsername(Objects.requireNonNullElse(username, ""))
                .map(Person::id)
                .orElse(InsideUnitController.NOBODY);
    }

    private ResponseEntity<RouteJson> tagged(ReplyRoute route) {
        Map<PersonId, String> names = new HashMap<>();
        people.among(route.reviewers())
                .forEach(person -> names.put(person.id(), Objects.requireNonNullElse(person.username(), "")));
        return ResponseEntity.ok()
                .eTag(Versions.tag(route.version()))
                .body(new RouteJson(route.reviewers().stream().map(names::get).toList(), route.version()));
    }
}
