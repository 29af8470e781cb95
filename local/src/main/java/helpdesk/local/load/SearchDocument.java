package helpdesk.local.load;

/**
 * The words of a ticket in the text form of PostgreSQL's {@code tsvector}, as ticket-service cuts them: a hyphen parts words,
 * Latin letters have no accents, and each two neighbours have a number of their own. Repeated words are merged, and words sorted,
 * by the database.
 */
final class SearchDocument {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final CopyBuffer row;
    private int position;
    private boolean hasNeighbour;
    private int neighbour;

    /** @param row that takes the document, value by value */
    SearchDocument(CopyBuffer row) {
        this.row = row;
    }

    /** Begins the next document with the ticket's number, as people write it: {@code HD-1042}. */
    void begin(long number) {
        position = 0;
        hasNeighbour = false;
        emit("hd", 0, 2);
        String plain = Long.toString(number);
        emit(plain, 0, plain.length());
    }

    /** Adds the words of a text, in lower case. */
    void add(CharSequence text) {
        int index = 0;
        while (index < text.length()) {
            int end = index;
            while (end < text.length() && isOfWord(text.charAt(end))) {
                end++;
            }
            if (end > index) {
                emit(text, index, end);
            }
            index = end + 1;
        }
        hasNeighbour = false;
    }

    /** Ends the document. */
    void end() {
        row.end();
    }

    private void emit(CharSequence text, int begin, int end) {
        row.append("'");
        int hash = row.appendFolded(text, begin, end);
        row.append("':");
        row.append(++position);
        row.append(" ");
        if (hasNeighbour) {
            pair(31 * neighbour + hash);
        }
        neighbour = hash;
        hasNeighbour = true;
    }

    private void pair(int number) {
        row.append("'+");
        for (int shift = 18; shift >= 0; shift -= 6) {
            int digit = number >> shift & 63;
            row.append(DIGITS.substring(digit, digit + 1));
        }
        row.append("' ");
    }

    private static boolean isOfWord(char letter) {
        if (letter < 0x80) {
            return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9';
        }
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> Character.isLetterOrDigit(letter);
        };
    }
}
