package vn.gopy.legaltext;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of issuing bodies, printed in capitals, in the spelling of running text. */
final class Issuers {

    /** After these the next words are the name of a place. */
    private static final Set<String> PLACES =
            Set.of("tỉnh", "thành phố", "tp", "huyện", "quận", "xã", "phường", "thị xã", "đặc khu");

    private static final Set<String> BODIES = Set.of(
            "ỦY", "UỶ", "HỘI", "BỘ", "SỞ", "CHÍNH", "QUỐC", "BAN", "VĂN", "VIỆN", "TÒA", "TOÀ", "THỦ", "CỤC", "TỔNG",
            "ĐẢNG", "TỈNH", "THÀNH", "KIỂM", "THANH", "NGÂN", "TRUNG", "CHI", "ĐOÀN", "CÔNG", "TỔ", "TRƯỜNG", "LIÊN",
            "MẶT", "CHỦ");

    private Issuers() {}

    /** The issuer of the lines above the number: the last body, the lines before it are the one above it. */
    static String name(List<String> lines) {
        int from = 0;
        for (int i = 1; i < lines.size(); i++) {
            String first = lines.get(i).split(" ")[0];
            boolean place = lines.get(i).matches("^(TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|XÃ|PHƯỜNG|THỊ XÃ) .*")
                    && !lines.get(i).matches("^(TỈNH ỦY|TỈNH UỶ|THÀNH ỦY|HUYỆN ỦY).*");
            boolean goesOn = lines.get(i - 1).matches("(?U).*\\b(VỀ|CỦA|VÀ|DÂN|,)$");
            if (BODIES.contains(first) && !place && !goesOn) {
                from = i;
            }
        }
        return sentence(String.join(" ", lines.subList(from, lines.size())));
    }

    private static String sentence(String capitals) {
        String[] words = capitals.toLowerCase(Locale.ROOT).split(" ");
        var out = new StringBuilder();
        boolean name = false;
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            String pair = i + 1 < words.length ? word + " " + words[i + 1] : word;
            boolean opensName = PLACES.contains(word) || PLACES.contains(pair);
            boolean second = i > 0 && PLACES.contains(words[i - 1] + " " + word);
            boolean country = pair.equals("việt nam") || i > 0 && (words[i - 1] + " " + word).equals("việt nam");
            boolean capital = i == 0 || (name && !opensName && !second) || country;
            out.append(i == 0 ? "" : " ").append(capital ? capitalised(word) : word);
            name = opensName && !(word.equals("tỉnh") && pair.startsWith("tỉnh ủy")) || name;
        }
        return out.toString();
    }

    private static String capitalised(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
