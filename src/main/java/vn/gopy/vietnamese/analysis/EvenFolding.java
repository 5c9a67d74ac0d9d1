package vn.gopy.vietnamese.analysis;

/**
 * Drops the marks of Vietnamese letters one by one, as the index does, so that the text stays as long as it was and every
 * offset what it was. Not for dirty files, where marks stand apart from their letters: those are folded by
 * {@code vn.gopy.vietnamese.Folding}, which drops such marks; on Vietnamese letters in NFC both give the same.
 */
public final class EvenFolding {

    private EvenFolding() {}

    /**
     * The text in lower case without marks, {@code đ} as {@code d}, as long as the text given. Expects NFC; a combining
     * mark that stands alone is kept.
     */
    public static String fold(String nfc) {
        char[] folded = new char[nfc.length()];
        for (int i = 0; i < folded.length; i++) {
            char lower = Character.toLowerCase(nfc.charAt(i));
            char letter = lower < 128 ? lower : Letters.letter(lower);
            folded[i] = letter == 0 ? lower : Letters.fold(letter);
        }
        return new String(folded);
    }
}
