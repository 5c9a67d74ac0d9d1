package vn.gopy.account.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.Delegations;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Tenure;
import vn.gopy.account.TenureId;
import vn.gopy.account.UnitId;
import vn.gopy.account.Units;
import vn.gopy.shared.Page;
import vn.gopy.shared.Refusal;

/** Ủy quyền: what a head lends of the unit, for all rounds or for one. */
@RestController
@RequestMapping("/api/v1")
class DelegationController {

    private final Askers askers;
    private final Delegations delegations;
    private final People people;
    private final Units units;

    DelegationController(Askers askers, Delegations delegations, People people, Units units) {
        this.askers = askers;
        this.delegations = delegations;
        this.people = people;
        this.units = units;
    }

    /**
     * @param to the first day on which it is lent no more
     * @param round for which alone it is lent; null for all
     * @param roundTitle null where the asker does not know of the round any more
     */
    record DelegationJson(
            TenureId id,
            String unit,
            String taker,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable UUID round,
            @Nullable String roundTitle) {

        static DelegationJson of(Tenure lent, Map<UUID, String> titles) {
            return new DelegationJson(
                    lent.id(),
                    lent.unitCode(),
                    lent.holderName(),
                    lent.from(),
                    lent.to(),
                    lent.round(),
                    lent.round() == null ? null : titles.get(lent.round()));
        }
    }

    @GetMapping("/me/delegations")
    Page<DelegationJson> list() {
        Person asker = askers.require();
        List<Tenure> lent = delegations.givenBy(asker);
        Map<UUID, String> titles = delegations.titles(asker, lent);
        return Page.whole(
                lent.stream().map(one -> DelegationJson.of(one, titles)).toList());
    }

    /** @param taker a user name */
    record DelegationRequest(
            @Nullable String taker,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable UUID round) {}

    @PostMapping("/units/{unit}/delegations")
    @ResponseStatus(HttpStatus.CREATED)
    DelegationJson give(@PathVariable String unit, @RequestBody DelegationRequest request) {
        Person asker = askers.require();
        UnitId lent = units.byCode(unit).orElseThrow(Refusal::notFound).id();
        if (!asker.headsInPerson(lent)) {
            throw Refusal.forbidden();
        }
        if (request.from() == null || request.to() == null) {
            throw Refusal.unprocessable("DELEGATION_DAYS").with("field", "to");
        }
        Person taker = Optional.ofNullable(request.taker())
                .flatMap(people::byUsername)
                .orElseThrow(() -> Refusal.unprocessable("DELEGATION_TAKER").with("field", "taker"));
        Tenure given = delegations.give(asker, lent, taker.id(), request.from(), request.to(), request.round());
        return DelegationJson.of(given, delegations.titles(asker, List.of(given)));
    }

    @DeleteMapping("/me/delegations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable UUID id) {
        delegations.takeBack(askers.require(), new TenureId(id));
    }
}
