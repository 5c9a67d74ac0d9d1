package vn.gopy.command.measure.training;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import vn.gopy.search.ranking.Frames;
import vn.gopy.search.ranking.TermTable;
import vn.gopy.search.ranking.Words;

/**
 * Gives each term a direction, so that a heading points where its article points and a sentence where the rest of its
 * article does. Articles whose number is a multiple of four are left out: made questions are about these, and a model must
 * not see the directions better than they are.
 */
final class DirectionTraining {

    private static final int DIMENSIONS = 96;
    private static final int BATCH = 256;
    private static final int RUNS = 16;
    private static final int RUN = 8;
    private static final float SCALE = 20;
    private static final float FIRST_RATE = 0.06f;
    private static final float LAST_RATE = 0.003f;

    private final Library library;
    private final Random random = new Random(17);
    private final float[][] directions;
    private final float[] articleLog;
    private final float[] questionLog;
    private final float[] directionSquares;
    private final float[] articleSquares;
    private final float[] questionSquares;
    private final int[] learned;
    private final long[][] frames;

    DirectionTraining(Library library) {
        this.library = library;
        int rows = library.folded.keys().length;
        directions = new float[rows][DIMENSIONS];
        articleLog = new float[rows];
        questionLog = new float[rows];
        directionSquares = new float[rows];
        articleSquares = new float[rows];
        questionSquares = new float[rows];
        learned = java.util.stream.IntStream.range(0, library.size())
                .filter(article -> article % 4 != 0 && library.bodies[article].length() >= 20)
                .toArray();
        frames = java.util.stream.Stream.concat(Frames.BEFORE.stream(), Frames.BEHIND.stream())
                .map(frame -> {
                    Words words = Words.of(frame);
                    return Arrays.copyOf(words.syllables(true), words.length());
                })
                .toArray(long[][]::new);
    }

    /** Learns in so many steps. */
    TermTable learn(int steps, Consumer<String> log) {
        start();
        double loss = 0;
        for (int step = 0; step < steps; step++) {
            float rate = (float) (FIRST_RATE * Math.pow(LAST_RATE / FIRST_RATE, (double) step / steps));
            loss += step(rate);
            if ((step + 1) % 500 == 0) {
                log.accept("directions: step %d of %d, loss %.3f".formatted(step + 1, steps, loss / 500));
                loss = 0;
            }
        }
        return TermTable.of(
                library.size(),
                library.lengths(),
                library.accented,
                library.folded,
                directions,
                weights(articleLog),
                weights(questionLog));
    }

    private static float[] weights(float[] logs) {
        float[] weights = new float[logs.length];
        for (int row = 0; row < logs.length; row++) {
            weights[row] = (float) Math.exp(logs[row]);
        }
        return weights;
    }

    /** Terms that stand in the same articles begin alike: random ones for rare terms would stay noise. */
    private void start() {
        for (int row = 0; row < directions.length; row++) {
            for (int i = 0; i < DIMENSIONS; i++) {
                directions[row][i] = (float) random.nextGaussian();
            }
            unit(directions[row]);
            double telling =
                    Math.log(1 + (library.size() + 0.5) / (library.folded.frequencies()[row] + 0.5));
            articleLog[row] = (float) Math.log(telling / 6);
            questionLog[row] = articleLog[row];
        }
        for (int round = 0; round < 2; round++) {
            sumOverArticles();
        }
    }

    private void sumOverArticles() {
        float[][] sums = new float[directions.length][DIMENSIONS];
        for (int article = 0; article < library.size(); article++) {
            Bag bag = new Bag();
            bag.addText(library.headings[article], 0, library.headings[article].length());
            bag.addText(library.bodies[article], 0, library.bodies[article].length());
            Text text = new Text(bag, articleLog);
            for (int term = 0; term < text.count; term++) {
                add(sums[text.rows[term]], text.unit, text.weights[term]);
            }
        }
        float[] mean = new float[DIMENSIONS];
        for (float[] sum : sums) {
            unit(sum);
            add(mean, sum, 1f / sums.length);
        }
        for (int row = 0; row < sums.length; row++) {
            add(sums[row], mean, -1);
            unit(sums[row]);
            System.arraycopy(sums[row], 0, directions[row], 0, DIMENSIONS);
        }
    }

    /** Rows with how often each was put in. */
    private final class Bag {
        int[] rows = new int[256];
        int count;

