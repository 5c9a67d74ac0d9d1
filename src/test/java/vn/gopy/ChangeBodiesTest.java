package vn.gopy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import vn.gopy.ApiFixture.Answer;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.web.Given;

/** In the body of a change, what is left out stays as it is, and null empties it. */
@IntegrationTest
class ChangeBodiesTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    ApiFixture api;

    private Person owner;
    private String opinion;

    @BeforeEach
    void aProposalWithItsReason() {
        owner = committee.person(Role.MEMBER);
        Dossier dossier = committee.sealed(owner);
        VersionId draft = texts.published(owner, dossier);
        String clause = texts.place(draft, "dieu-2/khoan-1").id().toString();
        Answer made = api.as(owner).post("/api/v1/provisions/" + clause + "/comments", """
                {"kind": "EDIT", "text": "Vì chưa rõ.", "replacement": "Câu chữ mới.", "send": false}
                """);
        opinion = "/comments/" + made.json().get("id").asString();
    }

    @Test
    void whatIsLeftOutStays() {
        Answer after = changed("/api/v1", "{\"text\": \"Vì trùng.\"}");

        assertThat(after.json().get("text").asString()).isEqualTo("Vì trùng.");
        assertThat(after.json().get("replacement").asString()).isEqualTo("Câu chữ mới.");
        assertThat(after.json().get("kind").asString()).isEqualTo("EDIT");
    }

    @Test
    void aProposedWordingIsTakenBackWithNull() {
        for (String way : List.of("/api/v1", "/app-api")) {
            aProposalWithItsReason();

            Answer after = changed(way, "{\"kind\": \"OTHER\", \"replacement\": null}");

            assertThat(after.status()).isEqualTo(200);
            assertThat(after.json().path("replacement").isNull()
                            || after.json().path("replacement").isMissingNode())
                    .as(way)
                    .isTrue();
            assertThat(after.json().get("text").asString()).isEqualTo("Vì chưa rõ.");
        }
    }

    @Test
    void theReasonIsEmptiedWithNull() {
        assertThat(changed("/api/v1", "{\"text\": null}").json().get("text").asString())
                .isEmpty();
    }

    @Test
    void whatCannotBeEmptyIsRefusedWithNull() {
        Answer refused = changed("/api/v1", "{\"kind\": null}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("KIND_MISSING");
    }

    @Test
    void aWrongValueIsMalformedAsInEveryBody() {
        assertThat(changed("/api/v1", "{\"kind\": \"KHÔNG CÓ\"}").status()).isEqualTo(400);
    }

    @Test
    void noBodyOfAChangeTakesNullForLeftOut() {
        List<JavaMethod> changes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("vn.gopy").stream()
                        .map(JavaClass::getMethods)
                        .flatMap(methods -> methods.stream())
                        .filter(method -> method.isAnnotatedWith(PatchMapping.class))
                        .toList();

        assertThat(changes).hasSizeGreaterThan(2);
        assertThat(changes)
                .flatMap(method -> bodies(method).toList())
                .allSatisfy(body -> assertThat(body.getRecordComponents())
                        .as(body.getName())
                        .allMatch(field -> field.getType().equals(Given.class)));
    }

    private static Stream<Class<?>> bodies(JavaMethod method) {
        return Arrays.stream(method.reflect().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .map(parameter -> (Class<?>) parameter.getType());
    }

    private Answer changed(String way, String body) {
        return api.as(owner).ifMatch("\"1\"").send("PATCH", way + opinion, body);
    }
}
