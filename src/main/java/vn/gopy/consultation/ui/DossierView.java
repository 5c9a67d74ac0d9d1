package vn.gopy.consultation.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.consultation.Round;
import vn.gopy.consultation.Rounds;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.SeriesRole;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.ui.Breadcrumb;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/** One dossier: its drafts in order, the papers beside them, its rounds. */
@Route("ho-so")
@PermitAll
class DossierView extends Main implements HasUrlParameter<String>, HasDynamicTitle, Breadcrumb {

    private static final int WHILE_READING_MILLIS = 700;

    private final Askers askers;
    private final Dossiers dossiers;
    private final Drafts drafts;
    private final Rounds rounds;
    private final RoundRow row;
    private final Div versions = new Div();
    private final Set<VersionId> finishing = new HashSet<>();
    private Dossier dossier;

    DossierView(Askers askers, Dossiers dossiers, Drafts drafts, Rounds rounds, RoundRow row) {
        this.askers = askers;
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.rounds = rounds;
        this.row = row;
        addClassName("page");
    }

    @Override
    public void setParameter(BeforeEvent event, String id) {
        Person asker = askers.require();
        dossier = find(asker, id);
        removeAll();
        add(head(), versions);
        if (drafts.mayUpload(asker, dossier)) {
            add(uploads());
        }
        List<Round> known = rounds.of(asker, dossier.id());
        if (!known.isEmpty()) {
            add(roundsSection(asker, known));
        }
        showVersions();
    }

    private Dossier find(Person asker, String id) {
        try {
            return dossiers.get(asker, new DossierId(UUID.fromString(id)));
        } catch (Refusal | IllegalArgumentException absentOrHidden) {
            throw new NotFoundException();
        }
    }

    private Component head() {
        Div head = Parts.classed(new Div(), "page-head");
        String drafter = dossier.drafterName() == null ? "" : " · " + dossier.drafterName();
        head.add(Parts.title(dossier.title()), Parts.caption(dossier.code() + drafter));
        return head;
    }

    private void showVersions() {
        versions.removeAll();
        Person asker = askers.require();
        List<DraftVersion> all = drafts.of(asker, dossier.id());
        versions.add(list(asker, "dossier.drafts", all, version -> version.role() == SeriesRole.MAIN));
        if (all.stream().anyMatch(version -> version.role() != SeriesRole.MAIN)) {
            versions.add(list(asker, "term.papers", all, version -> version.role() != SeriesRole.MAIN));
        }
        boolean reading = all.stream()
                .anyMatch(one -> one.state() == VersionState.RECEIVED || one.state() == VersionState.EXTRACTING);
        boolean waiting = reading || !finishing.isEmpty();
        getUI().ifPresent(ui -> ui.setPollInterval(waiting ? WHILE_READING_MILLIS : -1));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().addPollListener(poll -> {
            if (isAttached()) {
                showVersions();
            }
        });
        showVersions();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        detached.getUI().setPollInterval(-1);
    }

    private Component list(Person asker, String titleKey, List<DraftVersion> all, Predicate<DraftVersion> which) {
        UnorderedList list = Parts.classed(new UnorderedList(), "works");
        all.stream().filter(which).toList().reversed().forEach(version -> list.add(row(asker, version)));
        Section section = new Section(Parts.section(getTranslation(titleKey), ""), list);
        if (list.getComponentCount() == 0) {
            section.add(Parts.classed(new Paragraph(getTranslation("dossier.noDraft")), "empty"));
        }
        return section;
    }

    private ListItem row(Person asker, DraftVersion version) {
        Div words = new Div(name(version), details(version));
        if (version.state() == VersionState.FAILED && version.problem() != null) {
            words.add(Parts.classed(new Paragraph(getTranslation("refusal." + version.problem())), "err"));
        }
        Div acts = Parts.classed(new Div(States.version(this, version)), "acts");
        if (version.state() == VersionState.PUBLISHED && version.role() == SeriesRole.MAIN) {
            acts.add(takeReturned(version));
            if (drafts.mayPublish(asker, version)) {
                acts.add(check(version, "checker.act.revise", "ter"));
            }
        }
        if (version.state() == VersionState.REVIEW && drafts.mayPublish(asker, version)) {
            if (version.role() == SeriesRole.MAIN) {
                acts.add(check(version, "checker.title"));
            }
            acts.add(finishCheck(version));
        }
        return new ListItem(new Icon("file"), words, acts);
    }

