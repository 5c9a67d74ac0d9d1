package vn.gopy.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.gopy.account.AskedGroup;
import vn.gopy.account.AskedGroups;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.NewPerson;
import vn.gopy.account.NewPerson.NewMembership;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitEntry;
import vn.gopy.account.UnitRole;
import vn.gopy.account.Units;
import vn.gopy.shared.Actor;
import vn.gopy.shared.AdjustableClock;
import vn.gopy.shared.Settings;

/** The people and units of the story, registered and found by their keys. */
@Component
@Profile("demo")
class Cast {

    /** Of every account of the example; the example listens on this machine only. */
    private static final String PASSWORD = "demo";

    private static final int REGISTERED = -60;
    private static final int MEMBER_FOR_DAYS = 400;

    private final Units units;
    private final People people;
    private final AskedGroups groups;
    private final InstallationSettings settings;
    private final AdjustableClock clock;
    private final Map<String, PersonId> ids = new ConcurrentHashMap<>();

    Cast(Units units, People people, AskedGroups groups, InstallationSettings settings, AdjustableClock clock) {
        this.units = units;
        this.people = people;
        this.groups = groups;
        this.settings = settings;
        this.clock = clock;
    }

    /** Registers whoever is missing, in the order of the story. */
    void enter(Story story, StoryCalendar calendar) {
        var morning = calendar.at(REGISTERED, LocalTime.of(8, 0));
        clock.at(morning, () -> {
            settings.begin(Actor.SYSTEM, new Settings(story.office()));
            return registerUnits(story);
        });
        var known = people.all().stream().collect(Collectors.toMap(Person::name, Person::id, (a, b) -> a));
        Together.run(IntStream.range(0, story.people().size()).mapToObj(n -> () -> {
            var one = story.people().get(n);
            ids.put(
                    one.key(),
                    Optional.ofNullable(known.get(one.name()))
                            .orElseGet(() -> clock.at(morning.plusSeconds(n), () -> register(one, calendar))));
        }));
        clock.at(morning.plusSeconds(story.people().size()), () -> {
            keep(story);
            return story;
        });
    }

    /** What the administrator writes once units and people are there: former names of units, and groups. */
    private void keep(Story story) {
        Person administrator = person("QT");
        Map<String, UnitEntry> entries = units.entries(administrator).stream()
                .collect(Collectors.toMap(entry -> entry.unit().code(), Function.identity()));
        story.units().stream().filter(unit -> !unit.former().isEmpty()).forEach(unit -> {
            UnitEntry known = Objects.requireNonNull(entries.get(unit.code()));
            if (known.formerNames().isEmpty()) {
                units.nameFormerly(administrator, known.unit(), unit.former());
            }
        });
        Set<String> there =
                groups.all(administrator).stream().map(AskedGroup::name).collect(Collectors.toSet());
        story.groups().stream()
                .filter(group -> !there.contains(group.name()))
                .forEach(group -> groups.make(
                        administrator,
                        group.name(),
                        group.members().stream().map(this::asked).toList()));
    }

    private AskedGroup.Member asked(String key) {
        return isUnit(key) ? AskedGroup.Member.of(units.named(key)) : AskedGroup.Member.of(person(key));
    }

    private List<Story.Unit> registerUnits(Story story) {
        var missing = story.units().stream()
                .filter(unit -> units.byCode(unit.code()).isEmpty())
                .toList();
        missing.forEach(unit -> units.register(Actor.SYSTEM, unit.code(), unit.name(), unit.kind()));
        return missing;
    }

    private PersonId register(Story.Person one, StoryCalendar calendar) {
        var since = calendar.today().minusDays(MEMBER_FOR_DAYS);
        return people.register(
                        Actor.SYSTEM,
                        new NewPerson(
                                one.username(),
                                one.username() == null ? null : PASSWORD,
                                one.name(),
                                one.salutation(),
                                one.post(),
                                one.roles(),
                                memberships(one, since)))
                .id();
    }

    private static List<NewMembership> memberships(Story.Person one, LocalDate since) {
        return one.memberships().stream()
                .map(place -> new NewMembership(place.unit(), place.role(), place.post(), since))
                .toList();
    }

    /** The person with this key. */
    Person person(String key) {
        return people.byId(Objects.requireNonNull(ids.get(key))).orElseThrow();
    }

    /** The member of the secretariat who does its work in the story. */
    Person secretary() {
        return person("TGV");
    }

    /** Whether the key is that of a unit. */
    boolean isUnit(String key) {
        return !ids.containsKey(key);
    }

    /** Who sends for the invitee: the head of a unit, or the person. */
    Person head(String key) {
        return isUnit(key) ? member(key, UnitRole.HEAD).orElseThrow() : person(key);
    }

    /** Who prepares for the invitee: the staff of a unit where it has any in the story. */
    Person writer(String key) {
        return isUnit(key) ? member(key, UnitRole.STAFF).orElseGet(() -> head(key)) : person(key);
    }

    /** The one who gives letters their numbers. */
    Person clerk(String unit) {
        return member(unit, UnitRole.CLERK).orElseGet(() -> head(unit));
    }

    /** Key of an invitee in the product: the code of a unit, the user name of a person, or else the id. */
    String inviteeKey(String key) {
        if (isUnit(key)) {
            return key;
        }
        var person = person(key);
        return Optional.ofNullable(person.username())
                .orElseGet(() -> person.id().toString());
    }

    /** The user name of a person who has an account. */
    String username(String key) {
        return Optional.ofNullable(person(key).username()).orElseThrow();
    }

    private Optional<Person> member(@Nullable String unit, UnitRole role) {
        return ids.values().stream()
                .map(id -> people.byId(id).orElseThrow())
                .filter(person -> person.memberships().stream()
                        .anyMatch(one -> one.unitCode().equals(unit) && one.role() == role))
                .findFirst();
    }
}
