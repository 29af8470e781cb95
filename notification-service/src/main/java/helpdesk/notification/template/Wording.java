package helpdesk.notification.template;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What can be told in words of one's own: each content, with facts for a preview, and what its words have to say. */
enum Wording {
    ACKNOWLEDGEMENT(new Content.Acknowledgement(Sample.NUMBER, Sample.LINK), "link"),
    FOLLOW_UP(new Content.FollowUp(Sample.NUMBER, Sample.LINK), "link"),
    REPLY(new Content.Reply(Sample.NUMBER, Sample.LINK, Sample.AGENT, "Senior Agent"), "link"),
    SIDE_CONVERSATION(
            new Content.SideConversation("Where is parcel 77120?", Sample.LINK, Sample.AGENT, "Senior Agent"), "link"),
    SURVEY_INVITATION(new Survey.Invitation(Sample.NUMBER, Sample.LINK, Sample.AGENT, Sample.QUESTION), "link"),
    SURVEY_REMINDER(new Survey.Reminder(Sample.NUMBER, Sample.LINK, Sample.QUESTION), "link"),
    SURVEY_RECEIPT(new Survey.Receipt(Sample.NUMBER)),
    IMPROVEMENT_DONE(
            new Content.Improved(
                    "Say on the page how long deliveries take", "The page of each product now says when it arrives."),
            "title",
            "outcome"),
    CALLBACK_CONFIRMATION(
            new Content.CallbackConfirmation(Sample.START, Sample.END, Sample.ZONE, Sample.PHONE, Sample.LINK),
            "day",
            "from"),
    CALLBACK_REMINDER(
            new CallbackNews.Reminder(Sample.START, Sample.END, Sample.ZONE, Sample.PHONE, Sample.LINK), "from"),
    CALLBACK_MOVED(
            new CallbackNews.Moved(Sample.START, Sample.END, Sample.ZONE, Sample.PHONE, Sample.LINK), "day", "from"),
    CALLBACK_CANCELLED(new CallbackNews.Cancelled(Sample.START, Sample.END, Sample.ZONE, Sample.LINK), "day"),
    CALLBACK_MISSED(new CallbackNews.Missed(true, Sample.PHONE, Sample.LINK), "link"),
    APPOINTMENT_CONFIRMATION(new Visit.Confirmation(Sample.VISIT), "day", "from"),
    APPOINTMENT_REMINDER(new Visit.Reminder(Sample.VISIT), "day", "from"),
    APPOINTMENT_MOVED(
            new Visit.Moved(Sample.VISIT, Sample.START.minusSeconds(86_400), Sample.END.minusSeconds(86_400)),
            "day",
            "from"),
    APPOINTMENT_CANCELLED(new Visit.Cancelled(Sample.VISIT, true), "day"),
    COUPON(
            new Content.Coupon(
                    new CouponWorth.Percent(15),
                    "7XQ2-M4TD-0HZK",
                    Instant.parse("2027-10-07T22:00:00Z"),
                    ZoneId.of("Europe/Berlin")),
            "code",
            "until"),
    BIRTHDAY(new Greeting.Birthday()),
    ANNIVERSARY(new Greeting.Anniversary(5)),
    SPECIAL_DAY(new Greeting.SpecialDay("Opening of the second shop"), "title"),
    MISSED(new Content.Missed("Newspaper, six days a week", false));

    /** Who is greeted; every content may say it. */
    static final String NAME = "name";

    private final Content.Templated sample;
    private final List<String> necessary;

    Wording(Content.Templated sample, String... necessary) {
        this.sample = sample;
        this.necessary = List.of(necessary);
    }

    /** That of the content; empty when there is no such content. */
    static Optional<Wording> of(String content) {
        return Arrays.stream(values())
                .filter(wording -> wording.content().equals(content))
                .findFirst();
    }

    /** As the API and the folder of the built-in words name it. */
    String content() {
        return sample.template();
    }

    Content.Templated sample() {
        return sample;
    }

    /** What the words may say. */
    Set<String> placeholders() {
        return sampleFacts(Locale.ENGLISH).keySet();
    }

    /** What the words have to say, whatever else is known. */
    List<String> necessary() {
        return necessary;
    }

    /** What stands for the placeholders in a preview; a value may be null. */
    SortedMap<String, String> sampleFacts(Locale language) {
        SortedMap<String, String> facts = new TreeMap<>(sample.facts(language));
        facts.put(NAME, "Amara");
        return facts;
    }

    /** What several of them say. */
    private static final class Sample {
        static final String NUMBER = "HD-1042";
        static final String LINK = "https://help.example.com/api/v1/requests/a-sample-token";
        static final String AGENT = "Mei Tanaka";
        static final String PHONE = "+4930901820";
        static final Instant START = Instant.parse("2027-03-29T08:30:00Z");
        static final Instant END = Instant.parse("2027-03-29T09:00:00Z");
        static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
        static final Visit.Facts VISIT = new Visit.Facts(
                "The new heating",
                START,
                END,
                ZONE,
                "Lindenstraße 4, 10969 Berlin",
                "https://help.example.com/a/a-sample-token");
        static final FirstQuestion QUESTION =
                new FirstQuestion("How satisfied are you with our help?", "rating10", 1, 10, null);
    }
}
