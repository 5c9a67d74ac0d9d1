package vn.gopy.consultation;

/** An opinion was sent and counts from now on. Published inside the transaction of the change. */
public record CommentSent(Comment comment) {}
