package vn.gopy.search.engine;

/**
 * How far the index has come; written in the same commit as the documents.
 *
 * @param epoch names the database whose changes were taken; a restored database gets a new one
 * @param n counts the batches taken since
 */
public record IndexMark(String epoch, long n) {}
