package vn.gopy.round.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Turns;
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
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.round.NewRound;
import vn.gopy.round.Openings;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.shared.Actor;

/** The letter of a reply: all of it but number and date, in the form of the State or of the Party, for its unit alone. */
@IntegrationTest
class ReplyLettersTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Units units;

    @Autowired
    People people;

    @Autowired
    Openings openings;

    @Autowired
    Replies replies;

    @Autowired
    Composing composing;

    @Autowired
    ReplyLetters letters;

    @Autowired
    ReplySigners signers;

    @Autowired
    Turns turns;

    private static int number;

    private Person secretary;
    private VersionId first;
    private VersionId second;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        first = texts.published(secretary, committee.sealed(secretary));
        second = texts.published(secretary, committee.sealed(secretary));
    }

    private Unit unit(String name, UnitKind kind) {
        return units.register(Actor.SYSTEM, "CV" + ++number, name + " " + number, kind);
    }

    private Person head(Unit unit, String post) {
        return people.register(
                Actor.SYSTEM,
                new NewPerson(
                        "letter.head" + ++number,
                        null,
                        "Đàm Quốc Khải",
                        "Đ/c",
                        "",
                        Set.of(),
                        List.of(new NewPerson.NewMembership(
                                unit.code(), UnitRole.HEAD, post, LocalDate.of(2020, 1, 1)))));
    }

    private Round round(Unit asked) {
        Round round = committee.round(first, second).asking(asked).open(secretary);
        return round;
    }

    private Round roundWithLetter(Unit asked, Unit makes) {
        Round like = committee.round(first, second).open(secretary);
        return openings.open(
                secretary,
                new NewRound(
                        like.drafts(),
                        "Lấy ý kiến",
                        "",
                        like.opensAt(),
                        like.closesAt(),
                        List.of(new NewRound.Invited.AUnit(asked.code())),
                        null,
                        null,
                        "1247/SKHCN-CĐS",
                        LocalDate.of(2026, 11, 16),
                        true,
                        makes.code(),
                        null,
                        List.of()));
    }

    private String text(Person asker, Round round, Unit unit) {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(
                        letters.of(asker, round.id(), unit.code()).bytes()));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            return words.getText();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void theLetterSaysWhatIsAnsweredThePositionOnEachDraftAndTheOpinionsOfTheUnit() {
        Unit unit = unit("Sở Tài chính", UnitKind.DEPARTMENT);
        Unit makes = unit("Sở Khoa học và Công nghệ", UnitKind.DEPARTMENT);
        Person head = head(unit, "Giám đốc");
        Round round = roundWithLetter(unit, makes);
        composing.create(
                head,
                texts.place(first, "dieu-2/khoan-1").id(),
                NewComment.of(CommentKind.OTHER, "đề nghị ghi rõ cơ quan chủ trì.")
                        .forUnit(unit.code()));
        replies.put(
                head, round.id(), unit.code(), Map.of(first, Position.AGREE, second, Position.OBJECT), "Ý kiến thêm.");

        assertThat(text(head, round, unit))
                .contains(
                        unit.name().toUpperCase(Locale.ROOT),
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Số:          /" + unit.code(),
                        "V/v góp ý dự thảo",
                        "Kính gửi: " + makes.name(),
                        "Thực hiện Công văn số 1247/SKHCN-CĐS ngày 16/11/2026 của " + makes.name(),
                        "nhất trí, có ý kiến:",
                        "1. Khoản 1 Điều 2: đề nghị ghi rõ cơ quan chủ trì.",
                        "II. Đối với dự thảo",
                        "không nhất trí.",
                        "Ý kiến thêm.",
                        "tổng hợp./.",
                        "GIÁM ĐỐC",
                        "Đàm Quốc Khải")
                .doesNotContain("KT. ");
    }

    @Test
    void aDeputySignsForTheHeadAndAPartyBodyWritesInTheFormOfTheParty() {
        Unit unit = unit("Ban Tổ chức Tỉnh ủy", UnitKind.PARTY);
        Person deputy = head(unit, "Phó Trưởng Ban");
        Round round = round(unit);
        replies.putAll(deputy, round.id(), unit.code(), Position.AGREE, "");
        replies.send(deputy, round.id(), unit.code(), OptionalInt.empty());
        replies.letter(deputy, round.id(), unit.code(), "87-CV/BTCTU", LocalDate.of(2026, 11, 24));

        assertThat(text(deputy, round, unit))
                .contains(
                        "ĐẢNG CỘNG SẢN VIỆT NAM",
                        "Số 87-CV/BTCTU",
                        "gày 24 tháng 11 năm 2026",
                        "K/T TRƯỞNG BAN",
                        "PHÓ TRƯỞNG BAN")
                .doesNotContain("./.", "CỘNG HÒA");
    }

    private ReplySigner signing(ReplySigner.Authority authority, int seen) {
        return new ReplySigner(seen, authority, "Giám đốc", "Trưởng phòng Ngân sách", "Hà Minh Tuệ");
    }

    @Test
    void whoeverSignsForTheHeadIsNamedWithTheRightByWhichItIsDone() {
        Unit unit = unit("Sở Tài chính", UnitKind.DEPARTMENT);
        Person head = head(unit, "Giám đốc");
        Person clerk = committee.in(unit, UnitRole.CLERK);
        Round round = round(unit);
        replies.putAll(head, round.id(), unit.code(), Position.AGREE, "");
        replies.send(head, round.id(), unit.code());

        signers.say(clerk, round.id(), unit.code(), signing(ReplySigner.Authority.WARRANT, 0));

        assertThat(text(head, round, unit))
                .contains("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG NGÂN SÁCH", "Hà Minh Tuệ")
                .doesNotContain("Đàm Quốc Khải");
        assertThatThrownBy(() -> signers.say(head, round.id(), unit.code(), signing(ReplySigner.Authority.ORDER, 0)))
                .hasMessageContaining("STALE");
        signers.say(head, round.id(), unit.code(), signing(ReplySigner.Authority.ORDER, 1));
        assertThat(text(head, round, unit)).contains("TL. GIÁM ĐỐC");
        assertThatThrownBy(() -> signers.of(secretary, round.id(), unit.code())).hasMessageContaining("NOT_FOUND");
    }

    @Test
    void twoWhoSayWhoSignsAtOnceDoNotWriteOverEachOther() {
        Unit unit = unit("Sở Tài chính", UnitKind.DEPARTMENT);
        Person head = head(unit, "Giám đốc");
        Round round = round(unit);
        replies.putAll(head, round.id(), unit.code(), Position.AGREE, "");

        assertThat(turns.of(
                        () -> signers.say(head, round.id(), unit.code(), signing(ReplySigner.Authority.DEPUTY, 0)),
                        () -> signers.say(head, round.id(), unit.code(), signing(ReplySigner.Authority.ORDER, 0))))
                .containsExactly("done", "412 STALE");
    }

    @Test
    void aBodyOfThePartyHasItsOwnSigns() {
        Unit unit = unit("Ban Tổ chức Tỉnh ủy", UnitKind.PARTY);
        Person head = head(unit, "Trưởng Ban");
        Round round = round(unit);
        assertThatThrownBy(() -> signers.say(head, round.id(), unit.code(), signing(ReplySigner.Authority.ORDER, 0)))
                .hasMessageContaining("REPLY_EMPTY");
        replies.putAll(head, round.id(), unit.code(), Position.AGREE, "");
        assertThatThrownBy(() -> signers.say(head, round.id(), unit.code(), signing(ReplySigner.Authority.WARRANT, 0)))
                .hasMessageContaining("AUTHORITY_NOT_OF_PARTY");

        signers.say(
                head,
                round.id(),
                unit.code(),
                new ReplySigner(0, ReplySigner.Authority.ORDER, "Trưởng Ban", "Chánh Văn phòng", "Hà Minh Tuệ"));

        assertThat(text(head, round, unit)).contains("T/L TRƯỞNG BAN", "CHÁNH VĂN PHÒNG", "Hà Minh Tuệ");
    }

    @Test
    void nobodyOutsideTheUnitHasTheLetterAndThereIsNoneBeforeSomethingIsSaid() {
        Unit unit = unit("Sở Tài chính", UnitKind.DEPARTMENT);
        Person head = head(unit, "Giám đốc");
        Round round = round(unit);
        assertThatThrownBy(() -> letters.of(head, round.id(), unit.code())).hasMessageContaining("REPLY_EMPTY");
        replies.putAll(head, round.id(), unit.code(), Position.AGREE, "");

        for (Person other : List.of(secretary, committee.person(Role.CHAIR), committee.person(Role.MEMBER))) {
            assertThatThrownBy(() -> letters.of(other, round.id(), unit.code())).hasMessageContaining("NOT_FOUND");
        }
    }
}
