package helpdesk.notification.template;

import helpdesk.notification.NotificationProblem;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the words of messages. */
@ApplicationScoped
@Transactional
class TemplateQuery {

    private final TemplateVersions versions;
    private final Cursors cursors;

    TemplateQuery(TemplateVersions versions, Cursors cursors) {
        this.versions = versions;
        this.cursors = cursors;
    }

    /** All contents, which are few. */
    Page<TemplateView> list() {
        Map<String, Map<String, Integer>> inForce = versions.inForce();
        return new Page<>(
                Arrays.stream(Wording.values())
                        .map(wording -> view(wording, inForce.getOrDefault(wording.content(), Map.of())))
                        .toList(),
                null,
                null);
    }

    /**
     * The words in force, in the nearest language.
     *
     * @param wanted null for the language of those who have said nothing
     * @throws helpdesk.platform.problem.Problem {@code message-template-not-found}
     */
    WordsView read(String content, String wanted) {
        TemplateService.require(content);
        Map<String, Integer> changed = versions.inForce(content);
        String language =
                MessageTemplates.nearest(wanted, languages(changed)).orElseGet(() -> MessageTemplates.nearest(null));
        Integer number = changed.get(language);
        if (number != null) {
            TemplateVersionView version = versions.find(content, number).orElseThrow();
            return new WordsView(content, language, number, true, version.subject(), version.text());
        }
        Text builtIn = MessageTemplates.source(content, language).orElseThrow();
        return new WordsView(content, language, 0, false, builtIn.subject(), builtIn.body());
    }

    /**
     * What was saved for a content, the newest first.
     *
     * @throws helpdesk.platform.problem.Problem {@code message-template-not-found}
     */
    Page<TemplateVersionView> versions(String content, PageRequest page) {
        TemplateService.require(content);
        String list = "message-template-versions " + content;
        List<String> after = cursors.open(page.after(), list);
        int before = after.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(after.getFirst());
        return Page.of(
                versions.list(content, before, page.limitPlusOne()),
                page.limit(),
                view -> view,
                last -> cursors.seal(List.of(Integer.toString(last.number())), list));
    }

    /**
     * One version.
     *
     * @throws helpdesk.platform.problem.Problem {@code message-template-not-found} or {@code template-version-not-found}
     */
    TemplateVersionView version(String content, int number) {
        TemplateService.require(content);
        return versions.find(content, number)
                .orElseThrow(() -> NotificationProblem.TEMPLATE_VERSION_NOT_FOUND.problem("Check the number."));
    }

    private static TemplateView view(Wording wording, Map<String, Integer> changed) {
        return new TemplateView(
                wording.content(),
                wording.sampleFacts(Locale.ENGLISH).entrySet().stream()
                        .map(fact -> new TemplateView.Placeholder(
                                fact.getKey(), wording.necessary().contains(fact.getKey()), fact.getValue()))
                        .toList(),
                languages(changed).stream()
                        .map(language -> new TemplateView.Language(
                                language, changed.containsKey(language), changed.getOrDefault(language, 0)))
                        .toList());
    }

    private static Set<String> languages(Map<String, Integer> changed) {
        Set<String> languages = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        languages.addAll(MessageTemplates.LANGUAGES);
        languages.addAll(changed.keySet());
        return languages;
    }
}
