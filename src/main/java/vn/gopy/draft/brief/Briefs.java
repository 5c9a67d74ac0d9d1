package vn.gopy.draft.brief;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionKeeping;
import vn.gopy.draft.VersionState;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/**
 * "Nội dung cần đồng chí cho ý kiến": the lines that whoever keeps a checked version writes before it, for those who have
 * a minute. Who may read the version reads them.
 */
@Service
public class Briefs {

    /** How many lines there are at most. */
    public static final int MOST = 5;

    private final Drafts drafts;
    private final VersionKeeping keeping;
    private final BriefRepository briefs;
    private final Trail trail;

    Briefs(Drafts drafts, VersionKeeping keeping, BriefRepository briefs, Trail trail) {
        this.drafts = drafts;
        this.keeping = keeping;
        this.briefs = briefs;
        this.trail = trail;
    }

    /** In their order; empty where nothing was written. Absent and hidden versions look the same. */
    @Transactional(readOnly = true)
    public List<String> of(Person asker, VersionId id) {
        return briefs.lines(drafts.get(asker, id).id());
    }

    /**
     * Writes these lines instead of those that are there; what has no words is no line, and no line at all takes them away.
     *
     * @param version the version that the asker has seen
     * @throws Refusal NOT_FOUND, FORBIDDEN; NOT_PUBLISHED before its check is finished; STALE; BRIEF_TOO_LONG
     */
    @Transactional
    public DraftVersion write(Person asker, VersionId id, int version, List<String> lines) {
        keeping.requireKeeper(asker, id);
        List<String> passed = passed(lines);
        DraftVersion before = drafts.get(asker, id);
        if (before.state() != VersionState.PUBLISHED) {
            throw Refusal.conflict("NOT_PUBLISHED");
        }
        if (!briefs.touch(id, version)) {
            throw Refusal.stale();
        }
        String was = String.join("\n", briefs.lines(id));
        briefs.replace(id, passed);
        trail.record(
                asker.actor(),
                "VERSION_BRIEFED",
                "VERSION",
                id.value(),
                Change.of("brief", was, String.join("\n", passed)));
        return drafts.get(asker, id);
    }

    private static List<String> passed(List<String> lines) {
        List<String> words = lines.stream()
                .map(TextGate.LINE::pass)
                .filter(line -> !line.isEmpty())
                .toList();
        if (words.size() > MOST) {
            throw Refusal.unprocessable("BRIEF_TOO_LONG", Figures.two(MOST));
        }
        return words;
    }
}
