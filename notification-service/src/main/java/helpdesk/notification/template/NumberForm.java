package helpdesk.notification.template;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Which form words have beside a number, as the plural rules of Unicode CLDR say. */
enum NumberForm {
    ONE,
    FEW,
    MANY;

    /**
     * The number under the name of the form that it needs, and null under the others: a template has words for each form that
     * its language knows.
     *
     * @param number from 1 on; null when there is none
     */
    static Map<String, String> facts(Integer number, Locale language) {
        Map<String, String> facts = new HashMap<>();
        for (NumberForm form : values()) {
            boolean fits = number != null && of(number, language) == form;
            facts.put(form.name().toLowerCase(Locale.ROOT), fits ? number.toString() : null);
        }
        return facts;
    }

    private static NumberForm of(int number, Locale language) {
        if (language.getLanguage().equals("ru")) {
            return ofRussian(number);
        }
        return number == 1 ? ONE : MANY;
    }

    private static NumberForm ofRussian(int number) {
        int last = number % 10;
        boolean isTeen = number % 100 / 10 == 1;
        if (isTeen || last == 0 || last > 4) {
            return MANY;
        }
        return last == 1 ? ONE : FEW;
    }
}
