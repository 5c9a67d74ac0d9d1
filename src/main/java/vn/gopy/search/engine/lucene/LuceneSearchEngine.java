package vn.gopy.search.engine.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.search.engine.AnalyzedToken;
import vn.gopy.search.engine.EngineAnswer;
import vn.gopy.search.engine.EngineHealth;
import vn.gopy.search.engine.EngineQuery;
import vn.gopy.search.engine.IndexBatch;
import vn.gopy.search.engine.IndexBrokenException;
import vn.gopy.search.engine.IndexMark;
import vn.gopy.search.engine.IndexedState;
import vn.gopy.search.engine.Match;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.StoredText;
import vn.gopy.search.engine.TextField;

/** The engine on Lucene: keeps the generations, and hands each question to the active one. */
final class LuceneSearchEngine implements SearchEngine {

    private static final Logger log = LoggerFactory.getLogger(LuceneSearchEngine.class);

    private final IndexFolder folder;
    private final Disk disk;
    private final Duration timeLimit;
    private final Map<String, Generation> open = new ConcurrentHashMap<>();
    private volatile @Nullable Generation active;
    private final ValueSets sets = new ValueSets();
    private final ValueNames names = new ValueNames();

    LuceneSearchEngine(IndexFolder folder, Disk disk, Duration timeLimit) {
        this.folder = folder;
        this.disk = disk;
        this.timeLimit = timeLimit;
        folder.active().ifPresent(this::open);
        dropLeftovers();
    }

    private boolean open(String name) {
        try {
            Generation generation = Generation.existing(name, disk.open(folder.generation(name)));
            open.put(name, generation);
            active = generation;
            return true;
        } catch (IOException | RuntimeException e) {
            log.warn("The search index {} cannot be used and has to be rebuilt: {}", name, e.toString());
            return false;
        }
    }

    @Override
    public boolean reopen() {
        Generation before = active;
        if (before == null) {
            return folder.active().filter(this::open).isPresent();
        }
        quietly(before.name(), before::stopWriting);
        if (!open(before.name())) {
            return false;
        }
        quietly(before.name(), before::close);
        return true;
    }

    private interface Closing {
        void run() throws IOException;
    }

    /** What is being left behind may be as broken as it likes. */
    private static void quietly(String name, Closing closing) {
        try {
            closing.run();
        } catch (IOException | RuntimeException e) {
            log.warn("Closing the index generation {} failed: {}", name, e.toString());
        }
    }

    /** A generation that was being filled when the process ended, or whose filling failed, is worth nothing. */
    private void dropLeftovers() {
        folder.generations().stream().filter(name -> !open.containsKey(name)).forEach(this::delete);
    }

    private void delete(String name) {
        try {
            folder.delete(name);
        } catch (UncheckedIOException e) {
            log.warn("The files of the index generation {} stay until the next start: {}", name, e.toString());
        }
    }

    @Override
    public String createGeneration() {
        dropLeftovers();
        String name = "g-" + UUID.randomUUID();
        try {
            open.put(name, Generation.create(name, disk.open(folder.generation(name))));
            return name;
        } catch (IOException | RuntimeException e) {
            delete(name);
            throw new IndexBrokenException("A new search index cannot be begun", e);
        }
    }

    @Override
    public void write(String generation, IndexBatch batch) {
        try {
            Generation written = existing(generation);
            written.write(batch, written == active);
        } catch (IOException | IllegalStateException e) {
            throw new IndexBrokenException("The search index cannot be written", e);
        }
    }

    private Generation existing(String name) {
        Generation generation = open.get(name);
        if (generation == null) {
            throw new IllegalStateException("There is no index generation " + name);
        }
        return generation;
    }

    @Override
    public void refresh() {
        Generation current = active;
        if (current != null) {
            refresh(current);
        }
    }

    private static void refresh(Generation generation) {
        try {
            generation.refresh();
        } catch (IOException | IllegalStateException e) {
            throw new IndexBrokenException("The search index cannot be read", e);
        }
    }

    @Override
    public void activate(String generation) {
        Generation next = existing(generation);
        commit(next);
        refresh(next);
        note(generation);
        active = next;
    }

