package helpdesk.local.load;

import java.util.ArrayList;
import java.util.List;

/** The history of a made-up ticket, written version by version as the ticket service counts them: from 0, without gaps. */
final class History {

    private final List<Step> steps = new ArrayList<>();
    private long version = -1;
    private long writableSince;
    private long updated;

    /** Begins the next version, to which the following changes lead. */
    void next() {
        version++;
    }

    /** A change of what people can write. */
    void write(long at, String actor, String cause, String field, String from, String to) {
        learn(at, actor, cause, field, from, to);
        writableSince = version;
        updated = at;
    }

    /** A change that only the product makes. */
    void learn(long at, String actor, String cause, String field, String from, String to) {
        steps.add(new Step(version, at, actor, cause, field, from, to));
    }

    /** Something happened that counts as a change of the ticket. */
    void touch(long at) {
        updated = at;
    }

    /** The lines, the oldest first. */
    List<Step> steps() {
        return steps;
    }

    /** The ticket's version now. */
    long version() {
        return version;
    }

    /** The version that last changed what people can write. */
    long writableSince() {
        return writableSince;
    }

    /** The last change, in microseconds since 1970. */
    long updated() {
        return updated;
    }
}
