package vn.gopy.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.DraftsInside;
import vn.gopy.draft.VersionState;
import vn.gopy.shared.Texts;

/**
 * {@code gopy import DIR}: brings the product up on a data folder that nobody else uses, imports, reports, and ends. The
 * last line is a summary in JSON. The exit status is 1 when a file failed, 2 when nothing could be begun.
 */
@Component
@ConditionalOnProperty("gopy.import.folder")
class ImportCommand {

    private static final int NOTHING_BEGUN = 2;
    private static final int BETWEEN_LINES = 50;

    private final Drafts drafts;
    private final DraftsInside inside;
    private final Dossiers dossiers;
    private final People people;
    private final Texts texts;
    private final JsonMapper json;
    private final Path folder;
    private final String user;
    private final Audience audience;
    private final boolean publish;
    private final boolean twice;

    ImportCommand(
            Drafts drafts,
            DraftsInside inside,
            Dossiers dossiers,
            People people,
            Texts texts,
            JsonMapper json,
            @Value("${gopy.import.folder}") String folder,
            @Value("${gopy.import.user:}") String user,
            @Value("${gopy.import.audience:INVITED}") Audience audience,
            @Value("${gopy.import.publish:false}") boolean publish,
            @Value("${gopy.reader.twice:true}") boolean twice) {
        this.drafts = drafts;
        this.inside = inside;
        this.dossiers = dossiers;
        this.people = people;
        this.texts = texts;
        this.json = json;
        this.folder = Path.of(folder);
        this.user = user;
        this.audience = audience;
        this.publish = publish;
        this.twice = twice;
    }

    /** In a thread of its own, for the jobs that find structures start with the same event. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofPlatform().name("import").start(() -> System.exit(run(System.out)));
    }

    int run(PrintStream out) {
        Person owner = owner();
        if (owner == null) {
            System.err.println(
                    "Chọn tài khoản đứng tên hồ sơ bằng --as TÊN (Tổ giúp việc, thành viên, Tổ tư vấn hoặc lãnh đạo Ban).");
            System.err.println("Choose whose dossiers they become with --as NAME (an account that may open dossiers).");
            return NOTHING_BEGUN;
        }
        if (!Files.isDirectory(folder)) {
            System.err.println("Không có thư mục " + folder + ". There is no such folder.");
            return NOTHING_BEGUN;
        }
        try {
            List<Path> files = FolderImport.files(folder);
            Report report = new Report(files.size(), out);
            new FolderImport(drafts, inside, owner, audience, publish, twice).run(files, report::add);
            report.finish();
            return report.failed == 0 ? 0 : 1;
        } catch (IOException unreadable) {
            System.err.println("Không đọc được thư mục " + folder + ". The folder cannot be read.");
            return NOTHING_BEGUN;
        }
    }

    /** Who was named, else the only person of the secretariat. */
    private @Nullable Person owner() {
        if (!user.isEmpty()) {
            return people.byUsername(user)
                    .filter(Person::enabled)
                    .filter(dossiers::mayCreate)
                    .orElse(null);
        }
        List<Person> secretaries = people.all().stream()
                .filter(person -> person.enabled() && person.username() != null && person.is(Role.SECRETARIAT))
                .toList();
        return secretaries.size() == 1 ? secretaries.getFirst() : null;
    }

    /** Counts, and tells what failed as it comes. */
    private final class Report {

        private final long begin = System.nanoTime();
        private final boolean terminal =
                System.console() != null && System.console().isTerminal();
        private final int files;
        private final PrintStream out;
        private int done;
        private int imported;
        private int published;
        private int waiting;
        private int differing;
        private int known;
        private int failed;

        Report(int files, PrintStream out) {
            this.files = files;
            this.out = out;
        }

        synchronized void add(FolderImport.Outcome outcome) {
            done++;
            switch (outcome) {
                case FolderImport.Outcome.Imported one -> {
                    imported++;
                    published += one.state() == VersionState.PUBLISHED ? 1 : 0;
                    differing += one.differences() > 0 ? 1 : 0;
                    tell(one);
                    waiting += one.state() == VersionState.EXTRACTING ? 1 : 0;
                }
                case FolderImport.Outcome.Known one -> known++;
                case FolderImport.Outcome.Failed one -> {
                    failed++;
                    clear();
                    out.println("✗ " + folder.relativize(one.file()) + ": "
                            + texts.get(
                                    Texts.VIETNAMESE,
                                    "refusal." + one.code(),
                                    one.arguments().toArray()));
                    out.flush();
                }
            }
            progress();
        }

        private void tell(FolderImport.Outcome.Imported one) {
            if (one.differences() > 0) {
                clear();
                out.println("! " + folder.relativize(one.file()) + ": "
                        + texts.get(Texts.VIETNAMESE, "import.differences", one.differences()));
                out.flush();
            }
        }

        private void progress() {
            String words = "Đã xem %d/%d tệp: %d đưa vào, %d đã có, %d không đưa được"
                    .formatted(done, files, imported, known, failed);
            if (terminal) {
                System.err.print("\r\u001B[K" + words);
            } else if (done % BETWEEN_LINES == 0) {
                System.err.println(words);
            }
        }

        private void clear() {
            if (terminal) {
                System.err.print("\r\u001B[K");
            }
        }

        void finish() {
            clear();
            Map<String, Object> summary = new LinkedHashMap<>();
            summary.put("command", "import");
            summary.put("files", files);
            summary.put("imported", imported);
            summary.put("published", published);
            summary.put("waitingForRecognition", waiting);
            summary.put("readersDiffer", differing);
            summary.put("known", known);
            summary.put("failed", failed);
            summary.put("seconds", Math.round((System.nanoTime() - begin) / 1e8) / 10.0);
            out.println(json.writeValueAsString(summary));
            out.flush();
        }
    }
}
