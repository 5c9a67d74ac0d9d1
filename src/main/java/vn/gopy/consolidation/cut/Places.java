package vn.gopy.consolidation.cut;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.gopy.legaltext.citation.Citation;
import vn.gopy.legaltext.citation.CitationScan;
import vn.gopy.legaltext.citation.CitedText;
import vn.gopy.legaltext.citation.CitedUnit;

/** The places of the draft that a text names, in the ways of opinions: "K2 Đ7", "khoản a điểm 1 mục III", several at once. */
final class Places {

    /** So far from its beginning a point names the place that it is about. */
    private static final int NEAR = 40;

    private static final String BETWEEN = "[\\s,;]*(và|hoặc|cùng|,|;|tại|ở)?[\\s,;]*";

    private final String text;
    private final List<Citation> all;

    Places(String text, Quotes quotes) {
        this.text = text;
        this.all = CitationScan.inNote(text).stream()
                .filter(one -> isOfDraft(one) && !(one.text() instanceof CitedText.Unknown))
                .filter(one -> !quotes.at(one.start()))
                .toList();
    }

    private static boolean isOfDraft(Citation citation) {
        CitedUnit smallest = citation.smallest();
        return !(citation.text() instanceof CitedText.Other)
                && smallest != null
                && smallest.kind() != CitedUnit.Kind.PAGE
                && smallest.kind() != CitedUnit.Kind.LINE
                && !citation.isOnlyThis();
    }

    static List<Citation> in(String words) {
        return new Places(words, new Quotes(words)).all;
    }

    /** Those of a cell that holds nothing but a place; the document that it names is a draft: "Điều 1 QĐ thành lập Tổ TV". */
    static List<Citation> inCell(String words) {
        return CitationScan.inNote(words).stream().filter(Places::isOfDraft).toList();
    }

    private List<Citation> within(int start, int end) {
        return all.stream()
                .filter(one -> one.start() >= start && one.end() <= end)
                .toList();
    }

    /** Whether a place is named where a sentence begins: "Tại khoản 2 Điều 7, …". */
    boolean leads(int start, int end) {
        List<Citation> found = within(start, end);
        if (found.isEmpty()) {
            return false;
        }
        String before = Words.fold(text.substring(start, found.getFirst().start()));
        return before.matches(
                "(ve |tai |o |doi voi |rieng |ngoai ra,? |noi dung |quy dinh |tai |va )*(tai |o |cua )?\\(?");
    }

    boolean isLed(String words) {
        return new Places(words, new Quotes(words)).leads(0, words.length());
    }

    /** The places of a point: those it begins with, else those of its heading, else the first that it names. */
    List<Citation> of(int start, int end, List<String> headings) {
        List<Citation> own = within(start, end);
        List<Citation> heading = headings.reversed().stream()
                .map(Places::in)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (own.isEmpty()) {
            return heading;
        }
        Citation first = own.getFirst();
        boolean near = first.start() - start <= NEAR;
        if (!near && !heading.isEmpty()) {
            return heading;
        }
        return together(own).stream().map(one -> under(one, heading)).toList();
    }

    /** "Khoản 2" below the heading "Điều 7" is khoản 2 Điều 7. */
    private static Citation under(Citation own, List<Citation> heading) {
        boolean article = own.units().getFirst().kind().compareTo(CitedUnit.Kind.ARTICLE) < 0
                && !heading.isEmpty()
                && heading.getFirst().units().stream().anyMatch(unit -> unit.kind() == CitedUnit.Kind.ARTICLE);
        if (!article) {
            return own;
        }
        var units = new ArrayList<>(heading.getFirst().units().stream()
                .filter(unit -> unit.kind().compareTo(own.units().getFirst().kind()) > 0)
                .toList());
        units.addAll(own.units());
        return new Citation(own.start(), own.end(), units, own.last(), own.text());
    }

    /** The first and those that stand in one list with it. */
    private List<Citation> together(List<Citation> own) {
        var list = new ArrayList<Citation>();
        list.add(own.getFirst());
        for (Citation next : own.subList(1, own.size())) {
            int behind = Objects.requireNonNull(list.getLast()).end();
            if (next.start() < behind || !text.substring(behind, next.start()).matches(BETWEEN)) {
                break;
            }
            list.add(next);
        }
        return list;
    }
}
