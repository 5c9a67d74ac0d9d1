package vn.gopy.draft.finding;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Warning;
import vn.gopy.shared.Texts;

/** A warning as the contract of the outline gives it, its sentence in the reader's language. */
public record WarningJson(Warning.Code code, @Nullable String path, String message) {

    /** The warnings in words. */
    public static List<WarningJson> of(List<Warning> warnings, Texts texts, Locale locale) {
        return warnings.stream()
                .map(one -> new WarningJson(one.code(), one.path(), FindingWords.of(texts, locale, one.message())))
                .toList();
    }
}
