package vn.gopy.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What belongs to one installation and not to the product. A use case reads it once, so that all it makes agrees. */
public record Settings(Office office, Practice practice) {

    /** Of an office that works as most do. */
    public Settings(Office office) {
        this(office, Practice.USUAL);
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
     */
    public record Practice(int largestFile, int soonDays) {

        /** The largest file that an office may allow, in MB. */
        public static final int MOST_LARGEST_FILE = Limits.FILE >> 20;

        /** A month before its deadline nothing is near. */
        public static final int MOST_SOON_DAYS = 30;

        /** Of an installation about which nobody has said anything. */
        public static final Practice USUAL = new Practice(MOST_LARGEST_FILE, 3);

        public Practice {
            within("largestFile", largestFile, 1, MOST_LARGEST_FILE);
            within("soonDays", soonDays, 0, MOST_SOON_DAYS);
        }

        private static void within(String field, int number, int least, int most) {
            Refusal.at(field, () -> {
                if (number < least || number > most) {
                    throw Refusal.unprocessable("NUMBER_WRONG", least, most);
                }
                return number;
            });
        }

        /** Whether a deadline in so many days is near. */
        public boolean isSoon(long days) {
            return days <= soonDays;
        }
    }

    private static final String OFFICE = "office.";
    private static final String LARGEST_FILE = "practice.largestFile";
    private static final String SOON_DAYS = "practice.soonDays";

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
                        number(values, SOON_DAYS, practice.soonDays(), 0, Practice.MOST_SOON_DAYS)));
    }

    /** What was stored when other bounds held is brought within those of today: a number must not lock an office out. */
    private static int number(Map<String, String> values, String name, int present, int least, int most) {
        String written = values.get(name);
        return written == null ? present : Math.clamp(Long.parseLong(written), least, most);
    }
}
