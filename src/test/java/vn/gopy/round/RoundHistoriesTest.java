package vn.gopy.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.TestLength;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.shared.AdjustableClock;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.SqlParameters;

/**
 * Whatever happens in a round, in whatever order, its sums are those of somebody who notes every deed on paper and counts
 * by hand; deadlines and the right to read a reply are the same in SQL and in Java.
 */
@IntegrationTest
class RoundHistoriesTest {

    private static final int HISTORIES = TestLength.isLong() ? 10 : 4;
    private static final int MOST_HISTORIES = 40;
    private static final int DEEDS = 45;

    /** What must have happened before the sums say anything. */
    private static final List<String> WANTED = List.of(
            "AGREE",
            "AGREE turned",
            "OBJECT",
            "classified",
            "late",
            "extended",
            "locked",
            "uninvited",
            "secretariat reads",
            "secretariat does not read",
            "chair reads",
            "chair does not read");

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    Consents consents;

    @Autowired
    Composing composing;

    @Autowired
    ReplyRepository repository;

    @Autowired
    AdjustableClock clock;

    @Autowired
    JdbcClient jdbc;

    /** What these histories have shown, so that none of it is missing. */
    private final Set<String> seen = new HashSet<>();

    @Test
    void theSumsOfEveryHistoryAreThoseCountedByHand() {
        long first = System.nanoTime();
        // chance may leave something out of the usual number
        for (int i = 0; i < MOST_HISTORIES && (i < HISTORIES || !seen.containsAll(WANTED)); i++) {
            new History(first + i).live();
        }
        assertThat(seen).as("seeds from %d", first).containsAll(WANTED);
    }

    /** An opinion as it is noted on paper. */
    private record Opinion(VersionId draft, Asked deadlineOf, Instant sentAt) {}

    /** One who is asked, as noted on paper. */
    private static final class Asked {
        private final String key;
        private final Person speaks;
        private final @Nullable Person staff;
        private final boolean invited;
        private final Map<VersionId, Position> said = new HashMap<>();
        private final List<Opinion> opinions = new ArrayList<>();
        private final List<VersionId> prepared = new ArrayList<>();
        private boolean entered;
        private boolean classified;
        private @Nullable Instant own;
        private @Nullable Instant sentAt;

        private Asked(String key, Person speaks, @Nullable Person staff, boolean invited) {
            this.key = key;
            this.speaks = speaks;
            this.staff = staff;
            this.invited = invited;
        }
    }

    private final class History {

        private final long seed;
        private final Random random;
        private final Person secretary = committee.person(Role.SECRETARIAT);
        private final Person chair = committee.person(Role.CHAIR);
        private final List<Asked> asked = new ArrayList<>();
        private final List<VersionId> drafts;
        private final Round round;
        private final Asked twoHatsUnit;
        private final Asked twoHatsPerson;
        private Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        private Instant closes;

        History(long seed) {
            this.seed = seed;
            random = new Random(seed);
            Person owner = committee.person(Role.MEMBER);
            Unit shared = committee.unit();
            Person both = committee.in(shared, UnitRole.HEAD, Role.MEMBER);
            Person member = committee.person(Role.MEMBER);
            List<Unit> units = List.of(shared, committee.unit(), committee.unit(), committee.unit());
            drafts = List.of(
                    texts.published(owner, committee.sealed(owner, member, both)),
                    texts.published(owner, committee.sealed(owner, member, both)));
            closes = now.plus(Duration.ofDays(2));
            round = committee
                    .round(drafts.toArray(VersionId[]::new))
                    .asking(units.subList(0, units.size() - 1).toArray(Unit[]::new))
                    .asking(both, member)
                    .opening(now)
                    .closing(closes)
                    .silenceAgrees()
                    .open(secretary);
            for (Unit unit : units) {
                boolean invited = unit != units.getLast();
                Person head = unit == shared ? both : committee.in(unit, UnitRole.HEAD);
                asked.add(new Asked(unit.code(), head, committee.in(unit, UnitRole.STAFF), invited));
            }
            asked.add(new Asked(both.username(), both, null, true));
            asked.add(new Asked(member.username(), member, null, true));
            twoHatsUnit = asked.getFirst();
            twoHatsPerson = asked.get(units.size());
            rounds.beside(secretary, round.id(), units.getLast().code());
        }

        void live() {
            for (int n = 0; n < DEEDS; n++) {
                now = now.plusSeconds(1 + random.nextInt(60 * 60 * 8));
                clock.at(now, () -> {
                    try {
                        deed();
                    } catch (Refusal refused) {
                        // nothing was done, nothing is noted
                    }
                    compare();
                    return null;
                });
            }
            clock.at(now, () -> {
                compareReaders(now);
                return null;
            });
        }

