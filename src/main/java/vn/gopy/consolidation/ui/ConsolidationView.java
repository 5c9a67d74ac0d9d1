package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.consolidation.DeskChange;
import vn.gopy.consolidation.DeskPlace;
import vn.gopy.consolidation.DeskProposals.Alike;
import vn.gopy.consolidation.DeskReading;
import vn.gopy.consolidation.GroupId;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.PointGroup;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.SecondChecks.SecondCheck;
import vn.gopy.consolidation.choice.OptionChoices.Offer;
import vn.gopy.consolidation.ui.AnswerForm.Answer;
import vn.gopy.consolidation.ui.Heaps.Heap;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.ui.Breadcrumb;
import vn.gopy.shared.ui.BrowserFiles;
import vn.gopy.shared.ui.Parts;

/**
 * Tổng hợp, giải trình: places with what was said of them, the points of one place with their words, and the answer to one
 * group. For the secretariat; for everybody else it looks absent.
 */
@Route(Addresses.CONSOLIDATION)
@PermitAll
class ConsolidationView extends Main
        implements BeforeEnterObserver,
                HasDynamicTitle,
                Breadcrumb,
                AnswerForm.Desk,
                PlaceCards.Desk,
                DeskCutting.Around,
                AlikeList.Desk {

    private final Askers askers;
    private final DeskRooms rooms;
    private final PlaceList places = new PlaceList(this::enter, this::showOnly);
    private final PlaceCards cards = new PlaceCards();
    private final OutcomeBar sums = new OutcomeBar();
    private final Paragraph said = Parts.classed(new Paragraph(), "vh");
    private final AlikeList alike = new AlikeList(this);
    private final UndoButton back = new UndoButton(this::undo);
    private final Set<PointId> marked = new LinkedHashSet<>();
    private Round round;
    private Heaps heaps;
    private AnswerForm form;
    private DeskTag tag;
    private boolean changes;
    private DeskCutting cutting;

    @SuppressWarnings("NullAway.Init") // given before it is shown
    ConsolidationView(Askers askers, DeskRooms rooms) {
        this.askers = askers;
        this.rooms = rooms;
        addClassNames("reader-page", "consolidation");
        said.getElement().setAttribute("role", "status");
        BrowserFiles.module(this, "consolidation/keys.js");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Person asker = askers.require();
        try {
            round = rooms.rounds()
                    .get(
                            asker,
                            new RoundId(UUID.fromString(
                                    event.getRouteParameters().get("round").orElse(""))));
        } catch (Refusal | IllegalArgumentException absentOrHidden) {
            throw new NotFoundException();
        }
        if (!rooms.rounds().mayRun(asker)) {
            throw new NotFoundException();
        }
        changes = rooms.rounds().mayRun(asker, round);
        heaps = new Heaps(rooms.reading(), rooms.checks(), askers::require, round);
        cutting = new DeskCutting(rooms, askers::require, round, this);
        marked.clear();
        tag = new DeskTag(asker.id(), round.id(), this::refresh, this::goTo);
        form = new AnswerForm(
                this,
                new OfferedAnswers(rooms.before(), rooms.templates(), askers::require, round.id()),
                new AskPanel(rooms.inquiries(), askers::require, rooms.units().all()),
                tag,
                rooms.assigning().candidates(asker, round.id()),
                changes);
        removeAll();
        add(
                new DeskTools(round, changes, back, () -> cutting.openText(), this::proposeAlike, this::group),
                places,
                cards,
                form,
                sums);
        List<Offer> offers = rooms.options().of(asker, round.id());
        if (!offers.isEmpty()) {
            add(new OptionBar(offers));
        }
        add(new NextDraftBar(asker, round, rooms.rounds(), rooms.uptake()), said);
        heaps.read();
        draw();
    }

    private Optional<String> words(@Nullable DeskPlace here) {
        return Optional.ofNullable(here).flatMap(place -> rooms.reading().words(askers.require(), place.key()));
    }

    private PlaceAssigning assigning(@Nullable DeskPlace here) {
        return new PlaceAssigning(
                () -> rooms.reading().around(askers.require(), round.id(), Objects.requireNonNull(here)),
                () -> rooms.assigning().candidates(askers.require(), round.id()),
                this);
    }

    @Override
    public void draw() {
        DeskPlace here = heaps.here().orElse(null);
        places.show(heaps.places(), here);
        cards.show(heaps, cutting.panel(), alike, () -> words(here), () -> assigning(here), marked, changes, this);
        back.show(rooms.undo().last(askers.require(), round.id()).orElse(null));
        sums.show(rooms.points().figures(askers.require(), round.id()).overall());
        form.setVisible(here != null);
        heaps.current().ifPresent(form::show);
    }

    // ---- what is pressed

    @Override
    public void choose(Heap heap) {
        heaps.choose(heap.group());
        draw();
    }

    // ---- letters that are cut, and what says the same

    @Override
    public void made(PointId first, String key, String count) {
        heaps.read();
        heaps.go(rooms.points().get(askers.require(), first).groupId());
        draw();
        said.setText(getTranslation(key, count));
    }

    @Override
    public void refuse(Refusal refused) {
        heaps.read();
        draw();
        form.refuse(said(refused));
    }

    private void proposeAlike() {
        heaps.here().ifPresent(here -> alike.show(rooms.proposals().at(askers.require(), round.id(), here.key())));
    }

    /** All of the groups that the points stand in come together, so that none is torn. */
    @Override
    public void together(Alike found) {
        attempt(() -> {
            Person asker = askers.require();
            List<PointId> all = rooms.reading().points(asker, round.id(), found.groups()).stream()
                    .map(Point::id)
                    .toList();
            GroupId made = rooms.groups().group(asker, round.id(), "", all, AlikeList.sides(found), null);
            heaps.read();
            heaps.go(made);
            proposeAlike();
        });
    }

    @Override
    public void apart(Alike found) {
        attempt(() -> rooms.proposals()
                .refuse(
                        askers.require(),
                        round.id(),
                        found.points().stream().map(Point::id).toList()));
    }

    private void enter(DeskPlace.Key place) {
        alike.close();
        heaps.enter(place);
        draw();
    }

    @Override
    public void turn(int steps) {
        heaps.turn(steps);
        draw();
    }

    @Override
    public void step(int steps) {
        heaps.step(steps);
        draw();
        cards.lead();
    }

    @Override
    public void mark(PointId point, boolean on) {
        if (on) {
            marked.add(point);
        } else {
            marked.remove(point);
        }
    }

    @Override
    public void save(Answer answer, boolean goOn) {
        try {
            rooms.points()
                    .answerAll(
                            askers.require(),
                            answer.heap().group(),
                            answer.heap().seen(),
                            answer.outcome(),
                            answer.words(),
                            answer.applied().isBlank() ? null : answer.applied());
        } catch (Refusal refused) {
            form.refuse(said(refused));
            if (refused.kind() == Refusal.Kind.STALE) {
                changedMeanwhile(answer, said(refused));
            }
            return;
        }
        tag.saved(answer.heap().group());
        heaps.answered(answer.heap().group());
        if (goOn) {
            heaps.nextOpen();
        }
        draw();
        if (goOn) {
            cards.lead();
        }
        said.setText(getTranslation(
                "consolidating.saved",
                Objects.requireNonNullElse(answer.heap().first().number(), 0)));
    }

    /** What somebody else has saved is shown beside what is being written: the next press does not go over it unseen. */
    private void changedMeanwhile(Answer answer, String why) {
        heaps.read();
        draw();
        String other = heaps.current()
                .filter(heap -> heap.group().equals(answer.heap().group()))
                .map(heap -> heap.first().answer())
                .filter(words -> !words.equals(answer.heap().first().answer()))
                .map(words -> getTranslation("consolidating.savedByOther", words))
                .orElse("");
        form.refuse((why + " " + other).strip());
    }

    private String said(Refusal refused) {
        return getTranslation("refusal." + refused.code(), refused.arguments());
    }

    private void group() {
        attempt(() -> {
            GroupId made = rooms.groups().group(askers.require(), round.id(), "", List.copyOf(marked), null);
            marked.clear();
            heaps.read();
            heaps.go(made);
        });
    }

    @Override
    public void ungroup(Heap heap) {
        attempt(() -> {
            Person asker = askers.require();
            PointGroup now = rooms.groups().get(asker, heap.group());
            Set<PointId> seen = heap.points().stream().map(Point::id).collect(Collectors.toSet());
            if (!seen.equals(Set.copyOf(now.points()))) {
                throw Refusal.stale();
            }
            rooms.groups().ungroup(asker, heap.group(), now.version());
            heaps.read();
            heaps.go(rooms.points().get(asker, heap.first().id()).groupId());
        });
    }

    @Override
    public void takeSide(Heap heap, PointId point, String side) {
        attempt(() -> {
            rooms.groups().takeSides(askers.require(), heap.group(), heap.seen(), Map.of(point, side));
            heaps.answered(heap.group());
        });
    }

    @Override
    public void split(Point point, int start, int end) {
        cutting.open(point, start, end);
    }

    private void undo(DeskChange change) {
        attempt(() -> {
            rooms.undo().undo(askers.require(), round.id(), change.n());
            heaps.read();
            said.setText(getTranslation("consolidating.undone"));
        });
    }

    @Override
    public void assign(Heap heap, @Nullable String to) {
        attempt(() -> {
            rooms.assigning().assign(askers.require(), round.id(), heap.seen(), to);
            heaps.read();
        });
    }

    @Override
    public void assignPlace(DeskPlace.Key place, @Nullable String from, @Nullable String to) {
        attempt(() -> {
            int given = rooms.assigning().assignPlace(askers.require(), round.id(), place, from, to);
            heaps.read();
            said.setText(getTranslation("consolidating.place.assigned", Figures.two(given)));
        });
    }

    @Override
    public void check(Heap heap) {
        attempt(() -> {
            rooms.checks().check(askers.require(), heap.group(), heap.seen());
            heaps.answered(heap.group());
        });
    }

    @Override
    public void takeBack(SecondCheck check) {
        attempt(() -> {
            rooms.checks().takeBack(askers.require(), check.group(), check.version());
            heaps.answered(check.group());
        });
    }

    private void showOnly(DeskReading.Filter filter) {
        heaps.show(filter);
        draw();
    }

    /** Somebody has saved something; what is the same as before is left as it is drawn. */
    private void refresh() {
        if (heaps.isOtherNow()) {
            draw();
        }
    }

    private void goTo(GroupId group) {
        if (heaps.go(group)) {
            draw();
        }
    }

    private void attempt(Runnable deed) {
        try {
            deed.run();
            draw();
        } catch (Refusal refused) {
            refuse(refused);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("consolidating.title") + ": " + round.title() + " · Góp Ý";
    }

    @Override
    public String place() {
        return round.title();
    }

    @Override
    public String sectionName() {
        return getTranslation("nav.rounds");
    }

    @Override
    public String sectionPath() {
        return Addresses.round(round.id());
    }

    @Override
    public boolean wide() {
        return true;
    }
}
