package vn.gopy.draft.repair;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.legaltext.Repair;

/** The stored form of repairs: a JSON list. */
@Component
public class StoredRepairs {

    private final JsonMapper json;

    StoredRepairs(JsonMapper json) {
        this.json = json;
    }

    /** The repairs as they are kept. */
    public String encode(List<Repair> repairs) {
        return json.writeValueAsString(repairs.stream().map(WrittenRepair::of).toList());
    }

    /** The repairs that were kept. */
    public List<Repair> decode(String stored) {
        List<WrittenRepair> written = json.readValue(stored, new TypeReference<>() {});
        return written.stream().map(WrittenRepair::repair).toList();
    }
}
