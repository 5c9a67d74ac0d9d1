package vn.gopy.document;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.springframework.util.FileSystemUtils;
import vn.gopy.document.extract.ExtractMain;
import vn.gopy.legaltext.Changes;

/**
 * A step of the build: runs the reading child once on the given files so that it leaves an ahead-of-time cache, with
 * exactly the command that serves later. Arguments: the cache to be made, then files.
 */
public final class ReaderTraining {

    private ReaderTraining() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var cache = Path.of(args[0]).toAbsolutePath();
        var files = Arrays.stream(args).skip(1).map(Path::of).toList();
        System.exit(train(cache, files));
    }

    private static int train(Path cache, List<Path> files) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory(cache.getParent(), "reading-");
        try {
            var command = Child.java(ChildReader.Settings.standard().asPool(), folder, ExtractMain.class);
            command.add(1, "-XX:AOTCacheOutput=" + cache);
            var builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().clear();
            return train(builder.start(), files);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static int train(Process child, List<Path> files) throws IOException, InterruptedException {
        try (var requests = new DataOutputStream(child.getOutputStream());
                var answers = new DataInputStream(child.getInputStream())) {
            for (var file : files) {
                for (int task : List.of(Changes.FINAL.ordinal(), ExtractMain.COMPARE)) {
                    ask(requests, named(file), Files.readAllBytes(file), task);
                    answers.skipNBytes(answers.readInt());
                }
            }
            requests.close();
            answers.transferTo(OutputStream.nullOutputStream());
        }
        return child.waitFor();
    }

    /** The file store keeps no names, but the child goes by the extension too. */
    private static String named(Path file) {
        return file.getFileName().toString().contains(".") ? file.getFileName().toString() : "draft.docx";
    }

    private static void ask(DataOutputStream requests, String name, byte[] content, int task) throws IOException {
        var bytes = name.getBytes(StandardCharsets.UTF_8);
        requests.writeInt(bytes.length);
        requests.write(bytes);
        requests.writeByte(task);
        requests.writeInt(content.length);
        requests.write(content);
        requests.flush();
    }
}
