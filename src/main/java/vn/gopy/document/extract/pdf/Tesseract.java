package vn.gopy.document.extract.pdf;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Asks Tesseract, a program of its own below this process, for the words of one page. */
final class Tesseract {

    private static final int SECONDS_PER_PAGE = 90;
    private static final int COLUMNS = 12;
    /** Below this a word is a speck of dust or a stroke of a signature. */
    private static final int LEAST_CONFIDENCE = 15;

    /** A recognised word in pixels; words of one line have the same {@code line}. */
    record Word(String text, int line, int left, int top, int width, int height, int confidence) {}

    private final List<String> command;

    Tesseract(List<String> command) {
        this.command = command;
    }

    /** The words in reading order. */
    List<Word> words(BufferedImage grey, int dotsPerInch) throws IOException {
        var whole = new ArrayList<>(command);
        whole.addAll(
                List.of("stdin", "stdout", "-l", "vie", "--psm", "3", "--dpi", String.valueOf(dotsPerInch), "tsv"));
        var builder = new ProcessBuilder(whole).redirectError(ProcessBuilder.Redirect.DISCARD);
        // more threads only slow each other down
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        Thread.ofVirtual().start(() -> send(grey, process));
        Thread limit = Thread.ofVirtual().start(() -> endInTime(process));
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            List<Word> words = parse(lines.lines());
            if (process.waitFor() != 0) {
                throw new IOException("Tesseract ended with " + process.exitValue());
            }
            return words;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        } finally {
            process.destroyForcibly();
            limit.interrupt();
        }
    }

    private static void endInTime(Process process) {
        try {
            if (!process.waitFor(SECONDS_PER_PAGE, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    /** As a portable grey map: no compression, so no time for it. */
    private static void send(BufferedImage grey, Process process) {
        try (OutputStream out = process.getOutputStream()) {
            String head = "P5\n" + grey.getWidth() + " " + grey.getHeight() + "\n255\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(((DataBufferByte) grey.getRaster().getDataBuffer()).getData());
        } catch (IOException ended) {
            // its exit status says so
        }
    }

    static List<Word> parse(Stream<String> lines) {
        var words = new ArrayList<Word>();
        Map<String, Integer> numbers = new HashMap<>();
        lines.skip(1).map(line -> line.split("\t", COLUMNS)).forEach(cells -> {
            boolean word = cells.length == COLUMNS && cells[0].equals("5") && !cells[11].isBlank();
            if (word && confidence(cells) >= LEAST_CONFIDENCE) {
                int line = numbers.computeIfAbsent(cells[2] + "/" + cells[3] + "/" + cells[4], any -> numbers.size());
                words.add(new Word(
                        cells[11].strip(),
                        line,
                        Integer.parseInt(cells[6]),
                        Integer.parseInt(cells[7]),
                        Integer.parseInt(cells[8]),
                        Integer.parseInt(cells[9]),
                        confidence(cells)));
            }
        });
        return words;
    }

    private static int confidence(String[] cells) {
        return (int) Math.round(Double.parseDouble(cells[10]));
    }
}
