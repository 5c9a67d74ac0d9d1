package vn.gopy.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.StatementCounter;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;

/** On the last day of a round all of them are sent at once: what one takes of the database is few and the same. */
@IntegrationTest
class OpinionStatementsTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Composing composing;

    @Test
    void anOpinionSentTakesFiveMessagesHoweverManyAreAsked() {
        Person secretary = committee.person(Role.SECRETARIAT);
        Person author = committee.person(Role.MEMBER);
        VersionId draft = texts.published(author, committee.dossier(author, Audience.INVITED, Discussion.SEALED));
        Unit[] units = Stream.generate(committee::unit).limit(30).toArray(Unit[]::new);
        committee.round(draft).asking(author).asking(units).open(secretary);
        ProvisionId clause = texts.place(draft, "dieu-2/khoan-1").id();

        List<String> statements = StatementCounter.statements(
                () -> composing.create(author, clause, NewComment.of(CommentKind.OTHER, "Cần rõ hơn.")));

        assertThat(statements).hasSizeLessThanOrEqualTo(5);
        assertThat(statements.getLast())
                .as("all rows of one opinion with one message")
                .contains("INTO comment ", "INTO audit_entry", "INTO point ", "INTO index_outbox");
        assertThat(statements)
                .filteredOn(one -> one.contains("FROM invitee i LEFT JOIN"))
                .singleElement()
                .asString()
                .as("the invitation of one, not of all")
                .contains("LIMIT 1");
    }
}
