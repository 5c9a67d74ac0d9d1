package vn.gopy.document.extract.word;

import static vn.gopy.document.extract.Elements.attribute;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.Refused;
import vn.gopy.document.extract.ZipParts;
import vn.gopy.legaltext.Problem;

/**
 * The parts of a Word file as its relations name them: who wrote the file may call them as they like. Where relations are
 * missing the usual names count.
 */
final class DocxPackage {

    /** Relations of parts that can hold words of the page and are not read. */
    private static final Set<String> NOT_READ = Set.of(
            "chart", "chartex", "diagramdata", "package", "oleobject", "subdocument", "glossarydocument", "control");

    private record Relation(String id, String type, String target) {}

    private final ZipParts parts;
    private final String main;
    private final List<Relation> relations;

    /** Opens the file's main part, or refuses the file. */
    DocxPackage(ZipParts parts) throws XMLStreamException {
        this.parts = parts;
        if (!parts.has("[Content_Types].xml")) {
            throw new Refused(Problem.NOT_A_DOCUMENT);
        }
        main = relations("").stream()
                .filter(relation -> relation.type().equals("officedocument"))
                .map(Relation::target)
                .filter(parts::has)
                .findFirst()
                .orElse("word/document.xml");
        boolean workbook = Set.of("xl", "ppt", "visio").contains(folder(main).toLowerCase(Locale.ROOT))
                || parts.has("xl/workbook.xml")
                || parts.has("ppt/presentation.xml");
        if (workbook) {
            throw new Refused(Problem.TYPE_MISMATCH);
        }
        if (!parts.has(main)) {
            throw new Refused(Problem.CORRUPT);
        }
        relations = relations(main);
        if (related("vbaproject").isPresent()
                || parts.names().stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))) {
            throw new Refused(Problem.TYPE_NOT_ALLOWED);
        }
    }

    private static String folder(String part) {
        int slash = part.lastIndexOf('/');
        return slash < 0 ? "" : part.substring(0, slash);
    }

    private List<Relation> relations(String part) throws XMLStreamException {
        String name = part.substring(part.lastIndexOf('/') + 1);
        String folder = folder(part);
        XMLStreamReader xml = parts.xml((folder.isEmpty() ? "" : folder + '/') + "_rels/" + name + ".rels")
                .orElse(null);
        var found = new ArrayList<Relation>();
        while (xml != null && xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")
                    && !attribute(xml, "TargetMode").equalsIgnoreCase("External")) {
                String type = attribute(xml, "Type");
                found.add(new Relation(
                        attribute(xml, "Id"),
                        type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT),
                        resolved(folder, attribute(xml, "Target"))));
            }
        }
        return found;
    }

    /** A target is written from the folder of its part, or from the root of the package. */
    private static String resolved(String folder, String target) {
        String slashed = target.replace('\\', '/');
        Deque<String> path = new ArrayDeque<>();
        for (String step : (slashed.startsWith("/") ? slashed : folder + '/' + slashed).split("/")) {
            if (step.equals("..")) {
                path.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                path.addLast(step);
            }
        }
        return String.join("/", path);
    }

    /** The main part. */
    XMLStreamReader main() {
        return parts.xml(main).orElseThrow();
    }

    /** The part of the main part that has this relation, or the usual name of it; in small letters. */
    private Optional<String> related(String type) {
        return relations.stream()
                .filter(relation -> relation.type().equals(type))
                .map(Relation::target)
                .filter(parts::has)
                .findFirst()
                .or(() -> Optional.of(folder(main) + '/' + type + ".xml").filter(parts::has));
    }

    /** The same as a stream; null when there is none. */
    @Nullable
    XMLStreamReader xml(String type) {
        return related(type).flatMap(parts::xml).orElse(null);
    }

    /** The part that an element of the main part names. */
    Optional<byte[]> bytes(String id) {
        return relations.stream()
                .filter(relation -> relation.id().equals(id))
                .findFirst()
                .flatMap(relation -> parts.bytes(relation.target()));
    }

    /** All headers and footers, related or lying there. */
    List<XMLStreamReader> margins() {
        Set<String> names = new LinkedHashSet<>();
        relations.stream()
                .filter(relation ->
                        relation.type().equals("header") || relation.type().equals("footer"))
                .forEach(relation -> names.add(relation.target()));
        parts.names().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).matches("word/(header|footer)\\d*\\.xml"))
                .sorted()
                .forEach(names::add);
        return names.stream().flatMap(name -> parts.xml(name).stream()).toList();
    }

    /** Tells {@code list} of every part that can hold words and is not read. */
    void tellUnread(BlockList list) {
        relations.stream()
                .filter(relation -> NOT_READ.contains(relation.type()) && parts.has(relation.target()))
                .map(Relation::target)
                .sorted()
                .forEach(list::notRead);
    }
}
