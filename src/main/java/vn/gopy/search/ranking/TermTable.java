package vn.gopy.search.ranking;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * The terms of a collection with their frequency, and for those without marks a direction: what {@code ranking/terms.bin}
 * holds. Keys are 40 bits of a term's number, in order, each as its distance to the one before; a direction is 4 bits for
 * each number with two scales, for articles and for questions.
 */
public final class TermTable implements Statistics, Vectors {

    /** Changes with the analysis of words and with the form of the file. */
    static final String FORM = "terms-1";

    private static final int KEY_SHIFT = 24;
    private static final int MIDDLE = 8;
    private static final int MOST_TERMS = 5_000_000;

    private final int articles;
    private final float[] lengths;
    private final int dimensions;
    private final Side accented;
    private final Side folded;
    private final byte[] numbers;
    private final float[] articleScale;
    private final float[] questionScale;

    private static final class Side {
        final long[] keys;
        final LongIndex index;
        final int[] frequencies;
        final float[] idf;

        Side(long[] keys, int[] frequencies, int articles) {
            this.keys = keys;
            this.frequencies = frequencies;
            index = new LongIndex(keys);
            idf = new float[keys.length];
            for (int i = 0; i < idf.length; i++) {
                idf[i] = telling(articles, frequencies[i]);
            }
        }
    }

    /** See {@link Statistics#idf}. */
    static float telling(int articles, int frequency) {
        return (float) Math.log(1 + (articles - frequency + 0.5) / (frequency + 0.5));
    }

    /**
     * @param lengths of texts, of bodies and of headings, on the average
     * @param accentedKeys see {@link #key}, in order
     * @param foldedKeys in order
     * @param numbers for each folded key so many from -7 to 7 as there are dimensions
     */
    private TermTable(
            int articles,
            float[] lengths,
            int dimensions,
            long[] accentedKeys,
            int[] accentedFrequencies,
            long[] foldedKeys,
            int[] foldedFrequencies,
            byte[] numbers,
            float[] articleScale,
            float[] questionScale) {
        this.articles = articles;
        this.lengths = lengths;
        this.dimensions = dimensions;
        this.accented = new Side(accentedKeys, accentedFrequencies, articles);
        this.folded = new Side(foldedKeys, foldedFrequencies, articles);
        this.numbers = numbers;
        this.articleScale = articleScale;
        this.questionScale = questionScale;
    }

    /** Says which terms these are: a model goes with those that it was learned on. */
    String fingerprint() {
        CRC32 sum = new CRC32();
        sum.update(numbers);
        for (int frequency : accented.frequencies) {
            sum.update(frequency);
        }
        return FORM + "-" + articles + "-" + Long.toHexString(sum.getValue());
    }

    /** The key of a term in the table. */
    public static long key(long term) {
        return term >>> KEY_SHIFT;
    }

    @Override
    public float idf(long term, boolean withoutMarks) {
        Side side = withoutMarks ? folded : accented;
        int place = side.index.of(key(term));
        return place < 0 ? telling(articles, 1) : side.idf[place];
    }

    @Override
    public float textLength() {
        return lengths[0];
    }

    @Override
    public float bodyLength() {
        return lengths[1];
    }

