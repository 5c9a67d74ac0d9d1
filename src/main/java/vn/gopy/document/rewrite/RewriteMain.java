package vn.gopy.document.rewrite;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;
import java.util.Set;

/**
 * A child JVM that writes into one Word file. Standard input holds the length of the file, the file and a {@link Marking};
 * standard output the file with its length before it, 0 for one that cannot be written into, then the indexes of the
 * changes and of the comments that were written, as a frame each.
 */
public final class RewriteMain {

    private RewriteMain() {}

    public static void main(String[] args) throws IOException {
        // parsers print; what they print must not reach the answer
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        var in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
        byte[] content = in.readNBytes(in.readInt());
        Optional<Rewriting.Result> result = Rewriting.of(content, Marking.read(in));
        frame(out, result.map(Rewriting.Result::file).orElseGet(() -> new byte[0]));
        frame(out, indexes(result.map(Rewriting.Result::changes).orElseGet(Set::of)));
        frame(out, indexes(result.map(Rewriting.Result::remarks).orElseGet(Set::of)));
        out.flush();
    }

    private static void frame(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] indexes(Set<Integer> indexes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        for (int index : indexes) {
            out.writeInt(index);
        }
        return bytes.toByteArray();
    }
}
