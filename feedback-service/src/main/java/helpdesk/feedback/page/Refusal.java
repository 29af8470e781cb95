package helpdesk.feedback.page;

import helpdesk.platform.page.Phrases;
import helpdesk.platform.problem.Problem;
import java.util.List;

/** Why there is nothing to fill in, for people. */
final class Refusal {

    private Refusal() {}

    static NoticePage of(Problem problem, Phrases words) {
        String name =
                switch (problem.type().code()) {
                    case "link-expired" -> "expired";
                    case "survey-withdrawn" -> "withdrawn";
                    case "not-found" -> "unknown";
                    default -> "refused";
                };
        return new NoticePage(
                words.get(name + ".title"), words.language(), words, List.of(words.get(name)), List.of(), null);
    }
}
