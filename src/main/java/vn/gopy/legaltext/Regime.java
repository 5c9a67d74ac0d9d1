package vn.gopy.legaltext;

/** Which set of formatting rules a text follows; the two families must not be mixed. */
public enum Regime {
    /** Văn bản quy phạm pháp luật: Luật 64/2025/QH15, Nghị định 78/2025/NĐ-CP. */
    STATE_QPPL,
    /** Administrative documents: Nghị định 30/2020/NĐ-CP. */
    STATE_ADMIN,
    /** Party documents: Quy định 399-QĐ/TW, Hướng dẫn 05-HD/VPTW. */
    PARTY
}
