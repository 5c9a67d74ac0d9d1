package vn.gopy.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.SqlParameters;

/** A reply that somebody has changed meanwhile is changed by nobody who has not read it again. */
@IntegrationTest
@Transactional
class ReplyVersionsTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    ReplyRepository repository;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Person member;
    private Person secretary;
    private Round round;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        member = committee.person(Role.MEMBER);
        VersionId draft = texts.published(secretary, committee.sealed(secretary));
        round = committee.round(draft).asking(member).open(secretary);
        replies.putAll(member, round.id(), member.username(), Position.AGREE, null);
    }

    private Reply reply() {
        return replies.list(member, round.id()).getFirst().reply().orElseThrow();
    }

    @Test
    void noWayOfChangingItTakesAnOldVersion() {
        Reply stale = reply();
        replies.putAll(member, round.id(), member.username(), Position.OBJECT, null);
        Reply.Sending sending = new Reply.Sending(member.id(), clock.instant(), false);
        assertThat(repository.update(stale.written(Map.of(), "Khác"))).isFalse();
        assertThat(repository.update(stale.submitted())).isFalse();
        assertThat(repository.update(stale.sent(round.drafts(), sending, Capacity.OWN)))
                .isFalse();

        replies.send(member, round.id(), member.username());
        Reply sent = reply();
        assertThat(numbered(sent)).isTrue();
        assertThat(numbered(sent)).isFalse();
        assertThat(repository.replace(sent.replaced("", Capacity.OWN), null)).isFalse();
        assertThat(repository.replace(reply().replaced("", Capacity.OWN), null)).isTrue();
    }

    private boolean numbered(Reply reply) {
        return repository.letter(reply, new ReplyRepository.LetterEntry("12/STC", null, member.id(), clock.instant()));
    }

    @Test
    void anotherJudgementOfLatenessIsAnotherVersion() {
        rounds.close(secretary, round.id());
        replies.send(member, round.id(), member.username());
        Reply late = reply();
        rounds.extend(secretary, round.id(), round.closesAt().plusSeconds(3600), "Xin thêm thời gian");
        assertThat(late.late()).isTrue();
        assertThat(reply().late()).isFalse();
        assertThat(reply().version()).isEqualTo(late.version() + 1);
    }

    @Test
    void theDatabaseTakesNoChangeThatKeepsTheVersion() {
        assertThatThrownBy(() -> jdbc.sql("UPDATE reply SET note = 'x' WHERE id = :id")
                        .paramSource(SqlParameters.of("id", reply().id()))
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("does not raise its version");
    }
}
