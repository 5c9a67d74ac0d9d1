package vn.gopy.command.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.gopy.command.measure.MadeDraft.Node;
import vn.gopy.legaltext.Level;

/**
 * Changes a made draft as drafting does: articles and khoản are edited, inserted, deleted, moved, split and merged, and all
 * numbers follow.
 */
final class EditScript {

    private enum Deed {
        EDIT,
        INSERT,
        DELETE,
        MOVE,
        SPLIT,
        MERGE
    }

    /** Half of all changes are of words. */
    private static final List<Deed> DEEDS = List.of(
            Deed.EDIT,
            Deed.EDIT,
            Deed.EDIT,
            Deed.EDIT,
            Deed.EDIT,
            Deed.INSERT,
            Deed.DELETE,
            Deed.MOVE,
            Deed.SPLIT,
            Deed.MERGE);

    private static final int LONG_ENOUGH_TO_SPLIT = 24;

    private final MadeDraft draft;
    private final Random random;
    private final double share;

    /** @param share of the articles, and of the khoản, to which something happens */
    EditScript(MadeDraft draft, Random random, double share) {
        this.draft = draft;
        this.random = random;
        this.share = share;
    }

    void run() {
        for (Node article : List.copyOf(draft.articles())) {
            for (Node clause : List.copyOf(article.children)) {
                if (random.nextDouble() < share) {
                    clause(deed(), article.children, clause);
                }
            }
        }
        for (Node article : List.copyOf(draft.articles())) {
            if (random.nextDouble() < share) {
                article(deed(), article);
            }
        }
        draft.chapters().removeIf(chapter -> chapter.children.isEmpty());
    }

    private Deed deed() {
        return DEEDS.get(random.nextInt(DEEDS.size()));
    }

    private List<Node> siblings(Node article) {
        return draft.chapters().stream()
                .map(chapter -> chapter.children)
                .filter(children -> children.contains(article))
                .findFirst()
                .orElse(new ArrayList<>());
    }

    private void article(Deed deed, Node article) {
        List<Node> siblings = siblings(article);
        int at = siblings.indexOf(article);
        if (at < 0) {
            return;
        }
        switch (deed) {
            case EDIT -> editArticle(article);
            case INSERT -> siblings.add(at + 1, draft.article());
            case DELETE -> siblings.remove(at);
            case MOVE -> {
                siblings.remove(at);
                List<Node> chapter =
                        draft.chapters().get(random.nextInt(draft.chapters().size())).children;
                chapter.add(random.nextInt(chapter.size() + 1), article);
            }
            case SPLIT -> {
                if (article.children.size() >= 2) {
                    siblings.add(at + 1, secondHalf(article));
                }
            }
            case MERGE -> {
                if (at + 1 < siblings.size()
                        && article.words.isEmpty()
                        && siblings.get(at + 1).words.isEmpty()) {
                    Node next = siblings.remove(at + 1);
                    article.children.addAll(next.children);
                    article.origins.addAll(next.origins);
                }
            }
        }
    }

    private void editArticle(Node article) {
        if (random.nextInt(3) == 0) {
            article.heading = article.heading + " " + draft.run(1);
        }
        edit(article.words);
        article.children.forEach(clause -> {
            if (random.nextBoolean()) {
                edit(clause.words);
            }
        });
    }

    private Node secondHalf(Node article) {
        Node second = new Node(Level.ARTICLE);
        second.heading = draft.run(3);
        second.origins.addAll(article.origins);
        List<Node> tail = article.children.subList((article.children.size() + 1) / 2, article.children.size());
        second.children.addAll(tail);
        tail.clear();
        return second;
    }

    private void clause(Deed deed, List<Node> siblings, Node clause) {
        int at = siblings.indexOf(clause);
        if (at < 0) {
            return;
        }
        switch (deed) {
            case EDIT -> edit(clause.words);
            case INSERT -> siblings.add(at + 1, draft.clause());
            case DELETE -> siblings.remove(at);
            case MOVE -> {
                siblings.remove(at);
                siblings.add(random.nextInt(siblings.size() + 1), clause);
            }
            case SPLIT -> {
                if (clause.words.size() >= LONG_ENOUGH_TO_SPLIT && clause.children.isEmpty()) {
                    Node second = new Node(Level.CLAUSE);
                    second.origins.addAll(clause.origins);
                    List<String> tail = clause.words.subList(clause.words.size() / 2, clause.words.size());
                    second.words.addAll(tail);
                    tail.clear();
                    siblings.add(at + 1, second);
                }
            }
            case MERGE -> {
                if (at + 1 < siblings.size()
                        && clause.children.isEmpty()
                        && siblings.get(at + 1).children.isEmpty()) {
                    Node next = siblings.remove(at + 1);
                    clause.words.addAll(next.words);
                    clause.origins.addAll(next.origins);
                }
            }
        }
    }

    /** Between a tenth and four tenths of the words become others, go or come. */
    private void edit(List<String> words) {
        double part = 0.1 + random.nextDouble() * 0.3;
        for (int i = 0; i < words.size(); i++) {
            if (random.nextDouble() < part) {
                switch (random.nextInt(3)) {
                    case 0 -> words.set(i, draft.word());
                    case 1 -> words.add(i, draft.word());
                    default -> words.remove(i);
                }
            }
        }
    }
}
