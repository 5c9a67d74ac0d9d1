package vn.gopy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.gopy.account.NewPerson;
import vn.gopy.account.NewPerson.NewMembership;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitKind;
import vn.gopy.account.UnitRole;
import vn.gopy.account.Units;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.NewDossier;
import vn.gopy.draft.VersionId;
import vn.gopy.round.NewRound;
import vn.gopy.round.Openings;
import vn.gopy.round.Round;
import vn.gopy.round.Visibility;
import vn.gopy.shared.Actor;
import vn.gopy.shared.SqlParameters;

/** People, units, dossiers and rounds for tests, made through the facades; every call makes new ones. */
@Component
public class CommitteeFixture {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final People people;
    private final Units units;
    private final Dossiers dossiers;
    private final Openings openings;
    private final Clock clock;
    private final JdbcClient jdbc;

    CommitteeFixture(People people, Units units, Dossiers dossiers, Openings openings, Clock clock, JdbcClient jdbc) {
        this.people = people;
        this.units = units;
        this.dossiers = dossiers;
        this.openings = openings;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    public Unit unit() {
        int n = NEXT.incrementAndGet();
        return units.register(Actor.SYSTEM, "CQ" + n, "Sở thứ " + n, UnitKind.DEPARTMENT);
    }

    public Person person(Role... roles) {
        return person(null, List.of(), roles);
    }

    /** Somebody who can sign in with this password; hashing takes a while, so most people here have none. */
    public Person withPassword(String password, Role... roles) {
        return person(password, List.of(), roles);
    }

    public Person in(Unit unit, UnitRole role, Role... roles) {
        return person(null, List.of(new NewMembership(unit.code(), role, "", LocalDate.of(2020, 1, 1))), roles);
    }

    public Person in(List<Unit> units, UnitRole role, Role... roles) {
        List<NewMembership> memberships = units.stream()
                .map(unit -> new NewMembership(unit.code(), role, "", LocalDate.of(2020, 1, 1)))
                .toList();
        return person(null, memberships, roles);
    }

    private Person person(@Nullable String password, List<NewMembership> memberships, Role... roles) {
        String username = "nguoi" + NEXT.incrementAndGet();
        return people.register(
                Actor.SYSTEM,
                new NewPerson(username, password, "Người " + username, "", "", Set.of(roles), memberships));
    }

    public void disable(Person person) {
        jdbc.sql("UPDATE person SET disabled_at = :now WHERE id = :id")
                .paramSource(SqlParameters.of("now", clock.instant()).and("id", person.id()))
                .update();
    }

    public void takeRoles(Person person) {
        jdbc.sql("DELETE FROM person_role WHERE person_id = :id")
                .paramSource(SqlParameters.of("id", person.id()))
                .update();
    }

    /** As an older version of the product, or a hand in the database, may have named it. */
    public void rename(Unit unit, String name) {
        jdbc.sql("UPDATE unit SET name = :name WHERE id = :id")
                .paramSource(SqlParameters.of("name", name).and("id", unit.id()))
                .update();
    }

    /** The person has another name and post from now on. */
    public void rename(Person person, String name, String post) {
        jdbc.sql("UPDATE person SET name = :name, post = :post, version = version + 1 WHERE id = :id")
                .paramSource(SqlParameters.of("name", name).and("post", post).and("id", person.id()))
                .update();
    }

    /** The membership of the person in any unit ends today. */
    public void leaveUnits(Person person) {
        jdbc.sql("UPDATE unit_membership SET valid_to = :today WHERE person_id = :id")
                .paramSource(SqlParameters.of("today", LocalDate.now()).and("id", person.id()))
                .update();
    }

    /** The person has another role in the unit from now on. */
    public void become(Person person, UnitRole role) {
        jdbc.sql("UPDATE unit_membership SET role = :role WHERE person_id = :id")
                .paramSource(SqlParameters.of("role", role).and("id", person.id()))
                .update();
    }

    public void revoke(Dossier dossier, Person person) {
        jdbc.sql("DELETE FROM dossier_grant WHERE dossier_id = :dossier AND person_id = :person")
                .paramSource(SqlParameters.of("dossier", dossier.id()).and("person", person.id()))
                .update();
    }

    /** The person as of now. */
    public Person again(Person person) {
        return people.byId(person.id()).orElseThrow();
    }

    public Dossier dossier(Person owner, Audience audience, Discussion discussion, Person... invited) {
        List<String> names = Stream.of(invited)
                .map(Person::username)
                .map(Objects::requireNonNull)
                .toList();
        String title = "Hồ sơ " + NEXT.incrementAndGet();
        return dossiers.create(owner, new NewDossier(title, "QC", audience, discussion, names, null));
    }

    /** An unread dossier that only its owner and the leading roles know. */
    public Dossier sealed(Person owner, Person... invited) {
        return dossier(owner, Audience.INVITED, Discussion.SEALED, invited);
    }

    /** Begins a round about drafts; it opens now and is open for ten days unless it is changed before {@code open}. */
    public RoundWish round(VersionId... drafts) {
        return new RoundWish(List.of(drafts));
    }

    /** A round in preparation. */
    public final class RoundWish {

        private final List<VersionId> drafts;
        private final List<NewRound.Invited> invitees = new ArrayList<>();
        private Instant opens = clock.instant();
        private Instant closes = opens.plus(Duration.ofDays(10));
        private @Nullable Visibility visibility;
        private @Nullable String silence;

        private RoundWish(List<VersionId> drafts) {
            this.drafts = drafts;
        }

        public RoundWish asking(Unit... asked) {
            Stream.of(asked)
                    .map(unit -> new NewRound.Invited.AUnit(unit.code()))
                    .forEach(invitees::add);
            return this;
        }

        public RoundWish askingUntil(Instant own, Unit unit) {
            invitees.add(new NewRound.Invited.AUnit(unit.code(), own));
            return this;
        }

        public RoundWish asking(Person... asked) {
            Stream.of(asked)
                    .map(person -> new NewRound.Invited.APerson(person.id()))
                    .forEach(invitees::add);
            return this;
        }

        public RoundWish opening(Instant moment) {
            opens = moment;
            return this;
        }

        public RoundWish closing(Instant moment) {
            closes = moment;
            return this;
        }

        public RoundWish seen(Visibility mode) {
            visibility = mode;
            return this;
        }

        public RoundWish silenceAgrees() {
            silence = "Quá thời hạn trên, không có văn bản trả lời thì được coi là thống nhất.";
            return this;
        }

        public Round open(Person secretary) {
            return openings.open(
                    secretary,
                    new NewRound(
                            drafts,
                            "Lấy ý kiến",
                            "",
                            opens,
                            closes,
                            invitees,
                            visibility,
                            silence,
                            "",
                            null,
                            false,
                            null,
                            null,
                            List.of()));
        }
    }
}
