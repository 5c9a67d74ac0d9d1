package vn.gopy.legaltext;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document that a citation names.
 *
 * @param type the name of its kind, such as {@code Nghị định}; null where only a number stands
 * @param number in canonical form; null for a law cited by its name
 * @param name of a law, without the kind, as printed; null where none is printed
 * @param year of a law cited as "năm 2019", or the year in the number
 * @param date where one is printed beside the number
 * @param issuer of a local document, such as {@code Ủy ban nhân dân tỉnh Thái Nguyên}
 * @param attached the kind of the text issued with that document, where the citation means it: {@code Quy chế}
 */
public record CitedDocument(
        @Nullable String type,
        @Nullable String number,
        @Nullable String name,
        @Nullable Integer year,
        @Nullable LocalDate date,
        @Nullable String issuer,
        @Nullable String attached) {

    CitedDocument withAttached(String kind) {
        return new CitedDocument(type, number, name, year, date, issuer, kind);
    }

    CitedDocument dated(
            @Nullable Integer printedYear, @Nullable LocalDate printedDate, @Nullable String printedIssuer) {
        return new CitedDocument(
                type,
                number,
                name,
                year != null
                        ? year
                        : printedYear != null ? printedYear : printedDate == null ? null : printedDate.getYear(),
                printedDate,
                printedIssuer,
                attached);
    }

    /** The key under which the document is found: that of its number, else of its kind and name; null for neither. */
    public @Nullable String key() {
        if (number != null) {
            return DocumentNumber.key(number);
        }
        return name == null ? null : nameKey(type + " " + name);
    }

    /** The key of a name with its kind, such as "Luật Đất đai": small letters, no marks, no signs. */
    public static String nameKey(String name) {
        return LawNames.plain(name);
    }
}
