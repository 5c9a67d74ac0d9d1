package vn.gopy.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.PlaceKind;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.intake.DraftWords.Field;
import vn.gopy.intake.DraftWords.Part;
import vn.gopy.intake.ReturnedOpinion.Fit;
import vn.gopy.intake.ReturnedText.Stretch;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Reading;
import vn.gopy.opinion.CommentKind;
import vn.gopy.shared.Excerpt;
import vn.gopy.shared.Texts;

/**
 * Turns the tracked changes and margin comments of a returned Word file into opinions on places of the draft. Every change
 * and every comment is in one of them; what fits nowhere is offered on the whole body.
 */
final class ReturnedOpinions {

    private static final int CONTEXT = 32;
    private static final int LONGEST = 19_000;
    private static final SentText.Edit NOBODY = new SentText.Edit(0, 0, "", "", "");

    private final ReturnedText text;
    private final Reading reading;
    private final Texts texts;
    private final PlacedProvision wholeBody;
    private final Map<ProvisionId, Integer> positions = new HashMap<>();
    private final Map<Field, List<ProposedWording.Change>> changes = new LinkedHashMap<>();
    private final Map<ProvisionId, PlacedProvision> emptied = new HashMap<>();
    private final List<ReturnedOpinion> found = new ArrayList<>();

    private ReturnedOpinions(ReturnedText text, Reading reading, List<PlacedProvision> places, Texts texts) {
        this.text = text;
        this.reading = reading;
        this.texts = texts;
        this.wholeBody = places.stream()
                .filter(place -> place.kind() == PlaceKind.WHOLE_BODY)
                .findFirst()
                .orElseThrow();
        places.forEach(place -> positions.put(place.id(), place.position()));
    }

    /** What the file says: first what fits nowhere, then in the order of the draft. */
    static List<ReturnedOpinion> of(ReturnedText text, Reading reading, List<PlacedProvision> places, Texts texts) {
        ReturnedOpinions opinions = new ReturnedOpinions(text, reading, places, texts);
        opinions.readChanges();
        opinions.proposeWordings();
        reading.remarks().forEach(opinions::readRemark);
        List<ReturnedOpinion> ordered = ReturnedReasons.joined(
                        opinions.found.stream().distinct().toList())
                .stream()
                .sorted(Comparator.comparing(ReturnedOpinion::fit)
                        .thenComparing(one -> opinions.positions.get(one.place()))
                        .thenComparing(one -> Objects.requireNonNullElse(one.start(), 0)))
                .toList();
        return ReturnedMoves.linked(ordered, places, opinions.emptied.keySet(), reading.revisions());
    }

    // ---- tracked changes

    private void readChanges() {
        List<SentText> paragraphs = text.paragraphs();
        for (int i = 0; i < paragraphs.size(); i++) {
            int first = i;
            while (i < paragraphs.size() && paragraphs.get(i).isAdded()) {
                i++;
            }
            if (i > first) {
                List<SentText> added = paragraphs.subList(first, i);
                readAdded(first, added, added.getFirst().edits().getFirst());
            }
            int paragraph = i;
            if (i < paragraphs.size()) {
                paragraphs.get(i).edits().forEach(edit -> readEdit(paragraph, edit));
                readUntracked(paragraph);
            }
        }
        for (Field field : text.missing()) {
            changes.computeIfAbsent(field, any -> new ArrayList<>())
                    .add(new ProposedWording.Change(0, field.text().length(), "", "", "", true));
        }
    }

