package vn.gopy.shell.limit;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import vn.gopy.shared.WholeBytes;

/** A request whose body was read once, within its limit, and can be read again. */
public final class BufferedRequest extends HttpServletRequestWrapper {

    private final byte[] content;

    /** @throws WholeBytes.TooMany when the body is larger than its address takes */
    public BufferedRequest(HttpServletRequest request) throws IOException {
        super(request);
        this.content = WholeBytes.of(
                request.getInputStream(), request.getContentLengthLong(), Math.toIntExact(BodyLimits.of(request)));
    }

    /** The whole body. */
    public byte[] content() {
        return content;
    }

    @Override
    public int getContentLength() {
        return content.length;
    }

    @Override
    public long getContentLengthLong() {
        return content.length;
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(content);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                return bytes.read(into, offset, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
