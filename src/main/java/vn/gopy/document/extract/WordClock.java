package vn.gopy.document.extract;

/** Moments as Word packs them into four bytes: the clock of the place, to the minute. */
public final class WordClock {

    private static final int FIRST_YEAR = 1900;

    private WordClock() {}

    /** In ISO 8601 without a zone; empty where none is packed. */
    public static String moment(int packed) {
        int minute = packed & 0x3F;
        int hour = packed >> 6 & 0x1F;
        int day = packed >> 11 & 0x1F;
        int month = packed >> 16 & 0xF;
        int year = FIRST_YEAR + (packed >> 20 & 0x1FF);
        boolean real = day > 0 && month > 0 && month < 13 && hour < 24 && minute < 60;
        return real ? "%04d-%02d-%02dT%02d:%02d:00".formatted(year, month, day, hour, minute) : "";
    }
}
