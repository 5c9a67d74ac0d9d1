package vn.gopy.draft.ending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.Turns;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.account.Units;
import vn.gopy.consolidation.NewPoint;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.PointGroups;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.SourceKind;
import vn.gopy.consolidation.edition.EditionState;
import vn.gopy.consolidation.edition.Editions;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierChange;
import vn.gopy.draft.DossierKeeping;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.SeriesRole;
import vn.gopy.draft.StructureChecks;
import vn.gopy.draft.UploadedFile;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionKeeping;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.opinion.ThreadMarks;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;

/** A dossier whose text was issued is read by those who read it, and nothing of it changes any more. */
@IntegrationTest
class PromulgationsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final String ENDED = "409 DOSSIER_ENDED";

    /** What hangs on a dossier and yet is no part of what has ended, or changes only with something that is asked about. */
    private static final Map<String, String> NOT_ASKED = new TreeMap<>(Map.ofEntries(
            Map.entry("promulgation", "the end itself, whose number may be corrected"),
            Map.entry("lineage", "given when a check is finished, which is asked"),
            Map.entry("provision", "written with its version"),
            Map.entry("brief_line", "written with its version"),
            Map.entry("citation", "found in the text by the product"),
            Map.entry("document_identity", "found in the text by the product"),
            Map.entry("document_key", "found in the text by the product"),
            Map.entry("printed_draft", "how a print was set"),
            Map.entry("alignment_end", "written with its tie"),
            Map.entry("comment_gone", "what is left of an opinion that goes"),
            Map.entry("returned_opinion", "written with its opinion"),
            Map.entry("point_source", "written with its point"),
            Map.entry("issue_group_history", "written with its group"),
            Map.entry("point_group_history", "written with its point"),
            Map.entry("support", "reads only, also what has ended"),
            Map.entry("table_print", "a file of what is read, also of what has ended"),
            Map.entry("table_print_reader", "written with its print"),
            Map.entry("unit_membership", "who stands in for a head, whatever becomes of the round")));

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Promulgations promulgations;

    @Autowired
    Dossiers dossiers;

    @Autowired
    DossierKeeping keeping;

    @Autowired
    VersionKeeping versions;

    @Autowired
    StructureChecks checks;

    @Autowired
    Drafts drafts;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    Composing composing;

    @Autowired
    ThreadMarks marks;

    @Autowired
    Points points;

    @Autowired
    PointGroups groups;

    @Autowired
    Editions editions;

    @Autowired
    Units units;

    @Autowired
    ApiFixture api;

    @Autowired
    Turns turns;

    @Autowired
    JdbcClient jdbc;

    private Person secretary;
    private Person owner;
    private Person member;
    private Unit unit;
    private Dossier dossier;
    private VersionId draft;
    private VersionId issued;

    @BeforeEach
    void aDossierBeforeItsEnd() {
        secretary = committee.person(Role.SECRETARIAT);
        owner = committee.person(Role.MEMBER);
        member = committee.person(Role.MEMBER);
        unit = committee.unit();
        dossier = committee.dossier(owner, Audience.INVITED, Discussion.SEALED, member);
        draft = texts.published(owner, dossier);
    }

    private Dossier now() {
        return dossiers.get(owner, dossier.id());
    }

    private void issue() {
        List<String> signed = new ArrayList<>(DraftFixture.REGULATION);
        signed.set(5, "1. Cơ quan Thường trực gửi tài liệu trước phiên họp 05 ngày làm việc.");
        issued = texts.published(owner, dossier, signed);
    }

    private Promulgation end() {
        return promulgations.record(owner, dossier.id(), now().version(), issued, "12-QĐ/BCĐ", DAY);
    }

    private NewPoint point(VersionId about) {
        return new NewPoint(
                about, null, null, CommentKind.EDIT, "Ý kiến", null, SourceKind.LETTER, "", List.of(), true, false);
    }

    @Test
    void numberDateAndTextAreKeptAndTheTextIsComparedWithTheLastDraft() {
        issue();
        end();

        assertThat(now().ended()).isTrue();
        assertThat(promulgations.of(member, dossier.id())).hasValueSatisfying(done -> {
            assertThat(done.number()).isEqualTo("12-QĐ/BCĐ");
            assertThat(done.date()).isEqualTo(DAY);
            assertThat(done.text()).isEqualTo(issued);
            assertThat(done.last()).isEqualTo(1);
        });
        assertThat(Refused.by(() -> promulgations.of(committee.person(Role.MEMBER), dossier.id())))
                .isEqualTo("404 NOT_FOUND");
    }

    @Test
    void onlyWhoKeepsItEndsADossierAndOnlyWithACheckedText() {
        VersionId unchecked = texts.review(owner, dossier, DraftFixture.REGULATION);
        assertThat(Refused.by(() -> promulgations.record(member, dossier.id(), 1, draft, "1", DAY)))
                .isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> promulgations.record(owner, dossier.id(), 1, unchecked, "1", DAY)))
                .isEqualTo("422 ISSUED_TEXT_UNCHECKED");
        assertThat(Refused.by(() -> promulgations.record(owner, dossier.id(), 1, draft, " ", DAY)))
                .isEqualTo("422 NUMBER_MISSING");
        assertThat(Refused.by(() -> promulgations.record(owner, dossier.id(), 7, draft, "1", DAY)))
                .isEqualTo("412 STALE");
        VersionId elsewhere = texts.published(owner, committee.sealed(owner));
        assertThat(Refused.by(() -> promulgations.record(owner, dossier.id(), 1, elsewhere, "1", DAY)))
                .isEqualTo("422 ISSUED_TEXT_UNCHECKED");
    }

    @Test
    void whileARoundTakesRepliesTheDossierDoesNotEnd() {
        Round round = committee.round(draft).asking(member).open(secretary);
        issue();
        assertThat(Refused.by(this::end)).isEqualTo("409 DOSSIER_ASKED_ABOUT");
        rounds.close(secretary, round.id());
        end();
        assertThat(now().ended()).isTrue();
    }

    @Test
    void numberAndDateMayBeCorrectedByWhoKeepsIt() {
        issue();
        end();
        Promulgation right = promulgations.correct(secretary, dossier.id(), 1, "13-QĐ/BCĐ", DAY.plusDays(1));
        assertThat(right.number()).isEqualTo("13-QĐ/BCĐ");
        assertThat(Refused.by(() -> promulgations.correct(secretary, dossier.id(), 1, "14", DAY)))
                .isEqualTo("412 STALE");
        assertThat(Refused.by(() -> promulgations.correct(member, dossier.id(), 2, "14", DAY)))
                .isEqualTo("403 FORBIDDEN");
    }

    @Test
    void whateverIsChangedAfterwardsIsRefused() {
        Person staff = committee.in(unit, UnitRole.HEAD);
        Round round = committee.round(draft).asking(unit).asking(member).open(secretary);
        Comment said = composing.create(
                member, texts.place(draft, "dieu-1").id(), NewComment.of(CommentKind.EDIT, "Đề nghị làm rõ."));
        replies.putAll(staff, round.id(), unit.code(), Position.AGREE, null);
        List<PointId> ids = points.enter(secretary, round.id(), List.of(point(draft), point(draft), point(null)));
        var group = groups.group(secretary, round.id(), "Vấn đề", ids.subList(0, 2), null);
        rounds.close(secretary, round.id());
        var edition = editions.freeze(secretary, round.id(), null, 0);
        issue();
        VersionId waiting = texts.review(owner, dossier, DraftFixture.REGULATION);
        end();
        Point one = points.get(secretary, ids.getFirst());
        Point general = points.get(secretary, ids.getLast());
        UploadedFile file = new UploadedFile("to-trinh.txt", "Tờ trình".getBytes(), "");

        Map<String, Runnable> changes = new LinkedHashMap<>();
        changes.put(
                "title", () -> keeping.change(owner, dossier.id(), now().version(), DossierChange.titled("Tên khác")));
        changes.put(
                "readers",
                () -> keeping.change(secretary, dossier.id(), now().version(), DossierChange.naming(List.of())));
        changes.put("delete", () -> keeping.delete(owner, dossier.id(), now().version()));
        changes.put("draft", () -> texts.readingHere().upload(owner, dossier.id(), null, file));
        changes.put("paper", () -> texts.readingHere().uploadPaper(owner, dossier.id(), SeriesRole.SUBMISSION, file));
        changes.put("end", this::end);
        changes.put("round", () -> committee.round(draft).asking(member).open(secretary));
        changes.put(
                "extend",
                () -> rounds.extend(secretary, round.id(), round.closes().plusSeconds(60), "Chờ"));
        changes.put("lock", () -> rounds.lock(secretary, round.id()));
        changes.put("reply", () -> replies.send(staff, round.id(), unit.code()));
        changes.put("classified", () -> replies.classified(secretary, round.id(), unit.code()));
        changes.put(
                "opinion",
                () -> composing.create(
                        member, texts.place(issued, "dieu-1").id(), NewComment.of(CommentKind.EDIT, "Muộn.")));
        changes.put(
                "general opinion",
                () -> composing.create(member, dossier.id(), NewComment.of(CommentKind.EDIT, "Muộn.")));
        changes.put("resolve", () -> marks.resolve(secretary, said.id()));
        changes.put("point", () -> points.enter(secretary, round.id(), List.of(point(draft))));
        changes.put("general point", () -> points.enter(secretary, round.id(), List.of(point(null))));
        changes.put(
                "answer", () -> points.answer(secretary, one.id(), one.version(), Outcome.ACCEPT, "Tiếp thu", null));
        changes.put(
                "answer in general",
                () -> points.answer(secretary, general.id(), general.version(), Outcome.NOTED, "", null));
        changes.put("group", () -> groups.group(secretary, round.id(), "", ids, null));
        changes.put(
                "ungroup",
                () -> groups.ungroup(
                        secretary, group, groups.get(secretary, group).version()));
        changes.put("freeze", () -> editions.freeze(secretary, round.id(), null, 1));
        changes.put("submit", () -> editions.move(secretary, edition.id(), 1, EditionState.SUBMITTED, null, null));
        changes.forEach(
                (what, change) -> assertThat(Refused.by(change::run)).as(what).isEqualTo(ENDED));

        Map<String, Runnable> notTheirs = Map.of(
                "label", () -> versions.label(owner, draft, 1, "Bản cũ"),
                "check", () -> drafts.publish(owner, waiting),
                "remove", () -> versions.delete(owner, waiting, 1),
                "repair", () -> checks.apply(owner, waiting, 1, List.of()));
        notTheirs.forEach(
                (what, change) -> assertThat(Refused.by(change::run)).as(what).isEqualTo("403 FORBIDDEN"));
        assertThat(points.of(secretary, round.id()))
                .as("and one of the opinion")
                .hasSize(ids.size() + 1);
    }

    @Test
    void aRoundAboutTwoDossiersGoesOnForTheOneThatHasNotEnded() {
        VersionId other = texts.published(owner, committee.sealed(owner));
        Round round = committee.round(draft, other).asking(member).open(secretary);
        rounds.close(secretary, round.id());
        issue();
        end();

        List<PointId> entered = points.enter(secretary, round.id(), List.of(point(other), point(null)));
        assertThat(entered).hasSize(2);
        assertThat(Refused.by(() -> points.enter(secretary, round.id(), List.of(point(other), point(draft)))))
                .isEqualTo(ENDED);
        rounds.lock(secretary, round.id());
    }

    /** The last change is done, or it is refused: nothing slips in behind the end. */
    @Test
    void ofAChangeAndTheEndAtOnceOneWaitsForTheOther() {
        Round round = committee.round(draft).asking(member).open(secretary);
        rounds.close(secretary, round.id());
        issue();
        Runnable entering = () -> points.enter(secretary, round.id(), List.of(point(draft)));
        assertThat(turns.of(entering, this::end)).containsExactly("done", "done");
        assertThat(now().ended()).isTrue();
    }

    @Test
    void aChangeThatWaitedForTheEndIsRefused() {
        Round round = committee.round(draft).asking(member).open(secretary);
        rounds.close(secretary, round.id());
        issue();
        Runnable entering = () -> points.enter(secretary, round.id(), List.of(point(draft)));
        assertThat(turns.of(this::end, entering)).containsExactly("done", ENDED);
        assertThat(points.of(secretary, round.id())).isEmpty();
    }

    @Test
    void ofTwoWhoEndItOneIsFirst() {
        issue();
        int seen = now().version();
        Runnable first = () -> promulgations.record(owner, dossier.id(), seen, issued, "12", DAY);
        Runnable second = () -> promulgations.record(secretary, dossier.id(), seen, issued, "13", DAY);
        assertThat(turns.of(first, second)).containsExactly("done", ENDED);
    }

    @Test
    void whoComesAfterInTheUnitReadsWhatTheUnitRead() {
        Person leaving = committee.in(unit, UnitRole.STAFF);
        Round round = committee.round(draft).asking(unit).open(secretary);
        rounds.close(secretary, round.id());
        issue();
        end();
        assertThat(dossiers.mayRead(leaving, dossier.id())).isTrue();
        committee.leaveUnits(leaving);
        assertThat(dossiers.mayRead(committee.again(leaving), dossier.id())).isFalse();
        assertThat(dossiers.mayRead(committee.in(unit, UnitRole.STAFF), dossier.id()))
                .isTrue();

        Unit successor = committee.unit();
        Person administrator = committee.person(Role.ADMINISTRATOR);
        units.merge(administrator, unit, successor, LocalDate.of(2026, 1, 1));
        assertThat(dossiers.mayRead(committee.in(successor, UnitRole.HEAD), dossier.id()))
                .isTrue();
    }

    @Test
    void theApiEndsItAndCorrectsTheNumber() {
        issue();
        String path = "/api/v1/dossiers/" + dossier.id() + "/promulgation";
        String body = "{\"number\":\"12-QĐ/BCĐ\",\"date\":\"2026-11-30\",\"versionId\":\"" + issued + "\"}";
        assertThat(api.as(owner).get(path).status()).isEqualTo(404);
        assertThat(api.as(owner)
                        .ifMatch("\"" + now().version() + "\"")
                        .post(path, body)
                        .status())
                .isEqualTo(201);
        assertThat(api.as(member).get(path).json().path("number").asString()).isEqualTo("12-QĐ/BCĐ");
        assertThat(api.as(owner)
                        .ifMatch("\"1\"")
                        .send("PATCH", path, "{\"number\":\"13\"}")
                        .json()
                        .path("date")
                        .asString())
                .isEqualTo("2026-11-30");
        assertThat(api.as(owner).ifMatch("\"9\"").post(path, body).status()).isEqualTo(409);
    }

    /** Whatever is added to a dossier later is asked about too, or it is said here why not. */
    @Test
    void everyTableOfADossierAsksForItsEnd() {
        List<String> silent = jdbc.sql("""
                WITH RECURSIVE part AS (
                    SELECT unnest(ARRAY['dossier'::regclass::oid, 'round'::regclass::oid]) AS id
                    UNION
                    SELECT c.conrelid FROM pg_constraint c JOIN part ON c.confrelid = part.id WHERE c.contype = 'f'
                )
                SELECT t.relname FROM part JOIN pg_class t ON t.oid = part.id
                WHERE NOT EXISTS (SELECT FROM pg_trigger tr WHERE tr.tgrelid = t.oid AND tr.tgname LIKE 'refuse%after_end')
                ORDER BY 1
                """).query(String.class).list();
        assertThat(silent).containsExactlyElementsOf(NOT_ASKED.keySet());
    }

    @Test
    void theDatabaseRefusesByItself() {
        issue();
        end();
        assertThat(Refused.by(() -> jdbc.sql("UPDATE dossier SET title = 'Khác' WHERE id = :id")
                        .param("id", dossier.id().value())
                        .update()))
                .isEqualTo(ENDED);
    }
}
