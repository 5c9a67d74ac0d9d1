package vn.gopy.plain;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Id;
import vn.gopy.shared.VersionNumber;

/** The addresses of the plain pages, and which of them stands for a page of the screens. */
public final class PlainAddresses {

    /** Where the plain pages begin; everything below belongs to them. */
    public static final String HOME = "/don-gian";

    /** Leads to the plain page that stands for the one named by the parameter {@code den}. */
    public static final String OPEN = HOME + "/mo";

    static final String DOSSIERS = HOME + "/ho-so";
    static final String RESULTS = Addresses.OWN_RESULTS;
    static final String DRAFT = DOSSIERS + "/{dossier}/du-thao/{number}";
    static final String COMMENT = HOME + "/y-kien/{id}";

    private static final String UUID_PATTERN = "(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})";
    private static final Pattern ON_DRAFT = Pattern.compile(
            "/ho-so/" + UUID_PATTERN + "/du-thao/(" + VersionNumber.PATTERN + ")(?:/[^?#]*)?(?:\\?[^#]*)?(?:#(.*))?");
    private static final Pattern COMPARED =
            Pattern.compile("/ho-so/" + UUID_PATTERN + "/so-sanh/[^/]+/(" + VersionNumber.PATTERN + ")(?:[?#].*)?");
    private static final Pattern IN_DOSSIER = Pattern.compile("/ho-so/" + UUID_PATTERN + "(?:[/?#].*)?");
    private static final Pattern IN_ROUND = Pattern.compile("/dot/" + UUID_PATTERN + "(?:[/?#].*)?");

    private PlainAddresses() {}

    /** The address that leads to the plain page for a page of the screens, which may have a question and a fragment. */
    public static String opening(String page) {
        return OPEN + "?den=" + encoded(page);
    }

    /** Whether the address is one of ours. */
    static boolean isOwn(String address) {
        return address.equals(HOME) || address.startsWith(HOME + "/") || address.startsWith(HOME + "?");
    }

    /** The plain page that stands for a page of the screens; the first plain page where none does. */
    static String of(String page) {
        Matcher draft = ON_DRAFT.matcher(page);
        if (draft.matches()) {
            String contents = DOSSIERS + "/" + draft.group(1) + "/du-thao/" + draft.group(2);
            String place = Optional.ofNullable(draft.group(3))
                    .map(PlainAddresses::decoded)
                    .orElse("");
            return place.isEmpty() ? contents : part(contents, place);
        }
        Matcher compared = COMPARED.matcher(page);
        if (compared.matches()) {
            return DOSSIERS + "/" + compared.group(1) + "/du-thao/" + compared.group(2);
        }
        Matcher dossier = IN_DOSSIER.matcher(page);
        if (dossier.matches()) {
            return DOSSIERS + "/" + dossier.group(1);
        }
        return page.matches("/ho-so(?:[/?#].*)?") ? DOSSIERS : HOME;
    }

    /** The round that a page of the screens is about. */
    static Optional<UUID> round(String page) {
        Matcher round = IN_ROUND.matcher(page);
        return round.matches() ? Optional.of(UUID.fromString(round.group(1))) : Optional.empty();
    }

    static String dossier(Id dossier) {
        return DOSSIERS + "/" + dossier.value();
    }

    /** The contents of a draft. */
    static String draft(Id dossier, VersionNumber number) {
        return dossier(dossier) + "/du-thao/" + number;
    }

    /** The part of a draft that holds the place, at the place; see {@link Addresses#anchor}. */
    static String part(String draft, String anchor) {
        return page(draft, anchor) + "#" + fragment(anchor);
    }

    /** The same without the fragment. */
    static String page(String draft, String anchor) {
        return draft + "/phan?o=" + encoded(anchor);
    }

    static String comment(Id comment) {
        return HOME + "/y-kien/" + comment.value();
    }

    private static String fragment(String anchor) {
        return encoded(anchor).replace("+", "%20").replace("%2F", "/");
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static String decoded(String words) {
        try {
            return URLDecoder.decode(words, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }
}
