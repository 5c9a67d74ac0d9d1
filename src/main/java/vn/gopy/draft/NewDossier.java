package vn.gopy.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to open a dossier.
 *
 * @param people user names of those who may read it besides those whom the audience names
 * @param drafter code of the drafting unit
 */
public record NewDossier(
        String title,
        String kind,
        Audience audience,
        Discussion discussion,
        List<String> people,
        @Nullable String drafter) {}
