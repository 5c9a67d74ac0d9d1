package vn.gopy.opinion;

import java.util.List;
import vn.gopy.draft.ProvisionId;

/**
 * An opinion was sent and counts from now on. Published inside the transaction of the change.
 *
 * @param places that it concerns besides its main one, in their order
 */
public record CommentSent(Comment comment, List<ProvisionId> places) {}
