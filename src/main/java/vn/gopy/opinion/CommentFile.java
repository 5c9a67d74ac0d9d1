package vn.gopy.opinion;

import java.util.UUID;

/**
 * A file that belongs to an opinion.
 *
 * @param size in bytes
 */
public record CommentFile(UUID id, String name, long size) {}
