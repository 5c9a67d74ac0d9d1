package vn.gopy.opinion;

/** An opinion was sent and counts from now on. Published inside the transaction of the change. */
public record CommentSent(Comment comment) {}
