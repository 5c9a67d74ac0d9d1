package vn.gopy.document.extract;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.tika.MediaTypes;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Readings;

/**
 * The child JVM. Standard input holds one frame per file (name length, name, task, content length, content), standard output
 * one frame per answer (length, stored reading or second reading); it ends with its input. Nothing else is written there.
 */
public final class ExtractMain {

    /** The task of comparing two readings; smaller numbers are readings with these {@link Changes}. */
    public static final int COMPARE = Changes.values().length;

    private static final int LONGEST_NAME = 4096;

    private ExtractMain() {}

    public static void main(String[] args) throws IOException {
        // parsers print; what they print must not reach the frames
        var answers = new FileOutputStream(FileDescriptor.out);
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        Recognition recognition = Recognition.isAskedFor(args) ? Recognition.of(args) : null;
        Thread.ofVirtual().start(MediaTypes::prepare);
        serve(
                recognition,
                new DataInputStream(new BufferedInputStream(System.in, 1 << 16)),
                new DataOutputStream(new BufferedOutputStream(answers, 1 << 16)));
    }

    private static void serve(@Nullable Recognition recognition, DataInputStream in, DataOutputStream out)
            throws IOException {
        while (true) {
            byte[] name;
            try {
                name = in.readNBytes(Math.min(in.readInt(), LONGEST_NAME));
            } catch (EOFException noMore) {
                return;
            }
            int task = in.readUnsignedByte();
            byte[] content = new byte[in.readInt()];
            in.readFully(content);
            String fileName = new String(name, StandardCharsets.UTF_8);
            byte[] answer = task == COMPARE
                    ? SecondLook.of(content, fileName).encode()
                    : Readings.encode(reading(recognition, content, fileName, Changes.values()[task]));
            out.writeInt(answer.length);
            out.write(answer);
            out.flush();
        }
    }

    private static Reading reading(
            @Nullable Recognition recognition, byte[] content, String fileName, Changes changes) {
        return recognition == null
                ? Extraction.read(content, fileName, changes)
                : Extraction.recognise(content, fileName, recognition);
    }
}
