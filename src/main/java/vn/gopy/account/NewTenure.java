package vn.gopy.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/**
 * A post that somebody is to hold in a unit.
 *
 * @param from the first day
 * @param to the first day on which it is held no more; null for no end
 */
public record NewTenure(
        String unitCode,
        UnitRole role,
        String post,
        LocalDate from,
        @Nullable LocalDate to) {

    NewTenure passed() {
        Limits.day(from);
        if (to != null && !Limits.day(to).isAfter(from)) {
            throw Refusal.unprocessable("DAYS_TURNED").with("field", "to");
        }
        return new NewTenure(unitCode, role, Refusal.at("post", () -> TextGate.NAME.pass(post)), from, to);
    }
}
