package vn.gopy.draft.api;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.akn.AkomaNtoso;
import vn.gopy.shared.Moments;
import vn.gopy.shared.web.Downloads;

/** A draft in Akoma Ntoso 3, for systems that exchange legal documents. */
@RestController
class AkomaNtosoController {

    private final Askers askers;
    private final Drafts drafts;
    private final Dossiers dossiers;

    AkomaNtosoController(Askers askers, Drafts drafts, Dossiers dossiers) {
        this.askers = askers;
        this.drafts = drafts;
        this.dossiers = dossiers;
    }

    /** The same text as the outline. */
    @GetMapping({"/api/v1/versions/{id}.akn.xml", "/app-api/versions/{id}.akn.xml"})
    ResponseEntity<Resource> xml(@PathVariable UUID id) {
        Person asker = askers.require();
        DraftVersion version = drafts.get(asker, new VersionId(id));
        String code = dossiers.get(asker, version.dossierId()).code();
        LocalDate day = LocalDate.ofInstant(version.uploadedAt(), Moments.ZONE);
        String xml = AkomaNtoso.of(
                drafts.outline(asker, version.id()), "/akn/vn/act/%s/%s".formatted(code, version.number()), day);
        return Downloads.untouched(
                (version.name().isMain()
                        ? "%s, lần %d.akn.xml".formatted(code, version.ordinal())
                        : "%s, %s.akn.xml".formatted(code, version.name().official())),
                new ByteArrayResource(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
