package vn.gopy.legaltext;

import java.util.ArrayList;
import java.util.List;

/** Outlines of texts written in a test, and short ways to look at them. */
public final class OutlineFixture {

    private OutlineFixture() {}

    /** Each line of the text is a paragraph. */
    public static Outline outline(String text) {
        return Outlines.of(reading(text), "vb.docx", null);
    }

    public static Reading reading(String text) {
        var blocks = new ArrayList<Block>();
        for (String line : text.strip().split("\n")) {
            blocks.add(Block.paragraph(blocks.size(), line.strip()));
        }
        return reading(blocks);
    }

    public static Reading reading(List<Block> blocks) {
        return new Reading(Reading.READER, "text/plain", blocks, List.of(), List.of(), List.of(), List.of(), null);
    }

    /** The paths of all provisions of all bodies, in reading order. */
    static List<String> paths(Outline outline) {
        var paths = new ArrayList<String>();
        outline.bodies().forEach(body -> collect(body.provisions(), paths));
        return paths;
    }

    private static void collect(List<Provision> provisions, List<String> paths) {
        for (Provision provision : provisions) {
            paths.add(provision.path());
            collect(provision.children(), paths);
        }
    }

    static Provision at(Outline outline, String path) {
        for (Body body : outline.bodies()) {
            Provision found = find(body.provisions(), path);
            if (found != null) {
                return found;
            }
        }
        throw new AssertionError(path + " is not among " + paths(outline));
    }

    private static @org.jspecify.annotations.Nullable Provision find(List<Provision> provisions, String path) {
        for (Provision provision : provisions) {
            Provision found = provision.path().equals(path) ? provision : find(provision.children(), path);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    static List<Warning.Code> warnings(Outline outline) {
        return outline.warnings().stream().map(Warning::code).toList();
    }

    /** How often each letter and digit stands in the blocks, less how often in the outline: all zero when nothing is lost. */
    static int[] balance(Reading reading, Outline outline) {
        int[] balance = new int[Character.MAX_VALUE + 1];
        reading.blocks().forEach(block -> count(block.label() + block.text(), balance, 1));
        reading.dropped().forEach(dropped -> count(dropped.text(), balance, 1));
        for (Body body : outline.bodies()) {
            count(
                    body.head() + body.preamble() + body.closing() + (body.title() == null ? "" : body.title()),
                    balance,
                    -1);
            count(body.provisions(), balance);
        }
        for (Annex annex : outline.annexes()) {
            count(
                    annex.text()
                            + (annex.label() == null ? "" : annex.label())
                            + (annex.heading() == null ? "" : annex.heading()),
                    balance,
                    -1);
            count(annex.provisions(), balance);
        }
        outline.dropped().forEach(dropped -> count(dropped.text(), balance, -1));
        return balance;
    }

    private static void count(List<Provision> provisions, int[] balance) {
        for (Provision provision : provisions) {
            count(provision.text(), balance, -1);
            count(provision.label() == null ? "" : provision.label(), balance, -1);
            count(provision.heading() == null ? "" : provision.heading(), balance, -1);
            for (List<String> row : provision.rows() == null ? List.<List<String>>of() : provision.rows()) {
                row.forEach(cell -> count(cell, balance, -1));
            }
            count(provision.children(), balance);
        }
    }

    private static void count(String text, int[] balance, int by) {
        text.chars().filter(Character::isLetterOrDigit).forEach(c -> balance[c] += by);
    }
}
