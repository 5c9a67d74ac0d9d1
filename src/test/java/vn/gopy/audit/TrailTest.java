package vn.gopy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Accounts;
import vn.gopy.account.AskedGroup;
import vn.gopy.account.AskedGroups;
import vn.gopy.account.ChangedPerson;
import vn.gopy.account.Delegations;
import vn.gopy.account.DeviceId;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.NewPerson;
import vn.gopy.account.NewTenure;
import vn.gopy.account.OwnPassword;
import vn.gopy.account.PasswordLinks;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.RememberedDevices;
import vn.gopy.account.Role;
import vn.gopy.account.Tenure;
import vn.gopy.account.TenureId;
import vn.gopy.account.Tenures;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitKind;
import vn.gopy.account.UnitRole;
import vn.gopy.account.Units;
import vn.gopy.consolidation.DeskPlace;
import vn.gopy.consolidation.DeskProposals;
import vn.gopy.consolidation.DeskUndo;
import vn.gopy.consolidation.GroupId;
import vn.gopy.consolidation.NewPoint;
import vn.gopy.consolidation.NextDrafts;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.PointAssigning;
import vn.gopy.consolidation.PointGroups;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.PointPlacing;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.SecondChecks;
import vn.gopy.consolidation.SourceKind;
import vn.gopy.consolidation.SubmissionChecks;
import vn.gopy.consolidation.UptakeFigures;
import vn.gopy.consolidation.archive.DossierArchives;
import vn.gopy.consolidation.edition.Edition;
import vn.gopy.consolidation.edition.EditionState;
import vn.gopy.consolidation.edition.Editions;
import vn.gopy.consolidation.inquiry.Inquiries;
import vn.gopy.consolidation.inquiry.Inquiry;
import vn.gopy.consolidation.loop.AnswerBacks;
import vn.gopy.consolidation.precedent.AnswerTemplate;
import vn.gopy.consolidation.precedent.AnswerTemplates;
import vn.gopy.consolidation.table.ConsolidatedTables;
import vn.gopy.consolidation.table.PaperKind;
import vn.gopy.consolidation.table.TableFormat;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierChange;
import vn.gopy.draft.DossierKeeping;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.SeriesRole;
import vn.gopy.draft.StructureChecks;
import vn.gopy.draft.UploadedFile;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionKeeping;
import vn.gopy.draft.alignment.Decisions;
import vn.gopy.draft.alignment.StoredTie;
import vn.gopy.draft.alignment.TieId;
import vn.gopy.draft.alignment.VersionAlignments;
import vn.gopy.draft.brief.Briefs;
import vn.gopy.draft.ending.Promulgations;
import vn.gopy.draft.print.PrintedDrafts;
import vn.gopy.draft.support.Support;
import vn.gopy.draft.support.Supporting;
import vn.gopy.intake.ReturnedFiles;
import vn.gopy.intake.ReturnedWord;
import vn.gopy.legaltext.Changes;
import vn.gopy.notice.NoticeChoices;
import vn.gopy.notice.NoticeWay;
import vn.gopy.opinion.Attachments;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.Conversation;
import vn.gopy.opinion.HandPlacing;
import vn.gopy.opinion.NewComment;
import vn.gopy.opinion.Sending;
import vn.gopy.opinion.ThreadMarks;
import vn.gopy.round.Approval;
import vn.gopy.round.Approver;
import vn.gopy.round.Approvers;
import vn.gopy.round.Consents;
import vn.gopy.round.Keeping;
import vn.gopy.round.Openings;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.round.StandIns;
import vn.gopy.round.inner.InnerAsk;
import vn.gopy.round.inner.InnerAsks;
import vn.gopy.round.letter.ReplySigner;
import vn.gopy.round.letter.ReplySigners;
import vn.gopy.round.route.ReplyRoute;
import vn.gopy.round.route.ReplyRoutes;
import vn.gopy.round.running.Announcing;
import vn.gopy.round.running.Contacts;
import vn.gopy.round.running.Entering;
import vn.gopy.round.running.Reminders;
import vn.gopy.round.running.TimeRequests;
import vn.gopy.shared.Actor;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Page;
import vn.gopy.shared.Settings;
import vn.gopy.shared.Sha256;

/** Every change leaves its row, in its own transaction, and no row is ever changed. */
@IntegrationTest
class TrailTest {

    /** What changes something without a row of its own, and why. */
    private static final Set<String> WITHOUT_ROW = Set.of(
            "Dossiers.invite", // part of opening a round
            "Dossiers.uninvite", // part of choosing who approves
            "Replies.opened", // seen by the secretariat only, never printed
            "RememberedDevices.enter", // a sign-in, which leaves no row either
            "Desk.visit", // seen by nobody, so that the person finds what is new
            "Drafts.hold", // locks and changes nothing
            "Drafts.held", // likewise
            "Rounds.heldToRun", // locks and changes nothing
            "Rounds.requireUnlocked", // likewise
            "Rounds.announce", // part of announcing
            "Keeping.keep", // each opinion and the reply leave their own
            "Points.of", // gives missing numbers
            "ConsolidatedTables.table", // likewise
            "NextDrafts.sum", // likewise
            "UptakeFigures.of", // likewise
            "SubmissionChecks.of", // likewise
            "ConsolidatedTables.figures"); // likewise

    @Autowired
    Editions editions;

    @Autowired
    AnswerBacks backs;

    @Autowired
    DossierArchives archives;

    @Autowired
    PrintedDrafts printed;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    People people;

    @Autowired
    Units units;

    @Autowired
    Accounts accounts;

    @Autowired
    OwnPassword ownPassword;

    @Autowired
    Tenures tenures;

    @Autowired
    Delegations delegations;

    @Autowired
    AskedGroups askedGroups;

    @Autowired
    RememberedDevices devices;

    @Autowired
    PasswordLinks links;

    @Autowired
    InstallationSettings settings;

    @Autowired
    DossierKeeping keeping;

    @Autowired
    Promulgations promulgations;

    @Autowired
    Supporting supporting;

    @Autowired
    NoticeChoices noticeChoices;

    @Autowired
    VersionKeeping versions;

    @Autowired
    Briefs briefs;

    @Autowired
    Drafts drafts;

    @Autowired
    StructureChecks checks;

    @Autowired
    Composing composing;

