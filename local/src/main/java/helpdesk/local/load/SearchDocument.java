package helpdesk.local.load;

/**
 * The words of a ticket in the text form of PostgreSQL's {@code tsvector}. A word with hyphens counts as a whole and by its
 * parts. Repeated words are merged, and words sorted, by the database.
 */
final class SearchDocument {

    private final CopyBuffer row;
    private int position;

    /** @param row that takes the document, value by value */
    SearchDocument(CopyBuffer row) {
        this.row = row;
    }

    /** Begins the next document with the ticket's number, as people write it and by itself. */
    void begin(long number) {
        position = 0;
        String plain = Long.toString(number);
        emit(plain, 0, plain.length());
        String written = "hd-" + plain;
        emit(written, 0, written.length());
    }

    /** Adds the words of a text, in lower case. */
    void add(CharSequence text) {
        int index = 0;
        while (index < text.length()) {
            if (isOfWord(text.charAt(index))) {
                index = addWord(text, index);
            } else {
                index++;
            }
        }
    }

    /** Ends the document. */
    void end() {
        row.end();
    }

    private int addWord(CharSequence text, int begin) {
        int end = begin + 1;
        int part = begin;
        boolean parts = false;
        while (end < text.length() && (isOfWord(text.charAt(end)) || isInnerHyphen(text, end))) {
            if (text.charAt(end) == '-') {
                emit(text, part, end);
                part = end + 1;
                parts = true;
            }
            end++;
        }
        emit(text, part, end);
        if (parts) {
            emit(text, begin, end);
        }
        return end;
    }

    private void emit(CharSequence text, int begin, int end) {
        row.append("'");
        row.appendLowerCase(text, begin, end);
        row.append("':");
        row.append(++position);
        row.append(" ");
    }

    private static boolean isInnerHyphen(CharSequence text, int index) {
        return text.charAt(index) == '-' && index + 1 < text.length() && isOfWord(text.charAt(index + 1));
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
