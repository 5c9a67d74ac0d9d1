package vn.gopy.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
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
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.DraftsInside;
import vn.gopy.draft.NewDossier;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.VersionId;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.OutlineFixture;
import vn.gopy.legaltext.Provision;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.index.IndexOutboxRepository;
import vn.gopy.shared.Actor;
import vn.gopy.shared.Ids;
import vn.gopy.shared.SqlParameters;

/** Fills a database with people, dossiers and drafts for tests of the search, through the facades where there are some. */
@Component
public class SearchWorld {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final People people;
    private final Units units;
    private final Dossiers dossiers;
    private final Drafts drafts;
    private final DraftsInside inside;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final IndexOutboxRepository outbox;
    private final SearchEngine engine;
    private final DraftFixture texts;

    SearchWorld(
            People people,
            Units units,
            Dossiers dossiers,
            Drafts drafts,
            DraftsInside inside,
            JdbcClient jdbc,
            Clock clock,
            IndexOutboxRepository outbox,
            SearchEngine engine,
            DraftFixture texts) {
        this.people = people;
        this.units = units;
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.inside = inside;
        this.jdbc = jdbc;
        this.clock = clock;
        this.outbox = outbox;
        this.engine = engine;
        this.texts = texts;
    }

    public Unit unit() {
        int n = NEXT.incrementAndGet();
        return units.register(Actor.SYSTEM, "U" + n, "Sở thứ " + n, UnitKind.DEPARTMENT);
    }

    public Person person(Role... roles) {
        return person(List.of(), roles);
    }

    public Person headOf(Unit unit) {
        return person(List.of(new NewMembership(unit.code(), UnitRole.HEAD, "Giám đốc", LocalDate.of(2020, 1, 1))));
    }

    private Person person(List<NewMembership> memberships, Role... roles) {
        String username = "p" + NEXT.incrementAndGet();
        return people.register(
                Actor.SYSTEM, new NewPerson(username, null, "Người " + username, "", "", Set.of(roles), memberships));
    }

    public Dossier dossier(Person owner, String title, Audience audience, Discussion discussion, Person... invited) {
        List<String> names = List.of(invited).stream().map(Person::username).toList();
        return dossiers.create(owner, new NewDossier(title, "QC", audience, discussion, names, null));
    }

    /** A published draft of two articles, the second with two clauses; its words are the given ones. */
    public VersionId draft(Person owner, Dossier dossier, String words) {
        VersionId version = review(owner, dossier, words);
        drafts.publish(owner, version);
        return version;
    }

    @Transactional
    public VersionId review(Person owner, Dossier dossier, String words) {
        VersionId version = new VersionId(Ids.next());
        UUID series = series(dossier);
        String hash = version.value().toString().replace("-", "").repeat(2);
        jdbc.sql("INSERT INTO stored_file (sha256, size, created_at) VALUES (:hash, 1, :now)")
                .paramSource(SqlParameters.of("hash", hash).and("now", clock.instant()))
                .update();
        jdbc.sql("""
                INSERT INTO draft_version (id, dossier_id, series_id, ordinal, label, state, file_sha256, file_name,
                                           media_type, uploaded_by, uploaded_at)
                SELECT :id, :dossier, :series, count(*) + 1, '', 'REVIEW', :hash, 'a.docx', 'application/msword', :by, :now
                FROM draft_version WHERE series_id = :series
                """)
                .paramSource(SqlParameters.of("id", version)
                        .and("dossier", dossier.id())
                        .and("series", series)
                        .and("hash", hash)
                        .and("by", owner.id())
                        .and("now", clock.instant()))
                .update();
        addProvisions(version, words);
        jdbc.sql("UPDATE draft_version SET outline = :outline WHERE id = :id")
                .paramSource(SqlParameters.of("id", version).and("outline", texts.stored(outline(words))))
                .update();
        return version;
    }

    /** The places of {@link #addProvisions} as an outline, whatever the words are. */
    private static Outline outline(String words) {
        Body read = OutlineFixture.outline("""
                Chương I
                NHỮNG QUY ĐỊNH CHUNG
                Điều 1. Phạm vi điều chỉnh
                Văn bản này quy định việc chung.
                Điều 2. Nội dung chính
                1. Các bên phối hợp thực hiện.
                2. Giữ chỗ.""").bodies().getFirst();
        List<Provision> provisions =
                read.provisions().stream().map(one -> saying(one, words)).toList();
        return Outline.of(List.of(new Body("QC", null, "", null, "", "", provisions, List.of())), List.of());
    }

    private static Provision saying(Provision one, String words) {
        return new Provision(
                one.level(),
                one.number(),
                one.label(),
                one.heading(),
                one.text().equals("Giữ chỗ.") ? words : one.text(),
                one.path(),
                one.depth(),
                one.rows(),
                one.children().stream().map(child -> saying(child, words)).toList());
    }

    private UUID series(Dossier dossier) {
        return jdbc.sql("SELECT id FROM series WHERE dossier_id = :id AND role = 'MAIN'")
                .paramSource(SqlParameters.of("id", dossier.id()))
                .query(UUID.class)
                .optional()
                .orElseGet(() -> {
                    UUID fresh = Ids.next();
                    jdbc.sql("INSERT INTO series (id, dossier_id, role, ordinal) VALUES (:id, :dossier, 'MAIN', 1)")
                            .paramSource(SqlParameters.of("id", fresh).and("dossier", dossier.id()))
                            .update();
                    return fresh;
                });
    }

    private void addProvisions(VersionId version, String words) {
        UUID chapter = add(version, 0, "CHAPTER", "chuong-1", null, "I", "Chương I", "NHỮNG QUY ĐỊNH CHUNG", "");
        add(
                version,
                1,
                "ARTICLE",
                "dieu-1",
                chapter,
                "1",
                "Điều 1",
                "Phạm vi điều chỉnh",
                "Văn bản này quy định việc chung.");
        UUID article = add(version, 2, "ARTICLE", "dieu-2", chapter, "2", "Điều 2", "Nội dung chính", "");
        add(version, 3, "CLAUSE", "dieu-2/khoan-1", article, "1", "1.", null, "Các bên phối hợp thực hiện.");
        add(version, 4, "CLAUSE", "dieu-2/khoan-2", article, "2", "2.", null, words);
    }

    private UUID add(
            VersionId version,
            int position,
            String kind,
            String path,
            UUID parent,
            String number,
            String label,
            String heading,
            String text) {
        UUID id = Ids.next();
        jdbc.sql("""
                INSERT INTO provision (id, version_id, position, kind, body, path, parent_id, number, label, heading, text)
                VALUES (:id, :version, :position, :kind, 'QC', :path, :parent, :number, :label, :heading, :text)
                """)
                .paramSource(SqlParameters.of("id", id)
                        .and("version", version)
                        .and("position", position)
                        .and("kind", kind)
                        .and("path", path)
                        .and("parent", parent)
                        .and("number", number)
                        .and("label", label)
                        .and("heading", heading)
                        .and("text", text))
                .update();
        return id;
    }

    public PlacedProvision place(VersionId version, String path) {
        return inside.provisions(version).stream()
                .filter(place -> place.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** Waits until everything noted is in the index and can be searched. */
    public void settle() {
        Instant until = Instant.now().plus(Duration.ofSeconds(60));
        while (outbox.waiting() > 0 || engine.health().generation().isEmpty()) {
            if (Instant.now().isAfter(until)) {
                throw new AssertionError("The index did not catch up");
            }
            pause();
        }
        engine.refresh();
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
