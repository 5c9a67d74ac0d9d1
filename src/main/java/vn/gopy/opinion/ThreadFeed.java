package vn.gopy.opinion;

import java.util.List;
import java.util.Map;

/**
 * The threads of a version as a page takes them over: all of them, or what is different since it last asked.
 *
 * @param comments opinions and replies, each thread complete, in order of their first opinion
 * @param placed how the first opinions that were said of earlier versions stand to this one
 * @param marks what people say of the threads without words
 * @param vanished first opinions that the asker saw and that are no more
 * @param mark to ask with next time; says nothing to anybody else
 * @param whole whether these are all, so that what the page has besides is to be dropped
 */
public record ThreadFeed(
        List<Comment> comments,
        Map<CommentId, PlacedOpinion> placed,
        Map<CommentId, List<ThreadMark>> marks,
        List<CommentId> vanished,
        String mark,
        boolean whole) {}
