package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.gopy.round.figures.OutcomeCounts;
import vn.gopy.shared.Figures;
import vn.gopy.shared.ui.Parts;

/** "40 ý kiến = 24 Tiếp thu + 10 Một phần + …": what became of all opinions of a round. */
final class OutcomeBar extends Div {

    OutcomeBar() {
        addClassNames("foot-bar", "sums");
    }

    void show(OutcomeCounts counts) {
        removeAll();
        add(sum("all", counts.opinions()));
        String sign = "=";
        for (Map.Entry<String, Integer> part : parts(counts).entrySet()) {
            add(new Span(sign), sum(part.getKey(), part.getValue()));
            sign = "+";
        }
    }

    private static Map<String, Integer> parts(OutcomeCounts counts) {
        Map<String, Integer> parts = new LinkedHashMap<>();
        parts.put("accepted", counts.accepted());
        parts.put("part", counts.partlyAccepted());
        parts.put("kept", counts.kept());
        parts.put("noted", counts.noted());
        parts.put("escalated", counts.escalated());
        parts.put("pending", counts.pending());
        return parts;
    }

    private Span sum(String key, int number) {
        Span figure = Parts.classed(new Span(Figures.two(number)), "n");
        return Parts.classed(new Span(figure, new Span(" " + getTranslation("consolidating.sum." + key))), "sum");
    }
}
