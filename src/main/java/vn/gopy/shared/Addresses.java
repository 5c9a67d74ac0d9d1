package vn.gopy.shared;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The addresses of the pages: whoever leads to one, in a list, a text, a notice or a mail, takes it from here, and so do
 * the pages themselves. The search has its own in {@link SearchAddress}, the pages without script in their room.
 */
public final class Addresses {

    /** What the reader and the reader's units have said, and what became of it. */
    public static final String OWN_OPINIONS = "y-kien-cua-toi";

    /** What became of it, in rounds whose results were announced, on a page without script. */
    public static final String OWN_RESULTS = "/don-gian/ket-qua";

    /** Where anybody reads rounds that are held in public; behind it, after a stroke, the id of one. */
    public static final String POSTED = "/cong-khai";

    /** The list of dossiers; behind it, after a stroke, the id of one. */
    public static final String DOSSIERS = "ho-so";

    /** A version of a dossier's main draft, or of a paper beside it, in the reader; see {@link VersionNumber}. */
    public static final String DRAFT = DOSSIERS + "/:dossier/du-thao/:version";

    /** The check of its structure. */
    public static final String CHECK = DRAFT + "/kiem-tra";

    /** Which of its places are which of the version before. */
    public static final String ALIGNMENT = DRAFT + "/doi-chieu";

    /** What ought to be put right in it before it is submitted. */
    public static final String SUBMISSION = DRAFT + "/soat";

    /** Two versions of it beside each other, the older one first. */
    public static final String COMPARISON = DOSSIERS + "/:dossier/so-sanh/:older/:version";

    /** Where a round about the drafts of a dossier is opened. */
    public static final String OPEN_ROUND = DOSSIERS + "/:dossier/mo-dot";

    /** The list of rounds; behind it, after a stroke, the id of one. */
    public static final String ROUNDS = "dot";

    /** Where a round is changed that has not opened. */
    public static final String CHANGE_ROUND = ROUNDS + "/:round/sua";

    /** Where the invitations to a round are answered. */
    public static final String REPLY = ROUNDS + "/:round/tra-loi";

    /** Where the opinions given in a round are answered. */
    public static final String CONSOLIDATION = ROUNDS + "/:round/tong-hop";

    /** Where the table of a round is frozen into editions, which are then signed. */
    public static final String EDITIONS = ROUNDS + "/:round/ban-tong-hop";

    public static final String NOTICES = "thong-bao";

    public static final String INQUIRIES = "hoi-y-kien";

    /** The devices that let the reader in, and what the reader has lent as a head. */
    public static final String OWN_ACCOUNT = "tai-khoan";

    /** Where a password is set by a link; behind it, after a stroke, the secret part. */
    public static final String SET_PASSWORD = "dat-mat-khau";

    public static final String OWN_PASSWORD = "mat-khau";

    public static final String PEOPLE = "quan-tri";

    public static final String UNITS = PEOPLE + "/co-quan";

    /** Those who are asked together; for the secretariat as well. */
    public static final String GROUPS = PEOPLE + "/nhom";

    /** Where lists of people and units are taken in from Excel files. */
    public static final String ROSTER = PEOPLE + "/nhap";

    public static final String SETTINGS = PEOPLE + "/thiet-lap";

    /** Where an administrator enters a dossier to help; for the secretariat, who was in which. */
    public static final String SUPPORT = PEOPLE + "/ho-tro";

    /** How the index of the search stands. */
    public static final String INDEX = PEOPLE + "/tra-cuu";

    /** Where the reader shows opinions on the whole dossier. */
    public static final String WHOLE_DOSSIER = "y-kien-chung";

    private Addresses() {}

    /** The page of a route without parameters. */
    public static String page(String route) {
        return "/" + route;
    }

    /** The page of a dossier. */
    public static String dossier(Id dossier) {
        return page(DOSSIERS) + "/" + dossier.value();
    }

    /** Where a round about the drafts of a dossier is opened. */
    public static String openRound(Id dossier) {
        return dossier(dossier) + "/mo-dot";
    }

    /** A version in the reader. */
    public static String draft(Id dossier, VersionNumber version) {
        return dossier(dossier) + "/du-thao/" + version;
    }

    /** The check of the structure of a version. */
    public static String check(Id dossier, VersionNumber version) {
        return draft(dossier, version) + "/kiem-tra";
    }

    /** Which places of a version are which of the version before. */
    public static String alignment(Id dossier, VersionNumber version) {
        return draft(dossier, version) + "/doi-chieu";
    }

    /** What ought to be put right in a version before it is submitted. */
    public static String submission(Id dossier, VersionNumber version) {
        return draft(dossier, version) + "/soat";
    }

    /** Two versions of a draft or a paper beside each other. */
    public static String comparison(Id dossier, VersionNumber older, VersionNumber newer) {
        return dossier(dossier) + "/so-sanh/" + older + "/" + newer;
    }

    /** A place of a draft in the reader, see {@link #anchor}. */
    public static String place(Id dossier, VersionNumber version, String anchor) {
        return draft(dossier, version) + "#"
                + encoded(anchor).replace("+", "%20").replace("%2F", "/");
    }

    /** How the reader knows a place: by the code of its body, where it has one, and its path there. */
    public static String anchor(String body, String path) {
        return body.isEmpty() ? path : body + "/" + path;
    }

    /** The page of a round. */
    public static String round(Id round) {
        return page(ROUNDS) + "/" + round.value();
    }

    /** Where a round is changed that has not opened. */
    public static String changedRound(Id round) {
        return round(round) + "/sua";
    }

    /** The desk on which the opinions of a round are answered. */
    public static String consolidation(Id round) {
        return round(round) + "/tong-hop";
    }

    /** What the reader and the reader's units have said in a round. */
    public static String ownOpinions(Id round) {
        return page(OWN_OPINIONS) + "?" + ROUNDS + "=" + round;
    }

    /** The frozen editions of the table of a round. */
    public static String editions(Id round) {
        return round(round) + "/ban-tong-hop";
    }

    /** Where the invitations to a round are answered. */
    public static String reply(Id round) {
        return round(round) + "/tra-loi";
    }

    /** Where anybody reads a round that is held in public. */
    public static String posted(Id round) {
        return POSTED + "/" + round.value();
    }

    /** The address with a parameter that has a value, behind those that it has, before its fragment. */
    public static String with(String address, String parameter, String value) {
        return withParameter(address, parameter + "=" + encoded(value));
    }

    /** The same with a parameter that says all by its name. */
    public static String with(String address, String parameter) {
        return withParameter(address, parameter);
    }

    private static String withParameter(String address, String parameter) {
        int fragment = address.indexOf('#');
        String page = fragment < 0 ? address : address.substring(0, fragment);
        String rest = fragment < 0 ? "" : address.substring(fragment);
        return page + (page.contains("?") ? "&" : "?") + parameter + rest;
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
