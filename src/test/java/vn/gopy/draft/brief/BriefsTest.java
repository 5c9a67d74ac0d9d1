package vn.gopy.draft.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/** The lines before a draft: who writes them, who reads them and where, and that two who write do not mix theirs. */
@IntegrationTest
class BriefsTest {

    private static final List<String> LINES = List.of("Thời hạn cho ý kiến (Điều 7)", "Chế độ họp (Điều 11)");

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    ApiFixture api;

    @Autowired
    Drafts drafts;

    @Autowired
    Briefs briefs;

    private Person secretary;
    private Person member;
    private Dossier dossier;
    private VersionId draft;

    @BeforeEach
    void aCheckedDraft() {
        secretary = committee.person(Role.SECRETARIAT);
        member = committee.person(Role.MEMBER);
        dossier = committee.dossier(secretary, Audience.EVERYONE, Discussion.SEALED);
        draft = texts.published(secretary, dossier);
    }

    private int version() {
        return drafts.get(secretary, draft).version();
    }

    private String refused(List<String> lines) {
        return Refused.by(() -> briefs.write(secretary, draft, version(), lines));
    }

    @Test
    void theyStandInTheirOrderUntilOthersTakeTheirPlace() {
        int before = version();

        assertThat(briefs.write(secretary, draft, before, List.of("  Thời  hạn cho ý kiến (Điều 7)", " ", LINES.get(1)))
                        .version())
                .isEqualTo(before + 1);
        assertThat(briefs.of(member, draft)).isEqualTo(LINES);

        briefs.write(secretary, draft, before + 1, List.of("Kinh phí"));
        assertThat(briefs.of(member, draft)).containsExactly("Kinh phí");
        briefs.write(secretary, draft, before + 2, List.of());
        assertThat(briefs.of(member, draft)).isEmpty();
    }

    @Test
    void thereAreFiveShortOnesAtMost() {
        briefs.write(secretary, draft, version(), Collections.nCopies(5, "ế".repeat(TextGate.LINE.most())));

        assertThat(refused(Collections.nCopies(6, "Một"))).isEqualTo("422 BRIEF_TOO_LONG");
        assertThat(refused(List.of("ế".repeat(TextGate.LINE.most() + 1)))).isEqualTo("422 LINE_TOO_LONG");
        assertThat(refused(List.of("a\u0007b"))).isEqualTo("422 CHARACTERS_WRONG");
        assertThat(briefs.of(member, draft)).hasSize(5);
    }

    @Test
    void whoMayFinishTheCheckWritesThemOnceItIsFinished() {
        VersionId unchecked = texts.review(secretary, dossier, DraftFixture.REGULATION);
        Dossier hidden = committee.sealed(secretary);
        VersionId secret = texts.published(secretary, hidden);

        assertThat(Refused.by(() -> briefs.write(member, draft, version(), LINES)))
                .isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> briefs.write(member, secret, 3, LINES))).isEqualTo("404 NOT_FOUND");
        assertThat(Refused.by(() -> briefs.of(member, secret))).isEqualTo("404 NOT_FOUND");
        assertThat(Refused.by(() -> briefs.write(secretary, unchecked, 2, LINES)))
                .isEqualTo("409 NOT_PUBLISHED");
    }

    @Test
    void ofTwoWhoWriteAtOnceOneIsToldThatTheOtherWas() throws Exception {
        for (int turn = 0; turn < 5; turn++) {
            int seen = version();
            List<String> one = List.of("Một " + turn, "Một nữa " + turn);
            List<String> other = List.of("Hai " + turn);
            CyclicBarrier both = new CyclicBarrier(2);
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                Future<Boolean> first = threads.submit(() -> written(both, seen, one));
                Future<Boolean> second = threads.submit(() -> written(both, seen, other));

                boolean firstStands = first.get(60, TimeUnit.SECONDS);
                assertThat(second.get(60, TimeUnit.SECONDS)).isNotEqualTo(firstStands);
                assertThat(briefs.of(member, draft)).isEqualTo(firstStands ? one : other);
                assertThat(version()).isEqualTo(seen + 1);
            }
        }
    }

    private boolean written(CyclicBarrier both, int seen, List<String> lines) throws Exception {
        both.await(60, TimeUnit.SECONDS);
        try {
            briefs.write(secretary, draft, seen, lines);
            return true;
        } catch (Refusal refused) {
            assertThat(refused.kind()).isEqualTo(Refusal.Kind.STALE);
            return false;
        }
    }

    @Test
    void theApiTakesThemWithTheVersionThatWasSeen() {
        String path = "/api/v1/versions/" + draft;
        String body = "{\"lines\": [\"%s\", \"%s\"]}".formatted(LINES.get(0), LINES.get(1));

        assertThat(api.as(secretary).send("PUT", path + "/brief", body).code()).isEqualTo("PRECONDITION_REQUIRED");
        assertThat(api.as(secretary)
                        .ifMatch("\"" + version() + "\"")
                        .send("PUT", path + "/brief", body)
                        .status())
                .isEqualTo(200);
        assertThat(api.as(secretary)
                        .ifMatch("\"" + (version() - 1) + "\"")
                        .send("PUT", path + "/brief", body)
                        .code())
                .isEqualTo("STALE");
        assertThat(words(api.as(member).get(path).json())).isEqualTo(LINES);
    }

    @Test
    void theReaderAndThePlainPageHaveThem() throws UnsupportedEncodingException {
        briefs.write(secretary, draft, version(), LINES);

        assertThat(words(api.as(member)
                        .get("/app-api/versions/" + draft + "/reader")
                        .json()))
                .isEqualTo(LINES);
        assertThat(api.as(member)
                        .get("/don-gian/ho-so/" + dossier.id() + "/du-thao/1")
                        .response()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains(LINES)
                .contains("Nội dung cần đồng chí cho ý kiến");
    }

    private static List<String> words(JsonNode answer) {
        return answer.path("brief").values().stream().map(JsonNode::asString).toList();
    }
}
