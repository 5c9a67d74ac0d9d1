package vn.gopy.round.letter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.Membership;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitKind;
import vn.gopy.account.Units;
import vn.gopy.paper.HeaderBlock.Family;
import vn.gopy.round.Invitee;
import vn.gopy.round.Invitee.Group;
import vn.gopy.round.InviteeStanding;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.round.Visibility;
import vn.gopy.round.letter.ReplyLetters.Paper;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Settings.Office;
import vn.gopy.shared.Texts;

/**
 * Makes the letters with which the secretariat runs a round: the one that asks for opinions, and the one that urges units
 * which have not answered. For the secretariat alone. People who are asked are on no list, for others read it. The words of
 * the letters are Vietnamese whatever language the screen has.
 */
@Service
public class AskingLetters {

    /** More recipients than these stand in a list of their own. */
    private static final int MOST_NAMED = 6;

    private final Rounds rounds;
    private final Replies replies;
    private final Units units;
    private final People people;
    private final InstallationSettings settings;
    private final Clock clock;

    AskingLetters(
            Rounds rounds, Replies replies, Units units, People people, InstallationSettings settings, Clock clock) {
        this.rounds = rounds;
        this.replies = replies;
        this.units = units;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /** Công văn xin ý kiến: all of it but number and date, where these are not known. */
    @Transactional(readOnly = true)
    public Paper invitation(Person asker, RoundId id) {
        Making making = making(asker, id);
        Round round = making.round();
        List<Invitee> invited = making.answers().stream()
                .map(Replies.Answer::invitee)
                .filter(Invitee::invited)
                .toList();
        List<Invitee> asked =
                invited.stream().filter(one -> one.group() == Group.UNIT).toList();
        boolean ownDeadlines =
                asked.stream().anyMatch(one -> !round.deadlineOf(one).equals(round.closes()));
        boolean listed = ownDeadlines || asked.size() > MOST_NAMED;
        List<String> recipients = new ArrayList<>(units(asked, listed));
        if (invited.stream().anyMatch(one -> one.group() == Group.MEMBER)) {
            recipients.add("Các đồng chí thành viên " + making.office().committee());
        }
        if (invited.stream().anyMatch(one -> one.group() == Group.EXPERT)) {
            recipients.add("Các chuyên gia");
        }
        return new Paper(
                "Công văn xin ý kiến.docx",
                AskingLetterPaper.bytes(new AskingLetter(
                        making.family(),
                        making.superior(),
                        making.issuer(),
                        round.letterNumber(),
                        making.symbol(),
                        making.office().place(),
                        round.letterDate(),
                        making.today(),
                        making.about("lấy ý kiến đối với "),
                        recipients.isEmpty() ? List.of("Các cơ quan, đơn vị") : recipients,
                        lines(round.legalBasis()),
                        asking(making),
                        making.posts(),
                        making.signer(),
                        "DANH SÁCH CƠ QUAN, ĐƠN VỊ ĐƯỢC LẤY Ý KIẾN",
                        listed ? list(round, asked) : List.of())));
    }

    private static List<String> asking(Making making) {
        Round round = making.round();
        List<String> body = new ArrayList<>();
        if (making.drafts().size() == 1) {
            body.add("%s gửi lấy ý kiến đối với %s (kèm theo)."
                    .formatted(making.issuer(), making.drafts().getFirst()));
        } else {
            body.add("%s gửi lấy ý kiến đối với các dự thảo sau đây (kèm theo):".formatted(making.issuer()));
            for (int n = 0; n < making.drafts().size(); n++) {
                String end = n == making.drafts().size() - 1 ? "." : ";";
                body.add("%d. %s%s".formatted(n + 1, capital(making.drafts().get(n)), end));
            }
        }
        String how = round.letterRequired() ? "bằng công văn" : "trên hệ thống Góp Ý hoặc bằng văn bản";
        body.add(
                "Đề nghị các cơ quan, đơn vị, đồng chí nghiên cứu, cho ý kiến đối với từng dự thảo %s, gửi về %s %s để tổng hợp."
                        .formatted(how, making.issuer(), deadline(round.closes())));
        body.add(readers(round.visibility(), making.issuer()));
        if (round.silence() != null && !round.silence().isBlank()) {
            body.addAll(lines(round.silence()));
        }
        body.add(making.closing());
        return body;
    }

    /** Who will read an opinion, said before anybody writes one. */
    private static String readers(Visibility mode, String issuer) {
        return switch (mode) {
            case SEALED ->
                "Ý kiến do %s và lãnh đạo Ban xem; cơ quan khác không xem được trước khi có bảng tổng hợp."
                        .formatted(issuer);
            case GROUP ->
                "Ý kiến của thành viên, chuyên gia được trao đổi trong nhóm; ý kiến của cơ quan do %s và lãnh đạo Ban xem, cơ quan khác không xem được trước khi có bảng tổng hợp."
                        .formatted(issuer);
            case PUBLIC ->
                "Ý kiến do %s xem; bảng tổng hợp, tiếp thu, giải trình được công khai sau khi thông báo kết quả."
                        .formatted(issuer);
        };
    }

    /** Công văn đôn đốc, to the units that have not answered; refused where all have. */
    @Transactional(readOnly = true)
    public Paper urging(Person asker, RoundId id) {
        Making making = making(asker, id);
        Round round = making.round();
        Instant now = clock.instant();
        List<Replies.Answer> asked = making.answers().stream()
                .filter(answer -> answer.invitee().invited())
                .filter(answer -> answer.invitee().group() == Group.UNIT)
                .toList();
        List<Invitee> silent = asked.stream()
                .filter(answer -> !InviteeStanding.of(round, answer, false, now).isAnswered())
                .map(Replies.Answer::invitee)
                .toList();
        if (silent.isEmpty()) {
            throw Refusal.conflict("ALL_ANSWERED");
        }
        boolean listed = silent.size() > MOST_NAMED
                || silent.stream().anyMatch(one -> !round.deadlineOf(one).equals(round.closes()));
        return new Paper(
                "Công văn đôn đốc.docx",
                AskingLetterPaper.bytes(new AskingLetter(
                        making.family(),
                        making.superior(),
                        making.issuer(),
                        "",
                        making.symbol(),
                        making.office().place(),
                        null,
                        making.today(),
                        making.about("đôn đốc cho ý kiến đối với "),
                        units(silent, listed),
                        List.of(),
                        urging(making, asked.size(), silent, now),
                        making.posts(),
                        making.signer(),
                        "DANH SÁCH CƠ QUAN, ĐƠN VỊ CHƯA CÓ Ý KIẾN",
                        listed ? list(round, silent) : List.of())));
    }

    private static List<String> urging(Making making, int asked, List<Invitee> silent, Instant now) {
        Round round = making.round();
        List<String> body = new ArrayList<>();
        String letter = round.letterNumber().isEmpty()
                ? ""
                : " tại Công văn số %s%s"
                        .formatted(
                                round.letterNumber(),
                                round.letterDate() == null ? "" : " ngày " + Moments.date(round.letterDate()));
        body.add("%s đã gửi lấy ý kiến đối với %s%s, thời hạn %s."
                .formatted(making.issuer(), String.join(" và ", making.drafts()), letter, deadline(round.closes())));
        body.add(
                "Đến ngày %s, %s trong %s cơ quan, đơn vị được lấy ý kiến đã trả lời; còn %s cơ quan, đơn vị chưa có ý kiến."
                        .formatted(
                                Moments.date(making.today()),
                                Figures.two(asked - silent.size()),
                                Figures.two(asked),
                                Figures.two(silent.size())));
        boolean over = silent.stream().allMatch(one -> round.late(one, now));
        body.add(
                over
                        ? "Thời hạn trên đã hết. Đề nghị các cơ quan, đơn vị chưa có ý kiến khẩn trương gửi về %s để tổng hợp; ý kiến nhận sau thời hạn được ghi là gửi quá hạn."
                                .formatted(making.issuer())
                        : "Đề nghị các cơ quan, đơn vị chưa có ý kiến khẩn trương nghiên cứu, gửi về %s đúng thời hạn để tổng hợp."
                                .formatted(making.issuer()));
        if (round.silence() != null && !round.silence().isBlank()) {
            body.addAll(lines(round.silence()));
        }
        body.add(making.closing());
        return body;
    }

    private static List<String> units(List<Invitee> asked, boolean listed) {
        if (asked.isEmpty()) {
            return List.of();
        }
        return listed
                ? List.of("Các cơ quan, đơn vị (theo danh sách gửi kèm)")
                : asked.stream().map(Invitee::name).toList();
    }

    private static List<AskingLetter.Row> list(Round round, List<Invitee> asked) {
        return asked.stream()
                .map(one -> new AskingLetter.Row(one.name(), capital(deadline(round.deadlineOf(one)))))
                .toList();
    }

    private static String deadline(Instant moment) {
        return Moments.deadline(moment, Texts.VIETNAMESE);
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** What both letters are made from. */
    private record Making(
            Round round,
            List<Replies.Answer> answers,
            List<String> drafts,
            Office office,
            Optional<Unit> unit,
            Optional<Person> head,
            LocalDate today) {

        private Family family() {
            return isParty() ? Family.PARTY : Family.STATE;
        }

        /** The secretariat of a committee of the Party writes as a body of the Party, as it does in its table. */
        private boolean isParty() {
            return unit.map(one -> one.kind() == UnitKind.PARTY).orElse(true);
        }

        private @Nullable String superior() {
            return unit.isPresent() ? LetterParts.superior(office, unit.get()) : office.superior(true);
        }

        private String issuer() {
            return unit.map(Unit::name).orElse(office.secretariat());
        }

        private String symbol() {
            return unit.map(Unit::code).orElse("");
        }

        private String about(String what) {
            return (isParty() ? "Về việc " : "V/v ") + what + String.join("; ", drafts);
        }

        private String closing() {
            return "Trân trọng đề nghị các cơ quan, đơn vị, đồng chí phối hợp thực hiện." + (isParty() ? "" : "/.");
        }

        private List<String> posts() {
            if (unit.isEmpty()) {
                return List.of(office.secretariatHead().toUpperCase(Locale.ROOT));
            }
            return head.flatMap(person -> person.membership(unit.get().code()))
                    .map(Membership::post)
                    .filter(post -> !post.isBlank())
                    .map(post -> LetterParts.posts(post, unit.get()))
                    .orElse(List.of("THỦ TRƯỞNG CƠ QUAN"));
        }

        private String signer() {
            return head.map(Person::name).orElse("");
        }
    }

    private Making making(Person asker, RoundId id) {
        Round round = rounds.get(asker, id);
        if (!rounds.mayRun(asker)) {
            throw Refusal.forbidden();
        }
        Optional<Unit> unit = LetterParts.consolidator(round, units.all());
        Optional<Person> head = unit.flatMap(one -> people.all().stream()
                .filter(person -> person.headsInPerson(one.id()))
                .findFirst());
        List<String> drafts = LetterParts.names(round, rounds.places(asker, round.drafts()));
        return new Making(
                round,
                replies.list(asker, id),
                drafts.isEmpty() ? List.of("dự thảo") : drafts,
                settings.get().office(),
                unit,
                head,
                LocalDate.ofInstant(clock.instant(), Moments.ZONE));
    }
}
