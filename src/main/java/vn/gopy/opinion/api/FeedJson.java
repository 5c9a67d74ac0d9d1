package vn.gopy.opinion.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.opinion.CommentId;

/**
 * A list of threads, or what is different since the last one.
 *
 * @param whole whether {@code items} are all; else those that changed
 * @param vanished threads of the last answer that are no more
 * @param mark for {@code ?since=} of the next question
 */
public record FeedJson(
        List<ThreadJson> items,
        long total,
        @Nullable String next,
        boolean whole,
        List<CommentId> vanished,
        String mark) {}
