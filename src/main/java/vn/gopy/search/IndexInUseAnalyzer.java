package vn.gopy.search;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the person at the terminal in two sentences why the product did not start, without a stack trace. */
class IndexInUseAnalyzer extends AbstractFailureAnalyzer<IndexInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, IndexInUseException cause) {
        String vietnamese = "Chỉ mục tìm kiếm trong %s đang được một tiến trình Góp Ý khác sử dụng; hãy dừng tiến trình đó"
                + " trước, hoặc chọn thư mục dữ liệu khác bằng --data.";
        return new FailureAnalysis(
                vietnamese.formatted(cause.folder()) + System.lineSeparator() + cause.getMessage(), null, cause);
    }
}
