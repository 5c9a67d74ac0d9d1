package vn.gopy.roster;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.NewPerson;
import vn.gopy.account.Role;
import vn.gopy.account.UnitEntry;
import vn.gopy.account.UnitKind;
import vn.gopy.account.UnitRole;
import vn.gopy.document.SheetReader;
import vn.gopy.roster.RosterPlan.Column;
import vn.gopy.roster.RosterPlan.Entry;
import vn.gopy.roster.RosterPlan.NewUnit;
import vn.gopy.roster.RosterPlan.Reason;
import vn.gopy.shared.Refusal;

/** Reads the rows of a sheet as people or units; what a row says in words that nobody knows is a reason, not a guess. */
final class RosterRows {

    /** A title and a line or two may stand above the head. */
    private static final int HEAD_AMONG = 10;

    private static final LocalDate EXCEL_BEGINS = LocalDate.of(1899, 12, 30);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private static final Map<String, Role> ROLES = Map.of(
            "to giup viec", Role.SECRETARIAT,
            "co quan thuong truc", Role.SECRETARIAT,
            "lanh dao ban", Role.CHAIR,
            "lanh dao ban chi dao", Role.CHAIR,
            "thanh vien", Role.MEMBER,
            "thanh vien ban chi dao", Role.MEMBER,
            "to tu van", Role.ADVISER,
            "chuyen gia", Role.ADVISER);

    private static final Map<String, UnitRole> UNIT_ROLES = Map.of(
            "", UnitRole.STAFF,
            "chuyen vien", UnitRole.STAFF,
            "lanh dao", UnitRole.HEAD,
            "lanh dao co quan", UnitRole.HEAD,
            "van thu", UnitRole.CLERK);

    private static final Map<String, UnitKind> KINDS = Map.of(
            "", UnitKind.OTHER,
            "khac", UnitKind.OTHER,
            "co quan cua tinh uy", UnitKind.PARTY,
            "so ban nganh", UnitKind.DEPARTMENT,
            "xa phuong", UnitKind.COMMUNE,
            "mat tran to quoc doan the", UnitKind.FRONT,
            "cong an quan doi", UnitKind.ARMED_FORCES);

    private final List<UnitEntry> units;
    private final LocalDate today;
    private final Map<RosterField, Integer> places = new EnumMap<>(RosterField.class);
    private final List<Column> columns = new ArrayList<>();

    RosterRows(List<UnitEntry> units, LocalDate today) {
        this.units = units;
        this.today = today;
    }

    /** @throws Refusal SHEET_HEADINGS when no row is a head, SHEET_EMPTY when nothing stands below it */
    RosterPlan plan(List<SheetReader.Row> rows) {
        int head = 0;
        while (head < Math.min(rows.size(), HEAD_AMONG)
                && !isHead(rows.get(head).cells())) {
            head++;
        }
        if (!places.containsKey(RosterField.NAME) && !places.containsKey(RosterField.UNIT_NAME)) {
            throw Refusal.unprocessable("SHEET_HEADINGS");
        }
        boolean people = places.containsKey(RosterField.NAME);
        List<Entry> entries = rows.subList(head + 1, rows.size()).stream()
                .map(row -> people ? person(row) : unit(row))
                .toList();
        if (entries.isEmpty()) {
            throw Refusal.unprocessable("SHEET_EMPTY");
        }
        return new RosterPlan(people, List.copyOf(columns), entries);
    }

    private boolean isHead(List<String> cells) {
        places.clear();
        columns.clear();
        for (int at = 0; at < cells.size(); at++) {
            Optional<RosterField> field = RosterField.of(cells.get(at));
            if (!cells.get(at).isBlank()) {
                boolean first = field.isPresent() && !places.containsKey(field.get());
                columns.add(new Column(cells.get(at), first ? field.get() : null));
                if (first) {
                    places.put(field.get(), at);
                }
            }
        }
        boolean found = places.containsKey(RosterField.NAME)
                || places.containsKey(RosterField.UNIT_NAME) && places.containsKey(RosterField.CODE);
        if (!found) {
            places.clear();
        }
        return found;
    }