    @Autowired
    Attachments attachments;

    @Autowired
    ThreadMarks threadMarks;

    @Autowired
    HandPlacing hands;

    @Autowired
    PointPlacing pointPlacing;

    @Autowired
    Sending sending;

    @Autowired
    Conversation conversation;

    @Autowired
    ReturnedFiles returned;

    @Autowired
    Approval approval;

    @Autowired
    TimeRequests timeRequests;

    @Autowired
    Reminders reminders;

    @Autowired
    Announcing announcing;

    @Autowired
    ReplySigners signers;

    @Autowired
    ReplyRoutes routes;

    @Autowired
    InnerAsks inner;

    @Autowired
    Contacts contacts;

    @Autowired
    Entering entering;

    @Autowired
    Rounds rounds;

    @Autowired
    Approvers approvers;

    @Autowired
    Replies replies;

    @Autowired
    Openings openings;

    @Autowired
    StandIns standIns;

    @Autowired
    Consents consents;

    @Autowired
    Points points;

    @Autowired
    PointGroups groups;

    @Autowired
    DeskUndo undo;

    @Autowired
    PointAssigning assigning;

    @Autowired
    SecondChecks secondChecks;

    @Autowired
    AnswerTemplates templates;

    @Autowired
    Inquiries inquiries;

    @Autowired
    DeskProposals proposals;

    @Autowired
    ConsolidatedTables tables;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient sql;

    @Autowired
    VersionAlignments alignments;

    @Autowired
    Flyway owner;

    private final Set<String> seen = new TreeSet<>();
    private Person member;
    private Person secretary;
    private Unit unit;
    private Person head;
    private Dossier dossier;
    private VersionId draft;
    private ProvisionId place;

    @BeforeEach
    void world() {
        member = committee.person(Role.MEMBER);
        secretary = committee.person(Role.SECRETARIAT);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        dossier = committee.sealed(member);
        draft = texts.published(member, dossier);
        place = texts.place(draft, "dieu-1").id();
    }

    /** The actions that the change has added to the trail. */
    private List<String> rows(String method, Runnable change) {
        seen.add(method);
        String before = sql.sql("SELECT pg_snapshot_xmax(pg_current_snapshot())::text")
                .query(String.class)
                .single();
        change.run();
        return sql.sql("SELECT action FROM audit_entry WHERE appended >= :before::xid8 ORDER BY at, id")
                .param("before", before)
                .query(String.class)
                .list();
    }

    @Test
    void everyChangeOfEveryFacadeAddsItsRow() {
        accountsAndDrafts();
        opinions();
        talkAndPlaces();
        roundsAndReplies();
        consolidation();
        assertThat(seen).as("facade methods that change something").isEqualTo(changing());
    }

    private void accountsAndDrafts() {
        assertThat(rows("Units.register", committee::unit)).containsExactly("UNIT_REGISTERED");
        Unit renamed = committee.unit();
        Person administrator = committee.person(Role.ADMINISTRATOR);
        assertThat(rows("Units.change", () -> units.change(administrator, renamed, "Sở mới", renamed.kind(), true)))
                .containsExactly("UNIT_CHANGED");
        assertThat(rows("People.register", () -> committee.person(Role.MEMBER))).containsExactly("PERSON_REGISTERED");
        assertThat(rows("People.changeMailAddress", () -> people.changeMailAddress(member, "a@tinh.gov.vn")))
                .containsExactly("MAIL_ADDRESS_CHANGED");
        keptAccounts();
        postsAndUnits();
        waysIn();
        keptSettings();
        assertThat(rows("Dossiers.create", () -> committee.sealed(member))).containsExactly("DOSSIER_CREATED");
        keptDossiers();
        VersionId review = texts.review(member, dossier, DraftFixture.REGULATION);
        assertThat(rows("StructureChecks.apply", () -> checks.apply(member, review, 2, List.of())))
                .containsExactly("STRUCTURE_REPAIRED");
        assertThat(rows("StructureChecks.reread", () -> checks.reread(member, review, 3, Changes.ORIGINAL)))
                .containsExactly("VERSION_REREAD");
        assertThat(rows("Drafts.publish", () -> drafts.publish(member, review))).containsExactly("VERSION_PUBLISHED");
        VersionId next = texts.published(member, dossier, DraftFixture.REGULATION);
        List<TieId> ties =
                alignments.of(member, next).ties().stream().map(StoredTie::id).toList();
        int seen = drafts.get(member, next).version();
        var decisions = new Decisions(ties, List.of(), List.of());
        assertThat(rows("VersionAlignments.decide", () -> alignments.decide(member, next, seen, decisions)))
                .containsExactly("ALIGNMENT_DECIDED");
        assertThat(rows("PrintedDrafts.paper", () -> printed.paper(member, next, "https://gopy.example")))
                .containsExactly("DRAFT_PRINTED");
        assertThat(rows("Drafts.upload", () -> texts.review(member, dossier, DraftFixture.REGULATION)))
                .containsExactly("VERSION_UPLOADED");
        UploadedFile paper = new UploadedFile("to-trinh.txt", "Tờ trình".getBytes(StandardCharsets.UTF_8), "");
        assertThat(rows("Drafts.uploadPaper", () -> drafts.uploadPaper(member, dossier.id(), SeriesRole.OTHER, paper)))
                .containsExactly("VERSION_UPLOADED");
    }

    private void keptAccounts() {
        Person admin = committee.person(Role.ADMINISTRATOR);
        Unit named = committee.unit();
        assertThat(rows("Units.change", () -> units.change(admin, named, "Sở khác", named.kind(), false)))
                .containsExactly("UNIT_CHANGED");
        List<Person> person = new ArrayList<>(List.of(committee.person(Role.MEMBER)));
        var wanted = new ChangedPerson(null, "Trần Thị Dấu", "", "", Set.of(Role.MEMBER), List.of());
        assertThat(rows("Accounts.change", () -> person.add(accounts.change(admin, person.getLast(), wanted))))
                .containsOnly("PERSON_CHANGED");
        assertThat(rows("Accounts.close", () -> person.add(accounts.close(admin, person.getLast()))))
                .containsExactly("ACCOUNT_CLOSED");
        assertThat(rows("Accounts.open", () -> person.add(accounts.open(admin, person.getLast()))))
                .containsExactly("ACCOUNT_OPENED");
        assertThat(rows(
                        "Accounts.givePassword",
                        () -> accounts.givePassword(admin, person.getLast(), "Một câu dài khác hẳn")))
                .containsExactly("PASSWORD_GIVEN");
        Person owner = committee.withPassword("Một câu thật dài", Role.MEMBER);
        assertThat(rows(
                        "OwnPassword.change",
                        () -> ownPassword.change(owner, "Một câu thật dài", "Một câu dài khác hẳn")))
                .containsExactly("PASSWORD_CHANGED");
    }

