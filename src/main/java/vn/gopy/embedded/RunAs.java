package vn.gopy.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The command words that make PostgreSQL run as somebody whom it accepts: it refuses to run as root.
 *
 * <p>Root's own data is served inside a user namespace where root appears as an ordinary user, so that no other user of
 * the machine gains access to it. Data of another user is served as that user.
 */
record RunAs(List<String> prefix, int uid, int gid) {

    private static final int ROOT = 0;

    static RunAs ownerOf(Path folder) {
        try {
            var self = uid(Path.of("/proc/self"));
            var owner = uid(folder);
            if (self != ROOT) {
                return new RunAs(List.of(), self, gid(folder));
            }
            return owner == ROOT ? insideNamespace() : switchedTo(owner, gid(folder));
        } catch (IOException noProc) {
            return new RunAs(List.of(), -1, -1);
        }
    }

    /** Gives what root created for PostgreSQL to the user as whom it will run. */
    void own(Path path) throws IOException {
        if (uid > ROOT && !prefix.isEmpty()) {
            Files.setAttribute(path, "unix:uid", uid);
            Files.setAttribute(path, "unix:gid", gid);
        }
    }

    private static RunAs switchedTo(int uid, int gid) {
        var prefix = List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups");
        require(prefix, "setpriv (util-linux)");
        return new RunAs(prefix, uid, gid);
    }

    private static RunAs insideNamespace() throws IOException {
        var inner = ordinaryUser();
        var prefix = List.of("unshare", "--user", "--map-user=" + inner, "--map-group=" + inner);
        require(prefix, "user namespaces (unshare), or a data folder that belongs to an ordinary user");
        return new RunAs(prefix, ROOT, ROOT);
    }

    /** PostgreSQL wants its user to have a name, so the number must be in the machine's list. */
    private static int ordinaryUser() throws IOException {
        return Files.readAllLines(Path.of("/etc/passwd")).stream()
                .map(line -> line.split(":"))
                .filter(fields -> fields.length > 3)
                .mapToInt(fields -> Integer.parseInt(fields[2]))
                .filter(uid -> uid > ROOT)
                .max()
                .orElseThrow(() -> StartFailure.failed("no ordinary user in /etc/passwd", null));
    }

    private static void require(List<String> prefix, String needed) {
        try {
            var command = new ArrayList<>(prefix);
            command.add("true");
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return;
            }
        } catch (IOException absent) {
            // reported below like any other failure
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw StartFailure.failed("root needs " + needed, null);
    }

    private static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    private static int gid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:gid");
    }
}
