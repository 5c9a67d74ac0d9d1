package vn.gopy.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Comments;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.opinion.Sending;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;

/** Units that go into others, names that units had, and groups in which units are asked together. */
@IntegrationTest
class UnitSuccessionTest {

    @Autowired
    Units units;

    @Autowired
    AskedGroups groups;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Composing composing;

    @Autowired
    Sending sending;

    @Autowired
    Comments comments;

    private final LocalDate today = LocalDate.now(Moments.ZONE);
    private Person admin;
    private Unit gone;
    private Unit stays;

    @BeforeEach
    void twoUnits() {
        admin = committee.person(Role.ADMINISTRATOR);
        gone = committee.unit();
        stays = committee.unit();
    }

    private UnitEntry entry(Unit unit) {
        return units.entries(admin).stream()
                .filter(one -> one.unit().id().equals(unit.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePeopleOfTheOtherUnitGoOnWithWhatIsOpenAndTheNameStays() {
        Person member = committee.person(Role.MEMBER);
        Person secretary = committee.person(Role.SECRETARIAT);
        Dossier dossier = committee.sealed(member);
        VersionId draft = texts.published(member, dossier);
        committee.round(draft).asking(gone).open(secretary);
        Person staff = committee.in(gone, UnitRole.STAFF);
        Person head = committee.in(stays, UnitRole.HEAD);
        Comment words = composing.create(
                staff,
                texts.place(draft, "dieu-1").id(),
                NewComment.of(CommentKind.OTHER, "Việc còn dở").forUnit(gone.code()));
        assertThat(Refused.by(() -> comments.of(head, draft))).startsWith("404");

        units.merge(admin, gone, stays, today);

        Person heir = committee.again(head);
        assertThat(heir.heads(gone.id())).isTrue();
        assertThat(heir.headsInPerson(gone.id())).isFalse();
        sending.send(heir, List.of(words.id()));
        assertThat(comments.of(secretary, draft))
                .extracting(one -> one.author().unitName())
                .containsExactly(gone.name());
        assertThat(Refused.by(() -> committee.round(draft).asking(gone).open(secretary)))
                .as("it is asked no more")
                .isEqualTo("409 UNIT_MERGED");
        assertThat(units.living()).doesNotContain(units.named(gone.code()));
        assertThat(entry(gone)).returns(stays.name(), UnitEntry::successor);
        assertThat(entry(stays).absorbed()).containsExactly(gone.name());
    }

    @Test
    void whatWentIntoAUnitFollowsItAndAMistakeIsTakenBack() {
        Unit third = committee.unit();
        Unit merged = units.merge(admin, gone, stays, today);
        units.merge(admin, stays, third, today);

        assertThat(entry(gone).successor()).isEqualTo(third.name());
        assertThat(Refused.by(() -> units.merge(admin, third, entry(stays).unit(), today)))
                .as("in a circle")
                .isEqualTo("409 UNIT_MERGED");
        assertThat(Refused.by(() -> units.part(admin, merged))).isEqualTo("412 STALE");

        Unit back = units.part(admin, entry(gone).unit());

        assertThat(units.living()).contains(units.named(back.code()));
        assertThat(entry(third).absorbed()).containsExactly(stays.name());
    }

    @Test
    void whatIsWrongAboutAMergingIsRefused() {
        assertThat(Refused.by(() -> units.merge(admin, gone, gone, today))).isEqualTo("422 UNIT_ITSELF");
        assertThat(Refused.by(() -> units.merge(admin, gone, stays, today.plusDays(1))))
                .isEqualTo("422 DAY_AHEAD");
        Person secretary = committee.person(Role.SECRETARIAT);
        assertThat(Refused.by(() -> units.merge(secretary, gone, stays, today))).isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> units.part(secretary, gone))).isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> units.nameFormerly(secretary, gone, List.of("Tên"))))
                .isEqualTo("403 FORBIDDEN");
    }

    @Test
    void twoUnitsThatGoIntoEachOtherAtTheSameTimeDoNotBothGo() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<String> outcomes;
        try (var two = Executors.newFixedThreadPool(2)) {
            var first = two.submit(() -> merged(start, gone, stays));
            var second = two.submit(() -> merged(start, stays, gone));
            outcomes = List.of(first.get(), second.get());
        }

        assertThat(outcomes).containsExactlyInAnyOrder("done", "STALE");
    }

    private String merged(CyclicBarrier start, Unit one, Unit into) throws Exception {
        start.await();
        try {
            units.merge(admin, one, into, today);
            return "done";
        } catch (Refusal refused) {
            return refused.code();
        }
    }

    @Test
    void formerNamesAreAddedAndTakenAwayByWhoeverSawThemLast() {
        Unit named = units.nameFormerly(admin, gone, List.of("Sở Bưu chính", "Sở Thông tin", "Sở Bưu chính"));

        assertThat(entry(gone).formerNames()).containsExactly("Sở Bưu chính", "Sở Thông tin");
        assertThat(Refused.by(() -> units.nameFormerly(admin, gone, List.of()))).isEqualTo("412 STALE");
        assertThat(Refused.by(() -> units.nameFormerly(admin, named, List.of(" "))))
                .isEqualTo("422 TITLE_MISSING");
        units.nameFormerly(admin, named, List.of());
        assertThat(entry(gone).formerNames()).isEmpty();
    }

    @Test
    void aGroupIsKeptByTheSecretariatAndNamesWhatItsUnitsBecame() {
        Person secretary = committee.person(Role.SECRETARIAT);
        Person member = committee.person(Role.MEMBER);
        AskedGroup group = groups.make(
                secretary,
                "Nhóm " + gone.code(),
                List.of(AskedGroup.Member.of(gone), AskedGroup.Member.of(member), AskedGroup.Member.of(stays)));

        units.merge(admin, gone, stays, today);

        AskedGroup now = again(group);
        assertThat(now.members())
                .as("the unit that two of them are by now is asked once")
                .extracting(AskedGroup.Member::name)
                .containsExactly(stays.name(), member.displayName());
        AskedGroup changed = groups.change(secretary, now, now.name(), List.of(AskedGroup.Member.of(member)));
        assertThat(again(group)).isEqualTo(changed);
        assertThat(Refused.by(() -> groups.change(admin, now, "Khác", List.of(AskedGroup.Member.of(stays)))))
                .isEqualTo("412 STALE");
        assertThat(Refused.by(() ->
                        groups.make(admin, "NHÓM " + gone.code().toLowerCase(), List.of(AskedGroup.Member.of(stays)))))
                .isEqualTo("409 GROUP_NAME_TAKEN");
        assertThat(Refused.by(() -> groups.make(admin, "Trống " + gone.code(), List.of())))
                .isEqualTo("422 GROUP_EMPTY");
        assertThat(Refused.by(() -> groups.make(
                        admin, "Lạ " + gone.code(), List.of(new AskedGroup.Member(UnitId.next(), null, "Lạ")))))
                .isEqualTo("422 GROUP_MEMBER_GONE");
        assertThat(Refused.by(() -> groups.all(member))).isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> groups.remove(member, changed))).isEqualTo("403 FORBIDDEN");
        groups.remove(secretary, changed);
        assertThat(groups.all(admin)).noneMatch(one -> one.id().equals(group.id()));
    }

    private AskedGroup again(AskedGroup group) {
        return groups.all(admin).stream()
                .filter(one -> one.id().equals(group.id()))
                .findFirst()
                .orElseThrow();
    }
}
