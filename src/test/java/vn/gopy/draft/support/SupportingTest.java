package vn.gopy.draft.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.Turns;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierAccess;
import vn.gopy.draft.DossierFilter;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.live.DraftReaderQuery;
import vn.gopy.notice.Notices;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Comments;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.search.SearchRequest;
import vn.gopy.search.SearchWorld;
import vn.gopy.search.Searches;
import vn.gopy.shared.Ids;
import vn.gopy.shared.SqlParameters;
import vn.gopy.shared.Texts;

/** An administrator reads a dossier as long as helping there lasts, nothing but its drafts, and changes nothing. */
@IntegrationTest
class SupportingTest {

    private static final String REASON = "Thư ký báo tệp lần 2 không mở được";

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    SearchWorld world;

    @Autowired
    Supporting supporting;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftReaderQuery readers;

    @Autowired
    Comments comments;

    @Autowired
    Composing composing;

    @Autowired
    Rounds rounds;

    @Autowired
    Searches searches;

    @Autowired
    Notices notices;

    @Autowired
    Turns turns;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Person admin;
    private Person secretary;
    private Person owner;
    private Dossier dossier;
    private VersionId draft;

    @BeforeEach
    void aDossierOfOthers() {
        admin = committee.person(Role.ADMINISTRATOR);
        secretary = committee.person(Role.SECRETARIAT);
        owner = committee.person(Role.MEMBER);
        dossier = committee.sealed(owner);
        draft = texts.published(owner, dossier);
    }

    private Support enter() {
        return supporting.enter(admin, dossier.code(), 1, REASON);
    }

    private void moveEnd(Support support, Instant end) {
        jdbc.sql("UPDATE support SET begins_at = :begin, ends_at = :end WHERE id = :id")
                .paramSource(SqlParameters.of("id", support.id())
                        .and("begin", end.minus(Duration.ofHours(1)))
                        .and("end", end))
                .update();
    }

    @Test
    void draftsAreReadAndNothingThatAnybodySaid() {
        composing.create(owner, texts.place(draft, "dieu-1").id(), NewComment.of(CommentKind.OTHER, "Ý kiến kín"));
        Round round = committee.round(draft).asking(committee.unit()).open(secretary);
        assertThat(dossiers.mayRead(admin, dossier.id())).isFalse();
        enter();

        assertThat(dossiers.get(admin, dossier.id()).title()).isEqualTo(dossier.title());
        assertThat(dossiers.list(admin, DossierFilter.ALL))
                .extracting(Dossier::id)
                .containsExactly(dossier.id());
        assertThat(drafts.outline(admin, draft)).isNotNull();
        assertThat(comments.of(admin, draft)).isEmpty();
        assertThat(Refused.by(() -> rounds.get(admin, round.id()))).isEqualTo("404 NOT_FOUND");
        assertThat(rounds.of(admin, dossier.id())).isEmpty();
    }

    @Test
    void whoHelpsSeesAlsoTheFileThatFailed() {
        VersionId unchecked = texts.review(owner, dossier, DraftFixture.REGULATION);
        enter();
        assertThat(drafts.get(admin, unchecked).id()).isEqualTo(unchecked);
    }

    @Test
    void nothingIsChanged() {
        enter();
        var place = texts.place(draft, "dieu-1").id();
        assertThat(Refused.by(() -> composing.create(admin, place, NewComment.of(CommentKind.OTHER, "Của quản trị"))))
                .isEqualTo("404 NOT_FOUND");
        assertThat(Refused.by(
                        () -> composing.create(admin, dossier.id(), NewComment.of(CommentKind.OTHER, "Của quản trị"))))
                .isEqualTo("404 NOT_FOUND");
        assertThat(Refused.by(() -> drafts.publish(admin, draft))).isEqualTo("404 NOT_FOUND");
        Boolean found = transaction.execute(change -> dossiers.mayRead(admin, dossier.id()));
        assertThat(found).as("within any transaction that may change something").isFalse();
    }

    @Test
    void theClockEndsIt() {
        Support support = enter();
        Instant now = clock.instant();
        assertThat(support.lasts(support.endsAt().minusMillis(1))).isTrue();
        assertThat(support.lasts(support.endsAt())).isFalse();
        moveEnd(support, now);
        assertThat(dossiers.mayRead(admin, dossier.id())).isFalse();
        assertThat(supporting.lasting(secretary, dossier.id())).isEmpty();
        assertThat(Refused.by(() -> supporting.end(admin, support.id()))).isEqualTo("409 SUPPORT_OVER");
        enter();
        assertThat(dossiers.mayRead(admin, dossier.id())).isTrue();
    }

    @Test
    void theSecretariatIsToldSeesItAndEndsIt() {
        Support support = enter();
        assertThat(notices.of(secretary, Texts.VIETNAMESE).toString())
                .contains(admin.displayName(), dossier.code(), REASON);
        assertThat(notices.of(owner, Texts.VIETNAMESE)).isEmpty();
        assertThat(supporting.lasting(owner, dossier.id())).hasSize(1);
        assertThat(supporting.lasting(secretary, dossier.id())).hasSize(1);
        assertThat(supporting.latest(secretary)).extracting(Support::id).contains(support.id());

        supporting.end(secretary, support.id());

        assertThat(dossiers.mayRead(admin, dossier.id())).isFalse();
        assertThat(supporting.latest(admin).getFirst().endedBy()).isEqualTo(secretary.displayName());
    }

