package vn.gopy.document.extract.twice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.gopy.legaltext.Difference;

/** What a reader of a file found, to be compared with what others found in it. */
public final class FirstReading {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private final Letters text;
    private final Letters everything;
    private final Grams known;
    /** Numbers of notes, which other readers leave standing at the words. */
    private final Set<String> marks;

    /**
     * @param text what the reader gives as the text
     * @param aside what it knows besides: drawn numbers, remarks, both sides of changes, headers, what it dropped
     */
    public FirstReading(List<String> text, List<String> aside) {
        this.text = Letters.of(text);
        this.everything = this.text.and(aside);
        this.known = new Grams(everything);
        this.marks = aside.stream()
                .map(String::strip)
                .filter(it -> NUMBER.matcher(it).matches())
                .collect(Collectors.toSet());
    }

    /** What only the other has found. */
    public List<Difference> lacks(List<String> other) {
        return first(lacking(Letters.of(other)));
    }

    /** What only the other has found, then what the text gives more often. */
    public List<Difference> against(List<String> other) {
        Letters theirs = Letters.of(other);
        List<Difference> found = lacking(theirs);
        new Comparison(text, theirs, Set.of()).repeated(new Grams(theirs), found);
        return first(found);
    }

    private List<Difference> lacking(Letters theirs) {
        var found = new ArrayList<Difference>();
        new Comparison(theirs, everything, marks).lost(known, found);
        return found;
    }

    private static List<Difference> first(List<Difference> found) {
        return List.copyOf(found.subList(0, Math.min(found.size(), Comparison.MOST)));
    }
}
