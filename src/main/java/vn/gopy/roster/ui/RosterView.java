package vn.gopy.roster.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadEvent;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.account.Askers;
import vn.gopy.document.SheetReader;
import vn.gopy.roster.Roster;
import vn.gopy.roster.RosterPlan;
import vn.gopy.roster.RosterPlan.Entry;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.WholeBytes;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;
import vn.gopy.shared.ui.UploadWords;

/** Nhập từ Excel: a list is looked through row by row, and its right rows are taken in together or not at all. */
@Route(Addresses.ROSTER)
@RolesAllowed("ADMINISTRATOR")
class RosterView extends Main implements HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(RosterView.class);
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Askers askers;
    private final Roster roster;
    private final Div said = new Div();
    private final Div shown = new Div();

    RosterView(Askers askers, Roster roster) {
        this.askers = askers;
        this.roster = roster;
        addClassNames("page", "admin", "roster");
        said.getElement().setAttribute("role", "status");
        Upload upload = new Upload();
        upload.setAcceptedFileTypes(".xlsx");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(SheetReader.LARGEST);
        upload.setI18n(UploadWords.of(this, SheetReader.LARGEST >> 20));
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setUploadButton(Parts.button("upload", getTranslation("roster.choose"), "pri"));
        upload.setDropLabel(new Span(getTranslation("upload.drop")));
        upload.setUploadHandler(this::receive);
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        upload.addFileRejectedListener(rejected -> refuse(getTranslation("refusal.SHEET_TOO_LARGE")));
        add(
                Parts.classed(
                        new Div(
                                Parts.title(getTranslation("roster.title")),
                                Parts.classed(
                                        new Div(Parts.buttonLink(
                                                Addresses.page(Addresses.PEOPLE),
                                                "people",
                                                getTranslation("admin.title"))),
                                        "acts")),
                        "page-head"),
                Parts.classed(new Paragraph(getTranslation("roster.lead")), "mut"),
                upload,
                Parts.classed(
                        new Paragraph(
                                template(true, "roster.template.people"),
                                new Span(" · "),
                                template(false, "roster.template.units")),
                        "small"),
                said,
                shown);
    }

    private Anchor template(boolean ofPeople, String key) {
        byte[] file = roster.template(ofPeople);
        String name = ofPeople ? "Mau-danh-sach-nguoi-dung.xlsx" : "Mau-danh-sach-co-quan.xlsx";
        return Parts.classed(
                new Anchor(
                        DownloadHandler.fromInputStream(event ->
                                new DownloadResponse(new ByteArrayInputStream(file), name, EXCEL, file.length)),
                        getTranslation(key)),
                "lnk");
    }

    /** Runs in the request of the upload, outside the page's lock, since reading a file may take a while. */
    private void receive(UploadEvent event) throws IOException {
        byte[] content = WholeBytes.of(event.getInputStream(), event.getFileSize(), SheetReader.LARGEST);
        Runnable shows = looked(event.getFileName(), content);
        event.getUI().access(shows::run);
    }

    /** What the page shows of a file that has arrived. */
    Runnable looked(String name, byte[] content) {
        try {
            RosterPlan plan = roster.read(askers.require(), content);
            return () -> {
                said.removeAll();
                show(name, plan);
            };
        } catch (Refusal refusal) {
            return () -> refuse(sentence(refusal.code(), refusal.arguments()));
        } catch (RuntimeException failed) {
            LOG.error("A list could not be looked through", failed);
            return () -> refuse(getTranslation("refusal.HTTP_500"));
        }
    }

    private void refuse(String words) {
        said.removeAll();
        Paragraph problem = Parts.classed(new Paragraph(words), "err");
        problem.getElement().setAttribute("role", "alert");
        said.add(problem);
    }

    private String sentence(String code, Object... arguments) {
        return getTranslation("refusal." + code, arguments);
    }

    private void show(String name, RosterPlan plan) {
        shown.removeAll();
        int right = plan.right().size();
        Div head = Parts.classed(
                new Div(
                        new Span(name),
                        Parts.caption(getTranslation(
                                "roster.counted",
                                Figures.two(plan.entries().size()),
                                Figures.two(right),
                                Figures.two(plan.wrong().size())))),
                "tools");
        Div foot = Parts.classed(new Div(Parts.caption(getTranslation("roster.nothingYet"))), "panel-end");
        NativeButton leave = Parts.button("", getTranslation("roster.leave"), "ter");
        leave.addClickListener(press -> shown.removeAll());
        foot.add(leave);
        if (right > 0) {
            NativeButton take = Parts.button(
                    "check",
                    getTranslation(plan.people() ? "roster.take" : "roster.takeUnits", Figures.two(right)),
                    "pri");
            take.addClickListener(press -> keep(name, plan));
            foot.add(take);
        }
        Div rows = Parts.classed(new Div(table(plan)), "scroll-x");
        rows.getElement().setAttribute("tabindex", "0");
        shown.add(Parts.classed(
                new Div(Parts.classed(new Div(head, rows, foot), "card", "listing"), columns(plan)), "two"));
    }

    private void keep(String name, RosterPlan plan) {
        try {
            roster.take(askers.require(), plan).ifPresentOrElse(again -> changed(name, again), () -> done(name, plan));
        } catch (Refusal refusal) {
            refuse(sentence(refusal.code(), refusal.arguments()));
        }
    }

    private void changed(String name, RosterPlan again) {
        show(name, again);
        refuse(getTranslation("roster.changed"));
    }

    private void done(String name, RosterPlan plan) {
        said.removeAll();
        said.add(Parts.classed(
                new Div(
                        new Icon("check"),
                        new Span(getTranslation(
                                plan.people() ? "roster.done" : "roster.doneUnits",
                                Figures.two(plan.right().size())))),
                "note",
                "ok"));
        shown.removeAll();
        if (!plan.wrong().isEmpty()) {
            show(name, new RosterPlan(plan.people(), plan.columns(), plan.wrong()));
        }
    }

    private NativeTable table(RosterPlan plan) {
        NativeTableRow head = new NativeTableRow();
        Stream<String> names = plan.people()
                ? Stream.of("roster.row", "admin.name", "admin.post", "admin.unit", "admin.username")
                : Stream.of("roster.row", "admin.unitName", "admin.code", "admin.kind");
        names.forEach(key -> head.add(new NativeTableHeaderCell(getTranslation(key))));
        NativeTableBody body = new NativeTableBody();
        plan.wrong().forEach(entry -> body.add(row(entry), reason(entry)));
        plan.right().forEach(entry -> body.add(row(entry)));
        return Parts.classed(new NativeTable(new NativeTableHeader(head), body), "g");
    }

    private static NativeTableRow row(Entry entry) {
        NativeTableRow row = new NativeTableRow(new NativeTableCell(String.valueOf(entry.row())));
        entry.shown().forEach(cell -> row.add(new NativeTableCell(cell.isBlank() ? "–" : cell)));
        if (entry.reason().isPresent()) {
            row.addClassName("bad");
        }
        return row;
    }

    private NativeTableRow reason(Entry entry) {
        RosterPlan.Reason why = entry.reason().orElseThrow();
        NativeTableCell cell = new NativeTableCell(Parts.classed(
                new Span(
                        new Icon("warning"),
                        new Span(sentence(why.code(), why.arguments().toArray()))),
                "err"));
        cell.getElement().setAttribute("colspan", String.valueOf(entry.shown().size() + 1));
        return Parts.classed(new NativeTableRow(cell), "fix");
    }

    private Aside columns(RosterPlan plan) {
        UnorderedList list = Parts.classed(new UnorderedList(), "posts");
        plan.columns()
                .forEach(column -> list.add(new ListItem(
                        new Span(column.heading()),
                        Parts.caption(
                                column.field() == null
                                        ? getTranslation("roster.unread")
                                        : "→ " + column.field().heading()))));
        return Parts.classed(new Aside(Parts.section(getTranslation("roster.columns"), ""), list), "card", "panel");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("roster.title") + " · Góp Ý";
    }
}
