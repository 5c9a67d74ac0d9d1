package vn.gopy.draft;

import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.citation.CitedDocument;

/**
 * A citation of a version that leads somewhere: to a place of the same version, or to another document.
 *
 * @param heading whether the words stand in the heading of the place, else in its text
 * @param start offset in UTF-16 units
 * @param target null when another document is cited
 * @param path of the place in the other document; empty for the whole
 */
record StoredCitation(
        ProvisionId place,
        boolean heading,
        int start,
        int end,
        @Nullable ProvisionId target,
        @Nullable CitedDocument document,
        String path) {}