        private void deed() {
            Asked who = asked.get(random.nextInt(asked.size()));
            VersionId draft = drafts.get(random.nextInt(drafts.size()));
            switch (random.nextInt(20)) {
                case 0, 1, 2, 3 ->
                    write(who, who.staff != null && random.nextBoolean() ? who.staff : who.speaks, draft);
                case 4 -> write(outside(who), secretary, draft);
                case 5 -> replies.submit(who.staff == null ? who.speaks : who.staff, round.id(), who.key);
                case 6, 7, 8 -> send(who, who.speaks);
                case 9 -> send(outside(who), secretary);
                case 10, 11 -> opinion(who, draft);
                case 12 -> prepare(who, draft);
                case 13 -> bothHats(draft);
                case 14 -> agree(draft);
                case 15 -> replies.letter(who.speaks, round.id(), who.key, "số " + random.nextInt(99), null);
                case 16 -> rare(who);
                case 17 -> extendOne(who);
                default -> move();
            }
        }

        /** Mostly the unit outside the list, which reads nothing and whose letter nobody but the secretariat enters. */
        private Asked outside(Asked other) {
            return random.nextInt(3) == 0
                    ? other
                    : asked.stream().filter(who -> !who.invited).findAny().orElseThrow();
        }

        private void write(Asked who, Person writer, VersionId draft) {
            Map<VersionId, Position> said = new HashMap<>();
            said.put(draft, Position.values()[random.nextInt(3)]);
            if (random.nextBoolean()) {
                drafts.forEach(one -> said.putIfAbsent(one, Position.AGREE));
            }
            replies.put(writer, round.id(), who.key, said, random.nextBoolean() ? null : "Ghi chú");
            boolean enters = writer == secretary;
            if (who.entered && !enters) {
                who.said.clear();
            }
            who.entered = enters;
            who.said.putAll(said);
        }

        private void send(Asked who, Person sender) {
            replies.send(sender, round.id(), who.key);
            noteSent(who, sender);
        }

        private void noteSent(Asked who, Person sender) {
            who.sentAt = now;
            if (sender == who.speaks && who.staff != null) {
                who.prepared.forEach(draft -> who.opinions.add(new Opinion(draft, who, now)));
                who.prepared.clear();
            }
        }

        private void opinion(Asked who, VersionId draft) {
            NewComment words = NewComment.of(CommentKind.OTHER, "Ý kiến");
            composing.create(who.speaks, place(draft), who.staff == null ? words : words.forUnit(who.key));
            who.opinions.add(new Opinion(draft, who, now));
        }

        private void prepare(Asked who, VersionId draft) {
            if (who.staff != null) {
                composing.create(
                        who.staff,
                        place(draft),
                        NewComment.of(CommentKind.OTHER, "Nháp").forUnit(who.key));
                who.prepared.add(draft);
            }
        }

        private void bothHats(VersionId draft) {
            NewComment words = new NewComment(
                    CommentKind.OTHER,
                    "Cả hai",
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    Capacity.BOTH,
                    twoHatsUnit.key,
                    true,
                    List.of());
            composing.create(twoHatsUnit.speaks, place(draft), words);
            Opinion opinion = new Opinion(draft, twoHatsUnit, now);
            twoHatsUnit.opinions.add(opinion);
            twoHatsPerson.opinions.add(opinion);
        }

        private ProvisionId place(VersionId draft) {
            return texts.place(draft, "dieu-1").id();
        }

        private void agree(VersionId draft) {
            Asked who = asked.get(asked.size() - 1 - random.nextInt(2));
            consents.agree(who.speaks, round.id(), draft);
            if (who.entered) {
                who.said.clear();
                who.entered = false;
            }
            who.said.put(draft, Position.AGREE);
            if (who.said.keySet().containsAll(drafts)) {
                noteSent(who, who.speaks);
            }
        }

        private void rare(Asked who) {
            if (random.nextInt(3) == 0) {
                replies.classified(secretary, round.id(), who.key);
                who.classified = true;
            }
        }

        private void extendOne(Asked who) {
            Instant until = now.plus(Duration.ofHours(random.nextInt(-50, 200)));
            replies.extend(secretary, round.id(), who.key, until, "Đề nghị");
            who.own = until;
        }

        private void move() {
            switch (random.nextInt(8)) {
                case 0, 1 -> {
                    Instant until = now.plus(Duration.ofHours(random.nextInt(-50, 200)));
                    rounds.extend(secretary, round.id(), until, "Chờ");
                    closes = until;
                }
                case 2, 3 -> {
                    boolean open = now.isBefore(closes);
                    rounds.close(secretary, round.id());
                    closes = open ? now : closes;
                }
                case 4, 5 -> {
                    rounds.lock(secretary, round.id());
                    seen.add("locked");
                }
                default -> {
                    // time passes
                }
            }
        }

