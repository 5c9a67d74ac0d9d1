package vn.gopy.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The walls that this system can put around a child: no network, limits on processor time and file size. */
final class Sandbox {

    private static final List<String> NO_NETWORK = List.of("unshare", "-r", "-n", "--");
    private static final List<String> LIMITS =
            List.of("prlimit", "--cpu=600", "--fsize=67108864", "--core=0", "--nofile=256", "--");

    private static final List<String> PREFIX = find();

    private Sandbox() {}

    /** Put before the command of a child; empty where the system allows neither. */
    static List<String> prefix() {
        return PREFIX;
    }

    private static List<String> find() {
        var prefix = new ArrayList<String>();
        for (List<String> wall : List.of(NO_NETWORK, LIMITS)) {
            if (works(wall)) {
                prefix.addAll(wall);
            }
        }
        return List.copyOf(prefix);
    }

    static boolean works(List<String> wall) {
        var command = new ArrayList<String>(wall);
        command.add("true");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(3, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
