package vn.gopy.draft.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.comparison.ComparisonJson.Step;

/** Two versions beside each other, block by block, in the reading order of the new one. */
public record ComparedText(List<Block> blocks) {

    /**
     * An article with all that stands below it, or what else is shown as one.
     *
     * @param kind what became of it, in small letters
     * @param verdict the same in words
     * @param changed whether anything in it is different
     * @param content whether anything is different that is more than spelling
     */
    public record Block(
            String id, String name, String kind, String verdict, boolean changed, boolean content, List<Row> rows) {}

    /**
     * One place, or several that became one or came from one. Where there is one on each side, or on one side only, heading
     * and text are the difference of both; of several each place has its own.
     *
     * @param away whether it only says where an old place has gone
     * @param from where it stood before, if it has changed its place
     * @param to where it stands now, in the old place's stead
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            String id,
            String kind,
            String verdict,
            boolean changed,
            boolean content,
            boolean away,
            List<Side> old,
            @JsonProperty("new") List<Side> fresh,
            @Nullable List<Step> heading,
            @Nullable List<Step> text,
            @Nullable Link from,
            @Nullable Link to) {

        /** The same with these new places only. */
        Row showing(List<Side> sides) {
            return new Row(id, kind, verdict, changed, content, away, old, List.copyOf(sides), heading, text, from, to);
        }

        /** New places of the same row in another block; they lead to the first. */
        Row furtherOn(List<Side> sides) {
            String address = sides.getFirst().address();
            Link origin = new Link(id, old.getFirst().name());
            return new Row(
                    address,
                    kind,
                    verdict,
                    changed,
                    content,
                    false,
                    List.of(),
                    List.copyOf(sides),
                    null,
                    null,
                    origin,
                    null);
        }

        /** The words of an old place with what went; of several places its own. */
        List<Step> headingBefore(Side side) {
            return heading == null ? orNone(side.heading()) : Steps.old(heading);
        }

        List<Step> textBefore(Side side) {
            return text == null ? orNone(side.text()) : Steps.old(text);
        }

        /** The words of a new place with what came; of several places its own. */
        List<Step> headingAfter(Side side) {
            return heading == null ? orNone(side.heading()) : Steps.fresh(heading);
        }

        List<Step> textAfter(Side side) {
            return text == null ? orNone(side.text()) : Steps.fresh(text);
        }

        private static List<Step> orNone(@Nullable List<Step> steps) {
            return steps == null ? List.of() : steps;
        }
    }

    /**
     * One place of a side.
     *
     * @param above the heading under which it stands, where that is another one on the other side
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Side(
            String address,
            String level,
            String label,
            String name,
            @Nullable String above,
            @Nullable List<Step> heading,
            @Nullable List<Step> text) {}

    /**
     * A place on the other side.
     *
     * @param id of the row that tells of it; null where that is this one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Link(@Nullable String id, String name) {}
}
