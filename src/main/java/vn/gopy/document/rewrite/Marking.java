package vn.gopy.document.rewrite;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.gopy.legaltext.Block;

/**
 * What is to be written into a Word file, by the blocks that were read from it. Offsets are those of the blocks' texts.
 *
 * @param lines the blocks of the file in their order
 */
public record Marking(List<Line> lines, List<Change> changes, List<Remark> remarks) {

    private static final int MOST = 500_000;
    private static final int LONGEST = 4 << 20;

    /**
     * A block of the file.
     *
     * @param text letter by letter as it was read
     * @param old whether the file has it in an old encoding: then no words may come
     */
    public record Line(String text, boolean old) {}

    /** @param words that come; a line feed begins another paragraph, @param at ISO 8601 */
    public record Change(int block, int from, int to, String words, String author, String at) {}

    /** @param to the same place as {@code from} for the whole block, @param text its paragraphs, @param at ISO 8601 */
    public record Remark(int block, int from, int to, String text, String author, String at) {}

    /** For a file whose blocks are these. */
    public static Marking of(List<Block> blocks, List<Change> changes, List<Remark> remarks) {
        return new Marking(
                blocks.stream()
                        .map(block -> block.raw() == null ? new Line(block.text(), false) : new Line(block.raw(), true))
                        .toList(),
                changes,
                remarks);
    }

    /** Writes it for {@link #read}. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(lines.size());
        for (Line line : lines) {
            write(out, line.text());
            out.writeBoolean(line.old());
        }
        out.writeInt(changes.size());
        for (Change one : changes) {
            place(out, one.block(), one.from(), one.to());
            write(out, one.words());
            write(out, one.author());
            write(out, one.at());
        }
        out.writeInt(remarks.size());
        for (Remark one : remarks) {
            place(out, one.block(), one.from(), one.to());
            write(out, one.text());
            write(out, one.author());
            write(out, one.at());
        }
    }

    private static void place(DataOutputStream out, int block, int from, int to) throws IOException {
        out.writeInt(block);
        out.writeInt(from);
        out.writeInt(to);
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static Marking read(DataInputStream in) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (int n = count(in); n > 0; n--) {
            lines.add(new Line(text(in), in.readBoolean()));
        }
        List<Change> changes = new ArrayList<>();
        for (int n = count(in); n > 0; n--) {
            changes.add(new Change(in.readInt(), in.readInt(), in.readInt(), text(in), text(in), text(in)));
        }
        List<Remark> remarks = new ArrayList<>();
        for (int n = count(in); n > 0; n--) {
            remarks.add(new Remark(in.readInt(), in.readInt(), in.readInt(), text(in), text(in), text(in)));
        }
        return new Marking(lines, changes, remarks);
    }

    private static int count(DataInputStream in) throws IOException {
        return bounded(in.readInt(), MOST);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(bounded(in.readInt(), LONGEST)), StandardCharsets.UTF_8);
    }

    private static int bounded(int number, int most) throws IOException {
        if (number < 0 || number > most) {
            throw new IOException(number + " of " + most);
        }
        return number;
    }
}
