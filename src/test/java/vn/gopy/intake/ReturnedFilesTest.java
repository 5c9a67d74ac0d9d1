package vn.gopy.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.gopy.opinion.CommentKind.ADD;
import static vn.gopy.opinion.CommentKind.EDIT;
import static vn.gopy.opinion.CommentKind.OTHER;
import static vn.gopy.opinion.CommentKind.REMOVE;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.account.Units;
import vn.gopy.audit.Trail;
import vn.gopy.document.FileStore;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.DraftsInside;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.UploadedFile;
import vn.gopy.draft.VersionId;
import vn.gopy.intake.ReturnedFiles.Choice;
import vn.gopy.intake.ReturnedFiles.Found;
import vn.gopy.intake.ReturnedFiles.Taken;
import vn.gopy.intake.ReturnedOpinion.Fit;
import vn.gopy.intake.ReturnedOpinion.Moved;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.CommentState;
import vn.gopy.opinion.Comments;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.Sending;
import vn.gopy.round.Round;
import vn.gopy.shared.Texts;

/** A draft that comes back from Word: what is found in it, where it goes, who may take it in, and that nothing comes twice. */
@IntegrationTest
class ReturnedFilesTest {

    private static final List<String> REGULATION = List.of(
            "QUY CHẾ",
            "Làm việc của Ban Chỉ đạo",
            "Căn cứ Quyết định số 12-QĐ/TU ngày 10/01/2026 của Tỉnh ủy;",
            "Điều 1. Phạm vi điều chỉnh",
            "Quy chế này quy định việc phối hợp giữa các cơ quan.",
            "Điều 2. Trách nhiệm",
            "1. Cơ quan Thường trực gửi tài liệu trước phiên họp 03 ngày làm việc.",
            "2. Thành viên cho ý kiến bằng văn bản.",
            "3. Tổ giúp việc tổng hợp ý kiến.",
            "Điều 3. Hiệu lực",
            "Quy chế này có hiệu lực kể từ ngày ký.");

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    DraftsInside inside;

    @Autowired
    ReturnedFileRepository repository;

    @Autowired
    Units units;

    @Autowired
    FileStore files;

    @Autowired
    Trail trail;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Comments comments;

    @Autowired
    Composing composing;

    @Autowired
    Sending sending;

    @Autowired
    ApiFixture api;

    @Autowired
    JdbcClient sql;

    private ReturnedFiles returned;
    private Person owner;
    private Person secretary;
    private Person staff;
    private Person head;
    private Unit unit;
    private VersionId draft;

    @BeforeEach
    void draft() {
        returned = new ReturnedFiles(
                composing,
                texts.readingHere(),
                inside,
                units,
                files,
                repository,
                trail,
                new Texts(),
                clock,
                transaction);
        owner = committee.person(Role.MEMBER);
        secretary = committee.person(Role.SECRETARIAT);
        unit = committee.unit();
        staff = committee.in(unit, UnitRole.STAFF);
        head = committee.in(unit, UnitRole.HEAD);
        Dossier dossier = committee.sealed(owner, staff, head);
        draft = texts.published(owner, dossier, REGULATION);
    }

    /** The regulation with some of its lines as the returned file has them. */
    private static UploadedFile file(String... changed) {
        List<String> lines = new ArrayList<>(REGULATION);
        for (int i = 0; i < changed.length; i += 2) {
            lines.set(lines.indexOf(changed[i]), changed[i + 1]);
        }
        return word(lines.stream().flatMap(String::lines).toList());
    }

    private static UploadedFile word(List<String> lines) {
        return new UploadedFile("gop-y.docx", ReturnedWord.of(lines), "");
    }

    private Found look(UploadedFile file) {
        return returned.look(owner, draft, null, file);
    }

    private ReturnedOpinion only(UploadedFile file) {
        assertThat(look(file).opinions()).hasSize(1);
        return look(file).opinions().getFirst();
    }

    private PlacedProvision place(String path) {
        return texts.place(draft, path);
    }

    private static final String CLAUSE_1 = REGULATION.get(6);
    private static final String CLAUSE_2 = REGULATION.get(7);
    private static final String CLAUSE_3 = REGULATION.get(8);

