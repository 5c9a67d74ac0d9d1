package vn.gopy.draft.live;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.UnitId;
import vn.gopy.shared.SqlParameters;

/**
 * Asks a rule of access for many people in one query: the very same SQL, with a row of people in the place
 * of the one asker's parameters.
 */
@Component
public class ManyReaders {

    /** The people, as a table {@code a}. */
    public static final String TABLE = """
            jsonb_to_recordset(:people::jsonb) AS a(asker uuid, reads_content boolean, helps boolean, secretariat boolean, leads boolean,
                                                    chair boolean, in_group boolean, units uuid[], heads uuid[])""";

    private static final Map<String, String> COLUMNS = Map.of(
            "asker", "a.asker",
            "readsContent", "a.reads_content",
            "helps", "a.helps",
            "secretariat", "a.secretariat",
            "leads", "a.leads",
            "chair", "a.chair",
            "inGroup", "a.in_group",
            "units", "a.units",
            "heads", "a.heads");

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):(\\w+)");

    private final JsonMapper json;

    ManyReaders(JsonMapper json) {
        this.json = json;
    }

    /** The rule for each row of the table. */
    public static String each(String rule) {
        return PARAMETER
                .matcher(rule)
                .replaceAll(found -> Matcher.quoteReplacement(COLUMNS.getOrDefault(found.group(1), found.group())));
    }

    private record Row(
            UUID asker,
            boolean reads_content,
            boolean helps,
            boolean secretariat,
            boolean leads,
            boolean chair,
            boolean in_group,
            List<UUID> units,
            List<UUID> heads) {

        static Row of(Person person) {
            return new Row(
                    person.id().value(),
                    person.readsContent(),
                    !person.readsContent(),
                    person.is(Role.SECRETARIAT),
                    person.is(Role.SECRETARIAT) || person.is(Role.CHAIR),
                    person.is(Role.CHAIR),
                    person.inGroup(),
                    person.units().stream().map(UnitId::value).toList(),
                    person.headed().stream().map(UnitId::value).toList());
        }
    }

    /** The people as the rows of {@link #TABLE}, and the moment of asking. */
    public SqlParameters parameters(Collection<Person> people, Instant now) {
        return SqlParameters.of("now", now)
                .and(
                        "people",
                        json.writeValueAsString(people.stream().map(Row::of).toList()));
    }
}
