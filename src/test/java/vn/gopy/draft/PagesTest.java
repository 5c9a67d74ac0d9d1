package vn.gopy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import vn.gopy.ApiFixture;
import vn.gopy.ApiFixture.Answer;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;

/** Pages of a PDF as pictures: drawn once, seen by those who may see the draft, and nothing for other files. */
@IntegrationTest
class PagesTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Drafts drafts;

    @Autowired
    ApiFixture api;

    @Value("${gopy.data}")
    Path data;

    private Person owner;
    private Dossier dossier;

    @BeforeEach
    void dossier() {
        owner = committee.person(Role.MEMBER);
        dossier = committee.sealed(owner);
    }

    private static byte[] pdf(PDRectangle... pages) throws IOException {
        try (PDDocument document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            for (PDRectangle size : pages) {
                PDPage page = new PDPage(size);
                document.addPage(page);
                try (var words = new PDPageContentStream(document, page)) {
                    words.beginText();
                    words.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 14);
                    words.newLineAtOffset(60, 60);
                    words.showText(
                            "1. So Tai chinh chu tri, phoi hop voi cac co quan co lien quan thuc hien quy dinh nay.");
                    words.endText();
                }
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private DraftVersion uploaded(byte[] content) {
        return drafts.upload(owner, dossier.id(), null, new UploadedFile("quy-dinh.pdf", content, ""));
    }

    private static String page(DraftVersion version, int page) {
        return "/app-api/versions/" + version.id() + "/pages/" + page;
    }

    @Test
    void aPageIsDrawnWhenItIsLookedAtAndKept() throws IOException {
        DraftVersion version = uploaded(pdf(PDRectangle.A4, PDRectangle.A4));
        Answer answer = api.as(owner).get(page(version, 1));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().getContentType()).isEqualTo("image/png");
        var image = ImageIO.read(new ByteArrayInputStream(answer.response().getContentAsByteArray()));
        assertThat(image.getWidth()).isBetween(1000, 1200);
        assertThat(data.resolve("pages").resolve(version.file().sha256()).resolve("2.png"))
                .as("the next page, drawn on the way")
                .isNotEmptyFile();
        assertThat(api.as(owner).get(page(version, 2)).status()).isEqualTo(200);
        assertThat(api.as(owner).get(page(version, 3)).status()).isEqualTo(404);
        assertThat(api.as(owner).get(page(version, 0)).status()).isEqualTo(404);
    }

    @Test
    void aPageThatTheFileDoesNotCountIsDrawnToo() throws IOException {
        byte[] odd;
        try (PDDocument document = Loader.loadPDF(pdf(PDRectangle.A4, PDRectangle.A4));
                var bytes = new ByteArrayOutputStream()) {
            document.getPages().getCOSObject().setInt(COSName.COUNT, 1);
            document.save(bytes);
            odd = bytes.toByteArray();
        }
        assertThat(api.as(owner).get(page(uploaded(odd), 2)).status()).isEqualTo(200);
    }

    @Test
    void aGiantPageIsDrawnSmaller() throws IOException {
        DraftVersion version = uploaded(pdf(new PDRectangle(200, 14_000)));
        byte[] picture = api.as(owner).get(page(version, 1)).response().getContentAsByteArray();
        var image = ImageIO.read(new ByteArrayInputStream(picture));

        assertThat((long) image.getWidth() * image.getHeight()).isLessThan(6_100_000);
    }

    @Test
    void whoMayNotSeeTheDraftSeesNoPageAndOtherFilesHaveNone() throws IOException {
        DraftVersion version = uploaded(pdf(PDRectangle.A4));
        VersionId lines = texts.review(owner, dossier, DraftFixture.REGULATION);

        assertThat(api.as(committee.person(Role.MEMBER)).get(page(version, 1)).status())
                .isEqualTo(404);
        assertThat(api.as(owner).get("/app-api/versions/" + lines + "/pages/1").status())
                .isEqualTo(404);
        assertThat(Files.exists(data.resolve("pages").resolve(version.file().sha256())))
                .as("nothing was drawn for a stranger")
                .isFalse();
    }
}
