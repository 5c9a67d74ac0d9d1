package vn.gopy.consolidation.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.consolidation.archive.DossierArchive;
import vn.gopy.consolidation.archive.DossierArchives;
import vn.gopy.draft.DossierId;

/** A dossier as one file, written while it is made. */
@RestController
class ArchiveController {

    private final Askers askers;
    private final DossierArchives archives;

    ArchiveController(Askers askers, DossierArchives archives) {
        this.askers = askers;
        this.archives = archives;
    }

    @GetMapping({"/api/v1/dossiers/{id}/archive.zip", "/app-api/dossiers/{id}/archive.zip"})
    void zip(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        DossierArchive archive = archives.of(askers.require(), new DossierId(id));
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(archive.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        archive.writeTo(response.getOutputStream());
    }
}
