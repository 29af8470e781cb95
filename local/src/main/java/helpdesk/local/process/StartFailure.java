package helpdesk.local.process;

/**
 * A part of the stack can't be started or kept running. The message is one or more whole sentences for the person at the
 * terminal: what happened, and what to do about it.
 */
public final class StartFailure extends RuntimeException {

    /** @param sentence what happened and what to do, ending with a full stop */
    public StartFailure(String sentence) {
        super(sentence);
    }

    /**
     * @param sentence what happened and what to do, ending with a full stop
     * @param cause what the operating system or a library said
     */
    public StartFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
