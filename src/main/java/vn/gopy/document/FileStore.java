package vn.gopy.document;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.springframework.core.io.Resource;
import vn.gopy.shared.Refusal;

/**
 * Keeps bytes under the name of their SHA-256, where no loss of power takes them. What {@link #put} has returned is there,
 * whatever happens next; bytes are never overwritten, except damaged ones by those they should be.
 */
public interface FileStore {

    /** The folder of drawn pages below the data folder. */
    String PAGES = "pages";

    /**
     * Stores what comes, piece by piece, then its row in the running transaction; gives the hash.
     *
     * @param most how many bytes may come
     * @throws Refusal {@code TOO_LARGE} when more come; then nothing is stored
     */
    String put(InputStream content, long most);

    /** Stores bytes that stand in memory already. */
    default String put(byte[] content) {
        return put(new ByteArrayInputStream(content), content.length);
    }

    /**
     * What is stored, to be sent on without being held in memory; its bytes have been looked at.
     *
     * @throws Refusal {@code FILE_DAMAGED} when it is missing or damaged
     */
    Resource open(String sha256);

    /**
     * The stored bytes, for readers that need all of them at once; what no longer has its hash is not given out.
     *
     * @throws Refusal {@code FILE_DAMAGED} when it is missing or damaged
     */
    byte[] read(String sha256);

    /**
     * Removes the bytes at once and for good, with their row: for what may not be kept. Copies in backups stay, and so
     * does everything while another document has the same bytes.
     *
     * @return whether they are gone
     */
    boolean erase(String sha256);
}
