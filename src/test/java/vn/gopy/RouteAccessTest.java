package vn.gopy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.consolidation.NewPoint;
import vn.gopy.consolidation.PointGroups;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.SourceKind;
import vn.gopy.consolidation.edition.Editions;
import vn.gopy.consolidation.print.TablePrints;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.UploadedFile;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.support.Supporting;
import vn.gopy.opinion.Attachments;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.round.inner.InnerAsks;
import vn.gopy.round.letter.SignedCopies;
import vn.gopy.search.SavedSearches;
import vn.gopy.search.SearchRequest;

/** Every route of the API and every plain page asked by every role: the table in docs/security.md, cell by cell. */
@IntegrationTest
class RouteAccessTest {

    private static final RouteTable TABLE = RouteTable.read();
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    ApiFixture api;

    @Autowired
    Composing composing;

    @Autowired
    Attachments attachments;

    @Autowired
    Rounds rounds;

    @Autowired
    TablePrints prints;

    @Autowired
    Replies replies;

    @Autowired
    SignedCopies copies;

    @Autowired
    InnerAsks inner;

    @Autowired
    Points points;

    @Autowired
    PointGroups groups;

    @Autowired
    Editions editions;

    @Autowired
    SavedSearches searches;

    @Autowired
    Supporting supporting;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient sql;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void everyRoleGetsTheStatusOfTheTableOnEveryRoute() {
        Scene scene = new Scene();
        List<String> different = new ArrayList<>();
        for (RouteTable.Row row : TABLE.rows()) {
            for (String role : TABLE.roles()) {
                int status = takenBack(scene, row, role);
                if (status != row.statuses().get(role)) {
                    different.add(row.method() + " " + row.route() + " as " + role + ": " + status + ", not "
                            + row.statuses().get(role));
                }
            }
        }
        assertThat(String.join("\n", different)).isEmpty();
    }

    /**
     * The status; what was changed is checked as at its end and taken back, so that the next finds all as it was. Who reads
     * but may not change is asked outside of such a transaction, where reading finds more.
     */
    private int takenBack(Scene scene, RouteTable.Row row, String role) {
        if (row.method().equals("GET")) {
            return scene.ask(row, role);
        }
        Integer answered = new TransactionTemplate(transactions).execute(change -> {
            change.setRollbackOnly();
            int status = scene.ask(row, role);
            if (status < 400) {
                sql.sql("SET CONSTRAINTS ALL IMMEDIATE").update();
            }
            return status;
        });
        boolean refusedInside = Objects.requireNonNull(answered) >= 400;
        return refusedInside && role.equals("support") ? scene.ask(row, role) : answered;
    }

    @Test
    void noRouteIsMissingInTheTable() {
        List<String> known = TABLE.rows().stream().map(RouteTable.Row::pattern).toList();
        assertThat(declared()).filteredOn(route -> !known.contains(route)).isEmpty();
    }

    private List<String> declared() {
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(RouteAccessTest::patterns)
                .filter(pattern ->
                        pattern.matches("\\w+ /(api/v1/|app-api/|don-gian).*") && !pattern.contains("openapi"))
                .distinct()
                .toList();
    }

    private static Stream<String> patterns(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream()
                .flatMap(method -> info.getPatternValues().stream()
                        .map(path -> method + " " + path.replaceAll("\\{[^{}]+}", "{}")));
    }

    @Test
    void theDocumentShowsThisTable() throws IOException {
        assertThat(Files.readString(Path.of("docs", "security.md"))).contains(TABLE.markdown());
    }

    /** A dossier in consultation with somebody in every role. */
    private final class Scene {

        private final Unit unit = committee.unit();
        private final Map<String, Person> people = new HashMap<>();
        private final Map<String, String> names = new HashMap<>();

        Scene() {
            people.put("administrator", committee.person(Role.ADMINISTRATOR));
            people.put("support", committee.person(Role.ADMINISTRATOR));
            people.put("secretariat", committee.person(Role.SECRETARIAT));
            people.put("chair", committee.person(Role.CHAIR));
            people.put("owner", committee.person(Role.MEMBER));
            people.put("member", committee.person(Role.MEMBER));
            people.put("adviser", committee.person(Role.ADVISER));
            people.put("head", committee.in(unit, UnitRole.HEAD));
            people.put("staff", committee.in(unit, UnitRole.STAFF));
            people.put("clerk", committee.in(unit, UnitRole.CLERK));
            people.put("outsider", committee.in(committee.unit(), UnitRole.HEAD));
            fill();
        }

        private Person who(String role) {
            return people.get(role);
        }

