package vn.gopy.document.extract.word;

import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.CHPX;
import org.apache.poi.hwpf.usermodel.CharacterProperties;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.DateAndTime;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.WordClock;

/** Who made the tracked changes of a binary Word file, and when. */
final class DocChanges {

    private final HWPFDocument document;
    private final List<CHPX> runs;

    DocChanges(HWPFDocument document) {
        this.document = document;
        runs = document.getCharacterTable().getTextRuns();
    }

    /** The change that a run is; null for none, and for one that came and went again. */
    @Nullable
    DocxChange of(CharacterRun run) {
        boolean deletion = run.isMarkedDeleted();
        boolean insertion = run.isMarkedInserted();
        if (deletion == insertion) {
            return null;
        }
        CharacterProperties properties = properties(run.getStartOffset());
        if (properties == null) {
            return new DocxChange(insertion, "", "", "");
        }
        int author = insertion ? properties.getIbstRMark() : properties.getIbstRMarkDel();
        DateAndTime at = insertion ? properties.getDttmRMark() : properties.getDttmRMarkDel();
        return new DocxChange(insertion, author(author), moment(at), "");
    }

    private String author(int number) {
        var authors = document.getRevisionMarkAuthorTable();
        String name = authors == null || number < 0 || number >= authors.getSize() ? null : authors.getAuthor(number);
        return name == null || name.equals("Unknown") ? "" : name;
    }

    /** Runs are sorted by where they begin. */
    private @Nullable CharacterProperties properties(int letter) {
        int low = 0;
        int high = runs.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            CHPX run = runs.get(middle);
            if (letter < run.getStart()) {
                high = middle - 1;
            } else if (letter >= run.getEnd()) {
                low = middle + 1;
            } else {
                return run.getCharacterProperties(document.getStyleSheet(), (short) 0);
            }
        }
        return null;
    }

    private static String moment(@Nullable DateAndTime at) {
        if (at == null) {
            return "";
        }
        byte[] bytes = new byte[DateAndTime.SIZE];
        at.serialize(bytes, 0);
        return WordClock.moment(
                bytes[0] & 0xFF | (bytes[1] & 0xFF) << 8 | (bytes[2] & 0xFF) << 16 | (bytes[3] & 0xFF) << 24);
    }
}