    /** What somebody changed with tracking off: the words say it. */
    private void readUntracked(int paragraph) {
        if (text.isDisplaced(paragraph)) {
            if (!text.isDisplaced(paragraph - 1)) {
                readDisplaced(paragraph);
            }
            return;
        }
        if (text.isSent(paragraph)) {
            return;
        }
        if (text.isForeign(paragraph)) {
            readAddedUntracked(paragraph, List.of(text.paragraphs().get(paragraph)));
            return;
        }
        for (ReturnedText.Untracked one : text.untracked(paragraph)) {
            Stretch stretch = one.stretch();
            if (stretch.field().part() == Part.OTHER) {
                CommentKind kind = kind(stretch.words(), one.instead());
                String sentence = sentence(stretch.words(), one.instead());
                say(new Seat(stretch.field().place(), Fit.EXACT), kind, sentence, NOBODY);
                found.set(found.size() - 1, found.getLast().withoutTracking());
            } else {
                changes.computeIfAbsent(stretch.field(), field -> new ArrayList<>())
                        .add(new ProposedWording.Change(stretch.from(), stretch.to(), one.instead(), "", "", true));
            }
        }
    }

    /** Paragraphs that stand elsewhere now go where they stood, and come where they stand. */
    private void readDisplaced(int first) {
        int end = first;
        while (end < text.paragraphs().size() && text.isDisplaced(end)) {
            int length = text.paragraphs().get(end).text().length();
            for (Stretch stretch : text.find(end, 0, length)) {
                if (stretch.field().part() != Part.OTHER) {
                    changes.computeIfAbsent(stretch.field(), field -> new ArrayList<>())
                            .add(new ProposedWording.Change(stretch.from(), stretch.to(), "", "", "", true));
                }
            }
            end++;
        }
        readAddedUntracked(first, text.paragraphs().subList(first, end));
    }

    private void readAddedUntracked(int first, List<SentText> added) {
        int before = found.size();
        readAdded(first, added, NOBODY);
        for (int i = before; i < found.size(); i++) {
            found.set(i, found.get(i).withoutTracking());
        }
    }

    private void readEdit(int paragraph, SentText.Edit edit) {
        String gone = text.paragraphs().get(paragraph).text().substring(edit.from(), edit.to());
        if (gone.isBlank() && edit.inserted().isBlank()) {
            return;
        }
        List<Stretch> stretches = text.find(paragraph, edit.from(), edit.to());
        if (stretches.isEmpty()) {
            say(near(paragraph), kind(gone, edit.inserted()), sentence(gone, edit.inserted()), edit);
        }
        String inserted = edit.inserted();
        for (Stretch stretch : stretches) {
            change(stretch, inserted, edit);
            inserted = "";
        }
    }

    private void change(Stretch stretch, String inserted, SentText.Edit edit) {
        if (stretch.field().part() == Part.OTHER) {
            if (!stretch.words().isBlank() || !inserted.isBlank()) {
                CommentKind kind = kind(stretch.words(), inserted);
                say(new Seat(stretch.field().place(), Fit.EXACT), kind, sentence(stretch.words(), inserted), edit);
            }
            return;
        }
        changes.computeIfAbsent(stretch.field(), field -> new ArrayList<>())
                .add(new ProposedWording.Change(
                        stretch.from(), stretch.to(), inserted, edit.author(), edit.at(), false));
    }

    /** New paragraphs: added to the text they follow. */
    private void readAdded(int first, List<SentText> added, SentText.Edit edit) {
        String words = words(added.stream().map(SentText::block).toList());
        Stretch before = text.before(first).orElse(null);
        if (before == null || before.field().part() == Part.OTHER || words.length() > LONGEST) {
            say(near(first), CommentKind.ADD, sentence("", words), edit);
            return;
        }
        PlacedProvision place = before.field().place();
        boolean goesOn = before.field().part() == Part.TEXT
                && before.to() < before.field().text().length();
        if (goesOn) {
            changes.computeIfAbsent(before.field(), field -> new ArrayList<>())
                    .add(new ProposedWording.Change(
                            before.from(), before.to(), "\n" + words, edit.author(), edit.at(), edit == NOBODY));
            return;
        }
        String own = place.text();
        String whole = before.field().part() == Part.TEXT || own.isEmpty() ? joined(own, words) : joined(words, own);
        found.add(new ReturnedOpinion(
                place.id(), Fit.EXACT, CommentKind.ADD, null, "", "", null, whole, "", edit.author(), edit.at()));
    }

