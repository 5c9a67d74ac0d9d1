package vn.gopy.paper;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A chart of bars in a Word file, one for each name, with its number at its end. It is drawn by the word processor from
 * numbers that stand in the file itself; no workbook lies beside it.
 *
 * @param across whether the bars lie, for long names; else they stand
 */
public record BarChart(List<Bar> bars, boolean across) {

    /** One bar. */
    public record Bar(String name, int number) {}

    public BarChart {
        bars = List.copyOf(bars);
    }

    /** As a chart part of DrawingML (ECMA-376, part 1, 21.2). */
    String xml() {
        int most = bars.size() + 1;
        return """
                <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
                xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:roundedCorners val="0"/><c:chart>\
                <c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart>\
                <c:barDir val="%2$s"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/>\
                <c:order val="0"/><c:spPr><a:solidFill><a:srgbClr val="44546A"/></a:solidFill></c:spPr>\
                <c:invertIfNegative val="0"/><c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:showLegendKey val="0"/>\
                <c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>\
                <c:showBubbleSize val="0"/></c:dLbls><c:cat><c:strRef><c:f>Sheet1!$A$2:$A$%3$d</c:f><c:strCache>\
                <c:ptCount val="%4$d"/>%5$s</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!$B$2:$B$%3$d</c:f>\
                <c:numCache><c:formatCode>00</c:formatCode><c:ptCount val="%4$d"/>%6$s</c:numCache></c:numRef></c:val></c:ser>\
                <c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/>\
                <c:scaling><c:orientation val="%7$s"/></c:scaling><c:delete val="0"/><c:axPos val="%8$s"/>\
                <c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="2"/>\
                </c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>\
                <c:delete val="1"/><c:axPos val="%9$s"/><c:numFmt formatCode="00" sourceLinked="0"/>\
                <c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/><c:crossAx val="1"/>\
                </c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart>\
                <c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100">%1$s</a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>\
                </c:chartSpace>""".formatted(
                        "<a:latin typeface=\"" + WordFile.TYPEFACE + "\"/>",
                        across ? "bar" : "col",
                        most,
                        bars.size(),
                        points(n -> escaped(bars.get(n).name())),
                        points(n -> Integer.toString(bars.get(n).number())),
                        across ? "maxMin" : "minMax",
                        across ? "l" : "b",
                        across ? "b" : "l");
    }

    private String points(IntFunction<String> value) {
        var points = new StringBuilder();
        IntStream.range(0, bars.size())
                .forEach(n -> points.append("<c:pt idx=\"%d\"><c:v>%s</c:v></c:pt>".formatted(n, value.apply(n))));
        return points.toString();
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
