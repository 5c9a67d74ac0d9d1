package vn.gopy.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.account.Person;
import vn.gopy.draft.Audience;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.DraftsInside;
import vn.gopy.draft.NewDossier;
import vn.gopy.draft.UploadedFile;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Problem;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Sha256;

/**
 * Puts the documents of a folder and of the folders below it into the library, a dossier for each, named by its header. A
 * file whose bytes are there already is left alone, so that an import may be done again at any time.
 */
final class FolderImport {

    private static final Logger log = LoggerFactory.getLogger(FolderImport.class);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Drafts drafts;
    private final DraftsInside inside;
    private final Person owner;
    private final Audience audience;
    private final boolean publish;
    private final boolean twice;
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    /**
     * @param owner whose dossiers they become
     * @param publish whether the check of the structure counts as finished
     * @param twice whether each file is read a second time by another reader before that
     */
    FolderImport(Drafts drafts, DraftsInside inside, Person owner, Audience audience, boolean publish, boolean twice) {
        this.drafts = drafts;
        this.inside = inside;
        this.owner = owner;
        this.audience = audience;
        this.publish = publish;
        this.twice = twice;
    }

    /** What became of one file. */
    sealed interface Outcome {

        Path file();

        /** @param differences places at which two readers of the file do not agree */
        record Imported(Path file, VersionId version, VersionState state, int differences) implements Outcome {}

        /** The same bytes are there, by an earlier import or under another name. */
        record Known(Path file) implements Outcome {}

        /** @param arguments of the sentence that the code stands for */
        record Failed(Path file, String code, List<Object> arguments) implements Outcome {}
    }

    /** The files to import, in order: neither hidden ones nor the locks that word processors leave. */
    static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
                return !below.equals(folder) && isHidden(below)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !isHidden(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                files.add(file); // told as a failure when its turn comes
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(files);
        return files;
    }

    private static boolean isHidden(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(".") || name.startsWith("~$");
    }

    /** Imports the files, as many at once as the machine has use for, and tells each outcome as it comes. */
    void run(List<Path> files, Consumer<Outcome> told) {
        // reading waits for the children, structuring for the jobs: twice the cores keep both busy
        int threads = 2 * Math.max(1, Runtime.getRuntime().availableProcessors());
        try (var workers = Executors.newFixedThreadPool(threads)) {
            files.forEach(file -> workers.submit(() -> told.accept(outcome(file))));
        }
    }

    private Outcome outcome(Path file) {
        try {
            return Files.size(file) > Limits.FILE
                    ? new Outcome.Failed(file, "TOO_LARGE", List.of(Limits.FILE >> 20))
                    : taken(file, Files.readAllBytes(file));
        } catch (Refusal refused) {
            return new Outcome.Failed(file, refused.code(), List.of(refused.arguments()));
        } catch (IOException | UncheckedIOException unreadable) {
            return new Outcome.Failed(file, "FILE_UNREADABLE", List.of());
        } catch (RuntimeException unforeseen) {
            log.warn("A file could not be imported", unforeseen);
            return new Outcome.Failed(file, "HTTP_500", List.of());
        }
    }

    private Outcome taken(Path file, byte[] content) {
        String sha256 = Sha256.of(content);
        var known = inside.withFile(sha256);
        if (known.isPresent()) {
            finishEarlier(known.get());
            return new Outcome.Known(file);
        }
        if (!begun.add(sha256)) {
            return new Outcome.Known(file);
        }
        try {
            String name = String.valueOf(file.getFileName());
            DraftVersion version =
                    drafts.begin(owner, new UploadedFile(name, content, ""), outline -> readable(outline, name));
            VersionState read = inside.afterReading(version.id(), PATIENCE).state();
            int differences = twice && read == VersionState.REVIEW ? inside.readTwice(version.id()) : 0;
            return new Outcome.Imported(file, version.id(), finish(version.id()), differences);
        } catch (RuntimeException failed) {
            begun.remove(sha256); // a copy of it has its own line in the report
            throw failed;
        }
    }

    private NewDossier readable(Outline outline, String name) {
        boolean waits = outline.problem() == Problem.NO_TEXT && drafts.recognisesScans();
        if (outline.problem() != null && !waits) {
            throw Refusal.unprocessable(outline.problem().name());
        }
        return NewDossier.headed(outline, name, audience);
    }

    /** An import that was cut off may have left a draft behind that it would have published. */
    private void finishEarlier(DraftVersion version) {
        boolean ours = version.uploadedBy().equals(owner.id());
        if (publish && ours && version.state() != VersionState.PUBLISHED) {
            finish(version.id());
        }
    }

    private VersionState finish(VersionId id) {
        // a scan that waits for the recognition of its letters waits on after the import
        VersionState state = inside.afterReading(id, PATIENCE).state();
        return publish && state == VersionState.REVIEW
                ? drafts.publish(owner, id).state()
                : state;
    }
}
