package vn.gopy.document.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Dropped;
import vn.gopy.legaltext.Origin;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Sentence;
import vn.gopy.legaltext.Sentence.Wording;
import vn.gopy.legaltext.Warning;
import vn.gopy.vietnamese.LegacyEncoding;
import vn.gopy.vietnamese.LegacyWords;
import vn.gopy.vietnamese.Syllables;
import vn.gopy.vietnamese.VietnameseText;

/** Collects the blocks of one file; every reader ends here, so old fonts are converted in one place. */
public final class BlockList {

    /** More is no document; the rest is left out with a warning. */
    private static final int MOST_BLOCKS = 400_000;

    private static final int SAMPLE = 30_000;
    private static final int MOST_STRUCK = 300;

    private final List<Block> blocks = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();
    private final List<Reading.Remark> remarks = new ArrayList<>();
    private final List<Reading.Revision> revisions = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final Map<Conversion, List<Integer>> converted = new LinkedHashMap<>();
    private final List<Origin.RecognisedPage> recognised = new ArrayList<>();
    private final List<Doubts.Recognised> words = new ArrayList<>();
    private final Changes changes;
    private final Map<Integer, String> unjudged = new HashMap<>();
    private final StringBuilder struck = new StringBuilder();
    private final Set<String> notRead = new LinkedHashSet<>();
    private int unknownSigns;
    private boolean truncated;
    private boolean secret;
    private int tables;

    private record Conversion(LegacyEncoding encoding, Origin.Method method) {}

    /** For files that track no changes. */
    public BlockList() {
        this(Changes.FINAL);
    }

    /** @param changes which text of tracked changes the blocks will hold */
    public BlockList(Changes changes) {
        this.changes = changes;
    }

    /** Which text of tracked changes is wanted. */
    public Changes changes() {
        return changes;
    }

    /** The id that the next block will get. */
    public int next() {
        return blocks.size();
    }

    /** The number of a table that begins. */
    public int nextTable() {
        return tables++;
    }

    /** A block whose font said nothing: its raw text waits for a judgement by content. */
    void addUnjudged(Block block, String raw) {
        unjudged.put(block.id(), raw);
        add(block);
    }

    /** Adds a block at the end; beyond what any document has, the rest is left out with one warning. */
    public void add(Block block) {
        if (blocks.size() < MOST_BLOCKS) {
            blocks.add(known(block));
        } else if (!truncated) {
            truncated = true;
            warn(Warning.Code.TRUNCATED, Wording.FILE_TOO_LONG);
        }
    }

    /** Without letters that only the font of the file would know. */
    private Block known(Block block) {
        boolean all = block.text().codePoints().noneMatch(SymbolFonts::isPrivate)
                && block.label().codePoints().noneMatch(SymbolFonts::isPrivate);
        return all ? block : block.with(known(block.label()), known(block.text()));
    }

    private String known(String text) {
        var known = new StringBuilder();
        text.codePoints().forEach(letter -> {
            unknownSigns += SymbolFonts.isPrivate(letter) ? 1 : 0;
            known.appendCodePoint(SymbolFonts.isPrivate(letter) ? SymbolFonts.UNKNOWN : letter);
        });
        return known.toString();
    }

    /** Words that somebody crossed out by hand: they are read, and a person must decide. */
    void struck(String words) {
        if (!words.isBlank() && struck.length() < MOST_STRUCK) {
            struck.append(struck.isEmpty() ? "" : "; ").append(words.strip());
        }
    }

    /** Notes a part of the file that can hold words and is not read, by what it is. */
    public void notRead(String what) {
        notRead.add(what);
    }

    /** Notes what the file holds and the text does not, with the reason; nothing for blank text. */
    public void drop(String text, Dropped.Why why) {
        if (!text.isBlank()) {
            dropped.add(new Dropped(text, why));
        }
    }

    /**
     * Adds what was read in a file that stands within this one.
     *
     * @param name under which it is named where it gave nothing
     */
    public void include(Reading other, String name) {
        secret |= other.problem() == Problem.STATE_SECRET_MARK;
        if (other.problem() != null) {
            notRead(name);
            return;
        }
        int first = next();
        int firstTable = tables;
        for (Block block : other.blocks()) {
            Block.Cell cell = block.cell() == null
                    ? null
                    : new Block.Cell(
                            firstTable + block.cell().table(),
                            block.cell().row(),
                            block.cell().column());
            tables = cell == null ? tables : Math.max(tables, cell.table() + 1);
            add(new Block(
                    next(), block.kind(), block.label(), block.text(), block.raw(), block.look(), cell, block.page()));
        }
        int firstRemark = remarks.size();
        other.remarks().forEach(one -> remarks.add(one.moved(first, firstRemark)));
        other.revisions().forEach(one -> revisions.add(one.moved(first)));
        other.warnings().stream()
                .filter(warning -> warning.code() == Warning.Code.PARTIAL)
                .forEach(warnings::add);
    }

    /** How many remarks there are so far. */
    public int remarks() {
        return remarks.size();
    }

    /** A line of a header or footer: no part of the text, so only a secrecy mark matters. */
    public void margin(String line) {
        margin(line, line);
    }

    /** The same for a line in an old font, with its letters as the file has them. */
    public void margin(String line, String raw) {
        SecondLook.margin(raw);
        secret |= SecretStamp.isStamp(VietnameseText.normalise(line));
    }

    /** Notes a comment in the margin. */
    public void remark(Reading.Remark remark) {
        remarks.add(remark);
    }

