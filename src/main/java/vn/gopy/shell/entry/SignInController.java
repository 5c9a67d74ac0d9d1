package vn.gopy.shell.entry;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
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
import vn.gopy.account.PasswordLinks;
import vn.gopy.plain.PlainAddresses;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.web.InnerBrowser;
import vn.gopy.shell.StaticFiles;

/** The way in, as pages without script: fast on a weak line, whole on an old browser. */
@Controller
class SignInController {

    private final FirstAdministrator firstAdministrator;
    private final PasswordLinks passwordLinks;
    private final StaticFiles.ForTemplates files;
    private final VaadinDefaultRequestCache wanted;
    private final boolean demo;

    SignInController(
            FirstAdministrator firstAdministrator,
            PasswordLinks passwordLinks,
            StaticFiles.ForTemplates files,
            VaadinDefaultRequestCache wanted,
            @Value("${gopy.demo:false}") boolean demo) {
        this.firstAdministrator = firstAdministrator;
        this.passwordLinks = passwordLinks;
        this.files = files;
        this.wanted = wanted;
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
            @RequestParam(required = false) @Nullable String giu,
            @RequestParam(required = false) @Nullable String den,
            @RequestParam(required = false) @Nullable String dat,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (den != null && WantedPage.isOwn(den)) {
            WantedPage.want(request, den);
        }
        String target = WantedPage.of(wanted, request, response).orElse("/");
        boolean zalo = InnerBrowser.isZalo(request.getHeader("User-Agent"));
        if (zalo && den == null && error == null && moi == null && giu == null && dat == null && !target.equals("/")) {
            // “Mở bằng trình duyệt” hands the address on and no session: the address has to say where to go.
            return "redirect:" + Addresses.with("/dang-nhap", "den", target);
        }
        model.addAttribute("zalo", zalo);
        model.addAttribute("kept", giu != null);
        model.addAttribute("plainly", target.startsWith(PlainAddresses.HOME));
        model.addAttribute("plain", "/dang-nhap?den=" + encoded(PlainAddresses.opening(target)));
        model.addAttribute("name", error == null ? "" : TypedName.read(request));
        model.addAttribute("wrong", error != null);
        model.addAttribute("again", moi != null);
        model.addAttribute("set", dat != null);
        model.addAttribute("demo", demo);
        return "dang-nhap";
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
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

    @GetMapping("/" + Addresses.SET_PASSWORD + "/{token}")
    String password(@PathVariable String token, Model model) {
        model.addAttribute("valid", passwordLinks.valid(token));
        model.addAttribute("token", token);
        return "dat-mat-khau";
    }

    @PostMapping("/" + Addresses.SET_PASSWORD + "/{token}")
    String setPassword(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String password,
            @RequestParam(required = false) @Nullable String again,
            Model model) {
        try {
            if (!Objects.equals(password, again)) {
                throw Refusal.unprocessable("PASSWORDS_DIFFER");
            }
            passwordLinks.use(token, password);
            return "redirect:/dang-nhap?dat";
        } catch (Refusal refusal) {
            model.addAttribute("problem", "refusal." + refusal.code());
            model.addAttribute("arguments", refusal.arguments());
            return password(token, model);
        }
    }
}
