package vn.gopy.shell;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.shared.Refusal;

/** A path below the API that nothing answers is absent, as a problem detail; without this the screens would answer it. */
@Hidden
@RestController
class UnknownApiPath {

    @RequestMapping({"/api/**", "/app-api/**"})
    void unknown() {
        throw Refusal.notFound();
    }
}
