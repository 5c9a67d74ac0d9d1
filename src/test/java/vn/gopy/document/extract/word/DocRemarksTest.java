package vn.gopy.document.extract.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.RemarkPlaces;
import vn.gopy.legaltext.Reading;

class DocRemarksTest {

    private final ByteBuffer head = ByteBuffer.allocate(154 + 93 * 8).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer tables = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);

    private void table(int number, Runnable content) {
        int begin = tables.position();
        content.run();
        head.putInt(154 + number * 8, begin).putInt(158 + number * 8, tables.position() - begin);
    }

    @Test
    void theTablesTellWordsAuthorsAndPlaces() {
        head.putShort(152, (short) 93);
        table(
                4,
                () -> tables.putInt(18)
                        .putInt(99)
                        .put(new byte[20])
                        .putShort((short) 0)
                        .putInt(0)
                        .putInt(6));
        table(5, () -> tables.putInt(0).putInt(6).putInt(7));
        table(36, () -> {
            tables.putShort((short) 3);
            for (char c : "Hòa".toCharArray()) {
                tables.putChar(c);
            }
        });
        table(
                37,
                () -> tables.putShort((short) -1)
                        .putShort((short) 1)
                        .putShort((short) 10)
                        .putShort((short) 0)
                        .putShort((short) 0)
                        .putInt(6)
                        .putInt(-1));
        table(42, () -> tables.putInt(11).putInt(99).putInt(0));
        table(43, () -> tables.putInt(18).putInt(99));
        var remarks = DocRemarks.of(head.array(), tables.array(), () -> "Vì sao\r");
        var places = new RemarkPlaces();
        remarks.pass(11, places, 0, 11);
        places.quote("ngày ba");
        remarks.pass(18, places, 0, 18);
        var list = new BlockList();
        remarks.giveTo(list, places);
        assertThat(list.reading("application/msword").remarks())
                .containsExactly(new Reading.Remark(0, 11, 0, 18, "ngày ba", "Hòa", "", "Vì sao", -1, false));
    }
}
