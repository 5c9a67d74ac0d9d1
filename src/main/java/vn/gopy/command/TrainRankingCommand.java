package vn.gopy.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.gopy.command.measure.Folders;
import vn.gopy.command.measure.JudgedCollection;
import vn.gopy.command.measure.JudgedCollection.Judged;
import vn.gopy.command.measure.training.InstalledLibrary;
import vn.gopy.command.measure.training.RankingTraining;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.engine.IndexInUseException;
import vn.gopy.search.ranking.LearnedFiles;

/**
 * {@code bin/gopy train-ranking --documents F [--questions F] --out DIR}: teaches the search's second look and writes its
 * two files. {@code bin/gopy train-ranking --data DIR [--questions F]}: teaches it the provisions of a stopped installation,
 * which uses what is better than the shipped at its next start. Exit status 2 when called wrongly, 1 when a file cannot be
 * read or written, 3 when what was learned is no better than what is shipped: nothing has changed then.
 */
public final class TrainRankingCommand {

    private static final String USAGE =
            "train-ranking --documents FILE [--questions FILE] --out FOLDER | train-ranking --data FOLDER [--questions FILE]";

    private static final int NO_BETTER = 3;

    private TrainRankingCommand() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Map<String, String> options = Options.of(args, USAGE, Set.of("--documents", "--questions", "--out", "--data"));
        boolean installed = options.containsKey("--data");
        if (options.containsKey("--documents") == installed || options.containsKey("--out") == installed) {
            Options.refuse(USAGE);
        }
        try {
            if (installed) {
                System.exit(learnInstalled(options, out) ? 0 : NO_BETTER);
            }
            learn(options, out);
        } catch (IndexInUseException e) {
            System.err.println("Góp Ý đang chạy trên thư mục này: dừng lại rồi mới học được.");
            System.exit(1);
        } catch (IOException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void learn(Map<String, String> options, PrintStream out) throws IOException {
        Path documents = Path.of(options.get("--documents"));
        new RankingTraining(JudgedCollection.documents(documents), questions(options), out)
                .run(Folders.temporary("gopy-train-ranking"), Path.of(options.get("--out")));
    }

    private static boolean learnInstalled(Map<String, String> options, PrintStream out) throws IOException {
        Path data = Path.of(options.get("--data"));
        List<IndexDocument> provisions = InstalledLibrary.provisions(data);
        if (provisions.size() < RankingTraining.LEAST_ARTICLES) {
            out.printf(
                    "%,d điều khoản: quá ít để học (cần %,d); vẫn dùng cách xếp có sẵn.%n",
                    provisions.size(), RankingTraining.LEAST_ARTICLES);
            return false;
        }
        boolean better = new RankingTraining(provisions, questions(options), out)
                .runAgainst(LearnedFiles.shipped(), Folders.temporary("gopy-train-ranking"), data.resolve("ranking"));
        out.println(
                better
                        ? "Tốt hơn cách xếp có sẵn: dùng từ lần khởi động sau. Xóa thư mục ranking để trở lại như cũ."
                        : "Không tốt hơn cách xếp có sẵn: không thay đổi gì.");
        return better;
    }

    private static List<Judged> questions(Map<String, String> options) throws IOException {
        return options.containsKey("--questions")
                ? JudgedCollection.ownQuestions(Path.of(options.get("--questions")))
                : List.of();
    }
}
