package helpdesk.feedback.survey;

import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.problem.FieldError;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be written of a survey.
 *
 * @param defaultLanguage every text must have it; en when left out
 * @param questions 1 to 15; above ten fewer people answer (practice 27)
 */
public record SurveyContent(
        @NotBlank(message = "Name the survey.") @Size(max = 200, message = "A name has at most 200 characters.")
        String name,

        @LanguageTag String defaultLanguage,

        @NotEmpty(message = "Ask at least one question.") @Size(max = 15, message = "Ask at most 15 questions.")
        List<@NotNull(message = "Describe the question.") @Valid Question> questions,

        @Valid Incentive incentive) {

    private static final String ENGLISH = "en";
    private static final int FEWEST_OPTIONS = 2;

    public SurveyContent {
        defaultLanguage = defaultLanguage == null ? ENGLISH : defaultLanguage;
    }

    /**
     * Lets the content pass when its parts fit each other. Each part by itself was validated before.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-request}, with pointers
     */
    void requireSound() {
        List<FieldError> faults = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            String pointer = "/questions/" + i;
            if (!keys.add(question.key())) {
                faults.add(new FieldError(pointer + "/key", "double-key", "Another question has this key already."));
            }
            checkLanguage(pointer, question.text(), faults);
            checkOptions(pointer + "/options", question, faults);
            checkCondition(pointer + "/askedIf", question.askedIf(), questions.subList(0, i), faults);
        }
        if (!faults.isEmpty()) {
            throw PlatformProblem.INVALID_REQUEST
                    .problem("Correct what the errors name and send it again.")
                    .with(faults);
        }
    }

    private void checkLanguage(String pointer, Map<String, String> text, List<FieldError> faults) {
        if (!text.containsKey(defaultLanguage)) {
            faults.add(new FieldError(
                    pointer + "/text",
                    "missing-language",
                    "Write it in the survey's default language, " + defaultLanguage + ", too."));
        }
    }

    private static void checkCondition(
            String pointer, QuestionCondition condition, List<Question> earlier, List<FieldError> faults) {
        if (condition == null) {
            return;
        }
        earlier.stream()
                .filter(question -> question.key().equals(condition.question()))
                .findFirst()
                .ifPresentOrElse(
                        question -> condition
                                .fault(question)
                                .ifPresent(fault -> faults.add(new FieldError(pointer, "invalid-condition", fault))),
                        () -> faults.add(new FieldError(
                                pointer + "/question",
                                "unknown-question",
                                "No earlier question has this key. A condition looks back.")));
    }

    private void checkOptions(String pointer, Question question, List<FieldError> faults) {
        List<Option> options = question.options() == null ? List.of() : question.options();
        if (question.kind() != QuestionKind.CHOICE) {
            if (question.options() != null) {
                faults.add(new FieldError(pointer, "options-not-asked", "Only a choice has options. Leave them out."));
            }
            return;
        }
        if (options.size() < FEWEST_OPTIONS) {
            faults.add(new FieldError(pointer, "too-few-options", "Offer at least two options."));
        }
        Set<String> values = new HashSet<>();
        for (int i = 0; i < options.size(); i++) {
            Option option = options.get(i);
            if (!values.add(option.value())) {
                faults.add(new FieldError(
                        pointer + "/" + i + "/value", "double-value", "Another option has this value already."));
            }
            checkLanguage(pointer + "/" + i, option.text(), faults);
        }
    }
}