    private void postsAndUnits() {
        Person admin = committee.person(Role.ADMINISTRATOR);
        LocalDate today = LocalDate.now(Moments.ZONE);
        Unit office = committee.unit();
        Person leader = committee.in(office, UnitRole.HEAD);
        List<Person> holder = new ArrayList<>(List.of(committee.person()));
        NewTenure post = new NewTenure(office.code(), UnitRole.STAFF, "", today, null);
        assertThat(rows("Tenures.begin", () -> holder.add(tenures.begin(admin, holder.getLast(), post))))
                .containsExactly("TENURE_BEGUN");
        TenureId held = tenures.of(admin, holder.getLast().id()).getFirst().id();
        List<Tenure> lent = new ArrayList<>();
        assertThat(rows(
                        "Delegations.give",
                        () -> lent.add(delegations.give(
                                leader, office.id(), holder.getLast().id(), today, today.plusDays(1)))))
                .containsExactly("DELEGATION_GIVEN");
        assertThat(rows(
                        "Delegations.takeBack",
                        () -> delegations.takeBack(leader, lent.getFirst().id())))
                .containsExactly("DELEGATION_TAKEN_BACK");
        List<Person> next = new ArrayList<>(List.of(committee.person()));
        assertThat(rows(
                        "Tenures.handOver",
                        () -> tenures.handOver(admin, committee.again(holder.getLast()), held, next.getLast(), today)))
                .containsExactly("TENURE_ENDED", "TENURE_BEGUN");
        TenureId last = tenures.of(admin, next.getLast().id()).getFirst().id();
        assertThat(rows("Tenures.end", () -> tenures.end(admin, committee.again(next.getLast()), last, today)))
                .containsExactly("TENURE_ENDED");
        List<Unit> named = new ArrayList<>(List.of(office));
        assertThat(rows(
                        "Units.nameFormerly",
                        () -> named.add(units.nameFormerly(admin, named.getLast(), List.of("Sở cũ")))))
                .containsExactly("UNIT_CHANGED");
        assertThat(rows("Units.merge", () -> named.add(units.merge(admin, named.getLast(), unit, today))))
                .containsExactly("UNIT_MERGED");
        assertThat(rows("Units.part", () -> units.part(admin, named.getLast()))).containsExactly("UNIT_PARTED");
        List<AskedGroup> group = new ArrayList<>();
        List<AskedGroup.Member> members = List.of(AskedGroup.Member.of(unit));
        assertThat(rows("AskedGroups.make", () -> group.add(askedGroups.make(admin, "Nhóm dấu vết", members))))
                .containsExactly("GROUP_MADE");
        assertThat(rows(
                        "AskedGroups.change",
                        () -> group.add(askedGroups.change(admin, group.getLast(), "Nhóm khác", members))))
                .containsExactly("GROUP_CHANGED");
        assertThat(rows("AskedGroups.remove", () -> askedGroups.remove(admin, group.getLast())))
                .containsExactly("GROUP_REMOVED");
    }

    private void waysIn() {
        Person admin = committee.person(Role.ADMINISTRATOR);
        Person owner = committee.withPassword("Một câu thật dài", Role.MEMBER);
        List<String> tokens = new ArrayList<>();
        assertThat(rows(
                        "RememberedDevices.remember",
                        () -> tokens.add(devices.remember(owner, "Chrome").orElseThrow())))
                .containsExactly("DEVICE_REMEMBERED");
        assertThat(rows("RememberedDevices.leave", () -> devices.leave(tokens.getLast())))
                .containsExactly("DEVICE_FORGOTTEN");
        devices.remember(owner, "Chrome");
        DeviceId device = devices.of(owner, owner.id()).getFirst().id();
        assertThat(rows("RememberedDevices.forget", () -> devices.forget(owner, device)))
                .containsExactly("DEVICE_FORGOTTEN");
        assertThat(rows("RememberedDevices.forgetAll", () -> devices.forgetAll(admin, owner.id())))
                .containsExactly("DEVICE_FORGOTTEN");
        assertThat(rows("PasswordLinks.give", () -> tokens.add(links.give(admin, owner.id()))))
                .containsExactly("PASSWORD_LINK_GIVEN");
        assertThat(rows("PasswordLinks.use", () -> links.use(tokens.getLast(), "Một câu dài khác hẳn")))
                .containsExactly("PASSWORD_CHANGED");
    }

    private void keptSettings() {
        Person admin = committee.person(Role.ADMINISTRATOR);
        sql.sql("DELETE FROM setting").update();
        Settings usual = settings.get();
        Settings begun = usual.with(Map.of("office.place", "Nơi A"));
        assertThat(rows("InstallationSettings.begin", () -> settings.begin(Actor.SYSTEM, begun)))
                .containsExactly("SETTING_CHANGED");
        assertThat(rows("InstallationSettings.change", () -> settings.change(admin, begun, usual)))
                .containsExactly("SETTING_CHANGED");
        sql.sql("DELETE FROM setting").update();
    }

