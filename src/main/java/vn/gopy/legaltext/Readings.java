package vn.gopy.legaltext;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** The stored form of a {@link Reading}: a magic number, a format version and deflated fields. */
public final class Readings {

    private static final int MAGIC = 0x47D9_0005;
    /** Knew only the beginnings of remarks, and no threads and moves. */
    private static final int WITHOUT_ENDS = 0x47D9_0004;
    /** Kept warnings in words. */
    private static final int IN_WORDS = 0x47D9_0003;
    /** Knew nothing of doubtful words. */
    private static final int WITHOUT_DOUBTS = 0x47D9_0002;
    /** Knew nothing of the text's origin. */
    private static final int WITHOUT_ORIGIN = 0x47D9_0001;

    private static final int MOST_TEXT = 256 << 20;
    private static final int MOST_ITEMS = 4_000_000;

    private Readings() {}

    /** The compact binary form; equal readings give equal bytes. */
    public static byte[] encode(Reading reading) {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            new DataOutputStream(bytes).writeInt(MAGIC);
            try (var out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater, 1 << 16))) {
                write(out, reading);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException when the bytes are anything else, or unpack to more than 256 MB
     */
    public static Reading decode(byte[] bytes) {
        try (var raw = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int magic = raw.readInt();
            if (magic < WITHOUT_ORIGIN || magic > MAGIC) {
                throw new IllegalArgumentException("Not a stored reading, or of another format");
            }
            return read(new DataInputStream(new Bounded(new InflaterInputStream(raw))), magic);
        } catch (IOException | ArrayIndexOutOfBoundsException broken) {
            throw new IllegalArgumentException("A stored reading is damaged: " + broken.getMessage(), broken);
        }
    }

    private static void write(DataOutputStream out, Reading reading) throws IOException {
        out.writeInt(reading.reader());
        optional(out, reading.mediaType());
        out.writeInt(reading.problem() == null ? -1 : reading.problem().ordinal());
        out.writeInt(reading.blocks().size());
        for (Block block : reading.blocks()) {
            block(out, block);
        }
        out.writeInt(reading.dropped().size());
        for (Dropped dropped : reading.dropped()) {
            out.writeByte(dropped.why().ordinal());
            text(out, dropped.text());
        }
        out.writeInt(reading.remarks().size());
        for (Reading.Remark remark : reading.remarks()) {
            out.writeInt(remark.block());
            texts(out, remark.quote(), remark.author(), remark.at(), remark.text());
            out.writeInt(remark.offset());
            out.writeInt(remark.endBlock());
            out.writeInt(remark.end());
            out.writeInt(remark.parent());
            out.writeBoolean(remark.resolved());
        }
        out.writeInt(reading.revisions().size());
        for (Reading.Revision revision : reading.revisions()) {
            out.writeInt(revision.block());
            out.writeInt(revision.offset());
            out.writeBoolean(revision.insertion());
            texts(out, revision.author(), revision.at(), revision.text(), revision.move());
        }
        out.writeInt(reading.warnings().size());
        for (Warning warning : reading.warnings()) {
            out.writeByte(warning.code().ordinal());
            optional(out, warning.path());
            sentence(out, warning.message());
        }
        origin(out, reading.origin());
    }

    private static void origin(DataOutputStream out, Origin origin) throws IOException {
        out.writeByte(origin.changes().ordinal());
        out.writeInt(origin.conversions().size());
        for (Origin.Conversion conversion : origin.conversions()) {
            text(out, conversion.encoding());
            out.writeByte(conversion.method().ordinal());
            out.writeInt(conversion.blocks());
            out.writeByte(conversion.confidence());
        }
        out.writeInt(origin.pages().size());
        for (Origin.RecognisedPage page : origin.pages()) {
            out.writeInt(page.page());
            out.writeByte(page.confidence());
        }
        out.writeInt(origin.doubts().size());
        for (Origin.Doubt doubt : origin.doubts()) {
            out.writeInt(doubt.block());
            out.writeInt(doubt.from());
            out.writeInt(doubt.to());
        }
    }

    private static void sentence(DataOutputStream out, Sentence sentence) throws IOException {
        text(out, sentence.wording().name());
        out.writeInt(sentence.arguments().size());
        for (String argument : sentence.arguments()) {
            text(out, argument);
        }
    }

    private static Sentence sentence(DataInputStream in, int format) throws IOException {
        String first = text(in);
        return format <= IN_WORDS
                ? Sentence.valueOf(first)
                : new Sentence(Sentence.Wording.valueOf(first), list(in, Readings::text));
    }

    private static Origin origin(DataInputStream in, int format) throws IOException {
        if (format == WITHOUT_ORIGIN) {
            return Origin.PLAIN;
        }
        var changes = Changes.values()[in.readUnsignedByte()];
        List<Origin.Conversion> conversions = list(
                in,
                it -> new Origin.Conversion(
                        text(it), Origin.Method.values()[it.readUnsignedByte()], it.readInt(), it.readUnsignedByte()));
        List<Origin.RecognisedPage> pages =
                list(in, it -> new Origin.RecognisedPage(it.readInt(), it.readUnsignedByte()));
        List<Origin.Doubt> doubts = format == WITHOUT_DOUBTS
                ? List.of()
                : list(in, it -> new Origin.Doubt(it.readInt(), it.readInt(), it.readInt()));
        return new Origin(changes, conversions, pages, doubts);
    }

    private static void block(DataOutputStream out, Block block) throws IOException {
        Block.Look look = block.look();
        out.writeInt(block.id());
        out.writeByte(block.kind().ordinal());
        texts(out, block.label(), block.text());
        optional(out, block.raw());
        out.writeByte((look.bold() ? 1 : 0)
                | (look.boldLead() ? 2 : 0)
                | (look.italic() ? 4 : 0)
                | (look.centred() ? 8 : 0)
                | (block.cell() != null ? 16 : 0));
        out.writeByte(look.outlineLevel());
        texts(out, look.style(), look.font());
        if (block.cell() != null) {
            out.writeInt(block.cell().table());
            out.writeInt(block.cell().row());
            out.writeInt(block.cell().column());
        }
        out.writeInt(block.page());
    }

    private static Reading read(DataInputStream in, int format) throws IOException {
        int reader = in.readInt();
        String mediaType = optional(in);
        int problem = in.readInt();
        List<Block> blocks = list(in, Readings::block);
        List<Dropped> dropped = list(in, it -> {
            var why = Dropped.Why.values()[it.readUnsignedByte()];
            return new Dropped(text(it), why);
        });
        List<Reading.Remark> remarks = list(in, it -> remark(it, format));
        List<Reading.Revision> revisions = list(
                in,
                it -> new Reading.Revision(
                        it.readInt(),
                        it.readInt(),
                        it.readBoolean(),
                        text(it),
                        text(it),
                        text(it),
                        format <= WITHOUT_ENDS ? "" : text(it)));
        List<Warning> warnings = list(
                in,
                it -> new Warning(Warning.Code.values()[it.readUnsignedByte()], optional(it), sentence(it, format)));
        return new Reading(
                reader,
                mediaType,
                blocks,
                dropped,
                remarks,
                revisions,
                warnings,
                problem < 0 ? null : Problem.values()[problem],
                origin(in, format));
    }

    private static Reading.Remark remark(DataInputStream in, int format) throws IOException {
        var remark = new Reading.Remark(in.readInt(), text(in), text(in), text(in), text(in));
        return format <= WITHOUT_ENDS
                ? remark
                : new Reading.Remark(
                        remark.block(),
                        in.readInt(),
                        in.readInt(),
                        in.readInt(),
                        remark.quote(),
                        remark.author(),
                        remark.at(),
                        remark.text(),
                        in.readInt(),
                        in.readBoolean());
    }

    private static Block block(DataInputStream in) throws IOException {
        int id = in.readInt();
        var kind = Block.Kind.values()[in.readUnsignedByte()];
        String label = text(in);
        String text = text(in);
        String raw = optional(in);
        int flags = in.readUnsignedByte();
        int level = in.readUnsignedByte();
        var look = new Block.Look(
                level, (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0, (flags & 8) != 0, text(in), text(in));
        var cell = (flags & 16) == 0 ? null : new Block.Cell(in.readInt(), in.readInt(), in.readInt());
        return new Block(id, kind, label, text, raw, look, cell, in.readInt());
    }

    private interface Item<T> {
        T read(DataInputStream in) throws IOException;
    }

    private static <T> List<T> list(DataInputStream in, Item<T> item) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > MOST_ITEMS) {
            throw new IOException("A list of " + size + " items");
        }
        var list = new ArrayList<T>(Math.min(size, 1 << 16));
        for (int i = 0; i < size; i++) {
            list.add(item.read(in));
        }
        return List.copyOf(list);
    }

    private static void texts(DataOutputStream out, String... texts) throws IOException {
        for (String text : texts) {
            text(out, text);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void optional(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            text(out, text);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_TEXT) {
            throw new IOException("A text of " + length + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("Ends too early");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static @Nullable String optional(DataInputStream in) throws IOException {
        return in.readBoolean() ? text(in) : null;
    }

    /** Ends a deflate bomb. */
    private static final class Bounded extends InputStream {
        private final InputStream in;
        private long left = MOST_TEXT;

        Bounded(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            spend(1);
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int got = in.read(bytes, offset, length);
            spend(Math.max(got, 0));
            return got;
        }

        private void spend(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("Unpacks to too much");
            }
        }
    }
}
