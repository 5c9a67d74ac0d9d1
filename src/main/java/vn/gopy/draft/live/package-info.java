/** What open pages are told at once: streams of events, and who may hear of a draft, asked for many people together. */
@NullMarked
@NamedInterface("live")
package vn.gopy.draft.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
