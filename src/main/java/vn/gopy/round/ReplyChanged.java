package vn.gopy.round;

/** One reply changed, and nothing else of its round. Published inside the transaction of the change. */
public record ReplyChanged(ReplyId replyId, RoundId roundId) {}
