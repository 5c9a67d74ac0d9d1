package vn.gopy.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.SqlParameters;

/**
 * Who learns beside the next draft what was said of the one before and what became of that: while its round is open, closed,
 * and when its results are announced. Each opinion and each answer has a word of its own.
 */
@IntegrationTest
class EarlierOpinionsAccessTest {

    private static final String ON_SCREEN_OF_MEMBER = "motchim";
    private static final String ON_PAPER_OF_MEMBER = "haichim";
    private static final String ON_PAPER_OF_OTHER_MEMBER = "bachim";
    private static final String ON_SCREEN_OF_UNIT = "bonchim";
    private static final String ON_PAPER_OF_UNIT = "namchim";
    private static final String ON_PAPER_OF_OTHER_UNIT = "sauchim";
    private static final String OF_ADVISER = "baychim";
    private static final String APART_OF_OTHER_MEMBER = "tamchim";
    private static final String APART_ON_PAPER = "chinchim";

    private static final Set<String> ALL = Set.of(
            ON_SCREEN_OF_MEMBER,
            ON_PAPER_OF_MEMBER,
            ON_PAPER_OF_OTHER_MEMBER,
            ON_SCREEN_OF_UNIT,
            ON_PAPER_OF_UNIT,
            ON_PAPER_OF_OTHER_UNIT,
            OF_ADVISER,
            APART_OF_OTHER_MEMBER,
            APART_ON_PAPER);

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Composing composing;

    @Autowired
    Points points;

    @Autowired
    Rounds rounds;

    @Autowired
    EarlierOpinions opinions;

    @Autowired
    ApiFixture api;

    @Autowired
    JdbcClient sql;

    private final Map<String, PointId> said = new LinkedHashMap<>();
    private Person secretary;
    private Person chair;
    private Person member;
    private Person otherMember;
    private Person adviser;
    private Person head;
    private Person staff;
    private Person otherHead;
    private Unit unit;
    private VersionId first;
    private VersionId second;
    private ProvisionId place;
    private RoundId round;

    @BeforeEach
    void muchIsSaidOfTheFirstDraft() {
        secretary = committee.person(Role.SECRETARIAT);
        chair = committee.person(Role.CHAIR);
        member = committee.person(Role.MEMBER);
        otherMember = committee.person(Role.MEMBER);
        adviser = committee.person(Role.ADVISER);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        staff = committee.in(unit, UnitRole.STAFF);
        Unit other = committee.unit();
        otherHead = committee.in(other, UnitRole.HEAD);
        Person owner = committee.person(Role.MEMBER);
        Dossier dossier =
                committee.dossier(owner, Audience.INVITED, Discussion.SEALED, member, otherMember, adviser, chair);
        first = texts.published(owner, dossier);
        place = texts.place(first, "dieu-1").id();
        round = committee
                .round(first)
                .asking(unit, other)
                .asking(member, otherMember, adviser)
                .open(secretary)
                .id();
        onScreen(member, ON_SCREEN_OF_MEMBER, null, List.of());
        onScreen(head, ON_SCREEN_OF_UNIT, unit, List.of());
        onScreen(adviser, OF_ADVISER, null, List.of());
        onScreen(otherMember, APART_OF_OTHER_MEMBER, null, List.of(chair.username()));
        onPaper(null, member, ON_PAPER_OF_MEMBER, false);
        onPaper(null, otherMember, ON_PAPER_OF_OTHER_MEMBER, false);
        onPaper(unit, null, ON_PAPER_OF_UNIT, false);
        onPaper(other, null, ON_PAPER_OF_OTHER_UNIT, false);
        onPaper(other, null, APART_ON_PAPER, true);
        said.forEach((word, id) -> points.answer(
                secretary, id, points.get(secretary, id).version(), Outcome.ACCEPT, answer(word), "thay " + word));
        second = texts.published(owner, dossier);
    }

    private void onScreen(Person writer, String word, @Nullable Unit behalf, List<String> named) {
        var words = new NewComment(
                CommentKind.EDIT,
                word,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                behalf == null ? null : behalf.code(),
                true,
                named);
        UUID comment = composing.create(writer, place, words).id().value();
        said.put(
                word,
                sql.sql("SELECT point_id FROM point_source WHERE comment_id = :id")
                        .param("id", comment)
                        .query((row, n) -> new PointId(row.getObject("point_id", UUID.class)))
                        .single());
    }

    private void onPaper(@Nullable Unit ofUnit, @Nullable Person ofPerson, String word, boolean restricted) {
        var entered = new NewPoint(
                first,
                ofUnit == null ? null : ofUnit.code(),
                ofPerson == null ? null : ofPerson.id(),
                CommentKind.EDIT,
                word,
                null,
                SourceKind.LETTER,
                "12/CV",
                List.of(place),
                false,
                restricted);
        said.put(word, points.enter(secretary, round, List.of(entered)).getFirst());
    }

