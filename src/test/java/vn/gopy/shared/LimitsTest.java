package vn.gopy.shared;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;

/** The table of limits and the constraints of the columns are one. */
@IntegrationTest
class LimitsTest {

    private static final Pattern BOUND = Pattern.compile("char_length\\((\\w+)\\) <= (\\d+)");

    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            entry("unit.code", Limits.NUMBER),
            entry("unit.name", Limits.NAME),
            entry("person.username", Limits.NAME),
            entry("person.name", Limits.NAME),
            entry("person.salutation", Limits.NAME),
            entry("person.post", Limits.NAME),
            entry("person.email", Limits.ADDRESS),
            entry("unit_membership.post", Limits.NAME),
            entry("dossier.title", Limits.TITLE),
            entry("dossier.kind", Limits.NUMBER),
            entry("dossier.summary", Limits.TEXT),
            entry("series.title", Limits.TITLE),
            entry("draft_version.label", Limits.NAME),
            entry("draft_version.file_name", Limits.NAME),
            entry("returned_file.file_name", Limits.NAME),
            entry("round.title", Limits.TITLE),
            entry("round.legal_basis", Limits.TEXT),
            entry("round.silence_text", Limits.TEXT),
            entry("round.letter_number", Limits.NUMBER),
            entry("round_question.text", Limits.TEXT),
            entry("reply.note", Limits.TEXT),
            entry("letter.number", Limits.NUMBER),
            entry("reply_step.remark", Limits.TEXT),
            entry("comment.text", Limits.TEXT),
            entry("comment.quote", Limits.TEXT),
            entry("comment.prefix", Limits.CONTEXT),
            entry("comment.suffix", Limits.CONTEXT),
            entry("comment.replacement", Limits.TEXT),
            entry("issue_group.title", Limits.TITLE),
            entry("issue_group.answer", Limits.TEXT),
            entry("point.text", Limits.TEXT),
            entry("point.replacement", Limits.TEXT),
            entry("point.applied_text", Limits.TEXT),
            entry("point_source.ref", Limits.NAME),
            entry("saved_search.name", Limits.NAME),
            entry("saved_search.words", Limits.QUESTION),
            entry("recent_search.words", Limits.QUESTION));

    @Autowired
    JdbcClient sql;

    @Test
    void everyLengthOfTheTableIsTheBoundOfItsColumn() {
        Map<String, Integer> bounds = sql
                .sql("""
                SELECT conrelid::regclass::text AS of, pg_get_constraintdef(oid) AS rule FROM pg_constraint
                WHERE contype = 'c' AND conname LIKE '%\\_length'
                """)
                .query((row, n) -> {
                    Matcher rule = BOUND.matcher(row.getString("rule"));
                    assertThat(rule.find()).as(row.getString("rule")).isTrue();
                    return entry(row.getString("of") + "." + rule.group(1), Integer.valueOf(rule.group(2)));
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(bounds).containsAllEntriesOf(LENGTHS);
    }

    /** Both count Unicode characters: a text that passes the gate fits its column to the last one. */
    @Test
    void theDatabaseCountsAsTheGateDoes() {
        for (TextGate gate : TextGate.values()) {
            String full = "𝒜".repeat(gate.most());

            assertThat(sql.sql("SELECT char_length(:text)")
                            .param("text", gate.pass(full))
                            .query(Integer.class)
                            .single())
                    .as("%s", gate)
                    .isEqualTo(gate.most());
        }
    }

    @Test
    void aListNamesSomethingAtEveryPlaceAndIsNotTooLong() {
        List<String> full = Collections.nCopies(3, "a");

        assertThat(Limits.list(full, 3)).isSameAs(full);
        assertThat(Refused.by(() -> Limits.list(full, 2))).isEqualTo("422 TOO_MANY");
        assertThat(Refused.by(() -> Limits.list(Arrays.asList("a", null), 3))).isEqualTo("400 MALFORMED");
    }

    @Test
    void aMomentLiesInATimeThatOfficesLiveIn() {
        for (Instant moment : List.of(
                Instant.MIN,
                Instant.MAX,
                Instant.parse("1899-12-31T23:59:59Z"),
                Instant.parse("2200-01-01T00:00:00Z"))) {
            assertThat(Refused.by(() -> Limits.moment(moment))).isEqualTo("400 MALFORMED");
        }
        for (LocalDate day : List.of(LocalDate.MIN, LocalDate.MAX, Limits.LATEST)) {
            assertThat(Refused.by(() -> Limits.day(day))).isEqualTo("400 MALFORMED");
        }
        assertThat(Limits.moment(Instant.parse("2026-11-29T10:00:00Z"))).isNotNull();
        assertThat(Limits.day(Limits.EARLIEST)).isNotNull();
    }
}
