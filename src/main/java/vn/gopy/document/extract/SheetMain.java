package vn.gopy.document.extract;

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
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.gopy.document.extract.SheetCells.Row;
import vn.gopy.legaltext.Problem;

/**
 * A child JVM that reads the first sheet of one .xlsx. Standard input holds the length of the file and the file; standard
 * output one piece, its length before it: the name of the problem, empty for none, then the rows, each with its number in
 * the sheet and its cells.
 */
public final class SheetMain {

    private SheetMain() {}

    public static void main(String[] args) throws IOException {
        var answers = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        var in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
        byte[] answer = answer(in.readNBytes(in.readInt()));
        answers.writeInt(answer.length);
        answers.write(answer);
        answers.flush();
    }

    /** What is answered for a file. */
    static byte[] answer(byte[] content) throws IOException {
        try {
            return written("", SheetCells.of(content));
        } catch (Refused refused) {
            return written(refused.problem().name(), List.of());
        } catch (RuntimeException broken) {
            return written(Problem.CORRUPT.name(), List.of());
        }
    }

    private static byte[] written(String problem, List<Row> rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeUTF(problem);
        out.writeInt(rows.size());
        for (Row row : rows) {
            out.writeInt(row.number());
            out.writeInt(row.cells().size());
            for (String cell : row.cells()) {
                byte[] text = cell.getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
        }
        return bytes.toByteArray();
    }
}
