package helpdesk.notification.template;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The words in force: those that the organisation wrote, else the built-in ones. */
@ApplicationScoped
public class MessageWords {

    private final MessageTemplates builtIn;
    private final WordsInForce own;

    MessageWords(MessageTemplates builtIn, WordsInForce own) {
        this.builtIn = builtIn;
        this.own = own;
    }

    /**
     * Puts the content into words. Called in a transaction.
     *
     * @param wanted a BCP 47 language tag, or null. Its nearest language is taken (RFC 4647, lookup), of those in which the content can
     *     be told; else English
     * @param name what the customer is called, or null
     */
    public Text render(Content content, String wanted, String name) {
        if (content instanceof Content.Templated templated) {
            String language = nearest(templated.template(), wanted);
            Map<String, String> data = MessageTemplates.data(templated, language, name);
            Optional<Text> text = own.find(templated.template(), language).flatMap(words -> words.tell(language, data));
            if (text.isPresent()) {
                return text.get();
            }
        }
        return builtIn.render(content, wanted, name);
    }

    /** The language in which the content is told to somebody who wants to be told in this one. */
    String nearest(String content, String wanted) {
        return MessageTemplates.nearest(wanted, languages(content)).orElseGet(() -> MessageTemplates.nearest(null));
    }

    /** In which languages the content can be told. */
    Set<String> languages(String content) {
        Set<String> languages = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        languages.addAll(MessageTemplates.LANGUAGES);
        languages.addAll(own.languages(content));
        return languages;
    }
}
