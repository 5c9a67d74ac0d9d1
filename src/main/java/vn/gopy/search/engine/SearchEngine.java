package vn.gopy.search.engine;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A search index behind a door: it takes documents and answers {@link EngineQuery}s; no type of the engine behind it is
 * seen outside. The index lives in generations, of which one answers; another can be filled beside it and take its place.
 * Safe for several threads; one thread writes at a time.
 */
public interface SearchEngine extends AutoCloseable {

    /**
     * Makes an empty generation and gives its name; it answers nothing until it is activated. Files of generations that
     * nobody has open any more are deleted first.
     *
     * @throws IndexBrokenException when there is no room for it
     */
    String createGeneration();

    /**
     * Writes a batch and, into the active generation, commits it together with its mark: afterwards it survives a crash. A
     * generation that is being filled would be forgotten at a restart anyhow; it is committed when it is activated. The
     * batch is visible to searches at the latest after the next {@link #refresh()}, and never in part.
     *
     * @throws IndexBrokenException when the generation is damaged or does not exist
     */
    void write(String generation, IndexBatch batch);

    /** Lets searches see what was written into the active generation. */
    void refresh();

    /**
     * Opens the active generation anew, as its last commit left it, after its writer has failed; searches go on meanwhile.
     *
     * @return false when there is none or it cannot be opened; what answered so far goes on answering
     */
    boolean reopen();

    /**
     * Lets this generation answer from now on, also after a restart. The one before is kept until it is dropped; what is
     * wrong with that one does not matter.
     *
     * @throws IndexBrokenException when this generation cannot be brought on disk; nothing has changed then
     */
    void activate(String generation);

    /** Deletes a generation and its files; unknown ones are no error. The active one cannot be dropped. */
    void drop(String generation);

    /** All generations, the active one among them. */
    Set<String> generations();

    /**
     * The hits that the query's access tokens allow, with total and counts of allowed hits only. Empty when no generation
     * is active.
     */
    EngineAnswer search(EngineQuery query);

    /**
     * Those of the conditions that none of the query's hits meets; all of them when no generation is active. When the time
     * limit is over, conditions not yet looked at count as not met.
     */
    Set<Match> unmet(EngineQuery query, Collection<Match> conditions);

    /** The stored words of these documents, in the same order; those that have left the index are missing. */
    List<StoredText> read(Collection<String> ids);

    /** How many documents hold a term, whoever may find them; for weighing guesses, never for showing. */
    long frequency(TextField field, String term);

    /** The terms of a text as the field keeps them. */
    List<AnalyzedToken> analyze(TextField field, String text);

    /** The states of all documents of these groups in the active generation, in no order. */
    List<IndexedState> states(Collection<String> groups);

    /** The next groups after this one in the active generation, in order; some may have lost their last document. */
    List<String> groups(String after, int limit);

    /** How many documents the active generation holds; 0 when it cannot be read. */
    long documents();

    /** How the index is; never fails. Asks the disk, too. */
    EngineHealth health();

    /** Checks the files of the active generation as far as checksums go; false when damaged or when none is active. */
    boolean intact();

    @Override
    void close();
}
