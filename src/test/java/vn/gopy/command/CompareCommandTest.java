package vn.gopy.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.OutlineFixture;
import vn.gopy.legaltext.Outlines;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;

class CompareCommandTest {

    private static JsonNode compare(Outline before, Outline after) {
        String line = CompareCommand.json(before, after);
        assertThat(line).doesNotContain("\n");
        return JsonMapper.shared().readTree(line);
    }

    private static List<String> names(JsonNode node) {
        return new ArrayList<>(node.propertyNames());
    }

    @Test
    void aRowTellsKindPathsSimilarityAndWords() {
        JsonNode comparison = compare(
                OutlineFixture.outline(
                        "Điều 1. Mức hỗ trợ\nMức hỗ trợ là 5 triệu đồng.\nĐiều 2. Hiệu lực\nTừ ngày ký."),
                OutlineFixture.outline(
                        "Điều 1. Mức hỗ trợ\nMức hỗ trợ là 6 triệu đồng.\nĐiều 2. Hiệu lực\nTừ ngày ký."));
        assertThat(names(comparison)).containsExactly("rows", "counts");
        JsonNode row = comparison.get("rows").get(0);
        assertThat(row.toString())
                .startsWith("{\"kind\":\"EDITED\",\"old\":[\"dieu-1\"],\"new\":[\"dieu-1\"],\"similarity\":0.")
                .contains("\"editorialOnly\":false")
                .endsWith("\"diff\":[{\"op\":\"equal\",\"text\":\"Mức hỗ trợ\\nMức hỗ trợ là \"},"
                        + "{\"op\":\"delete\",\"text\":\"5\"},{\"op\":\"insert\",\"text\":\"6\"},"
                        + "{\"op\":\"equal\",\"text\":\" triệu đồng.\"}]}");
        assertThat(comparison.get("counts").toString())
                .isEqualTo("{\"SAME\":1,\"RENUMBERED\":0,\"MOVED\":0,\"EDITED\":1,\"SPLIT\":0,\"MERGED\":0,"
                        + "\"REMOVED\":0,\"NEW\":0}");
    }

    @Test
    void whatIsOnOneSideOnlyHasNoPathOnTheOther() {
        JsonNode rows = compare(
                        OutlineFixture.outline("Điều 1. Một\nX."),
                        OutlineFixture.outline("Điều 1. Một\nX.\nĐiều 2. Hai\nY."))
                .get("rows");
        assertThat(rows.get(1).get("old").isEmpty()).isTrue();
        assertThat(rows.get(1).get("new").get(0).asString()).isEqualTo("dieu-2");
    }

    @Test
    void aFileThatCannotBeReadIsNamedWithItsProblem() {
        Outline locked = Outlines.of(Reading.failed(null, Problem.PASSWORD_PROTECTED), "khoa.docx", null);
        JsonNode comparison = compare(OutlineFixture.outline("Điều 1. Một\nX."), locked);
        assertThat(comparison.get("problem").asString()).isEqualTo("PASSWORD_PROTECTED");
        assertThat(comparison.get("unread").toString())
                .isEqualTo("[{\"file\":\"khoa.docx\",\"problem\":\"PASSWORD_PROTECTED\"}]");
        assertThat(comparison.get("rows").isEmpty()).isTrue();
    }
}
