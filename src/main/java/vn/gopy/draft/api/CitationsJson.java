package vn.gopy.draft.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.Citations;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.LibraryDocument;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;

/** Văn bản viện dẫn and được viện dẫn. */
record CitationsJson(List<Cites> cites, List<CitedBy> citedBy) {

    /**
     * @param title as cited, such as {@code Luật Đầu tư công số 39/2019/QH14}
     * @param issuedOn as printed beside the number
     * @param places of this version where it is cited
     * @param document null when it is not in the library, or hidden from the asker
     */
    record Cites(
            String title,
            @Nullable String type,
            @Nullable String number,
            @Nullable String issuedOn,
            List<ProvisionId> places,
            @Nullable Document document) {}

    /** @param places of that document where it cites */
    record CitedBy(Document document, List<ProvisionId> places) {}

    /** @param url where one reads it; {@code name} number and title */
    record Document(
            VersionId versionId,
            DossierId dossierId,
            String dossierTitle,
            int ordinal,
            String url,
            @Nullable String number,
            String name) {

        static Document of(LibraryDocument document) {
            return new Document(
                    document.version(),
                    document.dossier(),
                    document.dossierTitle(),
                    document.inDossier().ordinal(),
                    document.address(),
                    document.number(),
                    document.name());
        }
    }

    static CitationsJson of(Citations.Graph graph) {
        return new CitationsJson(
                graph.cites().stream().map(CitationsJson::cites).toList(),
                graph.citedBy().stream()
                        .map(one -> new CitedBy(Document.of(one.document()), one.places()))
                        .toList());
    }

    private static Cites cites(Citations.Cited one) {
        return new Cites(
                one.title(),
                one.cited().type(),
                one.cited().number(),
                one.cited().date() == null ? null : one.cited().date().toString(),
                one.places(),
                one.document() == null ? null : Document.of(one.document()));
    }
}
