package helpdesk.notification.appointment.page;

import helpdesk.platform.page.Phrases;
import helpdesk.platform.problem.Problem;

/** Why there is nothing to see, for people. */
public record NoticePage(Phrases words, String title, String text) {

    static NoticePage of(Problem problem, Phrases words) {
        String name =
                switch (problem.type().code()) {
                    case "link-expired" -> "expired";
                    case "not-found" -> "unknown";
                    default -> "refused";
                };
        return new NoticePage(words, words.get(name + ".title"), words.get(name));
    }
}
