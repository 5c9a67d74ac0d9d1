package vn.gopy.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gopy.shared.ui.BrowserFiles;

/**
 * The modules of the page that hold and decide something, each alone on an empty page: which opinions count, what waits
 * without network, which words are kept, under which key a deed is done, what two wordings differ in. No server takes part.
 */
class BrowserModulesJourney extends Journey {

    private static final String ORIGIN = "https://modules.test/";

    private static final Map<String, byte[]> TEMPLATES = BrowserFiles.templates();

    /** A server made of answers: a number is a refusal with that status, null is no answer at all. */
    private static final String SERVER = """
            const calls = [];
            const answers = [];
            const until = async (done) => { for (let n = 0; n < 500 && !done(); n++) await new Promise((later) => setTimeout(later, 10)); };
            globalThis.fetch = async (url, options) => {
              calls.push({ url, method: options.method, key: options.headers['Idempotency-Key'], body: options.body, person: options.headers['X-Gopy-Person'] });
              const answer = answers.shift();
              if (answer === null) throw new TypeError('offline');
              const [status, body] = Array.isArray(answer) ? answer : [answer ?? 200, {}];
              return new Response(status === 204 ? null : JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
            };
            """;

    private static BrowserContext modules;

    private Page page;

    /** One browser with a page that stays open, so that each module is translated once and not for every test. */
    @BeforeAll
    static void aBrowser() {
        modules = context(new Browser.NewContextOptions());
        modules.route(ORIGIN + "**", BrowserModulesJourney::serve);
        modules.addInitScript(NOTHING_KEPT);
        modules.newPage().navigate(ORIGIN);
    }

    @AfterAll
    static void closeIt() {
        modules.close();
    }

    @BeforeEach
    void anEmptyPage() {
        page = modules.newPage();
        page.navigate(ORIGIN);
    }

    @AfterEach
    void closeThePage() {
        page.close();
    }

