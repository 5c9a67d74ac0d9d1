package vn.gopy.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.SeriesRole;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionName;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.opinion.OpinionCounts;
import vn.gopy.round.Round;
import vn.gopy.round.figures.OpinionSpread;

/** What the list of dossiers and the chart of the desk call an opinion is the same thing. */
@IntegrationTest
class DossierSumsTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Composing composing;

    @Autowired
    Points points;

    @Autowired
    OpinionCounts counts;

    @Autowired
    OpinionSpread spread;

    private Person secretary;
    private Person chair;
    private Person owner;
    private Person member;
    private Dossier dossier;
    private VersionId draft;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        chair = committee.person(Role.CHAIR);
        owner = committee.person(Role.MEMBER);
        member = committee.person(Role.MEMBER);
        dossier = committee.dossier(owner, Audience.INVITED, Discussion.GROUP, member);
        draft = texts.published(owner, dossier);
    }

    private void say(CommentKind kind) {
        NewComment wanted = new NewComment(
                kind, "Ghi rõ thời hạn", null, null, null, null, null, List.of(), null, null, true, List.of());
        composing.create(member, texts.place(draft, "dieu-2/khoan-1").id(), wanted);
    }

    private int listed(Person asker) {
        return counts.of(asker, List.of(dossier.id())).getOrDefault(dossier.id(), 0);
    }

    @Test
    void theListCountsWhatTheChartCountsAlsoWhatCameInLetters() {
        Unit unit = committee.unit();
        Round round = committee.round(draft).asking(unit).asking(member).open(secretary);
        say(CommentKind.OTHER);
        say(CommentKind.AGREE);
        NewPoint written = new NewPoint(
                draft,
                unit.code(),
                null,
                CommentKind.OTHER,
                "Bổ sung căn cứ",
                null,
                SourceKind.LETTER,
                "12/STC",
                List.of(),
                true,
                false);
        points.enter(secretary, round.id(), List.of(written, written));
        OpinionSpread.Chart chart = spread.byChapter(secretary, List.of(round)).orElseThrow();

        assertThat(chart.total()).isEqualTo(3);
        assertThat(chart.draft()).isEqualTo(new VersionName(SeriesRole.MAIN, 1, 1));
        assertThat(listed(secretary)).isEqualTo(3);
        assertThat(listed(chair)).isEqualTo(3);
        assertThat(listed(member)).as("the sums are not told to members").isEqualTo(1);
    }

    @Test
    void whatWasSentBeforeAnyRoundIsCountedOnce() {
        say(CommentKind.OTHER);
        committee.round(draft).asking(member).open(secretary);

        assertThat(counts.of(secretary, List.of(dossier.id()))).isEqualTo(Map.of(dossier.id(), 1));
    }
}
