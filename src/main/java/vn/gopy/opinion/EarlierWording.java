package vn.gopy.opinion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an opinion said before its words were changed.
 *
 * @param until when others took their place
 * @param name who changed them, with {@code post} as it was then
 */
public record EarlierWording(
        CommentKind kind, String text, @Nullable String replacement, Instant until, String name, String post) {}
