package vn.gopy.command.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import vn.gopy.search.engine.IndexDocument;

/**
 * Ten searches at once, served by four threads, while articles change all the time: how long a search takes with its waiting
 * for a thread, and how long it takes until a change is found. A change is made durable and then shown, as the product does
 * with everything noted in its outbox.
 */
final class MixedLoad {

    private static final int THREADS = 4;
    private static final int AT_ONCE = 10;
    private static final int CHANGED_AT_ONCE = 20;
    private static final long PAUSE_MILLIS = 100;
    private static final long LENGTH_NANOS = 15_000_000_000L;

    private final Product product;
    private final MeasuredArticles articles;
    private final List<String> questions;
    private final Laps searches = new Laps();
    private final Laps changes = new Laps();

    MixedLoad(Product product, MeasuredArticles articles, List<String> questions) {
        this.product = product;
        this.articles = articles;
        this.questions = questions;
    }

    Laps searches() {
        return searches;
    }

    /** From handing over a change until a search finds it. */
    Laps changes() {
        return changes;
    }

    void run() {
        AtomicBoolean going = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            Thread asking = Thread.ofPlatform().start(() -> ask(threads, going));
            try {
                change();
            } finally {
                going.set(false);
                asking.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void ask(ExecutorService threads, AtomicBoolean going) {
        Semaphore open = new Semaphore(AT_ONCE);
        AtomicInteger next = new AtomicInteger();
        while (going.get()) {
            open.acquireUninterruptibly();
            String question = questions.get(next.getAndIncrement() % questions.size());
            searches.timeOn(threads, () -> product.search(question, Contender.Wish.PAGE_WITH_FACETS), open::release);
        }
    }

    private void change() throws InterruptedException {
        long end = System.nanoTime() + LENGTH_NANOS;
        for (int round = 0; System.nanoTime() < end; round++) {
            String marker = "moidoi" + Long.toString(round, 26).replaceAll("\\d", "z");
            List<IndexDocument> changed = changed(round, marker);
            long number = articles.size() + round;
            changes.time(() -> {
                product.write(changed, number);
                product.refresh();
                if (product.search("\"" + marker + "\"", Contender.Wish.PAGE) == 0) {
                    throw new IllegalStateException("A change is not found");
                }
            });
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private List<IndexDocument> changed(int round, String marker) {
        List<IndexDocument> changed = new ArrayList<>();
        for (int i = 0; i < CHANGED_AT_ONCE; i++) {
            IndexDocument old = readable(round * CHANGED_AT_ONCE + i);
            changed.add(new IndexDocument(
                    old.id(),
                    old.group(),
                    2 + round,
                    old.title(),
                    old.context(),
                    old.text() + " " + marker,
                    old.places(),
                    old.numbers(),
                    old.facets(),
                    old.access(),
                    old.writtenAt()));
        }
        return changed;
    }

    /** An article that everyone may read, this one or the next. */
    private IndexDocument readable(int number) {
        IndexDocument article = articles.get(number % articles.size());
        return article.access().equals(JudgedCollection.EVERYONE) ? article : readable(number + 1);
    }
}
