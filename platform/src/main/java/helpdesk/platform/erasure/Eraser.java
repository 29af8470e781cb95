package helpdesk.platform.erasure;

/** How a service erases what it holds on a person. Implemented by a bean for each kind of rows, in no order. */
public interface Eraser {

    /**
     * Erases all of it, in as many transactions as it takes: called without one, and called again from the beginning when it
     * fails or the process dies in the middle. When it returns, nothing is left in the rows that it is there for.
     */
    ErasureOutcome erase(ErasureRequest request);
}
