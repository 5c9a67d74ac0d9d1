package vn.gopy.search.hit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.draft.PlaceKind;
import vn.gopy.draft.inside.PlaceQuery.Step;
import vn.gopy.legaltext.BodyKinds;

/** How a place is called: step by step from the outside, and as it is cited. */
final class Way {

    private Way() {}

    /**
     * {@code Quy chế}, {@code Chương II}, {@code Điều 10. Tổ tư vấn}, {@code khoản 2}: what divides a text without its
     * heading, and the body where "Điều 10" alone could be two places.
     */
    static List<String> steps(List<Step> way) {
        Step last = way.isEmpty() ? null : way.getLast();
        return Stream.concat(
                        body(way).stream(),
                        way.stream().map(step -> step != last && step.kind().isDivision() ? name(step) : step(step)))
                .filter(step -> !step.isBlank())
                .toList();
    }

    private static Optional<String> body(List<Step> way) {
        return way.stream()
                .reduce((above, place) -> place)
                .filter(Step::articlesElsewhere)
                .flatMap(place -> BodyKinds.name(place.body()));
    }

    /** {@code dieu-10/khoan-2}, or {@code QC/dieu-10/khoan-2} where a version has several bodies. */
    static String anchor(List<Step> way) {
        Step place = way.getLast();
        return place.severalBodies() && !place.body().isEmpty() ? place.body() + "/" + place.path() : place.path();
    }

    private static String step(Step step) {
        String name = name(step);
        String heading =
                step.heading() == null ? "" : step.heading().lines().findFirst().orElse("");
        boolean closed = name.isEmpty() || ".):".indexOf(name.charAt(name.length() - 1)) >= 0;
        return (name + (closed || heading.isEmpty() ? " " : ". ") + heading).strip();
    }

    /**
     * Small to large as citations are written, up to the article: {@code điểm a khoản 2 Điều 10}, and the body where that
     * alone could be two places: {@code Điều 10 Quy chế}.
     */
    static String citation(List<Step> way) {
        List<Step> cited = new ArrayList<>();
        for (Step step : way.reversed()) {
            cited.add(step);
            if (step.kind() == PlaceKind.ARTICLE
                    || step.kind() == PlaceKind.OUTLINE
                    || step.kind() == PlaceKind.ANNEX) {
                break;
            }
        }
        return Stream.concat(cited.stream().map(Way::name), body(way).stream())
                .filter(name -> !name.isBlank())
                .collect(Collectors.joining(" "));
    }

    private static String name(Step step) {
        String number = step.number() == null ? "" : step.number();
        String label = step.label() == null ? "" : step.label();
        return switch (step.kind()) {
            case CLAUSE -> "khoản " + number;
            case POINT -> "điểm " + number;
            case BULLET, PARAGRAPH, TABLE -> "";
            default -> label;
        };
    }
}
