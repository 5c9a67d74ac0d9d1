package vn.gopy.command.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.vietnamese.analysis.FoldedSyllableAnalyzer;
import vn.gopy.vietnamese.analysis.FoldedSyllablePairAnalyzer;
import vn.gopy.vietnamese.analysis.SyllableAnalyzer;
import vn.gopy.vietnamese.analysis.SyllablePairAnalyzer;

/**
 * How fast the Vietnamese analyzers are beside Lucene's own on the same text. Each analyzer is warmed until the compiler has
 * done its work; then all take turns for many rounds, and each one's middle round counts, so that neither a busy moment of
 * the machine nor the order decides.
 */
public final class AnalysisBench {

    private static final int WARM_UP_ROUNDS = 5;
    private static final int ROUNDS = 15;
    private static final int CHARACTERS = 4_000_000;

    private final List<String> texts;
    private final long bytes;
    private final PrintStream out;
    private long seen;

    /** @param collection whose texts are taken apart, up to four million characters of them */
    public AnalysisBench(JudgedCollection collection, PrintStream out) {
        this.texts = some(collection);
        this.bytes = texts.stream()
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        this.out = out;
    }

    private static List<String> some(JudgedCollection collection) {
        int[] characters = {0};
        return collection.documents().stream()
                .map(IndexDocument::text)
                .takeWhile(text -> (characters[0] += text.length()) <= CHARACTERS)
                .toList();
    }

    /** Measures and prints a line for each analyzer, then one JSON object. */
    public void run() {
        Map<String, Analyzer> analyzers = analyzers();
        Map<String, Laps> laps = new LinkedHashMap<>();
        analyzers.keySet().forEach(name -> laps.put(name, new Laps()));
        for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
            boolean counted = round >= WARM_UP_ROUNDS;
            analyzers.forEach((name, analyzer) -> {
                Laps kept = counted ? laps.getOrDefault(name, new Laps()) : new Laps();
                kept.time(() -> analyze(analyzer));
            });
        }
        report(laps);
    }

    private static Map<String, Analyzer> analyzers() {
        Map<String, Analyzer> analyzers = new LinkedHashMap<>();
        analyzers.put("standard", new StandardAnalyzer());
        analyzers.put("asciiFolding", new Usual(true, false));
        analyzers.put("shingles", new Usual(false, true));
        analyzers.put("asciiFoldingShingles", new Usual(true, true));
        analyzers.put("syllables", new SyllableAnalyzer());
        analyzers.put("folded", new FoldedSyllableAnalyzer());
        analyzers.put("pairs", new SyllablePairAnalyzer());
        analyzers.put("foldedPairs", new FoldedSyllablePairAnalyzer());
        return analyzers;
    }

    private void analyze(Analyzer analyzer) {
        for (String text : texts) {
            try (TokenStream tokens = analyzer.tokenStream("text", text)) {
                CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
                tokens.reset();
                while (tokens.incrementToken()) {
                    seen += term.length() + term.charAt(0);
                }
                tokens.end();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void report(Map<String, Laps> laps) {
        Report report = new Report("analysis");
        laps.forEach((name, times) -> {
            double speed = speed(times);
            out.printf(Locale.ROOT, "%-22s %7.1f MB/s%n", name, speed);
            report.figure(name + "MBs", speed);
        });
        ratio(report, laps, "syllables", "standard");
        ratio(report, laps, "folded", "standard");
        ratio(report, laps, "folded", "asciiFolding");
        ratio(report, laps, "pairs", "shingles");
        ratio(report, laps, "foldedPairs", "asciiFoldingShingles");
        report.figure("megabytes", bytes / 1e6);
        report.figure("checksum", seen % 1000);
        out.println(report.json());
    }

    /** How many times as fast as the other one. */
    private void ratio(Report report, Map<String, Laps> laps, String ours, String theirs) {
        double ratio = speed(laps.getOrDefault(ours, new Laps())) / speed(laps.getOrDefault(theirs, new Laps()));
        report.ratio(ours + "_vs_" + theirs, ratio);
    }

    private double speed(Laps laps) {
        return bytes / 1e6 / (laps.percentile(0.5) / 1000);
    }

    /** What is usually set up: lower case, perhaps without marks, perhaps in pairs. */
    private static final class Usual extends Analyzer {

        private final boolean folding;
        private final boolean pairs;

        Usual(boolean folding, boolean pairs) {
            this.folding = folding;
            this.pairs = pairs;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            TokenStream chain = new LowerCaseFilter(words);
            if (folding) {
                chain = new ASCIIFoldingFilter(chain);
            }
            if (pairs) {
                ShingleFilter shingles = new ShingleFilter(chain, 2, 2);
                shingles.setOutputUnigrams(false);
                chain = shingles;
            }
            return new TokenStreamComponents(words, chain);
        }
    }
}
