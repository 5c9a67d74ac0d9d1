package vn.gopy.round.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.gopy.draft.VersionId;
import vn.gopy.round.ReplacedReplies.Replaced;
import vn.gopy.round.Reply;
import vn.gopy.round.board.StateWords;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.ui.Parts;

/** Replies that later ones have taken the place of, each behind a press as it was sent: when, by whom, and what it said. */
final class ReplacedList extends NativeDetails {

    private final transient Map<VersionId, String> codes;

    /** @param codes how the drafts of the round are named, in its order */
    ReplacedList(Map<VersionId, String> codes, List<Replaced> replaced) {
        this.codes = codes;
        setSummaryText(getTranslation("replaced.title", Figures.two(replaced.size())));
        UnorderedList list = Parts.classed(new UnorderedList(), "rows");
        replaced.forEach(one -> list.add(line(one)));
        setContent(list);
    }

    private ListItem line(Replaced replaced) {
        Reply reply = replaced.reply();
        String at = Moments.shortly(Objects.requireNonNull(reply.sentAt()));
        ListItem line = new ListItem(new Span(
                getTranslation(reply.isEntered() ? "replaced.entered" : "replaced.sent", at, replaced.sentBy())));
        if (reply.late()) {
            line.add(Parts.caption(" · " + getTranslation("invitee.late")));
        }
        line.add(said(codes.entrySet().stream()
                .filter(draft -> reply.positions().containsKey(draft.getKey()))
                .map(draft -> (codes.size() == 1 ? "" : draft.getValue() + ": ")
                        + getTranslation(StateWords.of(
                                Objects.requireNonNull(reply.positions().get(draft.getKey())))))
                .collect(Collectors.joining("; "))));
        if (!reply.note().isEmpty()) {
            line.add(said(reply.note()));
        }
        if (!reply.letterNumber().isEmpty()) {
            line.add(said(
                    reply.letterDate() == null
                            ? getTranslation("answering.say.number", reply.letterNumber())
                            : getTranslation(
                                    "answering.say.number.date",
                                    reply.letterNumber(),
                                    Moments.date(reply.letterDate()))));
        }
        return line;
    }

    private static Component said(String words) {
        return new Paragraph(words);
    }
}
