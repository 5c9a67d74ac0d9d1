package vn.gopy.round.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.NewPerson;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitKind;
import vn.gopy.account.UnitRole;
import vn.gopy.account.Units;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.round.NewRound;
import vn.gopy.round.Openings;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.round.Visibility;
import vn.gopy.shared.Actor;

/** The letters that ask and urge: all in them but number and date, for the secretariat alone, and no leader on a list. */
@IntegrationTest
class AskingLettersTest {

    private static final Instant CLOSES = Instant.parse("2031-12-01T10:00:00Z");
    private static final String SILENCE = "Quá thời hạn trên, không có văn bản trả lời thì được coi là thống nhất.";
    private static int number;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Units units;

    @Autowired
    People people;

    @Autowired
    Rounds rounds;

    @Autowired
    Openings openings;

    @Autowired
    Replies replies;

    @Autowired
    AskingLetters letters;

    private Person secretary;
    private Person member;
    private VersionId first;
    private VersionId second;
    private final List<NewRound.Invited> asked = new ArrayList<>();

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        member = committee.person(Role.MEMBER);
        first = texts.published(secretary, committee.sealed(secretary));
        second = texts.published(secretary, committee.sealed(secretary));
    }

    private Unit asking(@Nullable Instant closes) {
        Unit unit = committee.unit();
        asked.add(new NewRound.Invited.AUnit(unit.code(), closes));
        return unit;
    }

    private Unit maker(UnitKind kind, String post) {
        Unit unit = units.register(Actor.SYSTEM, "XYK" + ++number, "Cơ quan lập bảng " + number, kind);
        people.register(
                Actor.SYSTEM,
                new NewPerson(
                        "asking.head" + number,
                        null,
                        "Đàm Quốc Khải",
                        "Đ/c",
                        "",
                        Set.of(),
                        List.of(new NewPerson.NewMembership(
                                unit.code(), UnitRole.HEAD, post, LocalDate.of(2020, 1, 1)))));
        return unit;
    }

    private Round open(@Nullable Unit maker, String letter) {
        asked.add(new NewRound.Invited.APerson(member.id()));
        return openings.open(
                secretary,
                new NewRound(
                        List.of(first, second),
                        "Lấy ý kiến",
                        "Căn cứ Quy chế làm việc;\nCăn cứ Kế hoạch số 02-KH/BCĐ;",
                        Instant.parse("2026-01-01T00:00:00Z"),
                        CLOSES,
                        asked,
                        Visibility.SEALED,
                        SILENCE,
                        letter,
                        letter.isEmpty() ? null : LocalDate.of(2031, 11, 14),
                        true,
                        maker == null ? null : maker.code(),
                        null,
                        List.of()));
    }

    private static String text(ReplyLetters.Paper paper) {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(paper.bytes()));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            return words.getText();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void theInvitationNamesDraftsGroundsDeadlineReadersAndTheSentenceAboutSilence() {
        Unit asks = maker(UnitKind.DEPARTMENT, "Phó Giám đốc");
        Unit unit = asking(null);
        Round round = open(asks, "");

        ReplyLetters.Paper paper = letters.invitation(secretary, round.id());

        assertThat(paper.fileName()).isEqualTo("Công văn xin ý kiến.docx");
        assertThat(text(paper))
                .contains(
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        asks.name().toUpperCase(Locale.ROOT),
                        "Số:          /" + asks.code(),
                        "V/v lấy ý kiến đối với dự thảo",
                        "- " + unit.name() + ";",
                        "- Các đồng chí thành viên Ban Chỉ đạo.",
                        "Căn cứ Kế hoạch số 02-KH/BCĐ;",
                        "1. Dự thảo",
                        "2. Dự thảo",
                        "bằng công văn, gửi về " + asks.name() + " trước 17 giờ 00, thứ Hai ngày 01/12/2031",
                        "cơ quan khác không xem được trước khi có bảng tổng hợp",
                        SILENCE,
                        "thực hiện./.",
                        "KT. GIÁM ĐỐC",
                        "PHÓ GIÁM ĐỐC",
                        "Đàm Quốc Khải",
                        "- Lưu: VT.")
                .doesNotContain(member.name(), "DANH SÁCH");
        assertThat(letters.invitation(secretary, round.id()).bytes()).isEqualTo(paper.bytes());
    }

    @Test
    void manyUnitsAndOwnDeadlinesStandInAListAndWithoutAUnitTheSecretariatWritesAsTheParty() {
        Unit later = asking(CLOSES.plus(Duration.ofDays(3)));
        asking(null);

        assertThat(text(letters.invitation(secretary, open(null, "12-CV/TGV").id())))
                .contains(
                        "ĐẢNG CỘNG SẢN VIỆT NAM",
                        "TỔ GIÚP VIỆC BAN CHỈ ĐẠO",
                        "Số 12-CV/TGV",
                        "gày 14 tháng 11 năm 2031",
                        "Các cơ quan, đơn vị (theo danh sách gửi kèm)",
                        "(Kèm theo Công văn số 12-CV/TGV)",
                        later.name(),
                        "Trước 17 giờ 00, thứ Năm ngày 04/12/2031",
                        "TỔ TRƯỞNG")
                .doesNotContain("./.", "CỘNG HÒA", member.name());
    }

    @Test
    void theUrgingLetterNamesTheUnitsThatHaveNotAnsweredAndNoOthers() {
        Unit answers = asking(null);
        Unit silent = asking(null);
        Round round = open(maker(UnitKind.DEPARTMENT, "Giám đốc"), "1247/XYK");
        Person head = committee.in(answers, UnitRole.HEAD);
        replies.putAll(head, round.id(), answers.code(), Position.AGREE, "");
        replies.send(head, round.id(), answers.code());

        assertThat(text(letters.urging(secretary, round.id())))
                .contains(
                        "V/v đôn đốc cho ý kiến đối với dự thảo",
                        "Kính gửi: " + silent.name(),
                        "tại Công văn số 1247/XYK ngày 14/11/2031, thời hạn trước 17 giờ 00, thứ Hai ngày 01/12/2031",
                        "01 trong 02 cơ quan, đơn vị được lấy ý kiến đã trả lời; còn 01",
                        "đúng thời hạn",
                        SILENCE)
                .doesNotContain(answers.name(), member.name(), "Số: 1247");

        rounds.close(secretary, round.id());
        assertThat(text(letters.urging(secretary, round.id()))).contains("Thời hạn trên đã hết.");
        Person other = committee.in(silent, UnitRole.HEAD);
        replies.putAll(other, round.id(), silent.code(), Position.AGREE, "");
        replies.send(other, round.id(), silent.code());
        assertThatThrownBy(() -> letters.urging(secretary, round.id())).hasMessageContaining("ALL_ANSWERED");
    }

    @Test
    void nobodyButTheSecretariatHasThem() {
        Unit unit = asking(null);
        Round round = open(null, "");
        for (Person other : List.of(committee.in(unit, UnitRole.HEAD), committee.person(Role.CHAIR), member)) {
            assertThatThrownBy(() -> letters.invitation(other, round.id())).hasMessageContaining("FORBIDDEN");
            assertThatThrownBy(() -> letters.urging(other, round.id())).hasMessageContaining("FORBIDDEN");
        }
        assertThatThrownBy(() -> letters.urging(committee.person(), round.id())).hasMessageContaining("NOT_FOUND");
    }
}
