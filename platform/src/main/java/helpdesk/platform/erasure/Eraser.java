package helpdesk.platform.erasure;

/** How a service erases what it holds on a person. Each service has one. */
public interface Eraser {

    /**
     * Erases all of it, in as many transactions as it takes: called without one, and called again from the beginning when it
     * fails or the process dies in the middle. When it returns, nothing is left in the tables of the service itself.
     */
    ErasureOutcome erase(ErasureRequest request);
}
