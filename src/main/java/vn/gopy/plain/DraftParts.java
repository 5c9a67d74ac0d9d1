package vn.gopy.plain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.PlaceKind;
import vn.gopy.draft.PlaceWords;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Outline;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Texts;

/**
 * Divides a draft into pages: what is general, then for each text its title and grounds, every Điều, what else stands on the
 * highest level, and the recipients and signature.
 */
@Component
class DraftParts {

    private final Texts texts;

    DraftParts(Texts texts) {
        this.texts = texts;
    }

    /** The pages in the order of reading; every place of the draft is on exactly one. */
    List<Part> of(Drafts.PlacedOutline draft, Locale locale) {
        return new Division(draft, locale).parts();
    }

    private final class Division {

        private final Map<ProvisionId, PlacedProvision> byId;
        private final List<PlacedProvision> places;
        private final PlaceWords words;
        private final Map<String, String> bodies;
        private final Locale locale;

        Division(Drafts.PlacedOutline draft, Locale locale) {
            this.places = draft.places();
            this.byId = places.stream().collect(Collectors.toMap(PlacedProvision::id, Function.identity()));
            this.words = new PlaceWords(places);
            this.bodies = names(draft.outline());
            this.locale = locale;
        }

        List<Part> parts() {
            List<Part> parts = new ArrayList<>();
            parts.add(new Part(
                    Addresses.WHOLE_DOSSIER,
                    texts.get(locale, "plain.general"),
                    "",
                    List.of(),
                    outside(places, PlaceKind.WHOLE_BODY)));
            Map<String, List<PlacedProvision>> byBody = places.stream()
                    .collect(Collectors.groupingBy(PlacedProvision::body, LinkedHashMap::new, Collectors.toList()));
            byBody.forEach((body, own) -> {
                around(body, own, "plain.head", PlaceKind.TITLE, PlaceKind.GROUND, PlaceKind.ENACTING)
                        .ifPresent(parts::add);
                parts.addAll(inTree(body, own));
                around(body, own, "plain.tail", PlaceKind.RECIPIENT, PlaceKind.SIGNATURE)
                        .ifPresent(parts::add);
            });
            return parts;
        }

        private Optional<Part> around(String body, List<PlacedProvision> own, String key, PlaceKind... kinds) {
            List<PlacedProvision> found = outside(own, kinds);
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Part(
                            Part.anchor(found.getFirst()), texts.get(locale, key), name(body), List.of(), found));
        }

        private static List<PlacedProvision> outside(Collection<PlacedProvision> places, PlaceKind... kinds) {
            return places.stream()
                    .filter(place -> List.of(kinds).contains(place.kind()))
                    .toList();
        }

        private List<Part> inTree(String body, List<PlacedProvision> own) {
            Map<ProvisionId, List<PlacedProvision>> units = new LinkedHashMap<>();
            Map<ProvisionId, List<PlacedProvision>> divisions = new HashMap<>();
            List<PlacedProvision> waiting = new ArrayList<>();
            for (PlacedProvision place : own) {
                if (place.kind().isOutsideTree() && place.kind() != PlaceKind.ANNEX_ROW) {
                    continue;
                }
                if (place.kind().isDivision()) {
                    waiting.add(place);
                    continue;
                }
                ProvisionId unit = unit(place).id();
                if (!units.containsKey(unit)) {
                    divisions.put(unit, List.copyOf(waiting));
                    waiting.clear();
                }
                units.computeIfAbsent(unit, first -> new ArrayList<>()).add(place);
            }
            List<Part> parts = new ArrayList<>();
            units.forEach((unit, found) -> parts.add(new Part(
                    Part.anchor(found.getFirst()),
                    title(found.getFirst()),
                    name(body),
                    divisions.getOrDefault(unit, List.of()),
                    List.copyOf(found))));
            if (!waiting.isEmpty()) { // chapters without anything in them
                PlacedProvision first = waiting.getFirst();
                parts.add(new Part(Part.anchor(first), title(first), name(body), List.of(), List.copyOf(waiting)));
            }
            return parts;
        }

        /** The Điều that the place stands in; else the highest above it that is no chapter or section. */
        private PlacedProvision unit(PlacedProvision place) {
            PlacedProvision highest = place;
            Optional<PlacedProvision> at = Optional.of(place);
            while (at.isPresent() && !at.get().kind().isDivision()) {
                highest = at.get();
                if (highest.kind() == PlaceKind.ARTICLE) {
                    return highest;
                }
                at = Optional.ofNullable(highest.parent()).map(byId::get);
            }
            return highest;
        }

        private String title(PlacedProvision place) {
            String heading = Objects.requireNonNullElse(place.heading(), "");
            String name = words.of(place);
            return heading.isBlank() ? name : name + ". " + heading;
        }

        private String name(String body) {
            return bodies.size() < 2 ? "" : bodies.getOrDefault(body, "");
        }

        private static Map<String, String> names(Outline outline) {
            Map<String, String> names = new LinkedHashMap<>();
            for (Body body : outline.bodies()) {
                names.put(body.code(), Objects.requireNonNullElse(body.type(), body.code()));
            }
            return names;
        }
    }
}