    private String cell(SheetReader.Row row, RosterField field) {
        Integer at = places.get(field);
        return at == null || at >= row.cells().size() ? "" : row.cells().get(at).strip();
    }

    private Entry person(SheetReader.Row row) {
        List<String> shown = List.of(
                cell(row, RosterField.NAME),
                cell(row, RosterField.POST),
                cell(row, RosterField.UNIT),
                cell(row, RosterField.USERNAME));
        try {
            return new Entry(row.number(), shown, Optional.empty(), readPerson(row), null);
        } catch (Refusal wrong) {
            return new Entry(row.number(), shown, Optional.of(reason(wrong)), null, null);
        }
    }

    private NewPerson readPerson(SheetReader.Row row) {
        if (cell(row, RosterField.NAME).isBlank()) {
            throw Refusal.unprocessable("NAME_MISSING");
        }
        if (cell(row, RosterField.POST).isBlank()) {
            throw Refusal.unprocessable("POST_MISSING");
        }
        String username = cell(row, RosterField.USERNAME);
        return new NewPerson(
                username.isBlank() ? null : username,
                null,
                cell(row, RosterField.NAME),
                cell(row, RosterField.SALUTATION),
                cell(row, RosterField.POST),
                roles(cell(row, RosterField.ROLES)),
                places(row));
    }

    private static Set<Role> roles(String words) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : words.split("[;,]")) {
            if (!word.isBlank()) {
                roles.add(known(ROLES, word, "ROLE_UNKNOWN"));
            }
        }
        return roles;
    }

    private List<NewPerson.NewMembership> places(SheetReader.Row row) {
        String name = cell(row, RosterField.UNIT);
        if (name.isBlank() || name.equals("–") || name.equals("-")) {
            return List.of();
        }
        return List.of(new NewPerson.NewMembership(
                unitCode(name),
                known(UNIT_ROLES, cell(row, RosterField.UNIT_ROLE), "UNIT_ROLE_UNKNOWN"),
                cell(row, RosterField.POST),
                day(cell(row, RosterField.FROM))));
    }

    private String unitCode(String wanted) {
        String plain = RosterField.plain(wanted);
        UnitEntry found = one(entry -> RosterField.plain(entry.unit().code()).equals(plain))
                .or(() -> one(entry -> RosterField.plain(entry.unit().name()).equals(plain)))
                .or(() -> one(entry ->
                        entry.formerNames().stream().map(RosterField::plain).anyMatch(plain::equals)))
                .orElseThrow(() -> Refusal.unprocessable("UNIT_NAME_UNKNOWN", wanted));
        if (found.successor() != null) {
            throw Refusal.conflict("UNIT_MERGED", found.unit().name(), found.successor());
        }
        return found.unit().code();
    }

    private Optional<UnitEntry> one(Predicate<UnitEntry> which) {
        List<UnitEntry> found = units.stream().filter(which).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private LocalDate day(String words) {
        if (words.isBlank()) {
            return today;
        }
        try {
            return words.matches("\\d{5}(\\.0+)?")
                    ? EXCEL_BEGINS.plusDays((long) Double.parseDouble(words))
                    : LocalDate.parse(words, DAY);
        } catch (DateTimeParseException unread) {
            throw Refusal.unprocessable("DAY_UNREAD", words);
        }
    }

    private Entry unit(SheetReader.Row row) {
        String code = cell(row, RosterField.CODE);
        String name = cell(row, RosterField.UNIT_NAME);
        String kind = cell(row, RosterField.KIND);
        List<String> shown = List.of(name, code, kind);
        try {
            NewUnit unit = new NewUnit(code, name, known(KINDS, kind, "KIND_UNKNOWN"));
            return new Entry(row.number(), shown, Optional.empty(), null, unit);
        } catch (Refusal wrong) {
            return new Entry(row.number(), shown, Optional.of(reason(wrong)), null, null);
        }
    }

    private static <T> T known(Map<String, T> words, String word, String refusal) {
        @Nullable T found = words.get(RosterField.plain(word));
        if (found == null) {
            throw Refusal.unprocessable(refusal, word);
        }
        return found;
    }

    static Reason reason(Refusal wrong) {
        return new Reason(wrong.code(), List.of(wrong.arguments()));
    }
}
