package vn.gopy.legaltext.citation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.head.DocumentNumber;

/**
 * A document that a citation names.
 *
 * @param type the name of its kind, such as {@code Nghị định}; null where only a number stands
 * @param number in canonical form; null for a law cited by its name
 * @param name of a law, without the kind, as printed; null where none is printed
 * @param year of a law cited as "năm 2019", or the year in the number
 * @param date where one is printed beside the number
 * @param issuer of a local document, such as {@code Ủy ban nhân dân tỉnh A}
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

    /** As a letter names it: {@code Luật Đầu tư công số 39/2019/QH14}, {@code Bộ luật Dân sự năm 2015}. */
    public String title() {
        String kind = type == null ? "" : name == null || name.isEmpty() ? type : type + " " + name;
        if (number != null) {
            return kind.isEmpty() ? number : kind + " số " + number;
        }
        return year == null ? kind : kind + " năm " + year;
    }

    /** The keys under which the document may be found: that of its number, that of its kind and name. */
    public List<String> keys() {
        return Stream.of(
                        number == null ? null : DocumentNumber.key(number),
                        name == null ? null : LawNames.plain(type + " " + name))
                .filter(Objects::nonNull)
                .toList();
    }
}
