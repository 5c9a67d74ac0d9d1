package vn.gopy.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The embedded server's passwords: random, made once, in a file that only its owner may read.
 *
 * @param superuser makes roles and databases, used by the launcher alone
 */
record AccessFile(DatabaseUser superuser, DatabaseUser owner, DatabaseUser application) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Path in(Path data) {
        return data.resolve("postgres-access.properties");
    }

    /**
     * Reads the file, or makes it with new passwords for a database that is yet to be made.
     *
     * @param filled whether there is a database already, whose passwords nobody can invent
     * @throws StartFailure when that database's file is lost or cut off
     */
    static AccessFile ensure(Path data, RunAs runAs, boolean filled) throws IOException {
        var file = in(data);
        if (!filled && !Files.exists(file)) {
            write(file, runAs);
        }
        if (!Files.exists(file) || !read(file).isWhole()) {
            throw StartFailure.accessLost(file);
        }
        return read(file);
    }

    private boolean isWhole() {
        return Stream.of(superuser, owner, application)
                .noneMatch(user -> user.password().isBlank());
    }

    static AccessFile read(Path file) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        return new AccessFile(
                user(properties, "postgres"), user(properties, "gopy_owner"), user(properties, "gopy_app"));
    }

    private static DatabaseUser user(Properties properties, String name) {
        return new DatabaseUser(name, properties.getProperty(name, ""));
    }

    private static void write(Path file, RunAs runAs) throws IOException {
        var text = "postgres=%s%ngopy_owner=%s%ngopy_app=%s%n".formatted(secret(), secret(), secret());
        var aside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(aside, text, StandardCharsets.UTF_8);
        try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        runAs.own(aside);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String secret() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
