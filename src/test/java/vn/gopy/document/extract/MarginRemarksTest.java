package vn.gopy.document.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gopy.document.extract.Made.docx;
import static vn.gopy.document.extract.Made.p;
import static vn.gopy.document.extract.Made.run;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.gopy.legaltext.Reading;

/** Comments in the margin keep the place they are at. */
class MarginRemarksTest {

    @Nested
    class Word {

        private static String comment(String id, String more, String text) {
            return "<w:comment w:id=\"" + id + "\" w:author=\"Phòng Kế hoạch\" " + more + "><w:p w14:paraId=\"0000000"
                    + id + "\">" + run(text) + "</w:p></w:comment>";
        }

        private static Map<String, String> comments(String comments) {
            return Map.of("word/comments.xml", "<w:comments " + Made.W + ">" + comments + "</w:comments>");
        }

        @Test
        void aCommentOnNoWordsStandsWhereItsSignIs() {
            Reading reading = docx(
                    p("Tên") + "<w:p>" + run("Chi đúng hạn") + "<w:r><w:commentReference w:id=\"1\"/></w:r></w:p>",
                    comments(comment("1", "", "Hạn nào?")));
            assertThat(reading.remarks()).singleElement().satisfies(remark -> {
                assertThat(remark.block()).isEqualTo(1);
                assertThat(remark.offset()).isEqualTo(12).isEqualTo(remark.end());
                assertThat(remark.quote()).isEmpty();
            });
        }

        @Test
        void aCommentKnowsBothEndsInTheStoredText() {
            Reading reading = docx(
                    "<w:p>" + run("Chi quỹ, thu  quỹ; ") + "<w:commentRangeStart w:id=\"1\"/>" + run("chi quỹ")
                            + "</w:p><w:p>" + run("du\u031B n") + run("ợ") + "<w:commentRangeEnd w:id=\"1\"/>"
                            + run(" cũ")
                            + "</w:p>",
                    comments(comment("1", "", "Bỏ.")));
            assertThat(reading.remarks()).singleElement().satisfies(remark -> {
                assertThat(remark.offset()).isEqualTo("Chi quỹ, thu quỹ; ".length());
                assertThat(remark.endBlock()).isEqualTo(1);
                assertThat(remark.end()).isEqualTo("dư nợ".length());
                assertThat(remark.quote()).isEqualTo("chi quỹ\ndu\u031B nợ");
            });
        }

        @Test
        void answersAndWhatIsDoneAreTold() {
            var parts = new java.util.HashMap<>(comments(
                    comment("1", "", "Lùi hạn.") + comment("2", "", "Đồng ý.") + comment("3", "", "Sai chính tả.")));
            parts.put(
                    "word/commentsExtended.xml",
                    "<w15:commentsEx xmlns:w15=\"w15\"><w15:commentEx w15:paraId=\"00000001\" w15:done=\"0\"/>"
                            + "<w15:commentEx w15:paraId=\"00000002\" w15:paraIdParent=\"00000001\" w15:done=\"0\"/>"
                            + "<w15:commentEx w15:paraId=\"00000003\" w15:done=\"1\"/></w15:commentsEx>");
            Reading reading = docx(p("Hạn nộp"), parts);
            assertThat(reading.remarks()).extracting(Reading.Remark::parent).containsExactly(-1, 0, -1);
            assertThat(reading.remarks()).extracting(Reading.Remark::resolved).containsExactly(false, false, true);
        }

        @Test
        void theClockOfThePlaceIsNoMoment() {
            Reading reading = docx(
                    p("Hạn nộp"),
                    comments(comment("1", "w:date=\"2026-03-04T21:30:00Z\"", "Sớm quá.")
                            + comment(
                                    "2",
                                    "w:date=\"2026-03-04T21:30:00Z\" xmlns:u=\"u\" u:dateUtc=\"2026-03-04T14:30:00Z\"",
                                    "Muộn quá.")));
            assertThat(reading.remarks())
                    .extracting(Reading.Remark::at)
                    .containsExactly("2026-03-04T21:30:00", "2026-03-04T14:30:00Z");
        }
    }

    @Nested
    class OpenDocument {

