package vn.gopy.legaltext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
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
            List.of(
                    new Reading.Remark(0, "Phạm vi", "Người góp ý", "2026-01-02T03:04:05Z", "đề nghị sửa"),
                    new Reading.Remark(0, 2, 1, 3, "ạm vi ô", "Người khác", "", "đồng ý", 0, true)),
            List.of(new Reading.Revision(0, 4, true, "A", "", "vi", "m1")),
            List.of(new Warning(Warning.Code.TRACKED_CHANGES, null, Sentence.of(Sentence.Wording.CHANGES_SHOWN, 3))),
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
    void aWarningThatWasStoredInWordsKeepsThem() throws IOException {
        var plain = new Reading(1, "text/plain", List.of(), List.of(), List.of(), List.of(), List.of(), null);
        byte[] bytes = Readings.encode(plain);
        var stored = new ByteArrayOutputStream();
        stored.write(bytes, 0, 3);
        stored.write(3); // the format before
        byte[] body = new InflaterInputStream(new ByteArrayInputStream(bytes, 4, bytes.length - 4)).readAllBytes();
        int list = body.length - 17; // how many warnings there are; behind it the origin
        byte[] words = "Có hai Điều 4".getBytes(StandardCharsets.UTF_8);
        try (var out = new DataOutputStream(new DeflaterOutputStream(stored))) {
            out.write(body, 0, list);
            out.writeInt(1);
            out.writeByte(Warning.Code.NUMBER_REPEATED.ordinal());
            out.writeBoolean(false);
            out.writeInt(words.length);
            out.write(words);
            out.write(body, list + 4, 13);
        }

        assertThat(Readings.decode(stored.toByteArray()).warnings())
                .containsExactly(new Warning(
                        Warning.Code.NUMBER_REPEATED, null, Sentence.of(Sentence.Wording.WRITTEN, "Có hai Điều 4")));
    }

    @Test
    void whatWasStoredBeforeDoubtsWereKnownIsReadWithoutThem() {
        Origin origin = reading.origin();
        var sure = new Reading(
                reading.reader(),
                reading.mediaType(),
                reading.blocks(),
                reading.dropped(),
                List.of(),
                List.of(),
                List.of(),
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
