package vn.gopy.search.engine;

/** A search was cut short by its time limit where half an answer is worse than none; it is to be asked again later. */
public class UnfinishedSearchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfinishedSearchException() {
        super("The search did not end within its time");
    }

    /** The answer, when it is whole. */
    public static EngineAnswer whole(EngineAnswer answer) {
        if (!answer.complete()) {
            throw new UnfinishedSearchException();
        }
        return answer;
    }
}