    private static void serve(Route route) {
        String path = URI.create(route.request().url()).getPath();
        if (path.equals("/")) {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html")
                    .setBody("<!doctype html><html lang=vi><body data-person=a></body></html>"));
        } else if (TEMPLATES.containsKey(path.substring(1))) {
            route.fulfill(new Route.FulfillOptions().setContentType("text/javascript").setBodyBytes(TEMPLATES.get(path.substring(1))));
        } else {
            route.fulfill(new Route.FulfillOptions().setPath(Path.of("frontend", path.substring(1))));
        }
    }

    /** Runs a piece of module code; the names are taken from the files of the browser's half. */
    private Object run(String code, String[] imports, String... more) {
        return run(code, Stream.concat(Arrays.stream(imports), Arrays.stream(more)).toArray(String[]::new));
    }

    private Object run(String code, String... imports) {
        StringBuilder taken = new StringBuilder();
        for (String from : imports) {
            String[] parts = from.split(" < ");
            taken.append("const { %s } = await import('/%s');\n".formatted(parts[0], parts[1]));
        }
        return page.evaluate("async () => { " + taken + SERVER + code + " }");
    }

    @Test
    void whatWasTakenBackIsNeitherCountedNorUnsent() {
        Object counted = run("""
                const draft = { place: (id) => ({ section: 's', kind: 'PROVISION', order: 1 }) };
                const threads = new Threads(draft);
                threads.take([
                  { id: 1, provisionId: 'p', state: CommentState.SENT },
                  { id: 2, provisionId: 'p', state: CommentState.WITHDRAWN, mine: true },
                  { id: 3, provisionId: 'p', state: CommentState.UNSENT, mine: true },
                  { id: 4, provisionId: 'p', state: CommentState.UNIT_DRAFT },
                ]);
                const { count, unsent } = threads.counts().get('s');
                return [count, unsent, threads.unsent.map((item) => item.id)];
                """, "Threads < reader/threads.js", "CommentState < parts/names.js");

        assertThat(counted).isEqualTo(List.of(1, 2, List.of(3)));
    }

    @Test
    void whatWasSaidOfEarlierDraftsIsNotCountedWithThisOneStandsFirstAndCanBeHidden() {
        Object told = run("""
                const draft = { place: (id) => ({ section: 's', kind: 'PROVISION', order: 1, id }) };
                const threads = new Threads(draft);
                const from = { ordinal: 1 };
                threads.take([
                  { id: 'new', state: 'SENT', provisionId: 'p', sentAt: '2026-11-02' },
                  { id: 'old', state: 'SENT', provisionId: 'p', sentAt: '2026-10-01', from },
                  { id: 'mine', state: 'SENT', provisionId: 'p', sentAt: '2026-10-02', mine: true, from },
                ]);
                const ids = () => threads.at('p').map(({ id }) => id).join();
                const all = ids();
                const { count } = threads.counts().get('s');
                threads.earlier = false;
                const different = [...threads.arrange()].join();
                return [all, count, different, ids()].join('|');""", "Threads < reader/threads.js");
        assertThat(told).isEqualTo("mine,old,new|1|p|new");
    }

    @Test
    void proposalsThatSpeakOfTheSameWordsMeet() {
        Object met = run("""
                const place = { text: 'trong thời hạn 03 ngày kể từ ngày nhận được', heading: 'Thời hạn' };
                const made = (id, quote, replacement, start) => ({ id, state: 'SENT', quote, replacement, start, prefix: '', suffix: '' });
                const items = [
                  made('a', '03 ngày', '05 ngày', 15), made('b', 'thời hạn 03', 'thời hạn 04', 6), made('c', '03 ngày', '05  ngày', 15),
                  made('far', 'nhận được', 'nhận', 33), made('whole', null, 'trong 05 ngày'), made('heading', 'Thời hạn', 'Hạn', 0),
                  { id: 'words', state: 'SENT', quote: '03 ngày', start: 15, prefix: '', suffix: '' },
                  { ...made('unsent', '03 ngày', '06 ngày', 15), state: 'UNSENT' },
                ];
                const told = (id) => meeting(items.find((one) => one.id === id), items, place).map(({ item, same }) => item.id + (same ? '=' : '')).join();
                return ['a', 'far', 'heading', 'words', 'unsent'].map(told).join('|');""", "meeting < reader/meets.js");
        assertThat(met).isEqualTo("b,c=,whole|whole|whole||");
    }

    @Test
    void everyStateIsExactlyOneOfGoneSentAndInPreparation() {
        Object looks = run("""
                return Object.values(CommentState).map((state) => [isGone, isSent, isOwnUnsent, isUnitDraft]
                    .filter((is) => is({ state, mine: true })).length);
                """, "isGone, isSent, isOwnUnsent, isUnitDraft < reader/threads.js", "CommentState < parts/names.js");

        assertThat(looks).isEqualTo(List.of(1, 1, 1, 1));
    }

    /** A reader of a draft that is one of two in its round; its words are their keys with what fills them. */
    private static final String READER = """
            const said = [];
            const t = (key, values = {}) => [key, ...Object.values(values)].join(' ');
            const staff = { code: 'STC', name: 'Sở', head: false };
            const json = {
              texts: {}, bodies: [], annexes: [], citations: { links: [], library: [] }, version: { id: 'v' }, me: { id: 'a', units: [staff], ownName: false },
              visibility: { OWN: 'group', UNIT: 'secretariat' }, round: { id: 'r', standings: [] },
            };
            const api = { call: async (method, path, body) => { said.push(method + ' ' + path + ' ' + JSON.stringify(body)); return answers.shift() ?? null; }, get: async () => null };
            const store = new Store({ reader: json, threads: { items: [] } }, api);
            store.t = t;
            const reader = {
              t, store, server: new Server(api, store), dataset: {},
              notices: { line: (kind, tone, sign, words) => { if (words) said.push(kind + ': ' + words); } },
              toast: (words, action) => { said.push(words); reader.undo = action?.act; },
              append: (element) => document.body.append(element),
              fetchedLater: (name) => fetched(name),
            };
            const standing = (more) => ({ invitee: 'STC', name: 'Sở', ofUnit: true, sends: false, state: null, position: null, done: 0, drafts: 2,
              changeable: true, closes: '2999-01-01T00:00:00Z', deadline: 'mai', unsent: [], prepared: 0, next: null, version: 3, ...more });
            """;

    @Test
    void anAnswerIsReadByThoseOfItsThreadWhateverTheRuleIsNow() {
        Object told = run(
                READER + """
                store.readers = { SEALED: 'few', GROUP: 'many' };
                const sent = { id: 1, state: CommentState.SENT, visibility: 'SEALED', restricted: false };
                return [sent, { ...sent, visibility: 'GROUP' }, { ...sent, restricted: true }, { ...sent, state: CommentState.UNSENT }]
                  .map((item) => whoReadsThread(store, item));
                """,
                "Store < reader/store.js",
                "Server < reader/server.js",
                "whoReadsThread < reader/whose.js",
                "CommentState < parts/names.js");

        assertThat(told).isEqualTo(List.of("few", "many", "visibility.told", "group"));
    }

    @Test
    void whatStaffLetGoIsNeverSaidToBeSent() {
        Object told = run(READER + """
                const item = { id: 1, unit: 'STC', state: CommentState.UNSENT, mine: true };
                const end = [goesToHead(store, item), whoReads(store, 'STC'), reviewWords(store, [item])];
                store.round.standings = [standing({ state: 'SENT' })];
                end.push(whoReads(store, 'STC'));
                staff.head = true;
                return [...end, goesToHead(store, item), whoReads(store, 'STC'), reviewWords(store, [item])];
                """, "Store < reader/store.js", "Server < reader/server.js", "goesToHead, whoReads, reviewWords < reader/whose.js", "CommentState < parts/names.js");

        assertThat(told)
                .isEqualTo(List.of(
                        true,
                        "visibility.unit Sở",
                        "action.review.unit 1",
                        "visibility.unit.later Sở",
                        false,
                        "secretariat",
                        "action.review 1"));
    }

    @Test
    void onlyCapacitiesThatTheServerTakesAreOfferedAndAChoiceIsNotCarriedToWhereItIsNone() {
        Object offered = run(READER + """
                const unitOnly = capacities(store);
                store.me.ownName = true;
                const both = capacities(store);
                store.me.units = [];
                const own = capacities(store);
                return [unitOnly, both, own].map((all) => all.map((one) => one.value).join()).concat(
                  [chosenCapacity(unitOnly, 'OWN'), chosenCapacity(both, 'OWN'), chosenCapacity(both, null), chosenCapacity(own, 'UNIT:STC')]);
                """, "Store < reader/store.js", "Server < reader/server.js", "capacities, chosenCapacity < reader/whose.js");

        assertThat(offered)
                .isEqualTo(List.of("UNIT:STC", "OWN,UNIT:STC,BOTH:STC", "OWN", "UNIT:STC", "OWN", "UNIT:STC", "OWN"));
    }

    @Test
    void theHeadReviewsWhatTheUnitHasPreparedToo() {
        Object ids = run(READER + """
                const draft = { place: () => ({ section: 's', kind: 'PROVISION', order: 1 }) };
                store.threads = new Threads(draft);
                store.threads.take([
                  { id: 1, unit: 'STC', state: CommentState.UNSENT, mine: true },
                  { id: 2, unit: 'STC', state: CommentState.UNIT_DRAFT },
                  { id: 3, unit: 'KHAC', state: CommentState.UNIT_DRAFT },
                  { id: 4, unit: 'STC', state: CommentState.SENT },
                ]);
                const before = sendable(store).map((item) => item.id);
                staff.head = true;
                return [before, sendable(store).map((item) => item.id)];
                """, "Store < reader/store.js", "Server < reader/server.js", "Threads < reader/threads.js", "sendable < reader/whose.js", "CommentState < parts/names.js");

        assertThat(ids).isEqualTo(List.of(List.of(1), List.of(1, 2)));
    }

    @Test
    void consentSaysWhoseItIsHowFarItHasGoneAndIsTakenBack() {
        Object told = run(READER + """
                store.round.standings = [standing({ sends: true })];
                const consent = new Consent(reader);
                consent.listen();
                const words = [consent.words()];
                answers.push({ standings: [standing({ sends: true, state: 'PREPARING', position: 'AGREE', done: 1 })] },
                  { standings: [standing({ sends: true })] });
                await consent.agreed(consent.open);
                const button = consent.button();
                await reader.undo();
                return [...words, button, ...said];
                """, "Store < reader/store.js", "Server < reader/server.js", "Consent < reader/consent.js", "fetched < reader/later.js");

        assertThat(told)
                .isEqualTo(Arrays.asList(
                        "agree.unit Sở",
                        null,
                        "PUT /rounds/r/agree {\"versionId\":\"v\",\"invitees\":[\"STC\"]}",
                        "standing:STC: Sở: standing.unit position.AGREE · standing.of 1 2",
                        "msg.agreed position.AGREE msg.whose.unit Sở msg.notSent 1 2 msg.changeable mai",
                        "PUT /rounds/r/replies/STC/position {\"versionId\":\"v\",\"position\":null,\"version\":3}",
                        "msg.takenBack"));
    }

    @Test
    void withUnsentOpinionsOrTwoHatsConsentAsksBeforeItIsGiven() {
        Object asked = run(READER + """
                const looks = [];
                const look = async (standings, act) => {
                  store.round.standings = standings;
                  said.length = 0;
                  await new Consent(reader).agree(document.createElement('button'));
                  const dialog = document.querySelector('dialog');
                  looks.push([dialog?.querySelectorAll('input').length ?? 0, dialog?.querySelector('.pri').disabled ?? false, said.length]);
                  if (dialog && act) await act(dialog);
                  dialog?.remove();
                };
                const own = { invitee: 'toi', ofUnit: false, sends: true };
                await look([standing({ ...own, unsent: ['a', 'b'] })], async (dialog) => {
                  dialog.querySelector('.pri').click();
                  await until(() => said.filter((words) => words.startsWith('P')).length > 1);
                  looks.push(said.filter((words) => words.startsWith('P')));
                });
                await look([standing(own), standing({ sends: true })]);
                await look([standing({ sends: true, done: 1, prepared: 2 })]);
                return looks;
                """, "Store < reader/store.js", "Server < reader/server.js", "Consent < reader/consent.js", "fetched < reader/later.js");

        assertThat(asked)
                .isEqualTo(List.of(
                        List.of(2, false, 0),
                        List.of(
                                "POST /comments/send {\"ids\":[\"a\",\"b\"]}",
                                "PUT /rounds/r/agree {\"versionId\":\"v\",\"invitees\":[\"toi\"]}"),
                        List.of(3, true, 0),
                        List.of(0, false, 0)));
    }

    /** A store over a draft of one Điều and the whole dossier, and what it tells. */
    private static final String STORE = """
            const article = { id: 'd1', level: 'ARTICLE', label: 'Điều 1', number: '1', text: 'Lời', path: 'dieu-1', children: [] };
            const json = {
              texts: { 'reader.err.notKept': 'không giữ được' }, bodies: [{ code: 'QD', type: 'Quyết định', places: [], provisions: [article] }], annexes: [],
              citations: { links: [], library: [] }, version: { id: 'v', dossierId: 'h' }, me: { id: 'a', units: [], ownName: true, canComment: true },
              kinds: [], versions: [], visibility: {}, round: { id: 'r', standings: [] },
            };
            const api = new Api('/app-api');
            const of = (id, more) => ({ id, provisionId: 'd1', state: CommentState.SENT, version: 1, author: { name: 'Lan' }, ...more });
            const store = new Store({ reader: json, threads: { items: [of('1')], mark: 'm1' } }, api);
            const server = new Server(api, store);
            const told = [];
            store.addEventListener('opinions', ({ detail }) => told.push([[...detail.places], ...[detail.news, detail.gone].map((all) => all.map(({ item, place }) => item.id + '@' + place))].join(' | ')));
            for (const what of ['waiting', 'round']) store.addEventListener(what, () => told.push(what));
            """;

    private static final String[] STORES = {
        "Store < reader/store.js",
        "Server < reader/server.js",
        "Api < parts/api.js",
        "Attempts < parts/attempts.js",
        "CommentState < parts/names.js"
    };

    @Test
    void theStoreTellsWhichPlacesAreDifferentAndWhatOthersHaveSaidMeanwhile() {
        Object told = run(STORE + """
                const own = { id: '2', state: CommentState.SENT, mine: true, author: {} };
                store.merge({ whole: false, mark: 'm2', items: [of('1', { replies: [{ id: '9', state: CommentState.SENT, author: {} }, own] })], vanished: [] });
                store.merge({ whole: false, mark: 'm3', items: [of('3', { provisionId: 'fort' }), of('4', { state: CommentState.UNSENT, mine: true })], vanished: ['1'] });
                store.merge({ whole: false, mark: 'm4', items: [of('3', { provisionId: 'fort', state: CommentState.WITHDRAWN })], vanished: [] });
                store.merge({ whole: false, mark: 'm5', items: [], vanished: [] });
                return [told, store.opinion('3').id, store.opinion('1')];
                """, STORES);

        assertThat(told).isEqualTo(Arrays.asList(List.of("d1 | 9@d1 | ", "d1,dossier | 3@dossier | ", "dossier |  | 3@dossier", " |  | "), "3", null));
    }

    @Test
    void whatIsTypedAndWhatWaitsIsKnownByPlaceAlsoWhenThePlaceIsGone() {
        Object known = run(STORE + """
                store.drafts.set('d1', { text: 'một' });
                store.drafts.set('fort', { text: 'hai' });
                store.drafts.set('reply:1', { text: 'ba' });
                store.queue.add({ path: '/x', body: {}, placeId: 'dossier' });
                store.queue.add({ path: '/y', body: {}, placeId: 'd1', replyTo: '1' });
                const names = [...store.typedSections()].map((section) => section.kind).sort();
                return [[...store.typed], [...store.queued], names, [...store.places].sort(), store.waitingOpinions('d1').length, store.waitingOpinions().length,
                  store.waitingReplies('1').length, told];
                """, STORES);

        assertThat(known)
                .isEqualTo(List.of(
                        List.of("d1"),
                        List.of("dossier", "d1"),
                        List.of("ARTICLE", "GENERAL"),
                        List.of("d1", "dossier"),
                        0,
                        1,
                        1,
                        List.of("waiting", "waiting")));
    }

    @Test
    void whatIsWrittenIsInTheStoreOrWaitsThereUnderTheKeyItWasTriedWith() {
        Object written = run(STORE + """
                const place = store.draft.place('d1');
                answers.push([200, of('5', { state: CommentState.UNSENT, mine: true })], ...[1, 2].map(() => [200, { items: [], whole: false, mark: 'm5' }]), null);
                const done = await server.write(place, { text: 'có mạng' }, new Attempts());
                await server.refresh();
                const attempts = new Attempts();
                const waits = await server.write(store.draft.place('dossier'), { text: 'mất mạng' }, attempts);
                const [entry] = store.queue.waiting;
                const tried = calls.findLast((call) => call.method === 'POST');
                Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
                answers.push(null, [409, { detail: 'đợt đã khoá' }]);
                const lost = await server.write(place, { text: 'không chỗ' }, new Attempts()).catch((error) => error.constructor.name + ' ' + error.message);
                const refused = await server.write(place, { text: 'bị từ chối' }, new Attempts()).catch((error) => error.constructor.name + ' ' + error.message);
                return [done.item.id, store.opinion('5').state, waits, entry.path, entry.placeId, entry.key === tried.key && entry.key === attempts.key, lost, refused];
                """, STORES);

        assertThat(written)
                .isEqualTo(List.of(
                        "5",
                        "UNSENT",
                        Map.of("waits", true),
                        "/dossiers/h/comments",
                        "dossier",
                        true,
                        "NotKept không giữ được",
                        "Refused đợt đã khoá"));
    }

    @Test
    void whoAsksWhileAnAnswerIsUnderWayIsToldByTheNextOneAndTheRoundIsTakenAsAnswered() {
        Object asked = run(STORE + """
                answers.push([200, { items: [], whole: false, mark: 'm2' }], [200, { items: [of('6')], whole: false, mark: 'm3' }], [200, { standings: [{ invitee: 'a' }] }], 401);
                await Promise.all([server.refresh(), server.refresh()]);
                await server.answer('PUT', '/agree', { invitees: ['a'] });
                let out = null;
                server.addEventListener('signedout', ({ detail }) => (out = detail.status));
                await server.refresh();
                return [calls.map((call) => call.url), told, store.standings.length, out, store.threads.mark];
                """, STORES);

        assertThat(asked)
                .isEqualTo(List.of(
                        List.of(
                                "/app-api/versions/v/threads?since=m1",
                                "/app-api/versions/v/threads?since=m2",
                                "/app-api/rounds/r/agree",
                                "/app-api/versions/v/threads?since=m3"),
                        List.of(" |  | ", "d1 | 6@d1 | ", "round"),
                        1,
                        401,
                        "m3"));
    }

    @Test
    void theReviewSendsWhatIsTickedKeepsTheFocusWhereOneTicksAndSaysARefusal() {
        run(STORE + """
                json.me.units = [{ code: 'STC', name: 'Sở', head: true }];
                const own = (id, more) => of(id, { state: CommentState.UNSENT, mine: true, kindLabel: 'Ý kiến', ...more });
                store.put([own('a', { text: '<b>đậm</b>' }), own('b', { replacement: 'Lời mới' }), own('c', { quote: 'Lời', text: 'vì sao' })]);
                globalThis.toasts = [];
                globalThis.calls = calls;
                globalThis.answers = answers;
                const reader = { t: store.t, store, server, append: (element) => document.body.append(element), toast: (words) => globalThis.toasts.push(words),
                  news: { sentenceFor: (error) => error.message, signedOut: () => globalThis.toasts.push('signed out') } };
                new Review(reader).open();
                """, STORES, "Review < reader/review.js");
        var dialog = page.locator("dialog.review");
        var send = dialog.locator("footer .pri");
        assertThat(dialog.locator("li").allTextContents().stream().map(words -> words.replaceAll("\\s+", " ").strip()))
                .containsExactly(
                        "Điều 1Ý kiến <b>đậm</b> action.edit",
                        "Điều 1Ý kiến Lời mới action.edit",
                        "Điều 1Ý kiến “Lời” vì sao action.edit");
        assertThat(send.textContent()).isEqualTo("action.send");

        dialog.locator("li[data-id=b] input").focus();
        page.keyboard().press("Space");
        assertThat(page.evaluate("document.activeElement.closest('li').dataset.id")).isEqualTo("b");
        dialog.locator("li[data-id=c] input").uncheck();
        page.evaluate("answers.push([409, { detail: 'đợt đã khoá' }], [200, { items: [], whole: false, mark: 'm2' }])");
        send.click();
        page.waitForCondition(() -> dialog.locator(".err").isVisible() && send.isEnabled());
        assertThat(dialog.locator(".err").textContent()).isEqualTo("đợt đã khoá");

        dialog.locator("li[data-id=a] input").uncheck();
        assertThat(send.isDisabled()).isTrue();
        dialog.locator("li[data-id=c] input").check();
        send.click();
        page.waitForCondition(() -> dialog.count() == 0);
        assertThat(page.evaluate("[calls.filter((call) => call.method === 'POST').map((call) => call.body), globalThis.toasts]"))
                .isEqualTo(List.of(List.of("{\"ids\":[\"a\"]}", "{\"ids\":[\"c\"]}"), List.of("msg.sent")));
    }

    @Test
    void theCheckerStaysWhereItWasAcrossJoiningAndCuttingAndGoesFromWordsToWords() {
        Object been = run("""
                const segment = (block, offset = 0, text = 'lời') => ({ block, offset, lead: '', text });
                const structure = (...pieces) => ({ version: 1, open: true, repairs: [], rows: [], findings: [], missing: [], pieces: pieces.map((segments, n) => ({ segments, row: n, begins: true })) });
                const store = new Store({ 'checker.role.HEAD': 'đầu' }, structure([segment(1)], [segment(2, 0, '***')], [segment(3)]));
                const at = [store.first.id];
                store.select('1:0');
                at.push(store.stepped(1).id, String(store.stepped(-1)));
                store.select('3:0');
                let told = 0;
                store.addEventListener('structure', () => told++);
                store.take(structure([segment(1), segment(2), segment(3)]));
                at.push(store.at);
                store.next = '1:4';
                store.take(structure([segment(1)], [segment(1, 4)]));
                at.push(store.at);
                store.begins();
                at.push(store.state);
                store.ends();
                store.unsaved = true;
                return [...at, store.state, store.roleName(store.current), told];
                """, "Store < checker/store.js");

        assertThat(been)
                .isEqualTo(List.of("1:0", "3:0", "undefined", "1:0", "1:4", "saving", "unsaved", "đầu", 2));
    }

    @Test
    void everyDialogIsNamedCanBeClosedAndLeavesNothingBehind() {
        Object looks = run("""
                let closed = 0;
                const named = dialog({ title: 'Tên', close: 'Đóng', kind: 'x', onclose: () => closed++ }, 'lời');
                open(document.body, named);
                const look = [named.matches(':modal'), document.getElementById(named.getAttribute('aria-labelledby')).textContent, named.className];
                named.querySelector('header button').click();
                await new Promise((done) => named.addEventListener('close', done, { once: true }));
                const light = open(document.body, dialog({ label: 'Nhãn', light: true }));
                light.click();
                await new Promise((done) => light.addEventListener('close', done, { once: true }));
                return [...look, light.getAttribute('aria-label'), closed, document.querySelectorAll('dialog').length];
                """, "dialog, open < parts/dialog.js");

        assertThat(looks).isEqualTo(List.of(true, "Tên", "dlg x", "Nhãn", 1, 0));
    }

    @Test
    void aSentenceGoesAwayByItselfAndOneWithSomethingToDoAndNoWayToCloseItStays() {
        Object left = run("""
                const list = document.body.appendChild(document.createElement('div'));
                const after = (ms) => new Promise((done) => setTimeout(done, ms));
                const words = () => [...list.children].map((one) => one.textContent).join();
                toast(list, 'một', null, { ms: 30 });
                toast(list, 'hai', null, { ms: 30 });
                const look = [words()];
                await after(120);
                look.push(words());
                toast(list, 'ba', { words: 'làm', act: () => look.push('đã làm') }, { ms: 1 });
                await after(60);
                look.push(words());
                toast(list, 'bốn', { words: 'làm', act: () => look.push('đã làm') }, { ms: 1000, close: 'Đóng' });
                list.querySelector('button').click();
                return [...look, words()];
                """, "toast < parts/toast.js");

        assertThat(left).isEqualTo(List.of("hai", "", "balàm", "đã làm", ""));
    }

    @Test
    void aSentenceIsFoundByItsKeyInTheNumberThatIsMeant() {
        Object said = run("""
                const t = sentences({ 'x.days': '{n} days', 'x.days.one': 'one day', 'y.days': 'no' }, 'x.');
                return [t('days', { n: 3 }), t('days', { n: 1 }), t('days'), t('none')];
                """, "sentences < parts/texts.js");

        assertThat(said).isEqualTo(List.of("3 days", "one day", "{n} days", "none"));
    }

    @Test
    void theKindOfAProposalFollowsWhatItDoesToTheWords() {
        Object kinds = run("""
                const all = ['EDIT', 'ADD', 'REMOVE', 'OTHER'].map((code) => ({ code }));
                const kind = (before, after, of = all) => likelyKind('propose', diff(before, after), of);
                return [kind('a b', 'a b c'), kind('a b', 'a'), kind('a b', 'a c'), likelyKind('comment', [], all), kind('a', 'a b', [{ code: 'FORM' }]), likelyKind('comment', [], [])];
                """, "likelyKind < reader/wording.js", "diff < reader/diff.js");

        assertThat(kinds).isEqualTo(List.of("ADD", "REMOVE", "EDIT", "OTHER", "FORM", ""));
    }

    @Test
    void aRefusedAttemptIsFollowedByOneWithAnotherKey() {
        Object keys = run("""
                const attempts = new Attempts();
                const api = new Api('/app-api');
                answers.push(409, 422, 200);
                for (let n = 0; n < 3; n++) await attempts.run(['x'], (key) => api.call('POST', '/send', {}, { key })).catch(() => 0);
                return new Set(calls.map((call) => call.key)).size;
                """, "Attempts < parts/attempts.js", "Api < parts/api.js");

        assertThat(keys).isEqualTo(3);
    }

    @Test
    void aLostAnswerIsAskedForAgainWithTheSameKeyAndOtherWordsWithAnother() {
        Object keys = run("""
                const attempts = new Attempts();
                const api = new Api('/app-api');
                answers.push(null, [409, { code: 'IN_PROGRESS' }], null, 200);
                for (const words of ['x', 'x', 'x', 'y']) await attempts.run(words, (key) => api.call('POST', '/send', {}, { key })).catch(() => 0);
                const [first, second, third, other] = calls.map((call) => call.key);
                return [first === second, second === third, third === other];
                """, "Attempts < parts/attempts.js", "Api < parts/api.js");

        assertThat(keys).isEqualTo(List.of(true, true, false));
    }

    @Test
    void whatWaitsIsSentInOrderAndOnlyWhatIsRefusedComesBack() {
        Object sent = run("""
                const queue = new Queue(new Api('/app-api'), 'a');
                const refused = [];
                queue.addEventListener('refused', (e) => refused.push(e.detail.entry.path));
                for (const path of ['/one', '/two', '/three']) queue.add({ path, body: {} });
                answers.push(200, 422, null);
                await queue.flush();
                return [calls.map((call) => call.url), refused, queue.waiting.map((entry) => entry.path)];
                """, "Queue < reader/queue.js", "Api < parts/api.js");

        assertThat(sent)
                .isEqualTo(List.of(
                        List.of("/app-api/one", "/app-api/two", "/app-api/three"), List.of("/two"), List.of("/three")));
    }

    @Test
    void whatOnePersonLeftWaitingIsNotSentByAnother() {
        Object sent = run("""
                const ofOne = new Queue(new Api('/app-api'), 'a');
                ofOne.add({ path: '/one', body: {} });
                await new Queue(new Api('/app-api'), 'b').flush();
                const quiet = calls.length;
                answers.push([401, { code: 'PERSON_CHANGED', detail: 'Trình duyệt đã đăng nhập bằng tài khoản khác.' }]);
                let told = null;
                ofOne.addEventListener('signedout', (e) => (told = e.detail.message));
                await ofOne.flush();
                return [quiet, ofOne.waiting.length, told];
                """, "Queue < reader/queue.js", "Api < parts/api.js");

        assertThat(sent).isEqualTo(List.of(0, 1, "Trình duyệt đã đăng nhập bằng tài khoản khác."));
    }

    @Test
    void everyCallNamesThePersonOfThePageAlsoWhenThePageIsAnothersLater() {
        Object named = run("""
                const api = new Api('/app-api');
                await api.get('/one');
                await api.upload('/two', new FormData());
                document.body.dataset.person = 'b';
                await api.call('PUT', '/three', {});
                return calls.map((call) => call.person);
                """, "Api < parts/api.js");

        assertThat(named).isEqualTo(List.of("a", "a", "a"));
    }

    /** The note of one place with two opinions that may be answered. */
    private static final String NOTE = READER + """
            Object.assign(reader, { layout() {}, composing() {}, composerClosed() {}, announce() {} });
            Object.assign(store.me, { canReply: true, canComment: true });
            store.kinds = [{ code: 'OTHER', label: 'Khác' }, { code: 'EDIT', label: 'Sửa' }];
            const place = { id: 'p', name: 'khoản 1', text: 'Một câu.', kind: 'PROVISION', order: 1, section: { kind: 'ARTICLE', main: null } };
            store.draft.places.set('p', place);
            const opinion = (id, more) => ({ id, version: 1, provisionId: 'p', state: CommentState.SENT, text: id, createdAt: '2026-01-0' + id, canReply: true, author: { name: 'A' }, ...more });
            store.threads.take([opinion('2'), opinion('3')]);
            const note = new Thread(reader, place);
            document.body.append(note.element);
            const one = (selector) => note.element.querySelector(selector);
            const rows = () => [...note.element.querySelectorAll('.says > li')].map((row) => row.dataset.item).join();
            const type = (field, words, from, to) => {
              field.focus();
              field.value = words;
              field.dispatchEvent(new Event('input', { bubbles: true }));
              field.setSelectionRange(from, to);
            };
            const look = (field) => [document.activeElement === field, field.value, field.selectionStart, field.selectionEnd].join();
            const come = () => new Promise((later) => setTimeout(later, 50));
            """;

    private static final String[] NOTES = {
        "Store < reader/store.js",
        "Server < reader/server.js",
        "fetched < reader/later.js",
        "Thread < reader/thread.js",
        "CommentState < parts/names.js"
    };

    @Test
    void whatIsTypedInANoteStaysWithItsCaretWhileOpinionsComeGoAndAreChanged() {
        Object seen = run(NOTE + """
                await fetched('conversation');
                note.setOpen(true);
                one('[data-reply="3"]').click();
                const answer = one('.replybox textarea');
                type(answer, 'Xin tiếp thu', 4, 7);
                const button = one('[data-item="3"] [data-reply]');
                store.threads.take([opinion('1'), opinion('3', { version: 2, text: 'khác' })]);
                note.update();
                const looks = [look(answer), answer.closest('li').dataset.item, rows(), one('[data-item="3"] .say').textContent, one('[data-item="3"] [data-reply]') === button];
                note.compose({ mode: 'propose' });
                const wording = one('form.box .prop textarea');
                type(wording, 'Hai câu.', 3, 3);
                store.threads.take([opinion('4')]);
                note.update();
                return [...looks, look(wording), rows(), one('.prop .back').textContent, one('.gone').textContent, one('.kind select').value];
                """, NOTES);

        assertThat(seen)
                .isEqualTo(List.of(
                        "true,Xin tiếp thu,4,7",
                        "3",
                        "1,3",
                        "khác",
                        true,
                        "true,Hai câu.,3,3",
                        "4",
                        "Hai câu.\u200b",
                        "compose.removed Một",
                        "EDIT"));
    }

    @Test
    void aNoteThatIsOpenedBeforeItsBoxesHaveComeOpensOnceTheyAreThere() {
        Object seen = run(NOTE + """
                note.compose({ mode: 'comment' });
                const before = [rows(), one('.brief').hidden, one('form.box') === null];
                await come();
                await fetched('conversation');
                await come();
                return [...before, rows(), one('.brief').hidden, document.activeElement === one('form.box textarea.fld')];
                """, NOTES);

        assertThat(seen).isEqualTo(List.of("", false, true, "2,3", true, true));
    }

    @Test
    void anAlarmThatIsSaidAgainIsANewOne() {
        Object seen = run(NOTE + """
                await fetched('conversation');
                note.compose({ mode: 'comment' });
                one('form.box').requestSubmit();
                const first = one('form.box .err span');
                one('form.box').requestSubmit();
                return [first.textContent, one('form.box .err span').textContent, one('form.box .err span') === first, one('form.box textarea.fld').getAttribute('aria-invalid')];
                """, NOTES);

        assertThat(seen).isEqualTo(List.of("err.noText", "err.noText", false, "true"));
    }

    @Test
    void whatWasFoundInAReturnedFileStandsAtItsPlacesAndIsTakenInAsChosen() {
        Object seen = run(READER + """
                store.kinds = [{ code: 'EDIT', label: 'Sửa' }, { code: 'OTHER', label: 'Khác' }];
                store.draft.places.set('p', { id: 'p', name: 'điều 1', text: 'Một câu.' });
                const found = { file: 'a.docx', likeness: 1, speakers: [], items: [
                  { key: 'k1', fit: 'EXACT', provisionId: 'p', kind: 'EDIT', quote: 'Một', replacement: 'Hai', text: 'Vì đủ hơn.', at: '2026-11-20T21:15:00', moved: [{ key: 'k3', provisionId: 'p', goes: true }] },
                  { key: 'k2', fit: 'NONE', provisionId: null, kind: 'OTHER', quote: null, replacement: null, text: 'Chung.' },
                  { key: 'k3', fit: 'EXACT', provisionId: 'p', kind: 'OTHER', quote: null, replacement: null, text: 'Đã có.', commentId: 'c', at: '2026-11-20T17:30:00Z', moved: [{ key: 'k1', provisionId: 'p', goes: false }] },
                ] };
                const returned = new Returned(reader).open();
                answers.push(found);
                api.upload = async (path, form) => { said.push([...form.keys()].join() + ' ' + form.get('choices')); return answers.shift(); };
                returned.choose(new File(['x'], 'a.docx'));
                await until(() => returned.element.querySelector('li'));
                const one = (selector) => returned.element.querySelector(selector);
                const looks = [...returned.element.querySelectorAll('li')].map((row) => [row.querySelector('b').textContent, row.querySelector('input').checked, row.querySelector('input').disabled].join());
                looks.push(one('[data-key=k1] .change').textContent, one('.tick input').indeterminate);
                one('[data-key=k1] .lnk').click();
                looks.push(one('[data-key=k1] .lnk').textContent, document.activeElement.closest('li').dataset.key, document.activeElement.textContent);
                looks.push(...['k1', 'k3'].map((key) => one(`[data-key=${key}] .over .cap`).textContent));
                one('[data-key=k2] input[type=checkbox]').click();
                const kind = one('[data-key=k1] select');
                kind.value = 'OTHER';
                kind.dispatchEvent(new Event('change', { bubbles: true }));
                answers.push({ written: ['x', 'y'] });
                store.threads.merge = () => new Set();
                one('footer .pri').click();
                await until(() => said.some((words) => words.startsWith('returned.done')));
                return [...looks, ...said];
                """, "Store < reader/store.js", "Server < reader/server.js", "Returned < reader/returned.js");

        assertThat(seen)
                .isEqualTo(List.of(
                        "Điều 1,true,false",
                        "returned.unplaced,false,false",
                        "Điều 1,false,true",
                        "MộtHai",
                        true,
                        "returned.goes điều 1",
                        "k3",
                        "returned.comes điều 1",
                        "20/11/2026",
                        "21/11/2026",
                        "file,onBehalfOf,preview null",
                        "file,onBehalfOf,choices [{\"key\":\"k1\",\"provisionId\":\"p\",\"kind\":\"OTHER\"},{\"key\":\"k2\",\"provisionId\":null,\"kind\":\"OTHER\"}]",
                        "returned.done 02"));
    }

    @Test
    void aReturnedFileLargerThanTheOfficeTakesIsSaidToBeSoAndNotSent() {
        Object said = run("""
                const store = new Store({ reader: {
                  version: { id: 'v' }, me: { id: 'a' }, largestFile: 1, texts: {}, bodies: [], annexes: [], citations: { links: [], library: [] },
                }, threads: { items: [] } }, {});
                const heard = [];
                await Returned.prototype.look.call({
                  store, chosenFile: { size: 1024 * 1024 + 1 }, t: (key, values) => `${key} ${values.n}`, say: (words) => heard.push(words),
                });
                return [heard, calls.length];
                """, "Store < reader/store.js", "Returned < reader/returned.js");

        assertThat(said).isEqualTo(List.of(List.of("", "returned.tooLarge 1"), 0));
    }

    @Test
    void aBrowserThatCannotKeepWordsSaysSo() {
        Object kept = run("""
                const queue = new Queue(new Api('/app-api'), 'a');
                const drafts = new Drafts('a', 'v');
                const before = [queue.add({ path: '/one', body: {} }), drafts.set('p', { text: 'Lời một' })];
                Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
                const after = [queue.add({ path: '/two', body: {} }), drafts.set('p', { text: 'Lời hai' })];
                return [before, after, queue.waiting.map((entry) => entry.path), drafts.get('p').text];
                """, "Queue < reader/queue.js", "Api < parts/api.js", "Drafts < parts/drafts.js");

        assertThat(kept)
                .isEqualTo(List.of(List.of(true, true), List.of(false, false), List.of("/one"), "Lời hai"));
    }

    @Test
    void wordsAreKeptForEachPlaceAndQuoteAndNothingIsNothing() {
        Object kept = run("""
                const drafts = new Drafts('a', 'v');
                drafts.set('p', { text: 'một' });
                drafts.set(drafts.key('p', { quote: 'lời', start: 4 }), { text: 'hai' });
                drafts.set('q', { text: '' });
                drafts.set('edit:7', { text: '', base: 3 });
                const again = new Drafts('a', 'v');
                return [[...again.places()].sort(), again.get('p@4').text, again.get('edit:7').base, new Drafts('b', 'v').places().size];
                """, "Drafts < parts/drafts.js");

        assertThat(kept).isEqualTo(List.of(List.of("edit:7", "p"), "hai", 3, 0));
    }

    @Test
    void twoWindowsAtOnePlaceKeepBothTexts() {
        Object kept = run("""
                const [first, second] = [new Drafts('a', 'v'), new Drafts('a', 'v')];
                first.set('p', { text: 'một' });
                second.set('p', { text: 'hai' });
                first.set('p', { text: 'một nữa' });
                second.set('p', { text: 'hai nữa' });
                const third = new Drafts('a', 'v');
                const all = [...third.all.values()].map((draft) => draft.text).sort();
                const offered = third.others(third.latest('p')).length;
                second.remove('p');
                const left = [...new Drafts('a', 'v').all.values()].map((draft) => draft.text);
                first.remove('p');
                return [all, offered, first.get('p'), left, new Drafts('a', 'v').places().size];
                """, "Drafts < parts/drafts.js");

        assertThat(kept)
                .isEqualTo(Arrays.asList(List.of("hai nữa", "một nữa"), 1, null, List.of("một nữa"), 0));
    }

    @Test
    void whoGoesOnWithTheWordsOfAnotherWindowTakesNoneOfItsLaterOnesAway() {
        Object kept = run("""
                const first = new Drafts('a', 'v');
                first.set('p', { text: 'một' });
                const second = new Drafts('a', 'v');
                second.set('p', { text: second.get('p').text + ' hai' });
                await new Promise((done) => setTimeout(done, 5));
                first.set('p', { text: 'một ba' });
                second.remove('p');
                return [...new Drafts('a', 'v').all.values()].map((draft) => draft.text);
                """, "Drafts < parts/drafts.js");

        assertThat(kept).isEqualTo(List.of("một ba"));
    }

    @Test
    void aSelectionIsTakenInWholeSyllablesAndSaysWhenItReachesFurther() {
        Object found = run("""
                const texts = ['Thực hiện nhiệm vụ được giao', 'Báo cáo kết quả'];
                for (const [n, text] of texts.entries()) {
                  const element = document.body.appendChild(document.createElement('p'));
                  element.className = 'tx';
                  Object.assign(element, { text, place: { id: n } });
                  element.append(text);
                }
                const [one, other] = [...document.querySelectorAll('.tx')].map((element) => element.firstChild);
                const select = (from, start, to, end) => {
                  getSelection().setBaseAndExtent(from, start, to, end);
                  const { anchor, place, beyond } = selected(document.body);
                  return [place.id, anchor.quote, anchor.start, beyond];
                };
                return [select(one, 2, one, 12), select(one, 10, other, 6), select(one, 4, one, 10)];
                """, "selected < reader/select.js");

        assertThat(found)
                .isEqualTo(List.of(
                        List.of(0, "Thực hiện nhiệm", 0, false),
                        List.of(0, "nhiệm vụ được giao", 10, true),
                        List.of(0, "hiện", 5, false)));
    }

    @Test
    void bothOfTwoWordingsAreKeptInOne() {
        Object joined = run("""
                const tell = (words) => `Câu chữ kia: ${words}`;
                const propose = (text, replacement) => ({ mode: 'propose', text, replacement, kind: 'EDIT' });
                const remark = (text) => ({ mode: 'comment', text, kind: 'OTHER' });
                return [
                  together(remark('mình'), remark('kia'), tell).text,
                  together(remark('như nhau'), remark('như nhau'), tell).text,
                  together(propose('mình', 'A'), propose('kia', 'B'), tell),
                  together(remark('mình'), propose('', 'B'), tell).replacement,
                ];
                """, "together < reader/conflict.js");

        assertThat(joined)
                .isEqualTo(List.of(
                        "kia\n\nmình",
                        "như nhau",
                        Map.of("mode", "propose", "replacement", "A", "kind", "EDIT", "text", "kia\n\nmình\n\nCâu chữ kia: B"),
                        "B"));
    }

    @Test
    void aDifferenceTurnsTheOldWordingIntoTheNewAndBack() {
        Object wrong = run("""
                const words = ['Điều', 'ông', ' ', ',', '5', 'ngày', 'e\\u0302', '\\n', '😀', ''];
                let seed = 11;
                const random = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
                const text = () => Array.from({ length: random(14) }, () => words[random(words.length)]).join('');
                let wrong = 0;
                for (let n = 0; n < 500; n++) {
                  const [before, after] = [text(), text()];
                  const runs = diff(before, after);
                  const without = (op) => runs.filter((run) => run.op !== op).map((run) => run.text).join('');
                  if (without('insert') !== before || without('delete') !== after) wrong++;
                }
                return wrong;
                """, "diff < reader/diff.js");

        assertThat(wrong).isEqualTo(0);
    }

    @Test
    void theNationalTitleAndTheMottoStandInOneColumnWhateverTheFileMadeOfTheHead() {
        Object heads = run("""
                const heads = [
                  'QUỐC HỘI\\nLuật số: 18/2003/QH11\\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\\nĐộc lập - Tự do - Hạnh phúc\\nQUỐC HỘI\\nNƯỚC CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\\nKhoá XI, kỳ họp thứ 4',
                  'BỘ TÀI CHÍNH | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: 120/2025/TT-BTC | Hà Nội, ngày 18 tháng 12 năm 2025\\nTHÔNG TƯ',
                  'ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\\nTỈNH BÌNH DƯƠNG Độc lập - Tự do - Hạnh phúc\\nSố: 09/2009/CT-UBND Thủ Dầu Một, ngày 15 tháng 4 năm 2009',
                  'BỘ TÀI CHÍNH CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\\n- * - Độc lập - Tự do - Hạnh phúc\\nSố: 120 /2002/TT-BTC ----------------\\nHà nội, ngày 30 tháng 12 năm 2002',
                  'TỈNH ỦY LÂM ĐỒNG\\nSố -QĐ/BCĐ\\nĐẢNG CỘNG SẢN VIỆT NAM\\nLâm Đồng, ngày tháng năm 2026',
                ].map(paperHead);
                return heads.map(({ left, right, below }) => [left.join('/'), right.join('/'), below.join('/')].join(' # '));
                """, "paperHead < parts/head.js");

        assertThat(heads)
                .isEqualTo(List.of(
                        "QUỐC HỘI/Luật số: 18/2003/QH11 # CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM/Độc lập - Tự do - Hạnh phúc"
                                + " # QUỐC HỘI/NƯỚC CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM/Khoá XI, kỳ họp thứ 4",
                        "BỘ TÀI CHÍNH/Số: 120/2025/TT-BTC # CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/Độc lập - Tự do - Hạnh phúc"
                                + "/Hà Nội, ngày 18 tháng 12 năm 2025 # THÔNG TƯ",
                        "ỦY BAN NHÂN DÂN/TỈNH BÌNH DƯƠNG/Số: 09/2009/CT-UBND # CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
                                + "/Độc lập - Tự do - Hạnh phúc/Thủ Dầu Một, ngày 15 tháng 4 năm 2009 # ",
                        "BỘ TÀI CHÍNH/Số: 120 /2002/TT-BTC # CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM/Độc lập - Tự do - Hạnh phúc"
                                + "/Hà nội, ngày 30 tháng 12 năm 2002 # ",
                        "TỈNH ỦY LÂM ĐỒNG/Số -QĐ/BCĐ # ĐẢNG CỘNG SẢN VIỆT NAM/Lâm Đồng, ngày tháng năm 2026 # "));
    }

    @Test
    void aHeadThatCannotBeToldApartIsPrintedLineByLineWithoutBars() {
        Object head = run(
                "return headLines('CÔNG BÁO | Số 12\\n-----\\nLuật số 100/2015/QH13 ngày 27 tháng 11 năm 2015');",
                "headLines < parts/head.js");

        assertThat(head).isEqualTo(List.of("CÔNG BÁO", "Số 12", "Luật số 100/2015/QH13 ngày 27 tháng 11 năm 2015"));
    }

    @Test
    void theKindOfATextStandsInTheLettersOfItsSource() {
        Object kinds = run("""
                return [
                  kindAsPrinted({ type: 'Nghị định', head: 'CHÍNH PHỦ\\nSố: 186/2025/NĐ-CP\\nNGHỊ ĐỊNH' }, 'Quy định chi tiết một số điều'),
                  kindAsPrinted({ type: 'Nghị định', head: 'CHÍNH PHỦ' }, 'QUY ĐỊNH CHI TIẾT MỘT SỐ ĐIỀU'),
                  kindAsPrinted({ type: 'Quyết định', head: null }, 'Ban hành Quy chế'),
                ];
                """, "kindAsPrinted < parts/head.js");

        assertThat(kinds).isEqualTo(List.of("NGHỊ ĐỊNH", "NGHỊ ĐỊNH", "Quyết định"));
    }

    @Test
    void whatIsStillToBeFilledInKeepsItsRoomAndNoLetterOfTheText() {
        Object widened = run("""
                const wide = (text) => blanks(text).map((part) => (part.textContent === undefined ? part : `[${part.textContent}]`)).join('');
                return ['Số: -QĐ/BCĐ', 'Hà Nội, ngày tháng năm 2026', 'Quyết định số /QĐ-UBND ngày / /2026', 'ngày 5 tháng 6 năm 2020, số liệu - tháng này'].map(wide);
                """, "blanks < parts/head.js");

        assertThat(widened)
                .isEqualTo(List.of(
                        "Số:[ ]-QĐ/BCĐ",
                        "Hà Nội, ngày[ ]tháng[ ]năm 2026",
                        "Quyết định số[ ]/QĐ-UBND ngày[ ]/[ ]/2026",
                        "ngày 5 tháng 6 năm 2020, số liệu - tháng này"));
    }

    @Test
    void theKeyForFindingsReachesEachOfThemAlsoThoseWithoutAPlace() {
        Object reached = run("""
                const piece = (index) => ({ id: `p${index}`, index });
                const findings = [{ key: 'whole' }, { key: 'ocr' }, { key: 'a', piece: piece(3) }, { key: 'b', piece: piece(3) }, { key: 'c', piece: piece(9) }];
                let [found, current] = [undefined, piece(0)];
                const keys = [];
                for (let n = 0; n < 6; n++) {
                  found = nextFinding(findings, found, current);
                  current = found.piece ?? current;
                  keys.push(found.key);
                }
                return [keys.join(' '), nextFinding(findings, findings[2], piece(5)).key, nextFinding([], undefined, current) === undefined];
                """, "nextFinding < checker/findings.js");

        assertThat(reached).isEqualTo(List.of("whole ocr a b c whole", "c", true));
    }

    /** A check of one paragraph that is not on the page yet. */
    private static final String CHECKER = """
            const piece = { segments: [{ block: 0, offset: 0, lead: '', text: 'Một đoạn' }], look: {}, kind: 'PARAGRAPH', cell: null, page: 0, row: -1, role: null, begins: true };
            const structure = (version, repairs) => ({ version, repairs, state: 'REVIEW', open: true, pages: 0, counts: {}, rows: [], pieces: [piece],
              findings: [], missing: [], tracked: { count: 0, changes: 'FINAL' }, recognised: [], doubts: [{ block: 0, from: 4, to: 8 }], repairedBy: { name: 'Đ/c Khuê', self: false } });
            const texts = Object.fromEntries(['state.saved', 'state.unsaved', 'conflict.both', 'conflict.lost', 'reload'].map((key) => [`checker.${key}`, `${key} {name}{n}`]));
            const checker = document.createElement('gopy-checker');
            """;

    @Test
    void aRepairThatComesSecondIsDoneBehindTheFirstOrSaysThatItIsNotSaved() {
        Object told = run(CHECKER + """
                answers.push([200, texts], [200, structure(1, [])]);
                document.body.append(checker);
                for (let n = 0; !checker.tools && n < 1000; n++) await new Promise((later) => setTimeout(later));
                const theirs = { op: 'MERGE', block: 7, offset: 0 };
                const said = () => [checker.querySelector('.toast span').textContent, checker.querySelector('.saved').textContent, checker.querySelectorAll('.toast button').length].join(' | ');

                answers.push([412, {}], [200, structure(2, [theirs])], [200, structure(3, [theirs, theirs])]);
                checker.repair('MERGE');
                await checker.saving;
                const both = said();
                answers.push([412, {}], [200, structure(4, [theirs])], [422, {}]);
                checker.repair('MERGE');
                await checker.saving;
                const lost = said();
                answers.push([412, {}], [200, structure(5, [theirs])]);
                checker.undo();
                await checker.saving;
                const doubt = checker.querySelector('.original .txt .doubt').textContent;
                return [both, lost, said(), calls.length, doubt];
                """, "default: none < checker/checker.js");

        assertThat(told)
                .isEqualTo(List.of(
                        "conflict.both Đ/c Khuê{n} | state.saved {name}2 | 0",
                        "conflict.lost Đ/c Khuê{n} | state.unsaved {name}1 | 1",
                        "conflict.lost Đ/c Khuê{n} | state.unsaved {name}1 | 1",
                        10,
                        "đoạn"));
    }

    @Test
    void aRowOfControlsIsOneStopAndItsArrowsAreThePagesForWhoeverPressesWithThePointer() {
        run("""
                const row = document.body.appendChild(document.createElement('div'));
                const add = (id, more) => row.appendChild(Object.assign(document.createElement('button'), { id, textContent: id, ...more }));
                add('a'), add('b', { hidden: true }), add('c', { disabled: true }), add('d'), add('e');
                const menu = row.appendChild(Object.assign(document.createElement('div'), { popover: 'auto' }));
                menu.append(Object.assign(document.createElement('a'), { href: '#', id: 'menu', textContent: 'menu' }));
                document.body.append(Object.assign(document.createElement('button'), { id: 'behind', textContent: 'behind' }));
                globalThis.moved = '';
                roving(row, { onmove: (to) => (moved += to.id) });
                globalThis.frames2 = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
                await frames2();
                """, "roving < parts/roving.js");
        String been = "";
        for (String key : List.of("Tab", "ArrowLeft", "ArrowLeft", "Home", "End", "ArrowRight", "ArrowRight", "Tab", "Shift+Tab")) {
            page.keyboard().press(key);
            been += page.evaluate("document.activeElement.id");
        }
        assertThat(been).isEqualTo("aedaeadbehindd");
        assertThat(page.evaluate("[moved, document.getElementById('menu').tabIndex]")).isEqualTo(List.of("edaead", 0));

        page.evaluate("async () => { document.getElementById('d').remove(); await frames2(); }");
        assertThat(page.evaluate("[...document.querySelectorAll('div > button')].map((one) => one.tabIndex)"))
                .isEqualTo(List.of(0, -1, -1, -1));

        page.click("#e");
        page.keyboard().press("ArrowLeft");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("e");
    }

    @Test
    void thePanesOfTheCheckAreTurnedWithArrowsAndWhatWasDoneIsSaidWithItsParagraph() {
        run(CHECKER + """
                answers.push([200, texts], [200, structure(1, [])]);
                document.body.append(checker);
                for (let n = 0; !checker.tools && n < 1000; n++) await new Promise((later) => setTimeout(later));
                answers.push([200, structure(2, [{ op: 'MERGE', block: 0, offset: 0 }])]);
                checker.repair('MERGE');
                await checker.saving;
                await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
                checker.querySelector('[role=tab]').focus();
                """, "default: none < checker/checker.js");
        Object tabs = page.evaluate("""
                () => [...document.querySelectorAll('[role=tab]')].map((tab) => [tab.ariaSelected, String(tab.tabIndex),
                  tab.getAttribute('aria-controls').split(' ').map((id) => document.getElementById(id).className).join()].join(' | '))""");
        assertThat(tabs).isEqualTo(List.of("true | 0 | pane original", "false | -1 | pane outline"));
        assertThat(page.locator("gopy-checker [aria-live]").textContent())
                .isEqualTo("done.MERGE role.HEAD:  Một đoạn");

        page.keyboard().press("ArrowRight");
        assertThat(page.evaluate("[document.activeElement.dataset.pane, document.querySelector('gopy-checker').dataset.pane]"))
                .isEqualTo(List.of("outline", "outline"));
    }

    /** Puts elements onto the page: [tag, properties, children…]. */
    private static final String PAGE = """
            const make = ([tag, more, ...below]) => {
              const element = Object.assign(document.createElement(tag), more);
              element.append(...below.map((one) => (Array.isArray(one) ? make(one) : one)));
              return element;
            };
            globalThis.frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)));
            """;

    @Test
    void theResultsAreGoneThroughWithKeysAsLongAsTheSearchIsOnThePage() {
        run(PAGE + """
                const hit = (id) => ['div', { className: 'hit' }, ['a', { className: 'pathline', href: '#', id }, id]];
                document.body.append(make(['main', { className: 'search-page' }, ['gopy-search-keys', {}], ['div', { className: 'search-field' }, ['input', { id: 'field' }]], hit('a'), hit('b')]));
                await frame();
                """, "default: none < search/keys.js");
        String been = page.evaluate("document.activeElement.id") + " ";
        for (String key : List.of("ArrowDown", "j", "j", "k", "k", "j", "/")) {
            page.keyboard().press(key);
            been += page.evaluate("document.activeElement.id");
        }
        assertThat(been).isEqualTo("field abbafieldfieldfield");

        page.evaluate("document.querySelector('gopy-search-keys').remove(), document.getElementById('a').focus()");
        page.keyboard().press("j");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("a");
    }

    @Test
    void whatIsFurtherIsAskedForWhenOneComesNearAndNoMoreOnceItHasGone() {
        Object asked = run(PAGE + """
                let asked = 0;
                const further = make(['gopy-further', {}, ['button', { textContent: 'further', onclick: () => asked++ }]]);
                const space = make(['div', {}]);
                space.style.height = '4000px';
                document.body.append(space, further);
                await frame();
                const counts = [asked];
                scrollTo(0, 4000);
                await frame();
                counts.push(asked);
                scrollTo(0, 0);
                await frame();
                further.remove();
                scrollTo(0, 4000);
                await frame();
                const { observer } = further;
                return [...counts, asked, observer.takeRecords().length];
                """, "default: none < search/further.js");

        assertThat(asked).isEqualTo(List.of(0, 1, 1, 0));
    }

    @Test
    void aPlaceSaysItsTextWhereAnotherOneHasSuchPlacesAndAPlanHasPointsBelowItsHeadings() {
        Object names = run("""
                const words = { CLAUSE: 'khoản {n}', POINT: 'điểm {n}', SUBPOINT: 'tiết {n}', OUTLINE: 'mục {n}', join: ' ', GROUND: 'Căn cứ ban hành', TITLE: 'Tên gọi {body}' };
                const t = (key, values = {}) => (words[key.replace('place.', '')] ?? key).replace(/\\{(\\w+)\\}/g, (all, name) => values[name] ?? all);
                const node = (id, level, label, number, children = []) => ({ id, level, label, number, text: 'x', path: id, children });
                const body = (code, type, provisions, places = []) => ({ code, type, provisions, places });
                const regulation = (code) => [node(`${code}1`, 'ARTICLE', 'Điều 1', '1', [node(`${code}11`, 'CLAUSE', '1.', '1')])];
                const ground = (id) => ({ id, kind: 'GROUND', text: 'Căn cứ', path: id });
                const two = new Draft({ bodies: [body('QD', 'Quyết định', regulation('d'), [ground('g'), { id: 't', kind: 'TITLE', text: 'T', path: 't' }]), body('QC', 'QUY CHẾ', regulation('c'))], annexes: [], citations: { links: [] } }, t);
                const plan = new Draft({ bodies: [body('KH', 'Kế hoạch', [node('i', 'OUTLINE', 'I.', 'I', [node('i2', 'OUTLINE', '2.', '2', [node('i2a', 'POINT', 'a)', 'a'), node('i21', 'OUTLINE', '2.1.', '2.1')])])])], annexes: [], citations: { links: [] } }, t);
                const names = (draft, ...ids) => ids.map((id) => draft.place(id).name);
                return [...names(two, 'd1', 'c11', 'g', 't'), two.place('c1').section.name, ...names(plan, 'i', 'i2', 'i2a', 'i21')];
                """, "Draft < reader/model.js");

        assertThat(names)
                .isEqualTo(List.of(
                        "Điều 1 Quyết định",
                        "khoản 1 Điều 1 Quy chế",
                        "Căn cứ ban hành",
                        "Tên gọi Quyết định",
                        "Điều 1",
                        "mục I",
                        "điểm 2 mục I",
                        "tiết a điểm 2 mục I",
                        "điểm 2.1 mục I"));
    }

    @Test
    void aFoldedNoteShowsOldBesideNewWhereAnOpinionHasNoWordsOfItsOwn() {
        Object said = run("""
                const brief = (item) => [briefWords(item, 'Cả khoản')].flat().map((part) => part.outerHTML ?? part).join('');
                return [brief({ quote: '10', replacement: '11', text: '' }), brief({ replacement: '', text: '' }), brief({ quote: '10', replacement: '11', text: 'Vì đủ hơn' }), brief(undefined)];
                """, "briefWords < reader/thread.js");

        assertThat(said).isEqualTo(List.of("<del>10</del><ins>11</ins>", "<del>Cả khoản</del>", "Vì đủ hơn", ""));
    }

    @Test
    void eachStandsByOneOptionTheOneChosenLastAndOnesOwnChoiceAloneIsNotCounted() {
        Object counted = run("""
                const parent = { node: { children: [{ id: 'one' }, { id: 'two' }, { id: 'text' }] } };
                const places = Object.fromEntries(['one', 'two', 'text'].map((id) => [id, { id, parent, level: id === 'text' ? 'PARAGRAPH' : 'ALTERNATIVE', section: 's' }]));
                const draft = { place: (id) => places[id] };
                const threads = new Threads(draft);
                const t = (key, values) => `${values.units}/${values.people}`;
                const choices = new Choices({ store: { draft, threads, t }, t });
                const said = (id, provisionId, unitName, sentAt, more = {}) => ({ id, provisionId, unit: unitName, unitName, authorName: id.slice(0, 1), kind: 'AGREE', state: 'SENT', sentAt, ...more });
                const counts = (...items) => { threads.take(items); return ['one', 'two'].map((id) => choices.counted(places[id])).join(); };
                return [
                  counts(said('a', 'one', null, '1', { mine: true })),
                  counts(said('a', 'one', null, '1', { mine: true }), said('b', 'two', null, '2')),
                  counts(said('a1', 'one', 'Sở A', '1'), said('a2', 'two', 'Sở A', '2'), said('b', 'two', null, '1')),
                  counts(said('a', 'one', null, '1'), said('b', 'two', null, '1', { kind: 'OTHER' }), said('c', 'two', null, '1', { state: 'UNIT_DRAFT' })),
                  counts(said('a', 'one', null, '1', { from: { ordinal: 1 } }), said('b', 'two', null, '1')),
                ].join('|');""", "Threads < reader/threads.js", "Choices < reader/choices.js");
        assertThat(counted).isEqualTo(",|00/01,00/01|00/00,01/01|00/01,00/00|00/00,00/01");
    }

    @Test
    void whereEveryLineIsCutThePageAsksOneQuestionAfterTheOtherAndIsNotAskingTwice() {
        Object told = run("""
                const lines = [];
                globalThis.EventSource = class extends EventTarget {
                  static CLOSED = 2;
                  constructor() { super(); this.readyState = 0; lines.push(this); }
                  close() { this.readyState = 2; }
                };
                const events = ['threads', 'alive', 'outline'];
                const heard = [];
                let asked = 0;
                let asking = 0;
                const live = new Live('/live', {
                  threads: async () => heard.push('threads'),
                  outline: () => heard.push('outline'),
                  next: async () => {
                    asked++;
                    heard.push(++asking);
                    await Promise.resolve();
                    asking--;
                    if (!events.length) live.close();
                    return events.shift();
                  },
                });
                live.connect();
                for (let n = 0; n < 3; n++) lines[0].dispatchEvent(new Event('error'));
                await until(() => asked === 4);
                return [lines.length, lines[0].readyState, ...heard].join();""", "Live < parts/live.js");
        assertThat(told).isEqualTo("1,2,threads,1,threads,1,1,outline,1");
    }

    @Test
    void aLineThatLastsIsKeptThoughItBreaksNowAndThen() {
        Object told = run("""
                const lines = [];
                globalThis.EventSource = class extends EventTarget {
                  static CLOSED = 2;
                  constructor() { super(); this.readyState = 1; lines.push(this); }
                  close() { this.readyState = 2; }
                };
                let now = 0;
                Date.now = () => now;
                const live = new Live('/live', { threads: async () => {}, outline: () => {}, next: () => { throw new Error('asked'); } });
                live.connect();
                lines[0].dispatchEvent(new Event('hello'));
                for (let n = 0; n < 6; n++) {
                  now += 60_000;
                  lines[0].dispatchEvent(new Event('error'));
                  lines[0].dispatchEvent(new Event('open'));
                }
                return [lines.length, lines[0].readyState].join();""", "Live < parts/live.js");
        assertThat(told).isEqualTo("1,1");
    }
}
