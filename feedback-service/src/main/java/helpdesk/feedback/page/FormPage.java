package helpdesk.feedback.page;

import helpdesk.feedback.survey.Question;
import helpdesk.feedback.survey.Survey;
import helpdesk.platform.page.Phrases;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A survey to be filled in.
 *
 * @param about what is asked about; null when that goes without saying
 * @param incentive what answering earns; null for nothing
 * @param action where the form goes, relative to the page; null in a preview, which goes nowhere
 * @param languages in which it can be asked
 * @param notice what to say first: that it was saved, or that one thing is missing; null for nothing
 * @param purpose what is done with what is entered
 * @param contact what is asked of who it is; null when that is known
 */
public record FormPage(
        String title,
        String language,
        Phrases words,
        String about,
        String incentive,
        String action,
        List<String> languages,
        List<PageQuestion> questions,
        String notice,
        Purpose purpose,
        Contact contact) {

    /** What is done with what is entered. */
    public enum Purpose {
        /** It can be saved to go on later, and sent. */
        ANSWER,
        /** It takes the place of what was sent. */
        CHANGE,
        /** It can only be sent. */
        SEND,
        /** Nothing: somebody looks at what customers will see. */
        PREVIEW;

        public boolean isSaving() {
            return this == ANSWER;
        }

        public boolean isChanging() {
            return this == CHANGE;
        }

        public boolean isPreview() {
            return this == PREVIEW;
        }
    }

    /**
     * Who found a card, as far as they say.
     *
     * @param once so that what is sent twice counts once
     * @param fault the name of the sentence that says what is wrong with the address; null when nothing is
     */
    public record Contact(String name, String email, String once, String fault) {}

    /** The questions that are put after what was entered. */
    static List<PageQuestion> questions(
            Survey survey, String language, Map<String, Entry> entries, Form form, Phrases words) {
        Map<String, String> faults = form == null ? Map.of() : form.faults();
        Set<String> revealed = form == null
                ? Set.of()
                : form.revealed().stream().map(Question::key).collect(Collectors.toSet());
        return asked(survey, entries).stream()
                .map(question -> PageQuestion.of(
                        question,
                        language,
                        entries.getOrDefault(question.key(), Entry.NOTHING),
                        // What was not on the page before cannot have been filled in.
                        revealed.contains(question.key()) ? null : faults.get(question.key()),
                        revealed.contains(question.key()),
                        words))
                .toList();
    }

    private static List<Question> asked(Survey survey, Map<String, Entry> entries) {
        return survey.asked(new Form(survey, entries, Set.of()).answers());
    }

    /** Whether something that was entered must be looked at again. */
    public boolean isFaulty() {
        return questions.stream().anyMatch(question -> question.fault() != null)
                || contact != null && contact.fault() != null;
    }

    /** How a language calls itself. */
    public String nameOf(String tag) {
        return Phrases.nameOf(tag);
    }

    public String direction() {
        return Phrases.direction(language);
    }
}
