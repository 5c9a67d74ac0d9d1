package vn.gopy.command.measure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import vn.gopy.search.Facet;
import vn.gopy.search.engine.IndexDocument;

/**
 * The articles that are measured with, spread over dossiers of which the asker may read most. Behind the given ones stand as
 * many mixed ones as wanted: each takes its sentences from three of the given, so that words stay as frequent as they are.
 */
final class MeasuredArticles {

    private static final int DOSSIERS = 400;
    private static final int CLOSED_EVERY = 4;
    private static final int INVITED_EVERY = 8;
    private static final int SOURCES = 3;
    private static final String[] KINDS = {"L", "NĐ", "TT", "QĐ", "QC", "KH", "NQ"};
    private static final String[] STATES = {"PUBLISHED", "REVIEW", "CLOSED"};

    private final List<IndexDocument> given;
    private final int size;

    MeasuredArticles(List<IndexDocument> given, int size) {
        this.given = given;
        this.size = size;
    }

    int size() {
        return size;
    }

    /** The tokens of who asks: everyone's, and those of half of the closed dossiers. */
    static Set<String> access() {
        Set<String> tokens = new LinkedHashSet<>(Set.of("everyone"));
        for (int dossier = 0; dossier < DOSSIERS; dossier += INVITED_EVERY) {
            tokens.add("dossier-" + dossier);
        }
        return tokens;
    }

    /** The dossiers that the asker may read. */
    static Set<String> readable() {
        Set<String> readable = new TreeSet<>();
        for (int dossier = 0; dossier < DOSSIERS; dossier++) {
            if (dossier % CLOSED_EVERY != 0 || dossier % INVITED_EVERY == 0) {
                readable.add("" + dossier);
            }
        }
        return readable;
    }

    IndexDocument get(int number) {
        IndexDocument words = number < given.size() ? given.get(number) : mixed(number);
        int dossier = Math.floorMod(words.context().hashCode(), DOSSIERS);
        String token = dossier % CLOSED_EVERY == 0 ? "dossier-" + dossier : "everyone";
        return new IndexDocument(
                words.id(),
                words.group(),
                1,
                words.title(),
                words.context(),
                words.text(),
                List.of(),
                Set.of(),
                facets(number, dossier),
                Set.of(token),
                Instant.ofEpochSecond(number));
    }

    private static Map<Facet, Set<String>> facets(int number, int dossier) {
        Map<Facet, Set<String>> facets = new EnumMap<>(Facet.class);
        facets.put(Facet.TYPE, Set.of("PROVISION"));
        facets.put(Facet.KIND, Set.of(KINDS[dossier % KINDS.length]));
        facets.put(Facet.UNIT, Set.of("U" + dossier % 40));
        facets.put(Facet.STATE, Set.of(STATES[number % STATES.length]));
        facets.put(Facet.YEAR, Set.of("" + (2010 + dossier % 16)));
        facets.put(Facet.DOSSIER, Set.of("" + dossier));
        facets.put(Facet.DRAFT, Set.of(number % 5 == 0 ? "EARLIER" : "LATEST"));
        return facets;
    }

    private IndexDocument mixed(int number) {
        Random random = new Random(number);
        IndexDocument first = pick(random);
        StringBuilder text = new StringBuilder(first.text().length() + 200);
        for (int source = 0; source < SOURCES; source++) {
            List<String> sentences = sentences(pick(random).text());
            int from = random.nextInt(sentences.size());
            int count = Math.max(1, sentences.size() / SOURCES);
            for (String sentence : sentences.subList(from, Math.min(sentences.size(), from + count))) {
                text.append(sentence).append(". ");
            }
        }
        String id = "mixed-" + number;
        return new IndexDocument(
                id,
                id,
                1,
                pick(random).title(),
                first.context(),
                text.toString().strip(),
                List.of(),
                Set.of(),
                Map.of(),
                first.access(),
                Instant.EPOCH);
    }

    private IndexDocument pick(Random random) {
        return given.get(random.nextInt(given.size()));
    }

    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(". "); end >= 0; end = text.indexOf(". ", start)) {
            sentences.add(text.substring(start, end));
            start = end + 2;
        }
        sentences.add(text.substring(start));
        return sentences;
    }
}
