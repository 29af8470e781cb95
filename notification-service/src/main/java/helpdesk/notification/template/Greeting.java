package helpdesk.notification.template;

import java.util.Locale;
import java.util.Map;

/** What customers are told on the days that matter to them (practice 4). */
public sealed interface Greeting extends Content.Templated {

    /** It is the customer's birthday. Nobody is told how old they are. */
    record Birthday() implements Greeting {
        @Override
        public String template() {
            return "birthday";
        }

        @Override
        public Map<String, String> facts(Locale language) {
            return Map.of();
        }
    }

    /**
     * Somebody has been a customer for so long.
     *
     * @param years null where they are not known
     */
    record Anniversary(Integer years) implements Greeting {
        @Override
        public String template() {
            return "anniversary";
        }

        @Override
        public Map<String, String> facts(Locale language) {
            return NumberForm.facts(years, language);
        }
    }

    /** Another day that matters to the customer, as it is called here. */
    record SpecialDay(String title) implements Greeting {
        @Override
        public String template() {
            return "special_day";
        }

        @Override
        public Map<String, String> facts(Locale language) {
            return Map.of("title", title);
        }
    }
}
