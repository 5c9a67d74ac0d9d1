package vn.gopy.draft;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.legaltext.Repair;

/** The stored form of repairs: a JSON list. */
@Component
class StoredRepairs {

    private final JsonMapper json;

    StoredRepairs(JsonMapper json) {
        this.json = json;
    }

    String encode(List<Repair> repairs) {
        return json.writeValueAsString(repairs.stream().map(WrittenRepair::of).toList());
    }

    List<Repair> decode(String stored) {
        List<WrittenRepair> written = json.readValue(stored, new TypeReference<>() {});
        return written.stream().map(WrittenRepair::repair).toList();
    }
}