    /** Paragraphs are lines, the cells of a row are one. */
    private static String words(List<Block> blocks) {
        var words = new StringBuilder();
        Block.Cell before = null;
        for (Block block : blocks) {
            Block.Cell cell = block.cell();
            boolean sameRow =
                    before != null && cell != null && before.table() == cell.table() && before.row() == cell.row();
            words.append(words.isEmpty() ? "" : sameRow ? " | " : "\n").append(block.shown());
            before = cell;
        }
        return words.toString();
    }

    private static String joined(String one, String other) {
        return one.isEmpty() ? other : one + "\n" + other;
    }

    private void proposeWordings() {
        changes.keySet().stream()
                .map(Field::place)
                .filter(this::isEmptied)
                .forEach(place -> emptied.put(place.id(), place));
        changes.forEach((field, some) -> {
            PlacedProvision place = field.place();
            if (!emptied.containsKey(place.id())) {
                ProposedWording.of(field.text(), some).forEach(wording -> propose(field, wording));
            }
        });
        // a number goes with its words, a clause with its article
        found.removeIf(one -> emptied.containsKey(one.place()) && one.kind() == CommentKind.REMOVE);
        emptied.values().stream()
                .filter(place -> place.parent() == null || !emptied.containsKey(place.parent()))
                .filter(place -> !isReplaced(place))
                .forEach(this::remove);
    }

    /** What was put in right behind a text that goes stands instead of it. */
    private boolean isReplaced(PlacedProvision place) {
        String own = place.text() + "\n";
        for (int i = 0; i < found.size(); i++) {
            ReturnedOpinion one = found.get(i);
            String whole = one.replacement();
            if (one.place().equals(place.id())
                    && one.kind() == CommentKind.ADD
                    && whole != null
                    && whole.startsWith(own)) {
                found.set(i, one.instead(whole.substring(own.length())));
                return true;
            }
        }
        return false;
    }

    private boolean isEmptied(PlacedProvision place) {
        boolean heading = place.heading() == null || isEmptied(new Field(place, Part.HEADING, place.heading()));
        boolean own = place.text().isEmpty() || isEmptied(new Field(place, Part.TEXT, place.text()));
        return heading && own;
    }

    private boolean isEmptied(Field field) {
        List<ProposedWording> wordings = ProposedWording.of(field.text(), changes.getOrDefault(field, List.of()));
        return wordings.size() == 1 && wordings.getFirst().empties(field.text());
    }

    private void remove(PlacedProvision place) {
        ProposedWording.Change change = changes.entrySet().stream()
                .filter(entry -> entry.getKey().place().equals(place))
                .map(entry -> entry.getValue().getFirst())
                .findFirst()
                .orElseThrow();
        found.add(new ReturnedOpinion(
                place.id(),
                Fit.EXACT,
                CommentKind.REMOVE,
                null,
                "",
                "",
                null,
                null,
                said("returned.say.removeAll"),
                change.author(),
                change.at(),
                false,
                change.untracked()));
    }

    private void propose(Field field, ProposedWording wording) {
        String own = field.text();
        if (wording.isNothing(own)) {
            return;
        }
        String quote = own.substring(wording.from(), wording.to());
        boolean whole = field.part() == Part.TEXT && wording.covers(own);
        String words = wording.kind() == CommentKind.REMOVE ? sentence(quote.strip(), "") : "";
        found.add(new ReturnedOpinion(
                field.place().id(),
                Fit.EXACT,
                wording.kind(),
                whole ? null : quote,
                whole ? "" : own.substring(Math.max(0, wording.from() - CONTEXT), wording.from()),
                whole ? "" : own.substring(wording.to(), Math.min(own.length(), wording.to() + CONTEXT)),
                whole ? null : wording.from(),
                cut(wording.instead()),
                words,
                wording.author(),
                wording.at(),
                false,
                wording.untracked()));
    }

