package vn.gopy.document.extract;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import vn.gopy.legaltext.Problem;

/**
 * The parts of a zipped document, in memory and bounded: a bomb is refused by what it declares, and stopped by what it
 * really gives. Names of entries are looked up, never used as paths.
 */
public final class ZipParts implements AutoCloseable {

    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 200L << 20;
    private static final long SMALL = 8L << 20;
    private static final int HIGHEST_RATIO = 150;
    private static final long MOST_CUSTOM_PROPERTIES = 1L << 20;

    private static final XMLInputFactory XML = xml();

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();

    private ZipParts(ZipFile zip) {
        this.zip = zip;
        Collections.list(zip.getEntries()).forEach(entry -> entries.putIfAbsent(key(entry.getName()), entry));
    }

    /** Word and its like tell neither capitals nor the two slashes apart. */
    private static String key(String name) {
        String slashed = slashed(name);
        return (slashed.startsWith("/") ? slashed.substring(1) : slashed).toLowerCase(Locale.ROOT);
    }

    private static String slashed(String name) {
        return name.replace('\\', '/');
    }

    /** Opens and checks. */
    public static ZipParts open(byte[] content) {
        ZipParts parts;
        try {
            parts = new ZipParts(ZipFile.builder()
                    .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                    .get());
        } catch (IOException | RuntimeException broken) {
            throw new Refused(Problem.CORRUPT);
        }
        parts.check();
        return parts;
    }

    private void check() {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        if (entries.size() > MOST_ENTRIES) {
            throw new Refused(Problem.TOO_LARGE);
        }
        long all = 0;
        for (ZipArchiveEntry entry : entries) {
            long size = Math.max(entry.getSize(), 0);
            all += size;
            boolean swollen = size > SMALL && size / HIGHEST_RATIO > Math.max(entry.getCompressedSize(), 1);
            boolean hugeProperties = entry.getName().equals("docProps/custom.xml") && size > MOST_CUSTOM_PROPERTIES;
            if (all > MOST_BYTES || swollen || hugeProperties) {
                throw new Refused(Problem.TOO_LARGE);
            }
        }
    }

    /** Whether there is such a part. */
    public boolean has(String name) {
        return entries.containsKey(key(name));
    }

    /** The names of all parts, in the order of the archive, with slashes. */
    public List<String> names() {
        return entries.values().stream()
                .map(ZipArchiveEntry::getName)
                .map(ZipParts::slashed)
                .toList();
    }

    /** A part as it is; empty when there is no such part. */
    public Optional<byte[]> bytes(String name) {
        ZipArchiveEntry entry = entries.get(key(name));
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = new Bounded(zip.getInputStream(entry))) {
            return Optional.of(in.readAllBytes());
        } catch (IOException broken) {
            throw new Refused(Problem.CORRUPT);
        }
    }

    /**
     * A part as a stream of XML events, without DTD and entities; empty when there is no such part. Names are looked up
     * without case, and with either slash.
     */
    public Optional<XMLStreamReader> xml(String name) {
        ZipArchiveEntry entry = entries.get(key(name));
        if (entry == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(XML.createXMLStreamReader(new Bounded(zip.getInputStream(entry))));
        } catch (IOException | XMLStreamException broken) {
            throw new Refused(Problem.CORRUPT);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException ignored) {
            // it is memory only
        }
    }

    /** A hardened factory: no DTD, no entities, nothing fetched. */
    static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // tables in tables in tables: the reader's own stack is deep enough for this
        factory.setProperty("jdk.xml.maxElementDepth", "20000");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }

    private static final class Bounded extends FilterInputStream {
        private long left = MOST_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            left--;
            return checked(super.read());
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int got = super.read(bytes, offset, length);
            left -= Math.max(got, 0);
            return checked(got);
        }

        private int checked(int got) {
            if (left < 0) {
                throw new Refused(Problem.TOO_LARGE);
            }
            return got;
        }
    }
}
