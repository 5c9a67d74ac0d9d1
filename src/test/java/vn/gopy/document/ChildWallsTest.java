package vn.gopy.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;

/** The walls around a child, seen from inside by a spy that runs in the place of the readers. */
class ChildWallsTest {

    /** Answers each file with what it sees; the file says what to do. */
    private static final String SPY = """
            package vn.gopy.document.extract;

            import java.io.*;
            import java.net.*;
            import java.util.*;
            import vn.gopy.legaltext.*;

            public final class ExtractMain {
                public static void main(String[] args) throws Exception {
                    var in = new DataInputStream(System.in);
                    in.readNBytes(in.readInt());
                    in.readUnsignedByte();
                    String[] order = new String(in.readNBytes(in.readInt()), "UTF-8").split(" ");
                    List<String> seen = switch (order[0]) {
                        case "environment" -> System.getenv().keySet().stream().sorted().toList();
                        case "connect" -> List.of(connected(Integer.parseInt(order[1])));
                        case "limits" -> java.nio.file.Files.readAllLines(java.nio.file.Path.of("/proc/self/limits"));
                        default -> List.of(String.valueOf(new ProcessBuilder("/bin/sleep", "1000").start().pid()));
                    };
                    if (order[0].equals("hang")) {
                        try (var note = new FileWriter(order[1])) {
                            note.write(seen.getFirst());
                        }
                        Thread.sleep(1_000_000);
                    }
                    var blocks = new ArrayList<Block>();
                    seen.forEach(line -> blocks.add(Block.paragraph(blocks.size(), line)));
                    byte[] answer = Readings.encode(new Reading(
                            1, "text/plain", blocks, List.of(), List.of(), List.of(), List.of(), null));
                    var out = new DataOutputStream(System.out);
                    out.writeInt(answer.length);
                    out.write(answer);
                    out.flush();
                    System.in.read();
                }

                static String connected(int port) {
                    try (var socket = new Socket()) {
                        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2000);
                        return "connected";
                    } catch (IOException refused) {
                        return "refused";
                    }
                }
            }
            """;

    @TempDir
    static Path folder;

    private static String classPath = "";

    @BeforeAll
    static void compileTheSpy() throws IOException {
        Path source = Files.createDirectories(folder.resolve("source")).resolve("ExtractMain.java");
        Files.writeString(source, SPY);
        String real = ChildReader.Settings.standard().classPath();
        Path classes = Files.createDirectories(folder.resolve("classes"));
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", real, "-d", classes.toString(), source.toString());
        assertThat(failed).isZero();
        classPath = classes + File.pathSeparator + real;
    }

    private static ChildReader reader(Duration limit) throws IOException {
        var standard = ChildReader.Settings.standard();
        return new ChildReader(new ChildReader.Settings(
                standard.javaHome(), classPath, 64, limit, 1 << 20, standard.workFolder(), 1, false, null, List.of()));
    }

    private static List<String> seen(String order) throws IOException {
        try (var reader = reader(Duration.ofSeconds(30))) {
            Reading reading = reader.read(order.getBytes(UTF_8), "a.txt");
            assertThat(reading.problem()).isNull();
            return reading.blocks().stream().map(Block::text).toList();
        }
    }

    @Test
    void itsEnvironmentHoldsNothingOfTheApplications() throws IOException {
        assertThat(System.getenv()).as("something to hide").containsKey("PATH");
        assertThat(seen("environment")).containsExactly("LANG");
    }

    @Test
    void itHasNoNetworkWhereTheSystemAllowsToTakeItAway() throws IOException {
        try (var door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assumeTrue(Sandbox.prefix().contains("unshare"), "This machine allows no namespaces");
            assertThat(seen("connect " + door.getLocalPort())).containsExactly("refused");
        }
    }

    @Test
    void itsProcessorTimeAndFilesAreLimited() throws IOException {
        assumeTrue(Sandbox.prefix().contains("prlimit"), "This machine has no prlimit");
        assertThat(seen("limits"))
                .anyMatch(line -> line.matches("Max cpu time +600 .*"))
                .anyMatch(line -> line.matches("Max file size +67108864 .*"));
    }

    @Test
    void whatItHasStartedEndsWithIt() throws IOException {
        long grandchild = Long.parseLong(seen("start").getFirst());
        assertThat(isAlive(grandchild)).isFalse();
    }

    @Test
    void whatItHasStartedEndsWithItAlsoWhenItTakesTooLong() throws IOException {
        Path note = folder.resolve("pid");
        try (var reader = reader(Duration.ofSeconds(6))) {
            assertThat(reader.read(("hang " + note).getBytes(UTF_8), "a.txt").problem())
                    .isEqualTo(Problem.TIMEOUT);
        }
        assertThat(note).exists();
        assertThat(isAlive(Long.parseLong(Files.readString(note)))).isFalse();
    }

    /** Killed processes may still be listed for a moment. */
    private static boolean isAlive(long process) {
        for (int i = 0; i < 100; i++) {
            if (ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty()) {
                return false;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
        return true;
    }
}
