package vn.gopy.legaltext.head;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gopy.vietnamese.Folding;

/** What the name of a file tells where its text is silent: "Du thao 2 NQ HDND.docx", "15-2010-QD-UBND.doc". */
final class FileName {

    private static final Pattern DRAFT =
            Pattern.compile("(?:du ?thao|\\bdt|\\blan)(?: ?(?:lan|lan thu))? ?(\\d{1,2})(?!\\d)");
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\da-z])(\\d{1,5}) (?:((?:19|20)\\d\\d) )?"
                    + "(?:(nd|qd|nq|tt|ct|kh|ctr|tb|bc|ttr|vbhn|ttlt|hd|pl) ([a-z]{2,10})|(qh\\d{1,2}|ubtvqh\\d{1,2}))(?![a-z\\d])");

    private static final Pattern SIGNS = Pattern.compile("[^a-z0-9]+");

    private final String folded;

    FileName(String name) {
        String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = bare.lastIndexOf('.');
        String stem = dot > 0 ? bare.substring(0, dot) : bare;
        String plain = Folding.fold(stem.length() > 200 ? stem.substring(0, 200) : stem);
        folded = SIGNS.matcher(plain).replaceAll(" ").strip();
    }

    /** "Dự thảo lần 2"; null when the name says nothing of it. */
    @Nullable
    String draftLabel() {
        boolean likely = folded.contains("thao") || folded.contains("dt") || folded.contains("lan");
        if (!likely) {
            return null;
        }
        Matcher matcher = DRAFT.matcher(folded);
        return matcher.find() ? "Dự thảo lần " + Integer.parseInt(matcher.group(1)) : null;
    }

    /** A complete number with its symbol. */
    Optional<DocumentNumber> number() {
        Matcher matcher = NUMBER.matcher(folded);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String year = matcher.group(2) == null ? "" : matcher.group(2) + "/";
        String symbol = matcher.group(5) == null ? matcher.group(3) + "-" + matcher.group(4) : matcher.group(5);
        return DocumentNumber.find("Số: " + matcher.group(1) + "/" + year + symbol);
    }
}
