package vn.gopy.draft;

/**
 * A file that somebody hands in.
 *
 * @param label how it shall be called; empty for "Dự thảo lần n"
 */
public record Upload(String fileName, byte[] content, String label) {}
