package vn.gopy.vietnamese.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jar for other Lucene programs stands alone: with two jars of Lucene beside it, on Java 21. */
class AnalysisJarTest {

    private static final Path JAR = Path.of("target", "gopy-analysis.jar");
    private static final int JAVA_21 = 65;

    @ParameterizedTest
    @CsvSource({
        "SyllableAnalyzer, Uỷ, ủy",
        "FoldedSyllableAnalyzer, Uỷ, uy",
        "SyllablePairAnalyzer, Uỷ, ủy",
        "FoldedSyllablePairAnalyzer, Uỷ, uy"
    })
    void theAnalyzersNeedNothingElse(String name, String text, String term) throws Exception {
        try (URLClassLoader alone = alone()) {
            Object analyzer = alone.loadClass("vn.gopy.vietnamese.analysis." + name)
                    .getConstructor()
                    .newInstance();
            Object bytes = analyzer.getClass()
                    .getMethod("normalize", String.class, String.class)
                    .invoke(analyzer, "field", text);
            assertThat(bytes.getClass().getMethod("utf8ToString").invoke(bytes)).isEqualTo(term);
        }
    }

    @Test
    void serversFindItsPartsByName() throws Exception {
        try (URLClassLoader alone = alone()) {
            assertThat(made(alone, "TokenFilterFactory", "vietnameseNormalization"))
                    .isEqualTo(VietnameseNormalizationFilterFactory.class.getName());
            assertThat(made(alone, "CharFilterFactory", "vietnameseInvisible"))
                    .isEqualTo(InvisibleCharFilterFactory.class.getName());
        }
    }

    private static String made(ClassLoader alone, String factory, String name) throws ReflectiveOperationException {
        return alone.loadClass("org.apache.lucene.analysis." + factory)
                .getMethod("forName", String.class, Map.class)
                .invoke(null, name, new java.util.HashMap<String, String>())
                .getClass()
                .getName();
    }

    @Test
    void itsClassesRunOnJava21() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<JarEntry> classes = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .toList();
            assertThat(classes).hasSizeGreaterThan(10);
            for (JarEntry entry : classes) {
                assertThat(version(jar.getInputStream(entry)))
                        .as(entry.getName())
                        .isLessThanOrEqualTo(JAVA_21);
            }
        }
    }

    private static int version(InputStream classFile) throws IOException {
        try (DataInputStream in = new DataInputStream(classFile)) {
            in.skipNBytes(6);
            return in.readUnsignedShort();
        }
    }

    private static URLClassLoader alone() throws Exception {
        URL[] jars = {JAR.toUri().toURL(), jarOf(Analyzer.class), jarOf(KeywordAnalyzer.class)};
        return new URLClassLoader(jars, ClassLoader.getPlatformClassLoader());
    }

    private static URL jarOf(Class<?> type) throws URISyntaxException {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
