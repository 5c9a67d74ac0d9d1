package vn.gopy.search.engine;

import java.util.UUID;

/** One thing of which all documents are made and replaced together. */
public record IndexGroup(IndexEntity entity, UUID id) {

    /** The name of the group in the index. */
    public String key() {
        return entity + ":" + id;
    }

    /** The group with this name. */
    public static IndexGroup ofKey(String key) {
        int colon = key.indexOf(':');
        return IndexEntity.valueOf(key.substring(0, colon)).group(UUID.fromString(key.substring(colon + 1)));
    }
}
