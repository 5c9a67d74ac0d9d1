package vn.gopy.search.question;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.gopy.search.Facet;
import vn.gopy.vietnamese.analysis.EvenFolding;

/** Facet values as people type them behind {@code loai:} and the like, brought to the codes of the index. */
final class FacetValues {

    private static final Map<String, String> KINDS = List.of(
                    "L=Luật",
                    "BL=Bộ luật",
                    "PL=Pháp lệnh",
                    "HP=Hiến pháp",
                    "NQ=Nghị quyết",
                    "NĐ=Nghị định",
                    "QĐ=Quyết định",
                    "QC=Quy chế",
                    "QyĐ=Quy định",
                    "CT=Chỉ thị",
                    "KH=Kế hoạch",
                    "CTr=Chương trình",
                    "ĐA=Đề án",
                    "DA=Dự án",
                    "PA=Phương án",
                    "BC=Báo cáo",
                    "TTr=Tờ trình",
                    "TB=Thông báo",
                    "HD=Hướng dẫn",
                    "KL=Kết luận",
                    "TT=Thông tư",
                    "CV=Công văn")
            .stream()
            .map(pair -> pair.split("="))
            .flatMap(pair ->
                    List.of(Map.entry(comparable(pair[0]), pair[0]), Map.entry(comparable(pair[1]), pair[0])).stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));

    /** States of opinions, outcomes of answers, states of drafts by the words on the screen. */
    private static final Map<String, String> STATES = Map.ofEntries(
            Map.entry("chuagui", "UNSENT"),
            Map.entry("dagui", "SENT"),
            Map.entry("tiepthu", "ACCEPT"),
            Map.entry("tiepthumotphan", "ACCEPT_PART"),
            Map.entry("giaitrinh", "KEEP"),
            Map.entry("giunguyen", "KEEP"),
            Map.entry("dacotrongduthao", "ALREADY"),
            Map.entry("ghinhan", "NOTED"),
            Map.entry("chuaxuly", "PENDING"),
            Map.entry("dahoantatkiemtra", "PUBLISHED"),
            Map.entry("hoantatkiemtra", "PUBLISHED"));

    /** Which draft of its series, as a state of a clause. */
    private static final Map<String, String> DRAFTS = Map.of(
            "moinhat", "LATEST",
            "lanmoinhat", "LATEST",
            "cu", "EARLIER",
            "lantruoc", "EARLIER",
            "caclantruoc", "EARLIER");

    private FacetValues() {}

    /** Whether a state names the newest or the earlier drafts. */
    static boolean isDraft(String typed) {
        return DRAFTS.containsKey(comparable(typed));
    }

    static Set<String> canonical(Facet facet, Set<String> typed) {
        return typed.stream().map(value -> canonical(facet, value)).collect(Collectors.toSet());
    }

    private static String canonical(Facet facet, String typed) {
        return switch (facet) {
            case KIND -> KINDS.getOrDefault(comparable(typed), typed);
            case STATE ->
                STATES.getOrDefault(
                        comparable(typed), typed.strip().replace('-', '_').toUpperCase(Locale.ROOT));
            case DRAFT -> DRAFTS.getOrDefault(comparable(typed), typed.strip().toUpperCase(Locale.ROOT));
            case UNIT, TYPE -> typed.strip().toUpperCase(Locale.ROOT);
            case YEAR, DOSSIER -> typed.strip();
        };
    }

    private static String comparable(String value) {
        return EvenFolding.fold(value).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
