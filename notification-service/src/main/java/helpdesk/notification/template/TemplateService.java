package helpdesk.notification.template;

import helpdesk.notification.NotificationProblem;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.persistence.AfterCommit;
import helpdesk.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;

/** Changes the words of messages. */
@ApplicationScoped
@Transactional
class TemplateService {

    /** Of one content. */
    private static final int MOST_LANGUAGES = 50;

    private final TemplateVersions versions;
    private final WordsInForce inForce;
    private final CurrentActor actor;
    private final AfterCommit afterCommit;
    private final Clock clock;

    TemplateService(
            TemplateVersions versions, WordsInForce inForce, CurrentActor actor, AfterCommit afterCommit, Clock clock) {
        this.versions = versions;
        this.inForce = inForce;
        this.actor = actor;
        this.afterCommit = afterCommit;
        this.clock = clock;
    }

    /**
     * Saves words, which are in force at once unless they are a draft.
     *
     * @throws Problem {@code message-template-not-found}, {@code too-many-languages}, or what is wrong with the words
     */
    TemplateVersionView save(String content, NewTemplateVersion words) {
        Wording wording = require(content);
        String language = CheckedWords.language(words.language());
        CheckedWords.of(wording, words.subject(), words.text());
        versions.lock(content);
        int number = versions.save(content, words, language, actor.get().toString(), clock.instant());
        if (!words.isDraft()) {
            putInForce(content, language, number);
        }
        return version(content, number);
    }

    /**
     * Puts saved words in force, or former ones again.
     *
     * @throws Problem {@code template-version-not-found}, {@code too-many-languages}, or what is wrong with the words: what they may say
     *     can have changed since they were saved
     */
    TemplateVersionView publish(String content, int number) {
        Wording wording = require(content);
        versions.lock(content);
        TemplateVersionView version = version(content, number);
        CheckedWords.of(wording, version.subject(), version.text());
        putInForce(content, version.language(), number);
        return version(content, number);
    }

    /**
     * Goes back to the built-in words.
     *
     * @throws Problem {@code template-version-not-found} when they are in force, or {@code precondition-failed}
     */
    void withdraw(String content, String language, IfMatch seen) {
        require(content);
        versions.lock(content);
        Integer number = versions.inForce(content).get(language);
        if (number == null) {
            throw notFound("No words of your own are in force in this language.");
        }
        seen.require(number);
        versions.withdraw(content, language);
        afterCommit.run(inForce::forget);
    }

    private void putInForce(String content, String language, int number) {
        Map<String, Integer> others = versions.inForce(content);
        if (others.size() >= MOST_LANGUAGES && !others.containsKey(language)) {
            throw NotificationProblem.TOO_MANY_LANGUAGES.problem(
                    "You have words of your own in %d languages. Take those of one back.", MOST_LANGUAGES);
        }
        versions.putInForce(content, language, number, clock.instant());
        afterCommit.run(inForce::forget);
    }

    private TemplateVersionView version(String content, int number) {
        return versions.find(content, number).orElseThrow(() -> notFound("Check the number."));
    }

    /** The content with words. */
    static Wording require(String content) {
        return Wording.of(content)
                .orElseThrow(() -> NotificationProblem.MESSAGE_TEMPLATE_NOT_FOUND.problem(
                        "See GET /api/v1/message-templates for those that there are."));
    }

    static Problem notFound(String sentence) {
        return NotificationProblem.TEMPLATE_VERSION_NOT_FOUND.problem("%s", sentence);
    }
}