    private void keptDossiers() {
        Dossier kept = committee.sealed(member);
        assertThat(rows(
                        "DossierKeeping.change",
                        () -> keeping.change(
                                member, kept.id(), kept.version(), DossierChange.readBy(Audience.EVERYONE))))
                .containsExactly("DOSSIER_CHANGED");
        VersionId unchecked = texts.review(member, kept, DraftFixture.REGULATION);
        List<DraftVersion> seenVersions = new ArrayList<>(List.of(drafts.get(member, unchecked)));
        assertThat(rows(
                        "VersionKeeping.label",
                        () -> seenVersions.add(versions.label(
                                member, unchecked, seenVersions.getLast().version(), "Bản lấy ý kiến"))))
                .containsExactly("VERSION_LABELLED");
        assertThat(rows(
                        "VersionKeeping.delete",
                        () -> versions.delete(
                                member, unchecked, seenVersions.getLast().version())))
                .containsExactly("VERSION_DELETED");
        VersionId checked = texts.published(member, committee.sealed(member));
        assertThat(rows(
                        "Briefs.write",
                        () -> briefs.write(
                                member, checked, drafts.get(member, checked).version(), List.of("Chế độ họp"))))
                .containsExactly("VERSION_BRIEFED");
        assertThat(rows("DossierKeeping.delete", () -> keeping.delete(member, kept.id(), kept.version() + 1)))
                .containsExactly("DOSSIER_DELETED");
        Dossier issued = committee.sealed(member);
        VersionId text = texts.published(member, issued);
        assertThat(rows(
                        "Promulgations.record",
                        () -> promulgations.record(member, issued.id(), 1, text, "12-QĐ/BCĐ", LocalDate.EPOCH)))
                .containsExactly("DOSSIER_PROMULGATED");
        assertThat(rows(
                        "Promulgations.correct",
                        () -> promulgations.correct(member, issued.id(), 1, "13-QĐ/BCĐ", LocalDate.EPOCH)))
                .containsExactly("PROMULGATION_CORRECTED");
        assertThat(rows("NoticeChoices.choose", () -> noticeChoices.choose(member, "MENTION", NoticeWay.DAILY)))
                .containsExactly("NOTICE_WAY_CHOSEN");
        Person helper = committee.person(Role.ADMINISTRATOR);
        assertThat(rows("Supporting.enter", () -> supporting.enter(helper, dossier.code(), 1, "Tệp không mở được")))
                .containsExactly("SUPPORT_ENTERED");
        Support support = supporting.latest(helper).getFirst();
        assertThat(rows("Supporting.end", () -> supporting.end(secretary, support.id())))
                .containsExactly("SUPPORT_ENDED");
    }

    private void opinions() {
        NewComment words = NewComment.of(CommentKind.OTHER, "Từ khóa bí ẩn");
        List<Comment> written = new ArrayList<>();
        assertThat(rows("Composing.create", () -> written.add(composing.create(member, place, words.unsent()))))
                .containsExactly("COMMENT_WRITTEN");
        Comment comment = written.getFirst();
        assertThat(rows("Composing.edit", () -> composing.edit(member, comment.id(), 1, CommentKind.EDIT, "Sửa", null)))
                .containsExactly("COMMENT_EDITED");
        assertThat(rows("Sending.send", () -> sending.send(member, List.of(comment.id()))))
                .containsExactly("COMMENT_SENT");
        assertThat(rows("Conversation.reply", () -> conversation.reply(member, comment.id(), "Thêm")))
                .containsExactly("COMMENT_REPLIED");
        UploadedFile file =
                new UploadedFile("gop-y.docx", ReturnedWord.of(List.of("Điều 1. Phạm vi [-điều chỉnh-]")), "");
        assertThat(rows("ReturnedFiles.take", () -> returned.take(member, draft, null, file, null)))
                .containsExactly("RETURNED_FILE_TAKEN", "COMMENT_WRITTEN");
        assertThat(rows("Composing.delete", () -> composing.delete(member, comment.id(), 3)))
                .containsExactly("COMMENT_DELETED");
    }

    /** What is said without words, and where what was said of a draft stands on the next one. */
    private void talkAndPlaces() {
        Person adviser = committee.person(Role.ADVISER);
        Dossier open = committee.dossier(member, Audience.INVITED, Discussion.GROUP, adviser);
        VersionId first = texts.published(member, open);
        ProvisionId there = texts.place(first, "dieu-1").id();
        CommentId said = composing
                .create(member, there, NewComment.of(CommentKind.OTHER, "Ý kiến"))
                .id();
        assertThat(rows("ThreadMarks.agree", () -> threadMarks.agree(adviser, said)))
                .containsExactly("OPINION_AGREED");
        assertThat(rows("ThreadMarks.takeBackAgreement", () -> threadMarks.takeBackAgreement(adviser, said)))
                .containsExactly("AGREEMENT_TAKEN_BACK");
        assertThat(rows("ThreadMarks.resolve", () -> threadMarks.resolve(member, said)))
                .containsExactly("THREAD_RESOLVED");
        assertThat(rows("ThreadMarks.reopen", () -> threadMarks.reopen(member, said)))
                .containsExactly("THREAD_REOPENED");
        RoundId asked = committee.round(first).asking(unit).open(secretary).id();
        PointId point = points.enter(secretary, asked, List.of(letter(first, List.of(there))))
                .getFirst();
        VersionId second = texts.published(member, open);
        Comment filed = attachments.attach(
                adviser,
                composing
                        .create(
                                adviser,
                                there,
                                NewComment.of(CommentKind.OTHER, "Có tệp").unsent())
                        .id(),
                new UploadedFile("phu-luc.txt", "Phụ lục kèm theo".getBytes(StandardCharsets.UTF_8), ""));
        assertThat(rows(
                        "Attachments.detach",
                        () -> attachments.detach(
                                adviser, filed.id(), filed.files().getFirst().id())))
                .containsExactly("COMMENT_FILE_REMOVED");
        assertThat(rows("HandPlacing.put", () -> hands.put(member, said, 1, second, null)))
                .containsExactly("COMMENT_PLACED");
        assertThat(rows("HandPlacing.release", () -> hands.release(member, said, 2, second)))
                .containsExactly("COMMENT_PLACED");
        int seen = points.get(secretary, point).version();
        assertThat(rows("PointPlacing.put", () -> pointPlacing.put(secretary, point, seen, second, null)))
                .containsExactly("POINT_PLACED");
        assertThat(rows("PointPlacing.release", () -> pointPlacing.release(secretary, point, seen + 1, second)))
                .containsExactly("POINT_PLACED");
    }

    private NewPoint letter(VersionId about, List<ProvisionId> places) {
        return new NewPoint(
                about, unit.code(), null, CommentKind.OTHER, "Hai", null, SourceKind.LETTER, "", places, false, false);
    }

