package vn.gopy.consolidation.letter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.UnitId;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.cut.Cut;
import vn.gopy.consolidation.cut.CutPlaces;
import vn.gopy.consolidation.cut.Cutter;
import vn.gopy.draft.DraftsInside;
import vn.gopy.draft.PlaceWords;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Outline;
import vn.gopy.round.PlaceNames;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/** Tách ý: proposes how a text falls into points of a round. Nothing is kept until a person enters them. */
@Service
public class Cutting {

    private final Rounds rounds;
    private final DraftsInside drafts;
    private final PlaceNames names;
    private final Replies replies;

    Cutting(Rounds rounds, DraftsInside drafts, PlaceNames names, Replies replies) {
        this.rounds = rounds;
        this.replies = replies;
        this.drafts = drafts;
        this.names = names;
    }

    /**
     * A point as proposed.
     *
     * @param quote its literal words: those of the text from {@code start} to {@code end}, offsets in UTF-16 units
     * @param places the main one first; none for the general part
     * @param at how the main place is called, with the code of the draft where the round has several
     */
    public record Piece(int start, int end, String quote, VersionId draft, List<ProvisionId> places, String at) {

        Piece at(List<ProvisionId> others, String called) {
            return new Piece(start, end, quote, draft, others, called);
        }
    }

    /**
     * The text as it is cut, with its pieces in order.
     *
     * @param text what the offsets are counted in
     */
    public record Proposed(String text, List<Piece> pieces) {}

    /** Proposes the points of a text, for the secretariat; at most as long as an opinion may be. */
    @Transactional(readOnly = true)
    public Proposed propose(Person asker, Round round, String given) {
        rounds.get(asker, round.id());
        if (!rounds.mayRun(asker)) {
            throw Refusal.forbidden();
        }
        String text = TextGate.TEXT.require(given, "TEXT_MISSING");
        var places = new CutPlaces(round.drafts().stream().map(this::draft).toList());
        PlaceNames.Reading reading = names.reading();
        Map<VersionId, Rounds.DraftPlace> codes = round.drafts().size() > 1
                ? rounds.places(asker, round.drafts())
                : Map.<VersionId, Rounds.DraftPlace>of();
        List<Piece> pieces = new ArrayList<>();
        for (Cut cut : Cutter.cut(text)) {
            CutPlaces.Spot spot = places.of(cut);
            ProvisionId main = spot.places().isEmpty() ? null : spot.places().getFirst();
            Rounds.DraftPlace code = codes.get(spot.draft());
            pieces.add(new Piece(
                    cut.start(),
                    cut.end(),
                    cut.quote(text),
                    spot.draft(),
                    spot.places(),
                    reading.of(spot.draft(), main).name() + (code == null ? "" : " · " + code.heading())));
        }
        return new Proposed(text, List.copyOf(pieces));
    }

    /**
     * Proposes the parts of an opinion. Places are those of its own draft; none where the words name none, which is then called
     * by the place of the opinion. No part where its words do not stand as they are cut.
     */
    @Transactional(readOnly = true)
    public Proposed propose(Person asker, Round round, Point point) {
        Proposed found = propose(asker, round, point.text());
        if (!found.text().equals(point.text())) {
            return new Proposed(point.text(), List.of());
        }
        PlaceNames.Reading reading = names.reading();
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : found.pieces()) {
            boolean named = !piece.places().isEmpty() && piece.draft().equals(point.versionId());
            pieces.add(named ? piece : piece.at(List.of(), place(reading, point)));
        }
        return new Proposed(found.text(), List.copyOf(pieces));
    }

    private static String place(PlaceNames.Reading reading, Point point) {
        VersionId draft = point.versionId();
        ProvisionId main = point.mainPlace().map(Point.PointPlace::provision).orElse(null);
        return draft == null ? PlaceWords.GENERAL : reading.of(draft, main).name();
    }

    /** What a unit has written into its reply beside its opinions. */
    public record ReplyWords(String letterNumber, String note) {}

    /** The same of its latest sent reply, for the secretariat; nothing where it wrote nothing or the asker may not read it. */
    @Transactional(readOnly = true)
    public Optional<ReplyWords> reply(Person asker, Round round, UnitId unit) {
        return replies.list(asker, round.id()).stream()
                .filter(answer ->
                        answer.readable() && unit.equals(answer.invitee().unit()))
                .flatMap(answer -> answer.reply().stream())
                .filter(reply -> reply.isSent() && !reply.note().isBlank())
                .map(reply -> new ReplyWords(reply.letterNumber(), reply.note()))
                .findFirst();
    }

    private CutPlaces.Draft draft(VersionId id) {
        Outline outline = drafts.outline(id).orElseThrow();
        Map<String, String> types = new HashMap<>();
        for (Body body : outline.bodies()) {
            types.put(body.code(), Objects.requireNonNullElse(body.type(), ""));
        }
        String titles = String.join(
                " . ",
                outline.bodies().stream()
                        .flatMap(body -> Stream.ofNullable(body.title()))
                        .toList());
        return new CutPlaces.Draft(id, titles, types, drafts.provisions(id));
    }
}
