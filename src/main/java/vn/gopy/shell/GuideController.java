package vn.gopy.shell;

import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The user guide as plain pages: open to all, since it tells nothing of any document, and readable before one can sign in. */
@Controller
class GuideController {

    private static final CacheControl AN_HOUR = CacheControl.maxAge(Duration.ofHours(1));

    private final Guide guide;
    private final StaticFiles.ForTemplates files;

    GuideController(Guide guide, StaticFiles.ForTemplates files) {
        this.guide = guide;
        this.files = files;
    }

    @ModelAttribute("browserFiles")
    StaticFiles.ForTemplates browserFiles() {
        return files;
    }

    @GetMapping("/huong-dan")
    String start(Model model) {
        return page(Guide.START, model);
    }

    @GetMapping("/huong-dan/{name}")
    String page(@PathVariable String name, Model model) {
        model.addAttribute(
                "page", guide.page(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("start", name.equals(Guide.START));
        return "huong-dan";
    }

    @GetMapping("/huong-dan/hinh/{name:[a-z0-9_-]+}.png")
    ResponseEntity<Resource> picture(@PathVariable String name) {
        Resource picture = new ClassPathResource(Guide.CLASS_PATH + "hinh/" + name + ".png");
        if (!picture.exists()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .cacheControl(AN_HOUR)
                .contentType(MediaType.IMAGE_PNG)
                .body(picture);
    }
}
