package helpdesk.notification.template;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What customers are told of surveys. A survey that is about no request has no number to name. */
public sealed interface Survey extends Content.Templated {

    /**
     * We would like to know how we did.
     *
     * @param number of the request that it is about, or null
     * @param agentName who served the customer, null where nobody is named
     * @param firstQuestion whose answers are offered in the mail; null for none
     */
    record Invitation(String number, String link, String agentName, FirstQuestion firstQuestion) implements Survey {

        public Invitation(String number, String link, String agentName) {
            this(number, link, agentName, null);
        }

        @Override
        public String template() {
            return "survey_invitation";
        }

        @Override
        public Map<String, String> facts(Locale language) {
            Map<String, String> facts = new HashMap<>();
            facts.put("number", number);
            facts.put("link", link);
            facts.put("agentName", agentName);
            return facts;
        }
    }

    /**
     * We would still like to know how we did.
     *
     * @param number of the request that it is about, or null
     * @param firstQuestion whose answers are offered in the mail; null for none
     */
    record Reminder(String number, String link, FirstQuestion firstQuestion) implements Survey {

        public Reminder(String number, String link) {
            this(number, link, null);
        }

        @Override
        public String template() {
            return "survey_reminder";
        }

        @Override
        public Map<String, String> facts(Locale language) {
            Map<String, String> facts = new HashMap<>();
            facts.put("number", number);
            facts.put("link", link);
            return facts;
        }
    }

    /**
     * An answer to a survey has arrived, with thanks (practice 30).
     *
     * @param number of the request that it is about, or null
     */
    record Receipt(String number) implements Survey {
        @Override
        public String template() {
            return "survey_receipt";
        }

        @Override
        public Map<String, String> facts(Locale language) {
            Map<String, String> facts = new HashMap<>();
            facts.put("number", number);
            return facts;
        }
    }
}
