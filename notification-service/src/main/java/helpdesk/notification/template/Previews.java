package helpdesk.notification.template;

import helpdesk.platform.problem.PlatformProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Shows how messages would look. Nothing is stored or sent. */
@ApplicationScoped
@Transactional
class Previews {

    private final TemplateQuery query;
    private final MessageTemplates builtIn;
    private final MessageLayout layout;

    Previews(TemplateQuery query, MessageTemplates builtIn, MessageLayout layout) {
        this.query = query;
        this.builtIn = builtIn;
        this.layout = layout;
    }

    /**
     * A message in the words that are given, or else in force.
     *
     * @throws helpdesk.platform.problem.Problem {@code message-template-not-found}, or what is wrong with the words or facts
     */
    PreviewView preview(String content, PreviewRequest wish) {
        Wording wording = TemplateService.require(content);
        String wanted = CheckedWords.language(wish.language());
        WordsView inForce = query.read(content, wanted);
        boolean given = wish.subject() != null || wish.text() != null;
        String language = given ? wanted : inForce.language();
        Map<String, String> data = data(wording, language, wish.facts());
        Text text = given || inForce.changed()
                ? tell(wording, language, wish, inForce, data)
                : builtIn.tell(content, language, data);
        String html = layout.html(text, wording.sample(), data.get(MessageLayout.LINK))
                .orElse(null);
        return new PreviewView(language, text.subject(), text.body(), html);
    }

    private static Text tell(
            Wording wording, String language, PreviewRequest wish, WordsView inForce, Map<String, String> data) {
        CheckedWords words = CheckedWords.of(
                wording,
                wish.subject() == null ? inForce.subject() : wish.subject(),
                wish.text() == null ? inForce.text() : wish.text());
        return OwnWords.of(0, words.subject(), words.body())
                .tell(language, data)
                .orElseThrow(() -> PlatformProblem.INVALID_REQUEST.at(
                        "/text", "With these facts the subject or the text is empty or too long for a message."));
    }

    private static Map<String, String> data(Wording wording, String language, Map<String, String> facts) {
        Map<String, String> data = new HashMap<>(wording.sampleFacts(Locale.forLanguageTag(language)));
        facts.forEach((name, value) -> {
            if (!data.containsKey(name)) {
                throw PlatformProblem.INVALID_REQUEST.at(
                        "/facts/" + name.replace("~", "~0").replace("/", "~1"),
                        "The content has no such placeholder. See GET /api/v1/message-templates.");
            }
            data.put(name, MessageTemplates.oneLine(value));
        });
        return data;
    }
}