        void add(int row) {
            if (row >= 0) {
                if (count == rows.length) {
                    rows = Arrays.copyOf(rows, count * 2);
                }
                rows[count++] = row;
            }
        }

        void addText(Words words, int from, int to) {
            long[] syllables = words.syllables(true);
            addSyllables(syllables, from, to);
        }

        void addSyllables(long[] syllables, int from, int to) {
            for (int place = from; place < to; place++) {
                add(library.row(syllables[place]));
                if (place + 1 < to) {
                    add(library.row(Words.pair(syllables[place], syllables[place + 1])));
                }
            }
        }
    }

    /** A text as the sum of its terms, and what is needed to learn from it. */
    private final class Text {
        final int[] rows;
        final float[] weights;
        final float[] unit = new float[DIMENSIONS];
        final float[] gradient = new float[DIMENSIONS];
        final float[] logs;
        int count;
        float length;

        Text(Bag bag, float[] logs) {
            this.logs = logs;
            Arrays.sort(bag.rows, 0, bag.count);
            rows = new int[bag.count];
            weights = new float[bag.count];
            for (int from = 0; from < bag.count; ) {
                int to = from + 1;
                while (to < bag.count && bag.rows[to] == bag.rows[from]) {
                    to++;
                }
                take(bag.rows[from], to - from);
                from = to;
            }
            sum();
        }

        private void take(int row, int times) {
            rows[count] = row;
            weights[count++] = (float) (Math.exp(logs[row]) * (1 + Math.log(times)));
        }

        private void sum() {
            for (int term = 0; term < count; term++) {
                DirectionTraining.add(unit, directions[rows[term]], weights[term]);
            }
            length = DirectionTraining.unit(unit);
        }

        boolean holds(int row) {
            return Arrays.binarySearch(rows, 0, count, row) >= 0;
        }

        /** Takes terms out by chance where another text has them too. */
        void forget(Text other, float share) {
            int kept = 0;
            for (int term = 0; term < count; term++) {
                if (random.nextFloat() >= share || !other.holds(rows[term])) {
                    rows[kept] = rows[term];
                    weights[kept++] = weights[term];
                }
            }
            count = kept;
            Arrays.fill(unit, 0);
            sum();
        }

        void learn(float rate, float[] logSquares) {
            if (length == 0) {
                return;
            }
            float along = dot(gradient, unit);
            for (int i = 0; i < DIMENSIONS; i++) {
                gradient[i] = (gradient[i] - along * unit[i]) / length;
            }
            float squares = dot(gradient, gradient) / DIMENSIONS;
            for (int term = 0; term < count; term++) {
                int row = rows[term];
                float weight = weights[term];
                float ofLog = weight * dot(directions[row], gradient);
                directionSquares[row] += weight * weight * squares;
                float by = -rate * weight / (float) Math.sqrt(directionSquares[row] + 1e-12f);
                DirectionTraining.add(directions[row], gradient, by);
                logSquares[row] += ofLog * ofLog;
                logs[row] -= rate * ofLog / (float) Math.sqrt(logSquares[row] + 1e-12f);
            }
        }
    }

    private double step(float rate) {
        Text[] questions = new Text[BATCH];
        Text[] articles = new Text[BATCH];
        int count = 0;
        boolean[] taken = new boolean[library.size()];
        while (count < BATCH) {
            int first = random.nextInt(learned.length - RUN);
            int run = count < RUNS * RUN ? RUN : 1;
            for (int i = 0; i < run && count < BATCH; i++) {
                int article = learned[first + i];
                if (!taken[article]) {
                    taken[article] = true;
                    pair(article, questions, articles, count++);
                }
            }
        }
        double loss = gradients(questions, articles);
        for (int i = 0; i < BATCH; i++) {
            questions[i].learn(rate, questionSquares);
            articles[i].learn(rate, articleSquares);
        }
        return loss / BATCH;
    }