    private Component name(DraftVersion version) {
        String words = version.role() == SeriesRole.MAIN
                ? getTranslation("term.draft", version.ordinal())
                : getTranslation("series.role." + version.role());
        boolean readable = version.state() == VersionState.PUBLISHED || version.state() == VersionState.REVIEW;
        boolean draft = version.role() == SeriesRole.MAIN;
        return readable && draft
                ? new Anchor("/ho-so/" + dossier.id() + "/du-thao/" + version.ordinal(), words)
                : new Span(words);
    }

    private Component details(DraftVersion version) {
        Anchor file = new Anchor(
                "/app-api/versions/" + version.id() + "/file", version.file().name());
        file.addClassName("lnk");
        file.setRouterIgnore(true);
        Paragraph details = Parts.classed(new Paragraph(), "cap");
        details.add(file, new Span(" · " + Moments.shortly(version.uploadedAt())));
        return details;
    }

    /** Opens the draft with the question for the marked-up file. */
    private Component takeReturned(DraftVersion version) {
        Anchor link = new Anchor(
                "/ho-so/" + dossier.id() + "/du-thao/" + version.ordinal() + "?ban-gop-y",
                new Icon("upload"),
                new Span(getTranslation("reader.returned.title")));
        link.addClassNames("btn", "ter");
        return link;
    }

    private Component check(DraftVersion version, String words, String... styles) {
        Anchor check = new Anchor(CheckView.path(version), getTranslation(words));
        check.addClassNames("btn");
        check.addClassNames(styles);
        return check;
    }

    private Component finishCheck(DraftVersion version) {
        NativeButton finish = Parts.button("check", getTranslation("action.finishCheck"), "pri");
        finish.setEnabled(!finishing.contains(version.id()));
        finish.addClickListener(click -> {
            finishing.add(version.id());
            Person asker = askers.require();
            UI page = click.getSource().getUI().orElseThrow();
            showVersions();
            Thread.ofVirtual().name("finish-check").start(() -> finishCheck(page, asker, version.id()));
        });
        return finish;
    }

    /** A long draft takes a moment: outside the lock of the session, so that the person's other pages go on. */
    private void finishCheck(UI page, Person asker, VersionId version) {
        try {
            drafts.publish(asker, version);
            page.access(() -> finished(version));
        } catch (Refusal refused) {
            page.access(() -> {
                finished(version);
                Notification.show(getTranslation("refusal." + refused.code(), refused.arguments()))
                        .setAssertive(true);
            });
        } catch (RuntimeException failed) {
            page.access(() -> {
                finished(version);
                throw failed;
            });
        }
    }

    private void finished(VersionId version) {
        finishing.remove(version);
        showVersions();
    }

    private Component uploads() {
        Section section = new Section();
        section.add(
                new UploadArea(
                        getTranslation("dossier.drop"),
                        getTranslation("action.uploadDraft"),
                        file -> drafts.upload(askers.require(), dossier.id(), null, file),
                        this::showVersions),
                new UploadArea(
                        getTranslation("dossier.dropPaper"),
                        getTranslation("action.uploadPaper"),
                        file -> drafts.uploadPaper(
                                askers.require(), dossier.id(), Papers.roleOf(file.fileName()), file),
                        this::showVersions));
        section.addClassName("upload-pair");
        return section;
    }

    private Component roundsSection(Person asker, List<Round> known) {
        UnorderedList list = Parts.classed(new UnorderedList(), "rounds");
        row.of(this, asker, known.reversed()).forEach(list::add);
        return new Section(Parts.section(getTranslation("nav.rounds"), ""), list);
    }

    @Override
    public String getPageTitle() {
        return dossier.title() + " · Góp Ý";
    }

    @Override
    public String place() {
        return dossier.title();
    }

    @Override
    public String sectionName() {
        return getTranslation("nav.dossiers");
    }

    @Override
    public String sectionPath() {
        return "/ho-so";
    }
}
