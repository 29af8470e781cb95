package helpdesk.notification.template;

import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lays messages out as HTML: the same words as the text, in one layout for all. Whatever is in it is escaped. */
@ApplicationScoped
public class MessageLayout {

    /** The fact that is a button. */
    static final String LINK = "link";

    /** In bytes. A longer one is cut off by some mail programs, so it is sent as text alone. */
    static final int LONGEST = 20 * 1024;

    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s\"'<>]+", Pattern.CASE_INSENSITIVE);

    private final Engine engine;

    MessageLayout(Engine engine) {
        this.engine = engine;
    }

    /** The message as HTML; empty when it would be longer than 20 KiB. */
    public Optional<String> html(Text text, Content content) {
        return html(
                text,
                content,
                content instanceof Content.Templated templated
                        ? MessageTemplates.data(templated, text.language(), null)
                                .get(LINK)
                        : null);
    }

    /**
     * The same with a link of one's own.
     *
     * @param link null when there is none
     */
    Optional<String> html(Text text, Content content, String link) {
        String address = link != null && WEB_ADDRESS.matcher(link).matches() ? link : null;
        Labels labels = Labels.in(text.language());
        MessagePage page = MessagePage.of(text, address, labels.open(), question(content, address, labels));
        String html =
                engine.getTemplate("message-layout.html").data("page", page).render();
        return html.getBytes(StandardCharsets.UTF_8).length > LONGEST ? Optional.empty() : Optional.of(html);
    }

    private static MessagePage.Question question(Content content, String link, Labels labels) {
        FirstQuestion first =
                switch (content) {
                    case Survey.Invitation invitation -> invitation.firstQuestion();
                    case Survey.Reminder reminder -> reminder.firstQuestion();
                    default -> null;
                };
        List<FirstQuestion.Choice> answers = first == null || link == null ? List.of() : first.answers(labels);
        return answers.isEmpty()
                ? null
                : new MessagePage.Question(
                        first.text(),
                        answers.stream()
                                .map(answer -> new MessagePage.Answer(answer.text(), answering(link, answer.value())))
                                .toList());
    }

    /** It opens the survey with the answer chosen; looking at it stores nothing. */
    private static String answering(String link, String value) {
        return link + (link.contains("?") ? "&" : "?") + "first=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
