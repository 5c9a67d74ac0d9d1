package vn.gopy.consolidation.table;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gopy.consolidation.table.ConsolidatedTable.Addressee;
import vn.gopy.consolidation.table.ConsolidatedTable.Letter;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Invitee;
import vn.gopy.round.InviteeId;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Reply;
import vn.gopy.round.Round;
import vn.gopy.round.StandIns.StandIn;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Texts;

/**
 * Phụ lục of the official table: how each body has answered that was asked, or has answered unasked. Members and experts are
 * counted in the opening sentences and named on no list that others read.
 */
final class Annex {

    static final String TITLE = "PHỤ LỤC";
    static final String SUBJECT = "Cơ quan, đơn vị được lấy ý kiến và kết quả trả lời";
    static final List<String> COLUMNS = List.of("CƠ QUAN, ĐƠN VỊ", "SỐ, NGÀY VĂN BẢN", "Ý KIẾN", "GHI CHÚ");

    private Annex() {}

    /** Of all drafts of the round, or of one. */
    static List<Addressee> of(
            Round round,
            List<Replies.Answer> answers,
            @Nullable VersionId draft,
            Map<InviteeId, StandIn> standIns,
            Instant now) {
        return answers.stream()
                .filter(answer -> answer.invitee().unit() != null)
                .filter(answer -> answer.invitee().invited() || sent(answer).isPresent())
                .map(answer -> addressee(round, answer, draft, standIns, now))
                .toList();
    }

    private static Optional<Reply> sent(Replies.Answer answer) {
        return answer.reply().filter(Reply::isSent);
    }

    private static Addressee addressee(
            Round round,
            Replies.Answer answer,
            @Nullable VersionId draft,
            Map<InviteeId, StandIn> standIns,
            Instant now) {
        Invitee invitee = answer.invitee();
        boolean classified = invitee.classifiedAt() != null;
        Reply sent = classified ? null : sent(answer).orElse(null);
        String words = classified
                ? "trả lời bằng văn bản quản lý theo chế độ mật"
                : sent == null ? silent(round, invitee, now) : position(sent, draft);
        return new Addressee(invitee.name(), letter(sent), words, String.join("; ", remarks(invitee, sent, standIns)));
    }

    private static @Nullable Letter letter(@Nullable Reply sent) {
        LocalDate dated = sent == null || sent.letterNumber().isEmpty() ? null : sent.letterDate();
        return sent == null || dated == null ? null : new Letter(sent.letterNumber(), dated);
    }

    private static String silent(Round round, Invitee invitee, Instant now) {
        if (now.isBefore(round.deadlineOf(invitee))) {
            return "chưa trả lời";
        }
        return round.silence() == null ? "không có ý kiến trả lời" : "không có ý kiến trả lời, xem như thống nhất";
    }

    private static String position(Reply sent, @Nullable VersionId draft) {
        Optional<Position> position = draft == null
                ? sent.positions().values().stream().max(Enum::compareTo)
                : Optional.ofNullable(sent.positions().get(draft));
        return position.map(Annex::words).orElse("");
    }

    private static String words(Position position) {
        return switch (position) {
            case AGREE -> "nhất trí";
            case AGREE_WITH -> "nhất trí, có ý kiến";
            case OBJECT -> "không nhất trí";
        };
    }

    private static List<String> remarks(Invitee invitee, @Nullable Reply sent, Map<InviteeId, StandIn> standIns) {
        List<String> remarks = new ArrayList<>();
        if (!invitee.invited()) {
            remarks.add(standIns.values().stream()
                    .filter(one -> one.sender().equals(invitee.id()))
                    .findFirst()
                    .map(one -> "gửi thay cho " + one.askedName())
                    .orElse("ngoài danh sách lấy ý kiến"));
        }
        Optional.ofNullable(standIns.get(invitee.id())).ifPresent(one -> remarks.add(one.name() + " gửi thay"));
        if (invitee.closesAt() != null) {
            remarks.add((invitee.extended() ? "được gia hạn, " : "hạn riêng, ")
                    + Moments.deadline(invitee.closesAt(), Texts.VIETNAMESE));
        }
        if (sent != null && sent.late()) {
            remarks.add("gửi quá hạn");
        }
        return remarks;
    }
}