        private void fill() {
            Person owner = who("owner");
            Person secretary = who("secretariat");
            Dossier dossier = committee.sealed(owner, who("member"), who("adviser"));
            VersionId version = texts.published(owner, dossier);
            ProvisionId provision = texts.place(version, "dieu-1").id();
            names.put("unit", unit.code());
            names.put("page", "1"); // of a file that has no pages
            names.put("first", "1");
            names.put("kind", "issues");
            names.put("told", "MENTION");
            names.put("dossier", dossier.id().toString());
            names.put(
                    "everyone",
                    committee
                            .dossier(owner, Audience.EVERYONE, Discussion.SEALED)
                            .id()
                            .toString());
            names.put("version", version.toString());
            names.put(
                    "review",
                    texts.review(owner, dossier, DraftFixture.REGULATION).toString());
            names.put("provision", provision.toString());
            names.put("sealed", comment(who("member"), provision, NewComment.of(CommentKind.OTHER, "Kín")));
            Comment filed = composing.create(who("member"), provision, NewComment.of(CommentKind.OTHER, "Có tệp"));
            byte[] content = String.join("\n", DraftFixture.REGULATION).getBytes(StandardCharsets.UTF_8);
            filed = attachments.attach(who("member"), filed.id(), new UploadedFile("phu-luc.txt", content, ""));
            names.put("filed", filed.id().toString());
            names.put("file", filed.files().getFirst().id().toString());
            names.put(
                    "search",
                    searches.save(who("member"), "", SearchRequest.of("kinh phí"), false)
                            .id()
                            .toString());
            grouped();
            Round closed =
                    committee.round(version).asking(unit).asking(who("member")).open(secretary);
            rounds.close(secretary, closed.id());
            replies.putAll(who("head"), closed.id(), unit.code(), Position.AGREE, "");
            replies.send(who("head"), closed.id(), unit.code());
            copies.keep(
                    who("clerk"),
                    closed.id(),
                    unit.code(),
                    new UploadedFile("ban-ky.txt", content, ""),
                    OptionalInt.empty());
            names.put("closed", closed.id().toString());
            names.put("print", prints.ask(secretary, closed.id(), null).sha256());
            names.put(
                    "edition",
                    editions.freeze(secretary, closed.id(), null, 0).id().toString());
            Unit paper = committee.unit();
            Round round = committee
                    .round(version)
                    .asking(unit, paper)
                    .asking(who("member"))
                    .open(secretary);
            names.put("round", round.id().toString());
            names.put("colleague", Objects.requireNonNull(who("clerk").username()));
            names.put("writer", Objects.requireNonNull(who("staff").username()));
            inner.ask(who("staff"), round.id(), unit.code(), List.of(who("head").id()), "Kinh phí?");
            names.put(
                    "ask",
                    inner.of(who("staff"), round.id(), unit.code())
                            .getFirst()
                            .id()
                            .toString());
            names.put("paper", paper.code());
            replies.putAll(secretary, round.id(), paper.code(), Position.AGREE, "");
            replies.putAll(who("staff"), round.id(), unit.code(), Position.AGREE, "");
            names.put(
                    "unitDraft",
                    comment(
                            who("staff"),
                            provision,
                            NewComment.of(CommentKind.OTHER, "Của Sở").forUnit(unit.code())));
            comment(who("member"), provision, NewComment.of(CommentKind.OTHER, "Trong đợt"));
            names.put("point", points.of(secretary, round.id()).getFirst().id().toString());
            names.put("code", dossier.code());
            names.put(
                    "support",
                    supporting
                            .enter(who("support"), dossier.code(), 1, "Tệp không mở được")
                            .id()
                            .toString());
            NewPoint entered = new NewPoint(
                    version,
                    null,
                    null,
                    CommentKind.EDIT,
                    "Theo công văn",
                    null,
                    SourceKind.LETTER,
                    "",
                    List.of(),
                    true,
                    false);
            List<PointId> two = points.enter(secretary, round.id(), List.of(entered, entered));
            names.put(
                    "matter",
                    groups.group(secretary, round.id(), "Vấn đề", two, null).toString());
        }

        private void grouped() {
            Dossier opened = committee.dossier(
                    who("owner"), Audience.INVITED, Discussion.GROUP, who("member"), who("adviser"), who("head"));
            VersionId version = texts.published(who("owner"), opened);
            ProvisionId provision = texts.place(version, "dieu-1").id();
            names.put("grouped", comment(who("member"), provision, NewComment.of(CommentKind.OTHER, "Trong nhóm")));
        }

        private String comment(Person author, ProvisionId place, NewComment words) {
            return composing.create(author, place, words).id().toString();
        }

        int ask(RouteTable.Row row, String role) {
            names.put("fresh", "MOI" + NEXT.incrementAndGet());
            String path = filled(row.route());
            boolean wasRead = row.route().contains("/versions/{review}"); // which is a change of the version
            String seen = wasRead ? "\"2\"" : "\"1\"";
            ApiFixture.Call call = api.as(people.get(role)).ifMatch(seen);
            if (row.body().equals("FILE")) {
                byte[] content = String.join("\n", DraftFixture.REGULATION).getBytes(StandardCharsets.UTF_8);
                return call.upload(
                                row.method(),
                                path + (path.endsWith("papers") ? "?role=REPORT" : ""),
                                "du-thao.txt",
                                content)
                        .status();
            }
            return call.send(row.method(), path, row.body().equals("-") ? null : filled(row.body()))
                    .status();
        }

        private String filled(String template) {
            String filled = template;
            for (Map.Entry<String, String> name : names.entrySet()) {
                filled = filled.replace("{" + name.getKey() + "}", name.getValue());
            }
            return filled;
        }
    }
}
