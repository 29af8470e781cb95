package helpdesk.notification.message;

import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Work that is gathered piece by piece in a transaction and done at once just before it commits. A poll brings hundreds of
 * events, each handled by itself, in one transaction: so they cost a few statements together instead of a few each. When
 * the work fails the transaction rolls back, as if the last piece had failed.
 */
final class GatheredWork<T> {

    private final TransactionSynchronizationRegistry transactions;
    private final Consumer<List<T>> work;

    GatheredWork(TransactionSynchronizationRegistry transactions, Consumer<List<T>> work) {
        this.transactions = transactions;
        this.work = work;
    }

    /**
     * Has this work of the transaction at hand done before all other work that is begun after it.
     *
     * @throws IllegalStateException outside a transaction
     */
    void begin() {
        pieces();
    }

    /**
     * Adds a piece to the work of the transaction at hand.
     *
     * @throws IllegalStateException outside a transaction
     */
    void add(T piece) {
        pieces().add(piece);
    }

    @SuppressWarnings("unchecked")
    private List<T> pieces() {
        List<T> pieces = (List<T>) transactions.getResource(this);
        if (pieces == null) {
            pieces = new ArrayList<>();
            transactions.putResource(this, pieces);
            transactions.registerInterposedSynchronization(new BeforeCommit<>(pieces, work));
        }
        return pieces;
    }

    private record BeforeCommit<T>(List<T> pieces, Consumer<List<T>> work) implements Synchronization {

        @Override
        public void beforeCompletion() {
            if (!pieces.isEmpty()) {
                work.accept(pieces);
            }
        }

        @Override
        public void afterCompletion(int status) {
            // The work is done, or rolled back with everything else.
        }
    }
}
