package vn.gopy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.Limits;

/** Each field of an otherwise good request takes exactly its length: one character more is refused, not kept and not 500. */
@IntegrationTest
class FieldLengthsTest {

    @Autowired
    ApiFixture api;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    private Person secretary;
    private Unit unit;
    private Person head;
    private Dossier dossier;
    private VersionId version;
    private String round;

    @BeforeEach
    void begin() {
        secretary = committee.person(Role.SECRETARIAT);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        dossier = committee.sealed(secretary);
        version = texts.published(secretary, dossier);
        round = committee.round(version).asking(unit).open(secretary).id().toString();
    }

    /** {@code %s} in the body is the field. */
    private record Field(String method, String path, String body, int most, Person asker) {}

    @Test
    void oneCharacterMoreThanTheFieldTakesIsRefused() {
        List<String> wrong = new ArrayList<>();
        for (Field field : fields()) {
            int full = status(field, field.most());
            int more = status(field, field.most() + 1);
            if (full >= 300 || more != 422) {
                wrong.add(field.method() + " " + field.path() + " " + field.body() + ": " + full + ", " + more);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private int status(Field field, int length) {
        String words = (UUID.randomUUID() + " ").concat("ế".repeat(length)).substring(0, length);
        String body = field.body().formatted(words);
        return api.as(field.asker()).send(field.method(), field.path(), body).status();
    }

    private List<Field> fields() {
        PlacedProvision place = texts.place(version, "dieu-1");
        String comments = "/api/v1/provisions/" + place.id() + "/comments";
        String draft = "\"versionId\":\"" + version + "\",\"closesAt\":\"2099-01-01T00:00:00Z\"";
        String reply = "/api/v1/rounds/" + round + "/replies/" + unit.code();
        return List.of(
                of(
                        "/api/v1/units",
                        "{\"code\":\"L" + System.nanoTime() % 1_000_000 + "\",\"name\":\"%s\"}",
                        Limits.NAME),
                of("/api/v1/dossiers", "{\"title\":\"%s\"}", Limits.TITLE),
                of("/api/v1/dossiers", "{\"title\":\"a\",\"kind\":\"%s\"}", Limits.NUMBER),
                of("/api/v1/rounds", "{\"title\":\"%s\"," + draft + "}", Limits.TITLE),
                of("/api/v1/rounds", "{\"title\":\"a\",\"legalBasis\":\"%s\"," + draft + "}", Limits.TEXT),
                of("/api/v1/rounds", "{\"title\":\"a\",\"letterNumber\":\"%s\"," + draft + "}", Limits.NUMBER),
                of(
                        "/api/v1/rounds",
                        "{\"title\":\"a\",\"silenceClause\":{\"text\":\"%s\"}," + draft + "}",
                        Limits.TEXT),
                of(
                        "/api/v1/rounds",
                        "{\"title\":\"a\",\"questions\":[{\"text\":\"%s\",\"options\":[\"a\"]}]," + draft + "}",
                        Limits.TEXT),
                of(
                        "/api/v1/rounds",
                        "{\"title\":\"a\",\"questions\":[{\"text\":\"a\",\"options\":[\"%s\"]}]," + draft + "}",
                        Limits.TITLE),
                of(
                        "/api/v1/rounds/" + round + "/extend",
                        "{\"closesAt\":\"2099-01-01T00:00:00Z\",\"reason\":\"%s\"}",
                        Limits.TEXT),
                of(comments, "{\"kind\":\"OTHER\",\"text\":\"%s\"}", Limits.TEXT),
                of(comments, "{\"kind\":\"EDIT\",\"replacement\":\"%s\"}", Limits.TEXT),
                of(comments, "{\"kind\":\"OTHER\",\"text\":\"a\",\"prefix\":\"%s\"}", Limits.CONTEXT),
                of(
                        "/api/v1/dossiers/" + dossier.id() + "/comments",
                        "{\"kind\":\"OTHER\",\"text\":\"%s\"}",
                        Limits.TEXT),
                of("/api/v1/points/bulk", "{\"round\":\"" + round + "\",\"points\":[{\"text\":\"%s\"}]}", Limits.TEXT),
                of(
                        "/api/v1/points/bulk",
                        "{\"round\":\"" + round + "\",\"points\":[{\"text\":\"a\",\"source\":\"%s\"}]}",
                        Limits.NAME),
                of("/api/v1/searches", "{\"q\":\"kinh phí\",\"name\":\"%s\"}", Limits.NAME),
                of("/api/v1/searches", "{\"q\":\"%s\"}", Limits.QUESTION),
                new Field("PUT", reply, "{\"position\":\"AGREE\",\"note\":\"%s\"}", Limits.TEXT, head),
                new Field("PUT", reply + "/letter", "{\"letterNumber\":\"%s\"}", Limits.NUMBER, head));
    }

    private Field of(String path, String body, int most) {
        return new Field("POST", path, body, most, secretary);
    }

    @Test
    void namesOfFilesAreKeptAsTheyMayBeShown() {
        String id = api.as(secretary)
                .upload(
                        "/api/v1/dossiers/" + dossier.id() + "/versions",
                        "../a\tb\u202Etxt.exe.txt",
                        "Điều 1. A".getBytes(StandardCharsets.UTF_8))
                .json()
                .path("id")
                .asString();

        assertThat(api.as(secretary)
                        .get("/api/v1/versions/" + id)
                        .json()
                        .path("file")
                        .path("name")
                        .asString())
                .isEqualTo("a btxt.exe.txt");
    }

    @Test
    void aNameThatCannotBeSeenIsNoName() {
        assertThat(api.as(secretary)
                        .post("/api/v1/dossiers", "{\"title\":\"\\u200B\\u3164\"}")
                        .code())
                .isEqualTo("TITLE_MISSING");
        assertThat(api.as(secretary)
                        .post("/api/v1/units", "{\"code\":\"HT\",\"name\":\"Sở\\tThử\"}")
                        .code())
                .isEqualTo("CHARACTERS_WRONG");
    }
}
