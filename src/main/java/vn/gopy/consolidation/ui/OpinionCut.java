package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.letter.Cutting.Piece;
import vn.gopy.consolidation.letter.Cutting.Proposed;
import vn.gopy.shared.Figures;
import vn.gopy.shared.ui.Parts;

/** Tách: an opinion that says several things is proposed to be as many; a person leaves out where it is not to be cut. */
final class OpinionCut extends Section {

    /** Hears what is pressed. */
    interface Desk {

        /** @param pieces at whose beginnings it is cut */
        void cut(Point point, List<Piece> pieces);

        void closeCutting();
    }

    private static final int FEWEST = 2;

    private final PieceList pieces = new PieceList(getTranslation("consolidating.split.none"), this::count);
    private final NativeButton cut = Parts.button("split", getTranslation("consolidating.split.do", "00"), "pri");

    OpinionCut(Desk desk, Point point, Proposed proposed) {
        addClassName("cutting");
        NativeButton close = Parts.button("", getTranslation("consolidating.cut.close"));
        close.addClickListener(click -> desk.closeCutting());
        cut.addClickListener(click -> desk.cut(point, pieces.wanted()));
        boolean several = proposed.pieces().size() >= FEWEST;
        add(Parts.classed(new H2(getTranslation("consolidating.split.of", String.valueOf(point.number()))), "s"));
        if (several) {
            add(Parts.caption(getTranslation("consolidating.split.about")));
        }
        add(pieces, Parts.classed(new Div(cut, close), "acts"));
        pieces.show(several ? proposed : new Proposed(proposed.text(), List.of()));
    }

    private void count() {
        int wanted = pieces.wanted().size();
        cut.setVisible(wanted >= FEWEST);
        Parts.rename(cut, getTranslation("consolidating.split.do", Figures.two(wanted)));
    }
}
