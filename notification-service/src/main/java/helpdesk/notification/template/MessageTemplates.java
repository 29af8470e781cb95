package helpdesk.notification.template;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of messages: personal, plain and positive (practice 18), in the customer's language (practice 19). They are in
 * {@code templates/messages/<content>/<language>.txt}; the first line is the subject.
 */
@ApplicationScoped
public class MessageTemplates {

    /** The languages that each template is there in. */
    public static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "ru", "kk", "hi", "bn", "ta");

    private static final String LAST_RESORT = "en";
    private static final int LONGEST_NAME = 80;

    /** What ends a line anywhere. A fact is one line, so that none can begin a header of its own. */
    private static final Pattern LINE_ENDS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    /** Nobody is called so: somebody uses our messages to send a link of their own. */
    private static final Pattern NO_NAME = Pattern.compile("://|www\\.|@", Pattern.CASE_INSENSITIVE);

    private final Engine engine;

    MessageTemplates(Engine engine) {
        this.engine = engine;
    }

    /**
     * Puts the content into words.
     *
     * @param wanted a BCP 47 language tag, or null. Its nearest language is taken (RFC 4647, lookup): {@code de-AT} gives
     *     {@code de}, an unknown one {@code en}
     * @param name what the customer is called, or null
     */
    public Text render(Content content, String wanted, String name) {
        return switch (content) {
            case Content.Notice notice -> new Text(nearest(wanted), oneLine(notice.about()), notice.text());
            case Content.Templated templated -> render(templated, nearest(wanted), name);
        };
    }

    private Text render(Content.Templated content, String language, String name) {
        TemplateInstance template = engine.getTemplate("messages/" + content.template() + "/" + language + ".txt")
                .instance();
        content.facts(Locale.forLanguageTag(language)).forEach((fact, value) -> template.data(fact, oneLine(value)));
        template.data("name", greetable(name));
        String text = template.render();
        int end = text.indexOf('\n');
        return new Text(
                language, text.substring(0, end).strip(), text.substring(end).strip());
    }

    /** The language in which somebody is told something who wants to be told it in this one. */
    static String nearest(String wanted) {
        String range = wanted == null ? "" : wanted.toLowerCase(Locale.ROOT);
        while (!range.isEmpty()) {
            if (LANGUAGES.contains(range)) {
                return range;
            }
            range = range.substring(0, Math.max(0, range.lastIndexOf('-')));
        }
        return LAST_RESORT;
    }

    private static String greetable(String name) {
        String line = oneLine(name);
        boolean fit = line != null
                && !line.isEmpty()
                && line.length() <= LONGEST_NAME
                && !NO_NAME.matcher(line).find();
        return fit ? line : null;
    }

    private static String oneLine(String value) {
        return value == null ? null : LINE_ENDS.matcher(value).replaceAll(" ").strip();
    }
}
