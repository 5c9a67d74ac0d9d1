package vn.gopy.round.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import java.util.ArrayList;
import java.util.List;
import vn.gopy.round.AnswerCounts;
import vn.gopy.round.RoundFigures;
import vn.gopy.shared.ui.BrowserFiles;

/**
 * One small box for each who is asked, whose colour and form say how far that one has come. The browser draws them from
 * their numbers: a desk has hundreds.
 */
@Tag("gopy-boxes")
final class Boxes extends Component implements HasStyle {

    Boxes(RoundFigures figures) {
        BrowserFiles.module(this, "frame/frame.js");
        addClassName("sq");
        AnswerCounts counts = figures.overall();
        List<String> runs = new ArrayList<>();
        run(runs, "ok full", counts.agreed());
        run(runs, "part full", counts.agreedWithOpinions());
        run(runs, "no full", counts.objected());
        run(runs, "keep full", counts.classified());
        run(runs, "acc half", figures.preparing());
        run(runs, "idle plain", figures.opened());
        run(runs, "idle dash", counts.noAnswer() - figures.preparing() - figures.opened());
        getElement().setAttribute("aria-hidden", "true").setAttribute("of", String.join(",", runs));
    }

    private static void run(List<String> runs, String look, int number) {
        if (number > 0) {
            runs.add(look + " " + number);
        }
    }
}
