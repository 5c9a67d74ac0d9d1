package vn.gopy.legaltext.diff;

import java.util.ArrayList;
import java.util.List;

/** Puts paired and unpaired words into stretches, with the white space where a reader expects it. */
final class Telling {

    private final Words old;
    private final Words fresh;
    private final int[] partner;
    private final MovedWords moved;
    private final List<Change> changes = new ArrayList<>();

    Telling(Words old, Words fresh, int[] partner, MovedWords moved) {
        this.old = old;
        this.fresh = fresh;
        this.partner = partner;
        this.moved = moved;
    }

    List<Change> changes() {
        int i = 0;
        int j = 0;
        while (i < old.count() || j < fresh.count()) {
            int start = i;
            if (i < old.count() && partner[i] == j) {
                while (i < old.count() && partner[i] == j + i - start) {
                    i++;
                }
                stayed(start, j, i - start);
                j += i - start;
            } else if (i < old.count() && partner[i] < 0) {
                i = moved.endOfOld(i, partner);
                changes.add(new Change(Change.Op.DELETE, old.stretch(start, i), moved.ofOld(start)));
            } else {
                int end = moved.endOfNew(j, i < old.count() ? partner[i] : fresh.count());
                changes.add(new Change(Change.Op.INSERT, fresh.stretch(j, end), moved.ofNew(j)));
                j = end;
            }
        }
        if (changes.isEmpty() && !fresh.stretch(0, 0).isEmpty()) {
            changes.add(new Change(Change.Op.EQUAL, fresh.stretch(0, 0), 0));
        }
        return blanksOutside();
    }

    /** White space that only one side has before these words goes to what that side has before them. */
    private void stayed(int i, int j, int length) {
        String text = fresh.stretch(j, j + length);
        String blank = fresh.blank(j);
        if (blank.isEmpty() && !old.blank(i).isEmpty()) {
            append(Change.Op.DELETE, old.blank(i));
        } else if (!blank.isEmpty() && old.blank(i).isEmpty() && append(Change.Op.INSERT, blank)) {
            text = text.substring(blank.length());
        }
        changes.add(new Change(Change.Op.EQUAL, text, 0));
    }

    /** To the last stretch of this kind since words last stayed. */
    private boolean append(Change.Op op, String blank) {
        for (int at = changes.size() - 1; at >= 0 && changes.get(at).op() != Change.Op.EQUAL; at--) {
            Change change = changes.get(at);
            if (change.op() == op) {
                changes.set(at, new Change(op, change.text() + blank, change.moved()));
                return true;
            }
        }
        return false;
    }

    /** Where one stretch is replaced by another, the white space before both stands before the change. */
    private List<Change> blanksOutside() {
        for (int at = 1; at + 1 < changes.size(); at++) {
            Change before = changes.get(at - 1);
            Change deleted = changes.get(at);
            Change inserted = changes.get(at + 1);
            String blank = blank(deleted.text());
            if (before.op() == Change.Op.EQUAL
                    && deleted.op() == Change.Op.DELETE
                    && inserted.op() == Change.Op.INSERT
                    && !blank.isEmpty()
                    && blank.equals(blank(inserted.text()))) {
                changes.set(at - 1, new Change(before.op(), before.text() + blank, before.moved()));
                changes.set(at, without(deleted, blank));
                changes.set(at + 1, without(inserted, blank));
            }
        }
        return List.copyOf(changes);
    }

    private static Change without(Change change, String blank) {
        return new Change(change.op(), change.text().substring(blank.length()), change.moved());
    }

    private static String blank(String text) {
        int end = 0;
        while (end < text.length()
                && (Character.isWhitespace(text.charAt(end)) || Character.isSpaceChar(text.charAt(end)))) {
            end++;
        }
        return text.substring(0, end);
    }
}
