package vn.gopy.vietnamese.analysis;

import java.io.Reader;
import java.util.Map;
import org.apache.lucene.analysis.CharFilterFactory;

/** Offers {@link InvisibleCharFilter} by name to Lucene and to servers built on it. It takes no arguments. */
public final class InvisibleCharFilterFactory extends CharFilterFactory {

    /** The name under which the filter is found. */
    public static final String NAME = "vietnameseInvisible";

    /**
     * @param args must be empty
     * @throws IllegalArgumentException when a setting is unknown
     */
    public InvisibleCharFilterFactory(Map<String, String> args) {
        super(args);
        if (!args.isEmpty()) {
            throw new IllegalArgumentException("Unknown parameters: " + args);
        }
    }

    /** Only for the service loader's compatibility check; always fails. */
    public InvisibleCharFilterFactory() {
        throw defaultCtorException();
    }

    @Override
    public Reader create(Reader input) {
        return new InvisibleCharFilter(input);
    }

    @Override
    public Reader normalize(Reader input) {
        return create(input);
    }
}
