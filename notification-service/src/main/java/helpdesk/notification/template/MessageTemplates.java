package helpdesk.notification.template;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        return tell(content.template(), language, data(content, language, name));
    }

    /** Puts what is known into the built-in words of a content. */
    Text tell(String content, String language, Map<String, String> data) {
        TemplateInstance template = engine.getTemplate("messages/" + content + "/" + language + ".txt")
                .instance();
        data.forEach(template::data);
        return cut(language, template.render());
    }

    /** The built-in words of a content, with their placeholders; empty when there are none in the language. */
    static Optional<Text> source(String content, String language) {
        String file = "/templates/messages/" + content + "/" + language + ".txt";
        try (InputStream in = MessageTemplates.class.getResourceAsStream(file)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(cut(language, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the templates of a content may say, each on one line. */
    static Map<String, String> data(Content.Templated content, String language, String name) {
        Map<String, String> data = new HashMap<>();
        content.facts(Locale.forLanguageTag(language)).forEach((fact, value) -> data.put(fact, oneLine(value)));
        data.put("name", greetable(name));
        return data;
    }

    private static Text cut(String language, String text) {
        int end = text.indexOf('\n');
        return new Text(
                language, text.substring(0, end).strip(), text.substring(end).strip());
    }

    /** The language in which somebody is told something who wants to be told it in this one. */
    static String nearest(String wanted) {
        return nearest(wanted, LANGUAGES).orElse(LAST_RESORT);
    }

    /** The nearest of these languages (RFC 4647, lookup). */
    static Optional<String> nearest(String wanted, Collection<String> languages) {
        String range = wanted == null ? "" : wanted;
        while (!range.isEmpty()) {
            for (String language : languages) {
                if (language.equalsIgnoreCase(range)) {
                    return Optional.of(language);
                }
            }
            range = range.substring(0, Math.max(0, range.lastIndexOf('-')));
        }
        return Optional.empty();
    }

    private static String greetable(String name) {
        String line = oneLine(name);
        boolean fit = line != null
                && !line.isEmpty()
                && line.length() <= LONGEST_NAME
                && !NO_NAME.matcher(line).find();
        return fit ? line : null;
    }

    static String oneLine(String value) {
        return value == null ? null : LINE_ENDS.matcher(value).replaceAll(" ").strip();
    }
}
