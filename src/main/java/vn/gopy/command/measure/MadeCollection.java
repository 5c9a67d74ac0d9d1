package vn.gopy.command.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import vn.gopy.command.measure.JudgedCollection.Judged;
import vn.gopy.search.engine.IndexDocument;

/**
 * Articles and questions without any meaning, for a machine that has no real ones: words of two syllables, some frequent
 * and most rare as in any language, each article about a few of them. The same in every run.
 */
final class MadeCollection {

    private static final int ARTICLES = 42_558;
    private static final int QUESTIONS = 300;
    private static final int TOPIC = 12;

    private final Random random = new Random(20);
    private final MadeWords words = new MadeWords(random);

    private MadeCollection() {}

    static JudgedCollection make() {
        MadeCollection made = new MadeCollection();
        List<IndexDocument> articles = new ArrayList<>(ARTICLES);
        List<Judged> questions = new ArrayList<>(QUESTIONS);
        for (int number = 0; number < ARTICLES; number++) {
            String[] topic = made.topic();
            String id = "made-" + number;
            articles.add(JudgedCollection.document(
                    id, "Văn bản " + made.run(topic, 4), made.run(topic, 4), made.text(topic)));
            if (number % (ARTICLES / QUESTIONS) == 0) {
                questions.add(new Judged("question-" + number, made.run(topic, 12), Set.of(id)));
            }
        }
        return new JudgedCollection(articles, questions);
    }

    private String[] topic() {
        String[] topic = new String[TOPIC];
        for (int i = 0; i < TOPIC; i++) {
            topic[i] = words.next();
        }
        return topic;
    }

    private String run(String[] topic, int length) {
        List<String> run = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            run.add(random.nextInt(3) == 0 ? topic[random.nextInt(TOPIC)] : words.next());
        }
        return String.join(" ", run);
    }

    private String text(String[] topic) {
        StringBuilder text = new StringBuilder();
        int sentences = 5 + random.nextInt(25);
        for (int i = 0; i < sentences; i++) {
            text.append(run(topic, 4 + random.nextInt(14))).append(". ");
        }
        return text.toString().strip();
    }
}