    /** A question made of an article, and the rest of the article. */
    private void pair(int article, Text[] questions, Text[] articles, int at) {
        Words heading = library.headings[article];
        Words body = library.bodies[article];
        float kind = heading.length() < 2 ? 0.5f : random.nextFloat();
        boolean ofHeading = kind < 0.4f || kind >= 0.8f;
        Bag asked = new Bag();
        Bag rest = new Bag();
        if (random.nextInt(3) == 0) {
            long[] frame = frames[random.nextInt(frames.length)];
            asked.addSyllables(frame, 0, frame.length);
        }
        if (ofHeading) {
            addPart(asked, heading, 0, heading.length());
        } else {
            rest.addText(heading, 0, heading.length());
        }
        if (kind < 0.4f) {
            rest.addText(body, 0, body.length());
        } else {
            int[] cut = cut(body);
            addPart(asked, body, cut[0], cut[1]);
            rest.addText(body, 0, cut[0]);
            rest.addText(body, cut[1], body.length());
        }
        questions[at] = new Text(asked, questionLog);
        articles[at] = new Text(rest, articleLog);
        if (random.nextFloat() < 0.4f) {
            articles[at].forget(questions[at], 0.5f);
        }
    }

    /** A sentence of middling length, or 20 to 40 syllables somewhere. */
    private int[] cut(Words body) {
        if (body.sentences() > 1 && random.nextBoolean()) {
            int sentence = random.nextInt(body.sentences());
            int from = body.sentence(sentence);
            int to = body.sentence(sentence + 1);
            if (to - from >= 6 && to - from <= 60) {
                return new int[] {from, to};
            }
        }
        int size = Math.min(body.length() / 2, 20 + random.nextInt(21));
        int from = random.nextInt(Math.max(1, body.length() - size));
        return new int[] {from, from + size};
    }

    /** Without up to half of the words, which are left out in runs. */
    private void addPart(Bag bag, Words words, int from, int to) {
        float dropped = random.nextFloat() * 0.5f;
        long[] syllables = words.syllables(true);
        for (int place = from; place < to; ) {
            int run = Math.min(to - place, 1 + random.nextInt(4));
            if (random.nextFloat() >= dropped) {
                bag.addSyllables(syllables, place, place + run);
                if (place + run < to) {
                    bag.add(library.row(Words.pair(syllables[place + run - 1], syllables[place + run])));
                }
            }
            place += run;
        }
    }

    /** Each question against every article of the batch. */
    private static double gradients(Text[] questions, Text[] articles) {
        float[][] across = new float[DIMENSIONS][BATCH];
        for (int article = 0; article < BATCH; article++) {
            for (int i = 0; i < DIMENSIONS; i++) {
                across[i][article] = articles[article].unit[i];
            }
        }
        double loss = 0;
        float[] likeness = new float[BATCH];
        for (int question = 0; question < BATCH; question++) {
            Arrays.fill(likeness, 0);
            for (int i = 0; i < DIMENSIONS; i++) {
                add(likeness, across[i], SCALE * questions[question].unit[i]);
            }
            loss += softmax(likeness, question);
            for (int article = 0; article < BATCH; article++) {
                if (Math.abs(likeness[article]) > 1e-4f) {
                    add(questions[question].gradient, articles[article].unit, likeness[article]);
                    add(articles[article].gradient, questions[question].unit, likeness[article]);
                }
            }
        }
        return loss;
    }

    /** Turns likeness into probabilities less the wanted ones. */
    private static double softmax(float[] likeness, int wanted) {
        float most = Float.NEGATIVE_INFINITY;
        for (float one : likeness) {
            most = Math.max(most, one);
        }
        double sum = 0;
        for (int i = 0; i < likeness.length; i++) {
            likeness[i] = (float) Math.exp(likeness[i] - most);
            sum += likeness[i];
        }
        for (int i = 0; i < likeness.length; i++) {
            likeness[i] /= (float) sum;
        }
        double loss = -Math.log(Math.max(1e-12, likeness[wanted]));
        likeness[wanted] -= 1;
        return loss;
    }

    private static void add(float[] sum, float[] more, float by) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += by * more[i];
        }
    }

    private static float dot(float[] one, float[] other) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int i = 0; i < DIMENSIONS; i += 4) {
            a += one[i] * other[i];
            b += one[i + 1] * other[i + 1];
            c += one[i + 2] * other[i + 2];
            d += one[i + 3] * other[i + 3];
        }
        return a + b + (c + d);
    }

    /** Brings it to the length 1 and gives the length it had. */
    private static float unit(float[] sum) {
        float length = (float) Math.sqrt(dot(sum, sum));
        for (int i = 0; i < sum.length && length > 0; i++) {
            sum[i] /= length;
        }
        return length;
    }
}
