package helpdesk.feedback.page;

import helpdesk.platform.page.Phrases;
import java.util.List;

/**
 * A word to whoever has no survey to fill in: thanks, or why there is nothing to do.
 *
 * @param paragraphs what is said, one after the other
 * @param codes of coupons
 * @param change where answers can be changed, relative to the page; null when they can't
 */
public record NoticePage(
        String title, String language, Phrases words, List<String> paragraphs, List<String> codes, String change) {

    public String direction() {
        return Phrases.direction(language);
    }
}
