package vn.gopy.consolidation.table;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.PlaceWords;
import vn.gopy.paper.HeaderBlock.Family;
import vn.gopy.round.AnswerCounts;
import vn.gopy.round.figures.OutcomeCounts;

/**
 * The official consolidated table (bảng tổng hợp, tiếp thu, giải trình), as it is printed: an edition freezes it.
 *
 * @param madeOn the day it was made, printed in the properties of files
 * @param footNote printed at the foot of every page; empty for none
 * @param annex how the bodies have answered; empty for no annex, and in editions frozen before there was one
 */
public record ConsolidatedTable(
        Heading heading,
        Opening opening,
        List<Section> sections,
        Signature signature,
        LocalDate madeOn,
        String footNote,
        List<Addressee> annex) {

    public ConsolidatedTable {
        sections = List.copyOf(sections);
        annex = List.copyOf(Objects.requireNonNullElse(annex, List.of()));
    }

    /** One without annex. */
    public ConsolidatedTable(
            Heading heading,
            Opening opening,
            List<Section> sections,
            Signature signature,
            LocalDate madeOn,
            String footNote) {
        this(heading, opening, sections, signature, madeOn, footNote, List.of());
    }

    /** How many opinions stand in its rows, the same words of several counted once in a row. */
    public int said() {
        return sections.stream()
                .flatMap(section -> section.rows().stream())
                .mapToInt(row -> row.opinions().size())
                .sum();
    }

    /** The same with number and date, as it is signed. */
    public ConsolidatedTable signedAs(String number, LocalDate date) {
        return new ConsolidatedTable(
                heading.signedAs(number, date), opening, sections, signature, madeOn, footNote, annex);
    }

    /** Chooses title and opening sentence. */
    public enum Kind {
        /** A draft văn bản quy phạm pháp luật: the form of Nghị định 78/2025/NĐ-CP. */
        LEGAL_NORMS,
        /** Any other draft, such as those of the Ban Chỉ đạo: the law on legal documents is not named. */
        OTHER
    }

    /**
     * The top of the table; its form follows who makes the table, not the draft.
     *
     * @param superior the body above the making one; null where none is printed
     * @param number number and symbol, such as {@code 1231/BTH-SKHCN}; null where none is printed
     * @param date null to leave day and month open
     * @param subject what was consulted on, such as "dự thảo Quyết định ban hành Quy chế …"
     */
    public record Heading(
            Family regime,
            Kind kind,
            @Nullable String superior,
            String makingBody,
            @Nullable String number,
            String place,
            @Nullable LocalDate date,
            String subject) {

        Heading signedAs(String signedNumber, LocalDate signedOn) {
            return new Heading(regime, kind, superior, makingBody, signedNumber, place, signedOn, subject);
        }
    }

    /** A letter by number and date. */
    public record Letter(String number, LocalDate date) {}

    /**
     * What the opening sentences need.
     *
     * @param request the letter that asked; null when none was sent
     * @param sender who sent it, such as "Sở Khoa học và Công nghệ"
     * @param consolidator who answers, such as "Cơ quan Thường trực"
     * @param silenceLetter number of the letter by which silence counts as consent; null where none does
     * @param groups whom the asked are made of; their counts add up to the asked
     */
    public record Opening(
            @Nullable Letter request,
            String sender,
            String consolidator,
            @Nullable String silenceLetter,
            List<Group> groups,
            AnswerCounts answers,
            OutcomeCounts opinions) {

        public Opening {
            groups = List.copyOf(groups);
            var sum = groups.stream().mapToInt(Group::count).sum();
            if (!groups.isEmpty() && sum != answers.asked()) {
                throw new IllegalArgumentException("the groups of those asked do not add up");
            }
        }
    }

    /** Some of those asked, such as 17 "cơ quan, đơn vị". */
    public record Group(int count, String name) {}

    /**
     * A stretch of rows under one heading, such as "1. Đối với dự thảo Quyết định".
     *
     * @param title empty where the table has no headings
     */
    public record Section(String title, List<Row> rows) {

        public Section {
            rows = List.copyOf(rows);
        }

        /** Whether its rows are about the whole. */
        boolean isGeneral() {
            return rows.stream().allMatch(row -> row.place().equals(PlaceWords.GENERAL));
        }
    }

    /**
     * One row: what was said on one matter and the answer.
     *
     * @param place the words of the first column; rows after each other with the same place share the cell
     * @param opinions at least one
     * @param answer nội dung tiếp thu, giải trình; empty while nothing is decided
     */
    public record Row(String place, List<Opinion> opinions, String answer) {

        public Row {
            opinions = List.copyOf(opinions);
            if (opinions.isEmpty()) {
                throw new IllegalArgumentException("a row holds an opinion");
            }
        }
    }

    /**
     * Words and all who said just these.
     *
     * @param words as they were given
     * @param proposal the wording proposed for the draft; empty for none
     * @param files names of the files that came with it; editions frozen before there were any name none
     */
    public record Opinion(List<Contributor> contributors, String words, Optional<String> proposal, List<String> files) {

        public Opinion {
            contributors = List.copyOf(contributors);
            files = List.copyOf(Objects.requireNonNullElse(files, List.of()));
        }

        /** One without files. */
        public Opinion(List<Contributor> contributors, String words, Optional<String> proposal) {
            this(contributors, words, proposal, List.of());
        }
    }

    /**
     * Chủ thể góp ý.
     *
     * @param letter the letter with the opinion; null where it came otherwise
     * @param remark how it came where that is worth telling, such as "phát biểu tại phiên họp"; empty for none
     */
    public record Contributor(String name, @Nullable Letter letter, String remark) {}

    /**
     * The end of the table.
     *
     * @param recipients the lines under "Nơi nhận:"; empty for none
     * @param posts authority and post, such as "GIÁM ĐỐC"
     * @param name empty while unknown
     */
    public record Signature(List<String> recipients, List<String> posts, String name) {

        public Signature {
            recipients = List.copyOf(recipients);
            posts = List.copyOf(posts);
        }
    }

    /**
     * A line of the annex.
     *
     * @param letter with which it answered; null where it came otherwise, or not at all
     * @param answer in words
     * @param remark such as "được gia hạn", "gửi quá hạn"; empty for none
     */
    public record Addressee(String name, @Nullable Letter letter, String answer, String remark) {}
}
