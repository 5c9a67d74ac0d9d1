package vn.gopy.shell;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.Role;
import vn.gopy.shared.DeadJob;
import vn.gopy.shared.Jobs;
import vn.gopy.shared.Page;
import vn.gopy.shared.Refusal;

/** What the product has given up doing behind the scenes, for administrators. */
@RestController
class JobController {

    private final Askers askers;
    private final Jobs jobs;

    JobController(Askers askers, Jobs jobs) {
        this.askers = askers;
        this.jobs = jobs;
    }

    @GetMapping("/api/v1/jobs/dead")
    Page<DeadJob> dead() {
        if (!askers.require().is(Role.ADMINISTRATOR)) {
            throw Refusal.forbidden();
        }
        return Page.whole(jobs.dead());
    }
}
