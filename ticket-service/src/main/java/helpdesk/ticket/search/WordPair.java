package helpdesk.ticket.search;

import java.util.Base64;

/**
 * Two words that follow each other, as a short word of its own in a document: the index leads to those tickets where they do,
 * instead of to all that have both somewhere.
 */
final class WordPair {

    /** In bytes. */
    static final int LENGTH = 5;

    /** No word begins so. */
    private static final String MARK = "+";

    private WordPair() {}

    /** The pair's 24 bits in five characters. Different pairs may share them: the places of the words decide. */
    static String of(String first, String second) {
        int bits = 31 * first.hashCode() + second.hashCode();
        byte[] bytes = {(byte) (bits >> 16), (byte) (bits >> 8), (byte) bits};
        return MARK + Base64.getUrlEncoder().encodeToString(bytes);
    }
}
