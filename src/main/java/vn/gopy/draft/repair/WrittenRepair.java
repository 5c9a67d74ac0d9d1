package vn.gopy.draft.repair;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.BlockRole;
import vn.gopy.legaltext.Dropped;
import vn.gopy.legaltext.Repair;
import vn.gopy.shared.Refusal;

/**
 * A repair as it is written in JSON, in the database and in the API.
 *
 * @param op {@code RETYPE}, {@code PROMOTE}, {@code DEMOTE}, {@code MERGE}, {@code SPLIT}, {@code DROP} or {@code SUPPLY}
 * @param block id of the block of the reading
 * @param offset into the block's text; absent for its beginning
 * @param as for RETYPE, a {@link BlockRole}
 * @param why for DROP, a {@link Dropped.Why}
 * @param words for SUPPLY, those of a finding
 */
public record WrittenRepair(
        @Nullable String op,
        int block,
        @Nullable Integer offset,
        @Nullable String as,
        @Nullable String why,
        @Nullable String words) {

    /** The written form; the opposite of {@link #repair}. */
    public static WrittenRepair of(Repair repair) {
        return switch (repair) {
            case Repair.Retype it -> of("RETYPE", it.at(), it.as().name(), null);
            case Repair.Promote it -> of("PROMOTE", it.at(), null, null);
            case Repair.Demote it -> of("DEMOTE", it.at(), null, null);
            case Repair.Merge it -> of("MERGE", it.at(), null, null);
            case Repair.Split it -> of("SPLIT", it.at(), null, null);
            case Repair.Drop it -> of("DROP", it.at(), null, it.why().name());
            case Repair.Supply it ->
                new WrittenRepair("SUPPLY", it.at().block(), it.at().offset(), null, null, it.words());
        };
    }

    private static WrittenRepair of(String op, Repair.Spot at, @Nullable String as, @Nullable String why) {
        return new WrittenRepair(op, at.block(), at.offset(), as, why, null);
    }

    /** The repair; one that makes no sense is refused as unprocessable. */
    public Repair repair() {
        try {
            var at = new Repair.Spot(block, Objects.requireNonNullElse(offset, 0));
            return switch (code(op)) {
                case "RETYPE" -> new Repair.Retype(at, BlockRole.valueOf(code(as)));
                case "PROMOTE" -> new Repair.Promote(at);
                case "DEMOTE" -> new Repair.Demote(at);
                case "MERGE" -> new Repair.Merge(at);
                case "SPLIT" -> new Repair.Split(at);
                case "DROP" -> new Repair.Drop(at, Dropped.Why.valueOf(code(why)));
                case "SUPPLY" -> new Repair.Supply(at, Objects.requireNonNullElse(words, ""));
                default -> throw new IllegalArgumentException(op);
            };
        } catch (IllegalArgumentException unknown) {
            throw Refusal.unprocessable("REPAIR_UNKNOWN", Objects.requireNonNullElse(op, ""));
        }
    }

    private static String code(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").toUpperCase(Locale.ROOT);
    }
}
