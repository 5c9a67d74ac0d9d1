package vn.gopy.command.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Level;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Provision;

/**
 * A regulation without any meaning but with the habits of real ones: chapters, articles with khoản and điểm, sentences that
 * stand in many of them, and references by number. Each place knows from which places of the first version it comes.
 */
final class MadeDraft {

    private static final int ARTICLES_OF_A_CHAPTER = 9;
    private static final String POINTS = "abcdđeghiklmnopqrstuvxy";
    private static final List<String> STOCK = List.of(
            "Ủy ban nhân dân các xã, phường có trách nhiệm tổ chức thực hiện quy định tại Điều này.",
            "Kinh phí thực hiện do ngân sách nhà nước bảo đảm theo quy định của pháp luật.",
            "Định kỳ hằng năm báo cáo kết quả thực hiện về cơ quan thường trực để tổng hợp.",
            "Các trường hợp khác thực hiện theo quy định của pháp luật có liên quan.",
            "Trong quá trình thực hiện, nếu có vướng mắc thì kịp thời phản ánh để xem xét, sửa đổi, bổ sung.");

    /** One place while versions are being made. */
    static final class Node {
        final Level level;
        final Set<Integer> origins = new TreeSet<>();
        final List<String> words = new ArrayList<>();
        final List<Node> children = new ArrayList<>();
        String heading = "";

        @Nullable
        Node reference;

        String path = "";

        Node(Level level) {
            this.level = level;
        }
    }

    private final Random random;
    private final MadeWords words;
    private final List<Node> chapters = new ArrayList<>();

    private MadeDraft(Random random) {
        this.random = random;
        this.words = new MadeWords(random);
    }

    /** A first version with this many articles. */
    static MadeDraft of(int articles, Random random) {
        MadeDraft draft = new MadeDraft(random);
        for (int i = 0; i < articles; i++) {
            if (i % ARTICLES_OF_A_CHAPTER == 0) {
                Node chapter = new Node(Level.CHAPTER);
                chapter.heading = draft.run(5).toUpperCase(java.util.Locale.ROOT);
                draft.chapters.add(chapter);
            }
            draft.chapters.getLast().children.add(draft.article());
        }
        draft.refer();
        draft.countOrigins();
        return draft;
    }

    /** The chapters, articles, khoản and điểm of a real text as a first version. */
    static MadeDraft like(Outline outline, Random random) {
        MadeDraft draft = new MadeDraft(random);
        outline.bodies().forEach(body -> draft.take(body.provisions(), null));
        draft.countOrigins();
        return draft;
    }

    private void take(List<Provision> provisions, @Nullable Node above) {
        for (Provision provision : provisions) {
            boolean place = List.of(Level.ARTICLE, Level.CLAUSE, Level.POINT).contains(provision.level());
            if (!place && above == null) {
                Node chapter = new Node(Level.CHAPTER);
                chapter.heading = provision.heading() == null ? "" : provision.heading();
                chapters.add(chapter);
            } else if (provision.level() == Level.ARTICLE && chapters.isEmpty()) {
                chapters.add(new Node(Level.CHAPTER));
            }
            Node node = above;
            if (place) {
                node = new Node(provision.level());
                node.heading = provision.heading() == null ? "" : provision.heading();
                (above == null ? chapters.getLast() : above).children.add(node);
            }
            if (node != null && !provision.text().isEmpty()) {
                node.words.addAll(List.of(provision.text().split("\\s+")));
            }
            take(provision.children(), node);
        }
    }

    private void countOrigins() {
        chapters.removeIf(chapter -> chapter.children.isEmpty());
        int id = 0;
        for (Node node : places()) {
            node.origins.add(id++);
        }
    }

    List<Node> chapters() {
        return chapters;
    }

    List<Node> articles() {
        return chapters.stream().flatMap(chapter -> chapter.children.stream()).toList();
    }

    /** Articles, khoản and điểm in reading order. */
    List<Node> places() {
        var places = new ArrayList<Node>();
        articles().forEach(article -> collect(article, places));
        return places;
    }

