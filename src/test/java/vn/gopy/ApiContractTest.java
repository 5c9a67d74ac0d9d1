package vn.gopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpHeaders.AUTHORIZATION;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import vn.gopy.ApiFixture.Answer;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;

/** What other systems may rely on: status, problem details, versions, safe repetition, no session. */
@IntegrationTest
class ApiContractTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    ApiFixture api;

    private Person owner;
    private Person secretary;
    private Dossier dossier;
    private VersionId draft;
    private String clause;

    @BeforeEach
    void dossier() {
        owner = committee.person(Role.MEMBER);
        secretary = committee.person(Role.SECRETARIAT);
        dossier = committee.sealed(owner);
        draft = texts.published(owner, dossier);
        clause = "/api/v1/provisions/" + texts.place(draft, "dieu-2/khoan-1").id() + "/comments";
    }

    private static void isProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.isProblem()).as("problem details").isTrue();
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("detail").asString("")).isNotBlank();
        assertThat(answer.response().getHeader("Cache-Control")).contains("no-store");
    }

    @Nested
    class Failures {

        @Test
        void withoutSignInEveryPathBelowTheApiAnswers401AsAProblem() {
            for (String path : List.of("/api/v1/me", "/api/v1/khong-co", "/api/khong-co", "/api/v1/dossiers/1")) {
                Answer answer = api.as(null).get(path);
                isProblem(answer, 401, "UNAUTHENTICATED");
                assertThat(answer.response().getHeader("WWW-Authenticate")).startsWith("Basic");
            }
            isProblem(api.as(null).get("/app-api/versions/" + draft), 401, "UNAUTHENTICATED");
        }

        @Test
        void anUnknownPathIs404() {
            isProblem(api.as(owner).get("/api/v1/khong-co"), 404, "NOT_FOUND");
            isProblem(api.as(owner).post("/api/khong-co", "{}"), 404, "NOT_FOUND");
            isProblem(api.as(owner).get("/app-api/khong-co"), 404, "NOT_FOUND");
        }

        @Test
        void aKnownPathWithAnotherMethodIs405AndNamesThoseThereAre() {
            Answer answer = api.as(owner).send("PUT", "/api/v1/dossiers/" + dossier.id(), null);
            isProblem(answer, 405, "HTTP_405");
            assertThat(answer.response().getHeader("Allow")).contains("GET");
            isProblem(api.as(owner).get(clause), 405, "HTTP_405");
        }

        @Test
        void anotherContentTypeIs415() {
            Answer answer = api.perform(post("/api/v1/dossiers")
                    .with(user(owner.username()))
                    .contentType(MediaType.TEXT_PLAIN)
                    .content("title"));
            isProblem(answer, 415, "HTTP_415");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{", "[]", "\"x\"", "{\"kind\":\"KHONG\"}", "{\"places\":[\"x\"]}", "{\"send\":\"x\"}"})
        void whatIsNoSuchJsonIs400(String body) {
            isProblem(api.as(owner).post(clause, body), 400, "MALFORMED");
        }

        @ParameterizedTest
        @CsvSource({"GET,/api/v1/dossiers/1", "GET,/api/v1/versions/x/outline", "GET,/api/v1/dossiers?state=KHONG"})
        void aMalformedIdOrValueIs400(String method, String path) {
            isProblem(api.as(owner).send(method, path, null), 400, "MALFORMED");
        }

        @Test
        void aMissingFileIs400() {
            assertThat(api.as(owner)
                            .post("/api/v1/dossiers/" + dossier.id() + "/versions", "{}")
                            .status())
                    .isIn(400, 415);
        }

        @Test
        void aTextWithANullCharacterIsMalformedNotAnInternalError() {
            isProblem(api.as(owner).post(clause, "{\"kind\":\"OTHER\",\"text\":\"a\\u0000b\"}"), 400, "MALFORMED");
            isProblem(api.as(owner).get("/api/v1/dossiers?q=a\u0000b"), 400, "MALFORMED");
            assertThat(api.as(owner)
                            .post(clause, "{\"kind\":\"OTHER\",\"text\":\"a\\ud800b\"}")
                            .status())
                    .as("half a character")
                    .isLessThan(500);
        }

        @Test
        void absentAndHiddenAreTheSameAnswer() {
            Person stranger = committee.person(Role.MEMBER);
            for (String path : List.of(
                    "/api/v1/dossiers/{}",
                    "/api/v1/versions/{}",
                    "/api/v1/versions/{}/outline",
                    "/api/v1/versions/{}/file",
                    "/api/v1/versions/{}/comments")) {
                String hidden = path.contains("dossiers") ? dossier.id().toString() : draft.toString();
                String absent = UUID.randomUUID().toString();
                Answer one = api.as(stranger).get(path.replace("{}", hidden));
                Answer other = api.as(stranger).get(path.replace("{}", absent));
                isProblem(one, 404, "NOT_FOUND");
                assertThat(one.json().toString().replace(hidden, absent))
                        .isEqualTo(other.json().toString());
            }
        }

        @Test
        void whatOneMayNotDoIsToldBeforeTheContentIsJudged() {
            String round = "/api/v1/rounds/"
                    + committee.round(draft).asking(owner).open(secretary).id();
            Person stranger = committee.person(Role.MEMBER);
            isProblem(api.as(stranger).post(round + "/extend", "{}"), 404, "NOT_FOUND");
            isProblem(api.as(owner).post(round + "/extend", "{}"), 403, "FORBIDDEN");
            isProblem(api.as(secretary).post(round + "/extend", "{}"), 422, "DEADLINE_MISSING");
            isProblem(api.as(owner).post("/api/v1/rounds", "{}"), 403, "FORBIDDEN");
            isProblem(api.as(secretary).post("/api/v1/rounds", "{}"), 422, "DEADLINE_MISSING");
            String reply = round + "/replies/" + owner.username();
            isProblem(api.as(stranger).send("PUT", reply, "{}"), 404, "NOT_FOUND");
            isProblem(api.as(owner).send("PUT", reply, "{}"), 422, "POSITION_MISSING");
            isProblem(
                    api.as(owner).send("PUT", reply, "{\"positions\":{\"" + draft + "\":null}}"),
                    422,
                    "POSITION_MISSING");
        }

        @Test
        void aRoundOfADossierIsAboutItsOwnDrafts() {
            Dossier other = committee.sealed(owner);
            String body =
                    "{\"versionId\":\"" + draft + "\",\"title\":\"Đợt\",\"closesAt\":\"2099-01-01T17:00:00+07:00\"}";
            isProblem(api.as(secretary).post("/api/v1/dossiers/" + other.id() + "/rounds", body), 404, "NOT_FOUND");
        }

        @Test
        void revokedIsAbsentAtOnce() {
            Person reader = committee.person(Role.ADVISER);
            Dossier open = committee.sealed(owner, reader);
            String path = "/api/v1/versions/" + texts.published(owner, open);
            assertThat(api.as(reader).get(path).status()).isEqualTo(200);
            committee.revoke(open, reader);
            for (String below : List.of("", "/outline", "/file", "/comments")) {
                isProblem(api.as(reader).get(path + below), 404, "NOT_FOUND");
            }
            assertThat(api.as(reader).get("/api/v1/dossiers").json().toString())
                    .doesNotContain(open.id().toString());
        }

        @Test
        void theSentenceIsInTheAskersLanguage() {
            String vietnamese =
                    api.as(owner).get("/api/v1/khong-co").json().path("detail").asString();
            Answer english = api.perform(
                    get("/api/v1/khong-co").header("Accept-Language", "en").with(user(owner.username())));
            assertThat(vietnamese).startsWith("Không tìm thấy");
            assertThat(english.json().path("detail").asString()).isNotEqualTo(vietnamese);
        }

        /** Whatever the body lacks, the answer is a refusal and never an internal error. */
        @Test
        void noBodyMakesAnInternalError() {
            List<String> broken = new ArrayList<>();
            for (RouteTable.Row row : RouteTable.read().rows()) {
                if (row.body().startsWith("{")) {
                    Targets targets = new Targets();
                    bodies(row.body()).stream()
                            .filter(body -> targets.ask(row, body).status() >= 500)
                            .forEach(body -> broken.add(row.method() + " " + row.route() + " " + body));
                }
            }
            assertThat(String.join("\n", broken)).isEmpty();
        }

        private List<String> bodies(String body) {
            return List.of(
                    "{}",
                    "null",
                    body.replaceAll(":\"[^\"]*\"", ":null"),
                    body.replaceAll(":\\[.*?](?=[,}])", ":null"),
                    body.replaceAll(":\\[.*](?=[,}])", ":[null]"));
        }

        /** What the routes are about: a round with a point, and an unsent opinion of the secretary. */
        private final class Targets {

            private final String round =
                    committee.round(draft).asking(owner).open(secretary).id().toString();
            private final JsonNode point = point();
            private final String own = idOf(api.as(secretary)
                    .post(clause, "{\"kind\":\"OTHER\",\"text\":\"Chưa gửi\",\"send\":false}")
                    .json());

            private final String search = idOf(api.as(secretary)
                    .post("/api/v1/searches", "{\"q\":\"kinh phí\"}")
                    .json());

            private JsonNode point() {
                api.as(owner).post(clause, "{\"kind\":\"OTHER\",\"text\":\"Ý kiến\"}");
                JsonNode points = api.as(secretary)
                        .get("/api/v1/rounds/" + round + "/points")
                        .json();
                return points.path("items").path(0);
            }

            /** A closed round with an edition is made only for the routes about one. */
            private String frozen(String template) {
                if (!template.contains("{closed}") && !template.contains("{edition}")) {
                    return template;
                }
                String closed = committee
                        .round(draft)
                        .asking(owner)
                        .open(secretary)
                        .id()
                        .toString();
                api.as(secretary).send("POST", "/api/v1/rounds/" + closed + "/close", null);
                String edition = idOf(api.as(secretary)
                        .post("/api/v1/rounds/" + closed + "/editions", "{}")
                        .json());
                return template.replace("{closed}", closed).replace("{edition}", edition);
            }

            private static String idOf(JsonNode node) {
                return node.path("id").asString();
            }

            private Answer ask(RouteTable.Row row, String body) {
                return api.as(secretary).ifMatch("\"1\"").send(row.method(), filled(row.route()), filled(body));
            }

            /** A draft whose check is open is uploaded only for the routes about one. */
            private String reviewed(String template) {
                return template.contains("{review}")
                        ? template.replace(
                                "{review}",
                                texts.review(secretary, dossier, List.of("Điều 1. Phạm vi", "Nội dung của điều."))
                                        .toString())
                        : template;
            }

            private String filled(String template) {
                return frozen(reviewed(template))
                        .replace("{dossier}", dossier.id().toString())
                        .replace("{version}", draft.toString())
                        .replace("{provision}", clause.split("/")[4])
                        .replace("{round}", round)
                        .replace("{unit}", owner.username())
                        .replace("{paper}", owner.username())
                        .replace("{point}", idOf(point))
                        .replace("{matter}", point.path("groupId").asString())
                        .replace("{search}", search)
                        .replace("{told}", "MENTION")
                        .replace("{ask}", round)
                        .replaceAll("\\{(unitDraft|sealed|grouped)}", own);
            }
        }
    }

    @Nested
    class Versions {

        @Test
        void aChangeNeedsTheVersionThatWasSeen() {
            Answer created = api.as(owner).post(clause, "{\"kind\":\"OTHER\",\"text\":\"Một\",\"send\":false}");
            assertThat(created.status()).isEqualTo(201);
            assertThat(created.response().getHeader("ETag")).isEqualTo("\"1\"");
            String path = "/api/v1/comments/" + created.json().path("id").asString();

            isProblem(api.as(owner).send("PATCH", path, "{\"text\":\"Hai\"}"), 428, "PRECONDITION_REQUIRED");
            Answer edited = api.as(owner).ifMatch("\"1\"").send("PATCH", path, "{\"text\":\"Hai\"}");
            assertThat(edited.json().path("text").asString()).isEqualTo("Hai");
            assertThat(edited.json().path("kind").asString())
                    .as("absent fields stay")
                    .isEqualTo("OTHER");
            assertThat(edited.response().getHeader("ETag")).isEqualTo("\"2\"");
            isProblem(api.as(owner).ifMatch("\"1\"").send("PATCH", path, "{\"text\":\"Ba\"}"), 412, "STALE");
            isProblem(api.as(owner).ifMatch("\"1\"").send("PATCH", path, "{\"text\":\"\"}"), 412, "STALE");
            isProblem(api.as(owner).send("DELETE", path, null), 428, "PRECONDITION_REQUIRED");
            isProblem(api.as(secretary).send("DELETE", path, null), 404, "NOT_FOUND");
            assertThat(api.as(owner).ifMatch("\"2\"").send("DELETE", path, null).status())
                    .isEqualTo(204);
        }

        @Test
        void aFrozenOpinionIs409BeforeTheVersionIsAskedFor() {
            committee.round(draft).asking(owner).open(secretary);
            Answer created = api.as(owner).post(clause, "{\"kind\":\"OTHER\",\"text\":\"Một\"}");
            String path = "/api/v1/comments/" + created.json().path("id").asString();
            isProblem(api.as(owner).send("PATCH", path, "{\"text\":\"Hai\"}"), 409, "COMMENT_FROZEN");
        }

        @Test
        void aPointGoesOutAsTheContractSays() {
            var round = committee.round(draft).asking(owner).open(secretary);
            api.as(owner).post(clause, "{\"kind\":\"EDIT\",\"text\":\"Một\",\"replacement\":\"Hai\"}");
            JsonNode page = api.as(secretary)
                    .get("/api/v1/rounds/" + round.id() + "/points?size=1")
                    .json();
            JsonNode point = page.path("items").path(0);
            assertThat(point.propertyNames())
                    .contains(
                            "id",
                            "version",
                            "number",
                            "roundId",
                            "versionId",
                            "restricted",
                            "provisionLineage",
                            "path",
                            "unit",
                            "author",
                            "kind",
                            "text",
                            "replacement",
                            "outcome",
                            "answer",
                            "appliedText",
                            "assignee",
                            "groupId",
                            "source");
            assertThat(point.path("unit").isNull()).isTrue();
            assertThat(point.path("author").asString()).startsWith(owner.name());
            assertThat(point.path("provisionLineage").asString()).isNotEmpty();
            assertThat(point.path("path").asString()).isNotEmpty();
            assertThat(page.path("total").asInt()).isEqualTo(1);
            assertThat(page.path("next").isNull()).isTrue();
            isProblem(api.as(secretary).get("/api/v1/rounds/" + round.id() + "/points?size=0"), 400, "MALFORMED");
        }

        @Test
        void answersThatDifferAreBothInTheRefusalOfAGroup() {
            var round = committee.round(draft).asking(owner).open(secretary);
            api.as(owner).post(clause, "{\"kind\":\"OTHER\",\"text\":\"Một\"}");
            api.as(owner).post(clause, "{\"kind\":\"OTHER\",\"text\":\"Hai\"}");
            List<String> ids = new ArrayList<>();
            for (JsonNode point : api.as(secretary)
                    .get("/api/v1/rounds/" + round.id() + "/points")
                    .json()
                    .path("items")) {
                ids.add(point.path("id").asString());
                api.as(secretary)
                        .ifMatch("\"1\"")
                        .send(
                                "PATCH",
                                "/api/v1/points/" + ids.getLast(),
                                "{\"outcome\":\"KEEP\",\"answer\":\"Lý do " + ids.size() + "\"}");
            }
            String both = "\"points\":[\"" + String.join("\",\"", ids) + "\"]";
            String path = "/api/v1/rounds/" + round.id() + "/groups";
            Answer differ = api.as(secretary).post(path, "{" + both + "}");
            isProblem(differ, 409, "ANSWERS_DIFFER");
            assertThat(differ.json().toString()).contains("Lý do 1", "Lý do 2", ids.getFirst(), ids.getLast());
            Answer kept = api.as(secretary).post(path, "{" + both + ",\"keep\":\"" + ids.getLast() + "\"}");
            assertThat(kept.status()).isEqualTo(201);
            Answer group = api.as(secretary)
                    .get("/api/v1/groups/" + kept.json().path("id").asString());
            assertThat(group.json().path("answer").asString()).isEqualTo("Lý do 2");
            assertThat(group.json().path("former").path(0).path("answer").asString())
                    .isEqualTo("Lý do 1");
            String cleared = "{\"outcome\":null,\"answer\":null}";
            isProblem(
                    api.as(secretary).ifMatch("\"3\"").send("PATCH", "/api/v1/points/" + ids.getFirst(), cleared),
                    422,
                    "REASON_MISSING");
        }

        @Test
        void nothingIsEnteredAfterTheLock() {
            var round = committee.round(draft).asking(owner).open(secretary);
            api.as(secretary).post("/api/v1/rounds/" + round.id() + "/close", "{}");
            api.as(secretary).post("/api/v1/rounds/" + round.id() + "/lock", "{}");
            String late = "{\"round\":\"" + round.id() + "\",\"points\":[{\"text\":\"Muộn\"}]}";
            isProblem(api.as(secretary).post("/api/v1/points/bulk", late), 409, "ROUND_LOCKED");
        }

        @Test
        void aPointHasOneMainPlaceAndOthersThatAreRelated() {
            var round = committee.round(draft).asking(owner).open(secretary);
            api.as(owner).post(clause, "{\"kind\":\"OTHER\",\"text\":\"Một\"}");
            String listed = "/api/v1/rounds/" + round.id() + "/points";
            String path = "/api/v1/points/"
                    + api.as(secretary)
                            .get(listed)
                            .json()
                            .path("items")
                            .path(0)
                            .path("id")
                            .asString();
            String first = place("dieu-1");
            String second = place("dieu-3");
            Answer both = placed(path, 1, first + ",\"main\":true},{" + second);
            assertThat(both.status()).isEqualTo(200);
            assertThat(both.json().path("path").asString()).isEqualTo("dieu-1");
            assertThat(both.json().path("places").findValuesAsString("path")).containsExactly("dieu-1", "dieu-3");
            assertThat(both.json().path("version").asInt()).isEqualTo(2);
            isProblem(placed(path, 1, first), 412, "STALE");
            isProblem(placed(path, 2, first + ",\"main\":true},{" + second + ",\"main\":true"), 422, "PLACES_MAIN");
            isProblem(placed(path, 2, "\"provisionLineage\":\"" + UUID.randomUUID() + "\""), 422, "PLACE_UNKNOWN");
            Answer general = placed(path, 2, first + "},{" + second);
            assertThat(general.json().path("path").isNull()).isTrue();
            assertThat(general.json().path("places").size()).isEqualTo(2);
            assertThat(placed(path, 3, second).json().path("path").asString()).isEqualTo("dieu-3");
            Answer answered = api.as(secretary)
                    .ifMatch("\"4\"")
                    .send("PATCH", path, "{\"places\":null,\"outcome\":\"ACCEPT\",\"answer\":\"Tiếp thu\"}");
            assertThat(answered.json().path("places").size()).isZero();
            assertThat(answered.json().path("outcome").asString()).isEqualTo("ACCEPT");
            Answer refused = api.as(secretary)
                    .ifMatch(answered.response().getHeader("ETag"))
                    .send("PATCH", path, "{\"places\":[{" + first + "}],\"outcome\":\"KEEP\",\"answer\":\"\"}");
            isProblem(refused, 422, "REASON_MISSING");
            assertThat(api.as(secretary)
                            .get(listed)
                            .json()
                            .path("items")
                            .path(0)
                            .path("places")
                            .size())
                    .as("both or neither")
                    .isZero();
        }

        private String place(String path) {
            return "\"provisionLineage\":\"" + texts.place(draft, path).lineage() + "\"";
        }

        private Answer placed(String path, int seen, String places) {
            return api.as(secretary).ifMatch("\"" + seen + "\"").send("PATCH", path, "{\"places\":[{" + places + "}]}");
        }

        @Test
        void aPointIsAnsweredAsItWasSeen() {
            var round = committee.round(draft).asking(owner).open(secretary);
            api.as(owner).post(clause, "{\"kind\":\"OTHER\",\"text\":\"Một\"}");
            JsonNode point = api.as(secretary)
                    .get("/api/v1/rounds/" + round.id() + "/points")
                    .json()
                    .path("items")
                    .path(0);
            String path = "/api/v1/points/" + point.path("id").asString();
            String keep = "{\"outcome\":\"KEEP\"}";
            isProblem(api.as(secretary).send("PATCH", path, keep), 428, "PRECONDITION_REQUIRED");
            isProblem(api.as(secretary).ifMatch("\"7\"").send("PATCH", path, keep), 412, "STALE");
            isProblem(api.as(secretary).ifMatch("\"1\"").send("PATCH", path, keep), 422, "REASON_MISSING");
            Answer kept = api.as(secretary)
                    .ifMatch("\"1\"")
                    .send("PATCH", path, "{\"outcome\":\"KEEP\",\"answer\":\"Đã rõ\"}");
            assertThat(kept.json().path("outcome").asString()).isEqualTo("KEEP");
            assertThat(kept.response().getHeader("ETag")).isEqualTo("\"2\"");
        }
    }

    @Nested
    class Repetition {

        private static final String BODY = "{\"kind\":\"OTHER\",\"text\":\"Một lần\"}";

        @Test
        void theSameKeyMakesOneOpinionAndGivesTheFirstAnswerAgain() {
            String key = UUID.randomUUID().toString();
            Answer first = api.as(owner).idempotencyKey(key).post(clause, BODY);
            Answer again = api.as(owner).idempotencyKey(key).post(clause, BODY);

            assertThat(again.status()).isEqualTo(201);
            assertThat(again.json()).isEqualTo(first.json());
            assertThat(api.as(owner)
                            .get("/api/v1/versions/" + draft + "/comments")
                            .json()
                            .path("total")
                            .asInt())
                    .isEqualTo(1);
        }

        @Test
        void theSameKeyWithAnotherRequestIsRefused() {
            String key = UUID.randomUUID().toString();
            api.as(owner).idempotencyKey(key).post(clause, BODY);
            isProblem(
                    api.as(owner).idempotencyKey(key).post(clause, "{\"kind\":\"OTHER\",\"text\":\"Khác\"}"),
                    422,
                    "IDEMPOTENCY_KEY_REUSED");
            assertThat(api.as(secretary).idempotencyKey(key).post(clause, BODY).status())
                    .as("keys are each person's own")
                    .isEqualTo(201);
        }
    }

    @Nested
    class SignIn {

        private final String password = "Mật khẩu dài 2026";

        private Answer me(String username, String with) {
            String credentials =
                    Base64.getEncoder().encodeToString((username + ":" + with).getBytes(StandardCharsets.UTF_8));
            return api.perform(get("/api/v1/me").header(AUTHORIZATION, "Basic " + credentials));
        }

        @Test
        void basicSignInLeavesNoSessionAndNoCookieAndADisabledAccountIsOutAtOnce() {
            Person person = committee.withPassword(password, Role.MEMBER);
            Answer in = me(person.username(), password);
            assertThat(in.status()).isEqualTo(200);
            assertThat(in.json().path("username").asString()).isEqualTo(person.username());
            assertThat(in.response().getCookies()).isEmpty();
            assertThat(in.response().getHeader("Set-Cookie")).isNull();
            isProblem(me(person.username(), "sai"), 401, "UNAUTHENTICATED");

            committee.disable(person);
            isProblem(me(person.username(), password), 401, "UNAUTHENTICATED");
        }

        @Test
        void aDisabledPersonIsOutOfAnOpenSessionAtOnce() {
            Person person = committee.person(Role.MEMBER);
            assertThat(api.as(person).get("/app-api/versions/" + draft).status())
                    .isEqualTo(404);
            committee.disable(person);
            isProblem(api.as(person).get("/app-api/versions/" + draft), 401, "UNAUTHENTICATED");
        }

        @Test
        void aCallWithoutAnyCookieIsNobodysAndToldSo() {
            // As the browser sends it once its cookies are gone: neither session nor token.
            String path = clause.replace("/api/v1/", "/app-api/");
            var call =
                    post(path).contentType(MediaType.APPLICATION_JSON).content("{\"kind\":\"OTHER\",\"text\":\"a\"}");
            isProblem(api.perform(call), 401, "UNAUTHENTICATED");
            isProblem(api.perform(delete("/app-api/comments/" + UUID.randomUUID())), 401, "UNAUTHENTICATED");
        }

        @Test
        void thePagesCallsNeedTheirToken() {
            String path = clause.replace("/api/v1/", "/app-api/");
            String body = "{\"kind\":\"OTHER\",\"text\":\"Từ trang\"}";
            var call = post(path).contentType(MediaType.APPLICATION_JSON).content(body);
            isProblem(api.perform(call.with(user(owner.username()))), 403, "FORBIDDEN");
            isProblem(api.perform(call.with(csrf().useInvalidToken())), 403, "FORBIDDEN");
            assertThat(api.as(owner).post(path, body).status()).isEqualTo(201);
            isProblem(
                    api.perform(delete("/app-api/comments/" + UUID.randomUUID()).with(user(owner.username()))),
                    403,
                    "FORBIDDEN");
        }
    }

    @Nested
    class Documents {

        @Test
        void anUploadIsReadAndCheckedAndPublished() {
            byte[] content = String.join("\n", DraftFixture.REGULATION).getBytes(StandardCharsets.UTF_8);
            Answer received = api.as(owner)
                    .upload("/api/v1/dossiers/" + dossier.id() + "/versions", "Dự thảo \"lần 2\".txt", content);
            assertThat(received.status()).isEqualTo(202);
            assertThat(received.json().path("state").asString()).isEqualTo("RECEIVED");
            String path = "/api/v1/versions/" + received.json().path("id").asString();
            assertThat(received.response().getHeader("Location")).isEqualTo(path);

            JsonNode version = untilRead(path);
            assertThat(version.path("state").asString()).isEqualTo("REVIEW");
            assertThat(version.path("ordinal").asInt()).isEqualTo(2);
            assertThat(version.path("header").path("title").asString()).contains("Làm việc");
            assertThat(version.path("file").path("size").asInt()).isEqualTo(content.length);
            isProblem(api.as(committee.person(Role.CHAIR)).get(path), 404, "NOT_FOUND");

            Answer published = api.as(owner).send("POST", path + "/publish", null);
            assertThat(published.status()).isEqualTo(200);
            assertThat(published.json().path("state").asString()).isEqualTo("PUBLISHED");
            isProblem(api.as(owner).send("POST", path + "/publish", null), 409, "NOT_IN_REVIEW");

            Answer file = api.as(secretary).get(path + "/file");
            assertThat(file.response().getContentAsByteArray()).isEqualTo(content);
            assertThat(file.response().getHeader("Content-Disposition"))
                    .startsWith("attachment;")
                    .contains("filename*=UTF-8''");
            assertThat(file.response().getHeader("Content-Security-Policy")).contains("sandbox");
            assertThat(file.response().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        }

        private JsonNode untilRead(String path) {
            Instant end = Instant.now().plus(Duration.ofSeconds(60));
            JsonNode version = api.as(owner).get(path).json();
            while (version.path("state").asString().matches("RECEIVED|EXTRACTING")
                    && Instant.now().isBefore(end)) {
                pause();
                version = api.as(owner).get(path).json();
            }
            return version;
        }

        private static void pause() {
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }

        @Test
        void everyProvisionOfTheOutlineHasItsIdAndLineage() {
            JsonNode outline =
                    api.as(owner).get("/api/v1/versions/" + draft + "/outline").json();
            JsonNode body = outline.path("bodies").path(0);
            List<JsonNode> provisions = new ArrayList<>();
            collect(body.path("provisions"), provisions);
            assertThat(provisions)
                    .extracting(node -> node.path("path").asString())
                    .contains("dieu-1", "dieu-2/khoan-2");
            body.path("places").forEach(provisions::add);
            assertThat(provisions).allSatisfy(node -> {
                assertThat(UUID.fromString(node.path("id").asString())).isNotNull();
                assertThat(UUID.fromString(node.path("lineage").asString())).isNotNull();
            });
        }

        private void collect(JsonNode provisions, List<JsonNode> all) {
            provisions.forEach(provision -> {
                all.add(provision);
                collect(provision.path("children"), all);
            });
        }

        @Test
        void aFileThatIsNoDocumentIs415() {
            String path = "/api/v1/dossiers/" + dossier.id() + "/versions";
            isProblem(api.as(owner).upload(path, "a.exe", new byte[] {'M', 'Z', 0}), 415, "TYPE_NOT_ALLOWED");
            isProblem(
                    api.as(owner).upload(path, "a.docx", "không phải Word".getBytes(StandardCharsets.UTF_8)),
                    415,
                    "NOT_A_DOCUMENT");
        }

        @Test
        void theDescriptionListsEveryRouteAndNeedsNoSignIn() {
            Answer description = api.as(null).get("/api/v1/openapi");
            assertThat(description.status()).isEqualTo(200);
            JsonNode paths = description.json().path("paths");
            RouteTable.read().rows().stream()
                    .filter(row -> row.route().startsWith("/api/v1/"))
                    .forEach(row -> assertThat(paths.properties().stream()
                                    .filter(path -> path.getKey()
                                            .replaceAll("\\{\\w+}", "{}")
                                            .equals(row.pattern().split(" ")[1]))
                                    .flatMap(path -> StreamSupport.stream(
                                            path.getValue().propertyNames().spliterator(), false)))
                            .as(row.route())
                            .contains(row.method().toLowerCase(java.util.Locale.ROOT)));
        }

        @Test
        void theDescriptionCallsAnIdAText() {
            JsonNode schemas = api.as(null)
                    .get("/api/v1/openapi")
                    .json()
                    .path("components")
                    .path("schemas");
            assertThat(schemas.path("DossierJson")
                            .path("properties")
                            .path("id")
                            .path("type")
                            .asString())
                    .isEqualTo("string");
        }
    }
}
