package helpdesk.notification.template;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a message tells. */
public sealed interface Content {

    /** What has a template in each language. */
    sealed interface Templated extends Content
            permits Acknowledgement,
                    FollowUp,
                    Reply,
                    Survey,
                    Improved,
                    SideConversation,
                    Coupon,
                    Greeting,
                    Missed,
                    Visit,
                    CallbackConfirmation,
                    CallbackNews {

        /** The folder of its templates. */
        String template();

        /** What the templates may say, by the names they use; a value may be null. Times are told as in the language. */
        Map<String, String> facts(Locale language);

        /** When what it is about begins, for what loses its sense by then; empty for the rest. */
        default Optional<Instant> due() {
            return Optional.empty();
        }
    }

    /**
     * What somebody here wrote, in a rule: told as it is.
     *
     * @param forCustomer whether it goes to the requester of a ticket
     */
    record Notice(String about, String text, boolean forCustomer) implements Content {}

    /** A request has arrived. */
    record Acknowledgement(String number, String link) implements Templated {
        @Override
        public String template() {
            return "acknowledgement";
        }

        @Override
        public Map<String, String> facts(Locale language) {
            return Map.of("number", number, "link", link);
        }
    }

    /** We heard in a survey that we can do better, and opened a request for it (practice 31). */
    record FollowUp(String number, String link) implements Templated {
        @Override
        public String template() {
            return "follow_up";
        }

        @Override
        public Map<String, String> facts(Locale language) {
            return Map.of("number", number, "link", link);
        }
    }

    /**
     * An agent has answered; customers know who serves them (practice 2).
     *
     * @param agentTitle null where there is none
     */
    record Reply(String number, String link, String agentName, String agentTitle) implements Templated {
        @Override
        public String template() {
            return "reply";
        }

        @Override
        public Map<String, String> facts(Locale language) {
            Map<String, String> facts = new HashMap<>();
            facts.put("number", number);
            facts.put("link", link);
            facts.put("agentName", agentName);
            facts.put("agentTitle", agentTitle);
            return facts;
        }
    }

    /**
     * We ask a third party about a request, whose number is none of theirs.
     *
     * @param agentTitle null where there is none
     */
    record SideConversation(String about, String link, String agentName, String agentTitle) implements Templated {

        /** In characters; it is a part of the message's subject. */
        private static final int LONGEST = 200;

        @Override
        public String template() {
            return "side_conversation";
        }

        @Override
        public Map<String, String> facts(Locale language) {
            Map<String, String> facts = new HashMap<>();
            facts.put("about", shortened(about));
            facts.put("link", link);
            facts.put("agentName", agentName);
            facts.put("agentTitle", agentTitle);
            return facts;
        }

        private static String shortened(String text) {
            int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
            return end == text.length() ? text : text.substring(0, end).strip() + "…";
        }
    }

    /**
     * The customer got a coupon (practices 4, 28).
     *
     * @param expiresAt the end of its last day there
     */
    record Coupon(CouponWorth worth, String code, Instant expiresAt, ZoneId zone) implements Templated {
        @Override
        public String template() {
            return "coupon";
        }

        @Override
        public Map<String, String> facts(Locale language) {
            return Map.of(
                    "worth",
                    worth.inWords(language),
                    "code",
                    code,
                    "until",
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                            .withLocale(language)
                            .format(expiresAt.minusSeconds(1).atZone(zone)));
        }
    }

    /**
     * The customer stays away (practice 3).
     *
     * @param what they were subscribed to; null where it was their visits that ended
     * @param cancelled whether they said so themselves
     */
    record Missed(String what, boolean cancelled) implements Templated {
        @Override
        public String template() {
            return "missed";
        }

        @Override
        public Map<String, String> facts(Locale language) {
            Map<String, String> facts = new HashMap<>();
            facts.put("ended", cancelled ? null : what);
            facts.put("cancelled", cancelled ? what : null);
            return facts;
        }
    }

    /**
     * What the customer told us to do better is done (practice 30).
     *
     * @param outcome what is different now, in the words of who did it
     */
    record Improved(String title, String outcome) implements Templated {
        @Override
        public String template() {
            return "improvement_done";
        }

        @Override
        public Map<String, String> facts(Locale language) {
            return Map.of("title", title, "outcome", outcome);
        }
    }

    /** A callback is booked; the customer is told in their own time zone. */
    record CallbackConfirmation(Instant start, Instant end, ZoneId zone, String phone, String link)
            implements Templated {

        @Override
        public String template() {
            return "callback_confirmation";
        }

        @Override
        public Optional<Instant> due() {
            return Optional.of(start);
        }

        @Override
        public Map<String, String> facts(Locale language) {
            return CallbackNews.time(start, end, zone, phone, link, language);
        }
    }
}
