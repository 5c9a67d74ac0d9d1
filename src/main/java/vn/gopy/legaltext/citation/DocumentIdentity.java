package vn.gopy.legaltext.citation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.head.DocumentNumber;

/**
 * What a document is known by when others cite it. A number alone does not tell which one is meant (the numbers of a
 * province are those of every other), so date and issuer are asked too where both sides print them.
 *
 * @param keys that of its number, that of its kind and title for what is cited by name
 * @param issuedOn null when blank
 */
public record DocumentIdentity(
        List<String> keys,
        @Nullable LocalDate issuedOn,
        @Nullable String issuer) {

    private static final Set<String> BY_NAME = Set.of("LUAT", "BL", "PL", "HP");
    private static final Pattern TAIL = Pattern.compile(" (cua quoc hoi|cua uy ban thuong vu|so \\d|nam \\d{4}).*");
    private static final Pattern LOCAL = Pattern.compile("UBND|HĐND");

    /** The identity of the document that this outline is of. */
    public static DocumentIdentity of(Outline outline) {
        var keys = new ArrayList<String>();
        if (outline.number() != null) {
            keys.add(DocumentNumber.key(outline.number()));
        }
        outline.bodies().stream().findFirst().ifPresent(body -> name(body, keys));
        return new DocumentIdentity(List.copyOf(keys), outline.issuedOn(), outline.issuer());
    }

    private static void name(Body body, List<String> keys) {
        boolean named = BY_NAME.contains(body.code()) && body.type() != null;
        if (!named) {
            return;
        }
        String type = LawNames.plain(body.type());
        String title = TAIL.matcher(LawNames.plain(body.title())).replaceFirst("");
        if (body.code().equals("HP")) {
            keys.add(type);
        } else if (!title.isEmpty()) {
            keys.add(title.startsWith(type) ? title : type + " " + title);
        }
    }

    /** Whether a citation with one of the keys can mean this document: no printed year, date or issuer speaks against it. */
    public boolean agrees(CitedDocument cited) {
        String number = cited.number();
        if (number != null && keys.contains(DocumentNumber.key(number))) {
            // dates of central documents are often misprinted, and their numbers carry the year
            boolean unique = cited.year() != null
                    && !LOCAL.matcher(number).find()
                    && number.indexOf('/') < number.lastIndexOf('/');
            return unique || same(cited.date(), issuedOn) && sameIssuer(cited.issuer());
        }
        return cited.year() == null || issuedOn == null || cited.year() == issuedOn.getYear();
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one == null || other == null || one.equals(other);
    }

    private boolean sameIssuer(@Nullable String cited) {
        return cited == null || issuer == null || Objects.equals(plainIssuer(cited), plainIssuer(issuer));
    }

    private static String plainIssuer(String issuer) {
        return LawNames.plain(issuer)
                .replace("ubnd", "uy ban nhan dan")
                .replace("hdnd", "hoi dong nhan dan")
                .replace("tp ", "thanh pho ");
    }
}