    private void heardInside(Round round, String code) {
        Person colleague = committee.in(unit, UnitRole.STAFF);
        routes.set(head, unit.id(), new ReplyRoute(1, List.of(colleague.id())));
        replies.submit(head, round.id(), code);
        assertThat(rows("Approval.passOn", () -> approval.passOn(colleague, round.id(), code, OptionalInt.empty())))
                .containsExactly("REPLY_PASSED_ON");
        routes.set(head, unit.id(), new ReplyRoute(2, List.of()));
        assertThat(rows("InnerAsks.ask", () -> inner.ask(head, round.id(), code, List.of(colleague.id()), "Điều 2")))
                .containsExactly("INNER_ASKED");
        InnerAsk asked = inner.of(head, round.id(), code).getFirst();
        assertThat(rows("InnerAsks.answer", () -> inner.answer(colleague, round.id(), asked.id(), "Được", 1)))
                .containsExactly("INNER_ANSWERED");
        Unit other = committee.unit();
        assertThat(rows("Rounds.beside", () -> rounds.beside(secretary, round.id(), other.code())))
                .containsExactly("INVITEE_BESIDE");
        assertThat(rows(
                        "Entering.enter",
                        () -> entering.enter(
                                secretary,
                                round.id(),
                                other.code(),
                                Map.of(round.drafts().getFirst(), Position.AGREE),
                                "12/CV",
                                null)))
                .containsExactly("REPLY_WRITTEN", "REPLY_LETTER", "REPLY_SENT");
    }

    private void prepared() {
        Instant later = Instant.now().plus(Duration.ofDays(1));
        Round first = committee.round(draft).asking(unit).opening(later).open(secretary);
        OptionalInt any = OptionalInt.empty();
        assertThat(rows(
                        "Openings.change",
                        () -> openings.change(
                                secretary,
                                first.id(),
                                any,
                                openings.prepared(secretary, first.id()).opening(later.plusSeconds(60)))))
                .containsExactly("ROUND_CHANGED");
        assertThat(rows("Openings.openNow", () -> openings.openNow(secretary, first.id(), any)))
                .containsExactly("ROUND_CHANGED");
        Round second = committee.round(draft).asking(unit).opening(later).open(secretary);
        assertThat(rows("Openings.callOff", () -> openings.callOff(secretary, second.id(), any)))
                .containsExactly("ROUND_CALLED_OFF");

        Unit sender = committee.unit();
        rounds.beside(secretary, first.id(), sender.code());
        entering.enter(secretary, first.id(), sender.code(), Map.of(draft, Position.AGREE), "12/CC", null);
        assertThat(rows(
                        "StandIns.standFor",
                        () -> standIns.standFor(secretary, first.id(), sender.code(), unit.code())))
                .containsExactly("REPLY_STANDS_FOR");
        assertThat(rows("StandIns.standAlone", () -> standIns.standAlone(secretary, first.id(), sender.code())))
                .containsExactly("REPLY_STANDS_FOR");
    }

    private void approvedForLetter() {
        Round other = committee.round(draft).asking(unit).open(secretary);
        replies.putAll(head, other.id(), unit.code(), Position.AGREE, "");
        assertThat(rows(
                        "Approval.approveForLetter",
                        () -> approval.approveForLetter(head, other.id(), unit.code(), OptionalInt.empty(), null)))
                .containsExactly("REPLY_SENT", "REPLY_APPROVED_FOR_LETTER");
    }

    private void roundsAndReplies() {
        prepared();
        List<Round> opened = new ArrayList<>();
        assertThat(rows(
                        "Openings.open",
                        () -> opened.add(committee
                                .round(draft)
                                .asking(unit)
                                .asking(member)
                                .open(secretary))))
                .containsExactly("ROUND_OPENED");
        Round round = opened.getFirst();
        String code = unit.code();
        assertThat(rows("Replies.put", () -> replies.put(head, round.id(), code, Map.of(draft, Position.AGREE), "")))
                .containsExactly("REPLY_WRITTEN");
        assertThat(rows("Replies.putAll", () -> replies.putAll(head, round.id(), code, Position.AGREE, "")))
                .containsExactly("REPLY_WRITTEN");
        Instant later = round.closesAt().plusSeconds(30);
        assertThat(rows("TimeRequests.ask", () -> timeRequests.ask(head, round.id(), code, later, "Chờ tài liệu")))
                .containsExactly("TIME_ASKED");
        assertThat(rows(
                        "TimeRequests.decline",
                        () -> timeRequests.decline(secretary, round.id(), code, "Gấp", OptionalInt.empty())))
                .containsExactly("TIME_DECLINED");
        timeRequests.ask(head, round.id(), code, later, "Chờ tài liệu");
        assertThat(rows(
                        "TimeRequests.grant",
                        () -> timeRequests.grant(secretary, round.id(), code, null, OptionalInt.empty())))
                .containsExactly("INVITEE_EXTENDED", "TIME_GRANTED");
        assertThat(rows(
                        "ReplySigners.say",
                        () -> signers.say(
                                head,
                                round.id(),
                                code,
                                new ReplySigner(0, ReplySigner.Authority.HEAD, "", "Giám đốc", "Đàm Quốc Khải"))))
                .containsExactly("REPLY_SIGNER");
        assertThat(rows("Reminders.remind", () -> reminders.remind(secretary, round.id(), List.of(code))))
                .containsExactly("INVITEES_REMINDED");
        assertThat(rows("Contacts.put", () -> contacts.put(secretary, round.id(), code, "Đ/c Linh", "0912345678", 0)))
                .containsExactly("CONTACT_WRITTEN");
        assertThat(rows("ReplyRoutes.set", () -> routes.set(head, unit.id(), new ReplyRoute(0, List.of()))))
                .containsExactly("REPLY_ROUTE");
        heardInside(round, code);
        assertThat(rows("Reminders.called", () -> reminders.called(secretary, round.id(), code, "Hẹn chiều mai")))
                .containsExactly("INVITEE_CALLED");
        assertThat(rows("Replies.submit", () -> replies.submit(head, round.id(), code)))
                .containsExactly("REPLY_SUBMITTED");
        assertThat(rows(
                        "Approval.giveBack",
                        () -> approval.giveBack(head, round.id(), code, "Bổ sung ý kiến", OptionalInt.empty())))
                .containsExactly("REPLY_RETURNED");
        assertThat(rows("Replies.send", () -> replies.send(head, round.id(), code)))
                .containsExactly("REPLY_SENT");
        approvedForLetter();
        assertThat(rows("Replies.letter", () -> replies.letter(head, round.id(), code, "12/SKHCN", null)))
                .containsExactly("REPLY_LETTER");
        assertThat(rows("Consents.agree", () -> consents.agree(member, round.id(), draft)))
                .containsExactly("REPLY_WRITTEN", "REPLY_SENT");
        assertThat(rows(
                        "Consents.amend",
                        () -> consents.amend(
                                member,
                                round.id(),
                                Objects.requireNonNull(member.username()),
                                Map.of(draft, Position.OBJECT),
                                null,
                                OptionalInt.empty())))
                .containsExactly("REPLY_REPLACED");
        assertThat(rows(
                        "Consents.amendAll",
                        () -> consents.amendAll(
                                member,
                                round.id(),
                                Objects.requireNonNull(member.username()),
                                Position.AGREE,
                                null,
                                OptionalInt.empty(),
                                null)))
                .containsExactly("REPLY_REPLACED");
        assertThat(rows(
                        "Consents.takeBack",
                        () -> consents.takeBack(
                                member,
                                round.id(),
                                Objects.requireNonNull(member.username()),
                                draft,
                                OptionalInt.empty())))
                .containsExactly("REPLY_TAKEN_BACK");
        assertThat(rows(
                        "Consents.change",
                        () -> consents.change(
                                member,
                                round.id(),
                                Objects.requireNonNull(member.username()),
                                draft,
                                Position.OBJECT,
                                OptionalInt.empty())))
                .containsExactly("REPLY_WRITTEN");
        assertThat(rows("Replies.classified", () -> replies.classified(secretary, round.id(), code)))
                .containsExactly("REPLY_CLASSIFIED");
        Person chair = committee.person(Role.CHAIR);
        assertThat(rows("Replies.full", () -> replies.full(chair, round.id()))).containsExactly("REPLIES_READ");
        assertThat(rows(
                        "Replies.extend",
                        () -> replies.extend(
                                secretary, round.id(), code, round.closesAt().plusSeconds(60), "Đề nghị")))
                .containsExactly("INVITEE_EXTENDED");
        assertThat(rows(
                        "Rounds.extend",
                        () -> rounds.extend(
                                secretary, round.id(), round.closesAt().plus(Duration.ofDays(1)), "Chờ")))
                .containsExactly("ROUND_EXTENDED");
        assertThat(rows(
                        "Approvers.choose",
                        () -> approvers.choose(
                                secretary, round.id(), OptionalInt.empty(), new Approver.Named(secretary.id()))))
                .containsExactly("APPROVER_CHOSEN");
        assertThat(rows("Rounds.close", () -> rounds.close(secretary, round.id())))
                .containsExactly("ROUND_CLOSED");
        assertThat(rows("Rounds.lock", () -> rounds.lock(secretary, round.id())))
                .containsExactly("ROUND_LOCKED");
        assertThat(rows("Announcing.announce", () -> announcing.announce(secretary, round.id())))
                .containsExactly("ROUND_ANNOUNCED");
    }