    @Test
    void wordsTakenAwayAndPutInAreOneProposalAtTheirPlace() {
        ReturnedOpinion one =
                only(file(CLAUSE_1, "1. Cơ quan Thường trực gửi tài liệu trước phiên họp [-03-]{+05+} ngày làm việc."));

        assertThat(one.place()).isEqualTo(place("dieu-2/khoan-1").id());
        assertThat(one.fit()).isEqualTo(Fit.EXACT);
        assertThat(one.kind()).isEqualTo(EDIT);
        assertThat(one.quote()).isEqualTo("03");
        assertThat(one.replacement()).isEqualTo("05");
        assertThat(place("dieu-2/khoan-1").text().substring(one.start())).startsWith("03 ngày");
        assertThat(one.author()).isEqualTo(ReturnedWord.AUTHOR);
    }

    @Test
    void whatWasChangedWithoutTrackingIsOfferedAndSaysSo() {
        ReturnedOpinion one = only(file(CLAUSE_1, CLAUSE_1.replace("03 ngày", "05 ngày")));

        assertThat(one.place()).isEqualTo(place("dieu-2/khoan-1").id());
        assertThat(one.quote()).isEqualTo("03");
        assertThat(one.replacement()).isEqualTo("05");
        assertThat(one.untracked()).isTrue();
        assertThat(look(file()).opinions()).isEmpty();
        assertThat(look(file()).likeness()).isEqualTo(1);
    }

    @Test
    void aClauseThatCameOrWentWithoutTrackingIsOfferedAndSaysSo() {
        ReturnedOpinion gone = only(
                word(REGULATION.stream().filter(line -> !line.equals(CLAUSE_2)).toList()));
        assertThat(gone.place()).isEqualTo(place("dieu-2/khoan-2").id());
        assertThat(gone.kind()).isEqualTo(REMOVE);
        assertThat(gone.untracked()).isTrue();

        ReturnedOpinion come = only(file(CLAUSE_3, CLAUSE_3 + "\n4. Sở Tài chính bố trí kinh phí hằng năm."));
        assertThat(come.place()).isEqualTo(place("dieu-2/khoan-3").id());
        assertThat(come.kind()).isEqualTo(ADD);
        assertThat(come.untracked()).isTrue();
    }

    @Test
    void changesThatLieCloseTogetherInOneProvisionAreOneProposal() {
        ReturnedOpinion one =
                only(file(CLAUSE_2, "2. {+Các +}[-T-]{+t+}hành viên cho ý kiến[- bằng văn bản-]{+ tại phiên họp+}."));

        assertThat(one.kind()).isEqualTo(EDIT);
        assertThat(one.quote()).isEqualTo("Thành viên cho ý kiến bằng văn bản");
        assertThat(one.replacement()).isEqualTo("Các thành viên cho ý kiến tại phiên họp");
    }

    @Test
    void wordsPutBetweenOthersTakeTheWordBeforeAlong() {
        ReturnedOpinion one = only(file(CLAUSE_3, "3. Tổ giúp việc{+, Văn phòng+} tổng hợp ý kiến."));

        assertThat(one.kind()).isEqualTo(ADD);
        assertThat(one.quote()).isEqualTo("việc");
        assertThat(one.replacement()).isEqualTo("việc, Văn phòng");
    }

    @Test
    void wordsTakenAwayAloneAreARemoval() {
        ReturnedOpinion one = only(file(CLAUSE_2, "2. Thành viên cho ý kiến[- bằng văn bản-]."));

        assertThat(one.kind()).isEqualTo(REMOVE);
        assertThat(one.quote()).isEqualTo(" bằng văn bản");
        assertThat(one.replacement()).isEmpty();
        assertThat(one.text()).isEqualTo("Bỏ “bằng văn bản”.");
    }

    @Test
    void aNewParagraphIsAnAdditionAfterTheProvisionBefore() {
        ReturnedOpinion one = only(
                file(CLAUSE_3, CLAUSE_3 + "\n+++4. Văn phòng bảo đảm điều kiện.\n+++5. Sở Tài chính bố trí kinh phí."));

        assertThat(one.place()).isEqualTo(place("dieu-2/khoan-3").id());
        assertThat(one.kind()).isEqualTo(ADD);
        assertThat(one.quote()).isNull();
        assertThat(one.replacement())
                .isEqualTo(place("dieu-2/khoan-3").text()
                        + "\n4. Văn phòng bảo đảm điều kiện.\n5. Sở Tài chính bố trí kinh phí.");
    }

