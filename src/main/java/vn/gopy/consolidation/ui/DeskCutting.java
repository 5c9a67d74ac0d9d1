package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Person;
import vn.gopy.account.Unit;
import vn.gopy.consolidation.NewPoint;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.letter.Cutting.Piece;
import vn.gopy.consolidation.letter.Cutting.Proposed;
import vn.gopy.consolidation.letter.Cutting.ReplyWords;
import vn.gopy.round.Round;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Refusal;

/** What is being cut on a desk, a text or an opinion: at most one at a time. */
final class DeskCutting implements CutPanel.Desk, OpinionCut.Desk {

    /** The desk around it. */
    interface Around {

        void draw();

        /** Points were made: leads to the first and says so. */
        void made(PointId first, String key, String count);

        void refuse(Refusal refused);
    }

    private final DeskRooms rooms;
    private final Supplier<Person> asker;
    private final Round round;
    private final Around around;
    private @Nullable CutPanel text;
    private @Nullable OpinionCut opinion;

    DeskCutting(DeskRooms rooms, Supplier<Person> asker, Round round, Around around) {
        this.rooms = rooms;
        this.asker = asker;
        this.round = round;
        this.around = around;
    }

    /** What is to be shown of it. */
    Optional<Component> panel() {
        return Optional.ofNullable(text == null ? opinion : text);
    }

    void openText() {
        opinion = null;
        text = new CutPanel(this, rooms.units().all());
        around.draw();
    }

    /** What is marked of its words becomes a point of its own; with nothing marked it is proposed where to cut. */
    void open(Point point, int start, int end) {
        try {
            if (start < end) {
                split(rooms.points().split(asker.get(), point.id(), point.version(), start, end));
                return;
            }
            text = null;
            opinion = new OpinionCut(this, point, rooms.cutting().propose(asker.get(), round, point));
            around.draw();
        } catch (Refusal refused) {
            around.refuse(refused);
        }
    }

    @Override
    public void cut(Point point, List<Piece> pieces) {
        try {
            split(rooms.points()
                    .split(
                            asker.get(),
                            point.id(),
                            point.version(),
                            pieces.stream()
                                    .map(piece -> new Points.Part(piece.start(), piece.places()))
                                    .toList()));
        } catch (Refusal refused) {
            closeCutting();
            around.refuse(refused);
        }
    }

    private void split(List<PointId> parts) {
        made(parts.getFirst(), "consolidating.split.done", Figures.two(parts.size()));
    }

    private void made(PointId first, String key, String count) {
        text = null;
        opinion = null;
        around.made(first, key, count);
    }

    @Override
    public void closeCutting() {
        text = null;
        opinion = null;
        around.draw();
    }

    @Override
    public Optional<ReplyWords> reply(Unit unit) {
        return rooms.cutting().reply(asker.get(), round, unit.id());
    }

    @Override
    public Proposed propose(String words) {
        try {
            return rooms.cutting().propose(asker.get(), round, words);
        } catch (Refusal refused) {
            refuse(refused);
            return new Proposed(words, List.of());
        }
    }

    @Override
    public void enter(List<NewPoint> wanted) {
        try {
            PointId first =
                    rooms.points().enter(asker.get(), round.id(), wanted).getFirst();
            made(first, "consolidating.cut.entered", Figures.two(wanted.size()));
        } catch (Refusal refused) {
            refuse(refused);
        }
    }

    private void refuse(Refusal refused) {
        if (text != null) {
            text.refuse(text.getTranslation("refusal." + refused.code(), refused.arguments()));
        }
    }
}
