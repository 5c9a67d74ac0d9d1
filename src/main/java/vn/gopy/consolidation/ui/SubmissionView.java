package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.consolidation.SubmissionChecks;
import vn.gopy.consolidation.review.Finding;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.ui.DraftPage;
import vn.gopy.legaltext.citation.CitedUnit;
import vn.gopy.round.RoundId;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/** Soát trước khi trình: what ought to be put right in a version, each with its repair in the Word file. */
@Route(Addresses.SUBMISSION)
@PermitAll
class SubmissionView extends DraftPage {

    /** More of one kind nobody works through one by one. */
    private static final int MOST_SHOWN = 200;

    private final Askers askers;
    private final SubmissionChecks checks;

    SubmissionView(Askers askers, Dossiers dossiers, Drafts drafts, SubmissionChecks checks) {
        super(askers, dossiers, drafts);
        this.askers = askers;
        this.checks = checks;
        removeClassName("reader-page");
        addClassName("page");
    }

    @Override
    protected boolean mayEnter(Person asker, DraftVersion version) {
        return checks.mayCheck(asker, version);
    }

    @Override
    protected Component content(DraftVersion version) {
        List<Finding> findings = checks.of(askers.require(), version.id());
        Div page = new Div(Parts.title(getTranslation("submission.title")));
        page.add(Parts.caption(draftName() + " · " + dossierTitle()));
        if (findings.isEmpty()) {
            page.add(Parts.classed(new Paragraph(getTranslation("submission.none")), "empty"));
            return page;
        }
        long repairable = findings.stream().filter(one -> one.repair() != null).count();
        if (repairable > 0) {
            page.add(new Paragraph(repair(
                    address(version.id()), getTranslation("submission.repairAll", Figures.two(repairable)), "pri")));
            page.add(Parts.classed(new Paragraph(getTranslation("submission.about")), "cap"));
        }
        for (Finding.Rule rule : Finding.Rule.values()) {
            List<Finding> those =
                    findings.stream().filter(one -> one.rule() == rule).toList();
            if (!those.isEmpty()) {
                page.add(section(version, rule, those));
            }
        }
        return page;
    }

    private static String address(VersionId id) {
        return "/app-api/versions/" + id + "/repaired.docx";
    }

    private static Anchor repair(String href, String words, String... kinds) {
        Anchor anchor = Parts.buttonLink(href, "download", words, kinds);
        anchor.setRouterIgnore(true);
        return anchor;
    }

    private Section section(DraftVersion version, Finding.Rule rule, List<Finding> those) {
        UnorderedList list = Parts.classed(new UnorderedList(), "works");
        those.stream().limit(MOST_SHOWN).forEach(one -> list.add(row(version, one)));
        return new Section(Parts.section(getTranslation("submission." + rule), Figures.two(those.size())), list);
    }

    private ListItem row(DraftVersion version, Finding one) {
        Div acts = Parts.classed(new Div(), "acts");
        if (one.repair() != null) {
            acts.add(repair(
                    Addresses.with(address(version.id()), "finding", one.key()),
                    getTranslation("submission.repair"),
                    "sm"));
        }
        return new ListItem(new Icon("flag"), new Div(place(version, one), message(one)), acts);
    }

    private Component place(DraftVersion version, Finding one) {
        if (one.rule() == Finding.Rule.MISSING_REASON || one.rule() == Finding.Rule.UNCHECKED_ANSWER) {
            return new Anchor(
                    Addresses.consolidation(new RoundId(UUID.fromString(one.body()))),
                    getTranslation("consolidating.heap.one", one.path()));
        }
        if (one.path().isEmpty()) {
            return Parts.classed(new Span(getTranslation("submission.outside")), "strong");
        }
        String words = CitedUnit.wordsOf(one.path());
        return new Anchor(
                Addresses.place(version.dossierId(), version.number(), Addresses.anchor(one.body(), one.path())),
                words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    }

    private Paragraph message(Finding one) {
        String key = "submission." + one.rule() + (one.instead().isEmpty() ? ".open" : ".instead");
        return new Paragraph(getTranslation(key, one.words(), one.instead()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("submission.title") + " · " + draftName() + " · " + dossierTitle() + " · Góp Ý";
    }

    @Override
    public String place() {
        return draftName();
    }

    @Override
    public boolean wide() {
        return false;
    }
}