    @Test
    void aDeletedProvisionIsARemovalOfTheWholeOfIt() {
        ReturnedOpinion one = only(file(CLAUSE_2, "---" + CLAUSE_2));

        assertThat(one.place()).isEqualTo(place("dieu-2/khoan-2").id());
        assertThat(one.kind()).isEqualTo(REMOVE);
        assertThat(one.quote()).isNull();
        assertThat(one.replacement()).isNull();
    }

    @Test
    void aClauseThatIsPutInElsewhereIsAMoveAndBothEndsNameEachOther() {
        String last = REGULATION.getLast();
        UploadedFile file =
                file(CLAUSE_2, "---" + CLAUSE_2, last, last + "\n+++1. Thành viên cho ý kiến bằng văn bản.");
        List<ReturnedOpinion> both = look(file).opinions();

        assertThat(both).extracting(ReturnedOpinion::kind).containsExactly(REMOVE, ADD);
        ReturnedOpinion gone = both.getFirst();
        ReturnedOpinion come = both.getLast();
        assertThat(gone.moved())
                .containsExactly(new Moved(come.key(), place("dieu-3").id(), true));
        assertThat(come.moved())
                .containsExactly(new Moved(gone.key(), place("dieu-2/khoan-2").id(), false));
        assertThat(returned.take(owner, draft, null, file, null).written())
                .extracting(Comment::text)
                .containsExactly("Bỏ nội dung này.\nChuyển đến: Điều 3.", "Chuyển từ: Khoản 2 Điều 2.");
        var json = api.as(owner)
                .upload("/api/v1/versions/" + draft + "/returned?preview=true", "gop-y.docx", file.content())
                .json();
        assertThat(json.at("/items/0/moved/0/key").asString()).isEqualTo(come.key());
        assertThat(json.at("/items/0/moved/0/goes").asBoolean()).isTrue();
        assertThat(json.at("/items/1/moved/0/provisionId").asString())
                .isEqualTo(place("dieu-2/khoan-2").id().toString());
    }

    @Test
    void wordsThatGoFromOneClauseIntoAnotherAreAMoveToo() {
        List<ReturnedOpinion> both = look(file(
                        CLAUSE_1, "1. Cơ quan Thường trực gửi tài liệu[- trước phiên họp 03 ngày làm việc-].",
                        CLAUSE_3, "3. Tổ giúp việc tổng hợp ý kiến{+ trước phiên họp 03 ngày làm việc+}."))
                .opinions();

        assertThat(both)
                .extracting(one -> one.moved().stream().map(Moved::place).toList())
                .containsExactly(
                        List.of(place("dieu-2/khoan-3").id()),
                        List.of(place("dieu-2/khoan-1").id()));
    }

    @Test
    void aWholeArticleThatMovesIsLinkedByItsClauses() {
        List<String> lines = new ArrayList<>(REGULATION.stream()
                .map(line -> REGULATION.indexOf(line) >= 5 && REGULATION.indexOf(line) <= 8 ? "---" + line : line)
                .toList());
        REGULATION.subList(5, 9).forEach(line -> lines.add("+++" + line.replace("Điều 2", "Điều 3")));
        List<ReturnedOpinion> both = look(word(lines)).opinions();

        assertThat(both)
                .extracting(ReturnedOpinion::place, one -> one.moved().size())
                .containsExactly(
                        tuple(place("dieu-2").id(), 1), tuple(place("dieu-3").id(), 1));
    }

    @Test
    void aClauseThatWasMovedWithoutTrackingIsOfferedAtBothEnds() {
        List<String> lines = new ArrayList<>(REGULATION);
        lines.remove(CLAUSE_2);
        lines.add("1. Thành viên cho ý kiến bằng văn bản.");
        List<ReturnedOpinion> both = look(word(lines)).opinions();

        assertThat(both)
                .extracting(ReturnedOpinion::place, ReturnedOpinion::kind, ReturnedOpinion::untracked)
                .containsExactly(
                        tuple(place("dieu-2/khoan-2").id(), REMOVE, true),
                        tuple(place("dieu-3").id(), ADD, true));
        assertThat(both.getFirst().moved())
                .containsExactly(new Moved(both.getLast().key(), place("dieu-3").id(), true));
    }

    @Test
    void theSameOfficeInWhatGoesAndWhatComesIsNoMove() {
        List<ReturnedOpinion> both = look(file(
                        CLAUSE_1,
                        "---" + CLAUSE_1,
                        CLAUSE_3,
                        CLAUSE_3 + "\n+++4. Cơ quan Thường trực gửi tài liệu điện tử cho thành viên."))
                .opinions();

        assertThat(both).hasSize(2).allMatch(one -> one.moved().isEmpty());
    }

