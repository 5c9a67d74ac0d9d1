package vn.gopy.vietnamese.analysis;

import java.util.Map;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;

/**
 * Offers {@link VietnameseNormalizationFilter} by name to Lucene and to servers built on it. One argument: {@code fold},
 * {@code true} to drop all marks; {@code false} when absent.
 */
public final class VietnameseNormalizationFilterFactory extends TokenFilterFactory {

    /** The name under which the filter is found. */
    public static final String NAME = "vietnameseNormalization";

    private final boolean fold;

    /**
     * @param args the settings, emptied as they are read
     * @throws IllegalArgumentException when a setting is unknown
     */
    public VietnameseNormalizationFilterFactory(Map<String, String> args) {
        super(args);
        fold = getBoolean(args, "fold", false);
        if (!args.isEmpty()) {
            throw new IllegalArgumentException("Unknown parameters: " + args);
        }
    }

    /** Only for the service loader's compatibility check; always fails. */
    public VietnameseNormalizationFilterFactory() {
        throw defaultCtorException();
    }

    @Override
    public TokenStream create(TokenStream input) {
        return new VietnameseNormalizationFilter(input, fold);
    }
}
