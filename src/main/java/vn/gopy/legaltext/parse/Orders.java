package vn.gopy.legaltext.parse;

import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.BlockRole;

/**
 * What people said about the blocks of a reading, by block id; both lists may be shorter than the blocks.
 *
 * @param roles what a block is
 * @param reshaped whether a person joined or cut it, so that nobody else does
 */
public record Orders(@Nullable BlockRole[] roles, boolean[] reshaped) {

    /** Where nobody has said anything. */
    public static final Orders NONE = new Orders(new BlockRole[0], new boolean[0]);

    @Nullable
    BlockRole role(Block block) {
        return block.id() < roles.length ? roles[block.id()] : null;
    }

    boolean isReshaped(Block block) {
        return block.id() < reshaped.length && reshaped[block.id()];
    }
}
