package vn.gopy.document.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Dropped;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Warning;
import vn.gopy.vietnamese.LegacyEncoding;
import vn.gopy.vietnamese.LegacyText;
import vn.gopy.vietnamese.VietnameseText;

/** Collects the blocks of one file; every reader ends here, so old fonts are converted in one place. */
final class BlockList {

    /** More is no document; the rest is left out with a warning. */
    private static final int MOST_BLOCKS = 400_000;

    private static final int SAMPLE = 30_000;

    private final List<Block> blocks = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();
    private final List<Reading.Remark> remarks = new ArrayList<>();
    private final List<Reading.Revision> revisions = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final Map<LegacyEncoding, Integer> converted = new HashMap<>();
    private final Map<Integer, String> unjudged = new HashMap<>();
    private boolean truncated;
    private int tables;

    /** The id that the next block will get. */
    int next() {
        return blocks.size();
    }

    int nextTable() {
        return tables++;
    }

    /** A block whose font said nothing: its raw text waits for a judgement by content. */
    void addUnjudged(Block block, String raw) {
        unjudged.put(block.id(), raw);
        add(block);
    }

    void add(Block block) {
        if (blocks.size() < MOST_BLOCKS) {
            blocks.add(block);
        } else if (!truncated) {
            truncated = true;
            warn(Warning.Code.TRUNCATED, "Tệp quá dài, phần cuối không được đọc");
        }
    }

    void drop(String text, Dropped.Why why) {
        if (!text.isBlank()) {
            dropped.add(new Dropped(text, why));
        }
    }

    void remark(Reading.Remark remark) {
        remarks.add(remark);
    }

    void revision(Reading.Revision revision) {
        revisions.add(revision);
    }

    void warn(Warning.Code code, String message) {
        warnings.add(new Warning(code, null, message));
    }

    void countConversion(LegacyEncoding encoding) {
        converted.merge(encoding, 1, Integer::sum);
    }

    List<Block> blocks() {
        return blocks;
    }

    /** The finished reading. */
    Reading reading(String mediaType) {
        convertByContent();
        if (!converted.isEmpty()) {
            warn(Warning.Code.LEGACY_FONT_CONVERTED, "Đã chuyển sang Unicode từ mã " + converted);
        }
        if (!revisions.isEmpty()) {
            warn(Warning.Code.TRACKED_CHANGES, "Có " + revisions.size() + " thay đổi theo dõi; đang đọc bản cuối");
        }
        if (!remarks.isEmpty()) {
            warn(Warning.Code.WORD_COMMENTS, "Có " + remarks.size() + " ghi chú bên lề");
        }
        Problem problem = blocks.isEmpty() ? Problem.EMPTY : null;
        return new Reading(Reading.READER, mediaType, blocks, dropped, remarks, revisions, warnings, problem);
    }

    /** Text whose font says nothing is judged by what it says; single blocks only where the whole file agrees. */
    private void convertByContent() {
        if (unjudged.isEmpty()) {
            return;
        }
        var sample = new StringBuilder();
        for (Block block : blocks) {
            if (block.raw() == null && sample.length() < SAMPLE) {
                sample.append(unjudged.getOrDefault(block.id(), block.text())).append('\n');
            }
        }
        LegacyEncoding likely = LegacyText.detect(sample.toString()).orElse(null);
        for (int i = 0; i < blocks.size(); i++) {
            String raw = unjudged.get(blocks.get(i).id());
            if (raw != null) {
                blocks.set(i, byContent(blocks.get(i), raw, likely));
            }
        }
    }

    private Block byContent(Block block, String raw, @Nullable LegacyEncoding likely) {
        LegacyEncoding encoding = likely == null || LegacyText.isUnicode(raw)
                ? LegacyText.detect(raw).orElse(null)
                : likely;
        if (encoding == null) {
            return block;
        }
        countConversion(encoding);
        String text = VietnameseText.normalise(encoding.toUnicode(raw));
        return new Block(block.id(), block.kind(), block.label(), text, raw, block.look(), block.cell(), block.page());
    }
}
