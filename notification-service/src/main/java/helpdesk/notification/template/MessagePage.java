package helpdesk.notification.template;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A message as it is laid out.
 *
 * @param question null when none is asked
 */
@TemplateData
public record MessagePage(String language, String subject, List<Block> blocks, String open, Question question) {

    private static final Pattern BETWEEN_BLOCKS = Pattern.compile("\\n(?:[ \\t]*\\n)+");

    private static final Set<String> FROM_RIGHT_TO_LEFT =
            Set.of("ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb");

    /** How it is written: {@code ltr} or {@code rtl}. */
    public String direction() {
        return FROM_RIGHT_TO_LEFT.contains(Locale.forLanguageTag(language).getLanguage()) ? "rtl" : "ltr";
    }

    /**
     * Lines that belong together, or a button.
     *
     * @param button where it leads; null for lines
     * @param asks whether the answers to the question are offered before it
     */
    @TemplateData
    public record Block(List<List<Piece>> lines, String button, boolean asks) {}

    /**
     * A part of a line.
     *
     * @param link where it leads; null for words
     */
    @TemplateData
    public record Piece(String text, String link) {}

    /** A question with answers of which each is one click away. */
    @TemplateData
    public record Question(String text, List<Answer> answers) {}

    /** One of the answers. */
    @TemplateData
    public record Answer(String text, String link) {}

    /**
     * Lays the text out.
     *
     * @param link becomes a button where it has a line for itself; null when there is none
     */
    static MessagePage of(Text text, String link, String open, Question question) {
        List<Block> blocks = new ArrayList<>();
        boolean asked = question == null;
        for (String paragraph : BETWEEN_BLOCKS.split(text.body())) {
            List<List<Piece>> lines = new ArrayList<>();
            for (String line : paragraph.split("\\n")) {
                if (line.strip().equals(link)) {
                    add(blocks, lines);
                    lines = new ArrayList<>();
                    blocks.add(new Block(List.of(), link, !asked));
                    asked = true;
                } else {
                    lines.add(pieces(line, link));
                }
            }
            add(blocks, lines);
        }
        if (!asked) {
            blocks.add(new Block(List.of(), null, true));
        }
        return new MessagePage(text.language(), text.subject(), blocks, open, question);
    }

    private static void add(List<Block> blocks, List<List<Piece>> lines) {
        if (!lines.isEmpty()) {
            blocks.add(new Block(lines, null, false));
        }
    }

    private static List<Piece> pieces(String line, String link) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        while (link != null) {
            int at = line.indexOf(link, from);
            if (at < 0) {
                break;
            }
            if (at > from) {
                pieces.add(new Piece(line.substring(from, at), null));
            }
            pieces.add(new Piece(link, link));
            from = at + link.length();
        }
        if (from < line.length()) {
            pieces.add(new Piece(line.substring(from), null));
        }
        return pieces;
    }
}