        @Test
        void commentsKeepTheirWordsTheirThreadAndTheirState() {
            String comment =
                    "<office:annotation %s><dc:creator>Phòng Tài chính</dc:creator><dc:date>2026-03-04T21:30:00</dc:date><text:p>%s</text:p></office:annotation>";
            Reading reading = Made.odt(
                    "",
                    "<text:p>Hạn nộp là " + comment.formatted("office:name=\"a\" loext:resolved=\"true\"", "Sớm quá.")
                            + "ngày ba<office:annotation-end office:name=\"a\"/> tháng tư"
                            + comment.formatted("office:name=\"b\" loext:parent-name=\"a\"", "Đúng vậy.")
                            + comment.formatted("", "Năm nào?") + "</text:p>");
            assertThat(Made.shown(reading)).containsExactly("Hạn nộp là ngày ba tháng tư");
            assertThat(reading.remarks())
                    .containsExactly(
                            new Reading.Remark(
                                    0,
                                    11,
                                    0,
                                    18,
                                    "ngày ba",
                                    "Phòng Tài chính",
                                    "2026-03-04T21:30:00",
                                    "Sớm quá.",
                                    -1,
                                    true),
                            new Reading.Remark(
                                    0, 27, 0, 27, "", "Phòng Tài chính", "2026-03-04T21:30:00", "Đúng vậy.", 0, false),
                            new Reading.Remark(
                                    0, 27, 0, 27, "", "Phòng Tài chính", "2026-03-04T21:30:00", "Năm nào?", -1, false));
        }
    }

    @Nested
    class RichText {

        @Test
        void commentsKeepTheirWordsTheirAuthorAndTheirTime() {
            int packed = 30 | 21 << 6 | 4 << 11 | 3 << 16 | (2026 - 1900) << 20;
            Reading reading = Made.rtf(
                    "Hạn nộp là {\\*\\atrfstart 9}ngày ba{\\*\\atrfend 9}{\\*\\atnid PT}{\\*\\atnauthor Phòng Thuế}\\chatn "
                            + "{\\*\\annotation{\\*\\atndate " + packed
                            + "}{\\*\\atnref 9}\\pard\\plain Sớm {\\b quá}.\\par Lùi lại.} tháng tư"
                            + "{\\*\\atnid PT}{\\*\\atnauthor Phòng Thuế}\\chatn{\\*\\annotation Năm nào?}\\par ");
            assertThat(Made.shown(reading)).containsExactly("Hạn nộp là ngày ba tháng tư");
            assertThat(reading.remarks())
                    .containsExactly(
                            new Reading.Remark(
                                    0,
                                    11,
                                    0,
                                    18,
                                    "ngày ba",
                                    "Phòng Thuế",
                                    "2026-03-04T21:30:00",
                                    "Sớm quá.\nLùi lại.",
                                    -1,
                                    false),
                            new Reading.Remark(0, 27, 0, 27, "", "Phòng Thuế", "", "Năm nào?", -1, false));
        }
    }

    @Nested
    class WebPage {

        @Test
        void commentsOfAPageThatWordSavedAreRemarks() {
            Reading reading = Made.html(
                    "<p>Hạn nộp là <a style='mso-comment-reference:PT_2;mso-comment-date:20260304T2130'>ngày ba</a>"
                            + "<span class=MsoCommentReference><a class=msocomanchor id=\"_anchor_2\" href=\"#_msocom_2\">[PT2]</a></span> tháng tư</p>"
                            + "<div style='mso-element:comment-list'><div style='mso-element:comment'><div id=\"_com_2\" class=msocomtxt>"
                            + "<p><span style='mso-comment-author:\"Phòng Thuế\"'></span>Sớm quá.<a class=msocomoff>[PT2]</a></p></div></div></div>");
            assertThat(Made.shown(reading)).containsExactly("Hạn nộp là ngày ba tháng tư");
            assertThat(reading.remarks())
                    .containsExactly(new Reading.Remark(
                            0, 11, 0, 18, "ngày ba", "Phòng Thuế", "2026-03-04T21:30:00", "Sớm quá.", -1, false));
        }
    }
}
