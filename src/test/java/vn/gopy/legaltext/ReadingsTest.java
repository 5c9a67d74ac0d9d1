package vn.gopy.legaltext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingsTest {

    private final Reading reading = new Reading(
            Reading.READER,
            "application/msword",
            List.of(
                    new Block(
                            0,
                            Block.Kind.PARAGRAPH,
                            "Điều 1.",
                            "Phạm vi",
                            "Ph¹m vi",
                            new Block.Look(2, true, false, true, true, "Heading 2", ".VnTime"),
                            null,
                            3),
                    new Block(1, Block.Kind.CELL, "", "ô", null, Block.Look.PLAIN, new Block.Cell(1, 2, 3), 0)),
            List.of(new Dropped("2", Dropped.Why.PAGE_NUMBER)),
            List.of(new Reading.Remark(0, "Phạm vi", "Người góp ý", "2026-01-02T03:04:05Z", "đề nghị sửa")),
            List.of(new Reading.Revision(0, 4, true, "A", "", "vi")),
            List.of(new Warning(Warning.Code.TRACKED_CHANGES, null, "Có thay đổi")),
            null,
            new Origin(
                    Changes.ORIGINAL,
                    List.of(new Origin.Conversion("TCVN3", Origin.Method.CONTENT, 1, 97)),
                    List.of(new Origin.RecognisedPage(3, 88)),
                    List.of(new Origin.Doubt(0, 5, 7))));

    @Test
    void whatIsStoredIsReadAgain() {
        assertThat(Readings.decode(Readings.encode(reading))).isEqualTo(reading);
        Reading failed = Reading.failed(null, Problem.TIMEOUT);
        assertThat(Readings.decode(Readings.encode(failed))).isEqualTo(failed);
    }

    @Test
    void whatWasStoredBeforeDoubtsWereKnownIsReadWithoutThem() {
        Origin origin = reading.origin();
        var sure = new Reading(
                reading.reader(),
                reading.mediaType(),
                reading.blocks(),
                reading.dropped(),
                reading.remarks(),
                reading.revisions(),
                reading.warnings(),
                reading.problem(),
                new Origin(origin.changes(), origin.conversions(), origin.pages(), List.of()));
        byte[] bytes = Readings.encode(sure);
        bytes[3] = 2; // the format before; the empty list at the end is not looked at
        assertThat(Readings.decode(bytes)).isEqualTo(sure);
    }

    @Test
    void damagedBytesAreRefused() {
        byte[] bytes = Readings.encode(reading);
        assertThatThrownBy(() -> Readings.decode(Arrays.copyOf(bytes, bytes.length / 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Readings.decode(new byte[] {1, 2, 3, 4, 5}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Readings.decode(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
