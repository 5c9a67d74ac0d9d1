package vn.gopy.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key under which the trail hashes what changed. Without it nobody can try guessed words on a row: short answers are
 * few and would be found at once. It is made once, lies beside the database and stays the same from start to start.
 */
@Component
class TrailKey {

    private static final String FILE = "audit-key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final int LEAST_CHARACTERS = 32;
    private static final int ID_CHARACTERS = 16;

    private final SecretKeySpec key;
    private final String id;

    /** @param given a key kept elsewhere; blank for the one in the data folder */
    TrailKey(@Value("${gopy.audit-key:}") String given, @Value("${gopy.data}") Path data) {
        if (!given.isBlank() && given.length() < LEAST_CHARACTERS) {
            throw new IllegalStateException("GOPY_AUDIT_KEY needs at least " + LEAST_CHARACTERS + " characters");
        }
        String secret = given.isBlank() ? kept(data.resolve(FILE)) : given;
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.id = hash("id of the key").substring(0, ID_CHARACTERS);
    }

    /** Which key this is; tells nothing of it. */
    String id() {
        return id;
    }

    /** The hash of what a thing held; the same words in another thing have another hash. Empty for nothing. */
    String hash(String subjectType, @Nullable UUID subject, @Nullable String value) {
        return value == null
                ? ""
                : hash(CanonicalJson.of("subject", subject, "subjectType", subjectType, "value", value));
    }

    private String hash(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String kept(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException("The key of the trail cannot be read or made: " + file, failed);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(file.getParent());
        Path aside = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(aside);
        Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(aside, HexFormat.of().formatHex(random));
        try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        try (var folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