        private Instant deadline(Asked who) {
            return who.own != null && who.own.isAfter(closes) ? who.own : closes;
        }

        private Position position(Asked who, VersionId draft) {
            Position said = who.said.get(draft);
            boolean spoke = who.opinions.stream()
                    .filter(one -> one.draft().equals(draft))
                    .anyMatch(one -> one.sentAt().isBefore(deadline(one.deadlineOf()))
                            || !one.sentAt().isAfter(who.sentAt));
            if (said == Position.AGREE && spoke) {
                seen.add("AGREE turned");
                return Position.AGREE_WITH;
            }
            seen.add(said.name());
            return said;
        }

        private Position overall(Asked who) {
            return drafts.stream()
                    .map(draft -> position(who, draft))
                    .max(Enum::compareTo)
                    .orElseThrow();
        }

        private int counted(Predicate<Asked> which) {
            return (int) asked.stream().filter(who -> who.invited).filter(which).count();
        }

        private AnswerCounts byHand(@Nullable VersionId draft) {
            Predicate<Asked> silent = who -> !who.classified && who.sentAt == null;
            return new AnswerCounts(
                    counted(who -> true),
                    counted(who -> says(who, draft, Position.AGREE)),
                    counted(who -> says(who, draft, Position.AGREE_WITH)),
                    counted(who -> says(who, draft, Position.OBJECT)),
                    counted(who -> who.classified),
                    counted(silent),
                    counted(silent.and(who -> !now.isBefore(deadline(who)))),
                    counted(who -> who.sentAt != null && !who.sentAt.isBefore(deadline(who))),
                    counted(who -> who.own != null),
                    (int) asked.stream()
                            .filter(who -> !who.invited && who.sentAt != null)
                            .count());
        }

        private boolean says(Asked who, @Nullable VersionId draft, Position position) {
            return !who.classified
                    && who.sentAt != null
                    && (draft == null ? overall(who) : position(who, draft)) == position;
        }

        private void compare() {
            RoundFigures figures =
                    rounds.figures(secretary, List.of(round.id())).get(round.id());
            assertThat(figures.overall()).as("seed %d", seed).isEqualTo(byHand(null));
            drafts.forEach(draft ->
                    assertThat(figures.drafts().get(draft)).as("seed %d", seed).isEqualTo(byHand(draft)));
            AnswerCounts all = figures.overall();
            note(all.classified() > 0, "classified");
            note(all.late() > 0, "late");
            note(all.extended() > 0, "extended");
            note(all.uninvited() > 0, "uninvited");
        }

        private void note(boolean happened, String what) {
            if (happened) {
                seen.add(what);
            }
        }

        /** The right to read each reply, and each deadline, asked of the database and of the program. */
        private void compareReaders(Instant last) {
            List<Person> people = new ArrayList<>(List.of(secretary, chair, committee.person(Role.ADMINISTRATOR)));
            asked.forEach(who -> people.add(who.speaks));
            Round known = rounds.get(secretary, round.id());
            List<Invitee> invitees = repository.invitees(round.id());
            for (Instant moment : List.of(last, known.opensAt(), known.closes().minusMillis(1), known.closes())) {
                for (Person person : people) {
                    List<UUID> bySql = jdbc.sql("""
                            SELECT rp.id FROM reply rp JOIN invitee i ON i.id = rp.invitee_id
                                 JOIN round r ON r.id = i.round_id
                            WHERE r.id = :round AND\s""" + ReplyAccess.READABLE)
                            .paramSource(ReplyAccess.parameters(person, moment).and("round", round.id()))
                            .query(UUID.class)
                            .list();
                    for (Invitee invitee : invitees) {
                        repository.current(invitee.id()).ifPresent(reply -> {
                            boolean readable = ReplyAccess.readable(person, known, invitee, reply, moment);
                            assertThat(bySql.contains(reply.id().value()))
                                    .as("seed %d, %s", seed, person)
                                    .isEqualTo(readable);
                            String who = person == secretary ? "secretariat" : person == chair ? "chair" : "other";
                            seen.add(who + (readable ? " reads" : " does not read"));
                        });
                    }
                }
            }
            invitees.forEach(invitee -> assertThat(deadlineBySql(invitee)).isEqualTo(known.deadlineOf(invitee)));
        }

        private Instant deadlineBySql(Invitee invitee) {
            return jdbc.sql("SELECT " + Deadlines.OF_INVITEE
                            + " FROM invitee i JOIN round r ON r.id = i.round_id WHERE i.id = :id")
                    .paramSource(SqlParameters.of("id", invitee.id()))
                    .query((row, n) -> row.getTimestamp(1).toInstant())
                    .single();
        }
    }
}
