package vn.gopy.consultation.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.consultation.CommentId;

/**
 * A list of threads, or what is different since the last one.
 *
 * @param whole whether {@code items} are all; else those that changed
 * @param vanished threads of the last answer that are no more
 * @param mark for {@code ?since=} of the next question
 */
record FeedJson(
        List<ThreadJson> items,
        long total,
        @Nullable String next,
        boolean whole,
        List<CommentId> vanished,
        String mark) {}
