package helpdesk.notification.booking;

import helpdesk.platform.page.Phrases;
import java.util.List;

/**
 * What the bearer of a link sees.
 *
 * @param notice what to say first; null for nothing
 * @param facts what is booked
 * @param form to choose a time; null where there is none to choose
 * @param cancelling whether it is asked if the callback is to be called off
 * @param ways what else can be done
 */
public record BookingPage(
        String title,
        Phrases words,
        String notice,
        List<PageFault> faults,
        List<PageFact> facts,
        PageForm form,
        boolean cancelling,
        List<PageWay> ways) {

    /** A page that only says something. */
    static BookingPage saying(String name, Phrases words) {
        return new BookingPage(
                words.get(name + ".title"), words, words.get(name), List.of(), List.of(), null, false, List.of());
    }

    public String language() {
        return words.language();
    }

    public String direction() {
        return words.direction();
    }

    /** How a language calls itself. */
    public String nameOf(String tag) {
        return Phrases.nameOf(tag);
    }

    /** Where what is sent goes, relative to the page. */
    public String action() {
        return "?language=" + language();
    }

    /** What is wrong with the field; null when nothing is. */
    public String fault(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(PageFault::text)
                .findFirst()
                .orElse(null);
    }
}
