package vn.gopy.shared;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What belongs to one installation and not to the product. A use case reads it once, so that all it makes agrees. */
public record Settings(Office office, Practice practice, WorkingDays days) {

    /** Of an office that works as most do. */
    public Settings(Office office) {
        this(office, Practice.USUAL, WorkingDays.USUAL);
    }

    /**
     * Whose office this is, as official papers name it. Every field is a text of one line within {@link TextGate#NAME};
     * where one is blank that an office always has, the usual word stands in its place.
     *
     * @param party the line above the name of a body of the Party; empty where none stands there
     * @param state the same for a body of the State
     * @param place what stands before a date; empty where nothing does
     * @param committee how the committee is called in a sentence
     * @param secretariat who makes a table that no unit makes
     * @param secretariatHead under which post its leader signs
     * @param standingBody how a unit of the State that asks for opinions is called in a sentence
     */
    public record Office(
            String party,
            String state,
            String place,
            String committee,
            String secretariat,
            String secretariatHead,
            String standingBody) {

        /** Of an installation about which nobody has said anything. */
        public static final Office USUAL = new Office("", "", "", "", "", "", "");

        public Office {
            party = checked("party", party, "");
            state = checked("state", state, "");
            place = checked("place", place, "");
            committee = checked("committee", committee, "Ban Chỉ đạo");
            secretariat = checked("secretariat", secretariat, "Tổ giúp việc " + committee);
            secretariatHead = checked("secretariatHead", secretariatHead, "Tổ trưởng");
            standingBody = checked("standingBody", standingBody, "Cơ quan Thường trực");
        }

        private static String checked(String field, @Nullable String written, String usual) {
            String text = Refusal.at(field, () -> TextGate.NAME.pass(written));
            return text.isEmpty() ? usual : text;
        }

        /** The line above the name of a body of the Party or of the State; null where none is set. */
        public @Nullable String superior(boolean ofTheParty) {
            String line = ofTheParty ? party : state;
            return line.isEmpty() ? null : line;
        }
    }

    /**
     * How this office works, within what the program bears.
     *
     * @param largestFile how large a file may be that is handed in, in MB
     * @param soonDays from how many days before it a deadline is shown as near
     * @param remindDays how many working days before their deadline those who have not answered are reminded, the longest
     *     first; empty for never
     * @param namedPaper whether a draft on paper says faintly on each page whose copy it is
     */
    public record Practice(int largestFile, int soonDays, List<Integer> remindDays, boolean namedPaper) {

        /** Without names on paper. */
        public Practice(int largestFile, int soonDays, List<Integer> remindDays) {
            this(largestFile, soonDays, remindDays, false);
        }

        /** The largest file that an office may allow, in MB. */
        public static final int MOST_LARGEST_FILE = Limits.FILE >> 20;

        /** A month before its deadline nothing is near. */
        public static final int MOST_SOON_DAYS = 30;

        /** Working days before a deadline on which somebody may be reminded. */
        public static final int MOST_REMIND_DAYS = 20;

        private static final int MOST_REMINDERS = 5;

        /** Of an installation about which nobody has said anything. */
        public static final Practice USUAL = new Practice(MOST_LARGEST_FILE, 3, List.of(3, 1));

        public Practice {
            within("largestFile", largestFile, 1, MOST_LARGEST_FILE);
            within("soonDays", soonDays, 0, MOST_SOON_DAYS);
            remindDays.forEach(days -> within("remindDays", days, 1, MOST_REMIND_DAYS));
            within("remindDays", remindDays.size(), 0, MOST_REMINDERS);
            remindDays = remindDays.stream()
                    .distinct()
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }

        private static void within(String field, int number, int least, int most) {
            Refusal.at(field, () -> {
                if (number < least || number > most) {
                    throw Refusal.unprocessable("NUMBER_WRONG", least, most);
                }
                return number;
            });
        }

        /** Days as they are written, "3, 1". */
        public static List<Integer> days(String written) {
            String text = TextGate.NAME.pass(written);
            return Refusal.at("remindDays", () -> {
                if (!text.matches("(\\d{1,4}([ ,;]+|$))*")) {
                    throw Refusal.unprocessable("NUMBER_WRONG", 1, MOST_REMIND_DAYS);
                }
                return Pattern.compile("\\d+")
                        .matcher(text)
                        .results()
                        .map(found -> Integer.valueOf(found.group()))
                        .toList();
            });
        }

        /** The same the other way round. */
        public String writtenDays() {
            return remindDays.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }

        /** Whether a deadline in so many days is near. */
        public boolean isSoon(long days) {
            return days <= soonDays;
        }
    }

    private static final String OFFICE = "office.";
    private static final String LARGEST_FILE = "practice.largestFile";
    private static final String SOON_DAYS = "practice.soonDays";
    private static final String REMIND_DAYS = "practice.remindDays";
    private static final String NAMED_PAPER = "practice.namedPaper";
    private static final String FREE_DAYS = "days.free";
    private static final String WORKED_DAYS = "days.worked";

    /** The settings as names and texts. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(OFFICE + "party", office.party());
        values.put(OFFICE + "state", office.state());
        values.put(OFFICE + "place", office.place());
        values.put(OFFICE + "committee", office.committee());
        values.put(OFFICE + "secretariat", office.secretariat());
        values.put(OFFICE + "secretariatHead", office.secretariatHead());
        values.put(OFFICE + "standingBody", office.standingBody());
        values.put(LARGEST_FILE, Integer.toString(practice.largestFile()));
        values.put(SOON_DAYS, Integer.toString(practice.soonDays()));
        values.put(REMIND_DAYS, practice.writtenDays());
        values.put(NAMED_PAPER, Boolean.toString(practice.namedPaper()));
        values.put(FREE_DAYS, days.writtenFree());
        values.put(WORKED_DAYS, days.writtenWorked());
        return values;
    }

    /** The settings with these names and texts; what is not named among them is as in these. */
    public Settings with(Map<String, String> values) {
        Map<String, String> present = values();
        UnaryOperator<String> value = name -> values.getOrDefault(OFFICE + name, present.get(OFFICE + name));
        Office named = new Office(
                value.apply("party"),
                value.apply("state"),
                value.apply("place"),
                value.apply("committee"),
                value.apply("secretariat"),
                value.apply("secretariatHead"),
                value.apply("standingBody"));
        return new Settings(
                named,
                new Practice(
                        number(values, LARGEST_FILE, practice.largestFile(), 1, Practice.MOST_LARGEST_FILE),
                        number(values, SOON_DAYS, practice.soonDays(), 0, Practice.MOST_SOON_DAYS),
                        Practice.days(values.getOrDefault(REMIND_DAYS, practice.writtenDays())),
                        Boolean.parseBoolean(
                                values.getOrDefault(NAMED_PAPER, Boolean.toString(practice.namedPaper())))),
                WorkingDays.of(
                        values.getOrDefault(FREE_DAYS, days.writtenFree()),
                        values.getOrDefault(WORKED_DAYS, days.writtenWorked())));
    }

    /** What was stored when other bounds held is brought within those of today: a number must not lock an office out. */
    private static int number(Map<String, String> values, String name, int present, int least, int most) {
        String written = values.get(name);
        return written == null ? present : Math.clamp(Long.parseLong(written), least, most);
    }
}