    private static void collect(Node node, List<Node> into) {
        into.add(node);
        node.children.forEach(child -> collect(child, into));
    }

    Node article() {
        Node article = new Node(Level.ARTICLE);
        article.heading = run(2 + random.nextInt(3));
        if (random.nextInt(5) == 0) {
            article.words.addAll(sentence(20 + random.nextInt(60)));
        } else {
            int clauses = 2 + random.nextInt(5);
            for (int i = 0; i < clauses; i++) {
                article.children.add(clause());
            }
        }
        return article;
    }

    Node clause() {
        Node clause = new Node(Level.CLAUSE);
        if (random.nextInt(7) == 0) {
            clause.words.addAll(List.of(STOCK.get(random.nextInt(STOCK.size())).split(" ")));
            return clause;
        }
        boolean points = random.nextInt(6) == 0;
        clause.words.addAll(sentence(points ? 10 : 14 + random.nextInt(50)));
        for (int i = 0; points && i < 2 + random.nextInt(4); i++) {
            Node point = new Node(Level.POINT);
            point.words.addAll(sentence(8 + random.nextInt(16)));
            clause.children.add(point);
        }
        return clause;
    }

    /** Some khoản name an article by its number. */
    private void refer() {
        List<Node> articles = articles();
        for (Node place : places()) {
            if (place.level == Level.CLAUSE && random.nextInt(5) == 0) {
                place.reference = articles.get(random.nextInt(articles.size()));
            }
        }
    }

    /** Syllables, the last one with a full stop. */
    List<String> sentence(int syllables) {
        var sentence = new ArrayList<String>();
        while (sentence.size() < syllables) {
            sentence.addAll(List.of(words.next().split(" ")));
        }
        sentence.set(sentence.size() - 1, sentence.getLast() + ".");
        return sentence;
    }

    String run(int length) {
        return IntStream.range(0, length).mapToObj(i -> words.next()).collect(Collectors.joining(" "));
    }

    String word() {
        return words.next().split(" ")[0];
    }

    /** The version as a reader of files would give it, with fresh numbers. */
    Outline outline() {
        number();
        List<Provision> provisions = new ArrayList<>();
        for (int i = 0; i < chapters.size(); i++) {
            provisions.add(provision(chapters.get(i), "" + (i + 1), "chuong-" + (i + 1)));
        }
        var body = new Body("QC", "Quy chế", "", "QUY CHẾ", "", "", provisions, List.of());
        return Outline.of(List.of(body), List.of());
    }

    private void number() {
        List<Node> articles = articles();
        for (int i = 0; i < articles.size(); i++) {
            articles.get(i).path = "dieu-" + (i + 1);
        }
    }

    private Provision provision(Node node, String number, String path) {
        node.path = path;
        List<Provision> children = new ArrayList<>();
        for (int i = 0; i < node.children.size(); i++) {
            Node child = node.children.get(i);
            String sign = child.level == Level.POINT ? "" + POINTS.charAt(i % POINTS.length()) : "" + (i + 1);
            children.add(
                    switch (child.level) {
                        case ARTICLE -> provision(child, child.path.substring("dieu-".length()), child.path);
                        case POINT ->
                            provision(child, sign, path + "/diem-" + sign + (i < POINTS.length() ? "" : "~2"));
                        default -> provision(child, sign, path + "/khoan-" + sign);
                    });
        }
        String reference = node.reference == null ? "" : " Thực hiện theo quy định tại " + said(node.reference) + ".";
        return new Provision(
                node.level,
                number,
                number,
                node.heading.isEmpty() ? null : node.heading,
                String.join(" ", node.words) + reference,
                path,
                null,
                null,
                children);
    }

    private static String said(Node article) {
        return "Điều " + article.path.replace("dieu-", "");
    }

    /** For each place of the first version the paths that it has now, by its number in reading order. */
    Map<Integer, Set<String>> heirs() {
        Map<Integer, Set<String>> heirs = new HashMap<>();
        for (Node node : places()) {
            for (int origin : node.origins) {
                heirs.computeIfAbsent(origin, any -> new TreeSet<>()).add(node.path);
            }
        }
        return heirs;
    }
}