    private static String answer(String word) {
        return "dap" + word;
    }

    @Test
    void whileTheRoundIsOpenEverybodyHasTheOwnWordsAndOnlyTheSecretariatAnswers() {
        told(member, Set.of(ON_SCREEN_OF_MEMBER), Set.of());
        told(otherMember, Set.of(APART_OF_OTHER_MEMBER), Set.of());
        told(adviser, Set.of(OF_ADVISER), Set.of());
        told(head, Set.of(ON_SCREEN_OF_UNIT), Set.of());
        told(staff, Set.of(ON_SCREEN_OF_UNIT), Set.of());
        told(otherHead, Set.of(), Set.of());
        told(chair, Set.of(APART_OF_OTHER_MEMBER), Set.of());
        theSecretariatIsTold();
    }

    @Test
    void onceItIsClosedTheChairHasAll() {
        rounds.close(secretary, round);
        told(member, Set.of(ON_SCREEN_OF_MEMBER), Set.of());
        told(adviser, Set.of(OF_ADVISER), Set.of());
        told(head, Set.of(ON_SCREEN_OF_UNIT), Set.of());
        told(otherHead, Set.of(), Set.of());
        told(chair, ALL, ALL);
        theSecretariatIsTold();
    }

    @Test
    void onceTheResultsAreAnnouncedEverybodyHasWhatBecameOfTheOwnWords() {
        rounds.close(secretary, round);
        sql.sql("UPDATE round SET announced_at = closed_at WHERE id = :id")
                .paramSource(SqlParameters.of("id", round))
                .update();
        toldAlike(member, Set.of(ON_SCREEN_OF_MEMBER, ON_PAPER_OF_MEMBER));
        toldAlike(otherMember, Set.of(APART_OF_OTHER_MEMBER, ON_PAPER_OF_OTHER_MEMBER));
        toldAlike(adviser, Set.of(OF_ADVISER));
        toldAlike(head, Set.of(ON_SCREEN_OF_UNIT, ON_PAPER_OF_UNIT));
        toldAlike(staff, Set.of(ON_SCREEN_OF_UNIT, ON_PAPER_OF_UNIT));
        assertThat(words(otherHead)).contains(ON_PAPER_OF_OTHER_UNIT).doesNotContain(ON_PAPER_OF_UNIT);
        toldAlike(chair, ALL);
        theSecretariatIsTold();
    }

    private void theSecretariatIsTold() {
        Set<String> words = new TreeSet<>(ALL);
        words.removeAll(Set.of(APART_OF_OTHER_MEMBER, APART_ON_PAPER));
        told(secretary, words, ALL);
    }

    private void toldAlike(Person person, Set<String> words) {
        told(person, words, words);
    }

    /** The person has these opinions, and these with outcome and answer; nothing of the others in any form. */
    private void told(Person person, Set<String> words, Set<String> answered) {
        assertThat(words(person)).containsExactlyInAnyOrderElementsOf(words);
        assertThat(opinions.of(person, second).stream()
                        .filter(one -> one.outcome() != null)
                        .map(EarlierOpinion::answer))
                .containsExactlyInAnyOrderElementsOf(
                        answered.stream().map(EarlierOpinionsAccessTest::answer).toList());
        String versions = "/api/v1/versions/" + second;
        for (String form : List.of(
                json(
                        person,
                        "/api/v1/provisions/" + texts.place(second, "dieu-1").id() + "/life"),
                json(person, versions + "/earlier-opinions"),
                json(person, versions + "/comparison/reasons?with=" + first),
                paper(person, versions + "/comparison.docx?with=" + first))) {
            for (String word : ALL) {
                if (!answered.contains(word)) {
                    assertThat(form).doesNotContain(answer(word));
                }
                if (!words.contains(word)) {
                    assertThat(form.replace(answer(word), "")).doesNotContain(word);
                }
            }
        }
        String life = json(
                person, "/api/v1/provisions/" + texts.place(second, "dieu-1").id() + "/life");
        words.forEach(word -> assertThat(life).contains("\"" + word + "\""));
        words.stream()
                .filter(answered::contains)
                .forEach(word -> assertThat(life).contains(answer(word)));
    }

    private List<String> words(Person person) {
        return opinions.of(person, second).stream()
                .map(EarlierOpinion::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private String json(Person person, String path) {
        return api.as(person).get(path).json().toString();
    }

    private String paper(Person person, String path) {
        byte[] paper = api.as(person).get(path).response().getContentAsByteArray();
        try (var word = new XWPFDocument(new ByteArrayInputStream(paper));
                var extractor = new XWPFWordExtractor(word)) {
            return extractor.getText();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
