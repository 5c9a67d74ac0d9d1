package vn.gopy.opinion;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file that belongs to an opinion.
 *
 * @param size in bytes
 */
public record CommentFile(UUID id, String name, long size) {

    /** All files of the opinion whose id stands there, as {@link #read} reads them; null where there are none. */
    public static final String OF_COMMENT = """
            (SELECT jsonb_agg(jsonb_build_object('id', f.id, 'name', f.file_name, 'size', f.size) ORDER BY f.at, f.id)
             FROM comment_file f WHERE f.comment_id = %s)""";

    private static final TypeReference<List<CommentFile>> LIST = new TypeReference<>() {};

    /** From where a page takes it down. */
    public String address(CommentId comment) {
        return "/app-api/comments/" + comment + "/files/" + id;
    }

    /** In the order in which they were attached. */
    public static List<CommentFile> read(@Nullable String json) {
        return json == null ? List.of() : JsonMapper.shared().readValue(json, LIST);
    }
}
