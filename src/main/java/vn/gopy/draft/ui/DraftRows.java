package vn.gopy.draft.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.upload.Upload;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.UploadedFile;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionKeeping;
import vn.gopy.draft.VersionState;
import vn.gopy.draft.brief.Briefs;
import vn.gopy.draft.live.LiveDrafts;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/** The drafts of a dossier and the papers beside them, each with what may be done with it in its state. */
final class DraftRows extends Div {

    private final Askers askers;
    private final Drafts drafts;
    private final VersionKeeping keeping;
    private final Briefs briefs;
    private final LiveDrafts live;
    private final UploadResults results;
    private final Dossier dossier;
    private final Runnable changed;
    private final Set<VersionId> finishing = new HashSet<>();
    private final Map<VersionId, BriefForm> writing = new HashMap<>();
    private List<DraftVersion> shown = List.of();

    /** @param changed called in the page after something was done here */
    DraftRows(
            Askers askers,
            Drafts drafts,
            VersionKeeping keeping,
            Briefs briefs,
            LiveDrafts live,
            UploadResults results,
            Dossier dossier,
            Runnable changed) {
        this.askers = askers;
        this.drafts = drafts;
        this.keeping = keeping;
        this.briefs = briefs;
        this.live = live;
        this.results = results;
        this.dossier = dossier;
        this.changed = changed;
    }

    /** Shows what is different; true while something is being read or finished. */
    boolean follow() {
        List<DraftVersion> now = drafts.of(askers.require(), dossier.id());
        if (!now.equals(shown) || getComponentCount() == 0) {
            shown = now;
            show();
        }
        return !finishing.isEmpty()
                || now.stream()
                        .anyMatch(
                                one -> one.state() == VersionState.RECEIVED || one.state() == VersionState.EXTRACTING);
    }

    /** As they are shown. */
    List<DraftVersion> shown() {
        return shown;
    }

    private void show() {
        removeAll();
        Person asker = askers.require();
        add(list(asker, "dossier.drafts", version -> version.name().isMain()));
        if (shown.stream().anyMatch(version -> !version.name().isMain())) {
            add(list(asker, "term.papers", version -> !version.name().isMain()));
        }
    }

    /** The series in their order, in each the latest version first. */
    private Component list(Person asker, String titleKey, Predicate<DraftVersion> which) {
        UnorderedList list = Parts.classed(new UnorderedList(), "works");
        shown.stream()
                .filter(which)
                .sorted(Comparator.comparingInt(
                                (DraftVersion version) -> version.name().place())
                        .thenComparing(DraftVersion::ordinal, Comparator.reverseOrder()))
                .forEach(version -> list.add(row(asker, version)));
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
        boolean keeps = drafts.mayPublish(asker, version);
        comparison(version).ifPresent(acts::add);
        if (version.state() == VersionState.PUBLISHED && !version.ended() && asker.readsContent()) {
            acts.add(takeReturned(version));
            if (keeps) {
                acts.add(check(version, "checker.act.revise", "ter"));
                if (version.ordinal() > 1) {
                    String aligned = Addresses.alignment(dossier.id(), version.number());
                    acts.add(Parts.buttonLink(aligned, "", getTranslation("align.title"), "ter"));
                }
            }
        }
        if (version.state() == VersionState.REVIEW && keeps) {
            acts.add(check(version, "checker.title"), finishCheck(version));
        }
        if (keeps) {
            words.add(care(version));
        }
        ListItem row = new ListItem(new Icon("file"), words, acts);
        if (keeps && writing.containsKey(version.id())) {
            // What is being typed outlasts a change of the list.
            row.add(writing.get(version.id()));
        }
        return row;
    }

    private Component name(DraftVersion version) {
        String words = words(version);
        return version.isReadable()
                ? new Anchor(Addresses.draft(dossier.id(), version.number()), words)
                : Parts.classed(new Span(words), "strong");
    }

    /** The way to the comparison with the version before it, where both have a text. */
    private Optional<Component> comparison(DraftVersion version) {
        return shown.stream()
                .filter(before -> version.isReadable() && before.isReadable())
                .filter(before -> before.seriesId().equals(version.seriesId()) && before.ordinal() < version.ordinal())
                .max(Comparator.comparingInt(DraftVersion::ordinal))
                .map(before -> Parts.buttonLink(
                        Addresses.comparison(dossier.id(), before.number(), version.number()),
                        "compare",
                        getTranslation("compare.withEarlier"),
                        "ter"));
    }

    /** "Dự thảo lần 2 · Bản sau thẩm định". */
    private String words(DraftVersion version) {
        String words = getTranslation(version.name().key(), version.ordinal());
        return version.label().isEmpty() ? words : words + " · " + version.label();
    }

    private boolean isLast(DraftVersion version) {
        return shown.stream()
                .noneMatch(other -> other.seriesId().equals(version.seriesId()) && other.ordinal() > version.ordinal());
    }

    private Component details(DraftVersion version) {
        Anchor file = new Anchor(
                "/app-api/versions/" + version.id() + "/file", version.file().name());
        file.addClassName("lnk");
        file.setRouterIgnore(true);
        Paragraph details = Parts.classed(new Paragraph(), "cap");
        details.add(file, new Span(" · " + Moments.shortly(version.uploadedAt())));
        if (!version.name().isMain() && !isLast(version)) {
            details.add(new Span(" · " + getTranslation("dossier.paper.superseded")));
        }
        if (version.isReadable()) {
            Anchor paper =
                    new Anchor("/app-api/versions/" + version.id() + "/print.pdf", getTranslation("dossier.print"));
            paper.addClassName("lnk");
            paper.setRouterIgnore(true);
            details.add(new Span(" · "), paper);
        }
        return details;
    }

