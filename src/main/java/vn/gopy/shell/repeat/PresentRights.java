package vn.gopy.shell.repeat;

import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.Comments;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Sha256;

/** What a person may do now, asked of the rooms themselves, for answers that were given earlier. */
@Component
class PresentRights {

    private static final Pattern THING = Pattern.compile(
            "/(dossiers|versions|provisions|comments|rounds)/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

    private final Dossiers dossiers;
    private final Drafts drafts;
    private final Comments comments;
    private final Rounds rounds;

    PresentRights(Dossiers dossiers, Drafts drafts, Comments comments, Rounds rounds) {
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.comments = comments;
        this.rounds = rounds;
    }

    /** A hash of the roles and memberships; another one means that rights have changed. */
    static String of(Person person) {
        return Sha256.of(person.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(","))
                + "\n"
                + person.memberships().stream()
                        .map(one -> one.unitId() + " " + one.role())
                        .sorted()
                        .collect(Collectors.joining(",")));
    }

    /** Refuses as the rooms do when the person may not read what an address names. */
    void requireReadable(Person asker, String address) {
        THING.matcher(address).results().forEach(thing -> require(asker, thing));
    }

    private void require(Person asker, MatchResult thing) {
        UUID id = UUID.fromString(thing.group(2));
        switch (thing.group(1)) {
            case "dossiers" -> dossiers.get(asker, new DossierId(id));
            case "versions" -> drafts.get(asker, new VersionId(id));
            case "provisions" -> drafts.provision(asker, new ProvisionId(id));
            case "comments" -> comments.get(asker, new CommentId(id));
            case "rounds" -> rounds.get(asker, new RoundId(id));
            default -> throw Refusal.notFound();
        }
    }
}
