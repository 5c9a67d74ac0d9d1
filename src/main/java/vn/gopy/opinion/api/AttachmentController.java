package vn.gopy.opinion.api;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.draft.UploadedFile;
import vn.gopy.opinion.Attachments;
import vn.gopy.opinion.CommentId;
import vn.gopy.shared.web.Downloads;

/** Files that belong to opinions. */
@RestController
class AttachmentController {

    private final Askers askers;
    private final Attachments attachments;
    private final Threads threads;

    AttachmentController(Askers askers, Attachments attachments, Threads threads) {
        this.askers = askers;
        this.attachments = attachments;
        this.threads = threads;
    }

    /** Adds a file to an own opinion that may still be changed. */
    @PostMapping({"/api/v1/comments/{id}/files", "/app-api/comments/{id}/files"})
    @ResponseStatus(HttpStatus.CREATED)
    ThreadJson attach(@PathVariable UUID id, @RequestParam MultipartFile file, Locale locale) throws IOException {
        Person asker = askers.require();
        var upload = new UploadedFile(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes(), "");
        return threads.of(asker, attachments.attach(asker, new CommentId(id), upload), locale);
    }

    /** Takes it away again. */
    @DeleteMapping({"/api/v1/comments/{id}/files/{file}", "/app-api/comments/{id}/files/{file}"})
    ThreadJson detach(@PathVariable UUID id, @PathVariable UUID file, Locale locale) {
        Person asker = askers.require();
        return threads.of(asker, attachments.detach(asker, new CommentId(id), file), locale);
    }

    /** The original bytes, never shown in the page. */
    @GetMapping({"/api/v1/comments/{id}/files/{file}", "/app-api/comments/{id}/files/{file}"})
    ResponseEntity<Resource> open(@PathVariable UUID id, @PathVariable UUID file) {
        Attachments.Opened opened = attachments.open(askers.require(), new CommentId(id), file);
        return Downloads.untouched(opened.name(), opened.content());
    }
}
