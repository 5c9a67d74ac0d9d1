package vn.gopy.search.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.VersionId;
import vn.gopy.notice.NoticeSource;
import vn.gopy.notice.Notices;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.search.Facet;
import vn.gopy.search.SavedSearch;
import vn.gopy.search.SavedSearches;
import vn.gopy.search.SearchRequest;
import vn.gopy.search.SearchWorld;
import vn.gopy.search.engine.IndexEntity;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.index.IndexKeeper;
import vn.gopy.search.index.IndexOutboxRepository;
import vn.gopy.shared.Texts;

/** Whoever keeps a search is told once of everything that newly matches and may be seen, and of nothing else. */
@IntegrationTest
class AlertsTest {

    @Autowired
    SearchWorld world;

    @Autowired
    SavedSearches saved;

    @Autowired
    Alerts alerts;

    @Autowired
    Notices notices;

    @Autowired
    Composing composing;

    @Autowired
    IndexOutboxRepository outbox;

    @Autowired
    SavedSearchRepository repository;

    @Autowired
    SearchEngine engine;

    @Autowired
    Matches matches;

    @Autowired
    People people;

    @Autowired
    IndexKeeper keeper;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Person owner;
    private Person reader;

    @BeforeEach
    void people() {
        owner = world.person(Role.MEMBER);
        reader = world.person(Role.ADVISER);
    }

    private SavedSearch watched(Person person, String words) {
        return saved.save(person, "", SearchRequest.of(words), true);
    }

    private VersionId draft(String words, Person... invited) {
        return world.draft(owner, dossier(invited), words);
    }

    private Dossier dossier(Person... invited) {
        return world.dossier(owner, "Quy chế có tên", Audience.INVITED, Discussion.SEALED, invited);
    }

    private void indexed() {
        world.settle();
        while (alerts.step()) {
            // until nothing waits
        }
    }

    private List<NoticeSource.Words> told(Person person) {
        return notices.of(person, Texts.VIETNAMESE).stream()
                .map(Notices.Told::words)
                .toList();
    }

    @Test
    void aNewMatchIsToldWithItsPlaceAndWithoutItsWordsAndLeadsThere() {
        watched(reader, "alertmot");
        Dossier dossier = dossier(reader);
        world.draft(owner, dossier, "Nội dung bí mật alertmot.");
        indexed();

        NoticeSource.Words words = told(reader).getFirst();
        assertThat(words.title()).isEqualTo("Nội dung theo dõi “alertmot”: 01 kết quả mới");
        assertThat(words.lines()).containsExactly("Quy chế có tên: Điều khoản, Điều 2");
        assertThat(words.path()).isEqualTo("/ho-so/" + dossier.id() + "/du-thao/1#dieu-2");
        assertThat(notices.unread(reader, Texts.VIETNAMESE)).isEqualTo(1);
    }

    @Test
    void manyNewMatchesAreCountedByDossierAndLeadToTheSearch() {
        SavedSearch search = watched(reader, "alertnhieu");
        Dossier dossier = dossier(reader);
        for (int i = 0; i < 4; i++) {
            world.draft(owner, dossier, "Nội dung alertnhieu.");
        }
        indexed();

        NoticeSource.Words words = told(reader).getFirst();
        assertThat(words.lines()).containsExactly("Quy chế có tên: 04");
        assertThat(words.path()).isEqualTo("/tra-cuu?luu=" + search.id());
    }

    @Test
    void whoMayNotSeeItIsNotTold() {
        Person outsider = world.person(Role.ADVISER);
        watched(outsider, "alerthai");
        draft("Nội dung alerthai.", reader);
        indexed();

        assertThat(told(outsider)).isEmpty();
    }

    @Test
    void whatMatchedBeforeIsNoNews() {
        draft("Nội dung alertba.", reader);
        indexed();
        watched(reader, "alertba");
        draft("Nội dung khác.", reader);
        indexed();

        assertThat(told(reader)).isEmpty();
    }

    @Test
    void whatIsOpenedLaterIsNews() {
        Dossier closed = dossier();
        world.draft(owner, closed, "Nội dung alertbon.");
        indexed();
        watched(reader, "alertbon");
        jdbc.sql("UPDATE dossier SET audience = 'EVERYONE' WHERE id = :id")
                .param("id", closed.id().value())
                .update();
        outbox.add(IndexEntity.DOSSIER.group(closed.id().value()));
        indexed();

        assertThat(told(reader)).hasSize(1);
    }

    @Test
    void indexingAgainTellsNothingAgain() {
        watched(reader, "alertnam");
        VersionId version = draft("Nội dung alertnam.", reader);
        indexed();
        outbox.add(IndexEntity.VERSION.group(version.value()));
        indexed();

        assertThat(told(reader))
                .singleElement()
                .extracting(NoticeSource.Words::title)
                .asString()
                .contains("01 kết quả mới");
    }

    @Test
    void twoMatchesBeforeTheFirstIsSeenAreOneNotice() {
        watched(reader, "alertsau");
        draft("Nội dung alertsau.", reader);
        indexed();
        draft("Nội dung khác alertsau.", reader);
        indexed();
        assertThat(told(reader)).hasSize(1);
        assertThat(told(reader).getFirst().title()).contains("02 kết quả mới");

        notices.read(
                reader,
                notices.of(reader, Texts.VIETNAMESE).stream()
                        .map(one -> one.notice().id())
                        .toList());
        draft("Nội dung thứ ba alertsau.", reader);
        indexed();
        assertThat(told(reader)).hasSize(2);
        assertThat(notices.unread(reader, Texts.VIETNAMESE)).isEqualTo(1);
    }

