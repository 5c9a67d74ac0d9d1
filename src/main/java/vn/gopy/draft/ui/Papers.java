package vn.gopy.draft.ui;

import java.util.Locale;
import vn.gopy.draft.SeriesRole;

/** What an accompanying paper is, by the words that offices put into file names. */
final class Papers {

    private Papers() {}

    static SeriesRole roleOf(String fileName) {
        String name = fileName.toUpperCase(Locale.ROOT);
        if (name.contains("TỜ TRÌNH") || name.contains("TO-TRINH") || name.contains("TTR")) {
            return SeriesRole.SUBMISSION;
        }
        if (name.contains("SO SÁNH") || name.contains("THUYẾT MINH") || name.contains("SO-SANH")) {
            return SeriesRole.COMPARISON;
        }
        if (name.contains("BÁO CÁO") || name.contains("BAO-CAO")) {
            return SeriesRole.REPORT;
        }
        if (name.contains("DANH SÁCH") || name.contains("DANH-SACH")) {
            return SeriesRole.LIST;
        }
        return name.startsWith("CV") || name.contains("CÔNG VĂN") || name.contains("XIN Ý KIẾN")
                ? SeriesRole.LETTER
                : SeriesRole.OTHER;
    }
}
