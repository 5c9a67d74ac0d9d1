package vn.gopy.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.gopy.draft.finding.WarningJson;
import vn.gopy.shared.Texts;

/**
 * The outline as JSON in the shape of the contract, each provision and place with its {@code id} and {@code lineage}, the
 * warnings in words.
 */
@Component
public class OutlineView {

    private final JsonMapper json;
    private final Texts texts;

    OutlineView(JsonMapper json, Texts texts) {
        this.json = json;
        this.texts = texts;
    }

    /** The outline with the identities of the places that stand for it. */
    public ObjectNode of(Drafts.PlacedOutline placed, Locale locale) {
        Map<String, PlacedProvision> byPlace = new HashMap<>();
        placed.places().forEach(place -> byPlace.put(place.body() + "/" + place.path(), place));
        ObjectNode root = json.valueToTree(placed.outline());
        root.set("warnings", json.valueToTree(WarningJson.of(placed.outline().warnings(), texts, locale)));
        for (JsonNode body : root.path("bodies")) {
            identify(body.path("code").asString(""), body, byPlace);
        }
        for (JsonNode annex : root.path("annexes")) {
            String body = annex.path("body").asString("");
            mark((ObjectNode) annex, byPlace.get(body + "/" + annex.path("path").asString()));
            identify(body, annex, byPlace);
        }
        return root;
    }

    private static void identify(String body, JsonNode holder, Map<String, PlacedProvision> places) {
        for (String list : List.of("provisions", "places", "children")) {
            for (JsonNode child : holder.path(list)) {
                mark(
                        (ObjectNode) child,
                        places.get(body + "/" + child.path("path").asString()));
                identify(body, child, places);
            }
        }
    }

    private static void mark(ObjectNode node, @Nullable PlacedProvision place) {
        PlacedProvision known = Objects.requireNonNull(place, () -> "no place for " + node.path("path"));
        node.put("id", known.id().toString());
        if (known.lineage() != null) {
            node.put("lineage", known.lineage().toString());
        }
    }
}
