package vn.gopy.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.IntegrationTest;
import vn.gopy.StatementCounter;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.search.SearchWorld;
import vn.gopy.search.engine.IndexEntity;
import vn.gopy.search.engine.IndexGroup;

/** What the rooms hand the search is read by as many statements for many things as for one. */
@IntegrationTest
class SourceStatementsTest {

    @Autowired
    IndexSources sources;

    @Autowired
    SearchWorld world;

    @Autowired
    Composing composing;

    @Test
    void manyOpinionsOfManyDossiersAreReadByAsManyStatementsAsOne() {
        List<IndexGroup> threads = new ArrayList<>();
        List<UUID> dossiers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Person owner = world.person(Role.MEMBER);
            Dossier dossier = world.dossier(owner, "Hồ sơ " + i, Audience.EVERYONE, Discussion.SEALED);
            dossiers.add(dossier.id().value());
            VersionId version = world.draft(owner, dossier, "Nội dung.");
            for (int n = 0; n < 4; n++) {
                threads.add(IndexEntity.THREAD.group(composing
                        .create(
                                owner,
                                world.place(version, "dieu-1").id(),
                                NewComment.of(CommentKind.OTHER, "Ý kiến " + n))
                        .id()
                        .value()));
            }
        }
        assertThat(sources.documents(threads)).hasSize(20);
        assertThat(StatementCounter.count(() -> sources.documents(threads)))
                .isEqualTo(StatementCounter.count(() -> sources.documents(threads.subList(0, 1))))
                .isEqualTo(2);

        assertThat(sources.groupsOf(dossiers)).containsAll(threads).hasSize(25);
        assertThat(StatementCounter.count(() -> sources.groupsOf(dossiers)))
                .isEqualTo(StatementCounter.count(() -> sources.groupsOf(dossiers.subList(0, 1))));
    }
}