    private void consolidation() {
        Round round = committee.round(draft).asking(member).open(secretary);
        assertThat(rows(
                        "Composing.create",
                        () -> composing.create(member, place, NewComment.of(CommentKind.OTHER, "Một"))))
                .contains("COMMENT_WRITTEN", "POINT_MADE");
        NewPoint entered = letter(draft, List.of());
        assertThat(rows("Points.enter", () -> points.enter(secretary, round.id(), List.of(entered, entered))))
                .containsExactly("POINT_ENTERED", "POINT_ENTERED");
        List<Point> all = points.of(secretary, round.id());
        assertThat(rows(
                        "Points.answer",
                        () -> points.answer(secretary, all.getFirst().id(), 1, Outcome.ACCEPT, "Tiếp thu", null)))
                .containsExactly("POINT_ANSWERED");
        Point last = all.getLast();
        int seenPoint = points.get(secretary, last.id()).version();
        assertThat(rows(
                        "Points.answerAll",
                        () -> points.answerAll(
                                secretary,
                                last.groupId(),
                                Map.of(last.id(), seenPoint),
                                Outcome.ACCEPT,
                                "Tiếp thu",
                                null)))
                .containsExactly("POINTS_ANSWERED");
        assertThat(rows(
                        "PointGroups.group",
                        () -> groups.group(
                                secretary,
                                round.id(),
                                "Vấn đề",
                                all.stream().map(Point::id).toList(),
                                null)))
                .containsExactly("POINTS_GROUPED");
        GroupId group = points.get(secretary, all.getFirst().id()).groupId();
        Map<PointId, Integer> seenAll =
                points.of(secretary, round.id()).stream().collect(Collectors.toMap(Point::id, Point::version));
        assertThat(rows(
                        "PointGroups.takeSides",
                        () -> groups.takeSides(secretary, group, seenAll, Map.of(last.id(), "B"))))
                .containsExactly("SIDES_TAKEN");
        assertThat(rows(
                        "DeskUndo.undo",
                        () -> undo.undo(
                                secretary,
                                round.id(),
                                undo.last(secretary, round.id()).orElseThrow().n())))
                .containsExactly("DESK_UNDONE");
        assertThat(rows("DeskProposals.refuse", () -> proposals.refuse(secretary, round.id(), seenAll.keySet())))
                .containsExactly("PROPOSAL_REFUSED");
        Point first = points.get(secretary, all.getFirst().id());
        assertThat(rows("Points.split", () -> points.split(secretary, first.id(), first.version(), 0, 2)))
                .containsExactly("POINT_SPLIT");
        undo.undo(
                secretary,
                round.id(),
                undo.last(secretary, round.id()).orElseThrow().n());
        int seenLast = points.get(secretary, last.id()).version();
        assertThat(rows(
                        "PointAssigning.assign",
                        () -> assigning.assign(
                                secretary, round.id(), Map.of(last.id(), seenLast), secretary.username())))
                .containsExactly("POINT_ASSIGNED");
        assertThat(rows(
                        "PointAssigning.assignPlace",
                        () -> assigning.assignPlace(
                                secretary,
                                round.id(),
                                new DeskPlace.Key(
                                        last.versionId(),
                                        last.mainPlace()
                                                .map(Point.PointPlace::provision)
                                                .orElse(null)),
                                secretary.username(),
                                null)))
                .containsExactly("PLACE_ASSIGNED");
        Person checker = committee.person(Role.SECRETARIAT);
        GroupId answered = points.get(secretary, last.id()).groupId();
        Map<PointId, Integer> seenAnswered = points.of(secretary, round.id()).stream()
                .filter(point -> point.groupId().equals(answered))
                .collect(Collectors.toMap(Point::id, Point::version));
        points.answerAll(secretary, answered, seenAnswered, Outcome.ACCEPT, "Tiếp thu", null);
        Map<PointId, Integer> seenNow = points.of(secretary, round.id()).stream()
                .filter(point -> point.groupId().equals(answered))
                .collect(Collectors.toMap(Point::id, Point::version));
        assertThat(rows("SecondChecks.check", () -> secondChecks.check(checker, answered, seenNow)))
                .containsExactly("ANSWER_CHECKED");
        assertThat(rows("SecondChecks.takeBack", () -> secondChecks.takeBack(checker, answered, 1)))
                .containsExactly("ANSWER_CHECK_TAKEN_BACK");
        assertThat(rows("AnswerTemplates.keep", () -> templates.keep(secretary, round.id(), false, null, "Tiếp thu.")))
                .containsExactly("TEMPLATE_KEPT");
        AnswerTemplate template = templates.of(secretary, round.id()).getFirst();
        assertThat(rows(
                        "AnswerTemplates.drop",
                        () -> templates.drop(secretary, round.id(), template.id(), template.version())))
                .containsExactly("TEMPLATE_DROPPED");
        assertThat(rows("Inquiries.ask", () -> inquiries.ask(secretary, last.id(), unit.id(), "Hỏi", null)))
                .containsExactly("UNIT_CONSULTED");
        Inquiry asked = inquiries.toUnitsOf(head).getFirst();
        assertThat(rows("Inquiries.answer", () -> inquiries.answer(head, asked.id(), asked.version(), "Đáp")))
                .containsExactly("CONSULTATION_ANSWERED");
        assertThat(rows("Inquiries.note", () -> inquiries.note(secretary, last.id(), "Đã trao đổi")))
                .containsExactly("AUTHOR_CONSULTED");
        assertThat(rows("PointGroups.ungroup", () -> groups.ungroup(secretary, group, 1)))
                .containsExactly("GROUP_TAKEN_APART");
        Point somewhere = points.get(secretary, last.id());
        assertThat(rows(
                        "Points.place",
                        () -> points.place(
                                secretary, last.id(), somewhere.version(), List.of(), List.of(), version -> somewhere)))
                .containsExactly("POINT_PLACES");
        assertThat(rows("ConsolidatedTables.file", () -> tables.file(secretary, round.id(), null, TableFormat.DOCX)))
                .containsExactly("TABLE_EXPORTED");
        assertThat(rows("ConsolidatedTables.paper", () -> tables.paper(secretary, round.id(), null, PaperKind.ISSUES)))
                .containsExactly("PAPER_EXPORTED");
        editionsOf(round);
        sql.sql("UPDATE round SET announced_at = :now WHERE id = :id")
                .param("now", Timestamp.from(Instant.now()))
                .param("id", round.id().value())
                .update();
        Point own = all.stream()
                .filter(point -> member.id().equals(point.person()))
                .findFirst()
                .orElseThrow();
        assertThat(rows("AnswerBacks.say", () -> backs.say(member, own.id(), "Chưa đúng ý.")))
                .containsExactly("RESULT_ANSWERED_BACK");
    }