    @Test
    void fewWordsAreAMoveWhereTheWordProcessorSaysSo() {
        String from = "2. Thành viên cho ý kiến[X bằng văn bảnX].";
        String to = "3. Tổ giúp việc tổng hợp ý kiến{X bằng văn bảnX}.";
        List<ReturnedOpinion> marked = look(file(CLAUSE_2, from.replace('X', '~'), CLAUSE_3, to.replace('X', '~')))
                .opinions();
        List<ReturnedOpinion> cut = look(file(CLAUSE_2, from.replace('X', '-'), CLAUSE_3, to.replace('X', '+')))
                .opinions();

        assertThat(marked)
                .extracting(one -> one.moved().stream().map(Moved::place).toList())
                .containsExactly(
                        List.of(place("dieu-2/khoan-3").id()),
                        List.of(place("dieu-2/khoan-2").id()));
        assertThat(cut).hasSize(2).allMatch(one -> one.moved().isEmpty());
    }

    @Test
    void aDeletedArticleIsOneRemovalAndNotOneForEachClause() {
        List<String> lines = REGULATION.stream()
                .map(line -> REGULATION.indexOf(line) >= 5 && REGULATION.indexOf(line) <= 8 ? "---" + line : line)
                .toList();
        ReturnedOpinion one = only(word(lines));

        assertThat(one.place()).isEqualTo(place("dieu-2").id());
        assertThat(one.kind()).isEqualTo(REMOVE);
    }

    @Test
    void aMarginCommentHangsOnItsWords() {
        ReturnedOpinion one = only(file(CLAUSE_3, "3. Tổ giúp việc <<tổng hợp|Nêu rõ thời hạn tổng hợp>> ý kiến."));

        assertThat(one.place()).isEqualTo(place("dieu-2/khoan-3").id());
        assertThat(one.kind()).isEqualTo(OTHER);
        assertThat(one.quote()).isEqualTo("tổng hợp");
        assertThat(one.text()).isEqualTo("Nêu rõ thời hạn tổng hợp");
        assertThat(one.replacement()).isNull();
    }

    @Test
    void aCommentOnAChangedStretchStillHangsOnTheWordsOfTheDraft() {
        List<ReturnedOpinion> both = look(file(
                        CLAUSE_1,
                        "1. Cơ quan Thường trực <<gửi tài liệu|Gửi bản điện tử>> trước[- phiên họp-] 03 ngày làm việc."))
                .opinions();

        assertThat(both)
                .extracting(ReturnedOpinion::kind, ReturnedOpinion::quote)
                .containsExactlyInAnyOrder(tuple(OTHER, "gửi tài liệu"), tuple(REMOVE, " phiên họp"));
    }

    @Test
    void aCommentOnTheChangedWordsThemselvesIsTheReasonOfTheChange() {
        ReturnedOpinion changed = only(
                file(
                        CLAUSE_1,
                        "1. Cơ quan Thường trực gửi tài liệu trước phiên họp [-03-]{+05+} <<ngày|Cần đủ thời gian đọc>>{+ (năm)+} làm việc."));
        assertThat(changed.kind()).isEqualTo(EDIT);
        assertThat(changed.text()).isEqualTo("Cần đủ thời gian đọc");
    }

    @Test
    void groundsAndTitlesArePlacesToo() {
        String ground = REGULATION.get(2);
        ReturnedOpinion one =
                only(file(ground, "Căn cứ Quyết định số [-12-QĐ/TU-]{+15-QĐ/TU+} ngày 10/01/2026 của Tỉnh ủy;"));

        assertThat(one.place()).isEqualTo(place("can-cu-1").id());
        assertThat(one.quote()).isEqualTo("12-QĐ/TU");
    }

    @Test
    void aNumberThatWasChangedIsSaidInASentence() {
        ReturnedOpinion one = only(file("Điều 3. Hiệu lực", "Điều [-3-]{+4+}. Hiệu lực"));

        assertThat(one.place()).isEqualTo(place("dieu-3").id());
        assertThat(one.quote()).isNull();
        assertThat(one.text()).isEqualTo("Sửa “3” thành “4”.");
    }

