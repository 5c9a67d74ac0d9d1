package vn.gopy.search.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.gopy.vietnamese.analysis.EvenFolding;

/**
 * A document named in short, as people type it: {@code nq57}, {@code NQ 57}, {@code 57 nq tw}, {@code nghi quyet 57},
 * {@code NĐ30/2020}, {@code kh 25 ubnd}.
 *
 * @param start offset of its first character
 * @param end offset behind its last character
 * @param key as {@link TypedNumber#keyOf}
 */
record ShortNumber(int start, int end, String key) {

    /** Types by what people write for them, marks dropped. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("nghi quyet", "NQ"),
            Map.entry("nghi dinh", "NĐ"),
            Map.entry("quyet dinh", "QĐ"),
            Map.entry("thong tu", "TT"),
            Map.entry("chi thi", "CT"),
            Map.entry("ke hoach", "KH"),
            Map.entry("thong bao", "TB"),
            Map.entry("ket luan", "KL"),
            Map.entry("huong dan", "HD"),
            Map.entry("chuong trinh", "CTr"),
            Map.entry("to trinh", "TTr"),
            Map.entry("bao cao", "BC"),
            Map.entry("nq", "NQ"),
            Map.entry("nd", "NĐ"),
            Map.entry("qd", "QĐ"),
            Map.entry("tt", "TT"),
            Map.entry("ct", "CT"),
            Map.entry("kh", "KH"),
            Map.entry("tb", "TB"),
            Map.entry("kl", "KL"),
            Map.entry("hd", "HD"),
            Map.entry("ctr", "CTr"),
            Map.entry("ttr", "TTr"),
            Map.entry("bc", "BC"));

    private static final String NAMES = TYPES.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(name -> name.replace(" ", "\\s+"))
            .collect(Collectors.joining("|"));
    private static final String SYMBOLS = "nq|nd|qd|kh|kl|ctr|ttr";
    private static final String ISSUERS = "tw|tu|cp|ubnd|hdnd|ttg|bcd|bcdtw|du|dang uy";
    private static final Pattern TYPE_FIRST = Pattern.compile("(?<![\\p{L}\\p{N}])(?<type>" + NAMES
            + ")\\s*(?:so\\s+)?(?<seq>\\d{1,5})(?:/(?<year>\\d{4}))?(?:\\s+(?:" + ISSUERS + "))?(?![\\p{L}\\p{N}/])");
    private static final Pattern NUMBER_FIRST = Pattern.compile("(?<![\\p{L}\\p{N}])(?<seq>\\d{1,5})\\s+(?<type>"
            + SYMBOLS + ")(?:\\s+(?:" + ISSUERS + "))?(?![\\p{L}\\p{N}])");

    static List<ShortNumber> findIn(String text) {
        List<ShortNumber> found = new ArrayList<>();
        StringBuilder rest = new StringBuilder(EvenFolding.fold(text));
        for (Pattern pattern : List.of(TYPE_FIRST, NUMBER_FIRST)) {
            Matcher matcher = pattern.matcher(rest.toString());
            while (matcher.find()) {
                String type = TYPES.getOrDefault(matcher.group("type").replaceAll("\\s+", " "), "");
                found.add(
                        new ShortNumber(matcher.start(), matcher.end(), TypedNumber.keyOf(type, matcher.group("seq"))));
                rest.replace(matcher.start(), matcher.end(), " ".repeat(matcher.end() - matcher.start()));
            }
        }
        return found;
    }
}
