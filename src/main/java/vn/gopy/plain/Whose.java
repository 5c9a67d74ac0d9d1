package vn.gopy.plain;

/**
 * For whom a person can speak about a draft.
 *
 * @param value {@code OWN}, or the capacity and the code of the unit: {@code UNIT:STC}
 * @param readers the sentence that says who will read what is written so
 */
record Whose(String value, String words, String readers) {}
