package vn.gopy.search;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionName;
import vn.gopy.opinion.CommentId;
import vn.gopy.shared.Addresses;

/**
 * Something found that the asker may see at this moment.
 *
 * @param dossierTitle the name of its dossier
 * @param versionId null for what concerns a whole dossier
 * @param version what the version is in the dossier; null without one
 * @param provisionId the smallest place that holds the best of it; for opinions and answers the place they are about
 * @param path of that place, such as {@code dieu-10/khoan-2}
 * @param anchor of that place in the reader's address: its path, behind the body's code where a version has several
 * @param label of that place as it is cited, small to large: {@code khoản 2 Điều 10}
 * @param steps from the outermost heading to that place
 * @param state of an opinion, outcome of an answer
 * @param title its heading or author, with the words found in it
 * @param snippet the best part of its words
 */
public record SearchHit(
        HitType type,
        DossierId dossierId,
        String dossierTitle,
        @Nullable VersionId versionId,
        @Nullable VersionName version,
        @Nullable ProvisionId provisionId,
        @Nullable CommentId commentId,
        @Nullable String path,
        @Nullable String anchor,
        @Nullable String label,
        List<String> steps,
        String state,
        List<Passage.Fragment> title,
        List<Passage.Fragment> snippet,
        float score) {

    /** The name of the reader's parameter for words to be marked at the place it opens at; stands once for each run. */
    public static final String MARKED = "tim";

    private static final int MOST_MARKED = 5;

    /** Whether it is not of a paper beside the draft. */
    public boolean main() {
        return version == null || version.isMain();
    }

    /** Where it is shown: the place in the reader, or the page of its dossier when it stands in no text of it. */
    public String address() {
        if (version == null) {
            return Addresses.dossier(dossierId);
        }
        return anchor == null
                ? Addresses.draft(dossierId, version.number())
                : Addresses.place(dossierId, version.number(), anchor);
    }

    /** The same, with the words found there, for the reader to mark them. */
    public String addressWithWords() {
        List<String> words = snippet.stream()
                .filter(Passage.Fragment::hit)
                .map(found -> found.text().strip().toLowerCase(Locale.ROOT))
                .distinct()
                .limit(MOST_MARKED)
                .toList();
        String address = address();
        if (address.indexOf('#') >= 0) {
            for (String found : words) {
                address = Addresses.with(address, MARKED, found);
            }
        }
        return address;
    }
}
