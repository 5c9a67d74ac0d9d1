package vn.gopy.paper.tracked;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/** A zipped package of which some parts become others; the bytes of all others are copied as they lie there, packed. */
final class PackageFile {

    private static final int MOST_BYTES = 128 << 20;

    private final byte[] content;
    private final Map<String, byte[]> written = new LinkedHashMap<>();

    PackageFile(byte[] content) {
        this.content = content;
    }

    private static String key(String name) {
        String slashed = name.replace('\\', '/');
        return (slashed.startsWith("/") ? slashed.substring(1) : slashed).toLowerCase(Locale.ROOT);
    }

    private ZipFile opened() throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get();
    }

    /** The letters of a part; empty where there is none of that name. */
    Optional<String> text(String name) {
        try (ZipFile zip = opened()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (key(entry.getName()).equals(key(name))) {
                    return Optional.of(decoded(bytes(zip, entry)));
                }
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException broken) {
            throw new UneditableFile("No package", broken);
        }
    }

    private static byte[] bytes(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new UneditableFile("A part of more than " + MOST_BYTES + " bytes");
            }
            return bytes;
        }
    }

    private static String decoded(byte[] bytes) {
        boolean two = bytes.length > 1 && (bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF);
        boolean mark = bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB;
        Charset charset = two ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        String text = new String(bytes, mark ? 3 : 0, bytes.length - (mark ? 3 : 0), charset);
        return two ? text.replaceFirst("(<\\?xml[^>]*encoding=[\"'])[^\"']*", "$1UTF-8") : text;
    }

    /** Puts a part in the place of the one of that name, or behind all. */
    void put(String name, String text) {
        written.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The package with the parts that were put. */
    byte[] packed() {
        var out = new ByteArrayOutputStream(content.length + 65_536);
        Set<String> done = new HashSet<>();
        try (ZipFile zip = opened();
                var packed = new ZipArchiveOutputStream(out)) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
            for (ZipArchiveEntry entry : entries) {
                byte[] other = other(entry.getName());
                if (other == null) {
                    packed.addRawArchiveEntry(entry, zip.getRawInputStream(entry));
                } else if (done.add(key(entry.getName()))) {
                    write(packed, entry.getName(), entry.getTime(), other);
                }
            }
            for (Map.Entry<String, byte[]> more : written.entrySet()) {
                if (done.add(key(more.getKey()))) {
                    write(packed, more.getKey(), entries.getFirst().getTime(), more.getValue());
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new UneditableFile("No package", broken);
        }
        return out.toByteArray();
    }

    private byte @Nullable [] other(String name) {
        return written.entrySet().stream()
                .filter(one -> key(one.getKey()).equals(key(name)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static void write(ZipArchiveOutputStream packed, String name, long time, byte[] bytes) throws IOException {
        var entry = new ZipArchiveEntry(name);
        entry.setTime(time);
        packed.putArchiveEntry(entry);
        packed.write(bytes);
        packed.closeArchiveEntry();
    }
}
