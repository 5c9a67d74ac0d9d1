package vn.gopy.round.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.Membership;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitKind;
import vn.gopy.account.Units;
import vn.gopy.draft.VersionId;
import vn.gopy.paper.HeaderBlock.Family;
import vn.gopy.round.Answering;
import vn.gopy.round.Answering.Sheet;
import vn.gopy.round.AnsweringOpinions.Said;
import vn.gopy.round.AnsweringOpinions.Stage;
import vn.gopy.round.Capacity;
import vn.gopy.round.Position;
import vn.gopy.round.Reply;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Settings.Office;

/**
 * Makes the letter with which a unit answers a round, from what its reply says now: for the people of the unit, before it
 * is sent and after. The words of the letter are Vietnamese whatever language the screen has.
 */
@Service
public class ReplyLetters {

    private final Answering answering;
    private final Rounds rounds;
    private final Units units;
    private final People people;
    private final InstallationSettings settings;
    private final ReplySignerRepository signers;
    private final Clock clock;

    ReplyLetters(
            Answering answering,
            Rounds rounds,
            Units units,
            People people,
            InstallationSettings settings,
            ReplySignerRepository signers,
            Clock clock) {
        this.answering = answering;
        this.rounds = rounds;
        this.units = units;
        this.people = people;
        this.settings = settings;
        this.signers = signers;
        this.clock = clock;
    }

    /** A Word file with its name. */
    public record Paper(String fileName, byte[] bytes) {}

    /** The letter of a unit that the asker belongs to; everything else is absent, a reply that nobody has begun refused. */
    @Transactional(readOnly = true)
    public Paper of(Person asker, RoundId id, String key) {
        Sheet sheet = answering.of(asker, id).stream()
                .filter(one -> one.invitee().key().equals(key))
                .filter(one -> one.invitee().unit() != null)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        Reply reply = sheet.reply().orElseThrow(() -> Refusal.conflict("REPLY_EMPTY"));
        Unit unit = units.named(key);
        return new Paper(
                "Công văn trả lời của " + unit.name() + ".docx",
                ReplyLetterPaper.bytes(letter(asker, sheet, reply, unit)));
    }

    private ReplyLetter letter(Person asker, Sheet sheet, Reply reply, Unit unit) {
        Round round = sheet.round();
        Office office = settings.get().office();
        boolean party = unit.kind() == UnitKind.PARTY;
        String recipient =
                LetterParts.consolidator(round, units.all()).map(Unit::name).orElse(office.secretariat());
        Optional<Signer> signer = signer(asker, reply, unit, round.id());
        Optional<ReplySigner> said = signers.of(reply.id());
        Map<VersionId, Rounds.DraftPlace> places = rounds.places(asker, round.drafts());
        return new ReplyLetter(
                party ? Family.PARTY : Family.STATE,
                LetterParts.superior(office, unit),
                unit.name(),
                reply.letterNumber(),
                unit.code(),
                office.place(),
                reply.letterDate(),
                LocalDate.ofInstant(clock.instant(), Moments.ZONE),
                (party ? "Về việc " : "V/v ") + subject(round, places),
                recipient,
                opening(round, recipient, unit, places),
                parts(sheet, reply, places),
                general(sheet, reply, signer),
                "Trên đây là ý kiến của %s, gửi %s tổng hợp%s".formatted(unit.name(), recipient, party ? "." : "./."),
                said.map(one -> one.posts(unit))
                        .or(() -> signer.map(one -> LetterParts.posts(one.post(), unit)))
                        .orElse(List.of()),
                said.map(ReplySigner::name)
                        .or(() -> signer.map(one -> one.person().name()))
                        .orElse(""));
    }

    private static String subject(Round round, Map<VersionId, Rounds.DraftPlace> places) {
        List<String> names = LetterParts.names(round, places);
        return "góp ý " + (names.isEmpty() ? "dự thảo" : String.join("; ", names));
    }

    private static String opening(Round round, String asked, Unit unit, Map<VersionId, Rounds.DraftPlace> places) {
        String date = round.letterDate() == null ? "" : " ngày " + Moments.date(round.letterDate());
        String letter = round.letterNumber().isEmpty()
                ? "Thực hiện đề nghị của " + asked
                : "Thực hiện Công văn số %s%s của %s".formatted(round.letterNumber(), date, asked);
        List<String> names = LetterParts.names(round, places);
        String about = names.isEmpty() ? "" : " về việc lấy ý kiến đối với " + String.join(" và ", names);
        return "%s%s, %s có ý kiến như sau:".formatted(letter, about, unit.name());
    }

