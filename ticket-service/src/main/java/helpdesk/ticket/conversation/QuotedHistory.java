package helpdesk.ticket.conversation;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes the history out of a mail that quotes it: everything from the line that says who wrote what when, from the mark of
 * the original message, or from the last block of quoted lines. Words between quoted lines are an answer, and stay.
 */
final class QuotedHistory {

    /** As mail programs write it in the languages of our customers. */
    private static final List<Pattern> BEGINNINGS = List.of(
            Pattern.compile(
                    "(?iu)^(On|Am|Le|El|Il|Op|Em|Den|W dniu)\\s.{4,200}\\s"
                            + "(wrote|schrieb.{0,60}|a écrit|escribió|ha scritto|schreef.{0,60}|escreveu|skrev.{0,60}|napisał.{0,20})\\s?:\\s*$"),
            Pattern.compile("(?iu)^.{4,200}\\s(लिखा|লিখেছেন|எழுதினார்|деп жазды|жазды|написал.{0,3})\\s?:\\s*$"),
            Pattern.compile(
                    "(?iu)^[-_ ]{2,50}+(Original Message|Ursprüngliche Nachricht|Message d'origine|Mensaje original"
                            + "|Forwarded message|Исходное сообщение|मूल संदेश|মূল বার্তা)[-_ ]{2,50}$"),
            Pattern.compile("^_{20,}$"));

    /** Outlook's head of the quoted mail: at least two of these lines, one below the other. */
    private static final Pattern HEAD = Pattern.compile(
            "(?iu)^\\*?(From|Sent|To|Subject|Von|Gesendet|An|Betreff|De|Envoyé|À|Objet|Enviado|Para|Asunto)\\*?\\s?:.{1,300}$");

    private static final Pattern QUOTED = Pattern.compile("^\\s*>.*$");

    private static final int LONGEST_BEGINNING = 400;

    private QuotedHistory() {}

    /** The words that are new; the whole text when nothing would be left. */
    static String strip(String text) {
        List<String> lines = text.lines().toList();
        int end = beginning(lines);
        while (end > 0
                && (lines.get(end - 1).isBlank()
                        || QUOTED.matcher(lines.get(end - 1)).matches())) {
            end--;
        }
        String fresh = String.join("\n", lines.subList(0, end)).strip();
        return fresh.isEmpty() ? text : fresh;
    }

    /** Where the history begins; the number of lines when it does not. */
    private static int beginning(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            // Some programs break the line that introduces the quotation.
            String next = i + 1 < lines.size() ? lines.get(i + 1).strip() : "";
            boolean broken = !line.isEmpty() && !begins(next) && begins(line + " " + next) && quotedBelow(lines, i + 2);
            if (begins(line) || broken || isHead(lines, i)) {
                return i;
            }
        }
        return lines.size();
    }

    private static boolean begins(String line) {
        // No program writes a longer one; and no pattern is tried on what somebody made to take its time.
        return line.length() <= LONGEST_BEGINNING
                && BEGINNINGS.stream()
                        .anyMatch(beginning -> beginning.matcher(line).matches());
    }

    private static boolean quotedBelow(List<String> lines, int from) {
        return lines.stream()
                .skip(from)
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(line -> QUOTED.matcher(line).matches())
                .isPresent();
    }

    private static boolean isHead(List<String> lines, int at) {
        return at + 2 < lines.size()
                && HEAD.matcher(lines.get(at)).matches()
                && HEAD.matcher(lines.get(at + 1)).matches()
                && HEAD.matcher(lines.get(at + 2)).matches();
    }
}