    /** A name of its own; while it is unchecked another file, or none. */
    private Component care(DraftVersion version) {
        Div care = Parts.classed(new Div(), "care");
        NativeButton label = Parts.button("pen", getTranslation("dossier.label"), "ter", "sm");
        label.addClickListener(click -> askLabel(care, version));
        care.add(label);
        if (!version.name().isMain() && isLast(version) && drafts.mayUpload(askers.require(), dossier)) {
            care.add(next(version));
        }
        if (version.state() == VersionState.PUBLISHED) {
            NativeButton brief = Parts.button("lines", getTranslation("dossier.brief"), "ter", "sm");
            brief.addClickListener(click -> write(version));
            care.add(brief);
        } else {
            String file = version.file().name();
            care.add(
                    replace(version),
                    new SureButton(
                            getTranslation("dossier.delete"),
                            getTranslation("dossier.delete.of", file),
                            getTranslation("dossier.delete.sure", file),
                            () -> delete(version)));
        }
        return care;
    }

    private void askLabel(Div care, DraftVersion version) {
        Input label = Parts.classed(new Input(), "fld", "narrow");
        label.setAriaLabel(getTranslation("dossier.label.field", words(version)));
        label.setPlaceholder(getTranslation("dossier.label.hint"));
        label.setValue(version.label());
        label.getElement().setAttribute("maxlength", "200");
        NativeButton save = Parts.button("check", getTranslation("dossier.save"));
        save.addClickListener(click ->
                doing(() -> keeping.label(askers.require(), version.id(), version.version(), label.getValue())));
        NativeButton cancel = Parts.button("", getTranslation("dossier.cancel"), "ter");
        cancel.addClickListener(click -> show());
        care.removeAll();
        care.add(label, save, cancel);
        label.focus();
    }

    private void write(DraftVersion version) {
        BriefForm form = new BriefForm(askers, drafts, briefs, version, words(version), () -> {
            writing.remove(version.id());
            shown = List.of();
            changed.run();
        });
        writing.put(version.id(), form);
        show();
        form.focus();
    }

    private Component replace(DraftVersion version) {
        NativeButton choose = Parts.button("refresh", getTranslation("dossier.replace"), "ter", "sm");
        choose.setAriaLabel(getTranslation("dossier.replace.of", version.file().name()));
        return upload(choose, file -> keeping.replace(askers.require(), version.id(), file));
    }

    /** The next version of a paper, which takes the place of the one before. */
    private Component next(DraftVersion paper) {
        NativeButton choose = Parts.button("upload", getTranslation("dossier.paper.next"), "ter", "sm");
        choose.setAriaLabel(getTranslation("dossier.paper.next.of", words(paper)));
        return upload(choose, file -> drafts.upload(askers.require(), dossier.id(), paper.seriesId(), file));
    }

    private Component upload(NativeButton choose, Function<UploadedFile, DraftVersion> taker) {
        Upload upload = Parts.classed(new Upload(), "replace-file");
        upload.setDropAllowed(false);
        upload.setUploadButton(choose);
        new FileReception(this, taker, results).serve(upload, changed);
        return upload;
    }

    private void delete(DraftVersion version) {
        doing(() -> {
            keeping.delete(askers.require(), version.id(), version.version());
            Confirmation.that(getTranslation("dossier.deleted", version.file().name()));
        });
    }

    /** What somebody else has changed meanwhile is shown as it is now. */
    private void doing(Runnable deed) {
        try {
            deed.run();
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.STALE) {
                throw refused;
            }
            Confirmation.that(getTranslation("dossier.stale"));
        } finally {
            shown = List.of();
            changed.run();
        }
    }

    /** Opens the draft with the question for the marked-up file. */
    private Component takeReturned(DraftVersion version) {
        return Parts.buttonLink(
                Addresses.with(Addresses.draft(dossier.id(), version.number()), "ban-gop-y"),
                "upload",
                getTranslation("reader.returned.title"),
                "ter");
    }

    private Component check(DraftVersion version, String words, String... styles) {
        return Parts.buttonLink(CheckView.path(version), "", getTranslation(words), styles);
    }

    private Component finishCheck(DraftVersion version) {
        NativeButton finish = Parts.button("check", getTranslation("action.finishCheck"), "pri");
        finish.setEnabled(!finishing.contains(version.id()));
        finish.addClickListener(click -> {
            finishing.add(version.id());
            Person asker = askers.require();
            UI page = click.getSource().getUI().orElseThrow();
            show();
            changed.run();
            Thread.ofVirtual().name("finish-check").start(() -> finishCheck(page, asker, version.id()));
        });
        return finish;
    }

    /** A long draft takes a moment: outside the lock of the session, so that the person's other pages go on. */
    private void finishCheck(UI page, Person asker, VersionId version) {
        try {
            publish(page, asker, version);
        } finally {
            live.lookAgain(asker.id());
        }
    }

    private void publish(UI page, Person asker, VersionId version) {
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
        shown = List.of();
        changed.run();
    }
}
