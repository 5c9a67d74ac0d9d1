package vn.gopy.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Units;
import vn.gopy.document.SheetReader;
import vn.gopy.paper.ExcelFile;
import vn.gopy.roster.RosterPlan.Entry;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;

/**
 * Takes in lists of people or units. A list is first looked through: every row is registered as it would be, by the very
 * rules, in a transaction that is then undone, so that whatever will be refused is known before anything is kept. Only an
 * administrator may, nobody becomes an administrator by a list, and nobody gets a password by one.
 */
@Service
public class Roster {

    private final SheetReader sheets;
    private final People people;
    private final Units units;
    private final Clock clock;
    private final TransactionTemplate whole;
    private final TransactionTemplate one;

    Roster(SheetReader sheets, People people, Units units, Clock clock, PlatformTransactionManager transactions) {
        this.sheets = sheets;
        this.people = people;
        this.units = units;
        this.clock = clock;
        this.whole = new TransactionTemplate(transactions);
        this.one = new TransactionTemplate(transactions);
        one.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Looks through a list; keeps nothing.
     *
     * @throws Refusal what {@link SheetReader#read} refuses, SHEET_HEADINGS, SHEET_EMPTY, TOO_MANY
     */
    public RosterPlan read(Person asker, byte[] content) {
        administrator(asker);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Moments.ZONE);
        RosterPlan plan = new RosterRows(units.entries(asker), today).plan(sheets.read(content));
        Limits.list(plan.entries(), Limits.LIST);
        return tried(asker, plan);
    }

    private RosterPlan tried(Person asker, RosterPlan plan) {
        List<Entry> entries = Objects.requireNonNull(whole.execute(undone -> {
            List<Entry> tried = new ArrayList<>();
            for (Entry entry : plan.entries()) {
                tried.add(entry.reason().isPresent() ? entry : tried(asker, entry));
            }
            undone.setRollbackOnly();
            return tried;
        }));
        return new RosterPlan(plan.people(), plan.columns(), List.copyOf(entries));
    }

    private Entry tried(Person asker, Entry entry) {
        try {
            one.executeWithoutResult(row -> take(asker, entry));
            return entry;
        } catch (Refusal wrong) {
            return entry.because(RosterRows.reason(wrong));
        }
    }

    private void take(Person asker, Entry entry) {
        if (entry.person() != null) {
            people.register(asker, entry.person());
        } else {
            RosterPlan.NewUnit unit = Objects.requireNonNull(entry.unit());
            units.register(asker, unit.code(), unit.name(), unit.kind());
        }
    }

    /**
     * Takes in all rows of the plan that are right, at once. When one of them is no longer right, none is taken in.
     *
     * @return empty when it is done; else the plan looked through anew
     */
    public Optional<RosterPlan> take(Person asker, RosterPlan plan) {
        administrator(asker);
        try {
            whole.executeWithoutResult(all -> plan.right().forEach(entry -> take(asker, entry)));
            return Optional.empty();
        } catch (Refusal meanwhile) {
            return Optional.of(tried(asker, plan));
        }
    }

    /** An empty list of people or units to fill in, with a row that shows how. */
    public byte[] template(boolean ofPeople) {
        ExcelFile file = new ExcelFile(ofPeople ? "Người dùng" : "Cơ quan");
        List<RosterField> fields = ofPeople
                ? List.of(
                        RosterField.NAME,
                        RosterField.SALUTATION,
                        RosterField.POST,
                        RosterField.UNIT,
                        RosterField.UNIT_ROLE,
                        RosterField.ROLES,
                        RosterField.USERNAME,
                        RosterField.FROM)
                : List.of(RosterField.UNIT_NAME, RosterField.CODE, RosterField.KIND);
        file.heading(fields.stream().map(RosterField::heading).toList());
        file.row(
                ofPeople
                        ? List.of(
                                "Nguyễn Văn A",
                                "Đ/c",
                                "Chuyên viên",
                                "STC",
                                "Chuyên viên",
                                "",
                                "sotaichinh.nva",
                                "01/03/2026")
                        : List.of("Sở Tài chính", "STC", "Sở, ban, ngành"));
        return file.toBytes(
                ofPeople ? "Danh sách người dùng" : "Danh sách cơ quan",
                LocalDate.ofInstant(clock.instant(), Moments.ZONE));
    }

    private static void administrator(Person asker) {
        if (!asker.is(Role.ADMINISTRATOR)) {
            throw Refusal.forbidden();
        }
    }
}
