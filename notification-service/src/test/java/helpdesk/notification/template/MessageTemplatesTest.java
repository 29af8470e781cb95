package helpdesk.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTemplatesTest {

    private static final String LINK = "https://help.example.com/api/v1/requests/a-token";
    private static final Visit.Facts VISIT = new Visit.Facts(
            "Repair of the heating",
            Instant.parse("2026-03-29T08:30:00Z"),
            Instant.parse("2026-03-29T10:00:00Z"),
            ZoneId.of("Europe/Berlin"),
            "Hafenstraße 12, 20457 Hamburg",
            LINK);
    private static final List<Content.Templated> CONTENTS = List.of(
            new Content.Acknowledgement("HD-1042", LINK),
            new Content.FollowUp("HD-1042", LINK),
            new Content.Reply("HD-1042", LINK, "Mei Tanaka", "Senior Agent"),
            new Survey.Invitation("HD-1042", LINK, "Mei Tanaka"),
            new Survey.Invitation(null, LINK, "Mei Tanaka"),
            new Survey.Invitation(null, LINK, null),
            new Survey.Reminder("HD-1042", LINK),
            new Survey.Reminder(null, LINK),
            new Survey.Receipt("HD-1042"),
            new Survey.Receipt(null),
            new Content.Improved(
                    "Say on the page how long deliveries take", "The page of each product now says when it arrives."),
            new Content.Coupon(
                    new CouponWorth.Percent(15),
                    "7XQ2-M4TD-0HZK",
                    Instant.parse("2027-10-07T18:03:28Z"),
                    ZoneId.of("Europe/Berlin")),
            new Greeting.Birthday(),
            new Greeting.Anniversary(1),
            new Greeting.Anniversary(3),
            new Greeting.Anniversary(25),
            new Greeting.Anniversary(null),
            new Greeting.SpecialDay("Opening of the second shop"),
            new Content.Missed("Newspaper, six days a week", false),
            new Content.Missed("Newspaper, six days a week", true),
            new Content.Missed(null, false),
            new Visit.Confirmation(VISIT),
            new Visit.Reminder(VISIT),
            new Visit.Moved(VISIT, Instant.parse("2026-03-28T22:30:00Z"), Instant.parse("2026-03-28T23:30:00Z")),
            new Visit.Cancelled(VISIT, true),
            new Visit.Cancelled(VISIT, false),
            new Content.SideConversation("Where is parcel 77120?", LINK, "Mei Tanaka", "Senior Agent"),
            new CallbackNews.Reminder(
                    Instant.parse("2026-03-29T08:30:00Z"),
                    Instant.parse("2026-03-29T09:00:00Z"),
                    ZoneId.of("Europe/Berlin"),
                    "+4930901820",
                    LINK),
            new CallbackNews.Moved(
                    Instant.parse("2026-03-29T08:30:00Z"),
                    Instant.parse("2026-03-29T09:00:00Z"),
                    ZoneId.of("Europe/Berlin"),
                    "+4930901820",
                    LINK),
            new CallbackNews.Cancelled(
                    Instant.parse("2026-03-29T08:30:00Z"),
                    Instant.parse("2026-03-29T09:00:00Z"),
                    ZoneId.of("Europe/Berlin"),
                    LINK),
            new CallbackNews.Missed(true, "+4930901820", LINK),
            new CallbackNews.Missed(false, "+4930901820", LINK),
            new Content.CallbackConfirmation(
                    Instant.parse("2026-03-29T08:30:00Z"),
                    Instant.parse("2026-03-29T09:00:00Z"),
                    ZoneId.of("Europe/Berlin"),
                    "+4930901820",
                    LINK));

    private final MessageTemplates templates = new MessageTemplates(engine());

    static Stream<Arguments> everyContentAndLanguage() {
        return CONTENTS.stream().flatMap(content -> MessageTemplates.LANGUAGES.stream()
                .map(language -> Arguments.of(content.template(), language, content)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("everyContentAndLanguage")
    void every_content_is_told_in_every_language(String template, String language, Content.Templated content) {
        Text text = templates.render(content, language, "Amara");

        assertThat(text.language()).isEqualTo(language);
        assertThat(text.subject()).isNotBlank().hasSizeLessThan(120).doesNotContain("\n");
        assertThat(text.body().lines().findFirst().orElseThrow()).contains("Amara");
        assertThat(text.subject() + text.body()).doesNotContain("{", "}", "NOT_FOUND", "null", "<", "&");
        assertThat(content.facts(Locale.forLanguageTag(language)).values().stream()
                        .filter(Objects::nonNull))
                .allSatisfy(fact -> assertThat(text.subject() + text.body()).contains(fact));
    }

    @Test
    void what_somebody_wrote_is_told_as_it_is_under_one_line() {
        Content notice = new Content.Notice("Two\r\nlines: {name}", "Dear {name},\n\nSoon.", true);

        assertThat(templates.render(notice, "de-AT", "Amara"))
                .isEqualTo(new Text("de", "Two lines: {name}", "Dear {name},\n\nSoon."));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("everyContentAndLanguage")
    void who_has_no_known_name_is_greeted_too(String template, String language, Content.Templated content) {
        Text text = templates.render(content, language, null);

        assertThat(text.body().lines().findFirst().orElseThrow()).isNotBlank().doesNotContain("null", " ,", " !");
        assertThat(text.body()).doesNotContain("Amara");
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("everyContentAndLanguage")
    void each_language_has_words_of_its_own(String template, String language, Content.Templated content) {
        String english = templates.render(content, "en", "Amara").body();
        String body = templates.render(content, language, "Amara").body();

        assertThat(body.equals(english)).isEqualTo(language.equals("en"));
    }

    @Test
    void the_words_are_positive() {
        Pattern refusals = Pattern.compile(
                "\\b(no|not|never|unfortunately|cannot|can't|don't|unable|problem|sorry)\\b", Pattern.CASE_INSENSITIVE);
        for (Content.Templated content : CONTENTS) {
            assertThat(templates.render(content, "en", null).body()).doesNotContainPattern(refusals);
        }
    }

    @Test
    void an_acknowledgement_promises_an_answer_within_10_hours() {
        for (String language : MessageTemplates.LANGUAGES) {
            assertThat(templates.render(CONTENTS.getFirst(), language, null).body())
                    .containsPattern("10|১০");
        }
    }

    @Test
    void a_part_that_is_not_known_is_left_out() {
        for (String language : MessageTemplates.LANGUAGES) {
            Text reply = templates.render(new Content.Reply("HD-1", LINK, "Mei", null), language, null);
            Text question = templates.render(new Content.SideConversation("A", LINK, "Mei", null), language, null);
            Text invitation = templates.render(new Survey.Invitation("HD-1", LINK, null), language, null);

            assertThat(reply.body()).contains("Mei").doesNotContain("(", "null", "  ");
            assertThat(question.body()).contains("Mei").doesNotContain("(", "null", "  ", " ,", " .");
            assertThat(invitation.body()).contains(LINK).doesNotContain("null", "  ", " .");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "de, de",
        "de-AT, de",
        "DE-at, de",
        "kk-Cyrl-KZ, kk",
        "pt-BR, pt",
        "zh-Hant-TW, en",
        "den, en",
        "'', en",
        "-, en",
        ", en"
    })
    void the_nearest_language_is_taken(String wanted, String expected) {
        assertThat(MessageTemplates.nearest(wanted)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\u0000", "\u0085", "\u2028", "\u2029", "\u000B"})
    void no_fact_can_begin_a_line_of_its_own(String lineEnd) {
        String evil = "Mei" + lineEnd + "Bcc: all@example.org";

        Text text = templates.render(new Content.Reply("HD-1" + lineEnd + "X: y", LINK, evil, evil), "en", evil);

        assertThat(text.subject()).isEqualTo("HD-1 X: y: Mei Bcc: all@example.org has answered you");
        assertThat(text.body().lines()).noneMatch(line -> line.startsWith("Bcc") || line.startsWith("X: y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Win at https://example.org", "www.example.org", "a@example.org", "  ", "\n"})
    void what_is_no_name_is_not_greeted(String name) {
        Text text = templates.render(CONTENTS.getFirst(), "en", name);

        assertThat(text.body()).startsWith("Hello,\n");
    }

    @Test
    void what_customers_wrote_is_text_and_no_template() {
        Text text = templates.render(CONTENTS.getFirst(), "en", "{number} <b>{#if}");

        assertThat(text.body()).startsWith("Hello {number} <b>{#if},");
    }

    @Test
    void a_callback_is_told_in_the_customers_time() {
        Text text = templates.render(CONTENTS.getLast(), "de", "Amara");

        assertThat(text.subject()).isEqualTo("Wir rufen Sie an: Sonntag, 29. März 2026, 10:30–11:00");
        assertThat(text.body()).contains("Zeit: 10:30–11:00 (Europe/Berlin)", "Telefon: +4930901820");
    }

    @ParameterizedTest
    @CsvSource({
        "en, 1, 1 year together, for 1 year.",
        "en, 21, 21 years together, for 21 years.",
        "de, 5, Seit 5 Jahren gemeinsam unterwegs, seit 5 Jahren sind Sie",
        "fr, 2, 2 ans ensemble, Cela fait 2 ans que",
        "ru, 1, Вы с нами уже 1 год, Вы с нами уже 1 год.",
        "ru, 3, Вы с нами уже 3 года, Вы с нами уже 3 года.",
        "ru, 5, Вы с нами уже 5 лет, Вы с нами уже 5 лет.",
        "ru, 11, Вы с нами уже 11 лет, Вы с нами уже 11 лет.",
        "ru, 12, Вы с нами уже 12 лет, Вы с нами уже 12 лет.",
        "ru, 20, Вы с нами уже 20 лет, Вы с нами уже 20 лет.",
        "ru, 21, Вы с нами уже 21 год, Вы с нами уже 21 год.",
        "ru, 22, Вы с нами уже 22 года, Вы с нами уже 22 года.",
        "ru, 111, Вы с нами уже 111 лет, Вы с нами уже 111 лет.",
        "kk, 7, 7 жыл бірге, 7 жыл болды.",
        "ta, 1, 1 ஆண்டு ஒன்றாக, 1 ஆண்டாக"
    })
    void years_are_counted_as_in_the_language(String language, int years, String subject, String words) {
        Text text = templates.render(new Greeting.Anniversary(years), language, "Amara");

        assertThat(text.subject()).isEqualTo(subject);
        assertThat(text.body()).contains(words);
    }

    @Test
    void who_stays_away_is_told_what_we_noticed() {
        assertThat(missed("Newspaper", false)).contains("that your subscription has ended: Newspaper\n");
        assertThat(missed("Newspaper", true)).contains("that you have cancelled your subscription: Newspaper\n");
        assertThat(missed(null, false))
                .contains("since your last visit.")
                .doesNotContain("subscription")
                .contains("answers you in person");
    }

    private String missed(String what, boolean cancelled) {
        return templates
                .render(new Content.Missed(what, cancelled), "en", "Amara")
                .body();
    }

    @Test
    void a_long_matter_is_shortened_so_that_it_fits_a_subject() {
        Content.SideConversation question = new Content.SideConversation("é".repeat(300), LINK, "m".repeat(200), null);

        for (String language : MessageTemplates.LANGUAGES) {
            assertThat(templates.render(question, language, null).subject())
                    .contains("é".repeat(200) + "…")
                    .hasSizeLessThan(500);
        }
    }

    private static Engine engine() {
        Engine engine = Engine.builder().addDefaults().build();
        for (Content.Templated content : CONTENTS) {
            for (String language : MessageTemplates.LANGUAGES) {
                String id = "messages/" + content.template() + "/" + language + ".txt";
                engine.putTemplate(id, engine.parse(read("templates/" + id)));
            }
        }
        return engine;
    }

    private static String read(String resource) {
        try (InputStream file = MessageTemplates.class.getClassLoader().getResourceAsStream(resource)) {
            assertThat(file).as(resource).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
