package vn.gopy.document.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.gopy.legaltext.Problem;

/**
 * The cells of the first sheet of an .xlsx, as text: what stands in them, never what a formula would make of it. Bounded in
 * rows, columns and characters; what is beyond makes the file too large rather than being left out.
 */
final class SheetCells {

    /** Rows of a list of people, and its head. */
    static final int MOST_ROWS = 1_100;

    static final int MOST_COLUMNS = 40;
    private static final int LONGEST_CELL = 2_000;
    private static final int MOST_SHARED = 100_000;
    private static final int MOST_CHARACTERS = 4_000_000;

    private final ZipParts parts;
    private final List<String> shared = new ArrayList<>();
    private int characters;

    private SheetCells(ZipParts parts) {
        this.parts = parts;
    }

    /** @param number as the sheet counts it, from 1 */
    record Row(int number, List<String> cells) {}

    /** The rows that hold something, from top to bottom; a cell that is not there is empty. */
    static List<Row> of(byte[] content) {
        try (ZipParts parts = ZipParts.open(content)) {
            SheetCells cells = new SheetCells(parts);
            cells.readShared();
            return cells.rows(cells.firstSheet());
        } catch (XMLStreamException broken) {
            throw new Refused(Problem.CORRUPT);
        }
    }

    private XMLStreamReader firstSheet() throws XMLStreamException {
        String relation = first("xl/workbook.xml", "sheet", "", "").orElse("");
        String target = first("xl/_rels/workbook.xml.rels", "Relationship", "Id", relation)
                .orElse("worksheets/sheet1.xml");
        String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
        return parts.xml(path).orElseThrow(() -> new Refused(Problem.CORRUPT));
    }

    /** The relation of the first such element, or the target of the one whose attribute has this value. */
    private Optional<String> first(String part, String element, String attribute, String value)
            throws XMLStreamException {
        XMLStreamReader xml = parts.xml(part).orElseThrow(() -> new Refused(Problem.CORRUPT));
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals(element)) {
                if (attribute.isEmpty()) {
                    return Optional.of(Elements.attribute(xml, "id"));
                }
                if (Elements.attribute(xml, attribute).equals(value)) {
                    return Optional.of(Elements.attribute(xml, "Target"));
                }
            }
        }
        return Optional.empty();
    }

    private void readShared() throws XMLStreamException {
        Optional<XMLStreamReader> strings = parts.xml("xl/sharedStrings.xml");
        if (strings.isEmpty()) {
            return;
        }
        XMLStreamReader xml = strings.get();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                if (shared.size() >= MOST_SHARED) {
                    throw new Refused(Problem.TOO_LARGE);
                }
                shared.add(text(xml, "si"));
            }
        }
    }

    /** All words of the element just begun, but for how they are pronounced. */
    private String text(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("rPh")) {
                Elements.skip(xml);
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("t")) {
                text.append(content(xml));
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals(element)) {
                return text.toString();
            }
        }
        return text.toString();
    }

    private String content(XMLStreamReader xml) throws XMLStreamException {
        String content = xml.getElementText();
        characters += content.length();
        if (characters > MOST_CHARACTERS) {
            throw new Refused(Problem.TOO_LARGE);
        }
        return content;
    }

    private List<Row> rows(XMLStreamReader xml) throws XMLStreamException {
        List<Row> rows = new ArrayList<>();
        int number = 0;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("row")) {
                Integer said = Elements.number(Elements.attribute(xml, "r"));
                number = said == null ? number + 1 : said;
                Row row = new Row(number, cells(xml));
                if (row.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(row);
                }
                if (rows.size() > MOST_ROWS) {
                    throw new Refused(Problem.TOO_LARGE);
                }
            }
        }
        return rows;
    }

    private List<String> cells(XMLStreamReader xml) throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                return cells;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                int column = column(Elements.attribute(xml, "r"), cells.size());
                String cell = cell(xml, Elements.attribute(xml, "t"));
                if (column < MOST_COLUMNS) {
                    while (cells.size() <= column) {
                        cells.add("");
                    }
                    cells.set(column, cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) : cell);
                }
            }
        }
        return cells;
    }

    /** Of a name such as AB12, counted from 0. */
    private static int column(String name, int next) {
        int column = 0;
        int at = 0;
        while (at < name.length() && at < 3 && name.charAt(at) >= 'A' && name.charAt(at) <= 'Z') {
            column = column * 26 + name.charAt(at) - 'A' + 1;
            at++;
        }
        return at == 0 ? next : column - 1;
    }

    private String cell(XMLStreamReader xml, String type) throws XMLStreamException {
        String value = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("v")) {
                value = content(xml);
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("is")) {
                value = text(xml, "is");
            }
        }
        if (!type.equals("s")) {
            return value;
        }
        Integer index = Elements.number(value);
        return index == null || index < 0 || index >= shared.size() ? "" : shared.get(index);
    }
}
