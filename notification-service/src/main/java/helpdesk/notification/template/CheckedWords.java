package helpdesk.notification.template;

import helpdesk.platform.problem.FieldError;
import helpdesk.platform.problem.PlatformProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words of one's own that can be told: what is wrong with others is said all at once. */
record CheckedWords(TemplateText subject, TemplateText body) {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    /**
     * Lets the words of a content pass.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-request}, with pointers
     */
    static CheckedWords of(Wording wording, String subject, String text) {
        List<FieldError> faults = new ArrayList<>();
        Optional<TemplateText> readSubject = read("/subject", subject, wording, faults);
        Optional<TemplateText> readBody = read("/text", text, wording, faults);
        if (readSubject.isPresent() && readBody.isPresent()) {
            Set<String> certain = new HashSet<>(readSubject.get().certain());
            certain.addAll(readBody.get().certain());
            wording.necessary().stream()
                    .filter(name -> !certain.contains(name))
                    .map(name -> new FieldError(
                            "/text",
                            "necessary-placeholder",
                            "Say {%s}, outside of sections that may be left out.".formatted(name)))
                    .forEach(faults::add);
        }
        if (!faults.isEmpty()) {
            throw PlatformProblem.INVALID_REQUEST
                    .problem("Correct what the errors name and send it again.")
                    .with(faults);
        }
        return new CheckedWords(readSubject.orElseThrow(), readBody.orElseThrow());
    }

    /**
     * The tag of a language that somebody speaks, as it is usually written.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-request}
     */
    static String language(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        if (!LANGUAGES.contains(locale.getLanguage())) {
            throw PlatformProblem.INVALID_REQUEST.at(
                    "/language", "No language has this tag. Write one such as en, de-AT or pt-BR.");
        }
        return locale.toLanguageTag();
    }

    private static Optional<TemplateText> read(
            String pointer, String source, Wording wording, List<FieldError> faults) {
        try {
            TemplateText read = TemplateText.of(source);
            Set<String> known = wording.placeholders();
            read.placeholders().stream()
                    .filter(name -> !known.contains(name))
                    .map(name -> new FieldError(
                            pointer,
                            "unknown-placeholder",
                            "There is no {%s} here. There are %s.".formatted(name, braced(known.stream()))))
                    .forEach(faults::add);
            return Optional.of(read);
        } catch (BrokenTemplateException broken) {
            faults.add(new FieldError(pointer, "broken-template", broken.getMessage()));
            return Optional.empty();
        }
    }

    private static String braced(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new)).stream()
                .map(name -> "{" + name + "}")
                .collect(Collectors.joining(", "));
    }
}
