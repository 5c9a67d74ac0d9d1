package vn.gopy.document;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** What of the application's class path the reading child needs: never Spring, the database driver or the screens. */
final class ChildClassPath {

    private static final Pattern NEEDED =
            Pattern.compile("(pdfbox|pdfbox-io|fontbox|poi|poi-scratchpad|poi-ooxml|poi-ooxml-full|xmlbeans"
                    + "|jbig2-imageio|jsoup|jspecify|commons-(compress|io|codec|collections4|math3|lang3|logging)|SparseBitSet"
                    + "|tika-core|tika-parser-[a-z-]+|juniversalchardet|apache-mime4j-(core|dom)|jempbox|xmpbox|slf4j-api"
                    + "|log4j-api|bcprov-jdk18on|bcpkix-jdk18on|bcutil-jdk18on)-[0-9].*\\.jar");

    private ChildClassPath() {}

    /** From this JVM's own class path, be it a Maven build or an extracted jar with its lib folder. */
    static String find() {
        var parts = new ArrayList<String>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath();
            if (Files.isDirectory(path)) {
                addOwnClasses(parts, path);
            } else if (NEEDED.matcher(path.getFileName().toString()).matches()) {
                parts.add(path.toString());
            } else {
                addManifest(parts, path);
            }
        }
        return String.join(File.pathSeparator, parts);
    }

    private static void addOwnClasses(List<String> parts, Path folder) {
        if (Files.isDirectory(folder.resolve("vn/gopy/document/extract"))) {
            parts.add(folder.toString());
        }
    }

    /** The extracted layout: one thin jar, whose manifest names the jars beside it. */
    private static void addManifest(List<String> parts, Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            if (file.getEntry("vn/gopy/document/extract/ExtractMain.class") == null) {
                return;
            }
            parts.add(jar.toString());
            String listed = file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String name : listed == null ? new String[0] : listed.split(" ")) {
                Path other = jar.resolveSibling(name);
                if (NEEDED.matcher(other.getFileName().toString()).matches()) {
                    parts.add(other.toString());
                }
            }
        } catch (IOException notAJar) {
            // an entry that is no jar holds no classes of ours
        }
    }
}