    @Override
    public float headingLength() {
        return lengths[2];
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public float[] ofQuestion(Words words) {
        float[] sum = new float[dimensions];
        addDifferent(sum, questionScale, rows(words));
        return Candidate.unit(sum);
    }

    @Override
    public Rows rows(Words words) {
        long[] terms = words.syllables(true);
        int[] syllables = new int[words.length()];
        int[] pairs = new int[Math.max(0, words.length() - 1)];
        for (int place = 0; place < syllables.length; place++) {
            syllables[place] = folded.index.of(key(terms[place]));
            if (place < pairs.length) {
                pairs[place] = folded.index.of(key(Words.pair(terms[place], terms[place + 1])));
            }
        }
        return new Rows(syllables, pairs);
    }

    @Override
    public void addPlain(float[] sum, Rows text, int from, int to) {
        for (int place = from; place < to; place++) {
            add(sum, text.syllables()[place], articleScale, 1);
            if (place + 1 < to) {
                add(sum, text.pairs()[place], articleScale, 1);
            }
        }
    }

    @Override
    public void addArticle(float[] sum, Rows heading, Rows body) {
        addDifferent(sum, articleScale, heading, body);
    }

    /** Each different term once, those that stand there n times {@code 1 + ln n} times. */
    private void addDifferent(float[] sum, float[] scale, Rows... texts) {
        int count = 0;
        for (Rows text : texts) {
            count += text.syllables().length + text.pairs().length;
        }
        int[] rows = new int[count];
        int filled = 0;
        for (Rows text : texts) {
            System.arraycopy(text.syllables(), 0, rows, filled, text.syllables().length);
            filled += text.syllables().length;
            System.arraycopy(text.pairs(), 0, rows, filled, text.pairs().length);
            filled += text.pairs().length;
        }
        Arrays.sort(rows);
        for (int from = 0; from < count; ) {
            int to = from + 1;
            while (to < count && rows[to] == rows[from]) {
                to++;
            }
            add(sum, rows[from], scale, to - from == 1 ? 1 : (float) (1 + Math.log(to - from)));
            from = to;
        }
    }

    private void add(float[] sum, int row, float[] scale, float times) {
        if (row < 0) {
            return;
        }
        float by = scale[row] * times;
        int start = row * dimensions;
        for (int i = 0; i < sum.length; i++) {
            sum[i] += by * numbers[start + i];
        }
    }

    /**
     * A table from what was learned.
     *
     * @param lengths of texts, bodies and headings on the average
     * @param accented keys in order, and how many articles hold each
     * @param folded likewise
     * @param directions for each folded key so many numbers as there are dimensions
     * @param articleWeight of each folded key in articles
     * @param questionWeight of each folded key in questions
     */
    public static TermTable of(
            int articles,
            float[] lengths,
            Counted accented,
            Counted folded,
            float[][] directions,
            float[] articleWeight,
            float[] questionWeight) {
        int dimensions = directions.length == 0 ? 2 : directions[0].length;
        byte[] numbers = new byte[directions.length * dimensions];
        float[] articleScale = new float[directions.length];
        float[] questionScale = new float[directions.length];
        for (int row = 0; row < directions.length; row++) {
            float greatest = 0;
            for (float number : directions[row]) {
                greatest = Math.max(greatest, Math.abs(number));
            }
            float step = greatest / (MIDDLE - 1);
            for (int i = 0; i < dimensions && step > 0; i++) {
                numbers[row * dimensions + i] = (byte) Math.round(directions[row][i] / step);
            }
            articleScale[row] = half(step * articleWeight[row]);
            questionScale[row] = half(step * questionWeight[row]);
        }
        return new TermTable(
                articles,
                lengths,
                dimensions,
                accented.keys(),
                accented.frequencies(),
                folded.keys(),
                folded.frequencies(),
                numbers,
                articleScale,
                questionScale);
    }

    /** Keys in order and how many articles hold each. */
    public record Counted(long[] keys, int[] frequencies) {}

    private static float half(float number) {
        return Float.float16ToFloat(Float.floatToFloat16(number));
    }

    /** Writes the table; it is read back by {@link #read}. */
    public void write(OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(stream);
        out.writeUTF(FORM);
        out.writeInt(articles);
        for (float length : lengths) {
            out.writeFloat(length);
        }
        out.writeInt(dimensions);
        writeSide(out, accented);
        writeSide(out, folded);
        for (int row = 0; row < articleScale.length; row++) {
            out.writeShort(Float.floatToFloat16(articleScale[row]));
            out.writeShort(Float.floatToFloat16(questionScale[row]));
            for (int i = 0; i < dimensions; i += 2) {
                int at = row * dimensions + i;
                out.writeByte((numbers[at] + MIDDLE) << 4 | (numbers[at + 1] + MIDDLE));
            }
        }
        out.flush();
    }

    private static void writeSide(DataOutputStream out, Side side) throws IOException {
        out.writeInt(side.keys.length);
        long before = 0;
        for (int i = 0; i < side.keys.length; i++) {
            writeNumber(out, side.keys[i] - before);
            writeNumber(out, side.frequencies[i]);
            before = side.keys[i];
        }
    }

    private static void writeNumber(DataOutputStream out, long number) throws IOException {
        long rest = number;
        while (rest >= 0x80) {
            out.writeByte((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    /**
     * Reads a table.
     *
     * @throws IOException when it has another form or is not whole
     */
    public static TermTable read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        if (!in.readUTF().equals(FORM)) {
            throw new IOException("Another form of terms");
        }
        int articles = in.readInt();
        float[] lengths = {in.readFloat(), in.readFloat(), in.readFloat()};
        int dimensions = in.readInt();
        Counted accented = readSide(in);
        Counted folded = readSide(in);
        int rows = folded.keys().length;
        byte[] numbers = new byte[Math.multiplyExact(rows, dimensions)];
        float[] articleScale = new float[rows];
        float[] questionScale = new float[rows];
        byte[] packed = new byte[dimensions / 2];
        for (int row = 0; row < rows; row++) {
            articleScale[row] = Float.float16ToFloat(in.readShort());
            questionScale[row] = Float.float16ToFloat(in.readShort());
            in.readFully(packed);
            for (int i = 0; i < packed.length; i++) {
                numbers[row * dimensions + 2 * i] = (byte) ((packed[i] >> 4 & 0xF) - MIDDLE);
                numbers[row * dimensions + 2 * i + 1] = (byte) ((packed[i] & 0xF) - MIDDLE);
            }
        }
        return new TermTable(
                articles,
                lengths,
                dimensions,
                accented.keys(),
                accented.frequencies(),
                folded.keys(),
                folded.frequencies(),
                numbers,
                articleScale,
                questionScale);
    }

    private static Counted readSide(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST_TERMS) {
            throw new IOException("Not a table of terms");
        }
        long[] keys = new long[count];
        int[] frequencies = new int[count];
        long before = 0;
        for (int i = 0; i < count; i++) {
            before += readNumber(in);
            keys[i] = before;
            frequencies[i] = (int) readNumber(in);
        }
        return new Counted(keys, frequencies);
    }

    private static long readNumber(DataInputStream in) throws IOException {
        long number = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            int one = in.readUnsignedByte();
            number |= (long) (one & 0x7F) << shift;
            if (one < 0x80) {
                return number;
            }
        }
        throw new IOException("A number that is too long");
    }
}
