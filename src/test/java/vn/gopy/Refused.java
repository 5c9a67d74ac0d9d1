package vn.gopy;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import vn.gopy.shared.Refusal;

/** What a facade answers when it does not do what is asked. */
public final class Refused {

    private Refused() {}

    /** Status and code of the refusal, such as {@code 409 ROUND_CLOSED}. */
    public static String by(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        if (refusal == null) {
            throw new AssertionError("not refused");
        }
        return refusal.kind().status() + " " + refusal.code();
    }
}
