package vn.gopy.account.api;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitKind;
import vn.gopy.account.UnitRole;
import vn.gopy.account.Units;
import vn.gopy.shared.Page;

@RestController
@RequestMapping("/api/v1")
class AccountController {

    private final Askers askers;
    private final Units units;

    AccountController(Askers askers, Units units) {
        this.askers = askers;
        this.units = units;
    }

    record Me(String username, String name, String post, List<MyUnit> units, Set<Role> roles) {}

    record MyUnit(String code, String name, UnitRole role) {}

    @GetMapping("/me")
    Me me() {
        Person person = askers.require();
        return new Me(
                String.valueOf(person.username()),
                person.displayName(),
                person.post(),
                person.memberships().stream()
                        .map(one -> new MyUnit(one.unitCode(), one.unitName(), one.role()))
                        .toList(),
                person.roles());
    }

    @GetMapping("/units")
    Page<Unit> units() {
        askers.require();
        return Page.whole(units.all());
    }

    record NewUnit(
            @Nullable String code,
            @Nullable String name,
            @Nullable UnitKind kind) {}

    @PostMapping("/units")
    @ResponseStatus(HttpStatus.CREATED)
    Unit register(@RequestBody NewUnit unit) {
        return units.register(
                askers.require(),
                Objects.requireNonNullElse(unit.code(), ""),
                Objects.requireNonNullElse(unit.name(), ""),
                Objects.requireNonNullElse(unit.kind(), UnitKind.OTHER));
    }
}