    @Test
    void aCrashWhileTellingLosesNothingAndDoublesNothing() {
        watched(reader, "alertbay");
        draft("Nội dung alertbay.", reader);
        world.settle();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            alerts.step();
            status.setRollbackOnly();
        });
        assertThat(jdbc.sql("SELECT count(*) FROM index_arrival")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(0);
        indexed();

        assertThat(told(reader)).hasSize(1);
        assertThat(told(reader).getFirst().title()).contains("01 kết quả mới");
    }

    @Test
    void aRightTakenAwayTakesTheWordsOfTheNotice() {
        watched(reader, "alerttam");
        Dossier dossier = dossier(reader);
        world.draft(owner, dossier, "Nội dung alerttam.");
        indexed();
        assertThat(told(reader)).hasSize(1);
        jdbc.sql("DELETE FROM dossier_grant WHERE dossier_id = :id")
                .param("id", dossier.id().value())
                .update();

        assertThat(told(reader)).isEmpty();
        assertThat(notices.unread(reader, Texts.VIETNAMESE)).isZero();
    }

    /** Searches are kept in a listener of a screen: it must not stand still while thousands of others are compared. */
    @Test
    void whoKeepsASearchDoesNotWaitForTheComparing() throws Exception {
        watched(reader, "alertmuoibon");
        draft("Nội dung alertmuoibon.", reader);
        world.settle();
        CountDownLatch comparing = new CountDownLatch(1);
        CountDownLatch kept = new CountDownLatch(1);
        SearchEngine slow = (SearchEngine) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SearchEngine.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("refresh")) {
                        comparing.countDown();
                        assertThat(kept.await(30, TimeUnit.SECONDS)).isTrue();
                    }
                    return method.invoke(engine, arguments);
                });
        jdbc.sql("INSERT INTO index_arrival (hit_id) VALUES ('COMMENT:none')").update();
        Alerts own = new Alerts(repository, slow, matches, people, notices, keeper, transactions);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> compared = threads.submit(own::step);
            assertThat(comparing.await(30, TimeUnit.SECONDS)).isTrue();
            Future<SavedSearch> search = threads.submit(() -> watched(owner, "alertmuoibon"));
            assertThat(search.get(20, TimeUnit.SECONDS).alert()).isTrue();
            kept.countDown();
            assertThat(compared.get(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aSearchThatNoColumnTakesIsRefused() {
        for (String bad : List.of("a\u0000b", "a\uD800b")) {
            assertThat(Refused.by(() -> watched(reader, bad))).startsWith("4");
            Map<Facet, Set<String>> only = Map.of(Facet.UNIT, Set.of(bad));
            assertThat(Refused.by(() -> saved.save(reader, "", new SearchRequest("x", only, false, 0, 20), true)))
                    .startsWith("4");
        }
    }

    @Test
    void onesOwnOpinionIsNoNewsForOneself() {
        Person secretary = world.person(Role.SECRETARIAT);
        VersionId version = draft("Nội dung.", reader);
        watched(reader, "alertchin");
        watched(secretary, "alertchin");
        composing.create(reader, world.place(version, "dieu-1").id(), NewComment.of(CommentKind.OTHER, "Ý alertchin"));
        indexed();

        assertThat(told(reader)).isEmpty();
        assertThat(told(secretary)).hasSize(1);
    }

    @Test
    void withoutAlertNothingIsToldAndSwitchedOnOnlyWhatComesAfter() {
        SavedSearch search = saved.save(reader, "Theo dõi", SearchRequest.of("alertmuoi"), false);
        draft("Nội dung alertmuoi.", reader);
        indexed();
        assertThat(told(reader)).isEmpty();

        saved.change(reader, search.id(), 1, null, true);
        draft("Nội dung mới alertmuoi.", reader);
        indexed();
        assertThat(told(reader).getFirst().title()).isEqualTo("Nội dung theo dõi “Theo dõi”: 01 kết quả mới");
    }

    @Test
    void theChosenFiltersBindTheAlertToo() {
        Dossier chosen = dossier(reader);
        Map<Facet, Set<String>> only = Map.of(Facet.DOSSIER, Set.of(chosen.id().toString()));
        saved.save(reader, "", new SearchRequest("alertmuoimot", only, false, 0, 20), true);
        draft("Nội dung alertmuoimot.", reader);
        indexed();
        assertThat(told(reader)).isEmpty();

        world.draft(owner, chosen, "Nội dung alertmuoimot.");
        indexed();
        assertThat(told(reader)).hasSize(1);
    }

    @Test
    void aDeletedSearchTakesItsNoticesAlong() {
        SavedSearch search = watched(reader, "alertmuoihai");
        draft("Nội dung alertmuoihai.", reader);
        indexed();
        saved.delete(reader, search.id(), 1);

        assertThat(told(reader)).isEmpty();
        assertThat(saved.of(reader)).isEmpty();
    }

    @Test
    void savedSearchesBelongToTheirPersonAlone() {
        SavedSearch search = watched(reader, "alertmuoiba");

        assertThat(saved.of(owner)).isEmpty();
        assertThat(Refused.by(() -> saved.get(owner, search.id()))).isEqualTo("404 NOT_FOUND");
        assertThat(Refused.by(() -> saved.change(owner, search.id(), 1, "Khác", null)))
                .isEqualTo("404 NOT_FOUND");
        assertThat(Refused.by(() -> saved.delete(owner, search.id(), 1))).isEqualTo("404 NOT_FOUND");
        assertThat(Refused.by(() -> saved.change(reader, search.id(), 7, "Khác", null)))
                .isEqualTo("412 STALE");
        assertThat(Refused.by(() -> watched(world.person(Role.ADMINISTRATOR), "alertmuoiba")))
                .isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> watched(reader, "  "))).isEqualTo("422 SEARCH_EMPTY");
    }
}