    @Test
    void whatFitsNowhereIsOfferedOnTheWholeBodyAndComesFirst() {
        List<String> other =
                List.of("THÔNG BÁO", "Văn bản khác hẳn, {+không có+} trong hồ sơ <<này|Ghi chú ở văn bản khác>>.");
        Found found = look(word(other));

        assertThat(found.likeness()).isLessThan(0.3);
        assertThat(found.opinions())
                .extracting(ReturnedOpinion::fit, ReturnedOpinion::place)
                .containsOnly(tuple(Fit.NONE, place("toan-van").id()));
        assertThat(found.opinions()).extracting(ReturnedOpinion::kind).containsExactlyInAnyOrder(ADD, OTHER);
    }

    @Test
    void aFileWhoseParagraphsAreCutOtherwiseStillFits() {
        ReturnedOpinion one = only(word(List.of(
                "QUY CHẾ",
                "Điều 2. Trách nhiệm 1. Cơ quan Thường trực gửi tài liệu trước phiên họp 03 ngày làm việc. 2. Thành viên cho ý kiến bằng [-văn bản-]{+phiếu+}.",
                "3. Tổ giúp việc tổng hợp ý kiến.")));

        assertThat(one.place()).isEqualTo(place("dieu-2/khoan-2").id());
        assertThat(one.quote()).isEqualTo("văn bản");
    }

    @Test
    void theOpinionsBecomeUnsentOnesOfTheirUnitAndTheSameFileAddsNothingTwice() {
        UploadedFile file = file(
                CLAUSE_1, "1. Cơ quan Thường trực gửi tài liệu trước phiên họp [-03-]{+05+} ngày làm việc.",
                CLAUSE_3, "3. Tổ giúp việc <<tổng hợp|Nêu rõ thời hạn>> ý kiến.");
        Taken taken = returned.take(staff, draft, unit.code(), file, null);

        assertThat(taken.written())
                .hasSize(2)
                .allMatch(one -> one.state() == CommentState.UNSENT
                        && unit.id().equals(one.author().unit()));
        assertThat(returned.take(staff, draft, unit.code(), file, null).written())
                .isEmpty();
        assertThat(returned.take(head, draft, unit.code(), file, null).written())
                .as("a colleague with the same file")
                .isEmpty();
        assertThat(returned.take(staff, draft, null, file, null).written())
                .as("one's own opinion is another")
                .hasSize(2);
        assertThat(returned.look(staff, draft, unit.code(), file).taken()).hasSize(2);
    }

    @Test
    void aFileThatWasWorkedOnSinceAddsOnlyWhatIsNew() {
        String change = "1. Cơ quan Thường trực gửi tài liệu trước phiên họp [-03-]{+05+} ngày làm việc.";
        returned.take(owner, draft, null, file(CLAUSE_1, change), null);
        UploadedFile later =
                file(CLAUSE_1, change, CLAUSE_2, "2. Thành viên cho ý kiến bằng văn bản{+ hoặc thư điện tử+}.");

        assertThat(returned.take(owner, draft, null, later, null).written())
                .extracting(Comment::replacement)
                .containsExactly("bản hoặc thư điện tử");
    }

    @Test
    void anOpinionThatWasTakenBackMayBeTakenInAgain() {
        UploadedFile file = file(CLAUSE_3, "3. Tổ giúp việc <<tổng hợp|Nêu rõ thời hạn>> ý kiến.");
        Comment first = returned.take(owner, draft, null, file, null).written().getFirst();
        composing.delete(owner, first.id(), first.version());

        assertThat(returned.take(owner, draft, null, file, null).written()).hasSize(1);
    }

    @Test
    void onlyWhatIsChosenIsTakenInAtThePlaceThatIsChosen() {
        UploadedFile file = file(
                CLAUSE_1, "1. Cơ quan Thường trực gửi tài liệu trước phiên họp [-03-]{+05+} ngày làm việc.",
                CLAUSE_3, "3. Tổ giúp việc <<tổng hợp|Nêu rõ thời hạn>> ý kiến.");
        String key = look(file).opinions().getFirst().key();
        Taken taken = returned.take(
                owner,
                draft,
                null,
                file,
                List.of(new Choice(key, place("dieu-3").id(), CommentKind.LEGALITY)));

        assertThat(taken.written())
                .extracting(Comment::provisionId, Comment::kind, Comment::text)
                .containsExactly(tuple(place("dieu-3").id(), CommentKind.LEGALITY, "Sửa “03” thành “05”."));
        assertThat(Refused.by(() -> returned.take(owner, draft, null, file, List.of(new Choice("?", null, null)))))
                .isEqualTo("422 RETURNED_UNKNOWN");
    }

