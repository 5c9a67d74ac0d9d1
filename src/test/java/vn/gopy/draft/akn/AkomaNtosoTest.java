package vn.gopy.draft.akn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.gopy.legaltext.Annex;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Level;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Provision;

/** What we give to others is what the schema of OASIS says, with every word of the draft. */
class AkomaNtosoTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 12);

    private static Schema schema;

    @BeforeAll
    static void read() throws Exception {
        schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Objects.requireNonNull(AkomaNtosoTest.class.getResource("akomantoso30.xsd")));
    }

    private static String valid(Outline outline) throws Exception {
        String xml = AkomaNtoso.of(outline, "/akn/vn/act/HS-01/1", DAY);
        schema.newValidator().validate(new StreamSource(new StringReader(xml)));
        return xml;
    }

    private static Provision provision(Level level, String label, String text, String path, Provision... below) {
        return new Provision(level, null, label, null, text, path, null, null, List.of(below));
    }

    @Test
    void everyLevelAndTableIsValid() throws Exception {
        List<Provision> all = new ArrayList<>();
        for (Level level : Level.values()) {
            all.add(new Provision(
                    level,
                    "1",
                    level + " 1",
                    "Tiêu đề",
                    "Lời dẫn:",
                    "x-" + level,
                    level == Level.OUTLINE ? 1 : null,
                    level == Level.TABLE ? List.of(List.of("STT", "Tên"), List.of("1", "A\u0002 & <B>")) : null,
                    level == Level.TABLE
                            ? List.of()
                            : List.of(provision(Level.PARAGRAPH, "", "Một\ndòng", "x-" + level + "/doan-1"))));
        }
        String xml = valid(Outline.of(
                List.of(
                        new Body("QD", "Quyết định", "Số:", "ban hành", "Căn cứ", "Nơi nhận", all, List.of()),
                        new Body("QC", "Quy chế", "", "Quy chế", "", "", List.of(), List.of())),
                List.of(new Annex("Phụ lục I", "Danh sách", "", "QC", "phu-luc-1", all, List.of()))));
        assertThat(xml).contains("eId=\"QD__x-ARTICLE__doan-1\"").contains("A &amp; &lt;B&gt;");
    }

    @Test
    void anEmptyOutlineIsValidToo() throws Exception {
        valid(Outline.of(List.of(), List.of()));
        valid(Outline.of(
                List.of(new Body("", null, "", null, "", "", List.of(), List.of())),
                List.of(new Annex(null, null, "", null, "phu-luc-1", List.of(), List.of()))));
    }
}
