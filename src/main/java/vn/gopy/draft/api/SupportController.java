package vn.gopy.draft.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.support.Support;
import vn.gopy.draft.support.SupportId;
import vn.gopy.draft.support.Supporting;
import vn.gopy.shared.Page;

/** Vào hồ sơ để hỗ trợ. */
@RestController
@RequestMapping("/api/v1/support")
class SupportController {

    private final Askers askers;
    private final Supporting supporting;

    SupportController(Askers askers, Supporting supporting) {
        this.askers = askers;
        this.supporting = supporting;
    }

    /**
     * @param code of the dossier, such as HS-12
     * @param lasts whether the administrator reads the dossier now
     */
    record SupportJson(
            SupportId id,
            DossierId dossierId,
            String code,
            String name,
            String reason,
            String beginsAt,
            String endsAt,
            boolean lasts,
            @Nullable String endedAt,
            @Nullable String endedBy) {}

    private SupportJson json(Support one) {
        Instant ended = one.endedAt();
        return new SupportJson(
                one.id(),
                one.dossier(),
                one.code(),
                one.name(),
                one.reason(),
                one.beginsAt().toString(),
                one.endsAt().toString(),
                supporting.lasts(one),
                ended == null ? null : ended.toString(),
                one.endedBy());
    }

    @GetMapping
    Page<SupportJson> latest() {
        return Page.whole(
                supporting.latest(askers.require()).stream().map(this::json).toList());
    }

    /** @param dossier its code, such as HS-12 */
    record Entered(
            @Nullable String dossier,
            @Nullable Integer hours,
            @Nullable String reason) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SupportJson enter(@RequestBody Entered entered) {
        int hours = entered.hours() == null ? 0 : entered.hours();
        return json(supporting.enter(askers.require(), entered.dossier(), hours, entered.reason()));
    }

    @PostMapping("/{id}/end")
    SupportJson end(@PathVariable UUID id) {
        return json(supporting.end(askers.require(), new SupportId(id)));
    }
}
