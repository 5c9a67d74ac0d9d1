package vn.gopy.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a running PostgreSQL writes about itself into {@code postmaster.pid} of its folder. */
record PostmasterPid(long pid, int port, String status) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** Empty when the file is absent or not yet complete enough to name a process. */
    static Optional<PostmasterPid> read(Path cluster) {
        try {
            return parse(Files.readAllLines(file(cluster), StandardCharsets.ISO_8859_1));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** True when the process lives and is a PostgreSQL on that folder: the number alone may have been given to another. */
    boolean serves(Path cluster) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()
                && commandLine().contains(cluster.toString());
    }

    boolean ready() {
        return status.equals("ready");
    }

    private static Optional<PostmasterPid> parse(List<String> lines) {
        try {
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PostmasterPid(
                            Long.parseLong(lines.getFirst().strip()),
                            Integer.parseInt(line(lines, PORT_LINE, "0")),
                            line(lines, STATUS_LINE, "")));
        } catch (NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }

    private static String line(List<String> lines, int index, String otherwise) {
        var text = index < lines.size() ? lines.get(index).strip() : "";
        return text.isEmpty() ? otherwise : text;
    }

    private String commandLine() {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.UTF_8);
        } catch (IOException noProc) {
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().commandLine())
                    .orElse("");
        }
    }
}