    private void editionsOf(Round round) {
        assertThat(rows(
                        "DossierArchives.of",
                        () -> archives.of(secretary, committee.sealed(member).id())))
                .containsExactly("DOSSIER_CREATED", "DOSSIER_ARCHIVED");
        assertThat(rows("Editions.freeze", () -> editions.freeze(secretary, round.id(), null, 0)))
                .containsExactly("EDITION_FROZEN");
        Edition edition = editions.of(secretary, round.id()).getFirst();
        assertThat(rows("Editions.file", () -> editions.file(secretary, edition.id(), TableFormat.DOCX)))
                .containsExactly("EDITION_EXPORTED");
        editions.move(secretary, edition.id(), 1, EditionState.SUBMITTED, null, null);
        assertThat(rows(
                        "Editions.move",
                        () -> editions.move(
                                secretary, edition.id(), 2, EditionState.SIGNED, "12/BTH", LocalDate.EPOCH)))
                .containsExactly("EDITION_MOVED");
        UploadedFile signed = new UploadedFile("da-ky.txt", "Đã ký".getBytes(StandardCharsets.UTF_8), "");
        assertThat(rows("Editions.attach", () -> editions.attach(secretary, edition.id(), 3, signed)))
                .containsExactly("EDITION_FILE_KEPT");
    }