    /** A change; word processors cut one into many runs, which become one again. */
    public void revision(Reading.Revision revision) {
        Reading.Revision last = revisions.isEmpty() ? null : revisions.getLast();
        if (last != null && goesOn(last, revision)) {
            revisions.removeLast();
            revisions.add(new Reading.Revision(
                    last.block(),
                    last.offset(),
                    last.insertion(),
                    last.author(),
                    last.at(),
                    last.text() + revision.text(),
                    last.move()));
        } else {
            revisions.add(revision);
        }
    }

    private static boolean goesOn(Reading.Revision last, Reading.Revision next) {
        int step = next.offset() - last.offset();
        boolean beside =
                step == 0 || last.insertion() && Math.abs(step - last.text().length()) <= 1;
        return beside
                && !last.text().endsWith("\n")
                && !next.text().endsWith("\n")
                && last.block() == next.block()
                && last.insertion() == next.insertion()
                && last.author().equals(next.author())
                && last.at().equals(next.at())
                && last.move().equals(next.move());
    }

    /** Notes something that a person ought to look at, about no block in particular. */
    public void warn(Warning.Code code, Wording wording, Object... arguments) {
        warn(code, Sentence.of(wording, arguments));
    }

    /** The same in a sentence that is made already. */
    public void warn(Warning.Code code, Sentence message) {
        warnings.add(new Warning(code, null, message));
    }

    /** A run of the block that comes next has the font of an old encoding. */
    void convertedByFont(LegacyEncoding encoding) {
        converted(encoding, Origin.Method.FONT, next());
    }

    private void converted(LegacyEncoding encoding, Origin.Method method, int block) {
        List<Integer> ids = converted.computeIfAbsent(new Conversion(encoding, method), any -> new ArrayList<>());
        if (ids.isEmpty() || ids.getLast() != block) {
            ids.add(block);
        }
    }

    /** The words of a recognised page, in the order of the page. */
    public void recognised(List<Doubts.Recognised> words) {
        this.words.addAll(words);
    }

    /** Notes how sure the recognition of a page was, in percent. */
    public void recognised(int page, int confidence) {
        recognised.add(new Origin.RecognisedPage(page, confidence));
    }

    /** What was added so far. */
    public List<Block> blocks() {
        return blocks;
    }

    /** The finished reading. */
    public Reading reading(String mediaType) {
        convertByContent();
        List<Origin.Conversion> conversions =
                converted.entrySet().stream().map(this::measured).toList();
        if (!conversions.isEmpty()) {
            warn(
                    Warning.Code.LEGACY_FONT_CONVERTED,
                    Sentence.listing(Wording.CONVERTED, conversions.stream().flatMap(BlockList::parts)));
        }
        if (!revisions.isEmpty()) {
            warn(Warning.Code.TRACKED_CHANGES, wording(changes), revisions.size());
        }
        if (!remarks.isEmpty()) {
            warn(Warning.Code.WORD_COMMENTS, Wording.MARGIN_COMMENTS, remarks.size());
        }
        if (!struck.isEmpty()) {
            warn(Warning.Code.STRUCK_OUT, Wording.STRUCK_OUT, struck);
        }
        if (unknownSigns > 0) {
            warn(Warning.Code.PARTIAL, Wording.SIGNS_UNKNOWN, unknownSigns);
        }
        if (!notRead.isEmpty()) {
            warn(Warning.Code.PARTIAL, Wording.PARTS_NOT_READ, String.join(", ", notRead));
        }
        Problem problem = secret ? Problem.STATE_SECRET_MARK : blocks.isEmpty() ? Problem.EMPTY : null;
        var origin = new Origin(changes, conversions, List.copyOf(recognised), Doubts.in(blocks, words));
        return new Reading(Reading.READER, mediaType, blocks, dropped, remarks, revisions, warnings, problem, origin);
    }

    private static Wording wording(Changes changes) {
        return switch (changes) {
            case FINAL -> Wording.CHANGES_FINAL;
            case ORIGINAL -> Wording.CHANGES_ORIGINAL;
            case SHOWN -> Wording.CHANGES_SHOWN;
        };
    }

    private static Stream<Object> parts(Origin.Conversion conversion) {
        return Stream.of(conversion.encoding(), conversion.method(), conversion.blocks(), conversion.confidence());
    }

    /** How sure a conversion is: the share of Vietnamese syllables in what came out. */
    private Origin.Conversion measured(Map.Entry<Conversion, List<Integer>> entry) {
        var sample = new StringBuilder();
        for (int id : entry.getValue()) {
            if (id < blocks.size() && sample.length() < SAMPLE) {
                sample.append(blocks.get(id).text()).append('\n');
            }
        }
        int confidence = (int) Math.round(Syllables.count(sample).share() * 100);
        return new Origin.Conversion(
                entry.getKey().encoding().name(),
                entry.getKey().method(),
                entry.getValue().size(),
                confidence);
    }

    /** Text whose font says nothing is judged by its words and those around it. */
    private void convertByContent() {
        List<Block> asked =
                blocks.stream().filter(it -> unjudged.containsKey(it.id())).toList();
        List<LegacyWords.Converted> answers = LegacyWords.convert(
                asked.stream().map(it -> unjudged.getOrDefault(it.id(), "")).toList());
        for (int i = 0; i < asked.size(); i++) {
            Block block = asked.get(i);
            LegacyWords.Converted answer = answers.get(i);
            answer.used().forEach(encoding -> converted(encoding, Origin.Method.CONTENT, block.id()));
            if (!answer.used().isEmpty()) {
                blocks.set(block.id(), read(block, answer.text()));
            }
        }
    }

    private Block read(Block block, String text) {
        return new Block(
                block.id(),
                block.kind(),
                block.label(),
                VietnameseText.normalise(Paragraph.unguarded(text)),
                Paragraph.unguarded(unjudged.getOrDefault(block.id(), "")),
                block.look(),
                block.cell(),
                block.page());
    }
}