    @Test
    void onlyAnAdministratorEntersAndOnlyWithReasonAndTime() {
        assertThat(Refused.by(() -> supporting.enter(secretary, dossier.code(), 1, REASON)))
                .isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> supporting.enter(admin, dossier.code(), 3, REASON)))
                .isEqualTo("422 SUPPORT_HOURS");
        assertThat(Refused.by(() -> supporting.enter(admin, dossier.code(), 1, " ")))
                .isEqualTo("422 SUPPORT_REASON_MISSING");
        for (String unknown : List.of("HS-999999999", "HS-9999999999", "-1", "HS-00", "", "' OR 1=1")) {
            assertThat(Refused.by(() -> supporting.enter(admin, unknown, 1, REASON)))
                    .isEqualTo("422 DOSSIER_CODE_UNKNOWN");
        }
        Person other = committee.person(Role.ADMINISTRATOR);
        Support support = supporting.enter(admin, " hs-" + dossier.number() + " ", 4, REASON);
        assertThat(dossiers.mayRead(other, dossier.id())).isFalse();
        assertThat(Refused.by(() -> supporting.end(other, support.id()))).isEqualTo("404 NOT_FOUND");
        assertThat(Refused.by(() -> supporting.end(owner, support.id()))).isEqualTo("404 NOT_FOUND");
    }

    @Test
    void ofTwoEntriesAtOnceOneHolds() {
        assertThat(turns.of(this::enter, this::enter)).containsExactly("done", "409 SUPPORT_LASTS");
        assertThat(supporting.lasting(secretary, dossier.id())).hasSize(1);
    }

    @Test
    void ofTwoWhoEndItOneIsFirst() {
        Support support = enter();
        assertThat(turns.of(() -> supporting.end(admin, support.id()), () -> supporting.end(secretary, support.id())))
                .containsExactly("done", "409 SUPPORT_OVER");
    }

    @Test
    void searchAndWhatIsTypedAheadStayClosed() {
        enter();
        world.settle();
        assertThat(searches.search(admin, SearchRequest.of("Cơ quan Thường trực"))
                        .total())
                .isZero();
    }

    /** In random histories the rule in Java, the one asker's SQL and the SQL for live news say the same. */
    @Test
    void javaAndSqlSayTheSame() {
        Random random = new Random(49);
        List<Person> admins = Stream.generate(() -> committee.person(Role.ADMINISTRATOR))
                .limit(3)
                .toList();
        List<Dossier> all = new ArrayList<>();
        List<VersionId> versions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(committee.sealed(owner));
            versions.add(texts.published(owner, all.get(i)));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Support> histories = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            histories.add(history(random, admins.get(random.nextInt(3)), all.get(random.nextInt(4)), now));
        }
        for (Person one : admins) {
            Set<UUID> expected = histories.stream()
                    .filter(support -> support.person().equals(one.id()) && support.lasts(now))
                    .map(support -> support.dossier().value())
                    .collect(Collectors.toSet());
            assertThat(Set.copyOf(jdbc.sql("SELECT d.id FROM dossier d WHERE " + DossierAccess.READABLE)
                            .paramSource(DossierAccess.parameters(one, now))
                            .query(UUID.class)
                            .list()))
                    .isEqualTo(expected);
            for (int i = 0; i < 4; i++) {
                assertThat(readers.reading(versions.get(i), admins, now).contains(one.id()))
                        .isEqualTo(expected.contains(all.get(i).id().value()));
            }
        }
    }

    private Support history(Random random, Person who, Dossier where, Instant now) {
        Instant from = now.plus(Duration.ofMinutes(random.nextInt(-300, 60)));
        Instant until = random.nextInt(8) == 0 ? now : from.plus(Duration.ofMinutes(60L << random.nextInt(3)));
        if (!until.isAfter(from)) {
            until = from.plusMillis(1);
        }
        Instant ended = random.nextInt(3) == 0 ? from.plus(Duration.ofMinutes(5)) : null;
        Support support = new Support(
                new SupportId(Ids.next()),
                where.id(),
                where.code(),
                who.id(),
                who.displayName(),
                REASON,
                from,
                until,
                ended,
                ended == null ? null : who.displayName());
        jdbc.sql("""
                INSERT INTO support (id, dossier_id, person_id, reason, begins_at, ends_at, ended_at, ended_by)
                VALUES (:id, :dossier, :person, :reason, :from, :until, :ended, :by)
                """)
                .paramSource(SqlParameters.of("id", support.id())
                        .and("dossier", where.id())
                        .and("person", who.id())
                        .and("reason", REASON)
                        .and("from", from)
                        .and("until", until)
                        .and("ended", ended)
                        .and("by", ended == null ? null : who.id()))
                .update();
        return support;
    }
}
