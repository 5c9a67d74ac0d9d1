package vn.gopy.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The drafts of the story, made from their texts in {@code demo/drafts}. */
enum StoryDraft {
    WORKING_RULES_1("hs-01-lan-1", "HS-01 Quy chế làm việc của Ban Chỉ đạo (dự thảo lần 1).docx"),
    WORKING_RULES_2("hs-01-lan-2", "HS-01 Quy chế làm việc của Ban Chỉ đạo (dự thảo lần 2).docx"),
    ADVISERS_1("hs-02-lan-1", "HS-02 Thành lập Tổ tư vấn (dự thảo lần 1).docx"),
    ADVISERS_2("hs-02-lan-2", "HS-02 Thành lập Tổ tư vấn (dự thảo lần 2).docx"),
    PROGRAMME_1("hs-03-lan-1", "HS-03 Chương trình hành động (dự thảo lần 1).docx"),
    SUBMISSION_1("to-trinh-hs-01", "To-trinh-du-thao.docx");

    private final String resource;
    private final String fileName;

    StoryDraft(String resource, String fileName) {
        this.resource = resource;
        this.fileName = fileName;
    }

    /** The name its file is uploaded under. */
    String fileName() {
        return fileName;
    }

    /** The Word file, its dates counted from the day of filling. */
    byte[] word(StoryCalendar calendar) {
        return DraftDocument.write(Markup.lines(text(), calendar), calendar);
    }

    /** The text as it stands in the resource. */
    String text() {
        try (var in = StoryDraft.class.getResourceAsStream("/demo/drafts/" + resource + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
