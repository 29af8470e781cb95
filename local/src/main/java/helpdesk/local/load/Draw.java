package helpdesk.local.load;

import java.util.List;
import java.util.UUID;

/** Random choices that only depend on a seed and a number: the same two give the same choices in the same order. */
final class Draw {

    /** Steps and mixing are those of SplitMix64. */
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;

    private long state;

    Draw(long seed, long number) {
        state = mixed(seed * STEP + mixed(number));
    }

    /** 64 random bits. */
    long bits() {
        state += STEP;
        return mixed(state);
    }

    /** A number from 0 to one less than the bound, which is 1 or more. */
    int below(int bound) {
        return (int) ((bits() >>> 33) * bound >>> 31);
    }

    /** A number from the first to one less than the second; the first where there is none between. */
    long between(long least, long beyond) {
        return beyond <= least ? least : least + (bits() >>> 1) % (beyond - least);
    }

    /** True in so many of a hundred cases. */
    boolean chance(int percent) {
        return below(100) < percent;
    }

    /** One of them, each as likely as the others. */
    <T> T of(List<T> values) {
        return values.get(below(values.size()));
    }

    /** The smaller the place, the likelier; about half of all draws fall on the first quarter. */
    <T> T earlyOf(List<T> values) {
        double fraction = (bits() >>> 11) * 0x1p-53;
        return values.get((int) (fraction * fraction * values.size()));
    }

    /**
     * A UUID v7.
     *
     * @param micros since 1970, kept to the millisecond
     */
    UUID id(long micros) {
        long millis = micros / 1000;
        return new UUID(millis << 16 | VERSION_7 | bits() >>> 52, bits() >>> 2 | VARIANT);
    }

    private static long mixed(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
