package vn.gopy.command.measure;

import java.util.Random;

/** Words of two syllables without any meaning, some frequent and most rare as in any language. */
final class MadeWords {

    private static final String[] ONSETS = "b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x".split(" ");
    private static final String[] RHYMES = ("a á à ạ an án ang áng ao ấp ất âu ậy ăn ắt ăng ê ế ện ệt en eo i í ịch inh"
                    + " ính o ó ọc oan oạt ô ố ông ộng ơi ợp u ủ ụ uân uật ung uyền uyết ư ự ưng ước ương ượng")
            .split(" ");
    private static final int WORDS = 6_000;

    private final Random random;
    private final String[] words = new String[WORDS];

    MadeWords(Random random) {
        this.random = random;
        for (int i = 0; i < WORDS; i++) {
            words[i] = syllable() + " " + syllable();
        }
    }

    private String syllable() {
        return ONSETS[random.nextInt(ONSETS.length)] + RHYMES[random.nextInt(RHYMES.length)];
    }

    /** The nth word is about 1/n as frequent as the first. */
    String next() {
        return words[(int) Math.pow(WORDS, random.nextDouble()) - 1];
    }
}