    // ---- margin comments

    private void readRemark(Reading.Remark remark) {
        if (remark.text().isBlank() || text.paragraphs().isEmpty()) {
            return;
        }
        int first = text.paragraphOf(remark.block());
        int last = Math.max(first, text.paragraphOf(remark.endBlock()));
        List<Stretch> stretches = new ArrayList<>();
        boolean words = false;
        for (int i = first; i <= last; i++) {
            SentText sent = text.paragraphs().get(i);
            RemarkAnchors.Anchor anchor = RemarkAnchors.of(remark, sent.block().text(), i == first, i == last);
            words |= anchor != null;
            stretches.addAll(
                    anchor == null
                            ? text.find(i, 0, sent.text().length())
                            : text.find(i, sent.sentOffset(anchor.from()), sent.sentOffset(anchor.to())));
        }
        Optional<Stretch> main = stretches.stream()
                .filter(one -> one.field().part() != Part.OTHER)
                .findFirst()
                .or(() -> stretches.stream().findFirst());
        Seat seat = main.map(one -> new Seat(one.field().place(), Fit.EXACT)).orElseGet(() -> near(first));
        remark(seat, words ? main.orElse(null) : null, remark);
    }

    private void remark(Seat seat, @Nullable Stretch about, Reading.Remark remark) {
        Stretch quoted = about == null
                        || about.field().part() == Part.OTHER
                        || about.words().isBlank()
                        || ReturnedText.covers(about)
                ? null
                : about;
        String own = quoted == null ? "" : quoted.field().text();
        found.add(new ReturnedOpinion(
                seat.place().id(),
                seat.fit(),
                CommentKind.OTHER,
                quoted == null ? null : quoted.words(),
                quoted == null ? "" : own.substring(Math.max(0, quoted.from() - CONTEXT), quoted.from()),
                quoted == null ? "" : own.substring(quoted.to(), Math.min(own.length(), quoted.to() + CONTEXT)),
                quoted == null ? null : quoted.from(),
                null,
                cut(remark.text().strip()),
                remark.author(),
                remark.at(),
                remark.resolved(),
                false));
    }

    // ---- places and words

    private record Seat(PlacedProvision place, Fit fit) {}

    private Seat near(int paragraph) {
        return text.before(paragraph)
                .map(Stretch::field)
                .or(() -> text.after(paragraph))
                .map(field -> new Seat(field.place(), Fit.NEAR))
                .orElseGet(() -> new Seat(wholeBody, Fit.NONE));
    }

    private void say(Seat seat, CommentKind kind, String sentence, SentText.Edit edit) {
        found.add(new ReturnedOpinion(
                seat.place().id(),
                seat.fit(),
                kind,
                null,
                "",
                "",
                null,
                null,
                cut(sentence),
                edit.author(),
                edit.at()));
    }

    private static CommentKind kind(String gone, String come) {
        if (gone.isBlank()) {
            return CommentKind.ADD;
        }
        return come.isBlank() ? CommentKind.REMOVE : CommentKind.EDIT;
    }

    private String sentence(String gone, String come) {
        return switch (kind(gone, come)) {
            case ADD -> said("returned.say.add", come.strip());
            case REMOVE -> said("returned.say.remove", gone.strip());
            default -> said("returned.say.edit", gone.strip(), come.strip());
        };
    }

    /** Opinions are in the language of the draft, whatever the screen speaks. */
    private String said(String key, Object... values) {
        return texts.get(Texts.VIETNAMESE, key, values);
    }

    /** An opinion has a limit; the returned file is kept with all its words. */
    private static String cut(String words) {
        return words.length() <= LONGEST ? words : Excerpt.head(words, LONGEST) + " …";
    }
}