    private static List<ReplyLetter.Part> parts(Sheet sheet, Reply reply, Map<VersionId, Rounds.DraftPlace> places) {
        List<VersionId> drafts = sheet.round().drafts();
        List<ReplyLetter.Part> parts = new ArrayList<>();
        for (VersionId draft : drafts) {
            List<Said> said = outgoing(sheet).stream()
                    .filter(one -> draft.equals(one.draft()))
                    .toList();
            String position = Optional.ofNullable(reply.positions().get(draft))
                    .map(known -> words(known, !said.isEmpty()))
                    .orElse("chưa nêu ý kiến");
            String name = Optional.ofNullable(places.get(draft))
                    .map(place -> LetterParts.name(place, places))
                    .orElse("dự thảo");
            String numeral = drafts.size() < 2 ? "" : roman(parts.size() + 1) + ". ";
            parts.add(new ReplyLetter.Part(
                    "%sĐối với %s: %s".formatted(numeral, name, position) + (said.isEmpty() ? "." : ":"),
                    numbered(said)));
        }
        return parts;
    }

    /**
     * What goes out with the reply, or has gone out with it: nothing that only its author has seen, nor what came by another
     * letter.
     */
    private static List<Said> outgoing(Sheet sheet) {
        return sheet.opinions().stream()
                .filter(one -> one.stage() != Stage.UNSENT && one.stage() != Stage.ENTERED)
                .toList();
    }

    /** Who agrees and says something on clauses agrees with opinions. */
    private static String words(Position position, boolean says) {
        return switch (position) {
            case AGREE -> says ? "nhất trí, có ý kiến" : "nhất trí";
            case AGREE_WITH -> "nhất trí, có ý kiến";
            case OBJECT -> "không nhất trí";
        };
    }

    private static List<String> numbered(List<Said> said) {
        List<String> points = new ArrayList<>();
        for (Said one : said) {
            points.add("%d. %s".formatted(points.size() + 1, point(one)));
        }
        return points;
    }

    private static String point(Said said) {
        String proposal = said.proposal() == null ? "" : " Đề nghị sửa thành: “" + said.proposal() + "”.";
        String words = (said.words() + proposal).strip();
        return namesItsPlace(said) ? words : said.place() + ": " + words;
    }

    /** Whether the words begin with the place themselves, as people write them. */
    private static boolean namesItsPlace(Said said) {
        int colon = said.words().indexOf(':');
        return colon > 0
                && said.place()
                        .toLowerCase(Locale.ROOT)
                        .startsWith(said.words().substring(0, colon).strip().toLowerCase(Locale.ROOT));
    }

    private static List<String> general(Sheet sheet, Reply reply, Optional<Signer> signer) {
        List<String> words = new ArrayList<>();
        outgoing(sheet).stream()
                .filter(one -> one.draft() == null)
                .map(ReplyLetters::point)
                .forEach(words::add);
        reply.note().lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(words::add);
        if (reply.capacity() == Capacity.BOTH) {
            signer.ifPresent(one -> words.add("Đây đồng thời là ý kiến của đồng chí %s với tư cách cá nhân."
                    .formatted(one.person().name())));
        }
        return words;
    }

    /** Who approves it, and as what. */
    private record Signer(Person person, String post) {}

    /** Who has sent it; before that the head who looks at it. */
    private Optional<Signer> signer(Person asker, Reply reply, Unit unit, RoundId round) {
        Optional<Person> head =
                reply instanceof Reply.Frozen sent ? people.byId(sent.sending().by()) : Optional.of(asker);
        return head.filter(person -> person.heads(unit.id(), round))
                .map(person -> new Signer(
                        person,
                        person.memberships().stream()
                                .filter(one -> one.unitId().equals(unit.id()))
                                .map(Membership::post)
                                .filter(post -> !post.isBlank())
                                .findFirst()
                                .orElse(person.post())));
    }

    private static String roman(int number) {
        int[] values = {100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        StringBuilder words = new StringBuilder();
        int left = number;
        for (int n = 0; n < values.length; n++) {
            for (; left >= values[n]; left -= values[n]) {
                words.append(signs[n]);
            }
        }
        return words.toString();
    }
}
