package vn.gopy.draft;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.Person;
import vn.gopy.audit.Trail;
import vn.gopy.document.DocumentReader;
import vn.gopy.document.FileStore;
import vn.gopy.document.PageImages;
import vn.gopy.document.ScanReader;
import vn.gopy.document.extract.Extraction;
import vn.gopy.draft.alignment.AlignmentKeeper;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Reading;
import vn.gopy.shared.Jobs;

/**
 * HandRepository in drafts as the product does, except that their lines are read here and not in a child process, which would
 * take a second each: for tests that need many drafts and are not about reading.
 */
@Component
public class DraftFixture {

    /** A regulation of three articles, the second with two clauses, after a title and a ground. */
    public static final List<String> REGULATION = List.of(
            "QUY CHẾ",
            "Làm việc của Ban Chỉ đạo",
            "Điều 1. Phạm vi điều chỉnh",
            "Quy chế này quy định việc phối hợp giữa các cơ quan.",
            "Điều 2. Trách nhiệm",
            "1. Cơ quan Thường trực gửi tài liệu trước phiên họp 03 ngày làm việc.",
            "2. Thành viên cho ý kiến bằng văn bản.",
            "Điều 3. Hiệu lực",
            "Quy chế này có hiệu lực kể từ ngày ký.");

    private final Drafts drafts;
    private final DraftsInside inside;
    private final Drafts takingLines;
    private final Drafts readingHere;
    private final Function<ProvisionRepository, Drafts> withPlaces;
    private final StoredOutline outlines;
    private final StructureJob structure;
    private final Function<Drafts, VersionKeeping> keeping;

    DraftFixture(
            Drafts drafts,
            DraftsInside inside,
            VersionRemoval removal,
            VersionRepository versions,
            ProvisionRepository provisions,
            StoredOutline outlines,
            Dossiers dossiers,
            FileStore files,
            InstallationSettings settings,
            PageImages pages,
            StructureJob structure,
            Jobs jobs,
            AlignmentKeeper alignment,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.drafts = drafts;
        this.inside = inside;
        this.outlines = outlines;
        this.structure = structure;
        BiFunction<DocumentReader, ProvisionRepository, Drafts> made = (reader, places) -> new Drafts(
                versions,
                places,
                outlines,
                dossiers,
                files,
                settings,
                reader,
                ScanReader.none(),
                pages,
                jobs,
                alignment,
                trail,
                clock,
                events,
                transaction);
        this.takingLines = made.apply(linesReader(), provisions);
        this.readingHere = made.apply(Extraction::read, provisions);
        this.keeping = those -> new VersionKeeping(those, versions, removal, trail, events, transaction);
        this.withPlaces = places -> made.apply(linesReader(), places);
    }

    /** An outline as it is stored. */
    public byte[] stored(Outline outline) {
        return outlines.encode(outline);
    }

    /** The product's own reading without a process of its own, which would take a second for each file. */
    public Drafts readingHere() {
        return readingHere;
    }

    /** What keepers of versions do, with files that are read here. */
    VersionKeeping keeping() {
        return keeping.apply(readingHere);
    }

    /** A regulation in Word with a word that was changed while changes were tracked. */
    public static byte[] tracked() throws IOException {
        String paragraph = "<w:p><w:r><w:t xml:space=\"preserve\">%s</w:t></w:r>%s</w:p>";
        String changed = "<w:del w:author=\"A\"><w:r><w:delText>cũ</w:delText></w:r></w:del>"
                + "<w:ins w:author=\"A\"><w:r><w:t>mới</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r>";
        String body = paragraph.formatted("QUY CHẾ", "")
                + paragraph.formatted("Làm việc", "")
                + paragraph.formatted("Điều 1. Phạm vi", "")
                + paragraph.formatted("Nội dung ", changed)
                + paragraph.formatted("Điều 2. Hiệu lực", "")
                + paragraph.formatted("Từ ngày ký.", "");
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                            + body + "</w:body></w:document>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** Finds the structure of what was handed in, as the product's job does. */
    public void structure(VersionId version) {
        structure.run(version.toString());
    }

    /** The drafts, with places that are read otherwise. */
    Drafts with(ProvisionRepository places) {
        return withPlaces.apply(places);
    }

    private static DocumentReader linesReader() {
        return (content, fileName, changes) -> {
            List<Block> blocks = new ArrayList<>();
            new String(content, StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> blocks.add(Block.paragraph(blocks.size(), line)));
            return new Reading(Reading.READER, "text/plain", blocks, List.of(), List.of(), List.of(), List.of(), null);
        };
    }

    /** The next version of the main draft, waiting for its check. */
    public VersionId review(Person uploader, Dossier dossier, List<String> lines) {
        byte[] content = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        VersionId version = takingLines
                .upload(uploader, dossier.id(), null, new UploadedFile("du-thao.txt", content, ""))
                .id();
        structure.run(version.toString());
        return version;
    }

    /** The next version of the main draft, checked. */
    public VersionId published(Person uploader, Dossier dossier, List<String> lines) {
        VersionId version = review(uploader, dossier, lines);
        drafts.publish(uploader, version);
        return version;
    }

    /** {@link #REGULATION}, checked. */
    public VersionId published(Person uploader, Dossier dossier) {
        return published(uploader, dossier, REGULATION);
    }

    /** A paper beside the main draft, checked. */
    public VersionId paper(Person uploader, Dossier dossier, SeriesRole role, List<String> lines) {
        return checked(uploader, takingLines.uploadPaper(uploader, dossier.id(), role, file(lines)));
    }

    /** The next version of that paper, checked. */
    public VersionId paperAfter(Person uploader, VersionId before, List<String> lines) {
        DraftVersion paper = drafts.get(uploader, before);
        return checked(uploader, takingLines.upload(uploader, paper.dossierId(), paper.seriesId(), file(lines)));
    }

    private VersionId checked(Person uploader, DraftVersion taken) {
        structure.run(taken.id().toString());
        drafts.publish(uploader, taken.id());
        return taken.id();
    }

    private static UploadedFile file(List<String> lines) {
        return new UploadedFile("tai-lieu.txt", String.join("\n", lines).getBytes(StandardCharsets.UTF_8), "");
    }

    /** The place with this path. */
    public PlacedProvision place(VersionId version, String path) {
        return inside.provisions(version).stream()
                .filter(place -> place.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no place " + path));
    }
}
