package vn.gopy.round;

/** Which drafts a round is about, as pieces of SQL for the rooms that keep what was said in it. */
public final class DraftsOfRound {

    /** The draft that what concerns the whole of a round {@code r} is filed under. */
    public static final String FIRST =
            "(SELECT rd.version_id FROM round_draft rd WHERE rd.round_id = r.id ORDER BY rd.ordinal LIMIT 1)";

    /** True for a round {@code r} that is about a draft of one of the dossiers. */
    public static final String IN_DOSSIERS = """
            EXISTS (SELECT FROM round_draft rd JOIN draft_version v ON v.id = rd.version_id
                    WHERE rd.round_id = r.id AND v.dossier_id = ANY (:dossiers::uuid[]))""";

    private DraftsOfRound() {}
}
