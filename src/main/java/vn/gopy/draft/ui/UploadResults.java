package vn.gopy.draft.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.Drafts.Extent;
import vn.gopy.draft.StructureChecks;
import vn.gopy.draft.Understood;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.legaltext.Changes;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/** What became of each file that was handed in here: a line each, which follows the reading and can be closed. */
final class UploadResults extends UnorderedList {

    private static final int MOST = 40;

    private final Askers askers;
    private final Drafts drafts;
    private final StructureChecks checks;
    private final int largestFile;
    private final List<UploadLine> lines = new ArrayList<>();

    UploadResults(Askers askers, Drafts drafts, StructureChecks checks) {
        this.askers = askers;
        this.drafts = drafts;
        this.checks = checks;
        this.largestFile = drafts.largestFile();
        addClassName("upload-results");
        getElement().setAttribute("aria-live", "polite");
    }

    /** A file whose reading is followed. */
    void taken(DraftVersion version) {
        UploadLine line = new UploadLine(version.file().name());
        line.show(version, null);
        begin(line);
    }

    /** A file that was not taken, and why. */
    void refused(String fileName, String sentence) {
        UploadLine line = new UploadLine(fileName);
        line.say("no", "warning", new Span(fileName), sentence, List.of());
        begin(line);
    }

    private void begin(UploadLine line) {
        if (lines.size() == MOST) {
            remove(lines.removeLast().item);
        }
        lines.addFirst(line);
        addComponentAsFirst(line.item);
    }

    /** How large a file may be, in MB, as it was when the page was opened; the facade judges by what holds then. */
    int largestFile() {
        return largestFile;
    }

    /** Shows how far the reading is; true while a file is still being read. Asks for nothing when none is. */
    boolean follow() {
        List<VersionId> waiting = lines.stream()
                .filter(UploadLine::waits)
                .map(line -> line.version.id())
                .toList();
        if (waiting.isEmpty()) {
            return false;
        }
        Person asker = askers.require();
        Map<VersionId, DraftVersion> now =
                drafts.among(asker, waiting).stream().collect(Collectors.toMap(DraftVersion::id, Function.identity()));
        Map<VersionId, Understood> understood = drafts.understood(
                asker,
                now.values().stream()
                        .filter(version -> version.state() == VersionState.REVIEW)
                        .map(DraftVersion::id)
                        .toList());
        for (UploadLine line : List.copyOf(lines)) {
            if (line.waits()) {
                Optional.ofNullable(now.get(line.version.id()))
                        .ifPresentOrElse(version -> line.show(version, understood.get(version.id())), line::close);
            }
        }
        return lines.stream().anyMatch(UploadLine::waits);
    }

    /** "07 Chương, 51 Điều"; empty where there are none. */
    static String words(Component page, Extent extent) {
        List<String> parts = new ArrayList<>();
        if (extent.chapters() > 0) {
            parts.add(page.getTranslation("extent.chapters", Figures.two(extent.chapters())));
        }
        if (extent.articles() > 0) {
            parts.add(page.getTranslation("extent.articles", Figures.two(extent.articles())));
        }
        return String.join(", ", parts);
    }

    /** One file. */
    private final class UploadLine {

        private final ListItem item = new ListItem();
        private final String fileName;
        private DraftVersion version;

        @SuppressWarnings("NullAway.Init") // given before it is shown
        UploadLine(String fileName) {
            this.fileName = fileName;
        }

        boolean waits() {
            return version != null
                    && (version.state() == VersionState.RECEIVED || version.state() == VersionState.EXTRACTING);
        }

        void close() {
            lines.remove(this);
            UploadResults.this.remove(item);
        }

        void show(DraftVersion now, @Nullable Understood understood) {
            if (version == null || version.state() != now.state()) {
                fill(now, understood);
            }
        }

        private void fill(DraftVersion now, @Nullable Understood understood) {
            version = now;
            Anchor name = new Anchor(Addresses.dossier(now.dossierId()), fileName);
            name.addClassName("lnk");
            switch (now.state()) {
                case RECEIVED -> say("", "clock", name, getTranslation("upload.taken"), List.of());
                case EXTRACTING -> say("", "clock", name, getTranslation("upload.recognising"), List.of());
                case FAILED ->
                    say("no", "warning", name, problem(now), List.of(link(dossier(now), "upload.failedRead")));
                case REVIEW -> review(name, understood);
                case PUBLISHED -> say("ok", "check", name, read(understood), List.of());
            }
        }

        private void review(Component name, @Nullable Understood understood) {
            List<Component> ways = new ArrayList<>();
            ways.add(link(CheckView.path(version), "checker.title"));
            if (understood != null && understood.tracked() != null) {
                ways.add(choices(understood.tracked()));
            }
            say("ok", "check", name, read(understood), ways);
        }

        /** Which text of the tracked changes is read: said, and chosen, before anybody opens the check. */
        private Component choices(Understood.Tracked tracked) {
            Span words = new Span(getTranslation("upload.tracked", tracked.count()));
            Span choices = Parts.classed(new Span(words), "choices");
            choices.getElement().setAttribute("role", "group");
            choices.getElement().setAttribute("aria-label", getTranslation("upload.tracked", tracked.count()));
            for (Changes choice : List.of(Changes.FINAL, Changes.ORIGINAL)) {
                NativeButton button =
                        Parts.classed(new NativeButton(getTranslation("upload.tracked." + choice)), "btn", "sm");
                button.getElement().setAttribute("aria-pressed", Boolean.toString(choice == tracked.read()));
                button.addClickListener(click -> choose(choice));
                choices.add(button);
            }
            return choices;
        }

        private void choose(Changes choice) {
            Person asker = askers.require();
            VersionId id = version.id();
            try {
                checks.reread(asker, id, version.version(), choice);
            } finally {
                fill(
                        drafts.get(asker, id),
                        drafts.understood(asker, List.of(id)).get(id));
            }
        }

        private String problem(DraftVersion failed) {
            return failed.problem() == null
                    ? getTranslation("draft.state.failed")
                    : getTranslation("refusal." + failed.problem());
        }

        private String read(@Nullable Understood file) {
            if (file == null) {
                return getTranslation("upload.read.plain");
            }
            String words = Stream.of(named(file), words(UploadResults.this, file.extent()))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
            String read = words.isEmpty() ? getTranslation("upload.read.plain") : getTranslation("upload.read", words);
            return file.findings() == 0 ? read : read + " " + getTranslation("upload.findings", file.findings());
        }

        /** "Quyết định 12/2026/QĐ-UBND", as far as the file says. */
        private static String named(Understood file) {
            return Stream.of(file.type(), file.number())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
        }

        private String dossier(DraftVersion one) {
            return Addresses.dossier(one.dossierId());
        }

        private Component link(String path, String key) {
            Anchor link = new Anchor(path, new Span(getTranslation(key)), new Icon("right"));
            link.addClassName("lnk");
            return link;
        }

        private void say(String tone, String icon, Component name, String sentence, List<Component> ways) {
            item.removeAll();
            item.setClassName(tone);
            NativeButton close = Parts.button("close", "", "ico", "ter");
            close.setAriaLabel(getTranslation("upload.hide", fileName));
            close.addClickListener(click -> close());
            Paragraph words = new Paragraph(name, new Span(sentence));
            words.add(ways);
            item.add(new Icon(icon), words, close);
        }
    }
}
