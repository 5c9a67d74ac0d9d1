package vn.gopy.draft;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.legaltext.Outline;

/** The stored form of an outline: its JSON, compressed. */
@Component
class StoredOutline {

    private final JsonMapper json;

    StoredOutline(JsonMapper json) {
        this.json = json;
    }

    byte[] encode(Outline outline) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            json.writeValue(zip, outline);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    Outline decode(byte[] stored) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(stored))) {
            return json.readValue(zip, Outline.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
