package vn.gopy.command.measure.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import vn.gopy.command.measure.JudgedCollection.Judged;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.ranking.Frames;
import vn.gopy.vietnamese.analysis.EvenFolding;

/** Questions made of sentences and headings of every fourth article, broken as people break them. */
final class MadeQuestions {

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.;:!?])\\s+|\\n+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern DAYS =
            Pattern.compile("(?:trong )?(?:thời hạn )?\\d{1,3} (?:ngày|tháng|năm)(?: làm việc)?(?: kể từ ngày)?");
    private static final int LONGEST = 40;
    private static final int SHORTEST = 4;

    private final List<IndexDocument> documents;
    private final Random random = new Random(29);

    MadeQuestions(List<IndexDocument> documents) {
        this.documents = documents;
    }

    /** At most so many, each answered by the article that it was made of. */
    List<Judged> make(int count) {
        List<Judged> made = new ArrayList<>();
        int fourths = documents.size() / 4;
        for (int number = 0; number < count && fourths > 0; number++) {
            int article = 4 * (int) ((long) number * fourths / count);
            IndexDocument document = documents.get(article);
            String question = question(document);
            if (words(question).size() >= SHORTEST) {
                made.add(new Judged("made-" + number, question, java.util.Set.of(document.id())));
            }
        }
        return made;
    }

    private String question(IndexDocument document) {
        boolean ofSentence = document.title().isBlank() || random.nextFloat() < 0.7f;
        String source = ofSentence ? sentence(document.text()) : document.title();
        String behind = "";
        if (DAYS.matcher(source).find() && random.nextFloat() < 0.6f) {
            source = DAYS.matcher(source).replaceFirst(" ");
            behind = "trong thời hạn bao lâu";
        } else if (source.contains("hạt tiền")) {
            behind = random.nextBoolean() ? "bị phạt bao nhiêu" : "bị phạt bao nhiêu tiền";
        }
        float dropped = ofSentence ? 0.2f + 0.45f * random.nextFloat() : 0.35f * random.nextFloat();
        List<String> kept = broken(words(source), dropped);
        putIn(kept, document);
        return framed(kept, behind);
    }

    private String sentence(String text) {
        String[] sentences = SENTENCE.split(text);
        String chosen = sentences[random.nextInt(sentences.length)];
        for (int look = 0; look < 5 && words(chosen).size() < 8; look++) {
            chosen = sentences[random.nextInt(sentences.length)];
        }
        return chosen;
    }

    private static List<String> words(String text) {
        return Arrays.stream(NOT_WORD.split(text))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Without a share of the words, which are left out in runs. */
    private List<String> broken(List<String> words, float dropped) {
        int from = words.size() > LONGEST ? random.nextInt(words.size() - LONGEST) : 0;
        int to = Math.min(words.size(), from + LONGEST);
        List<String> kept = new ArrayList<>();
        for (int place = from; place < to; ) {
            int run = Math.min(to - place, 1 + random.nextInt(4));
            if (random.nextFloat() >= dropped) {
                kept.addAll(words.subList(place, place + run));
            }
            place += run;
        }
        return kept.isEmpty() ? new ArrayList<>(words) : kept;
    }

    private void putIn(List<String> kept, IndexDocument document) {
        int foreign = random.nextInt(4);
        for (int i = 0; i < foreign; i++) {
            List<String> other =
                    words(documents.get(random.nextInt(documents.size())).title());
            if (other.size() >= 2) {
                int at = random.nextInt(other.size() - 1);
                kept.addAll(random.nextInt(kept.size() + 1), other.subList(at, at + 2));
            }
        }
        List<String> heading = words(document.title());
        if (heading.size() >= 3 && random.nextFloat() < 0.25f) {
            int size = 2 + random.nextInt(Math.min(3, heading.size() - 1));
            int at = random.nextInt(heading.size() - size + 1);
            kept.addAll(random.nextBoolean() ? 0 : kept.size(), heading.subList(at, at + size));
        }
        boolean named = document.context().toLowerCase(java.util.Locale.ROOT).matches("(bộ )?luật .*");
        if (named && random.nextFloat() < 0.2f) {
            kept.addAll(0, words("theo " + document.context()));
        }
    }

    private String framed(List<String> kept, String behind) {
        StringBuilder question = new StringBuilder();
        if (random.nextFloat() < 0.2f) {
            question.append(Frames.BEFORE.get(random.nextInt(Frames.BEFORE.size())))
                    .append(' ');
        }
        question.append(String.join(" ", kept).toLowerCase(java.util.Locale.ROOT));
        if (!behind.isEmpty()) {
            question.append(' ').append(behind);
        } else if (random.nextFloat() < 0.45f) {
            question.append(' ').append(Frames.BEHIND.get(random.nextInt(Frames.BEHIND.size())));
        }
        if (random.nextBoolean()) {
            question.append('?');
        }
        String made = question.toString();
        return random.nextInt(4) == 0 ? EvenFolding.fold(made) : made;
    }
}
