package vn.gopy.consolidation.table;

import java.util.Arrays;
import java.util.Optional;

/** The papers that go with a consolidated table, each filled from the same data. */
public enum PaperKind {
    /** Những vấn đề còn ý kiến khác nhau: each with its sides, the proposal and room for the leader's word. */
    ISSUES("issues", "Những vấn đề còn ý kiến khác nhau"),
    /** Báo cáo tiếp thu, giải trình. */
    REPORT("report", "Báo cáo tiếp thu, giải trình"),
    /** Phiếu trình. */
    SLIP("slip", "Phiếu trình"),
    /** One page for the chair: who has answered, what is agreed, what needs a decision. */
    CHAIR("chair", "Báo cáo Trưởng Ban"),
    /** Answers over time, positions, outcomes and opinions by chapter: charts, each with its table. */
    CHARTS("charts", "Báo cáo số liệu");

    private final String address;
    private final String fileName;

    PaperKind(String address, String fileName) {
        this.address = address;
        this.fileName = fileName;
    }

    /** How it is called in addresses. */
    public String address() {
        return address;
    }

    /** The beginning of the names of its files. */
    public String fileName() {
        return fileName;
    }

    /** The paper of that address; empty where there is none. */
    public static Optional<PaperKind> of(String address) {
        return Arrays.stream(values())
                .filter(kind -> kind.address.equals(address))
                .findFirst();
    }
}
