package helpdesk.local.load;

/**
 * The words of a ticket in the text form of PostgreSQL's {@code tsvector}, as ticket-service cuts them: a hyphen parts words, and
 * Latin letters have no accents. Repeated words are merged, and words sorted, by the database.
 */
final class SearchDocument {

    private final CopyBuffer row;
    private int position;

    /** @param row that takes the document, value by value */
    SearchDocument(CopyBuffer row) {
        this.row = row;
    }

    /** Begins the next document with the ticket's number, as people write it: {@code HD-1042}. */
    void begin(long number) {
        position = 0;
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
    }

    /** Ends the document. */
    void end() {
        row.end();
    }

    private void emit(CharSequence text, int begin, int end) {
        row.append("'");
        row.appendFolded(text, begin, end);
        row.append("':");
        row.append(++position);
        row.append(" ");
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
