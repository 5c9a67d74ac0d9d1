package vn.gopy.shell.entry;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.gopy.account.FirstAdministrator;
import vn.gopy.shared.Refusal;
import vn.gopy.shell.StaticFiles;

/** The way in, as pages without script: fast on a weak line, whole on an old browser. */
@Controller
class SignInController {

    private final FirstAdministrator firstAdministrator;
    private final StaticFiles.ForTemplates files;
    private final boolean demo;

    SignInController(
            FirstAdministrator firstAdministrator,
            StaticFiles.ForTemplates files,
            @Value("${gopy.demo:false}") boolean demo) {
        this.firstAdministrator = firstAdministrator;
        this.files = files;
        this.demo = demo;
    }

    @ModelAttribute("browserFiles")
    StaticFiles.ForTemplates browserFiles() {
        return files;
    }

    @GetMapping("/dang-nhap")
    String signIn(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String moi,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("name", error == null ? "" : TypedName.read(request));
        model.addAttribute("wrong", error != null);
        model.addAttribute("again", moi != null);
        model.addAttribute("demo", demo);
        return "dang-nhap";
    }

    /** What an old browser gets instead of a white page. */
    @GetMapping("/trinh-duyet-cu")
    String oldBrowser(@RequestParam(defaultValue = "/") String den, Model model) {
        boolean own = den.startsWith("/") && !den.startsWith("//") && !den.contains("\\");
        model.addAttribute("target", own ? den : "/");
        return "trinh-duyet-cu";
    }

    @GetMapping("/bat-dau/{token}")
    String begin(@PathVariable String token, Model model) {
        model.addAttribute("valid", firstAdministrator.valid(token));
        model.addAttribute("token", token);
        return "bat-dau";
    }

    @PostMapping("/bat-dau/{token}")
    String create(
            @PathVariable String token,
            @RequestParam String username,
            @RequestParam String name,
            @RequestParam String password,
            Model model) {
        try {
            firstAdministrator.create(token, username.strip(), name.strip(), password);
            return "redirect:/dang-nhap";
        } catch (Refusal refusal) {
            model.addAttribute("valid", firstAdministrator.valid(token));
            model.addAttribute("token", token);
            model.addAttribute("problem", "refusal." + refusal.code());
            model.addAttribute("arguments", refusal.arguments());
            return "bat-dau";
        }
    }
}
