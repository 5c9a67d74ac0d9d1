package vn.gopy.document.extract.tika;

import java.io.IOException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;

/** Tells by Tika's detectors what a file is. */
public final class MediaTypes {

    /** Called when nobody knows better. */
    private static final String UNKNOWN = "application/octet-stream";

    private MediaTypes() {}

    /**
     * The media type by the content, made more precise by the name where both agree; never throws.
     *
     * @param fileName empty when the bytes have none
     */
    public static String of(byte[] content, String fileName) {
        var metadata = new Metadata();
        if (!fileName.isEmpty()) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
        }
        try (var in = TikaInputStream.get(content, metadata)) {
            return Tika.DETECTOR.detect(in, metadata).getBaseType().toString();
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            return UNKNOWN;
        }
    }

    /** Loads what detection needs, so that the first file waits for less. */
    public static void prepare() {
        of(new byte[] {'{', '\\', 'r', 't', 'f', '1', '}'}, "");
    }
}
