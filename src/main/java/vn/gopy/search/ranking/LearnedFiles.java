package vn.gopy.search.ranking;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where what was learned is read from: {@code terms.bin} and {@code model.tsv}, which belong together. */
public final class LearnedFiles {

    private static final String TERMS = "terms.bin";
    private static final String MODEL = "model.tsv";

    private LearnedFiles() {}

    /**
     * What is part of the program.
     *
     * @throws IOException when it is missing, cannot be read or was learned by other features
     */
    public static SecondLook shipped() throws IOException {
        return read(resource(TERMS), resource(MODEL));
    }

    /**
     * What was learned into a folder.
     *
     * @throws IOException as {@link #shipped}
     */
    public static SecondLook in(Path folder) throws IOException {
        return read(Files.newInputStream(folder.resolve(TERMS)), Files.newInputStream(folder.resolve(MODEL)));
    }

    private static InputStream resource(String name) throws IOException {
        @Nullable InputStream found = LearnedFiles.class.getResourceAsStream("/ranking/" + name);
        if (found == null) {
            throw new FileNotFoundException(name);
        }
        return found;
    }

    private static SecondLook read(InputStream terms, InputStream model) throws IOException {
        try (InputStream first = new BufferedInputStream(terms, 1 << 16);
                Reader second = new InputStreamReader(model, StandardCharsets.UTF_8)) {
            TermTable known = TermTable.read(first);
            return new SecondLook(known, RankingModel.read(second, known));
        } catch (RuntimeException damaged) {
            throw new IOException("Damaged", damaged);
        }
    }
}
