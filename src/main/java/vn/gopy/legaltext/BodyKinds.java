package vn.gopy.legaltext;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.gopy.legaltext.parse.Cues;

/** What the codes of bodies stand for. */
public final class BodyKinds {

    private static final Pattern CODE = Pattern.compile("(?<type>\\p{L}+)-?(?<number>\\d*)");

    private BodyKinds() {}

    /**
     * The name of the kind behind the code of a body: {@code Quy chế} for {@code QC}, {@code Quy chế 2} for the second of
     * its kind; none for a body without a kind.
     */
    public static Optional<String> name(String code) {
        Matcher parts = CODE.matcher(code);
        return parts.matches()
                ? Cues.typeOfSymbol(parts.group("type"))
                        .map(type -> (type.name() + " " + parts.group("number")).strip())
                : Optional.empty();
    }
}
