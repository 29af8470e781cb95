package helpdesk.platform.erasure;

import java.util.List;

/**
 * How far a search has come.
 *
 * @param area the number of a table, or, behind the tables, of a partition of a topic
 * @param position the block of the table, or the offset in the partition
 */
record MentionPlace(int area, long position) {

    static final MentionPlace BEGINNING = new MentionPlace(0, 0);

    static MentionPlace read(List<String> values) {
        return values.isEmpty()
                ? BEGINNING
                : new MentionPlace(Integer.parseInt(values.get(0)), Long.parseLong(values.get(1)));
    }

    List<String> values() {
        return List.of(Integer.toString(area), Long.toString(position));
    }

    MentionPlace at(long next) {
        return new MentionPlace(area, next);
    }

    MentionPlace nextArea() {
        return new MentionPlace(area + 1, 0);
    }
}