    private void note(String generation) {
        try {
            folder.setActive(generation);
        } catch (UncheckedIOException e) {
            throw new IndexBrokenException("The search index cannot be written", e);
        }
    }

    private static void commit(Generation generation) {
        try {
            generation.commit();
        } catch (IOException | IllegalStateException e) {
            throw new IndexBrokenException("The search index cannot be written", e);
        }
    }

    @Override
    public void drop(String generation) {
        Generation current = active;
        if (current != null && current.name().equals(generation)) {
            throw new IllegalStateException("The active index generation cannot be dropped");
        }
        Generation dropped = open.remove(generation);
        if (dropped != null) {
            quietly(generation, dropped::close);
        }
        delete(generation);
    }

    @Override
    public Set<String> generations() {
        return new TreeSet<>(open.keySet());
    }

    @Override
    public EngineAnswer search(EngineQuery query) {
        return read(
                new EngineAnswer(0, List.of(), Map.of(), true),
                reader -> question(reader).ask(query));
    }

    @Override
    public Set<Match> unmet(EngineQuery query, Collection<Match> conditions) {
        return read(Set.copyOf(conditions), reader -> question(reader).unmet(query, conditions));
    }

    /** What Lucene would keep of a question is kept as {@link ValueSets}; the rest is another one each time. */
    private IndexQuestion question(DirectoryReader reader) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        return new IndexQuestion(searcher, new QueryTimeoutImpl(timeLimit.toMillis()), sets, names);
    }

    @Override
    public List<StoredText> read(Collection<String> ids) {
        return read(List.of(), reader -> new StoredTexts(reader).of(ids));
    }

    @Override
    public long frequency(TextField field, String term) {
        return read(0, reader -> reader.docFreq(new Term(IndexSchema.name(field), term)));
    }

    @Override
    public List<IndexedState> states(Collection<String> groups) {
        return read(List.of(), reader -> new IndexedStates(reader).of(groups));
    }

    @Override
    public List<String> groups(String after, int limit) {
        return read(List.of(), reader -> new IndexedStates(reader).groups(after, limit));
    }

    @Override
    public List<AnalyzedToken> analyze(TextField field, String text) {
        List<AnalyzedToken> found = new ArrayList<>();
        try (TokenStream tokens = IndexSchema.analyzer(field).tokenStream(IndexSchema.name(field), text)) {
            CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.getAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                found.add(new AnalyzedToken(term.toString(), offset.startOffset(), offset.endOffset()));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    @Override
    public EngineHealth health() {
        Generation current = active;
        if (current == null) {
            return new EngineHealth(Optional.empty(), 0, 0, Optional.empty());
        }
        Optional<IndexMark> mark = current.mark();
        return new EngineHealth(Optional.of(current.name()), documents(), folder.bytes(current.name()), mark);
    }

    @Override
    public long documents() {
        try {
            return read(0, DirectoryReader::numDocs);
        } catch (IndexBrokenException broken) {
            return 0;
        }
    }

    @Override
    public boolean intact() {
        Generation current = active;
        if (current == null) {
            return false;
        }
        try {
            current.check();
            return true;
        } catch (IOException | RuntimeException e) {
            log.warn("The search index {} is damaged: {}", current.name(), e.toString());
            return false;
        }
    }

    @Override
    public void close() {
        open.forEach((name, generation) -> quietly(name, generation::close));
        open.clear();
        active = null;
        folder.close();
    }

    private interface IndexLookup<T> {
        T from(DirectoryReader reader) throws IOException;
    }

    private <T> T read(T nothing, IndexLookup<T> reading) {
        while (true) {
            Generation current = active;
            if (current == null) {
                return nothing;
            }
            try {
                return read(current, reading);
            } catch (IOException | IllegalStateException e) {
                if (current == active) {
                    throw new IndexBrokenException("The search index cannot be read", e);
                } // another generation has taken its place in between: ask that one
            }
        }
    }

    private static <T> T read(Generation generation, IndexLookup<T> reading) throws IOException {
        DirectoryReader reader = generation.readers().acquire();
        try {
            return reading.from(reader);
        } finally {
            generation.readers().release(reader);
        }
    }
}
