package vn.gopy.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The user guide: the pages of {@code docs/huong-dan}, packed with the program, so that officials read and print what
 * describes the very version that they use.
 */
@Component
class Guide {

    static final String CLASS_PATH = "guide/";

    /** The page that leads to the others. */
    static final String START = "README";

    private static final String ADDRESS = "/huong-dan";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z-]{0,60}");
    private static final String ENDING = ".md";

    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer renderer = HtmlRenderer.builder().build();

    /** A page of the guide: its first heading, and all of it as HTML made from our own text. */
    record Written(String title, String html) {}

    /** The page of that name; nothing where there is none. */
    Optional<Written> page(String name) {
        ClassPathResource source = new ClassPathResource(CLASS_PATH + name + ENDING);
        if (!NAME.matcher(name).matches() || !source.exists()) {
            return Optional.empty();
        }
        Node page = parser.parse(text(source));
        Headings headings = new Headings();
        page.accept(headings);
        page.accept(new Addresses());
        return Optional.of(new Written(headings.first, renderer.render(page)));
    }

    private static String text(ClassPathResource source) {
        try (InputStream in = source.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Headings extends AbstractVisitor {
        private String first = "";

        @Override
        public void visit(Heading heading) {
            if (first.isEmpty() && heading.getFirstChild() instanceof Text words) {
                first = words.getLiteral();
            }
        }
    }

    /** In the folder pages name each other as files; in the program they have addresses. */
    private static final class Addresses extends AbstractVisitor {
        private static final List<String> OUTSIDE = List.of("/", "http:", "https:", "#");

        @Override
        public void visit(Link link) {
            link.setDestination(address(link.getDestination()));
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            image.setDestination(address(image.getDestination()));
        }

        private static String address(String destination) {
            if (OUTSIDE.stream().anyMatch(destination::startsWith)) {
                return destination;
            }
            if (destination.equals(START + ENDING)) {
                return ADDRESS;
            }
            return ADDRESS + "/" + destination.replace(ENDING, "");
        }
    }
}
