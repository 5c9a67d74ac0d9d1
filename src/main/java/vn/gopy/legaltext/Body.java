package vn.gopy.legaltext;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One text of a package (văn bản trong hồ sơ): a decision, or the regulation attached to it. Article numbers are unique
 * inside a body only.
 *
 * @param code short and unique inside the outline, such as {@code QD}, {@code QC}
 * @param type the name of the kind, such as {@code Quyết định}
 * @param head all lines before the title: issuer, Quốc hiệu or Party heading, number, place and date
 * @param closing what follows the last provision: end mark, Nơi nhận, signature block
 */
public record Body(
        String code,
        @Nullable String type,
        String head,
        @Nullable String title,
        String preamble,
        String closing,
        List<Provision> provisions,
        List<Place> places) {}