    @Test
    void anOpinionThatIsChosenTwiceIsTakenOnceAndNotInTwoWays() {
        UploadedFile file = file(CLAUSE_3, "3. Tổ giúp việc <<tổng hợp|Nêu rõ thời hạn>> ý kiến.");
        String key = look(file).opinions().getFirst().key();
        Choice asFound = new Choice(key, null, null);
        Choice otherwise = new Choice(key, null, CommentKind.LEGALITY);

        assertThat(Refused.by(() -> returned.take(owner, draft, null, file, List.of(asFound, otherwise))))
                .isEqualTo("422 RETURNED_TWICE");
        assertThat(returned.take(owner, draft, null, file, List.of(asFound, asFound))
                        .written())
                .hasSize(1);
    }

    @Test
    void whatTheSecretariatEntersForAUnitCountsWhenTheSecretariatSendsIt() {
        Round round = committee.round(draft).asking(unit).open(secretary);
        UploadedFile file = file(CLAUSE_3, "3. Tổ giúp việc <<tổng hợp|Nêu rõ thời hạn>> ý kiến.");
        Comment entered = returned.take(secretary, draft, unit.code(), file, null)
                .written()
                .getFirst();
        Comment sent = sending.send(secretary, List.of(entered.id())).getFirst();

        assertThat(sent.state()).isEqualTo(CommentState.SENT);
        assertThat(sent.round()).isEqualTo(round.id());
        assertThat(sent.author().unit()).isEqualTo(unit.id());
        assertThat(comments.visible(head, sent.id()))
                .as("the unit sees its words")
                .isTrue();
        assertThat(sql.sql("SELECT entered_by FROM comment WHERE id = :id")
                        .param("id", sent.id().value())
                        .query(UUID.class)
                        .single())
                .isEqualTo(secretary.id().value());
    }

    @Test
    void staffCannotSendForTheirUnitNorAnybodyForAnother() {
        UploadedFile file = file(CLAUSE_3, "3. Tổ giúp việc <<tổng hợp|Nêu rõ thời hạn>> ý kiến.");
        Comment prepared =
                returned.take(staff, draft, unit.code(), file, null).written().getFirst();

        assertThat(sending.send(staff, List.of(prepared.id())).getFirst().state())
                .isEqualTo(CommentState.UNIT_DRAFT);
        assertThat(Refused.by(() -> returned.take(owner, draft, unit.code(), file, null)))
                .isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> returned.take(committee.person(Role.MEMBER), draft, null, file, null)))
                .isEqualTo("404 NOT_FOUND");
    }

    @Test
    void aSecretFileLeavesNoTraceAndAnOpenCheckTakesNothing() {
        UploadedFile secret = word(List.of("MẬT", "QUY CHẾ", CLAUSE_3));
        assertThat(Refused.by(() -> returned.take(owner, draft, null, secret, null)))
                .isEqualTo("422 STATE_SECRET_MARK");
        assertThat(sql.sql("SELECT count(*) FROM returned_file WHERE version_id = :id")
                        .param("id", draft.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        VersionId open = texts.review(owner, committee.sealed(owner), REGULATION);
        assertThat(Refused.by(() -> returned.look(owner, open, null, file()))).isEqualTo("409 NOT_PUBLISHED");
    }

    @Test
    void theApiLooksAndTakesIn() {
        byte[] file = file(CLAUSE_3, "3. Tổ giúp việc <<tổng hợp|Nêu rõ thời hạn>> ý kiến.")
                .content();
        String path = "/api/v1/versions/" + draft + "/returned";
        var looked = api.as(staff).upload(path + "?preview=true&onBehalfOf=" + unit.code(), "gop-y.docx", file);
        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.json().path("items").path(0).path("fit").asString()).isEqualTo("EXACT");
        assertThat(looked.json().path("written")).isEmpty();
        assertThat(looked.json().path("speakers").path(0).path("code").asString())
                .isEqualTo(unit.code());

        var taken = api.as(staff).upload(path + "?onBehalfOf=" + unit.code(), "gop-y.docx", file);
        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.json().path("written")).hasSize(1);
        var again = api.as(staff).upload(path + "?onBehalfOf=" + unit.code(), "gop-y.docx", file);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("items").path(0).path("commentId").asString())
                .isEqualTo(taken.json().path("written").path(0).asString());
    }
}
