package vn.gopy.shared;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads a stream into one array and holds its bytes once: where the length is known there is no copy, elsewhere the copy
 * is made for one stream at a time.
 */
public final class WholeBytes {

    private static final int FIRST_PIECE = 16 << 10;
    private static final int PIECE = 1 << 20;

    /** Pieces and whole stand in memory together for a moment: never those of two streams. */
    private static final Lock JOINING = new ReentrantLock(true);

    private WholeBytes() {}

    /** More bytes came than are taken. */
    public static final class TooMany extends IOException {}

    /**
     * All bytes of the stream.
     *
     * @param expected how many will probably come, or negative when nobody knows
     * @throws TooMany after the first byte beyond {@code most}
     */
    public static byte[] of(InputStream in, long expected, int most) throws IOException {
        if (expected > most) {
            throw new TooMany();
        }
        if (expected < 0) {
            return joined(pieces(in, most));
        }
        byte[] whole = new byte[(int) expected];
        int length = in.readNBytes(whole, 0, whole.length);
        if (length < whole.length) {
            return Arrays.copyOf(whole, length);
        }
        if (in.read() >= 0) {
            throw new TooMany();
        }
        return whole;
    }

    private static List<byte[]> pieces(InputStream in, int most) throws IOException {
        List<byte[]> pieces = new ArrayList<>();
        int total = 0;
        while (true) {
            byte[] piece = new byte[pieces.isEmpty() ? FIRST_PIECE : PIECE];
            int length = in.readNBytes(piece, 0, piece.length);
            total += length;
            if (total > most) {
                throw new TooMany();
            }
            pieces.add(length == piece.length ? piece : Arrays.copyOf(piece, length));
            if (length < piece.length) {
                return pieces;
            }
        }
    }

    private static byte[] joined(List<byte[]> pieces) {
        if (pieces.size() == 1) {
            return pieces.getFirst();
        }
        JOINING.lock();
        try {
            byte[] whole =
                    new byte[pieces.stream().mapToInt(piece -> piece.length).sum()];
            int at = 0;
            for (int i = 0; i < pieces.size(); i++) {
                byte[] piece = pieces.set(i, new byte[0]);
                System.arraycopy(piece, 0, whole, at, piece.length);
                at += piece.length;
            }
            return whole;
        } finally {
            JOINING.unlock();
        }
    }
}
