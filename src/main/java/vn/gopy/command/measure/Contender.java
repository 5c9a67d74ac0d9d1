package vn.gopy.command.measure;

/** Something that searches. Every contender indexes the same articles and is asked the same. */
interface Contender extends AutoCloseable {

    /** How much is asked for. */
    enum Wish {
        /** The ten best hits, the exact number of all, and the counts of every facet's values. */
        PAGE_WITH_FACETS,
        /** The ten best hits: what a contender gives at the least, see each. */
        PAGE
    }

    String name();

    /** Indexes all articles on one thread until they are on disk and can be searched. */
    void index(MeasuredArticles articles);

    /** Asks, and gives how many hits there are as far as the contender knows. */
    long search(String question, Wish wish);

    /** What the index takes on disk. */
    long bytes();

    @Override
    void close();
}
