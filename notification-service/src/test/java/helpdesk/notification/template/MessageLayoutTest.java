package helpdesk.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class MessageLayoutTest {

    private static final String LINK = "https://help.example.com/api/v1/survey-links/a-token";
    private static final String NASTY = "<img src=x onerror=\"alert('1')\">&amp;{name}";

    @Inject
    MessageLayout layout;

    @Inject
    MessageTemplates templates;

    @Test
    void every_content_is_laid_out_in_every_language() {
        for (Wording wording : Wording.values()) {
            for (String language : MessageTemplates.LANGUAGES) {
                Text text = templates.render(wording.sample(), language, "Amara");

                String html = layout.html(text, wording.sample()).orElseThrow();

                Document page = Jsoup.parse(html);
                assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MessageLayout.LONGEST);
                assertThat(page.title()).isEqualTo(text.subject());
                assertThat(page.select("html").attr("lang")).isEqualTo(language);
                assertThat(page.select("html").attr("dir")).isEqualTo("ltr");
                assertThat(page.select("img, script, style, link, iframe, form, object"))
                        .isEmpty();
                assertThat(html).doesNotContain("NOT_FOUND", "null", "url(", "{");
                assertThat(words(page.body().text())).containsSubsequence(words(text.body()));
            }
        }
    }

    @Test
    void the_link_is_a_button_and_an_address_to_copy() {
        Document page = page(new Content.Acknowledgement("HD-7", LINK), "de", "Amara");

        assertThat(page.select("a").eachAttr("href")).containsExactly(LINK, LINK);
        assertThat(page.select("a").eachText()).containsExactly("Öffnen", LINK);
    }

    @Test
    void nothing_from_outside_is_markup() {
        List<Content> contents = List.of(
                new Content.Reply(NASTY, LINK, NASTY, NASTY),
                new Content.SideConversation(NASTY, LINK, NASTY, NASTY),
                new Content.Improved(NASTY, NASTY),
                new Greeting.SpecialDay(NASTY),
                new Content.Notice(NASTY, NASTY + "\n\n" + NASTY, true),
                new Survey.Invitation(
                        NASTY,
                        LINK,
                        NASTY,
                        new FirstQuestion(
                                NASTY, "choice", null, null, List.of(new FirstQuestion.Choice(NASTY, NASTY)))),
                new Content.Acknowledgement("HD-7", "javascript:alert('1')//https://example.com"),
                new Content.Acknowledgement("HD-7", "https://example.com/\" onclick=\"alert('1')"));
        for (Content content : contents) {
            Document page = page(content, "en", NASTY);

            assertThat(page.select("img, script")).as("%s", content).isEmpty();
            assertThat(page.getAllElements())
                    .allSatisfy(element -> assertThat(element.attributes().asList())
                            .noneMatch(attribute -> attribute.getKey().startsWith("on")));
            assertThat(page.select("a").eachAttr("href")).allMatch(href -> href.startsWith("https://"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rating10, 1, 10, 1 2 3 4 5 6 7 8 9 10",
        "nps, 0, 10, 0 1 2 3 4 5 6 7 8 9 10",
        "effort, 1, 7, 1 2 3 4 5 6 7",
        "stars5, 1, 5, 1 ★ 2 ★ 3 ★ 4 ★ 5 ★",
        "yesNo, , , Да Нет"
    })
    void the_answers_to_the_first_question_are_one_click_away(String kind, Integer low, Integer high, String labels) {
        FirstQuestion first = new FirstQuestion("Как это было?", kind, low, high, null);
        for (Survey survey :
                List.of(new Survey.Invitation("HD-7", LINK, null, first), new Survey.Reminder(null, LINK, first))) {
            Document page = page(survey, "ru", "Amara");

            List<Element> answers = page.select("a[href*=first]");
            assertThat(answers.stream().map(Element::text)).containsExactly(answersOf(labels, kind));
            assertThat(answers.getFirst().attr("href"))
                    .isEqualTo(LINK + "?first=" + (kind.equals("yesNo") ? "true" : low));
            assertThat(page.text()).contains("Как это было?");
            assertThat(templates.render(survey, "ru", "Amara").body()).doesNotContain("first=");
        }
    }

    @Test
    void choices_are_offered_by_their_words_and_chosen_by_their_values() {
        FirstQuestion first = new FirstQuestion(
                "Where?",
                "choice",
                null,
                null,
                List.of(
                        new FirstQuestion.Choice("in a shop&more", "In a shop"),
                        new FirstQuestion.Choice("web", "Web")));

        Document page = page(new Survey.Invitation(null, LINK + "?language=en", null, first), "en", null);

        assertThat(page.select("a[href*=first]").eachAttr("href"))
                .containsExactly(LINK + "?language=en&first=in+a+shop%26more", LINK + "?language=en&first=web");
    }

    @Test
    void what_cannot_be_answered_by_a_click_is_not_offered() {
        List<FirstQuestion.Choice> many = IntStream.range(0, 13)
                .mapToObj(number -> new FirstQuestion.Choice("v" + number, "V" + number))
                .toList();
        for (FirstQuestion first : List.of(
                new FirstQuestion("Why?", "text", null, null, null),
                new FirstQuestion("Why?", "rating10", null, null, null),
                new FirstQuestion("Why?", "rating10", 0, Integer.MAX_VALUE, null),
                new FirstQuestion("Why?", "somethingNew", 1, 3, null),
                new FirstQuestion("Why?", null, 1, 3, null),
                new FirstQuestion(null, "nps", 0, 10, null),
                new FirstQuestion("Which?", "choice", null, null, many))) {
            assertThat(page(new Survey.Invitation("HD-7", LINK, null, first), "en", null)
                            .select("a[href*=first]"))
                    .isEmpty();
        }
    }

    @Test
    void what_is_written_from_right_to_left_is_laid_out_so() {
        Text text = new Text("ar", "مرحبا", "مرحبا\n\n" + LINK);

        Document page = Jsoup.parse(
                layout.html(text, new Content.Acknowledgement("HD-7", LINK)).orElseThrow());

        assertThat(page.select("html").attr("dir")).isEqualTo("rtl");
        assertThat(page.select("a[dir=ltr]").text()).isEqualTo(LINK);
    }

    @Test
    void a_link_within_a_line_can_be_clicked_too() {
        Text text = new Text("en", "Hello", "See " + LINK + " or " + LINK + ".");

        Document page = Jsoup.parse(
                layout.html(text, new Content.Acknowledgement("HD-7", LINK)).orElseThrow());

        assertThat(page.select("a")).hasSize(2);
        assertThat(page.body().text()).isEqualTo("See " + LINK + " or " + LINK + ".");
    }

    @Test
    void what_would_be_too_long_is_told_as_text_alone() {
        Content notice = new Content.Notice("About", "ஆ".repeat(8_000), true);

        assertThat(layout.html(templates.render(notice, "ta", null), notice)).isEmpty();
    }

    @Test
    void each_language_has_labels() {
        for (String language : MessageTemplates.LANGUAGES) {
            Labels labels = Labels.in(language);
            assertThat(List.of(labels.open(), labels.yes(), labels.no()))
                    .as(language)
                    .doesNotHaveDuplicates()
                    .allMatch(label -> !label.isBlank());
        }
        assertThat(Labels.in("sw").open()).isEqualTo("Open");
    }

    /** Whatever is between them. */
    private static List<String> words(String text) {
        return List.of(text.strip().split("[\\s\\u00A0\\u202F]+"));
    }

    private static String[] answersOf(String labels, String kind) {
        return labels.split(kind.equals("stars5") ? "(?<=★) " : " ");
    }

    private Document page(Content content, String language, String name) {
        Text text = templates.render(content, Locale.forLanguageTag(language).toLanguageTag(), name);
        return Jsoup.parse(layout.html(text, content).orElseThrow());
    }
}
