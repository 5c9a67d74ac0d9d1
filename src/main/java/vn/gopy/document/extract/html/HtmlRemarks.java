package vn.gopy.document.extract.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.RemarkPlaces;

/** The margin comments of a page that Word has saved: a list at its end, and links around the words they are about. */
final class HtmlRemarks {

    private static final Pattern NUMBER = Pattern.compile("(\\d+)\\D*$");
    private static final Pattern REFERENCE = Pattern.compile("mso-comment-reference:\\s*([^;]+)");
    private static final Pattern DATE =
            Pattern.compile("mso-comment-date:\\s*(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)");
    private static final Pattern AUTHOR = Pattern.compile("mso-comment-author:\\s*[\"']?([^;\"']+)");

    private record Comment(String id, String author, String text) {}

    private final RemarkPlaces places = new RemarkPlaces();
    private final List<Comment> comments = new ArrayList<>();
    private final java.util.Map<String, String> dates = new java.util.HashMap<>();

    /** The number of the comment that the element is about; empty for every other element. */
    String reference(Element element) {
        Matcher reference = REFERENCE.matcher(element.attr("style"));
        if (!reference.find()) {
            return "";
        }
        String id = number(reference.group(1));
        Matcher date = DATE.matcher(element.attr("style"));
        if (date.find()) {
            dates.put(
                    id,
                    "%s-%s-%sT%s:%s:00"
                            .formatted(date.group(1), date.group(2), date.group(3), date.group(4), date.group(5)));
        }
        return id;
    }

    private static String number(String name) {
        Matcher number = NUMBER.matcher(name);
        return number.find() ? number.group(1) : name;
    }

    RemarkPlaces places() {
        return places;
    }

    /** Takes the list of comments out of the page. */
    void take(Element body) {
        for (Element list : body.select("div[style*=mso-element:comment-list]")) {
            for (Element comment : list.select("div.msocomtxt")) {
                Matcher author = AUTHOR.matcher(
                        comment.select("[style*=mso-comment-author]").attr("style"));
                comment.select("a.msocomoff, [style*=mso-special-character]").remove();
                comments.add(new Comment(
                        number(comment.id()),
                        author.find() ? author.group(1).strip() : "",
                        comment.text().strip()));
            }
            list.remove();
        }
        body.select("a.msocomanchor, span[style*=mso-special-character:comment]")
                .remove();
    }

    /** Gives all to {@code list}. */
    void giveTo(BlockList list) {
        for (Comment comment : comments) {
            list.remark(places.of(comment.id())
                    .said(comment.author(), dates.getOrDefault(comment.id(), ""), comment.text(), -1, false));
        }
    }
}
