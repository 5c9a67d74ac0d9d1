package vn.gopy.document.extract.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDNonTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.pdf.PdfPage.Glyph;

/** What people filled into the fields of a form, as letters at the place of the field. */
final class FormValues {

    private static final int MOST_FIELDS = 5_000;
    private static final float SIZE = 11;
    private static final float LINE = 14;
    private static final String FONT = "form";

    private final Map<Integer, List<Glyph>> byPage = new HashMap<>();
    private @Nullable Map<COSBase, Integer> pages;
    private int fields;

    private FormValues() {}

    /** Of a whole file; a form that cannot be read has no values. */
    static FormValues of(PDDocument document) {
        var values = new FormValues();
        try {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
            if (form != null) {
                values.addAll(document, form.getFields());
            }
        } catch (IOException | RuntimeException broken) {
            // what was read until then stays
        }
        return values;
    }

    /** On page {@code number}, counting from 1. */
    List<Glyph> on(int number) {
        return byPage.getOrDefault(number, List.of());
    }

    private void addAll(PDDocument document, List<PDField> siblings) throws IOException {
        for (PDField field : siblings) {
            if (field instanceof PDNonTerminalField parent) {
                addAll(document, parent.getChildren());
            } else if (field instanceof PDTerminalField leaf && fields++ < MOST_FIELDS) {
                add(document, leaf);
            }
        }
    }

    private void add(PDDocument document, PDTerminalField field) {
        String value = value(field);
        if (value.isBlank()) {
            return;
        }
        for (PDAnnotationWidget widget : field.getWidgets()) {
            PDRectangle place = widget.getRectangle();
            int page = page(document, widget);
            if (place == null || page < 0) {
                // shown nowhere: at the end of the first page it is lost to nobody
                byPage.computeIfAbsent(1, any -> new ArrayList<>()).addAll(lines(value, 72, 10_000));
                continue;
            }
            PDRectangle crop = document.getPage(page).getCropBox();
            float top = crop.getUpperRightY() - place.getUpperRightY();
            float y = Math.min(top + SIZE, crop.getUpperRightY() - place.getLowerLeftY() - 2);
            byPage.computeIfAbsent(page + 1, any -> new ArrayList<>())
                    .addAll(lines(value, place.getLowerLeftX() - crop.getLowerLeftX(), y));
            return;
        }
    }

    private int page(PDDocument document, PDAnnotationWidget widget) {
        if (pages == null) {
            pages = pages(document);
        }
        return pages.getOrDefault(widget.getCOSObject(), -1);
    }

    /** On which page each annotation stands; not every widget tells it. */
    private static Map<COSBase, Integer> pages(PDDocument document) {
        Map<COSBase, Integer> pages = new IdentityHashMap<>();
        int number = 0;
        for (PDPage page : document.getPages()) {
            try {
                for (PDAnnotation annotation : page.getAnnotations()) {
                    pages.put(annotation.getCOSObject(), number);
                }
            } catch (IOException broken) {
                // its fields stand nowhere
            }
            number++;
        }
        return pages;
    }

    private static String value(PDTerminalField field) {
        if (field instanceof PDCheckBox box) {
            return box.isChecked() ? "☒" : "";
        }
        return field instanceof PDButton ? "" : text(field);
    }

    /** A choice of several is written as a list in brackets. */
    private static String text(PDTerminalField field) {
        String value = field.getValueAsString();
        return value == null ? "" : value.replaceAll("^\\[(.*)]$", "$1");
    }

    private static List<Glyph> lines(String value, float x, float y) {
        List<String> lines =
                value.lines().map(String::strip).filter(it -> !it.isEmpty()).collect(Collectors.toList());
        var glyphs = new ArrayList<Glyph>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            glyphs.add(new Glyph(line, x, y + i * LINE, line.length() * SIZE / 2, SIZE, FONT, false, false));
        }
        return glyphs;
    }
}
