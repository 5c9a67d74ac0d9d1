package vn.gopy.document.extract.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.HWPFOldDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.extractor.Word6Extractor;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.FileKind;
import vn.gopy.document.extract.ListNumber;
import vn.gopy.document.extract.Paragraph;
import vn.gopy.document.extract.Refused;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Sentence.Wording;
import vn.gopy.legaltext.Warning;

/** Word files of the binary kind: paragraphs, tables, automatic numbers, and the font of every run. */
public final class DocReader {

    private static final char CELL_END = 7;
    private static final char SOFT_BREAK = 11;
    private static final char FIELD_BEGIN = 19;
    private static final char FIELD_SEPARATOR = 20;
    private static final char FIELD_END = 21;
    private static final char HARD_HYPHEN = 30;
    private static final int SHORT_BOXES = 60;

    private final HWPFDocument document;
    private final DocNumbering numbering;
    private final Changes changes;
    private BlockList list;

    private boolean inCode;
    private int fieldDepth;
    private int table = -1;
    private int row;
    private int column;

    private DocReader(HWPFDocument document, Changes changes) {
        this.document = document;
        this.changes = changes;
        this.list = new BlockList(changes);
        this.numbering = new DocNumbering(document);
    }

    /** Reads a file with the wanted text of its tracked changes. */
    public static Reading read(byte[] content, Changes changes) {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new Refused(Problem.PASSWORD_PROTECTED);
            }
            if (!root.hasEntryCaseInsensitive("WordDocument")) {
                boolean workbook = root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book");
                throw new Refused(workbook ? Problem.TYPE_MISMATCH : Problem.NOT_A_DOCUMENT);
            }
            return word(root, changes);
        } catch (EncryptedDocumentException locked) {
            throw new Refused(Problem.PASSWORD_PROTECTED);
        } catch (IOException broken) {
            throw new Refused(Problem.CORRUPT);
        }
    }

    private static Reading word(DirectoryNode root, Changes changes) throws IOException {
        try {
            return new DocReader(new HWPFDocument(root), changes).readAll();
        } catch (OldWordFileFormatException old) {
            return word6(root);
        }
    }

    /** Word 6 and 95: the text only. */
    private static Reading word6(DirectoryNode root) throws IOException {
        var list = new BlockList();
        try (var extractor = new Word6Extractor(new HWPFOldDocument(root))) {
            for (String text : extractor.getParagraphText()) {
                var paragraph = new Paragraph();
                paragraph.append(text, "", false, false);
                paragraph.addTo(list, Block.Kind.PARAGRAPH, null, 0);
            }
        }
        return list.reading(FileKind.DOC.mediaType());
    }

    private Reading readAll() {
        var boxes = new BlockList(changes);
        list = boxes;
        part(() -> document.getMainTextboxRange(), Block.Kind.TEXT_BOX);
        List<Block> boxed = List.copyOf(boxes.blocks());
        list = new BlockList(changes);
        boolean first = boxed.stream().mapToInt(block -> block.text().length()).sum() < SHORT_BOXES;
        if (first) {
            again(boxed);
        }
        range(document.getRange(), Block.Kind.PARAGRAPH);
        if (!first) {
            again(boxed);
        }
        part(() -> document.getFootnoteRange(), Block.Kind.FOOTNOTE);
        part(() -> document.getEndnoteRange(), Block.Kind.FOOTNOTE);
        margins();
        return list.reading(FileKind.DOC.mediaType());
    }

    private void again(List<Block> blocks) {
        for (Block block : blocks) {
            list.add(new Block(
                    list.next(),
                    block.kind(),
                    block.label(),
                    block.text(),
                    block.raw(),
                    block.look(),
                    block.cell(),
                    block.page()));
        }
    }

    /** Headers and footers, which are no part of the text. */
    private void margins() {
        try {
            Range range = document.getHeaderStoryRange();
            for (int i = 0; i < range.numParagraphs(); i++) {
                list.margin(range.getParagraph(i).text().replaceAll("\\p{Cntrl}", " "));
            }
        } catch (RuntimeException broken) {
            list.warn(Warning.Code.PARTIAL, Wording.MARGINS_PARTLY_READ);
        }
    }

    private interface Source {
        Range range();
    }

    private void part(Source source, Block.Kind kind) {
        try {
            range(source.range(), kind);
        } catch (RuntimeException broken) {
            list.warn(Warning.Code.PARTIAL, Wording.NOTES_PARTLY_READ);
        }
    }

    private void range(Range range, Block.Kind kind) {
        table = -1;
        int count = range.numParagraphs();
        for (int i = 0; i < count; i++) {
            paragraph(range.getParagraph(i), kind);
        }
    }

    private void paragraph(org.apache.poi.hwpf.usermodel.Paragraph source, Block.Kind kind) {
        boolean inTable = source.isInTable();
        if (inTable && table < 0) {
            table = list.nextTable();
            row = 0;
            column = 0;
        } else if (!inTable) {
            table = -1;
        }
        if (inTable && source.isTableRowEnd() && source.getTableLevel() <= 1) {
            row++;
            column = 0;
            return;
        }
        var paragraph = describe(source);
        boolean cellEnds = runs(source, paragraph);
        var cell = inTable ? new Block.Cell(table, row, column) : null;
        paragraph.addTo(list, inTable && kind == Block.Kind.PARAGRAPH ? Block.Kind.CELL : kind, cell, 0);
        if (inTable && cellEnds && source.getTableLevel() <= 1) {
            column++;
        }
    }

    private Paragraph describe(org.apache.poi.hwpf.usermodel.Paragraph source) {
        var paragraph = new Paragraph();
        paragraph.centred(source.getJustification() == 1);
        int level = source.getLvl();
        paragraph.outlineLevel(level >= 0 && level < 9 ? level + 1 : 0);
        StyleDescription style = document.getStyleSheet() == null
                ? null
                : document.getStyleSheet().getStyleDescription(source.getStyleIndex());
        String name = style == null ? "" : Objects.requireNonNullElse(style.getName(), "");
        paragraph.style(name.equals("Normal") ? "" : name);
        paragraph.label(numbering.next(source.getIlfo(), source.getIlvl()));
        return paragraph;
    }

    /** True when the paragraph ends a table cell. */
    private boolean runs(org.apache.poi.hwpf.usermodel.Paragraph source, Paragraph paragraph) {
        boolean cellEnds = false;
        int count = source.numCharacterRuns();
        for (int i = 0; i < count; i++) {
            CharacterRun run = source.getCharacterRun(i);
            String text = run.text();
            cellEnds |= text.indexOf(CELL_END) >= 0;
            boolean deletion = run.isMarkedDeleted();
            boolean changed = deletion || run.isMarkedInserted();
            if (changed) {
                revision(text, paragraph, !deletion);
                if (deletion ? !changes.keepsDeletions() : !changes.keepsInsertions()) {
                    continue;
                }
            }
            boolean shown = changed && changes == Changes.SHOWN && !text.isBlank();
            if (shown) {
                paragraph.append(deletion ? "[bỏ: " : "[thêm: ", "", false, false);
            }
            if (run.isSymbol()) {
                paragraph.append(String.valueOf(run.getSymbolCharacter()), "", false, false);
            } else if (!run.isVanished() || fieldDepth > 0) {
                append(text, run, paragraph);
            }
            if (shown) {
                paragraph.append("]", "", false, false);
            }
        }
        return cellEnds;
    }

    private void revision(String text, Paragraph paragraph, boolean insertion) {
        String shown = text.replaceAll("[\\p{Cntrl}]", "");
        if (!shown.isBlank()) {
            list.revision(new Reading.Revision(
                    list.next() + paragraph.finishedLines(),
                    paragraph.textSoFar(list).length(),
                    insertion,
                    "",
                    "",
                    shown));
        }
    }

    private void append(String text, CharacterRun run, Paragraph paragraph) {
        String font = fontOf(run);
        boolean bold = run.isBold();
        boolean italic = run.isItalic();
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case FIELD_BEGIN -> {
                    fieldDepth++;
                    inCode = true;
                }
                case FIELD_SEPARATOR -> inCode = false;
                case FIELD_END -> {
                    fieldDepth = Math.max(0, fieldDepth - 1);
                    inCode = false;
                }
                case SOFT_BREAK -> {
                    paragraph.append(plain.toString(), font, bold, italic);
                    plain.setLength(0);
                    paragraph.lineBreak();
                }
                case HARD_HYPHEN -> plain.append('\u2011');
                case '\t' -> plain.append(' ');
                // the optional hyphen, which is ư in an old font
                case '\u001F' -> plain.append('\u001F');
                default -> {
                    if (!inCode && c >= ' ') {
                        plain.append(c);
                    }
                }
            }
        }
        paragraph.append(plain.toString(), font, bold, italic);
    }

    private static String fontOf(CharacterRun run) {
        try {
            String font = run.getFontName();
            return font == null ? "" : font;
        } catch (RuntimeException noSuchFont) {
            return "";
        }
    }

    /** Automatic numbers of the binary format. */
    private static final class DocNumbering {

        private static final int LEVELS = 9;
        private static final String[] FORMATS = {"decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter"};
        private static final int BULLET = 23;
        private static final int NONE = 255;
        private static final int LEADING_ZERO = 22;

        private final HWPFDocument document;
        private final java.util.Map<Integer, int[]> counters = new java.util.HashMap<>();
        private final java.util.Set<String> begun = new java.util.HashSet<>();

        DocNumbering(HWPFDocument document) {
            this.document = document;
        }

        String next(int ilfo, int ilvl) {
            if (ilfo <= 0 || ilfo > 0x7FF || ilvl < 0 || ilvl >= LEVELS || document.getListTables() == null) {
                return "";
            }
            try {
                return draw(ilfo, ilvl);
            } catch (RuntimeException brokenList) {
                return "";
            }
        }

        private String draw(int ilfo, int ilvl) {
            var tables = document.getListTables();
            int lsid = tables.getLfo(ilfo).getLsid();
            var level = tables.getLevel(lsid, ilvl);
            if (level == null) {
                return "";
            }
            int[] counts = counters.computeIfAbsent(lsid, any -> newCounters());
            Integer override = startOverride(ilfo, ilvl);
            if (override != null && begun.add(ilfo + "/" + ilvl)) {
                counts[ilvl] = override;
            } else {
                counts[ilvl] = counts[ilvl] == Integer.MIN_VALUE ? level.getStartAt() : counts[ilvl] + 1;
            }
            for (int i = ilvl + 1; i < LEVELS; i++) {
                counts[i] = Integer.MIN_VALUE;
            }
            if (level.getNumberFormat() == BULLET) {
                String sign = level.getNumberText();
                return sign == null || sign.isBlank() || sign.charAt(0) > 0xF000 ? "•" : sign;
            }
            return fill(level.getNumberText(), counts, lsid);
        }

        private static int[] newCounters() {
            int[] fresh = new int[LEVELS];
            java.util.Arrays.fill(fresh, Integer.MIN_VALUE);
            return fresh;
        }

        private @Nullable Integer startOverride(int ilfo, int ilvl) {
            var data = document.getListTables().getLfoData(ilfo);
            for (var override : data.getRgLfoLvl() == null
                    ? new ArrayList<org.apache.poi.hwpf.model.ListFormatOverrideLevel>()
                    : List.of(data.getRgLfoLvl())) {
                if (override != null && override.getLevelNum() == ilvl && override.isStartAt()) {
                    return override.getIStartAt();
                }
            }
            return null;
        }

        private String fill(@Nullable String pattern, int[] counts, int lsid) {
            var out = new StringBuilder();
            for (int i = 0; pattern != null && i < pattern.length(); i++) {
                char c = pattern.charAt(i);
                if (c < LEVELS) {
                    var level = document.getListTables().getLevel(lsid, c);
                    int value = counts[c] == Integer.MIN_VALUE ? level.getStartAt() : counts[c];
                    out.append(ListNumber.format(value, format(level.getNumberFormat())));
                } else {
                    out.append(c);
                }
            }
            return out.toString();
        }

        private static String format(int code) {
            return switch (code) {
                case NONE -> "none";
                case LEADING_ZERO -> "decimalZero";
                default -> code < FORMATS.length ? FORMATS[code] : "decimal";
            };
        }
    }
}
