package vn.gopy.legaltext.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Level;
import vn.gopy.legaltext.Provision;
import vn.gopy.legaltext.Sentence;
import vn.gopy.legaltext.Sentence.Wording;
import vn.gopy.legaltext.Warning;
import vn.gopy.legaltext.parse.TextAt;

/**
 * What an expert would remark about the order of a text: units without a title where their siblings have one (Luật
 * 64/2025/QH15 Điều 7: phần, chương, mục, tiểu mục and điều have names), and a number of Điều that is not the one the
 * text itself states.
 */
public final class Findings {

    private static final Pattern STATED = Pattern.compile(
            "(?iu)(?:gồm|có)\\s(?:có\\s)?(?:(\\d{1,3})\\s+chương\\s*(?:,|và|;)?\\s*)(?:(?:\\d{1,3})\\s+mục\\s*(?:,|và|;)?\\s*)?(?:và\\s+)?(\\d{1,4})\\s+điều(?!\\p{L})");

    /** Fewer articles than this show no habit. */
    private static final int FEWEST = 4;

    private static final int LONGEST_STATEMENT = 600;

    private Findings() {}

    /** The findings of each body, in the order of the bodies; paths are those of the body. */
    public static List<List<Warning>> of(List<Body> bodies) {
        var all = new ArrayList<List<Warning>>();
        for (int i = 0; i < bodies.size(); i++) {
            var warnings = new ArrayList<Warning>();
            Body body = bodies.get(i);
            titles(body, warnings);
            stated(body, i + 1 < bodies.size() ? bodies.get(i + 1) : null, warnings);
            all.add(warnings);
        }
        return all;
    }

    // ---- titles

    private static void titles(Body body, List<Warning> warnings) {
        var articles = new ArrayList<Provision>();
        var groups = new ArrayList<Provision>();
        collect(body.provisions(), articles, groups);
        groups.stream().filter(unit -> unit.heading() == null).forEach(unit -> missing(unit, warnings));
        long titled = articles.stream().filter(it -> it.heading() != null).count();
        if (articles.size() < FEWEST || titled * 4 < articles.size() * 3L) {
            return;
        }
        articles.stream().filter(Findings::lacksTitle).forEach(it -> missing(it, warnings));
    }

    private static void missing(Provision unit, List<Warning> warnings) {
        String label = Objects.requireNonNull(unit.label(), "units that have titles are numbered");
        warnings.add(
                new Warning(Warning.Code.HEADING_MISSING, unit.path(), Sentence.of(Wording.UNIT_WITHOUT_TITLE, label)));
    }

    /** A repealed article keeps its number and has nothing else. */
    private static boolean lacksTitle(Provision article) {
        String text = article.text().toLowerCase(Locale.ROOT);
        boolean repealed = text.length() < 200 && (text.contains("bãi bỏ") || text.contains("hủy bỏ"));
        return article.heading() == null && !repealed;
    }

    private static void collect(List<Provision> provisions, List<Provision> articles, List<Provision> groups) {
        for (Provision provision : provisions) {
            switch (provision.level()) {
                case ARTICLE -> articles.add(provision);
                case PART, CHAPTER, SECTION, SUBSECTION -> {
                    groups.add(provision);
                    collect(provision.children(), articles, groups);
                }
                default -> {}
            }
        }
    }

    // ---- "gồm 08 Chương, 28 Điều"

    private static void stated(Body body, @Nullable Body next, List<Warning> warnings) {
        statement(body.preamble(), "ban-hanh", body, next, warnings);
        for (Provision article : articles(body)) {
            statement(article.text(), article.path(), body, next, warnings);
            article.children().forEach(it -> statement(it.text(), it.path(), body, next, warnings));
        }
        statement(body.closing(), "phan-cuoi", body, next, warnings);
    }

    private static void statement(String text, String path, Body body, @Nullable Body next, List<Warning> warnings) {
        if (!text.contains("hương")) {
            return;
        }
        for (String line : text.split("\n")) {
            if (line.length() > LONGEST_STATEMENT || line.startsWith("“") || line.startsWith("\"")) {
                continue;
            }
            Matcher matcher = STATED.matcher(line);
            if (!TextAt.holds(line, "chương") || !TextAt.holds(line, "điều") || !matcher.find()) {
                continue;
            }
            String before = line.substring(0, matcher.start()).toLowerCase(Locale.ROOT);
            boolean issues = before.contains("kèm theo");
            Body meant = issues ? next : before.stripTrailing().endsWith("này") ? body : null;
            if (meant != null) {
                compare(meant, matcher, path, warnings);
            }
        }
    }

    private static void compare(Body meant, Matcher stated, String path, List<Warning> warnings) {
        var counts = new EnumMap<Level, Integer>(Level.class);
        count(meant.provisions(), counts);
        int chapters = counts.getOrDefault(Level.CHAPTER, 0);
        int articles = counts.getOrDefault(Level.ARTICLE, 0);
        if (chapters != Integer.parseInt(stated.group(1)) || articles != Integer.parseInt(stated.group(2))) {
            warnings.add(new Warning(
                    Warning.Code.ARTICLE_COUNT_DIFFERS,
                    path,
                    Sentence.of(Wording.COUNTS_DIFFER, stated.group(1), stated.group(2), chapters, articles)));
        }
    }

    private static void count(List<Provision> provisions, Map<Level, Integer> counts) {
        for (Provision provision : provisions) {
            counts.merge(provision.level(), 1, Integer::sum);
            count(provision.children(), counts);
        }
    }

    private static List<Provision> articles(Body body) {
        var articles = new ArrayList<Provision>();
        collect(body.provisions(), articles, new ArrayList<>());
        return articles;
    }
}