    /** What the facades declare: every public method in a transaction that writes, and those that are slow before it. */
    private static Set<String> changing() {
        Set<String> names = new TreeSet<>(Set.of(
                "Drafts.upload",
                "Drafts.uploadPaper",
                "People.register",
                "PasswordLinks.use",
                "StructureChecks.reread",
                "Editions.attach",
                "ReturnedFiles.take"));
        Stream.of(
                        People.class,
                        Units.class,
                        Accounts.class,
                        OwnPassword.class,
                        Tenures.class,
                        Delegations.class,
                        AskedGroups.class,
                        RememberedDevices.class,
                        PasswordLinks.class,
                        InstallationSettings.class,
                        Dossiers.class,
                        DossierKeeping.class,
                        Promulgations.class,
                        Supporting.class,
                        NoticeChoices.class,
                        VersionKeeping.class,
                        Briefs.class,
                        Drafts.class,
                        PrintedDrafts.class,
                        StructureChecks.class,
                        VersionAlignments.class,
                        Composing.class,
                        Sending.class,
                        Conversation.class,
                        HandPlacing.class,
                        ThreadMarks.class,
                        Attachments.class,
                        Rounds.class,
                        Openings.class,
                        StandIns.class,
                        Approvers.class,
                        Replies.class,
                        Consents.class,
                        Approval.class,
                        TimeRequests.class,
                        Reminders.class,
                        Announcing.class,
                        ReplySigners.class,
                        ReplyRoutes.class,
                        InnerAsks.class,
                        Contacts.class,
                        Entering.class,
                        Keeping.class,
                        Points.class,
                        PointGroups.class,
                        PointPlacing.class,
                        ConsolidatedTables.class,
                        DeskUndo.class,
                        DeskProposals.class,
                        PointAssigning.class,
                        SecondChecks.class,
                        AnswerTemplates.class,
                        Inquiries.class,
                        NextDrafts.class,
                        UptakeFigures.class,
                        SubmissionChecks.class,
                        Editions.class,
                        AnswerBacks.class,
                        DossierArchives.class)
                .flatMap(facade -> Arrays.stream(facade.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && writes(method))
                .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
                .filter(name -> !WITHOUT_ROW.contains(name))
                .forEach(names::add);
        return names;
    }

    private static boolean writes(Method method) {
        Transactional transaction = method.getAnnotation(Transactional.class);
        return transaction != null && !transaction.readOnly();
    }

    @Test
    void aRowTellsWhoForWhomAndWhatButNoWords() {
        Comment comment = composing.create(
                head,
                texts.place(texts.published(member, committee.sealed(member, head)), "dieu-1")
                        .id(),
                NewComment.of(CommentKind.OTHER, "Từ khóa bí ẩn").forUnit(unit.code()));
        AuditEntry row = trail.find(new AuditQuery(comment.id().value(), null, null, null, 10))
                .getFirst();

        assertThat(row.actorId()).isEqualTo(head.id().value());
        assertThat(row.actorName()).isEqualTo(head.displayName());
        assertThat(row.onBehalfOf()).isEqualTo(unit.id().value());
        assertThat(row.subjectType()).isEqualTo("COMMENT");
        assertThat(row.toString()).doesNotContain("bí ẩn");
        assertThat(row.afterHash()).hasSize(64);
        assertThat(row.contentHash()).isEqualTo(Sha256.of(row.content()));
    }

    /** Answers are few and short: with a plain hash whoever reads the trail could try them one by one. */
    @Test
    void whoReadsTheTrailCannotTryWordsOnIt() {
        ProvisionId place = texts.place(texts.published(member, committee.sealed(member, head)), "dieu-1")
                .id();
        NewComment guessed = NewComment.of(CommentKind.OTHER, "Không nhất trí");
        AuditEntry row = written(composing.create(head, place, guessed.forUnit(unit.code())));
        AuditEntry other = written(composing.create(head, place, guessed.forUnit(unit.code())));

        assertThat(row.afterHash())
                .isNotEqualTo(Sha256.of("Không nhất trí"))
                .as("the same words of somebody else tell nothing either")
                .isNotEqualTo(other.afterHash());
        assertThat(row.keyId()).isNotEmpty().isEqualTo(other.keyId());
    }

    private AuditEntry written(Comment comment) {
        return trail.find(new AuditQuery(comment.id().value(), null, null, null, 10))
                .getLast();
    }

    @Test
    void theTrailIsReadInPartsThatFollowEachOther() {
        Person writer = committee.person(Role.MEMBER);
        for (int n = 0; n < 3; n++) {
            composing.create(writer, committee.sealed(writer).id(), NewComment.of(CommentKind.OTHER, "Ý kiến " + n));
        }
        AuditQuery query = new AuditQuery(null, writer.id().value(), null, null, 4);

        Page<AuditEntry> first = trail.page(query, null);
        Page<AuditEntry> second = trail.page(query, UUID.fromString(first.next()));

        assertThat(first.total()).isEqualTo(second.total()).isEqualTo(6);
        assertThat(first.items()).hasSize(4);
        assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
        assertThat(Stream.concat(first.items().stream(), second.items().stream())
                        .map(AuditEntry::at))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void hashesFromBeforeThereWasAKeyAreShownToNobody() {
        UUID subject = UUID.randomUUID();
        sql.sql("""
                INSERT INTO audit_entry (id, at, actor_name, action, subject_type, subject_id, after_hash, content_hash)
                VALUES (:id, now(), 'Người cũ', 'COMMENT_WRITTEN', 'COMMENT', :subject, :hash, 'h')
                """)
                .param("id", UUID.randomUUID())
                .param("subject", subject)
                .param("hash", Sha256.of("Nhất trí"))
                .update();

        AuditEntry row =
                trail.find(new AuditQuery(subject, null, null, null, 10)).getFirst();

        assertThat(row.actorName()).isEqualTo("Người cũ");
        assertThat(row.beforeHash() + row.afterHash() + row.contentHash()).isEmpty();
    }

    @Test
    void aRowBelongsToTheTransactionOfItsChange() {
        assertThatThrownBy(() -> trail.record(Actor.SYSTEM, "X", "X", null))
                .isInstanceOf(IllegalTransactionStateException.class);
        int before = count();
        assertThatThrownBy(() -> composing.create(member, dossier.id(), NewComment.of(CommentKind.OTHER, " ")));
        assertThatThrownBy(() -> units.register(member.actor(), unit.code(), "Trùng mã", UnitKind.OTHER));
        assertThatThrownBy(() -> people.register(member.actor(), named(member.username())));
        assertThat(count()).as("what is refused leaves no row of a change").isEqualTo(before);
    }

    private static NewPerson named(String username) {
        return new NewPerson(username, null, "Trùng tên", "", "", Set.of(), List.of());
    }

    private int count() {
        return sql.sql("SELECT count(*) FROM audit_entry").query(Integer.class).single();
    }

    @Test
    void neitherTheApplicationNorTheOwnerOfTheTableChangesARow() {
        JdbcClient asOwner = JdbcClient.create(owner.getConfiguration().getDataSource());
        for (String table : List.of("audit_entry", "issue_group_history", "point_group_history")) {
            String id = table.equals("audit_entry") ? "id" : "group_id";
            for (String change : List.of("UPDATE " + table + " SET " + id + " = " + id, "DELETE FROM " + table)) {
                assertThatThrownBy(() -> sql.sql(change).update())
                        .rootCause()
                        .hasMessageContaining("permission denied");
            }
        }
        for (String change : List.of("UPDATE audit_entry SET actor_name = 'x'", "DELETE FROM audit_entry")) {
            assertThatThrownBy(() -> asOwner.sql(change).update()).rootCause().hasMessageContaining("only ever added");
        }
    }
}
