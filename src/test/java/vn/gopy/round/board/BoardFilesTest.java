package vn.gopy.round.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.round.InviteeStanding;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;

/** The board as a file holds what the screen shows its reader, with sums that add up, and no formula. */
@IntegrationTest
class BoardFilesTest {

    private static final String FORMULA = "=HYPERLINK(\"http://a.b\",\"Sở\")";

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    BoardFiles files;

    private Person secretary;
    private Person chair;
    private Unit silent;
    private Unit objects;
    private Person head;
    private Round round;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        chair = committee.person(Role.CHAIR);
        silent = committee.unit();
        objects = committee.unit();
        Unit odd = committee.unit();
        committee.rename(odd, FORMULA);
        head = committee.in(objects, UnitRole.HEAD);
        VersionId draft = texts.published(secretary, committee.sealed(secretary));
        round = committee.round(draft).asking(silent, objects, odd).open(secretary);
        replies.putAll(head, round.id(), objects.code(), Position.OBJECT, "");
        replies.letter(head, round.id(), objects.code(), "12/SO", null);
        replies.send(head, round.id(), objects.code());
    }

    private List<List<String>> rows(Person asker, Optional<InviteeStanding> shown) {
        DataFormatter words = new DataFormatter();
        List<List<String>> rows = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(files.xlsx(asker, round.id(), shown)))) {
            for (Row row : book.getSheetAt(0)) {
                List<String> cells = new ArrayList<>();
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                    cells.add(words.formatCellValue(cell));
                    if (cell.toString().startsWith("=")) {
                        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                    }
                }
                rows.add(cells);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return rows;
    }

    private List<List<String>> rows(Person asker) {
        return rows(asker, Optional.empty());
    }

    @Test
    void theSecretariatHasAllRowsAndSumsThatAddUp() {
        List<List<String>> all = rows(secretary);

        assertThat(all.getFirst()).containsExactly(round.title());
        assertThat(all)
                .anySatisfy(row -> assertThat(row).startsWith("1", silent.name(), "Chưa trả lời"))
                .anySatisfy(row -> assertThat(row)
                        .startsWith("2", objects.name(), "Đã gửi", "Không nhất trí")
                        .contains("12/SO"))
                .anySatisfy(row -> assertThat(row).startsWith("3", FORMULA))
                .contains(
                        List.of("", "Nhất trí", "0", "0"),
                        List.of("", "Không nhất trí", "1", "1"),
                        List.of("", "Chưa trả lời", "2", "2"),
                        List.of("", "Cộng", "3", "3"));
    }

    @Test
    void besideTheSumStandsWhoWasGivenMoreTimeAndWhoAnsweredUnasked() {
        Unit beside = committee.unit();
        replies.extend(secretary, round.id(), silent.code(), round.closesAt().plus(Duration.ofDays(1)), "Chờ tài liệu");
        rounds.beside(secretary, round.id(), beside.code());
        replies.putAll(secretary, round.id(), beside.code(), Position.AGREE, "");
        replies.send(secretary, round.id(), beside.code());

        assertThat(rows(secretary))
                .contains(
                        List.of("", "Cộng", "3", "3"),
                        List.of("", "Được gia hạn", "1", "1"),
                        List.of("", "Ngoài danh sách lấy ý kiến", "1", "1"))
                .noneSatisfy(row -> assertThat(row).contains("Gửi quá hạn"));
    }

    @Test
    void onlyTheShownStandingIsInItUnderItsNumber() {
        List<List<String>> shown = rows(secretary, Optional.of(InviteeStanding.OBJECTED));

        assertThat(shown)
                .anySatisfy(row -> assertThat(row).startsWith("2", objects.name()))
                .noneSatisfy(row -> assertThat(row).contains(silent.name()))
                .contains(List.of("", "Cộng", "3", "3"));
    }

    @Test
    void othersHaveWhatTheirBoardShowsThem() {
        assertThat(rows(head))
                .anySatisfy(row -> assertThat(row).contains(objects.name(), "12/SO"))
                .noneSatisfy(row -> assertThat(row).contains(silent.name()))
                .noneSatisfy(row -> assertThat(row).contains("Cộng"));
        assertThat(rows(chair))
                .noneSatisfy(row -> assertThat(row).contains(objects.name()))
                .contains(List.of("", "Cộng", "3", "3"));
        rounds.close(secretary, round.id());
        assertThat(rows(chair)).anySatisfy(row -> assertThat(row).contains(objects.name(), "12/SO"));
        Person outsider = committee.in(committee.unit(), UnitRole.HEAD);
        assertThatThrownBy(() -> files.xlsx(outsider, round.id(), Optional.empty()))
                .hasMessageContaining("NOT_FOUND");
    }
}
