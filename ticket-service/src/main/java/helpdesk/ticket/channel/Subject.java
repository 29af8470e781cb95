package helpdesk.ticket.channel;

import helpdesk.ticket.input.Shortened;

/** What a ticket is called that begins with a message: messages have no subjects. */
final class Subject {

    private static final int LONGEST = 80;

    /** A cut is made between words when it costs no more than the last quarter. */
    private static final int SHORTEST_CUT = 60;

    private static final String ELLIPSIS = "…";

    private Subject() {}

    /** The first words of the text, on one line. */
    static String of(String text) {
        String line = text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
        String cut = Shortened.to(LONGEST, line);
        int word = cut.lastIndexOf(' ');
        return cut.length() == line.length() || word < SHORTEST_CUT ? cut : cut.substring(0, word) + ELLIPSIS;
    }
}
